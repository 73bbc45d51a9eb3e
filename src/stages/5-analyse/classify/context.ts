/** The string on which the answer for one block depends: equal keys under one model, equal answers. */
import type { ClassificationContext, ClassifiedBlock } from './classifier.ts'
import { surroundingsOf } from './surroundings.ts'
import { fold, platformWordsOf } from './words.ts'

/**
 * One key a block, in order. It holds the folded text with those of the blocks before and after it, its headings, the
 * lead-in of its list (up to 40 blocks above) and how near that is, the last run-in heading, whether it is one of the
 * first three blocks, the document's name, and the distinctive words of the platform's name; and all of this for the
 * block before it, whose own answer counts.
 */
export function contextKeys(blocks: readonly ClassifiedBlock[], context: ClassificationContext): string[] {
  const shared = [...platformWordsOf(context.platform)].join(' ')
  const document = fold(context.document)
  const own = surroundingsOf(blocks).map((around) => JSON.stringify([shared, document, ...Object.values(around)]))
  return own.map((key, index) => `${own[index - 1] ?? ''}\n${key}`)
}

/** The key of one block; `contextKeys` gives those of a whole document in one pass. */
export function contextKey(blocks: readonly ClassifiedBlock[], index: number, context: ClassificationContext): string {
  return contextKeys(blocks, context)[index] ?? ''
}
