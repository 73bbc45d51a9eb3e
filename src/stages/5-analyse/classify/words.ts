/** Text as the features see it: folded characters, and words with their hashes. */

/** 32-bit FNV-1a over UTF-16 units, from a given state. */
export function hashString(text: string, seed = 0x811c9dc5): number {
  let hash = seed
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** Mixes two hashes; not commutative, so that word order counts. */
export function combine(left: number, right: number): number {
  let hash = Math.imul(left ^ (left >>> 15), 0x85ebca6b) + right
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** Longest text that is looked at, in UTF-16 units. Longer blocks are judged by their beginning. */
const LONGEST_TEXT = 6000

/** Compatibility-folded, lower case, plain quotes and dashes, single spaces. */
export function fold(text: string): string {
  const cut = text.length > LONGEST_TEXT ? text.slice(0, LONGEST_TEXT) : text
  return cut
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’‛`´]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[‐-―−]/g, '-')
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The number that stands before a clause or list item ("4.2", "(b)", "iii.", "•"), if any. */
const OUTLINE_NUMBER =
  /^(?:(?:section|article|clause)\s+)?(?:\(?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[a-z]|[ivx]{1,5})[.):]+(?=\s)|\d{1,3}(?:\.\d{1,3})+\s|[•·▪●○*–-]\s)\s*/

/** The folded text without its outline number. */
export function withoutNumber(folded: string): string {
  return folded.replace(OUTLINE_NUMBER, '')
}

const WORD = /[\p{L}\p{N}]+(?:'[\p{L}]+)?/gu

/** Words of folded text. Numbers above 99 become `#`, addresses `@url` and `@mail`; the platform's own name becomes `@we`. */
export function words(folded: string, platformWords: ReadonlySet<string>): string[] {
  const plain = folded.replace(/\b(?:https?:\/\/|www\.)\S+/g, ' zzurl ').replace(/\S+@\S+\.\w+/g, ' zzmail ')
  const found = plain.match(WORD) ?? []
  return found.map((word) => {
    if (platformWords.has(word)) return '@we'
    if (/^\d{3,}$/.test(word)) return '#'
    return word.endsWith("'s") ? word.slice(0, -2) : word
  })
}

/** Distinctive words of a platform's name: those that are not ordinary English in policies. */
export function platformWordsOf(platform: string): ReadonlySet<string> {
  const all = fold(platform).match(WORD) ?? []
  return new Set(all.filter((word) => word.length > 2 && !ORDINARY.has(word)))
}

const ORDINARY: ReadonlySet<string> = new Set([
  'api',
  'app',
  'apps',
  'services',
  'service',
  'local',
  'stack',
  'open',
  'platform',
  'desk',
  'trade',
  'chat',
  'research',
  'store',
  'news',
  'mail',
  'times',
  'financial',
  'better',
  'foundation',
  'kick',
  'threads',
  'skills',
  'publisher',
  'com',
  'the',
  'and',
  'for',
  'labs',
  'together',
  'wire',
  'arc',
  'epic',
  'steam',
  'brave',
  'scribe',
  'cursor',
  'health',
  'social',
  'truth',
  'next',
  'door',
  'zoom',
  'auto',
  'europe',
])
