/** Records: what differs from the one before it in a track. */
import type { Verdict } from '../core/capture.ts'
import type { ChangeKind } from '../core/change.ts'
import type { Db } from './index.ts'

export type NewRecord = {
  readonly trackId: number
  readonly sequence: number
  readonly observedAt: string
  readonly readingEntry: number
  readonly verdict: Verdict
  readonly reason: string
  readonly textId: number | null
  readonly rowKind: ChangeKind | null
  readonly rowReason: string | null
  readonly awaiting: boolean
  readonly foreignCommit: string | null
  readonly foreignPath: string | null
  readonly technical: boolean
}

export async function insertRecord(db: Db, record: NewRecord): Promise<number> {
  const { id } = await db
    .insertInto('record')
    .values({
      track_id: record.trackId,
      sequence: record.sequence,
      observed_at: record.observedAt,
      reading_entry: record.readingEntry,
      verdict: record.verdict,
      reason: record.reason,
      text_id: record.textId,
      row_kind: record.rowKind,
      row_reason: record.rowReason,
      awaiting: record.awaiting ? 1 : 0,
      foreign_commit: record.foreignCommit,
      foreign_path: record.foreignPath,
      technical: record.technical ? 1 : 0,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function placeRecord(
  db: Db,
  id: number,
  versionNumber: number | null,
  changeNumber: number | null,
): Promise<void> {
  await db
    .updateTable('record')
    .set({ version_number: versionNumber, change_number: changeNumber })
    .where('id', '=', id)
    .execute()
}

export async function lastSequence(db: Db, trackId: number): Promise<number> {
  const row = await db
    .selectFrom('record')
    .select((eb) => eb.fn.max('sequence').as('last'))
    .where('track_id', '=', trackId)
    .executeTakeFirst()
  return row?.last ?? 0
}

/** Which records of a foreign archive are here already, as `commit path`. */
export async function knownForeign(db: Db, label: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('record')
    .innerJoin('track', 'track.id', 'record.track_id')
    .where('track.kind', '=', 'import')
    .where('track.label', '=', label)
    .select(['record.foreign_commit', 'record.foreign_path'])
    .execute()
  return new Set(rows.map((row) => `${row.foreign_commit} ${row.foreign_path}`))
}

/** Rows of `changes --all` that are bad captures and no changes. */
export async function countBrokenRows(db: Db): Promise<number> {
  const { n } = await db
    .selectFrom('record')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('row_kind', '=', 'broken-capture')
    .where('change_number', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(n)
}
