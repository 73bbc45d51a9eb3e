/**
 * A PDF to raw blocks in reading order. Nothing in it throws for bad bytes: what cannot be read has a reason, and a
 * file of which a part could not be read says so.
 */
import type { RawBlock } from '../shape/raw-block.ts'
import { blocksOf } from './blocks.ts'
import { withoutContents } from './contents.ts'
import { type PageRows, withoutEdges } from './edges.ts'
import { vocabularyOf } from './hyphens.ts'
import { areasOf, type Column } from './layout.ts'
import { MAX_PIECES, MAX_UNITS } from './limits.ts'
import { type Line, rowsOf } from './line.ts'
import { measureUsual } from './measure.ts'
import { type OpenPdf, openPdf, type Refused } from './open.ts'
import { paragraphsOf } from './paragraphs.ts'
import type { PdfPage } from './piece.ts'
import { type Budget, type FontNames, readPage } from './read-page.ts'

export type PdfText = {
  readonly blocks: readonly RawBlock[]
  readonly title: string | null
  readonly language: string | null
  /** The file ends early, or pages of it cannot be read. */
  readonly isCut: boolean
}

const CUT: Refused = { unreadable: 'the PDF file is damaged: it ends before its end, and its index is missing' }

/** Fewer letters a page than this are stamps and page numbers on pictures of pages. */
const SCANNED_UNITS = 30

/** Viewers allow for some bytes before the mark of a PDF; what is declared is not believed. */
export function isPdf(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(1024, bytes.length)).toString('latin1')
  const at = start.indexOf('%PDF-')
  return at === 0 || (at > 0 && !/<(?:!doctype|html|head|body)/i.test(start))
}

export async function readPdf(bytes: Uint8Array): Promise<PdfText | Refused> {
  const file = await openPdf(bytes)
  if ('unreadable' in file) return file.isDamaged && endsEarly(bytes) ? CUT : file
  try {
    const read = await readPages(file)
    if ('unreadable' in read) return read
    const refused = refuseText(read.pages, file)
    if (refused) return refused
    return {
      blocks: shapePages(read.pages),
      title: usefulTitle(file.title),
      language: file.language,
      isCut: read.damaged > 0 || endsEarly(bytes),
    }
  } finally {
    await file.close()
  }
}

async function readPages(file: OpenPdf): Promise<{ pages: PdfPage[]; damaged: number } | Refused> {
  const fonts: FontNames = new Map()
  const budget: Budget = { pieces: MAX_PIECES, units: MAX_UNITS }
  const pages: PdfPage[] = []
  let damaged = 0
  for (let number = 1; number <= file.pageCount; number++) {
    // What the library rejects is a page that is lacking: it is counted, and the text is partial.
    const page = await file.page(number).catch(() => null)
    const read = page ? await readPage(page, fonts, budget).catch(() => 'damaged' as const) : 'damaged'
    if (read === null)
      return { unreadable: `the PDF file holds more text than can be read (page ${number} and before)` }
    if (read === 'damaged') damaged++
    else pages.push(read)
    page?.cleanup()
  }
  if (pages.length === 0) return { unreadable: 'the PDF file is damaged: none of its pages can be read' }
  return { pages, damaged }
}

function refuseText(pages: readonly PdfPage[], file: OpenPdf): Refused | null {
  const text = pages.flatMap((page) => page.pieces.map((piece) => piece.text)).join('')
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
  const many = file.pageCount === 1 ? 'the PDF file has one page' : `the PDF file has ${file.pageCount} pages`
  if (letters < SCANNED_UNITS * pages.length && letters < 20 * SCANNED_UNITS)
    return {
      unreadable: `${many} ${letters === 0 ? 'without any' : 'with hardly any'} text; it is probably scanned from paper`,
    }
  const unnamed = text.match(/[\p{Co}\p{Cn}\ufffd\u0000-\u0008\u000e-\u001f]/gu)?.length ?? 0
  if (unnamed > 0.3 * text.length)
    return { unreadable: `${many}, and its fonts do not say which letters their signs stand for` }
  if (file.isForm && /please wait/i.test(text.slice(0, 2000)) && text.length < 3000)
    return { unreadable: 'the PDF file is a form that only the reader of its maker can show' }
  return null
}

function shapePages(pages: readonly PdfPage[]): RawBlock[] {
  const kept = withoutArtifacts(pages)
  const rows: PageRows[] = kept.map((page) => ({ page, rows: rowsOf(page) }))
  const bodies = withoutEdges(rows).filter((page) => page.rows.length > 0)
  const right = usualRight(bodies)
  const areas = bodies.flatMap((page) => areasOf(page.rows, right))
  const usual = measureUsual(areas.filter((area): area is Column => area.kind === 'column'))
  const lines: Line[] = areas.flatMap((area) => (area.kind === 'column' ? [...area.lines] : area.rows.flat(2)))
  return blocksOf(withoutContents(paragraphsOf(areas, usual)), usual, vocabularyOf(lines.map((line) => line.text)))
}

/** Decoration that the file marks as such; a file that marks most of its text has marked it wrongly. */
function withoutArtifacts(pages: readonly PdfPage[]): readonly PdfPage[] {
  let marked = 0
  let all = 0
  for (const { pieces } of pages)
    for (const { text, isArtifact } of pieces) {
      all += text.length
      if (isArtifact) marked += text.length
    }
  if (marked > 0.3 * all) return pages
  return pages.map((page) => ({ ...page, pieces: page.pieces.filter((piece) => !piece.isArtifact) }))
}

/** Where lines usually end: the right edge that all but a few stay within. */
function usualRight(pages: readonly PageRows[]): number {
  const ends = pages.flatMap((page) => page.rows.map((row) => row[row.length - 1]!.x1)).sort((a, b) => a - b)
  return ends[Math.floor(0.97 * ends.length)] ?? 0
}

/** Names of files and of templates are no titles. */
function usefulTitle(title: string | null): string | null {
  const plain = title?.replace(/^Microsoft (?:Word|PowerPoint) - /, '').trim() ?? ''
  if (plain.length < 4 || plain.length > 200 || !/\p{L}{3}/u.test(plain)) return null
  if (/\.(?:docx?|pdf|html?|indd|pages|odt|rtf|tex)$|^untitled|^document\d*$|^https?:|[\\_]/i.test(plain)) return null
  return plain
}

/** A whole file ends with a mark; one in two halves says at its start how long it is. */
function endsEarly(bytes: Uint8Array): boolean {
  const text = (from: number, to: number): string =>
    Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('latin1')
  const said = /\/Linearized\b[^>]{0,200}?\/L\s+(\d{1,10})/.exec(text(0, Math.min(2048, bytes.length)))
  if (said && Number(said[1]) > bytes.length) return true
  return !text(Math.max(0, bytes.length - 65_536), bytes.length).includes('%%EOF')
}
