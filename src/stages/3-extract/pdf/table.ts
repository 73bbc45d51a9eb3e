/** Tables: whether rows with several cells are one, which lines are one row of it, and those that a tagged file marks. */
import type { Strip } from './band.ts'
import { joined, type Line, type Row } from './line.ts'
import type { Tag } from './structure.ts'

/** Rows of cells of lines. */
export type Table = { readonly kind: 'table'; readonly rows: readonly (readonly (readonly Line[])[])[] }

/** A table, and the lines of its band that stand before and after it. */
type TableSplit = { readonly before: readonly Line[]; readonly table: Table; readonly after: readonly Line[] }

/**
 * Whether what stands behind each gutter begins, ends or is centred at the same place. Words of justified text are far
 * apart by chance, so narrow gutters need more rows.
 */
export function isTable(rows: readonly Row[], gutters: readonly Strip[]): boolean {
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
export function groupsOf(rows: readonly Row[]): Row[][] {
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
export function isGrid(groups: readonly Row[][], columnOf: (line: Line) => number, columns: number): boolean {
  if (groups.length < 3) return false
  const aligned = groups.filter((group) => new Set(group[0]!.map(columnOf)).size >= Math.min(2, columns)).length
  return aligned >= 0.7 * groups.length
}

export function splitTable(rows: readonly Row[], columnOf: (line: Line) => number, columns: number): TableSplit | null {
  const isWide = (row: Row): boolean => row.length > 1
  const first = rows.findIndex(isWide)
  const last = rows.findLastIndex(isWide)
  if (first < 0 || rows.filter(isWide).length < 2) return null
  let end = last + 1
  while (end < rows.length && isRest(rows[end - 1]!, rows[end]!, columnOf)) end++
  const cells = tableRows(rows.slice(first, end), columnOf, columns)
  return {
    before: rows.slice(0, first).map(joined),
    table: { kind: 'table', rows: cells },
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
export function partTables(rows: readonly Row[]): (Table | { readonly kind: 'rows'; readonly rows: Row[] })[] {
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
