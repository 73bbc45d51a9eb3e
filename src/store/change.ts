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
      retired_at: null,
      retired_reason: null,
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

/** Appends a revision, which is what the change shows from now on. `made`: by other stages than the one before it. */
export async function appendRevision(
  db: Db,
  changeNumber: number,
  description: ChangeDescription,
  cause: RevisionCause,
  at: string,
  made?: Readonly<Record<string, string>>,
): Promise<void> {
  const { revisions } = await db
    .selectFrom('change')
    .select('revisions')
    .where('number', '=', changeNumber)
    .executeTakeFirstOrThrow()
  const stages = made ? JSON.stringify(made) : (await newestRevision(db, changeNumber)).stages
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
  const change = await db
    .selectFrom('change')
    .select('number')
    .where('to_version', '=', toVersion)
    .where('retired_at', 'is', null)
    .executeTakeFirst()
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

export type StoredRevision = { readonly cause: RevisionCause; readonly description: ChangeDescription }

/** Oldest first. */
export async function readRevisions(db: Db, changeNumber: number): Promise<readonly StoredRevision[]> {
  const rows = await db
    .selectFrom('revision')
    .select(['cause', 'description'])
    .where('change_number', '=', changeNumber)
    .orderBy('ordinal')
    .execute()
  return rows.map(({ cause, description }) => ({ cause, description: JSON.parse(description) as ChangeDescription }))
}

/** The texts between which a change stands, and the reading entry of the newer one. */
export async function comparedBy(
  db: Db,
  changeNumber: number,
): Promise<{
  readonly documentNumber: number
  readonly fromText: number
  readonly toText: number
  readonly reading: number
}> {
  const row = await db
    .selectFrom('change')
    .innerJoin('version as old', 'old.number', 'change.from_version')
    .innerJoin('version as new', 'new.number', 'change.to_version')
    .innerJoin('record', 'record.id', 'new.first_record')
    .where('change.number', '=', changeNumber)
    .select(['change.document_number', 'old.text_id as from_text', 'new.text_id as to_text', 'record.reading_entry'])
    .executeTakeFirstOrThrow()
  return {
    documentNumber: row.document_number,
    fromText: row.from_text,
    toText: row.to_text,
    reading: row.reading_entry,
  }
}

/** Changes on both sides of the version whose first record rests on this reading. */
export async function changesBeside(db: Db, reading: number): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('version')
    .innerJoin('record', 'record.id', 'version.first_record')
    .innerJoin('change', (join) =>
      join.on((eb) =>
        eb.or([
          eb('change.to_version', '=', eb.ref('version.number')),
          eb('change.from_version', '=', eb.ref('version.number')),
        ]),
      ),
    )
    .where('record.reading_entry', '=', reading)
    .where('change.retired_at', 'is', null)
    .select('change.number')
    .orderBy('change.number')
    .execute()
  return rows.map((row) => row.number)
}

export async function setEditKey(db: Db, changeNumber: number, editKey: string | null): Promise<void> {
  await db.updateTable('change').set({ edit_key: editKey }).where('number', '=', changeNumber).execute()
}

/** Numbers of changes behind this one, in order. */
export async function changesAfter(db: Db, number: number, limit: number): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('change')
    .select('number')
    .where('number', '>', number)
    .where('retired_at', 'is', null)
    .orderBy('number')
    .limit(limit)
    .execute()
  return rows.map((row) => row.number)
}

export async function countChangesAfter(db: Db, number: number): Promise<number> {
  const { n } = await db
    .selectFrom('change')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('number', '>', number)
    .where('retired_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(n)
}

/** Changes of a track that stand, with the kind of their newest revision. */
export async function changesOfTrack(
  db: Db,
  trackId: number,
): Promise<
  readonly { readonly number: number; readonly from: number; readonly to: number; readonly kind: ChangeKind }[]
> {
  const rows = await db
    .selectFrom('change')
    .select(['number', 'from_version', 'to_version', 'kind'])
    .where('track_id', '=', trackId)
    .where('retired_at', 'is', null)
    .orderBy('number')
    .execute()
  return rows.map((row) => ({ number: row.number, from: row.from_version, to: row.to_version, kind: row.kind }))
}

/** It keeps its address, and is no change any more: its kind is noise. */
export async function retireChange(
  db: Db,
  changeNumber: number,
  { at, reason, cause }: { readonly at: string; readonly reason: string; readonly cause: RevisionCause },
): Promise<void> {
  const { description } = await newestRevision(db, changeNumber)
  const reasons = [reason, ...description.reasons]
  await appendRevision(db, changeNumber, { ...description, kind: 'noise', reasons }, cause, at)
  await db
    .updateTable('change')
    .set({ retired_at: at, retired_reason: reason, group_key: null, edit_key: null })
    .where('number', '=', changeNumber)
    .execute()
  await db
    .updateTable('record')
    .set({ change_number: null, row_kind: 'noise', row_reason: reason })
    .where('change_number', '=', changeNumber)
    .execute()
}
