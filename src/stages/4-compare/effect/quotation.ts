/** Quotations with W3C selectors: exact pieces of a version's canonical string, positions in its code points. */
import type { Quotation } from '../../../core/change.ts'
import { codePointLength, type PolicyText, plainText } from '../../../core/policy-text.ts'

const CONTEXT = 32
/** Longer quotations end with a sentence, or here. */
const MAX_QUOTATION = 700

export type Quoter = {
  /** From block `first` to block `last`; `from` and `to` are UTF-16 positions in their joined text. */
  quote(first: number, last: number, from?: number, to?: number): Quotation
}

export function makeQuoter(text: PolicyText): Quoter {
  const whole = plainText(text)
  const starts: number[] = []
  const codeStarts: number[] = []
  let [at, codeAt] = [0, 0]
  for (const block of text.blocks) {
    starts.push(at)
    codeStarts.push(codeAt)
    at += block.text.length + 1
    codeAt += codePointLength(block.text) + 1
  }
  return {
    quote(first, last, from = 0, to) {
      const begin = starts[first]! + from
      const limit = to === undefined ? starts[last]! + text.blocks[last]!.text.length : starts[first]! + to
      const end = shorten(whole, begin, limit)
      const exact = whole.slice(begin, end)
      const start = codeStarts[first]! + codePointLength(whole.slice(starts[first]!, begin))
      return {
        exact,
        prefix: whole.slice(safe(whole, Math.max(0, begin - CONTEXT)), begin),
        suffix: whole.slice(end, safe(whole, Math.min(whole.length, end + CONTEXT))),
        start,
        end: start + codePointLength(exact),
      }
    },
  }
}

/** The end of the last sentence, or word, that fits. */
function shorten(whole: string, begin: number, end: number): number {
  if (end - begin <= MAX_QUOTATION) return end
  const piece = whole.slice(begin, begin + MAX_QUOTATION)
  const sentence = Math.max(piece.lastIndexOf('. '), piece.lastIndexOf('\n'))
  if (sentence > MAX_QUOTATION / 3) return begin + sentence + (piece[sentence] === '.' ? 1 : 0)
  const space = piece.lastIndexOf(' ')
  return safe(whole, begin + (space > 0 ? space : MAX_QUOTATION))
}

/** Never between the halves of a surrogate pair. */
function safe(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at
}
