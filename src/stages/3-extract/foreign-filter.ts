/**
 * Normalisers that a declaration may name, and the names of Open Terms Archive's filter functions that mean the same.
 * Foreign filters are code; they are never run, only their common ideas are known here.
 */

/** What each normaliser does to the page before its text is taken. */
export const NORMALISERS = {
  'strip-tracking-parameters': 'removes parameters that follow visitors or sessions (utm_*, fbclid, tokens) from links',
  'strip-queries': 'removes all parameters and anchors from links',
  'unwrap-links': 'keeps the text of links and drops their addresses',
  'open-collapsed': 'counts sections hidden by attribute or style as visible',
} as const
export type Normaliser = keyof typeof NORMALISERS

/** Patterns over a function's name, most specific first. */
const FOREIGN: readonly (readonly [RegExp, Normaliser])[] = [
  [/track|utm|session|sid(?![a-z])|nonce|token|fbclid|redirect|share-?id/i, 'strip-tracking-parameters'],
  [/quer(?:y|ies)|param|hash|fragment|clean(?:urls?|links?|hrefs?)/i, 'strip-queries'],
  [/(?:unwrap|flatten|remove|strip|delete|disable).*(?:links?|hrefs?|urls?)/i, 'unwrap-links'],
  [/open|expand|show|unhide|uncollapse|reveal(?!.*mail)/i, 'open-collapsed'],
]

/** The normaliser that does what a foreign filter's name says; null where none does, so that a person can look. */
export function mapForeignFilter(name: string): Normaliser | null {
  for (const [pattern, normaliser] of FOREIGN) if (pattern.test(name)) return normaliser
  return null
}
