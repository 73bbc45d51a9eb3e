/** Pieces of a passage that are quoted as printed: its exception, its main sentence. */
import { fold, sentencesOf } from '../facts/passage.ts'

/**
 * "unless you have …", as printed up to the end of its clause; only one that is short enough to quote, and of the first
 * sentence, since a later one may limit another rule than the one that is explained.
 */
export function exceptionIn(text: string): string | undefined {
  const sentences = sentencesOf(text)
  for (const sentence of sentences.slice(0, 1 + sentences.findIndex((one) => one.split(' ').length >= 7))) {
    const match =
      /\b(?:unless|except (?:as|for|that|where|when|if|to the extent|in)(?! otherwise| (?:as )?(?:expressly |specifically )?(?:set|stated|provided))|other than (?:as(?! set out)|for|where|when|in connection)|provided,? (?:however,? )?that)\b(?:[^.;:]|[.:](?=\d))*/.exec(
        fold(sentence),
      )
    if (!match) continue
    // Before the main clause the exception ends at its comma.
    const length = /^[\d.() ]*$/.test(sentence.slice(0, match.index)) ? match[0].split(',')[0]!.length : match[0].length
    const clause = insideBrackets(sentence.slice(match.index, match.index + length)).replace(/[\s,]+$/, '')
    const words = clause.split(' ').length
    if (words >= 4 && clause.length <= 220 && balanced(clause) && !UNFINISHED.test(clause)) return clause
  }
  return undefined
}

/** A clause that a list or a bracket cut off. */
const UNFINISHED = /\b(?:that|to|the|of|where|when|if|by|for|following)$/i

/** The first whole sentence, or its beginning up to the end of a clause where it is too long to quote. */
export function focusOf(text: string): string | undefined {
  const sentences = sentencesOf(text).map((sentence) => sentence.replace(PRINTED_NUMBER, ''))
  const longerThan = (words: number) => sentences.find((sentence) => sentence.split(' ').length >= words)
  // A short first sentence is mostly a heading that runs into its paragraph.
  const first = longerThan(7) ?? longerThan(4) ?? text
  if (first.length <= FOCUS) return first.replace(/[;,]? (?:and|or)$/, '').replace(/[;:,.]$/, '')
  const cut = first.slice(0, FOCUS)
  const end = Math.max(cut.lastIndexOf(', '), cut.lastIndexOf('; '), cut.lastIndexOf(' ('))
  return `${cut.slice(0, end > FOCUS / 2 ? end : cut.lastIndexOf(' '))} …`
}
const FOCUS = 200
/** "4.2", "(b)": the number of a clause says nothing without the clauses around it. */
const PRINTED_NUMBER = /^(?:\d+(?:\.\d+)*\.?|\([a-z0-9]{1,4}\)|[a-z]\.)\s+/i

/** Up to a bracket that was opened before the text began. */
function insideBrackets(text: string): string {
  const close = text.indexOf(')')
  const open = text.indexOf('(')
  return close >= 0 && (open < 0 || open > close) ? text.slice(0, close) : text
}

const balanced = (text: string): boolean =>
  (text.match(/[(“"]/g)?.length ?? 0) % 2 === 0 || /“[^”]*”/.test(text) || !/[(“"]/.test(text)
