/**
 * What was learnt about a change after it was described, put upon a fresh description of it: a variant that came back,
 * the other end of a move, what a person corrected. Pure.
 */
import type { ChangeDescription, Effect, RevisionCause } from '../../core/change.ts'
import { type MovedDocument, type OtherEnd, withMoveNoted, withMoves, withoutSuccessorAs } from './sibling/move.ts'

export type Learnt = { readonly cause: RevisionCause; readonly description: ChangeDescription }

/** `revisions`: oldest first; the first is the description that the fresh one replaces. */
export function carryOver(
  fresh: ChangeDescription,
  revisions: readonly Learnt[],
  document: MovedDocument,
): ChangeDescription {
  let result = withoutSuccessorAs(fresh, revisions[0]?.description.effects ?? [])
  for (const [at, revision] of revisions.entries()) {
    const before = revisions[at - 1]?.description
    if (!before) continue
    if (revision.cause === 'variant') result = asRevised(result, before, revision.description)
    if (revision.cause === 'review') result = asCorrected(result, before, revision.description)
    if (revision.cause === 'sibling') result = asMoved(result, before, revision.description, document)
  }
  return result
}

/** Another kind, or the same with another reason; the reason stands first. */
function asRevised(fresh: ChangeDescription, before: ChangeDescription, after: ChangeDescription): ChangeDescription {
  const kind = after.kind === before.kind ? fresh.kind : after.kind
  return { ...fresh, kind, reasons: [...newReasons(before, after), ...fresh.reasons] }
}

/** What a person said stays said, whatever the rules find. */
function asCorrected(fresh: ChangeDescription, before: ChangeDescription, after: ChangeDescription): ChangeDescription {
  const { kind, severity, summary } = after
  return {
    ...asRevised(fresh, before, after),
    ...(kind === before.kind ? {} : { kind }),
    ...(severity === before.severity ? {} : { severity }),
    ...(summary === before.summary ? {} : { summary }),
  }
}

function asMoved(
  fresh: ChangeDescription,
  before: ChangeDescription,
  after: ChangeDescription,
  document: MovedDocument,
): ChangeDescription {
  const known = new Set(before.effects.flatMap(({ sibling }) => (sibling ? [sibling.change] : [])))
  const turned = after.effects.filter(({ sibling }) => sibling && !known.has(sibling.change))
  const other: OtherEnd | undefined = turned[0]?.sibling
  if (!other) return { ...fresh, reasons: [...newReasons(before, after), ...fresh.reasons] }
  const moved = fresh.effects.flatMap((effect, at) => (turned.some((one) => isSame(one, effect)) ? [at] : []))
  if (moved.length > 0) return withMoves(fresh, moved, other, document)
  return withMoveNoted(fresh, turned[0]!.before ? 'removed' : 'added', other)
}

/** The same passage, whatever is said about it. */
function isSame(a: Effect, b: Effect): boolean {
  return a.before?.exact === b.before?.exact && a.after?.exact === b.after?.exact
}

function newReasons(before: ChangeDescription, after: ChangeDescription): readonly string[] {
  return after.reasons.slice(0, Math.max(0, after.reasons.length - before.reasons.length))
}
