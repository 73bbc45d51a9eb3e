/** Running headers and footers: rows at the edges of pages that come again on other pages, and page numbers. */
import type { Row } from './line.ts'
import type { PdfPage } from './piece.ts'

export type PageRows = { readonly page: PdfPage; readonly rows: readonly Row[] }

/** How much of the height may belong to headers, and to footers. */
const EDGE = 0.14
/** Headers move by a point or two where pages are scaled. */
const SAME_PLACE = 3

export function withoutEdges(pages: readonly PageRows[]): PageRows[] {
  const counts = countPages(pages)
  const needed = Math.max(2, Math.min(4, Math.ceil(pages.length / 3)))
  const counted = countedPlaces(pages)
  const isRunning = (row: Row, page: PageRows): boolean => {
    const key = keyOf(row)
    const place = placeOf(row, page)
    const again = [place - 1, place, place + 1].reduce((sum, near) => sum + (counts.get(`${near} ${key}`) ?? 0), 0)
    if (again >= needed) return true
    return isOutermost(row, page) && (isPageNumber(textOf(row)) || counted.has(`${place} ${countOf(row, page)}`))
  }
  return pages.map((page) => ({
    page: page.page,
    rows: page.rows.filter((row) => !isAtEdge(row, page) || !isRunning(row, page)),
  }))
}

/** On how many pages a row of these words stands at this place. */
function countPages(pages: readonly PageRows[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const page of pages) {
    const own = new Set(
      page.rows.filter((row) => isAtEdge(row, page)).map((row) => `${placeOf(row, page)} ${keyOf(row)}`),
    )
    for (const key of own) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

/**
 * Places where rows end or begin with the number of their page, whatever else they say ("Chapter 2: Fees  17"): there
 * the number and the page differ by the same on several pages.
 */
function countedPlaces(pages: readonly PageRows[]): Set<string> {
  const seen = new Map<string, number>()
  for (const page of pages)
    for (const row of page.rows.filter((one) => isAtEdge(one, page) && isOutermost(one, page))) {
      const count = countOf(row, page)
      const key = `${placeOf(row, page)} ${count}`
      if (count !== null) seen.set(key, (seen.get(key) ?? 0) + 1)
    }
  const needed = Math.max(3, 0.3 * pages.length)
  return new Set([...seen].filter(([, times]) => times >= needed).map(([key]) => key))
}

/** By how much the number at an end of a row differs from the number of the page. */
function countOf(row: Row, { page }: PageRows): number | null {
  const found = /(?:^|\s)(\d{1,4})$/.exec(textOf(row)) ?? /^(\d{1,4})\s/.exec(textOf(row))
  return found ? Number(found[1]) - page.number : null
}

function isAtEdge(row: Row, { page }: PageRows): boolean {
  const y = row[0]!.y
  return y < EDGE * page.height || y > (1 - EDGE) * page.height
}

/** Distance from the nearer edge, in steps; headers and footers keep it when the height of pages differs. */
function placeOf(row: Row, { page }: PageRows): number {
  const y = row[0]!.y
  return Math.round((y < page.height / 2 ? y : y - page.height) / SAME_PLACE)
}

function textOf(row: Row): string {
  return row.map((line) => line.text).join(' ')
}

/** Page numbers and dates differ from page to page. */
function keyOf(row: Row): string {
  return textOf(row)
    .toLowerCase()
    .replace(/\b[ivxl]+\b/g, '#')
    .replace(/\d+/g, '#')
    .replace(/\s+/g, ' ')
}

function isOutermost(row: Row, { rows }: PageRows): boolean {
  return [rows[0], rows[1], rows[rows.length - 2], rows[rows.length - 1]].includes(row)
}

function isPageNumber(text: string): boolean {
  return /^[-–—|\s]*(?:(?:page|seite|p\.|página|pagina|sida|strona)\s*)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:\/|of|von|sur|de|di|van|av|z)\s*\d{1,4})?[-–—|\s]*$/i.test(
    text,
  )
}
