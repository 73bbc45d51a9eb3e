/** All normalisers, in the order in which they are tried. A new one is a member here and nothing else. */
import { copyrightYear, dateOrder, relativeDate, todayDate } from './dates.ts'
import { invisible, linkDecoration, markupMarks } from './joints.ts'
import { addressForm, assetRevision, mailProtection, redirect, redirectToken, trackingParameters } from './links.ts'
import { obfuscatedMail } from './mail.ts'
import type { LinkNormaliser, TextNormaliser } from './normaliser.ts'
import { apostrophes, dashes, ellipsis, quotationMarks } from './typography.ts'
import { keyCombination, videoTimer, volatileToken } from './volatile.ts'

export const TEXT_NORMALISERS: readonly TextNormaliser[] = [
  obfuscatedMail,
  volatileToken,
  linkDecoration,
  todayDate,
  relativeDate,
  dateOrder,
  copyrightYear,
  keyCombination,
  videoTimer,
  invisible,
  markupMarks,
  ellipsis,
  quotationMarks,
  apostrophes,
  dashes,
]

export const LINK_NORMALISERS: readonly LinkNormaliser[] = [
  mailProtection,
  redirect,
  trackingParameters,
  redirectToken,
  assetRevision,
  addressForm,
]

/** Differences that no normaliser of pieces hides, because they are no pieces: space, and where blocks begin and end. */
export const WHITE_SPACE = 'white-space'
export const EXTRACTION_JOINTS = 'extraction-joints'
export const WORD_FORM = 'word-form'

/** Every id with its description, for the page that explains what a comparison hides. */
export const NORMALISER_DESCRIPTIONS: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...LINK_NORMALISERS, ...TEXT_NORMALISERS].map(({ id, description }) => [id, description])),
  [WHITE_SPACE]: 'white space between words',
  [EXTRACTION_JOINTS]: 'the same words in other blocks: glued headings, lists written as paragraphs, line breaks',
  [WORD_FORM]: 'ligatures, full-width letters and composed characters',
}

/** The link target that counts for the comparison. */
export function comparisonHref(href: string): string {
  let result = href
  for (const { rewrite } of LINK_NORMALISERS) result = rewrite(result)
  return result
}

/** The first normaliser after which the two targets are equal, or null where they differ. */
export function hidingLinkNormaliser(before: string, after: string): string | null {
  let [a, b] = [before, after]
  for (const { id, rewrite } of LINK_NORMALISERS) {
    a = rewrite(a)
    b = rewrite(b)
    if (a === b) return id
  }
  return null
}
