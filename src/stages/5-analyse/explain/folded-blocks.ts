/** The text of a document, folded once for all of its provisions. */
import type { PolicyText } from '../../../core/policy-text.ts'
import { fold } from '../facts/passage.ts'

/** The folded texts of a document's blocks. A document is explained provision by provision, so the last ones are kept. */
export function foldedBlocks(text: PolicyText): readonly string[] {
  const kept = folding.get(text)
  if (kept) return kept
  const made = text.blocks.map((block) => fold(block.text))
  folding.set(text, made)
  return made
}
const folding = new WeakMap<PolicyText, readonly string[]>()
