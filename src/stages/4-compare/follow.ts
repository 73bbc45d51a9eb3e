/**
 * Decides what a new record of a track is (DESIGN sections 1 and 6): the same version, a version that came back, or a
 * new one; and what it teaches about earlier changes. Pure: state and observation in, placement and next state out.
 *
 * Use: for every record that differs in bytes from the one before it, in order, call `follow` with the state of its
 * track; store what the placement says; keep `placement.state`. `observation.difference(key)` is asked for at most a
 * few versions: align that version's text with the observed one, describe it, give back its kind and what was kept.
 */
import type { Verdict } from '../../core/capture.ts'
import type { ChangeKind } from '../../core/change.ts'
import { reviseAfterReturn } from './returns.ts'
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
  /** From the text of that version to the observed text. */
  readonly difference: (versionKey: number) => Difference
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
  /** This version came back: a span of it opens. */
  | { readonly step: 'reopen'; readonly version: number }
  /** A new version; `base` is the version with which it is compared, null for a baseline. */
  | { readonly step: 'create'; readonly version: number; readonly variant: number; readonly base: number | null }

/** A later insight into the change that led to `version`: append a revision with cause `variant`. */
export type TrackRevision = {
  readonly version: number
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
  const next: TrackState = { ...state, last: { verdict: observation.verdict }, pending: null }
  if (observation.verdict !== 'policy' || observation.textSha256 === null || observation.comparisonSha256 === null) {
    const row: Row =
      state.last === null
        ? { kind: 'none' }
        : { kind: 'broken-capture', reason: `the page received is ${observation.verdict}, not the document` }
    return {
      row,
      version: { step: 'none' },
      awaiting: state.pending,
      revisions: [],
      state: { ...next, pending: state.pending },
    }
  }
  const current = state.versions.find(({ key }) => key === state.current)
  if (!current) return baseline(next, observation)
  const afterGap = state.last !== null && state.last.verdict !== 'policy'
  if (current.textSha256 === observation.textSha256) return sameAgain(next, current, observation, afterGap)
  const known = state.versions.find(({ textSha256 }) => textSha256 === observation.textSha256)
  const doubt = settings.kind === 'captures' ? doubtOf(current, known, observation) : null
  if (doubt) {
    const pending = waitLonger(state.pending, doubt, observation)
    if (!isConfirmed(pending, observation, settings)) {
      const row: Row = { kind: 'broken-capture', reason: WAITING[doubt] }
      return { row, version: { step: 'none' }, awaiting: pending, revisions: [], state: { ...next, pending } }
    }
  }
  return known ? returned(next, current, known, observation) : appeared(next, current, observation)
}

const WAITING: Record<Pending['reason'], string> = {
  'large-loss': 'more than half of the text is missing; a second capture decides',
  'language-switch': 'the language is another one; a second capture decides',
  return: 'the text is that of an earlier version; a second capture decides',
}

function doubtOf(
  current: TrackVersion,
  known: TrackVersion | undefined,
  { language, chars, comparisonSha256 }: Observation,
): Pending['reason'] | null {
  if (comparisonSha256 === current.comparisonSha256) return null
  if (language !== null && current.language !== null && language !== current.language) return 'language-switch'
  if (chars < current.chars / 2) return 'large-loss'
  return known ? 'return' : null
}

function waitLonger(
  pending: Pending | null,
  reason: Pending['reason'],
  { comparisonSha256, at }: Observation,
): Pending {
  return pending?.comparisonSha256 === comparisonSha256
    ? { ...pending, captures: pending.captures + 1 }
    : { reason, comparisonSha256: comparisonSha256!, since: at, captures: 1 }
}

function isConfirmed(pending: Pending, { at }: Observation, { confirmCaptures, confirmHours }: TrackSettings): boolean {
  return pending.captures >= confirmCaptures && Date.parse(at) - Date.parse(pending.since) >= confirmHours * 3_600_000
}

function baseline(state: TrackState, observation: Observation): Placement {
  const first = makeVersion(state, observation, 0, null)
  return {
    row: { kind: 'none' },
    version: { step: 'create', version: first.key, variant: 0, base: null },
    awaiting: null,
    revisions: [],
    state: { ...state, versions: [...state.versions, first], current: first.key },
  }
}

function sameAgain(state: TrackState, current: TrackVersion, { at }: Observation, afterGap: boolean): Placement {
  return {
    row: afterGap
      ? { kind: 'broken-capture', reason: 'the document is back unchanged after a bad capture' }
      : { kind: 'noise', reason: 'the page differs outside of the document only' },
    version: { step: 'extend', version: current.key },
    awaiting: null,
    revisions: [],
    state: replaceVersion(state, extendSpan(current, at)),
  }
}

function returned(state: TrackState, current: TrackVersion, known: TrackVersion, observation: Observation): Placement {
  const decision = reviseAfterReturn(state, current, known, observation)
  const reopened = { ...known, spans: [...known.spans, { from: observation.at, to: observation.at, records: 1 }] }
  let revisedState = replaceVersion({ ...state, current: known.key }, reopened)
  for (const { version, kind, variant } of decision.revisions) {
    const target = revisedState.versions.find(({ key }) => key === version)!
    revisedState = replaceVersion(revisedState, {
      ...target,
      variant,
      change: target.change && { ...target.change, kind },
    })
  }
  return {
    row: decision.row,
    version: { step: 'reopen', version: known.key },
    awaiting: null,
    revisions: decision.revisions,
    state: revisedState,
  }
}

function appeared(state: TrackState, current: TrackVersion, observation: Observation): Placement {
  const base = current
  const { kind } = observation.difference(base.key)
  const made = makeVersion(state, observation, base.variant, { base: base.key, kind })
  return {
    row: { kind: 'change', base: base.key, changeKind: kind, reason: 'the text differs from the version before it' },
    version: { step: 'create', version: made.key, variant: made.variant, base: base.key },
    awaiting: null,
    revisions: [],
    state: { ...state, versions: [...state.versions, made], current: made.key },
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
    change,
  }
}

function extendSpan(version: TrackVersion, at: string): TrackVersion {
  const last = version.spans.at(-1)!
  return { ...version, spans: [...version.spans.slice(0, -1), { ...last, to: at, records: last.records + 1 }] }
}

function replaceVersion(state: TrackState, version: TrackVersion): TrackState {
  return { ...state, versions: state.versions.map((known) => (known.key === version.key ? version : known)) }
}
