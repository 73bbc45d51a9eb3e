/** Collects the inline text between two block boundaries, folding white space as it comes. */
import type { RawLink, Span } from './raw-block.ts'

/** Spaces of all kinds, and characters that show nothing (zero width, soft hyphen, controls). */
const FOLDED = /[\s\u0000-\u001f\u007f-\u009f]+/g
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g
const HAS_INVISIBLE = /\u200d|[\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]/
/** Zero-width joiners belong to emoji and to scripts that join; elsewhere an editor left them behind. */
const STRAY_JOINER = /(?<![\p{Extended_Pictographic}\p{M}])\u200d(?!\p{Extended_Pictographic})/gu

export type TakenRun = {
  readonly text: string
  readonly links: readonly RawLink[]
  readonly bold: readonly Span[]
  readonly linkUnits: number
}

export class TextRun {
  private text = ''
  private links: RawLink[] = []
  private bold: Span[] = []
  private linkUnits = 0

  get isEmpty(): boolean {
    return this.text === ''
  }

  append(raw: string, href: string | null, isBold: boolean): void {
    let piece = raw.replace(FOLDED, ' ')
    if (HAS_INVISIBLE.test(piece)) piece = piece.replace(INVISIBLE, '').replace(STRAY_JOINER, '').replace(FOLDED, ' ')
    if (piece.startsWith(' ') && this.endsInSpace()) piece = piece.slice(1)
    if (piece === '') return
    const start = this.text.length
    this.text += piece
    if (piece === ' ') return
    if (href !== null) this.addLink(start, href)
    if (isBold) extend(this.bold, start, this.text.length)
  }

  /** A line break that does not end the paragraph. Two in a row are one. */
  break(): void {
    if (this.text === '' || this.text.endsWith('\n')) return
    if (this.text.endsWith(' ')) this.text = `${this.text.slice(0, -1)}\n`
    else this.text += '\n'
  }

  get endsInBreak(): boolean {
    return this.text.endsWith('\n')
  }

  /** What was collected, trimmed; null where there is no letter or digit in it. */
  take(): TakenRun | null {
    const text = this.text.trimEnd()
    const taken = { text, links: clip(this.links, text), bold: clip(this.bold, text), linkUnits: this.linkUnits }
    this.text = ''
    this.links = []
    this.bold = []
    this.linkUnits = 0
    return /[\p{L}\p{N}]/u.test(text) ? taken : null
  }

  private endsInSpace(): boolean {
    const last = this.text.charCodeAt(this.text.length - 1)
    return this.text === '' || last === 0x20 || last === 0x0a
  }

  private addLink(start: number, href: string): void {
    this.linkUnits += this.text.length - start
    const last = this.links[this.links.length - 1]
    if (last && last.href === href && start - last.end <= 1) {
      this.links[this.links.length - 1] = { start: last.start, end: this.text.length, href }
    } else this.links.push({ start, end: this.text.length, href })
  }
}

function extend(spans: Span[], start: number, end: number): void {
  const last = spans[spans.length - 1]
  if (last && start - last.end <= 1) spans[spans.length - 1] = { start: last.start, end }
  else spans.push({ start, end })
}

/** Spans cover no white space at their ends and none that was trimmed. */
function clip<S extends Span>(spans: readonly S[], text: string): S[] {
  const clipped: S[] = []
  for (const span of spans) {
    let { start, end } = span
    end = Math.min(end, text.length)
    while (end > start && /\s/.test(text[end - 1]!)) end--
    while (start < end && /\s/.test(text[start]!)) start++
    if (start < end) clipped.push({ ...span, start, end })
  }
  return clipped
}
