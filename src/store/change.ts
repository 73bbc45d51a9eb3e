/** Changes and their revisions, which are only appended; a change shows its newest. */
import type { ChangeDescription, ChangeKind, RevisionCause } from '../core/change.ts'
import type { Db } from './index.ts'

export type NewChange = {
  readonly number: number
  readonly documentNumber: number
  readonly trackId: number
  readonly variant: number
  readonly fromVersion: number
  readonly toVersion: number
  readonly detectedAt: string
  readonly statedOn: string | null
  readonly effectiveOn: string | null
  readonly description: ChangeDescription
  readonly groupKey: string | null
  /** What is edited (`editSignature`). */
  readonly editKey?: string | null
  readonly cause: RevisionCause
  readonly madeAt: string
  readonly stages: Readonly<Record<string, string>>
}

export async function insertChange(db: Db, change: NewChange): Promise<void> {
  const { description } = change
  await db
    .insertInto('change')
    .values({
      number: change.number,
      document_number: change.documentNumber,
      track_id: change.trackId,
      variant: change.variant,
      from_version: change.fromVersion,
      to_version: change.toVersion,
      detected_at: change.detectedAt,
      stated_on: change.statedOn,
      effective_on: change.effectiveOn,
      kind: description.kind,
      severity: description.severity,
      direction: description.direction,
      summary: description.summary,
      revisions: 1,
      group_key: change.groupKey,
      edit_key: change.editKey ?? null,
    })
    .execute()
  await db
    .insertInto('revision')
    .values({
      change_number: change.number,
      ordinal: 1,
      cause: change.cause,
      kind: description.kind,
      description: JSON.stringify(description),
      made_at: change.madeAt,
      stages: JSON.stringify(change.stages),
    })
    .execute()
}

/** Appends a revision, which is what the change shows from now on. */
export async function appendRevision(
  db: Db,
  changeNumber: number,
  description: ChangeDescription,
  cause: RevisionCause,
  at: string,
): Promise<void> {
  const { revisions } = await db
    .selectFrom('change')
    .select('revisions')
    .where('number', '=', changeNumber)
    .executeTakeFirstOrThrow()
  const { stages } = await newestRevision(db, changeNumber)
  const ordinal = revisions + 1
  const { kind, severity, direction, summary } = description
  await db
    .insertInto('revision')
    .values({
      change_number: changeNumber,
      ordinal,
      cause,
      kind,
      description: JSON.stringify(description),
      made_at: at,
      stages,
    })
    .execute()
  await db
    .updateTable('change')
    .set({ kind, severity, direction, summary, revisions: ordinal })
    .where('number', '=', changeNumber)
    .execute()
}

/** Appends a revision that gives the change another kind, with the reason put first. */
export async function reviseKind(
  db: Db,
  toVersion: number,
  kind: ChangeKind,
  cause: RevisionCause,
  reason: string,
  at: string,
): Promise<void> {
  const change = await db.selectFrom('change').select('number').where('to_version', '=', toVersion).executeTakeFirst()
  if (!change) return
  const { description } = await newestRevision(db, change.number)
  await appendRevision(
    db,
    change.number,
    { ...description, kind, reasons: [reason, ...description.reasons] },
    cause,
    at,
  )
}

export async function newestRevision(
  db: Db,
  changeNumber: number,
): Promise<{ description: ChangeDescription; stages: string }> {
  const row = await db
    .selectFrom('revision')
    .select(['description', 'stages'])
    .where('change_number', '=', changeNumber)
    .orderBy('ordinal', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return { description: JSON.parse(row.description) as ChangeDescription, stages: row.stages }
}
