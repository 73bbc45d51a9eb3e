/** One page of a PDF to placed pieces of text: what a reader sees of it, upright, with its weight and its links. */
import type { PDFPageProxy } from 'pdfjs-dist/types/src/display/api.js'
import { MAX_LINKS } from './limits.ts'
import { withLinks } from './links.ts'
import { type LinkArea, multiply, type PdfPage, type Piece } from './piece.ts'
import { readStructure } from './structure.ts'

/** What is left to spend of a whole file. */
export type Budget = { pieces: number; units: number }

/** Names of fonts by the library's ids, filled page by page. */
export type FontNames = Map<string, string>

type Item = {
  readonly str: string
  readonly width: number
  readonly transform: readonly number[]
  readonly fontName: string
}
type Mark = { readonly type: string; readonly tag?: string | null; readonly id?: string | null }
type Placed = Piece & { readonly turn: number; readonly markId: string | null }

/** Smaller than this nobody reads it: text that is there for machines. */
const VISIBLE_SIZE = 2
/** Marks nest in what files mean, not in what they are. */
const MAX_MARKS = 100
const BOLD = /bold|black|heavy|semibold|demi(?!on)|[-_,]bd\b|\bcmbx|\bsfbx/i

/** Null where the budget of the file is spent. */
export async function readPage(page: PDFPageProxy, fonts: FontNames, budget: Budget): Promise<PdfPage | null> {
  const { width, height, transform } = page.getViewport({ scale: 1 })
  const placed = await placedText(page, transform, budget)
  if (placed === null) return null
  await nameFonts(page, placed, fonts)
  const turn = mainTurn(placed)
  const isAside = turn % 2 === 1
  const number = page.pageNumber
  const size = isAside ? { width: height, height: width } : { width, height }
  const upright = placed.filter((piece) => piece.turn === turn).map((piece) => turned(piece, turn, width, height))
  const tags = placed.some((piece) => piece.markId) ? readStructure(await page.getStructTree(), number * 1e6) : null
  const pieces = withoutDoubles(upright)
    .filter((piece) => piece.size >= VISIBLE_SIZE && piece.x1 > 0 && piece.x0 < size.width)
    .map(({ turn: _, markId, ...piece }) => ({
      ...piece,
      isBold: BOLD.test(fonts.get(piece.font) ?? ''),
      tag: tags?.get(markId ?? '') ?? null,
    }))
  // Links of pages that are printed sideways are rare, and left out.
  return { number, ...size, pieces: turn === 0 ? withLinks(pieces, await linkAreas(page, transform)) : pieces }
}

async function placedText(page: PDFPageProxy, view: readonly number[], budget: Budget): Promise<Placed[] | null> {
  const placed: Placed[] = []
  const reader = page.streamTextContent({ includeMarkedContent: true }).getReader()
  const marks: Mark[] = []
  let isSpaced = false
  for (;;) {
    const { value, done } = (await reader.read()) as { value?: { items: (Item | Mark)[] }; done: boolean }
    if (done || !value) return placed
    budget.pieces -= value.items.length
    for (const item of value.items) {
      if ('type' in item) {
        if (item.type === 'endMarkedContent') marks.pop()
        else marks.push(item)
      } else if (item.str.trim() === '') isSpaced ||= item.str !== ''
      else {
        budget.units -= item.str.length
        const isArtifact = marks.some((mark) => mark.tag === 'Artifact')
        const markId = marks.findLast((mark) => mark.id)?.id ?? null
        placed.push({ ...place(item, view), isArtifact, isSpaced, markId })
        isSpaced = false
      }
    }
    if (budget.pieces >= 0 && budget.units >= 0 && marks.length <= MAX_MARKS) continue
    // A stream that nobody reads or cancels would keep the file open.
    await reader.cancel(new Error('the budget of the file is spent'))
    return null
  }
}

function place(item: Item, view: readonly number[]): Omit<Placed, 'isArtifact' | 'isSpaced' | 'markId'> {
  const [a, b, c, d, x, y] = multiply(view, item.transform)
  return {
    text: item.str,
    x0: x,
    x1: x + item.width,
    y,
    size: Math.hypot(c, d),
    font: item.fontName,
    isBold: false,
    tag: null,
    links: [],
    turn: turnOf(a, b),
  }
}

/** Quarter turns clockwise of the direction in which text runs; NaN for slanted text, which is a stamp or watermark. */
function turnOf(a: number, b: number): number {
  if (Math.abs(b) <= 0.1 * Math.abs(a)) return a > 0 ? 0 : 2
  if (Math.abs(a) <= 0.1 * Math.abs(b)) return b > 0 ? 1 : 3
  return Number.NaN
}

function mainTurn(placed: readonly Placed[]): number {
  const units = [0, 0, 0, 0]
  for (const { turn, text } of placed) if (turn in units) units[turn]! += text.length
  return units.indexOf(Math.max(...units))
}

function turned(piece: Placed, turn: number, width: number, height: number): Placed {
  if (turn === 0) return piece
  const [x, y] =
    turn === 1
      ? [piece.y, width - piece.x0]
      : turn === 2
        ? [width - piece.x0, height - piece.y]
        : [height - piece.y, piece.x0]
  return { ...piece, x0: x, x1: x + piece.x1 - piece.x0, y }
}

/** Text that is printed twice at nearly the same place looks bold and is read once. */
function withoutDoubles(pieces: readonly Placed[]): Placed[] {
  const seen = new Set<string>()
  return pieces.filter((piece) => {
    const key = `${Math.round(piece.x0 / 2)} ${Math.round(piece.y / 2)} ${piece.text}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/**
 * The library says what a font is called only after it has prepared a page for drawing, so that is done for pages
 * with fonts that were not seen before. Where it fails, the text is read without weights.
 */
async function nameFonts(page: PDFPageProxy, placed: readonly Placed[], fonts: FontNames): Promise<void> {
  const unknown = new Set(placed.map((piece) => piece.font).filter((font) => !fonts.has(font)))
  if (unknown.size === 0) return
  for (const font of unknown) fonts.set(font, '')
  await page.getOperatorList({ annotationMode: 0 })
  for (const font of unknown) {
    if (!page.commonObjs.has(font)) continue
    const { name } = page.commonObjs.get(font) as { readonly name?: unknown }
    if (typeof name === 'string') fonts.set(font, name)
  }
}

async function linkAreas(page: PDFPageProxy, view: readonly number[]): Promise<LinkArea[]> {
  const areas: LinkArea[] = []
  for (const annotation of (await page.getAnnotations()).slice(0, MAX_LINKS)) {
    const { subtype, url, rect, overlaidText } = annotation as {
      readonly subtype?: string
      readonly url?: string
      readonly rect?: readonly number[]
      readonly overlaidText?: string
    }
    if (subtype !== 'Link' || !rect || !url || !/^(?:https?|mailto|tel):/i.test(url)) continue
    const [left, bottom, right, top] = rect as [number, number, number, number]
    const corner = multiply(view, [1, 0, 0, 1, left, bottom])
    const other = multiply(view, [1, 0, 0, 1, right, top])
    areas.push({
      x0: Math.min(corner[4], other[4]),
      x1: Math.max(corner[4], other[4]),
      y0: Math.min(corner[5], other[5]),
      y1: Math.max(corner[5], other[5]),
      href: url,
      words: overlaidText?.trim() ?? '',
    })
  }
  return areas
}
