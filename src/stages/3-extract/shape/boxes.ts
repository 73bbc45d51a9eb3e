/** Boxed examples whose box is lost on the way to plain text: a label alone on its line, and what it introduces, inside a list. */
import type { RawBlock } from './raw-block.ts'

const LABEL = /^(?:examples?|note|tip|hint)\s*:?$/i

/** The label and the paragraph after it become notes of the item that they stand under. */
export function findBoxes(blocks: readonly RawBlock[]): readonly RawBlock[] {
  const found = [...blocks]
  for (let at = 1; at < found.length - 1; at++) {
    const [label, body] = [found[at]!, found[at + 1]!]
    if (label.kind !== 'paragraph' || body.kind !== 'paragraph' || !LABEL.test(label.text)) continue
    const item = itemBefore(found, at)
    if (!item) continue
    const { depth } = item
    found[at] = { ...label, kind: 'note', depth }
    found[at + 1] = { ...body, kind: 'note', depth }
  }
  return found
}

/** The item that a box stands under; its last sentence may have been broken off by the page. */
function itemBefore(blocks: readonly RawBlock[], box: number): RawBlock | undefined {
  const at = blocks.slice(0, box).findLastIndex(({ kind }) => kind !== 'note')
  const [before, above] = [blocks[at], blocks[at - 1]]
  if (before?.kind === 'item') return before
  return before?.kind === 'paragraph' && above?.kind === 'item' && /^\p{Ll}/u.test(before.text) ? above : undefined
}
