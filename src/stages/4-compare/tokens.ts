/**
 * A block's text as tokens: what counts for the comparison (`key`), where it stands in the evidence text, and which
 * normaliser would hide a difference in it. White space is between tokens and never counts.
 */
import { createRecent } from '../../core/recent.ts'
import { comparisonHref, TEXT_NORMALISERS, WORD_FORM } from './normalise/index.ts'
import { foldWord } from './normalise/typography.ts'

export type Token = {
  /** `[start, end)` in UTF-16 units of the block's text. */
  readonly start: number
  readonly end: number
  /** Equal keys: the same word for the comparison. Never empty: what does not count is no token. */
  readonly key: string
  /** Whether it is a word (letters, digits, a date, an address) and not a mark. */
  readonly word: boolean
  readonly normaliser: string | null
}

/** Pieces that do not count, so that a change can say what hid them. */
export type Dropped = { readonly start: number; readonly end: number; readonly normaliser: string }

export type TokenList = {
  readonly tokens: readonly Token[]
  readonly dropped: readonly Dropped[]
}

const MAIL = '[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+'
const NO_ADDRESS = '\\s<>()\\[\\]"“”\\u00AD\\u200B-\\u200F\\u2060-\\u2064\\uFEFF'
const ADDRESS = `(?:https?://|www\\.)[^${NO_ADDRESS}]*[^${NO_ADDRESS}.,;:!?*_]`
const RUN = '[\\p{L}\\p{N}\\p{M}]+'
/** Marks inside a word: "don't", "1,000.50", "harbour.example", "U.S"; a full stop glued to the next sentence is none. */
const WORD = `${RUN}(?:['’](?=\\p{L})${RUN}|(?<=\\p{N})[.,](?=\\p{N})${RUN}|\\.(?=\\p{Ll})${RUN}|(?<=\\b\\p{Lu})\\.(?=\\p{Lu}(?!\\p{Ll}))${RUN})*`

/** What can begin a token that a normaliser looks at; everything else is taken by the quick way. */
const NORMALISED = new RegExp(TEXT_NORMALISERS.map(({ pattern }) => `(${pattern})`).join('|'), 'iuy')
const PLAIN = new RegExp(`(${MAIL})|(${ADDRESS})|(${WORD})|[^\\s]`, 'uy')
const MAY_BE_NORMALISED =
  /^(?:[^\p{L}]|\p{L}{3,10}\.?\s\d|(?:an?|one|two|three|four|five|six|about|over|almost|today|current|printed|page|opens|link|copyright|ctrl|control|cmd|command|alt|option)\b|[0-9a-f]{8})/iu
const SPELT_MAIL = /[[(]at[\])]/i
/** The longest beginning that the pattern above needs to see. */
const BEGINNING = 13
/** Chinese and Japanese write no spaces between words: every character is a token. */
const IDEOGRAPH = /[\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff]/

/** Characters of the texts kept in each generation: the newest texts of some thirty documents. */
const lists = createRecent<TokenList>(800_000, (text) => text.length)

/** Tokens of a text. The last ones asked for are kept, because consecutive versions share nearly all blocks. */
export function tokenise(text: string, rulesOff = false): TokenList {
  return rulesOff ? read(text, true) : lists.recall(text, () => read(text, false))
}

function read(text: string, rulesOff: boolean): TokenList {
  const tokens: Token[] = []
  const dropped: Dropped[] = []
  const tryAll = SPELT_MAIL.test(text)
  let at = 0
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === 32 || code === 10 || code === 160 || (code > 127 && /\s/u.test(text[at]!))) {
      at++
      continue
    }
    const quick = tryAll ? at : plainWordEnd(text, at)
    if (quick > at) {
      const word = shared(text.slice(at, quick))
      if (rulesOff || !MAY_BEGIN_PIECE.has(word)) {
        tokens.push({ start: at, end: quick, key: word, word: true, normaliser: null })
        at = quick
        continue
      }
    }
    if (!rulesOff && (tryAll || MAY_BE_NORMALISED.test(text.slice(at, at + BEGINNING)))) {
      const end = normalised(text, at, tokens, dropped)
      if (end > at) {
        at = end
        continue
      }
    }
    PLAIN.lastIndex = at
    const match = PLAIN.exec(text)
    if (!match) {
      at++
      continue
    }
    const piece = match[3] === undefined ? match[0] : upToIdeograph(match[0])
    const end = at + piece.length
    const word = match[1] !== undefined || match[2] !== undefined || match[3] !== undefined
    const key = rulesOff || !word ? piece : keyOf(piece, match)
    tokens.push({ start: at, end, key, word, normaliser: key === piece ? null : WORD_FORM })
    at = end
  }
  return { tokens, dropped }
}

