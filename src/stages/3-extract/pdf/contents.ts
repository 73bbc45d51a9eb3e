/** Tables of contents: headings of the document once more, with the pages on which they stand in print. */

import type { Line } from './line.ts'
import type { Paragraph } from './paragraphs.ts'
import type { Table } from './table.ts'

/** Fewer lines that end in a number are something else. */
const MIN_ENTRIES = 4
const LEADER = /(?:[.·…_]\s?){4,}\s*(?:\d{1,3}|[ivxl]{1,5})?$/
const TITLE =
  /^(?:table of )?contents$|^inhalt(?:sverzeichnis)?$|^(?:sommaire|table des matières|índice|indice|inhoud)$/i

export function withoutContents(found: readonly (Paragraph | Table)[]): (Paragraph | Table)[] {
  const isEntry = found.map(isContents)
  const kept: (Paragraph | Table)[] = []
  for (let i = 0; i < found.length; i++) {
    let end = i
    // An entry of two lines breaks the run for one paragraph.
    while (end < found.length && (isEntry[end] || (end > i && isEntry[end + 1] && textOf(found[end]!).length < 120)))
      end++
    const entries = found.slice(i, end).reduce((sum, one, k) => sum + (isEntry[i + k] ? entriesOf(one) : 0), 0)
    if (entries < MIN_ENTRIES) {
      kept.push(found[i]!)
      continue
    }
    const title = kept[kept.length - 1]
    if (title && TITLE.test(textOf(title))) kept.pop()
    i = end - 1
  }
  return kept
}

function isContents(one: Paragraph | Table): boolean {
  return entriesOf(one) > 0
}

/** Lines with leaders; without them, rows whose last cell is a page number, which rise. */
function entriesOf(one: Paragraph | Table): number {
  if (one.kind === 'paragraph')
    return LEADER.test(textOf(one)) ? one.lines.filter((line) => LEADER.test(line.text)).length : 0
  const pages = one.rows.map((cells) => /^\d{1,3}$/.exec(textOfLines(cells[cells.length - 1] ?? []))?.[0] ?? null)
  const leaders = one.rows.filter((cells) => cells.some((cell) => LEADER.test(textOfLines(cell)))).length
  if (leaders >= 0.6 * one.rows.length) return one.rows.length
  if (one.rows.length < MIN_ENTRIES || one.rows.some((cells) => cells.filter((cell) => cell.length > 0).length > 3))
    return 0
  const numbers = pages.filter((page) => page !== null).map(Number)
  const isRising = numbers.every((page, i) => i === 0 || page >= numbers[i - 1]!)
  return isRising && numbers.length >= 0.8 * one.rows.length ? one.rows.length : 0
}

function textOf(one: Paragraph | Table): string {
  return one.kind === 'paragraph'
    ? textOfLines(one.lines)
    : one.rows.map((cells) => textOfLines(cells.flat())).join(' ')
}

function textOfLines(lines: readonly Line[]): string {
  return lines.map((line) => line.text).join(' ')
}
