/**
 * Normalisers that a declaration may name, and the names of Open Terms Archive's filter functions that mean the same.
 * Foreign filters are code; they are never run, only their common ideas are known here.
 */

/** What each normaliser does to the page before its text is taken. */
export const NORMALISERS = {
  'strip-tracking-parameters':
    'removes parameters that follow visitors (utm_*, fbclid, session and redirect ids) from links',
  'strip-queries': 'removes all parameters and anchors from links',
  'unwrap-links': 'keeps the text of links and drops their addresses',
  'drop-images': 'leaves out images and their descriptions',
  'drop-empty-headings': 'leaves out headings and items without text',
  'reveal-emails': 'writes out mail addresses that are protected against harvesting',
  'open-collapsed': 'counts collapsed sections as visible',
} as const
export type Normaliser = keyof typeof NORMALISERS

/** Patterns over the words of a function name in camel case, most specific first. */
const FOREIGN: readonly (readonly [RegExp, Normaliser])[] = [
  [/track|utm|session|nonce|token|fbclid|redirect/i, 'strip-tracking-parameters'],
  [/(?:quer(?:y|ies)|param|hash|fragment|anchor).*|clean(?:urls?|links?|hrefs?)/i, 'strip-queries'],
  [/(?:unwrap|flatten|remove|strip|delete).*(?:links?|hrefs?|urls?)/i, 'unwrap-links'],
  [/(?:images?|img|logos?|icons?|pictures?|src)/i, 'drop-images'],
  [/empty/i, 'drop-empty-headings'],
  [/(?:decode|convert|reveal|unprotect|clean|remove|obfuscat).*e?mails?|cloudflare/i, 'reveal-emails'],
  [/(?:open|expand|show|unhide|uncollapse|display|reveal)/i, 'open-collapsed'],
]

export function mapForeignFilter(name: string): Normaliser | null {
  for (const [pattern, normaliser] of FOREIGN) if (pattern.test(name)) return normaliser
  return null
}
