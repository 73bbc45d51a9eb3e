/**
 * Decides what a new record of a track is (DESIGN sections 1 and 6): the same version, a version that came back, or a
 * new one; and what it teaches about earlier changes. Pure: state and observation in, placement and next state out.
 */
import type { Verdict } from '../../core/capture.ts'
import type { ChangeKind } from '../../core/change.ts'
import { type Doubt, isConfirmed, WAITING, waitLonger } from './confirm.ts'
import { baseOf, nearReturn } from './near-return.ts'
import { judgeReturn } from './returns.ts'
import type { Difference, Pending, TrackSettings, TrackState, TrackVersion } from './track-state.ts'

export type Observation = {
  /** Moment of the record by the clock of its track. */
  readonly at: string
  /** Order of records within the track. */
  readonly sequence: number
  readonly verdict: Verdict
  /** Null where the verdict left no text. */
  readonly textSha256: string | null
  readonly comparisonSha256: string | null
  readonly language: string | null
  /** Length of the canonical string in code points. */
  readonly chars: number
  /** Nothing was received for a while before it. */
  readonly afterGap?: boolean
  /** From the text of that version to the observed text. Asked for the version on display and a few others at most. */
  readonly difference: (versionKey: number) => Difference
  /** Whether that difference is of the kind `noise`, which costs less to say. Asked for a few earlier versions at most. */
  readonly isNoise: (versionKey: number) => boolean
}

/** The row of this record in `changes --all`. `change`: the row is the change that the new version makes. */
export type Row =
  | { readonly kind: 'none' }
  | { readonly kind: 'broken-capture' | 'noise'; readonly reason: string }
  | { readonly kind: 'change'; readonly base: number; readonly changeKind: ChangeKind; readonly reason: string }

export type VersionStep =
  | { readonly step: 'none' }
  /** The span of this version goes on to this record. */
  | { readonly step: 'extend'; readonly version: number }
  /** This version came back, after another one or after a gap: a span of it opens. */
  | { readonly step: 'reopen'; readonly version: number }
  /** A new version; `base` is the version with which it is compared, null for a baseline. */
  | { readonly step: 'create'; readonly version: number; readonly variant: number; readonly base: number | null }

/** A later insight into the change that led to `version`: append a revision with cause `variant`. */
export type TrackRevision = {
  readonly version: number
  /** May be the kind that it had: then only the reason is new. */
  readonly kind: ChangeKind
  readonly cause: 'variant'
  readonly reason: string
  /** The version now stands in this variant. */
  readonly variant: number
}

export type Placement = {
  readonly row: Row
  readonly version: VersionStep
  readonly awaiting: Pending | null
  readonly revisions: readonly TrackRevision[]
  readonly state: TrackState
}

export function follow(state: TrackState, observation: Observation, settings: TrackSettings): Placement {
  const { verdict, textSha256, comparisonSha256 } = observation
  if (verdict !== 'policy' || textSha256 === null || comparisonSha256 === null) return notPolicy(state, verdict)
  const next: TrackState = { ...state, last: { verdict }, pending: null }
  const current = state.versions.find(({ key }) => key === state.current)
  if (!current) return baseline(next, observation)
  if (current.textSha256 === textSha256) return sameAgain(next, current, observation, state.last?.verdict !== 'policy')
  const known = state.versions.find((version) => version.textSha256 === textSha256)
  const placement = known ? returned(next, current, known, observation) : appeared(next, current, observation)
  const doubt = settings.kind === 'captures' ? doubtOf(current, known, observation, placement) : null
  return doubt ? confirmFirst(state, next, doubt, observation, settings, placement) : placement
}

function notPolicy(state: TrackState, verdict: Verdict): Placement {
  return {
    row:
      state.last === null
        ? { kind: 'none' }
        : { kind: 'broken-capture', reason: `what was received is no policy: ${verdict}` },
    version: { step: 'none' },
    awaiting: state.pending,
    revisions: [],
    state: { ...state, last: { verdict } },
  }
}

function baseline(state: TrackState, observation: Observation): Placement {
  const first = makeVersion(state, observation, 0, null)
  return {
    // After captures that were no policy the record still differs from the one before it.
    row: { kind: 'none' },
    version: { step: 'create', version: first.key, variant: 0, base: null },
    awaiting: null,
    revisions: [],
    state: { ...state, versions: [...state.versions, first], current: first.key },
  }
}

function sameAgain(state: TrackState, current: TrackVersion, observation: Observation, afterBad: boolean): Placement {
  const { at } = observation
  const afterGap = afterBad || observation.afterGap === true
  return {
    row: afterBad
      ? { kind: 'broken-capture', reason: 'the document is back unchanged after a bad capture' }
      : { kind: 'noise', reason: 'the page differs outside of the document only' },
    // What was not seen for a while was perhaps not there: the gap stays a gap.
    version: { step: afterGap ? 'reopen' : 'extend', version: current.key },
    awaiting: null,
    revisions: [],
    state: replaceVersion(state, afterGap ? openSpan(current, at) : extendSpan(current, at)),
  }
}

