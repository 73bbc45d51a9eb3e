/** Stage 3: what was received -> verdict and policy text. One parse serves both. Never throws for bad bytes. */
import type { PolicyText } from '../../core/policy-text.ts'
import type { ExtractInput, Extraction } from '../../core/reading.ts'
import { chooseControls } from './choice-controls.ts'
import { readDates } from './dates/read-dates.ts'
import { languageOf } from './language.ts'
import { type ReadSource, readSource } from './read-source.ts'
import { familyOf } from './shape/document-family.ts'
import { shape } from './shape/shape.ts'
import { judge } from './verdict/judge.ts'

export { assemble } from './assemble.ts'
export { mapForeignFilter, NORMALISERS } from './foreign-filter.ts'

/** Changes when the same bytes give another verdict or text than before. */
export const STAGE_VERSION = '2'

const NOTHING: PolicyText = { format: 1, blocks: [] }

export async function extract(input: ExtractInput): Promise<Extraction> {
  const source = await readSource(input)
  if ('unreadable' in source) {
    const nothing = { wall: null, title: null, language: null, stated: null, effective: null }
    return { verdict: 'unreadable', reason: source.unreadable, ...nothing, text: NOTHING, choiceControls: [] }
  }
  return fromSource(source, input)
}

function fromSource(source: ReadSource, input: ExtractInput): Extraction {
  const text = shape(source.blocks)
  const language = languageOf(
    text.blocks.map((block) => block.text),
    source.claimedLanguage,
  )
  const title = titleOf(text) ?? source.pageTitle
  const { verdict, reason, wall } = judge({
    ...source,
    status: input.status,
    headers: input.headers ?? {},
    declared: input.declared,
    title,
    text,
    language,
    previous: input.previous,
    medianBytes: input.medianBytes,
    sizeBytes: input.bytes.length,
  })
  const dates = readDates(text.blocks, language, input.receivedAt)
  return { verdict, reason, wall, title, language, ...dates, text, choiceControls: chooseControls(source.controls) }
}

/** The first of the first headings that names a document; otherwise the largest, otherwise the first. */
function titleOf(text: PolicyText): string | null {
  const headings = text.blocks.slice(0, 15).filter((block) => block.kind === 'heading' && block.text.length < 120)
  const named = headings.slice(0, 3).filter((block) => block.number === null && familyOf(block.text) !== null)
  const main = named[0] ?? headings.find((block) => block.depth === 1) ?? headings[0]
  return main?.text ?? null
}

/** The text for the stage command `extract`: one block a line, its number before it. */
export function renderStageText(text: PolicyText): string {
  return text.blocks.map((block) => (block.number ? `${block.number} ${block.text}` : block.text)).join('\n')
}
