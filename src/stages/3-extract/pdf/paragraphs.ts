/**
 * Lines of columns to paragraphs. A paragraph ends where the distance, the size or the weight of lines says so, where a
 * line begins with a mark, and where a line ends although the next word would have had room: then the author ended it.
 */
import type { Area, Column } from './layout.ts'
import type { Line } from './line.ts'
import { textOf } from './line.ts'
import type { Usual } from './measure.ts'
import type { Table } from './table.ts'

export type Paragraph = { readonly kind: 'paragraph'; readonly left: number; readonly lines: readonly Line[] }

const SENTENCE_END = /[.!?:;。]["”’»)\]]?$/u
const MAX_FOOTNOTES = 8

export function paragraphsOf(areas: readonly Area[], usual: Usual): (Paragraph | Table)[] {
  const found: (Paragraph | Table)[] = []
  for (const area of areas) {
    if (area.kind === 'table') {
      found.push(area)
      continue
    }
    const parts = partColumn(area, usual)
    const open = parts[0] && openBefore(found, parts[0].lines[0]!)
    if (open !== undefined) {
      const from = found[open] as Paragraph
      found[open] = { ...from, lines: [...from.lines, ...parts.shift()!.lines] }
    }
    for (const part of parts) found.push(part)
  }
  return found
}

function partColumn(column: Column, usual: Usual): Paragraph[] {
  const parts: { kind: 'paragraph'; left: number; lines: Line[] }[] = []
  column.lines.forEach((line, i) => {
    const open = parts[parts.length - 1]
    if (open && goesOn(open.lines, line, column, usual, column.lines[i + 1])) open.lines.push(line)
    else parts.push({ kind: 'paragraph', left: column.left, lines: [line] })
  })
  return parts
}

function goesOn(open: readonly Line[], line: Line, column: Column, usual: Usual, next: Line | undefined): boolean {
  const last = open[open.length - 1]!
  if (!isAlike(last, line)) return false
  if (line.y - last.y > 1.28 * usual.leading(line.size) || line.y < last.y) return false
  const isFull = !hasRoom(last, line, column.right)
  const isEnded = SENTENCE_END.test(last.text)
  if (isOtherElement(last, line) && !(isFull && !isEnded && /^\p{Ll}/u.test(line.text))) return false
  if (line.mark === 'bullet') return isFull && /^[–—-]/.test(line.text) && !isEnded && line.x0 < open[0]!.textX - 1
  if (line.mark === 'number')
    return isFull && !isEnded && !/,$|\b(?:and|or)$/.test(last.text) && line.x0 <= last.textX + 1
  const isOpenBold = open.every((other) => other.isBold)
  if (isOpenBold !== line.isBold) return isFull && !isEnded
  if (!isFull) return isCentred(last, line) && !isEnded && isOpenBold && line.size > 1.05 * usual.size
  return isInPlace(open, line, isEnded, next)
}

/** Tags part blocks; some producers tag every line as a paragraph. */
function isOtherElement(last: Line, line: Line): boolean {
  const before = last.pieces[last.pieces.length - 1]!.tag
  const { tag } = line.pieces[0]!
  return before !== null && tag !== null && before.element !== tag.element
}

function isAlike(last: Line, line: Line): boolean {
  return Math.abs(last.size - line.size) <= 0.08 * Math.max(last.size, line.size)
}

/** Whether the first word of a line would have fitted at the end of the last one. */
function hasRoom(last: Line, line: Line, right: number): boolean {
  // A parted word goes on in any case.
  if (/\p{L}[-\u2010\u00ad]$/u.test(last.text) && /^\p{Ll}/u.test(line.text)) return false
  const word = /^\S+/.exec(line.text)?.[0] ?? ''
  const perUnit = (line.x1 - line.x0) / Math.max(1, line.text.length)
  return right - last.x1 > word.length * perUnit + 0.8 * line.size
}

function isCentred(last: Line, line: Line): boolean {
  return Math.abs(last.x0 + last.x1 - line.x0 - line.x1) < 4 && Math.abs(last.x0 - line.x0) > 2
}

/** Indents: of the first line of a paragraph, and of all lines behind a mark. */
function isInPlace(open: readonly Line[], line: Line, isEnded: boolean, next: Line | undefined): boolean {
  const first = open[0]!
  const last = open[open.length - 1]!
  if (isCentred(last, line)) return true
  const em = line.size
  if (open.length === 1) {
    if (first.mark) return line.x0 > first.x0 - 5 * em
    const indent = first.x0 - line.x0
    return Math.abs(indent) < 0.6 * em || (indent > 0 && indent < 5 * em) || !isEnded
  }
  const shift = line.x0 - last.x0
  if (Math.abs(shift) < 0.6 * em) return true
  // An indented line after the end of a sentence opens a paragraph whose next line stands at the edge again.
  if (shift > 0 && isEnded) return !next || next.x0 > line.x0 - 0.6 * em ? !isEnded : false
  return !isEnded
}

/** The paragraph that the first line of a column goes on with: the last one, or the last before footnotes. */
function openBefore(found: readonly (Paragraph | Table)[], line: Line): number | undefined {
  if (line.mark !== null) return undefined
  for (let at = found.length - 1; at >= 0 && at >= found.length - MAX_FOOTNOTES; at--) {
    const block = found[at]!
    if (block.kind === 'table') return undefined
    const last = block.lines[block.lines.length - 1]!
    if (isAlike(last, line)) return isOpen(block, last, line) ? at : undefined
    if (last.size > line.size) return undefined
  }
  return undefined
}

function isOpen(block: Paragraph, last: Line, line: Line): boolean {
  if (block.lines.every((other) => other.isBold) !== line.isBold) return false
  const isShort = last.x1 - block.left < 0.5 * (line.x1 - line.x0)
  if (SENTENCE_END.test(last.text) || isShort) return /^\p{Ll}/u.test(line.text) && !/[.!?]$/.test(last.text)
  return block.lines.length > 1 || /^\p{Ll}/u.test(line.text) || textOf(last.pieces).length > 50
}
