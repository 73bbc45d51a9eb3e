/**
 * Stage 4, compare: what differs between two versions, and what a new record of a track is. Pure.
 *
 * How the pipeline uses it, for every record of a track in order:
 * 1. Skip a record whose bytes (imports: blob) equal the record before it. For others build an `Observation`;
 *    `difference(key)` loads the text of that version of the track and answers `{ kind: kindOf(alignment), kept: keptShare(alignment) }`;
 *    `isNoise(key)` answers `isNoise(alignment)`, which says less and costs less.
 *    The change to store, where the placement makes one, is `describe` of the same two texts.
 * 2. `placement = follow(state, observation, IMPORT_TRACK or CAPTURE_TRACK)`.
 * 3. Row of `changes --all`: none for `row.kind === 'none'`, else a row of that kind; for `change` the row is the
 *    change between `row.base` and this record's text, with `row.changeKind`, which overrides the described kind.
 *    A change of kind `substantive` or `administrative` is published; rows of other kinds are muted, never deleted.
 * 4. `placement.version`: store a new version, or extend or reopen a span. A `reopen` with row `change` is a
 *    publisher's rollback: store it as a new version with the same text.
 * 5. `placement.revisions`: append to the change that led to `revision.version` a revision with that kind, cause
 *    `variant` and reason; it becomes the newest and `changes --all` shows its kind. Also the version's variant.
 * 6. Keep `placement.state` (it is plain JSON) for the next record, or rebuild it from the store.
 * Rows revised later are final only when the import ends; running the rest later gives the same end (incremental
 * equals batch, because there is only this one function).
 */

export { align, DEFAULT_BUDGET } from './align.ts'
export type { Alignment, AlignOptions, Hidden, LinkChange, Pair, PairKind, Segment } from './alignment.ts'
export { PAIR_KINDS } from './alignment.ts'
export { carryOver, type Learnt } from './carry-over.ts'
export { comparisonSha256 } from './comparison-text.ts'
export { type DescribeInput, describe, isNoise, kindOf, type Side } from './describe.ts'
export type { Classify } from './effect/effects.ts'
export { follow, type Observation, type Placement, type Row, type TrackRevision, type VersionStep } from './follow.ts'
export { keptShare } from './kept.ts'
export { NORMALISER_DESCRIPTIONS } from './normalise/index.ts'
export { type RedlineOptions, type RedlineRow, redline } from './redline.ts'
export { editSignature } from './sibling/edit-signature.ts'
export { movedEffects, type OtherEnd, withMoveNoted, withMoves, withoutSuccessor } from './sibling/move.ts'
export { type Passage, type PassageSide, passagesOf } from './sibling/passage.ts'
export {
  CAPTURE_TRACK,
  type Difference,
  EMPTY_TRACK,
  IMPORT_TRACK,
  type Pending,
  type Span,
  type TrackSettings,
  type TrackState,
  type TrackVersion,
} from './track-state.ts'

/** Changes when results change. */
export const STAGE_VERSION = '3'
