/** A text came back: does the page flip between variants, or did the publisher go back to an earlier text? */
import type { ChangeKind } from '../../core/change.ts'
import type { Observation, Row, TrackRevision } from './follow.ts'
import type { Difference, TrackState, TrackVersion } from './track-state.ts'

/** What stood this long was a state of the document; going back from it is the publisher's rollback. */
const LONG_LIVED_DAYS = 30
/** A part of this size that comes and goes is a part that did not load, or another edition. */
const PART_SHARE = 0.08
/** Changes between the version that came back and the one on display that may all belong to one flip. */
const CHAIN = 6

/** `difference` leads from the version on display to the text that came back. */
export function judgeReturn(
  state: TrackState,
  current: TrackVersion,
  known: TrackVersion,
  observation: Observation,
  difference: Difference,
): { readonly row: Row; readonly revisions: readonly TrackRevision[] } {
  const chain = changesSince(state, known, current)
  const isRepeated = chain.some(({ returns }) => returns > 0)
  // Back along the changes that led here, none of which ever flipped: another way is another variant.
  const first = chain.at(-1)
  const isRollback =
    first !== undefined && !isRepeated && known.returns === 0 && daysOn(first, observation.at) >= LONG_LIVED_DAYS
  if (difference.kind === 'substantive' && isRollback) {
    const reason = 'the publisher went back to an earlier text'
    return { row: { kind: 'change', base: current.key, changeKind: difference.kind, reason }, revisions: [] }
  }
  const flip = flipKind(current, difference, observation)
  const isMinor = difference.kind === 'noise' || difference.kind === 'administrative'
  const variant = isMinor || current.variant !== known.variant ? current.variant : highestVariant(state) + 1
  const revisions = chain.flatMap((version) => revisionOf(version, flip, isRepeated, variant))
  return { row: { kind: flip, reason: REASONS[flip] }, revisions }
}

const REASONS = {
  noise: 'the text is that of an earlier version: the page alternates',
  'broken-capture':
    'the text is that of an earlier version: a part of the page, or another edition of it, comes and goes',
} as const

/** A small edit that was withdrawn is still news until it comes back once more and shows that the page alternates. */
function revisionOf(
  version: TrackVersion,
  flip: 'noise' | 'broken-capture',
  isRepeated: boolean,
  variant: number,
): TrackRevision[] {
  if (!version.change || version.change.kind === 'noise' || version.change.kind === flip) return []
  const stays = version.change.kind === 'substantive' && flip === 'noise' && !isRepeated
  if (version.change.kind === 'broken-capture') return []
  const kind: ChangeKind = stays ? 'substantive' : flip
  const reason = stays ? 'the earlier text came back afterwards' : 'the earlier text came back: the page alternates'
  return [{ version: version.key, kind, cause: 'variant', reason, variant }]
}

function flipKind(
  current: TrackVersion,
  { kind, kept }: Difference,
  { chars, language }: Observation,
): 'noise' | 'broken-capture' {
  if (kind === 'noise' || kind === 'administrative') return 'noise'
  if (kind === 'broken-capture') return kind
  if (language !== null && current.language !== null && language !== current.language) return 'broken-capture'
  const sizeShare = Math.abs(chars - current.chars) / Math.max(chars, current.chars, 1)
  return sizeShare >= PART_SHARE || kept < 1 - PART_SHARE ? 'broken-capture' : 'noise'
}

/** Versions that led from `known` to `current`, the newest first; empty where another way leads there. */
function changesSince(state: TrackState, known: TrackVersion, current: TrackVersion): TrackVersion[] {
  const chain: TrackVersion[] = []
  let version: TrackVersion | undefined = current
  while (version && version.key !== known.key && chain.length < CHAIN) {
    chain.push(version)
    const base: number | undefined = version.change?.base
    version = state.versions.find(({ key }) => key === base)
  }
  return version?.key === known.key ? chain : []
}

function daysOn({ spans }: TrackVersion, at: string): number {
  return (Date.parse(at) - Date.parse(spans[0]!.from)) / 86_400_000
}

function highestVariant(state: TrackState): number {
  return state.versions.reduce((highest, { variant }) => Math.max(highest, variant), 0)
}
