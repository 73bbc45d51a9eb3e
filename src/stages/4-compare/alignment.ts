/**
 * What an alignment says: which blocks of two policy texts belong together, and how their words differ.
 * Positions are block positions of the two texts; segments are exact pieces of the evidence texts, so that
 * `same`, `hidden` and `inserted` pieces joined are the new text, and `same`, `hidden` and `deleted` the old one.
 */
import type { PolicyText } from '../../core/policy-text.ts'

export const PAIR_KINDS = ['equal', 'modified', 'moved', 'split', 'merged', 'added', 'removed'] as const
export type PairKind = (typeof PAIR_KINDS)[number]

/** `hidden`: the two pieces differ only in what the normaliser named makes equal. */
export type Segment =
  | { readonly kind: 'same'; readonly text: string }
  | { readonly kind: 'deleted'; readonly text: string }
  | { readonly kind: 'inserted'; readonly text: string }
  | { readonly kind: 'hidden'; readonly before: string; readonly after: string; readonly normaliser: string }

/** A link whose target came, went or changed in words that stayed; addresses as they stand in the evidence. */
export type LinkChange = { readonly before: string | null; readonly after: string | null }

export type Pair = {
  readonly kind: PairKind
  /** One or several blocks of each side, ascending; empty on one side for `added` and `removed`. */
  readonly old: readonly number[]
  readonly new: readonly number[]
  /** It stands elsewhere than before; also true for a pair that was modified, split or merged on its way. */
  readonly moved: boolean
  /** Share of words in common, 0 to 1. */
  readonly similarity: number
  /** Empty where the texts of both sides are the same, and for `added` and `removed`. Blocks are joined by `\n`. */
  readonly segments: readonly Segment[]
  readonly links: readonly LinkChange[]
  /** The printed numbers differ, with nothing else or beside other differences. */
  readonly renumbered: boolean
}

export type Hidden = { readonly normaliser: string; readonly count: number }

export type Alignment = {
  readonly old: PolicyText
  readonly new: PolicyText
  /** In reading order of the new text; what was removed stands where it stood. Every block is in exactly one pair. */
  readonly pairs: readonly Pair[]
  readonly hiddenBy: readonly Hidden[]
  /** The budget ended: what was left is shown as removed and added as a whole. */
  readonly coarse: boolean
}

export type AlignOptions = {
  /** Steps of comparison that may be spent; the default ends in seconds on texts of megabytes. */
  readonly budget?: number
  /** Compare the evidence itself: no normaliser hides anything. */
  readonly rulesOff?: boolean
}
