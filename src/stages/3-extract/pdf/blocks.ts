/** Paragraphs and tables of a PDF to raw blocks: headings by size, items by their marks, links and weights in place. */
import type { RawBlock } from '../shape/raw-block.ts'
import { TextRun } from '../shape/text-run.ts'
import { drawnItems } from './drawn-items.ts'
import { joint, type Vocabulary } from './hyphens.ts'
import { BULLET, isParted, type Line } from './line.ts'
import type { Usual } from './measure.ts'
import type { Paragraph } from './paragraphs.ts'
import type { Piece } from './piece.ts'
import type { Tag } from './structure.ts'
import type { Table } from './table.ts'

const HEADING_UNITS = 200
/** Paragraphs and items without an element that holds them are all neighbours. */
const PARENT = {}

export function blocksOf(found: readonly (Paragraph | Table)[], usual: Usual, words: Vocabulary): RawBlock[] {
  const sizes = headingSizes(found, usual)
  const indents: number[] = []
  const items: { last: Tag | null } = { last: null }
  const drawn = drawnItems(found)
  const blocks: RawBlock[] = []
  for (const one of found) {
    if (one.kind === 'table') {
      for (const row of one.rows) blocks.push(...tableRow(row, words))
      indents.length = 0
      continue
    }
    const level = headingLevel(one, usual, sizes)
    if (level > 0) indents.length = 0
    const run = new TextRun()
    write(run, one.lines, words, 0)
    const taken = run.take()
    if (!taken) continue
    const drawnDepth = drawn.get(one)
    const place =
      level > 0
        ? { kind: 'heading' as const, depth: level }
        : drawnDepth && !one.lines[0]!.pieces[0]!.tag
          ? { kind: 'item' as const, depth: drawnDepth }
          : placeOf(one, indents, items)
    blocks.push({ ...taken, ...place, counter: null, parent: PARENT })
  }
  return blocks
}

/** Sizes that headings are set in, largest first. */
function headingSizes(found: readonly (Paragraph | Table)[], usual: Usual): number[] {
  const sizes: number[] = []
  const large = found.filter((one) => one.kind === 'paragraph' && couldBeHeading(one, usual)) as Paragraph[]
  for (const { lines } of large) {
    const { size } = lines[0]!
    if (!sizes.some((known) => Math.abs(known - size) < 0.04 * size)) sizes.push(size)
    if (sizes.length > 20) break
  }
  return sizes.sort((a, b) => b - a)
}

function couldBeHeading({ lines }: Paragraph, usual: Usual): boolean {
  const { size } = lines[0]!
  const isLarge = size > 1.12 * usual.size || (size > 1.04 * usual.size && lines.every((line) => line.isBold))
  if (!isLarge || lines[0]!.mark === 'bullet') return false
  const text = lines.map((line) => line.text).join(' ')
  return text.length <= HEADING_UNITS && /\p{L}{2}/u.test(text) && !(/[.,;]$/.test(text) && text.length > 80)
}

function headingLevel(paragraph: Paragraph, usual: Usual, sizes: readonly number[]): number {
  const { tag } = paragraph.lines[0]!.pieces[0]!
  const units = paragraph.lines.reduce((sum, line) => sum + line.text.length, 0)
  if (tag?.kind === 'heading' && tag.level > 0 && units <= HEADING_UNITS) return tag.level
  if (!couldBeHeading(paragraph, usual)) return 0
  const { size } = paragraph.lines[0]!
  return Math.min(6, 1 + sizes.findIndex((known) => Math.abs(known - size) < 0.04 * size))
}

/** Items nest by how far they are indented; what is indented like an item's text belongs to it. */
function placeOf(
  { lines, left }: Paragraph,
  indents: number[],
  items: { last: Tag | null },
): { kind: 'item' | 'paragraph'; depth: number } {
  const first = lines[0]!
  const em = first.size
  const { tag } = first.pieces[0]!
  if (tag?.kind === 'item') {
    const isNew = tag.element !== items.last?.element
    items.last = tag
    indents.length = 0
    return { kind: isNew ? 'item' : 'paragraph', depth: tag.level }
  }
  if (!isItem(first, left)) {
    while (indents.length > 0 && first.x0 - left < indents[indents.length - 1]! + 0.5 * em) indents.pop()
    return { kind: 'paragraph', depth: indents.length }
  }
  const indent = first.x0 - left
  while (indents.length > 0 && indents[indents.length - 1]! > indent + 0.6 * em) indents.pop()
  const last = indents[indents.length - 1]
  if (last === undefined || last < indent - 0.6 * em) indents.push(indent)
  return { kind: 'item', depth: Math.min(9, indents.length) }
}

function isItem(line: Line, left: number): boolean {
  if (line.mark !== 'number') return line.mark === 'bullet'
  if (/^\(|^[a-zA-Z]{1,5}[.)]|^\d{1,3}\)/.test(line.text)) return !/^[A-Z]\. /.test(line.text) || !line.isBold
  return /^\d{1,3}\.\s/.test(line.text) && line.x0 - left > 0.8 * line.size && !line.isBold
}

function tableRow(cells: readonly (readonly Line[])[], words: Vocabulary): RawBlock[] {
  const run = new TextRun()
  const filled = cells.filter((cell) => cell.length > 0)
  filled.forEach((cell, i) => {
    if (i > 0) run.append(' | ', null, false)
    write(run, cell, words, i)
  })
  const taken = run.take()
  return taken ? [{ ...taken, kind: 'row', depth: 0, counter: null, parent: PARENT }] : []
}

function write(run: TextRun, lines: readonly Line[], words: Vocabulary, cell: number): void {
  lines.forEach((line, i) => {
    const next = lines[i + 1]
    const how = next ? joint(line.text, next.text, words) : 'none'
    line.pieces.forEach((piece, j) => {
      const before = line.pieces[j - 1]
      if (before && isParted(before, piece)) run.append(' ', null, false)
      const isLast = j === line.pieces.length - 1
      const isMark = i === 0 && j === 0 && cell === 0 && line.mark === 'bullet'
      writePiece(run, isMark ? plainMark(piece) : piece, isLast && how === 'drop-hyphen')
      if (isMark && line.pieces.length > 1) run.append(' ', null, false)
    })
    if (how === 'space') run.append(' ', null, false)
  })
}

/** Marks of symbol fonts have no letter of their own. */
function plainMark(piece: Piece): Piece {
  const mark = BULLET.exec(piece.text)?.[0] ?? (/^o(?=\s|$)/.exec(piece.text)?.[0] as string | undefined)
  if (mark === undefined) return piece
  const rest = piece.text.slice(mark.length)
  const shift = 2 - mark.length
  const links = piece.links.map(({ start, end, href }) => ({ start: start + shift, end: end + shift, href }))
  return { ...piece, text: `• ${rest}`, links: links.filter((link) => link.start >= 2) }
}

function writePiece(run: TextRun, piece: Piece, dropHyphen: boolean): void {
  const text = dropHyphen ? piece.text.trimEnd().slice(0, -1) : piece.text
  let at = 0
  for (const { start, end, href } of piece.links) {
    run.append(text.slice(at, start), null, piece.isBold)
    run.append(text.slice(start, end), href, piece.isBold)
    at = end
  }
  run.append(text.slice(at), null, piece.isBold)
}
