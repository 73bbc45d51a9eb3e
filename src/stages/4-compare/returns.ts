/** A text came back: a page that flips between variants, or the publisher's own rollback? */
import type { Observation, Row, TrackRevision } from './follow.ts'
import type { TrackState, TrackVersion } from './track-state.ts'

/** What stood this long without a flip was a state of the document; going back from it is the publisher's rollback. */
const LONG_LIVED_DAYS = 30

export function reviseAfterReturn(
  state: TrackState,
  current: TrackVersion,
  known: TrackVersion,
  observation: Observation,
): { row: Row; revisions: TrackRevision[] } {
  const { kind, kept } = observation.difference(current.key)
  const flipKind = kept < 0.5 || kind === 'broken-capture' ? 'broken-capture' : 'noise'
  const since = current.spans.at(-1)!.from
  const stoodDays = (Date.parse(observation.at) - Date.parse(since)) / 86_400_000
  const flippedBefore = current.spans.length > 1 || known.spans.length > 1
  if (kind === 'substantive' && stoodDays >= LONG_LIVED_DAYS && !flippedBefore) {
    return {
      row: {
        kind: 'change',
        base: current.key,
        changeKind: kind,
        reason: 'the publisher went back to an earlier text',
      },
      revisions: [],
    }
  }
  const variant = current.variant === known.variant && kind !== 'noise' ? highestVariant(state) + 1 : current.variant
  const revisions: TrackRevision[] =
    current.change && current.change.base === known.key && current.change.kind !== flipKind
      ? [
          {
            version: current.key,
            kind: flipKind,
            cause: 'variant',
            reason: 'the earlier text came back: the page alternates',
            variant,
          },
        ]
      : []
  return { row: { kind: flipKind, reason: 'the text is that of an earlier version: the page alternates' }, revisions }
}

function highestVariant(state: TrackState): number {
  return state.versions.reduce((highest, { variant }) => Math.max(highest, variant), 0)
}
