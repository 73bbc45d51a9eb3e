/** Texts that look like a bad capture are believed when enough captures agree on them (our own captures only). */
import type { Observation } from './follow.ts'
import type { Pending, TrackSettings } from './track-state.ts'

export type Doubt = Pending['reason']

export const WAITING: Readonly<Record<Doubt, string>> = {
  'large-loss': 'more than half of the text is missing; a second capture decides',
  'language-switch': 'the language is another one; a second capture decides',
  return: 'the text is that of an earlier version; a second capture decides',
}

export function waitLonger(pending: Pending | null, reason: Doubt, { comparisonSha256, at }: Observation): Pending {
  return pending?.comparisonSha256 === comparisonSha256
    ? { ...pending, captures: pending.captures + 1 }
    : { reason, comparisonSha256: comparisonSha256!, since: at, captures: 1 }
}

export function isConfirmed(pending: Pending, at: string, { confirmCaptures, confirmHours }: TrackSettings): boolean {
  return pending.captures >= confirmCaptures && Date.parse(at) - Date.parse(pending.since) >= confirmHours * 3_600_000
}
