/** Areas of a page that lead elsewhere, laid over the text: which words of which piece are the link. */
import type { LinkArea, Piece } from './piece.ts'

export function withLinks(pieces: readonly Piece[], areas: readonly LinkArea[]): Piece[] {
  if (areas.length === 0) return [...pieces]
  const byTop = [...areas].sort((a, b) => a.y0 - b.y0)
  return pieces.map((piece) => {
    const middle = piece.y - 0.3 * piece.size
    const links: { start: number; end: number; href: string }[] = []
    for (const area of byTop) {
      if (area.y0 > middle) break
      if (area.y1 < middle || area.x1 <= piece.x0 || area.x0 >= piece.x1) continue
      const span = wordsUnder(piece, area)
      if (span && !links.some((link) => link.start < span.end && span.start < link.end))
        links.push({ ...span, href: area.href })
    }
    return links.length === 0 ? piece : { ...piece, links: links.sort((a, b) => a.start - b.start) }
  })
}

/** Letters have different widths, so a place in a piece is an estimate that ends at the nearest word. */
function wordsUnder(piece: Piece, area: LinkArea): { start: number; end: number } | null {
  const { text } = piece
  const perUnit = (piece.x1 - piece.x0) / text.length
  const guess = Math.max(0, (area.x0 - piece.x0) / perUnit)
  const known = nearest(text, area.words, guess)
  if (known !== null && perUnit * area.words.length < 1.5 * (area.x1 - area.x0))
    return { start: known, end: known + area.words.length }
  let start = -1
  let end = -1
  for (const word of text.matchAll(/\S+/g)) {
    const centre = piece.x0 + perUnit * (word.index + word[0].length / 2)
    if (centre < area.x0 || centre > area.x1) continue
    if (start < 0) start = word.index
    end = word.index + word[0].length
  }
  return start < 0 ? null : { start, end }
}

function nearest(text: string, words: string, guess: number): number | null {
  if (words === '') return null
  let best: number | null = null
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (best === null || Math.abs(at - guess) < Math.abs(best - guess)) best = at
  }
  return best
}