/** Words with which a piece for a normaliser may begin, as they are written in running text. */
const MAY_BEGIN_PIECE = new Set(
  'a an one two three four five six about over almost today current printed page opens link copyright ctrl control cmd command alt option'
    .split(' ')
    .flatMap((word) => [word, `${word[0]!.toUpperCase()}${word.slice(1)}`, word.toUpperCase()]),
)
/** Space, and marks behind which no mail address, web address or compound goes on. */
const ENDS_WORD = new Set(Array.from(' \n,;!?)"', (mark) => mark.charCodeAt(0)))

/**
 * The end of a word of Latin letters that nothing can make part of a larger token, or `at` where a closer look is
 * needed. Most of a text is such words, and they are told here without a pattern.
 */
function plainWordEnd(text: string, at: number): number {
  let end = at
  let mixedCase = false
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end)
    if (code >= 97 && code <= 122) continue
    if (code < 65 || code > 90) break
    if (end > at) mixedCase = true
  }
  if (end === at || end === text.length) return end
  const next = text.charCodeAt(end)
  const stop = next === 46 && (end + 1 === text.length || text.charCodeAt(end + 1) === 32)
  if (!stop && !ENDS_WORD.has(next)) return at
  // A month before its day, a span of time, an identifier of hexadecimal digits.
  const behind = text.charCodeAt(end + (stop ? 2 : 1))
  if (behind >= 48 && behind <= 57) return at
  return mixedCase || isHexadecimal(text, at, end) ? at : end
}

function isHexadecimal(text: string, at: number, end: number): boolean {
  if (end - at < 8) return false
  for (let i = at; i < at + 8; i++) if (text.charCodeAt(i) % 32 > 6) return false
  return true
}

/** One string for all places in which a word stands: it is hashed once, and kept once. */
const MAX_SHARED = 50_000
let sharedWords = new Map<string, string>()

function shared(word: string): string {
  const known = sharedWords.get(word)
  if (known !== undefined) return known
  if (sharedWords.size >= MAX_SHARED) sharedWords = new Map()
  sharedWords.set(word, word)
  return word
}

/** One ideograph, or what stands before the first one. */
function upToIdeograph(piece: string): string {
  const first = piece.search(IDEOGRAPH)
  return first < 0 ? piece : piece.slice(0, Math.max(1, first))
}

function keyOf(piece: string, [, mail, address]: readonly (string | undefined)[]): string {
  if (mail !== undefined) return piece.toLowerCase()
  return address === undefined ? foldWord(piece) : comparisonHref(piece)
}

function normalised(text: string, at: number, tokens: Token[], dropped: Dropped[]): number {
  NORMALISED.lastIndex = at
  const match = NORMALISED.exec(text)
  if (!match || match[0] === '') return at
  const index = match.findIndex((group, i) => i > 0 && group !== undefined) - 1
  const normaliser = TEXT_NORMALISERS[index]!
  const end = at + match[0].length
  // A piece that begins inside a word ("nomay 3, 2024") is no piece.
  if (at > 0 && /[\p{L}\p{N}]/u.test(match[0][0]!) && /[\p{L}\p{N}]/u.test(text[at - 1]!)) return at
  const key = normaliser.key(match[0])
  if (key === '') dropped.push({ start: at, end, normaliser: normaliser.id })
  else tokens.push({ start: at, end, key, word: /[\p{L}\p{N}]/u.test(key), normaliser: normaliser.id })
  return end
}
