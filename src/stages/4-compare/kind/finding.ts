/** One thing that differs, with the kind that it alone would give the change and the reason in words. */
import type { ChangeKind } from '../../../core/change.ts'

export type Finding = {
  readonly kind: Exclude<ChangeKind, 'broken-capture'>
  /** Groups findings of one reason; the words stand in `reasons.ts`. */
  readonly reason: FindingReason
  /** Position of the pair in the alignment. */
  readonly pair: number
  /** The piece that shows it, short; for reasons that quote. */
  readonly detail: string
  /** Position among the edits of the pair; absent where it is about the whole pair. */
  readonly edit?: number
}

export const FINDING_REASONS = [
  'nothing-left',
  'page-furniture',
  'consent-dialog',
  'table-of-contents',
  'repeated-text',
  'address-pointer',
  'heading',
  'punctuation',
  'letter-case',
  'spelling',
  'little-words',
  'word-order',
  'cross-reference',
  'renumbered',
  'link-target',
  'link-label',
  'web-address',
  'stated-date',
  'date-style',
  'effective-date',
  'lapsed-notice',
  'company-form',
  'postal-address',
  'contact-address',
  'contact-route',
  'identifier',
  'rename',
  'moved-text',
  'no-provision',
  'wording',
  'provision-added',
  'provision-removed',
] as const
export type FindingReason = (typeof FINDING_REASONS)[number]
