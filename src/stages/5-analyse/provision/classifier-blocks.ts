/** The blocks of a policy text as the classifier and the readers of facts take them: without headings, which they see as context. */
import type { Block, PolicyText } from '../../../core/policy-text.ts'
import type { Classification, Fact } from '../../../core/provision.ts'
import type { ClassifiedBlock } from '../classify/classifier.ts'

export type ClassifierBlocks = {
  readonly blocks: readonly ClassifiedBlock[]
  /** Position of each in the policy text. */
  readonly positions: readonly number[]
}

export function classifierBlocks({ blocks }: PolicyText): ClassifierBlocks {
  const positions = blocks.flatMap((block, at) => (block.kind === 'heading' ? [] : [at]))
  return {
    positions,
    blocks: positions.map((at) => {
      const block = blocks[at]!
      return { heading: block.headingPath.join(' > '), text: withNumber(block) }
    }),
  }
}

/** As printed: "4.2. Text", "(b) Text". */
function withNumber({ number, text }: Block): string {
  if (number === null) return text
  return /[).:]$/.test(number) ? `${number} ${text}` : `${number}. ${text}`
}

/** Facts were read from blocks that hold their printed numbers; what is quoted is the block's own text. */
export function factsOfText(facts: readonly Fact[], { positions }: ClassifierBlocks, { blocks }: PolicyText): Fact[] {
  return facts.flatMap((fact) => {
    const block = positions[fact.block]!
    const { text } = blocks[block]!
    const quote = text.includes(fact.quote) ? fact.quote : fact.quote.slice(fact.quote.indexOf(' ') + 1)
    return text.includes(quote) ? [{ ...fact, block, quote }] : []
  })
}

/** By position in the policy text; null for headings. */
export function answersOfText(
  answers: readonly Classification[],
  { positions }: ClassifierBlocks,
  { blocks }: PolicyText,
): (Classification | null)[] {
  const all = new Array<Classification | null>(blocks.length).fill(null)
  for (const [i, at] of positions.entries()) all[at] = answers[i]!
  return all
}
