/** A sentence that the page splits, by markup or by a box in its middle, is one block again. */
import { takeNumber } from './number.ts'
import type { RawBlock } from './raw-block.ts'

/** Words that cannot end a sentence, so that what follows must belong to it. */
const OPEN_END =
  /(?:^|\s)(?:the|a|an|of|and|or|to|in|on|for|with|by|from|that|which|our|your|their|its|this|these|any|as|at|is|are|be|may|will|shall|not|if|when|than|under|between|including|such|und|der|die|das|oder|et|de|la|le|les|y|el|los)$/i

export function joinSplit(blocks: readonly RawBlock[]): RawBlock[] {
  const joined: RawBlock[] = []
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!
    const at = openBefore(joined)
    const open = joined[at]
    if (open && continues(open, block, blocks[i + 1])) joined[at] = append(open, block)
    else joined.push(block)
  }
  return joined
}

/** The last block, or the one before the boxes that stand between. */
function openBefore(joined: readonly RawBlock[]): number {
  let at = joined.length - 1
  for (let boxes = 0; at >= 0 && joined[at]!.kind === 'note' && boxes < 6; boxes++) at--
  return at
}

function continues(open: RawBlock, block: RawBlock, next: RawBlock | undefined): boolean {
  if (block.kind !== 'paragraph' || (open.kind !== 'paragraph' && open.kind !== 'item')) return false
  const together = open.depth === block.depth && open.parent === block.parent
  // A page may close the list in the middle of its last sentence.
  const fellOut = open.kind === 'item' && block.depth < open.depth && OPEN_END.test(open.text)
  if (!together && !fellOut) return false
  if (open.text.length < 25 || !/^\p{Ll}/u.test(block.text) || takeNumber(block.text)) return false
  // Several paragraphs in small letters are a list without marks.
  if (next && next.kind === 'paragraph' && next.parent === block.parent && /^\p{Ll}/u.test(next.text)) return false
  return (
    OPEN_END.test(open.text) || /[\p{L}\p{N}]-$/u.test(open.text) || (/,$/.test(open.text) && open.text.length > 60)
  )
}

function append(open: RawBlock, block: RawBlock): RawBlock {
  const shift = open.text.length + 1
  const move = <S extends { readonly start: number; readonly end: number }>(span: S): S => ({
    ...span,
    start: span.start + shift,
    end: span.end + shift,
  })
  return {
    ...open,
    text: `${open.text} ${block.text}`,
    links: [...open.links, ...block.links.map(move)],
    bold: [...open.bold, ...block.bold.map(move)],
    linkUnits: open.linkUnits + block.linkUnits,
  }
}
