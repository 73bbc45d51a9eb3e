/**
 * The order in which the rows of a page are read. Rows are swept from the top, and as long as a blank strip runs down
 * between what stands left and right of it, they belong to one band: text in columns, a table, or neither of them.
 */
import { joined, type Line, type Row } from './line.ts'
import type { Tag } from './structure.ts'

export type Column = {
  readonly kind: 'column'
  readonly left: number
  readonly right: number
  readonly lines: readonly Line[]
}
/** Rows of cells of lines. */
export type Table = { readonly kind: 'table'; readonly rows: readonly (readonly (readonly Line[])[])[] }
export type Area = Column | Table

type Strip = {
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

export function areasOf(rows: readonly Row[], bodyRight: number): Area[] {
  const { left, right } = extent(rows.flat())
  const areas: Area[] = []
  let plain: Line[] = []
  const flush = (): void => {
    if (plain.length > 0) areas.push({ kind: 'column', left, right: Math.max(right, bodyRight), lines: plain })
    plain = []
  }
  const place = (band: Band): void => {
    const split = splitBand(band)
    if (split === null) {
      plain.push(...band.rows.map(joined))
      return
    }
    plain.push(...split.before)
    flush()
    areas.push(...split.areas)
    plain.push(...split.after)
  }
  for (const part of partTables(rows)) {
    if (part.kind === 'table') {
      flush()
      areas.push(part)
      continue
    }
    for (const band of bandsOf(part.rows, left, right).flatMap(partSections)) place(band)
  }
  flush()
  return areas
}
type Band = { readonly rows: readonly Row[]; readonly strips: readonly Strip[] }

function bandsOf(rows: readonly Row[], left: number, right: number): Band[] {
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
  if (count(common) < before) return true
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
function innerStrips({ rows, strips }: Band): Strip[] {
  const lines = rows.flat()
  return strips.filter(
    (strip) => lines.some((line) => line.x1 <= strip.from + 1) && lines.some((line) => line.x0 >= strip.to - 1),
  )
}

function splitBand(band: Band): Split | null {
  const gutters = innerStrips(band)
  if (gutters.length === 0) return null
  const columnOf = (line: Line): number => gutters.filter((gutter) => line.x0 >= gutter.to - 1).length
  const rows = band.rows.map((row) => joinCells(row, columnOf))
  const columns: Line[][] = [[], ...gutters.map(() => [])]
  for (const line of rows.flat()) columns[columnOf(line)]!.push(line)
  const isText = columns.every(isProse) && !isGrid(groupsOf(rows), columnOf, columns.length)
  // In a table most rows have several cells; lines of columns stand beside one another by chance.
  const isLoose =
    columns.every((lines) => lines.length > 1) && rows.filter((row) => row.length > 1).length < 0.4 * rows.length
  if (isText || isLoose) return { before: [], areas: columns.map(asColumn), after: [] }
  return isTable(rows, gutters) ? splitTable(rows, columnOf, columns.length) : null
}

type Split = { readonly before: readonly Line[]; readonly areas: readonly Area[]; readonly after: readonly Line[] }

/** Wide gaps within a column part no cells. */
function joinCells(row: Row, columnOf: (line: Line) => number): Row {
  const cells = new Map<number, Line[]>()
  for (const line of row) cells.set(columnOf(line), [...(cells.get(columnOf(line)) ?? []), line])
  return [...cells.values()].map(joined)
}

/** Headings across columns that are no longer than one of them: beside them there is nothing. */
function partSections(band: Band): Band[] {
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

function asColumn(lines: readonly Line[]): Column {
  return { kind: 'column', ...extent(lines), lines }
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

/** Lines that mostly run to the edge of their column. */
function isProse(lines: readonly Line[]): boolean {
  if (lines.length < 3) return false
  const { left, right } = extent(lines)
  const full = lines.filter((line) => line.x1 - line.x0 >= 0.72 * (right - left)).length
  const units = lines.reduce((sum, line) => sum + line.text.length, 0) / lines.length
  return full >= 0.4 * lines.length && units >= 18
}

/**
 * Whether what stands behind each gutter begins, ends or is centred at the same place. Words of justified text are far
 * apart by chance, so narrow gutters need more rows.
 */
function isTable(rows: readonly Row[], gutters: readonly Strip[]): boolean {
  const wide = rows.filter((row) => row.length > 1)
  const isNarrow = gutters.some((gutter) => gutter.to - gutter.from < 1.3 * rows[0]![0]!.size)
  if (wide.length < (isNarrow ? 3 : 2)) return false
  return gutters.some((gutter) => {
    const cells = wide.map((row) => row.find((line) => line.x0 >= gutter.to - 1)).filter((line) => line !== undefined)
    return cells.length >= 2 && [left, right, centre].some((place) => agree(cells.map(place)) >= 0.6 * cells.length)
  })
}

const left = (line: Line): number => line.x0
const right = (line: Line): number => line.x1
const centre = (line: Line): number => (line.x0 + line.x1) / 2

/** How many values lie beside the middle one. */
function agree(values: readonly number[]): number {
  const middle = [...values].sort((a, b) => a - b)[values.length >> 1]!
  return values.filter((value) => Math.abs(value - middle) <= 2).length
}

/** Rows that stand closer to one another than to the rest. */
function groupsOf(rows: readonly Row[]): Row[][] {
  const steps = rows.slice(1).map((row, i) => row[0]!.y - rows[i]![0]!.y)
  const size = rows[0]![0]!.size
  const close = steps.reduce((least, step) => (step > 0.8 * size ? Math.min(least, step) : least), 1.25 * size)
  const groups: Row[][] = [[rows[0]!]]
  rows.slice(1).forEach((row, i) => {
    if (steps[i]! > 1.25 * close) groups.push([row])
    else groups[groups.length - 1]!.push(row)
  })
  return groups
}

/** Blank lines go through all columns at once, and all columns start again under them. */
function isGrid(groups: readonly Row[][], columnOf: (line: Line) => number, columns: number): boolean {
  if (groups.length < 3) return false
  const aligned = groups.filter((group) => new Set(group[0]!.map(columnOf)).size >= Math.min(2, columns)).length
  return aligned >= 0.7 * groups.length
}

function splitTable(rows: readonly Row[], columnOf: (line: Line) => number, columns: number): Split | null {
  const isWide = (row: Row): boolean => row.length > 1
  const first = rows.findIndex(isWide)
  const last = rows.findLastIndex(isWide)
  if (first < 0 || rows.filter(isWide).length < 2) return null
  let end = last + 1
  while (end < rows.length && isRest(rows[end - 1]!, rows[end]!, columnOf)) end++
  const cells = tableRows(rows.slice(first, end), columnOf, columns)
  return {
    before: rows.slice(0, first).map(joined),
    areas: [{ kind: 'table', rows: cells }],
    after: rows.slice(end).map(joined),
  }
}

/** The rest of a cell that goes on under the last row with several cells. */
function isRest(above: Row, row: Row, columnOf: (line: Line) => number): boolean {
  return row[0]!.y - above[0]!.y < 1.4 * row[0]!.size && columnOf(row[0]!) > 0
}

function tableRows(rows: readonly Row[], columnOf: (line: Line) => number, columns: number): Line[][][] {
  const groups = groupsOf(rows)
  // Without blanks between them, rows begin where the first column has text.
  const parts = groups.length > 1 ? groups : byFirstColumn(rows, columnOf)
  return parts.map((part) => {
    const cells: Line[][] = Array.from({ length: columns }, () => [])
    for (const line of part.flat()) cells[columnOf(line)]!.push(line)
    return cells
  })
}

function byFirstColumn(rows: readonly Row[], columnOf: (line: Line) => number): Row[][] {
  const parts: Row[][] = []
  for (const row of rows) {
    if (parts.length === 0 || columnOf(row[0]!) === 0) parts.push([row])
    else parts[parts.length - 1]!.push(row)
  }
  return parts
}

/** Longer cells are parts of a page that a table arranges. */
const MAX_CELL_UNITS = 1500

/** Tables that a tagged file marks, apart from the rest. */
function partTables(rows: readonly Row[]): (Table | { readonly kind: 'rows'; readonly rows: Row[] })[] {
  const runs: { readonly isTagged: boolean; readonly rows: Row[] }[] = []
  for (const row of rows) {
    const isTagged = row.every((line) => tagOf(line)?.kind === 'cell')
    const open = runs[runs.length - 1]
    if (open?.isTagged === isTagged) open.rows.push(row)
    else runs.push({ isTagged, rows: [row] })
  }
  return runs.map((run) => (run.isTagged ? taggedTable(run.rows) : null) ?? { kind: 'rows', rows: run.rows })
}

function taggedTable(rows: readonly Row[]): Table | null {
  const found = new Map<number, Map<number, Line[]>>()
  for (const line of rows.flat()) {
    const { row, element } = tagOf(line)!
    const cells = found.get(row) ?? new Map<number, Line[]>()
    found.set(row, cells)
    const cell = cells.get(element)
    if (cell) cell.push(line)
    else cells.set(element, [line])
  }
  const table = [...found.values()].map((cells) => [...cells.values()].sort((a, b) => a[0]!.x0 - b[0]!.x0))
  const isPlain = table.every((cells) => cells.every((cell) => unitsOf(cell) <= MAX_CELL_UNITS))
  return isPlain && table.some((cells) => cells.length > 1) ? { kind: 'table', rows: table } : null
}

function unitsOf(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + line.text.length, 0)
}

function tagOf(line: Line): Tag | null {
  return line.pieces[0]!.tag
}
