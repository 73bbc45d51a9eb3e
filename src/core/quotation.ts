/**
 * Quotations as W3C Web Annotation selectors (TextQuoteSelector and TextPositionSelector, W3C Recommendation of
 * 23 February 2017, sections 4.2.4 and 4.2.5), and as text fragments (WICG Scroll to Text Fragment, section 3).
 */
import type { Quotation } from './change.ts'
import { codePointLength, type PolicyText } from './policy-text.ts'
import type { BlockRange } from './provision.ts'

/** Characters around a quotation that tell it from another place with the same words. */
const CONTEXT = 32
/** A fragment of more words breaks where the page is laid out otherwise; the first and last words suffice. */
const FRAGMENT_WORDS = 8

/** The texts of blocks `first` to `last` as they stand in the canonical string; positions in its code points. */
export function quoteBlocks({ blocks }: PolicyText, { first, last }: BlockRange): Quotation {
  const textOf = (from: number, to: number): string =>
    blocks
      .slice(Math.max(0, from), to)
      .map(({ text }) => text)
      .join('\n')
  const exact = textOf(first, last + 1)
  const before = first === 0 ? '' : `${textOf(0, first)}\n`
  const after = last + 1 >= blocks.length ? '' : `\n${textOf(last + 1, last + 1 + CONTEXT)}`
  const start = codePointLength(before)
  return {
    exact,
    prefix: [...before.slice(-2 * CONTEXT)].slice(-CONTEXT).join(''),
    suffix: [...after.slice(0, 2 * CONTEXT)].slice(0, CONTEXT).join(''),
    start,
    end: start + codePointLength(exact),
  }
}

/** The address of a page at the place where it says this; a reader's browser looks for the words. */
export function textFragmentLink(url: string, exact: string): string {
  const words = exact.split(/\s+/).filter((word) => word !== '')
  // A fragment may not reach over a block in one piece, so a long quotation is named by its ends.
  const parts =
    words.length <= 2 * FRAGMENT_WORDS && !exact.includes('\n')
      ? [words]
      : [firstWords(exact.split('\n')[0]!), lastWords(exact.split('\n').at(-1)!)]
  const fragment = parts.map((part) => encodeURIComponent(part.join(' ')).replaceAll('-', '%2D')).join(',')
  return `${url.split('#')[0]}#:~:text=${fragment}`
}

function firstWords(text: string): string[] {
  return text.split(/\s+/).slice(0, FRAGMENT_WORDS)
}

function lastWords(text: string): string[] {
  return text.split(/\s+/).slice(-FRAGMENT_WORDS)
}
