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
  /** Kept apart: reading the end of a long string that grows would flatten it every time. */
  private last = ''
  /** White space that shows only if more text follows on the line. */
  private hasSpace = false
  private links: RawLink[] = []
  private bold: Span[] = []
  private linkUnits = 0

  get isEmpty(): boolean {
    return this.text === ''
  }

  get endsInBreak(): boolean {
    return this.last === '\n'
  }

  append(raw: string, href: string | null, isBold: boolean): void {
    let piece = raw.replace(FOLDED, ' ')
    if (HAS_INVISIBLE.test(piece)) piece = piece.replace(INVISIBLE, '').replace(STRAY_JOINER, '').replace(FOLDED, ' ')
    if (piece.startsWith(' ')) {
      this.hasSpace = true
      piece = piece.slice(1)
    }
    if (piece === '') return
    const endsInSpace = piece.endsWith(' ')
    if (endsInSpace) piece = piece.slice(0, -1)
    if (this.hasSpace && this.text !== '' && this.last !== '\n') this.text += ' '
    const start = this.text.length
    this.text += piece
    this.last = piece[piece.length - 1]!
    this.hasSpace = endsInSpace
    if (href !== null) this.addLink(start, href)
    if (isBold) extend(this.bold, start, this.text.length)
  }

  /** A line break that does not end the paragraph. Two in a row are one. */
  break(): void {
    this.hasSpace = false
    if (this.text === '' || this.last === '\n') return
    this.text += '\n'
    this.last = '\n'
  }

  /** What was collected, trimmed; null where there is no letter or digit in it. */
  take(): TakenRun | null {
    const { links, bold, linkUnits } = this
    const text = this.last === '\n' ? this.text.slice(0, -1) : this.text
    this.text = ''
    this.last = ''
    this.hasSpace = false
    this.links = []
    this.bold = []
    this.linkUnits = 0
    return /[\p{L}\p{N}]/u.test(text) ? { text, links, bold, linkUnits } : null
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
