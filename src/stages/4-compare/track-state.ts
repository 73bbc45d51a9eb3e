/**
 * The state of one track: our captures of one document, or one imported history of it. Everything here can be rebuilt
 * from the store, and `follow` gives back the next state, so that a resumed import goes on where it stopped.
 */
import type { Verdict } from '../../core/capture.ts'
import type { ChangeKind } from '../../core/change.ts'

/** A stretch of time in which a version was observed; `to` is its last observation. Moments. */
export type Span = { readonly from: string; readonly to: string; readonly records: number }

/** How one text differs from another, as `describe` sees it; `kept` is the share of the old text that is still there. */
export type Difference = { readonly kind: ChangeKind; readonly kept: number }

export type TrackVersion = {
  /** 1, 2, 3 … in order of first observation, within the track. */
  readonly key: number
  readonly variant: number
  readonly textSha256: string
  readonly comparisonSha256: string
  readonly language: string | null
  readonly chars: number
  /** In order of time; never empty. */
  readonly spans: readonly Span[]
  /** How often it came back after another version; a span that opens after a gap is no return. */
  readonly returns: number
  /** The change that led to it, with the kind of its newest revision; null for a baseline. */
  readonly change: { readonly base: number; readonly kind: ChangeKind } | null
}

/** A text that may be a bad capture, kept back until a second capture confirms it (our own captures only). */
export type Pending = {
  readonly reason: 'large-loss' | 'language-switch' | 'return'
  readonly comparisonSha256: string
  readonly since: string
  readonly captures: number
}

export type TrackState = {
  readonly versions: readonly TrackVersion[]
  /** The version observed last, over gaps; null before the first one. */
  readonly current: number | null
  /** Verdict and row of the last record; null before the first one. */
  readonly last: { readonly verdict: Verdict } | null
  readonly pending: Pending | null
}

export const EMPTY_TRACK: TrackState = { versions: [], current: null, last: null, pending: null }

export type TrackSettings = {
  /** `captures`: ours, can be repeated, so doubtful texts wait; `import`: later records decide. */
  readonly kind: 'captures' | 'import'
  /** Captures that must agree on a doubtful text, the first one included. */
  readonly confirmCaptures: number
  /** Hours that must lie between the first and the last of them. */
  readonly confirmHours: number
}

export const CAPTURE_TRACK: TrackSettings = { kind: 'captures', confirmCaptures: 2, confirmHours: 1 }
export const IMPORT_TRACK: TrackSettings = { kind: 'import', confirmCaptures: 1, confirmHours: 0 }
