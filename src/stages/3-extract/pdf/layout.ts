/**
 * The order in which the rows of a page are read: every band of rows is text in columns, a table, or neither of them.
 */
import { type Band, bandsOf, innerStrips, partSections } from './band.ts'
import { extent, joined, type Line, type Row } from './line.ts'
import { groupsOf, isGrid, isTable, partTables, splitTable, type Table } from './table.ts'

export type Column = {
  readonly kind: 'column'
  readonly left: number
  readonly right: number
  readonly lines: readonly Line[]
}
export type Area = Column | Table

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
      for (const row of band.rows) plain.push(joined(row))
      return
    }
    for (const line of split.before) plain.push(line)
    flush()
    areas.push(...split.areas)
    for (const line of split.after) plain.push(line)
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

function splitBand(band: Band): Split | null {
  const gutters = innerStrips(band)
  if (gutters.length === 0) return null
  const columnOf = (line: Line): number => gutters.filter((gutter) => line.x0 >= gutter.to - 1).length
  const rows = band.rows.map((row) => joinCells(row, columnOf))
  const columns: Line[][] = [[], ...gutters.map(() => [])]
  for (const line of rows.flat()) columns[columnOf(line)]!.push(line)
  const isText =
    columns.every((lines) => isProse(lines) || flows(lines)) && !isGrid(groupsOf(rows), columnOf, columns.length)
  // In a table most rows have several cells; lines of columns stand beside one another by chance.
  const isLoose =
    columns.every((lines) => lines.length > 1) && rows.filter((row) => row.length > 1).length < 0.4 * rows.length
  if (isText || isLoose) return { before: [], areas: columns.map(asColumn), after: [] }
  const split = isTable(rows, gutters) ? splitTable(rows, columnOf, columns.length) : null
  if (split) return { before: split.before, areas: [split.table], after: split.after }
  return columns.every((lines) => lines.length >= 6) ? { before: [], areas: columns.map(asColumn), after: [] } : null
}

type Split = { readonly before: readonly Line[]; readonly areas: readonly Area[]; readonly after: readonly Line[] }

/** Wide gaps within a column part no cells. */
function joinCells(row: Row, columnOf: (line: Line) => number): Row {
  const cells = new Map<number, Line[]>()
  for (const line of row) cells.set(columnOf(line), [...(cells.get(columnOf(line)) ?? []), line])
  return [...cells.values()].map(joined)
}

function asColumn(lines: readonly Line[]): Column {
  return { kind: 'column', ...extent(lines), lines }
}

/** Lines that mostly run to the edge of their column. */
function isProse(lines: readonly Line[]): boolean {
  if (lines.length < 3) return false
  const { left, right } = extent(lines)
  const full = lines.filter((line) => line.x1 - line.x0 >= 0.72 * (right - left)).length
  const units = lines.reduce((sum, line) => sum + line.text.length, 0) / lines.length
  return full >= 0.4 * lines.length && units >= 18
}

/** Lines that go on in the next one, as those of cells seldom do. */
function flows(lines: readonly Line[]): boolean {
  const open = lines.slice(1).filter((line, i) => /^\p{Ll}/u.test(line.text) && /[\p{L}\p{N},-]$/u.test(lines[i]!.text))
  return lines.length >= 6 && open.length >= 0.25 * lines.length
}
