/**
 * Rows of a page that belong together because a blank strip runs down between what stands left and right of it. Rows
 * are swept from the top, and a row that closes the strips begins another band.
 */
import type { Line, Row } from './line.ts'

export type Strip = {
  readonly from: number
  readonly to: number
  /** Whether any row has text on this side of it. */
  readonly hasLeft: boolean
  readonly hasRight: boolean
}

/** Narrower than this no columns are set apart, in points. */
const GUTTER = 7
/** A blank at the side of a row is an indent unless a column has room in it. */
const MARGIN = 0.14

export type Band = { readonly rows: readonly Row[]; readonly strips: readonly Strip[] }

export function bandsOf(rows: readonly Row[], left: number, right: number): Band[] {
  const bands: { rows: Row[]; strips: Strip[] }[] = []
  let open: { rows: Row[]; strips: Strip[] } | null = null
  for (const row of rows) {
    const free = blanksOf(row, left, right)
    const common: Strip[] = open ? intersect(open.strips, free) : free
    if (open && common.length > 0 && !losesCells(open, row, common)) {
      open.rows.push(row)
      open.strips = common
      continue
    }
    const moved: Row[] = open ? takeHeading(open) : []
    open = {
      rows: [...moved, row],
      strips: moved.reduce((strips, other) => intersect(strips, blanksOf(other, left, right)), free),
    }
    bands.push(open)
    if (free.length === 0) open = null
  }
  return bands
}

/** Whether a row would close one of several gutters of a band, or the band one of the row's: then it is another one. */
function losesCells(open: Band, row: Row, common: readonly Strip[]): boolean {
  const count = (strips: readonly Strip[]): number => strips.filter(isInner).length
  const before = count(open.strips)
  if (count(common) < before && (before === 1 || open.rows.filter((other) => other.length > before).length > 1))
    return true
  return before === 0 && row.length > 2 && count(common) < row.length - 1
}

function isInner({ hasLeft, hasRight }: Strip): boolean {
  return hasLeft && hasRight
}

/** Last rows of a band that stand alone at its left, under a gap, are the heading of what follows them. */
function takeHeading(band: { rows: Row[]; strips: Strip[] }): Row[] {
  const inner = innerStrips(band)
  if (inner.length === 0) return []
  let from = band.rows.length
  while (from > 1 && band.rows[from - 1]!.every((line) => line.x1 <= inner[0]!.from)) from--
  for (let i = from; i < band.rows.length; i++) {
    const gap = band.rows[i]![0]!.y - band.rows[i - 1]![0]!.y
    if (gap > 1.6 * band.rows[i]![0]!.size && i > 0) return band.rows.splice(i)
  }
  return []
}

function blanksOf(row: Row, left: number, right: number): Strip[] {
  const blanks: Strip[] = []
  const margin = MARGIN * (right - left)
  let from = left
  for (const line of row) {
    if (line.x0 - from >= (from === left ? margin : GUTTER))
      blanks.push({ from, to: line.x0, hasLeft: from > left, hasRight: true })
    from = Math.max(from, line.x1)
  }
  if (right - from >= margin) blanks.push({ from, to: right, hasLeft: true, hasRight: false })
  return blanks
}

function intersect(a: readonly Strip[], b: readonly Strip[]): Strip[] {
  const common: Strip[] = []
  for (const one of a)
    for (const other of b) {
      const from = Math.max(one.from, other.from)
      const to = Math.min(one.to, other.to)
      const hasLeft = one.hasLeft || other.hasLeft
      const hasRight = one.hasRight || other.hasRight
      if (to - from >= GUTTER) common.push({ from, to, hasLeft, hasRight })
    }
  return common
}

/** Strips with text on both sides. */
export function innerStrips({ rows, strips }: Band): Strip[] {
  const lines = rows.flat()
  return strips.filter(
    (strip) => lines.some((line) => line.x1 <= strip.from + 1) && lines.some((line) => line.x0 >= strip.to - 1),
  )
}

/** Headings across columns that are no longer than one of them: beside them there is nothing. */
export function partSections(band: Band): Band[] {
  const gutter = innerStrips(band)[0]
  if (!gutter) return [band]
  const parts: Row[][] = [[]]
  let lastRight: number | null = null
  band.rows.forEach((row, i) => {
    const next = band.rows[i + 1]
    const isRight = row.some((line) => line.x0 >= gutter.to - 1)
    if (isRight) lastRight = row[0]!.y
    else if (lastRight !== null && next && stands(row[0]!, next[0]!)) {
      const nextRight = band.rows.slice(i + 1).find((other) => other.some((line) => line.x0 >= gutter.to - 1))
      if (nextRight && nextRight[0]!.y - lastRight > 2.6 * row[0]!.size && row[0]!.y > lastRight) parts.push([])
    }
    parts[parts.length - 1]!.push(row)
  })
  return parts.map((rows) => ({ rows, strips: band.strips }))
}

function stands(line: Line, next: Line): boolean {
  return (line.isBold && !next.isBold) || line.size > 1.08 * next.size
}
