/** Finds the earlier version that a new text continues, where that is not the version on display. */
import type { Observation } from './follow.ts'
import type { Difference, TrackState, TrackVersion } from './track-state.ts'

type Near = { readonly version: TrackVersion; readonly difference: Difference }

/** Texts that continue one another hardly differ in length; this keeps the number of comparisons small. */
const LENGTH_TOLERANCE = 0.02
const CANDIDATES = 4

/**
 * A text that differs substantively from the version on display, and from an earlier version in nothing but noise:
 * that version came back. A document that grew by an edit is nearer to the version on display than to any other.
 */
export function nearReturn(
  state: TrackState,
  current: TrackVersion,
  fromCurrent: Difference,
  observation: Observation,
): Near | null {
  if (fromCurrent.kind !== 'substantive' && fromCurrent.kind !== 'broken-capture') return null
  const named = state.versions.findLast(
    ({ comparisonSha256, key }) => comparisonSha256 === observation.comparisonSha256 && key !== current.key,
  )
  if (named) return { version: named, difference: { kind: 'noise', kept: 1 } }
  for (const version of candidates(state, current, observation)) {
    if (observation.isNoise(version.key)) return { version, difference: observation.difference(version.key) }
  }
  return null
}

/** The version with which a new text is compared: the one on display, or the last one of the variant that it continues. */
export function baseOf(
  state: TrackState,
  current: TrackVersion,
  fromCurrent: Difference,
  observation: Observation,
): Near {
  const own = { version: current, difference: fromCurrent }
  if (fromCurrent.kind !== 'substantive' && fromCurrent.kind !== 'broken-capture') return own
  const others = candidates(state, current, observation).filter(({ variant }) => variant !== current.variant)
  let best: Near = own
  for (const version of others) {
    const difference = observation.difference(version.key)
    if (difference.kind === 'administrative' || difference.kept > best.difference.kept + 0.1)
      best = { version, difference }
  }
  return best
}

/** Versions of about the same length that were on display last, the newest first. */
function candidates(state: TrackState, current: TrackVersion, { chars, language }: Observation): TrackVersion[] {
  return state.versions
    .filter(
      (version) =>
        version.key !== current.key &&
        Math.abs(version.chars - chars) <= LENGTH_TOLERANCE * chars &&
        (version.language === null || language === null || version.language === language),
    )
    .sort((x, y) => Date.parse(y.spans.at(-1)!.to) - Date.parse(x.spans.at(-1)!.to) || y.key - x.key)
    .slice(0, CANDIDATES)
}
