/** Where the document begins and ends among the blocks that were found for it. */
import { familyOf } from '../shape/document-family.ts'
import { soundsLegal } from '../shape/legal-words.ts'
import type { RawBlock } from '../shape/raw-block.ts'

/** How far the title may stand from the start: a list of contents can be long. */
const TITLE_REACH = 80
const DATE_LINE = /\b(?:updated|modified|revised|effective|published|version|(?:19|20)\d\d)\b/i

/** A short line that says from when the document is. */
export function isDateLine(block: RawBlock): boolean {
  return block.text.length < 80 && DATE_LINE.test(block.text) && block.linkUnits === 0
}

/**
 * What stands before a title that names a document, without a rule in it, is a menu, a kicker or an advertisement; the
 * date may stand there too. Without such a title only links go.
 */
export function withoutLead(blocks: readonly RawBlock[], declaredTitle: string): readonly RawBlock[] {
  const start = blocks.slice(0, TITLE_REACH)
  const first = start.findIndex((block) => block.kind === 'heading' && block.depth === 1)
  const title = Math.max(first, titleUnder(start, first, declaredTitle))
  if (title <= 0) return blocks
  const lead = blocks.slice(0, title)
  const isNamed =
    familyOf(blocks[title]!.text) !== null && !lead.some((block, i) => block.kind === 'heading' && i !== first)
  if (isNamed && !lead.some((block) => block.text.length > 60 && soundsLegal(block.text)))
    return blocks.filter((block, i) => i >= title || (i >= title - 3 && isDateLine(block)))
  return blocks.filter((block, i) => i >= title || !isMenu(block))
}

/** Position of the title where the first heading is that of a site ("Legal") with the names of its documents under it. */
function titleUnder(blocks: readonly RawBlock[], first: number, declaredTitle: string): number {
  if (first < 0 || familyOf(blocks[first]!.text) !== null) return -1
  const family = familyOf(declaredTitle)
  for (let i = first + 1; family !== null && i < blocks.length; i++) {
    if (blocks[i]!.kind === 'heading') return familyOf(blocks[i]!.text) === family ? i : -1
    if (!isMenu(blocks[i]!)) return -1
  }
  return -1
}

function isMenu(block: RawBlock): boolean {
  const own = block.text.length - block.linkUnits
  return block.linkUnits > 0.6 * block.text.length && (block.kind === 'heading' || own < 60)
}

const IMPRINT_LINE = /^(?:©|\(c\)\s|copyright\b)|©.{0,60}(?:19|20)\d\d|all rights reserved\W*$/i
const MAX_IMPRINT_UNITS = 300

/** The line of rights at the foot of a page that has no footer, where it stands apart from the text. */
export function withoutFoot(blocks: readonly RawBlock[]): readonly RawBlock[] {
  let end = blocks.length
  while (end > 4 && isFoot(blocks, end - 1)) end--
  return end === blocks.length ? blocks : blocks.slice(0, end)
}

function isFoot(blocks: readonly RawBlock[], i: number): boolean {
  const { text, kind, parent } = blocks[i]!
  if (kind === 'row' || kind === 'item' || text.length > MAX_IMPRINT_UNITS || !IMPRINT_LINE.test(text)) return false
  return blocks.slice(Math.max(0, i - 3), i).every((block) => block.parent !== parent)
}
