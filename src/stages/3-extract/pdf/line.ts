/** Pieces of a page put together to rows, by baseline, and a row to segments, where the gaps are wider than words need. */
import { takeNumber } from '../shape/number.ts'
import type { PdfPage, Piece } from './piece.ts'

/** A run of text on one baseline: a line of a column, or what a table has there in one cell. */
export type Line = {
  readonly pieces: readonly Piece[]
  readonly text: string
  readonly x0: number
  readonly x1: number
  readonly y: number
  /** Of most of its letters. */
  readonly size: number
  readonly isBold: boolean
  /** Where the text begins behind a printed mark or number; `x0` where there is none. */
  readonly textX: number
  readonly mark: 'bullet' | 'number' | null
}

/** What stands on one baseline, from left to right. */
export type Row = readonly Line[]

export const BULLET = /^[•●▪◦‣∙○■□➢➤►✓✔❖§·\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf02d*–—-](?:\s+|$)/u
/** Gaps within a line of justified text are hardly ever wider, in font sizes. */
const WIDE_GAP = 1.3
/** Between a mark and its text there may be a tabulator. */
const MARK_GAP = 6
/** No table has more columns. */
const MAX_CELLS = 30

export function rowsOf(page: PdfPage): Row[] {
  return baselines(page.pieces)
    .map(segments)
    .map((row) => (row.length > MAX_CELLS ? [joined(row)] : row))
}

/** Pieces of nearly the same baseline; raised and lowered small print joins the line that it touches. */
function baselines(pieces: readonly Piece[]): Piece[][] {
  const groups: { y: number; size: number; pieces: Piece[] }[] = []
  for (const piece of [...pieces].sort((a, b) => a.y - b.y || a.x0 - b.x0)) {
    const last = groups[groups.length - 1]
    if (last && piece.y - last.y <= 0.25 * Math.min(piece.size, last.size)) {
      last.pieces.push(piece)
      last.size = Math.max(last.size, piece.size)
    } else groups.push({ y: piece.y, size: piece.size, pieces: [piece] })
  }
  const merged = new Set<Group>()
  groups.forEach((small, i) => {
    const near = [groups[i + 1], groups[i - 1]].find((main) => main && !merged.has(main) && belongsTo(small, main))
    if (!near) return
    near.pieces.push(...small.pieces)
    merged.add(small)
  })
  return groups.filter((group) => !merged.has(group)).map((group) => group.pieces)
}

type Group = { readonly y: number; readonly size: number; readonly pieces: readonly Piece[] }

function belongsTo(small: Group, main: Group): boolean {
  if (small.size > 0.85 * main.size || Math.abs(small.y - main.y) > 0.55 * main.size) return false
  if (small.pieces.length > 8) return false
  return small.pieces.every((piece) =>
    main.pieces.some((other) => piece.x0 - other.x1 < 0.4 * main.size && other.x0 - piece.x1 < 0.4 * main.size),
  )
}

function segments(pieces: readonly Piece[]): Line[] {
  const lines: Line[] = []
  let open: Piece[] = []
  let end = 0
  for (const piece of [...pieces].sort((a, b) => a.x0 - b.x0)) {
    const gap = piece.x0 - end
    const isWide = gap > WIDE_GAP * piece.size && !(isMark(open) && gap < MARK_GAP * piece.size)
    if (open.length > 0 && (isWide || isOtherCell(open[open.length - 1]!, piece))) {
      lines.push(lineOf(open))
      open = []
    }
    open.push(piece)
    end = open.length === 1 ? piece.x1 : Math.max(end, piece.x1)
  }
  if (open.length > 0) lines.push(lineOf(open))
  return lines
}

function isOtherCell({ tag: before }: Piece, { tag }: Piece): boolean {
  return before?.kind === 'cell' && tag?.kind === 'cell' && before.element !== tag.element
}

function isMark(pieces: readonly Piece[]): boolean {
  if (pieces.length > 3) return false
  const text = textOf(pieces).trim()
  return text.length <= 12 && (isBulletText(text) || takeNumber(`${text} Text`)?.rest === 'Text')
}

function isBulletText(text: string): boolean {
  return text === 'o' || BULLET.test(text)
}

/** All pieces of a row, or of what seemed to be several cells, as one line. */
export function joined(row: Row): Line {
  return row.length === 1 ? row[0]! : lineOf(row.flatMap((line) => [...line.pieces]))
}

export function lineOf(pieces: readonly Piece[]): Line {
  const text = textOf(pieces).trim()
  const x0 = pieces[0]!.x0
  const cut = markEnd(pieces)
  return {
    pieces,
    text,
    x0,
    x1: pieces.reduce((end, piece) => Math.max(end, piece.x1), x0),
    y: heaviest(pieces, (piece) => piece.y),
    size: heaviest(pieces, (piece) => piece.size),
    isBold: pieces.every((piece) => piece.isBold || !/[\p{L}\p{N}]/u.test(piece.text)) && /\p{L}/u.test(text),
    textX: cut?.textX ?? x0,
    mark: cut?.mark ?? null,
  }
}

/** Where the text behind a mark begins: at the next piece, or at an estimated place inside of the same. */
function markEnd(pieces: readonly Piece[]): { mark: 'bullet' | 'number'; textX: number } | null {
  const text = textOf(pieces).trim()
  const first = pieces[0]!
  const bullet = BULLET.exec(text)
  const isRound = first.text.trim() === 'o' && pieces.length > 1 && pieces[1]!.x0 - first.x1 > 0.4 * first.size
  const number = bullet || isRound ? null : takeNumber(text)
  if (!bullet && !isRound && !number) return null
  const length = bullet ? bullet[0].length : isRound ? 1 : text.length - number!.rest.length
  let seen = 0
  for (const piece of pieces) {
    if (seen >= length - 1 && piece !== first) return { mark: number ? 'number' : 'bullet', textX: piece.x0 }
    const inside = length - seen
    seen += piece.text.length + 1
    if (inside < piece.text.length)
      return {
        mark: number ? 'number' : 'bullet',
        textX: piece.x0 + ((piece.x1 - piece.x0) * inside) / piece.text.length,
      }
  }
  return { mark: number ? 'number' : 'bullet', textX: first.x0 }
}

export function textOf(pieces: readonly Piece[]): string {
  let text = ''
  let last: Piece | null = null
  for (const piece of pieces) {
    if (last && isParted(last, piece)) text += ' '
    text += piece.text
    last = piece
  }
  return text
}

/** Whether there is a space between two pieces of a line. */
export function isParted(last: Piece, piece: Piece): boolean {
  if (/\s$/.test(last.text) || /^\s/.test(piece.text)) return false
  const gap = piece.x0 - last.x1
  return gap > 0.13 * Math.min(last.size, piece.size) || (piece.isSpaced && gap > -0.05 * piece.size)
}

function heaviest(pieces: readonly Piece[], measured: (piece: Piece) => number): number {
  const units = new Map<number, number>()
  for (const piece of pieces) {
    const value = Math.round(measured(piece) * 100) / 100
    units.set(value, (units.get(value) ?? 0) + piece.text.length)
  }
  let best = 0
  let most = -1
  for (const [value, count] of units) if (count > most) [best, most] = [value, count]
  return best
}

export function extent(lines: readonly Line[]): { left: number; right: number } {
  let left = Number.POSITIVE_INFINITY
  let right = Number.NEGATIVE_INFINITY
  for (const line of lines) {
    left = Math.min(left, line.x0)
    right = Math.max(right, line.x1)
  }
  return { left, right }
}