function returned(state: TrackState, current: TrackVersion, known: TrackVersion, observation: Observation): Placement {
  const { row, revisions } = judgeReturn(state, current, known, observation, observation.difference(current.key))
  const reopened = { ...openSpan(known, observation.at), returns: known.returns + 1 }
  const next = revise(replaceVersion({ ...state, current: known.key }, reopened), revisions)
  return { row, version: { step: 'reopen', version: known.key }, awaiting: null, revisions, state: next }
}

function appeared(state: TrackState, current: TrackVersion, observation: Observation): Placement {
  const fromCurrent = observation.difference(current.key)
  const near = nearReturn(state, current, fromCurrent, observation)
  if (near) return returnedEdited(state, current, near.version, near.difference, observation, fromCurrent)
  const base = baseOf(state, current, fromCurrent, observation)
  const made = makeVersion(state, observation, base.version.variant, {
    base: base.version.key,
    kind: base.difference.kind,
  })
  return {
    row: {
      kind: 'change',
      base: base.version.key,
      changeKind: base.difference.kind,
      reason: 'the text differs from the version before it',
    },
    version: { step: 'create', version: made.key, variant: made.variant, base: base.version.key },
    awaiting: null,
    revisions: [],
    state: { ...state, versions: [...state.versions, made], current: made.key },
  }
}

/** An earlier version came back with a small difference: a return, and a version of its own beside it. */
function returnedEdited(
  state: TrackState,
  current: TrackVersion,
  near: TrackVersion,
  difference: Difference,
  observation: Observation,
  fromCurrent: Difference,
): Placement {
  const { row, revisions } = judgeReturn(state, current, near, observation, fromCurrent)
  const revised = revise(state, revisions)
  const { variant } = revised.versions.find(({ key }) => key === near.key)!
  const made = makeVersion(revised, observation, variant, { base: near.key, kind: difference.kind })
  const isEdit = difference.kind === 'administrative' || difference.kind === 'substantive'
  return {
    row: isEdit
      ? {
          kind: 'change',
          base: near.key,
          changeKind: difference.kind,
          reason: 'another variant of the page came back, edited',
        }
      : row.kind === 'change'
        ? { ...row, base: current.key }
        : row,
    version: { step: 'create', version: made.key, variant, base: near.key },
    awaiting: null,
    revisions,
    state: { ...revised, versions: [...revised.versions, made], current: made.key },
  }
}

function doubtOf(
  current: TrackVersion,
  known: TrackVersion | undefined,
  observation: Observation,
  { row }: Placement,
): Doubt | null {
  const { language, chars, comparisonSha256 } = observation
  if (comparisonSha256 === current.comparisonSha256 || row.kind !== 'change') return null
  if (language !== null && current.language !== null && language !== current.language) return 'language-switch'
  if (chars < current.chars / 2) return 'large-loss'
  return known ? 'return' : null
}

/** Nothing is published before enough captures agree; until then the version on display stays. */
function confirmFirst(
  before: TrackState,
  next: TrackState,
  doubt: Doubt,
  observation: Observation,
  settings: TrackSettings,
  placement: Placement,
): Placement {
  const pending = waitLonger(before.pending, doubt, observation)
  if (isConfirmed(pending, observation.at, settings)) return placement
  return {
    row: { kind: 'broken-capture', reason: WAITING[doubt] },
    version: { step: 'none' },
    awaiting: pending,
    revisions: [],
    state: { ...next, pending },
  }
}

function makeVersion(
  state: TrackState,
  observation: Observation,
  variant: number,
  change: TrackVersion['change'],
): TrackVersion {
  return {
    key: state.versions.reduce((highest, { key }) => Math.max(highest, key), 0) + 1,
    variant,
    textSha256: observation.textSha256!,
    comparisonSha256: observation.comparisonSha256!,
    language: observation.language,
    chars: observation.chars,
    spans: [{ from: observation.at, to: observation.at, records: 1 }],
    returns: 0,
    change,
  }
}

function openSpan(version: TrackVersion, at: string): TrackVersion {
  return { ...version, spans: [...version.spans, { from: at, to: at, records: 1 }] }
}

function extendSpan(version: TrackVersion, at: string): TrackVersion {
  const last = version.spans.at(-1)!
  return { ...version, spans: [...version.spans.slice(0, -1), { ...last, to: at, records: last.records + 1 }] }
}

function revise(state: TrackState, revisions: readonly TrackRevision[]): TrackState {
  let revised = state
  for (const { version, kind, variant } of revisions) {
    const target = revised.versions.find(({ key }) => key === version)!
    revised = replaceVersion(revised, { ...target, variant, change: target.change && { ...target.change, kind } })
  }
  return revised
}

function replaceVersion(state: TrackState, version: TrackVersion): TrackState {
  return { ...state, versions: state.versions.map((known) => (known.key === version.key ? version : known)) }
}
