/** Stage 3: what was received -> verdict and policy text. One parse serves both. Never throws for bad bytes. */
import type { PolicyText } from '../../core/policy-text.ts'
import type { ExtractInput, Extraction } from '../../core/reading.ts'
import { decodeBytes } from './decode.ts'
import { readHtml } from './html/read.ts'
import { shape } from './shape/shape.ts'

export const STAGE_VERSION = '1'

export async function extract(input: ExtractInput): Promise<Extraction> {
  const read = readHtml(decodeBytes(input.bytes, input.mediaType), input.url, input.declared.title)
  const text = shape(read.blocks)
  const heading = text.blocks.find((block) => block.kind === 'heading' && block.depth === 1)
  return {
    verdict: text.blocks.length > 3 ? 'policy' : 'shell',
    reason: text.blocks.length > 3 ? 'the page holds the text of the document' : 'the page shows almost no text',
    wall: null,
    title: heading?.text ?? read.title,
    language: null,
    stated: null,
    effective: null,
    text,
    choiceControls: [],
  }
}

/** The text for the stage command `extract`: one block a line, its number before it. */
export function renderStageText(text: PolicyText): string {
  return text.blocks.map((block) => (block.number ? `${block.number} ${block.text}` : block.text)).join('\n')
}

export { assemble } from './assemble.ts'
export { mapForeignFilter, NORMALISERS } from './foreign-filter.ts'
