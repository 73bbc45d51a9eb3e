/** Blocks whose lines the page broke by hand: a glued heading, a list, or paragraphs in one element are parted again. */
import { takeNumber } from './number.ts'
import type { RawBlock, RawLink, Span } from './raw-block.ts'

const BULLET = /^[•●▪◦‣·∙○■□➢►✓✔*–—-]\s+(?=\S)/u
/** A line that ends like this and is longer is a paragraph of its own. */
const PARAGRAPH_UNITS = 90
const SENTENCE_END = /[.!?:;。]["”’')\]]?$/

export function partLines(block: RawBlock): RawBlock[] {
  const glued = partGluedHeading(block)
  return glued.flatMap((part) => (part.kind === 'heading' ? [oneLine(part)] : partByLines(part))).map(stripBullet)
}

/** A bold start on a line of its own, or run into the text without a space, is a heading. */
function partGluedHeading(block: RawBlock): RawBlock[] {
  if (block.kind !== 'paragraph' && block.kind !== 'item') return [block]
  const lead = block.bold[0]
  if (!lead || lead.start > 0 || lead.end >= block.text.length || lead.end > 120) return [block]
  const after = block.text[lead.end]!
  const head = block.text.slice(0, lead.end)
  if (head.includes('\n')) return [block]
  const rest = block.text.slice(lead.end)
  const isOwnLine = after === '\n' && /\S/.test(rest)
  // "Definitions" + "The following" without a space: two elements side by side.
  const isRunTogether =
    /^[\p{Lu}]/u.test(rest) && /[\p{Ll}.:?!)]$/u.test(head) && /\p{L}/u.test(head) && head.length > 3
  if ((!isOwnLine && !isRunTogether) || !couldBeHeading(head)) return [block]
  const cut = lead.end + (rest.length - rest.trimStart().length)
  return [
    { ...slice(block, 0, lead.end), kind: 'heading', depth: 0 },
    { ...slice(block, cut, block.text.length), counter: null },
  ]
}

/** Whether a short text can stand as a heading: it says something, is no sentence, and ends without a comma. */
export function couldBeHeading(text: string): boolean {
  if (text.length > 120 || text.length < 3 || !/\p{L}{2}/u.test(text)) return false
  if (/[,;]$/.test(text)) return false
  if (/@|https?:|^\W*note\b|^\W*important\b/i.test(text)) return false
  // A sentence ends with a full stop and has more words than a title.
  if (/[.!]$/.test(text) && text.split(/\s+/).length > 9) return false
  return !/^(?:last )?(?:updated|modified|revised|effective|published)\b|^effective (?:date|as of)/i.test(text)
}

function partByLines(block: RawBlock): RawBlock[] {
  if (!block.text.includes('\n')) return [block]
  const bounds: Span[] = []
  let start = 0
  let lineStart = 0
  for (let at = block.text.indexOf('\n'); at >= 0; at = block.text.indexOf('\n', at + 1)) {
    const next = block.text.indexOf('\n', at + 1)
    const line = block.text.slice(lineStart, at).trimEnd()
    const following = block.text.slice(at + 1, next < 0 ? block.text.length : next)
    lineStart = at + 1
    if (!startsOwnBlock(following) && !(isParagraph(line) && following.length > 30)) continue
    bounds.push({ start, end: at })
    start = at + 1
  }
  bounds.push({ start, end: block.text.length })
  return bounds.map((span, i) => {
    const part = oneLine(slice(block, span.start, span.end))
    return i === 0 ? part : { ...part, counter: null }
  })
}

function startsOwnBlock(line: string): boolean {
  return BULLET.test(line) || takeNumber(line) !== null
}

function isParagraph(line: string): boolean {
  return line.length >= PARAGRAPH_UNITS && SENTENCE_END.test(line)
}

/** A bullet printed as text makes an item. */
function stripBullet(block: RawBlock): RawBlock {
  if (block.kind === 'heading' || block.kind === 'row') return block
  const bullet = BULLET.exec(block.text)
  if (!bullet || block.text.length === bullet[0].length) return block
  return { ...slice(block, bullet[0].length, block.text.length), kind: 'item', depth: Math.max(1, block.depth) }
}

function oneLine(block: RawBlock): RawBlock {
  return block.text.includes('\n') ? { ...block, text: block.text.replaceAll('\n', ' ') } : block
}

/** A part of a block, its spans moved along. */
export function slice(block: RawBlock, start: number, end: number): RawBlock {
  const text = block.text.slice(start, end)
  const links: RawLink[] = []
  for (const link of block.links) {
    if (link.end <= start || link.start >= end) continue
    links.push({ start: Math.max(link.start, start) - start, end: Math.min(link.end, end) - start, href: link.href })
  }
  const bold = block.bold
    .filter((span) => span.end > start && span.start < end)
    .map((span) => ({ start: Math.max(span.start, start) - start, end: Math.min(span.end, end) - start }))
  return { ...block, text, links, bold, linkUnits: links.reduce((sum, link) => sum + link.end - link.start, 0) }
}
