/** Records: what differs from the one before it in a track. */
import type { Verdict } from '../core/capture.ts'
import type { ChangeKind } from '../core/change.ts'
import type { Db } from './index.ts'
import type { Track } from './track.ts'

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

/** What is needed to read a record again; `previousText`: of the version that was on display before it. */
export type RecordToRead = {
  readonly documentNumber: number
  readonly track: Track
  readonly reading: number
  readonly at: string
  readonly previousText: number | null
}

export async function recordToRead(db: Db, id: number): Promise<RecordToRead> {
  const row = await db
    .selectFrom('record')
    .innerJoin('track', 'track.id', 'record.track_id')
    .where('record.id', '=', id)
    .select(['record.reading_entry', 'record.observed_at', 'record.sequence'])
    .select(['track.id', 'track.kind', 'track.label', 'track.document_number'])
    .executeTakeFirstOrThrow()
  const previous = await db
    .selectFrom('record')
    .innerJoin('version', 'version.number', 'record.version_number')
    .where('record.track_id', '=', row.id)
    .where('record.sequence', '<', row.sequence)
    .orderBy('record.sequence', 'desc')
    .limit(1)
    .select('version.text_id')
    .executeTakeFirst()
  return {
    documentNumber: row.document_number,
    track: { id: row.id, kind: row.kind, label: row.label, documentNumber: row.document_number },
    reading: row.reading_entry,
    at: row.observed_at,
    previousText: previous?.text_id ?? null,
  }
}

/** Numbers of records behind this one, in the order in which they came. */
export async function recordsAfter(db: Db, id: number, limit: number): Promise<readonly number[]> {
  const rows = await db.selectFrom('record').select('id').where('id', '>', id).orderBy('id').limit(limit).execute()
  return rows.map((row) => row.id)
}

export async function countRecordsAfter(db: Db, id: number): Promise<number> {
  const { n } = await db
    .selectFrom('record')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('id', '>', id)
    .executeTakeFirstOrThrow()
  return Number(n)
}

/** One row of a track, as the machine that follows it needs it. */
export type TrackRecord = {
  readonly id: number
  readonly sequence: number
  readonly observedAt: string
  readonly verdict: Verdict
  readonly textId: number | null
  readonly technical: boolean
}

/** In the order of the records, which is that of their archive. */
export async function trackRecords(db: Db, trackId: number): Promise<TrackRecord[]> {
  const rows = await db
    .selectFrom('record')
    .select(['id', 'sequence', 'observed_at', 'verdict', 'text_id', 'technical'])
    .where('track_id', '=', trackId)
    .orderBy('sequence')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    sequence: row.sequence,
    observedAt: row.observed_at,
    verdict: row.verdict,
    textId: row.text_id,
    technical: row.technical === 1,
  }))
}

/** Where a foreign record stands in its track; null where it is not there. */
export async function foreignSequence(db: Db, trackId: number, commit: string, path: string): Promise<number | null> {
  const row = await db
    .selectFrom('record')
    .select('sequence')
    .where('track_id', '=', trackId)
    .where('foreign_commit', '=', commit)
    .where('foreign_path', '=', path)
    .executeTakeFirst()
  return row?.sequence ?? null
}

/** Moves the records from this sequence on by one. In two steps, because a sequence stands once in its track. */
export async function makeRoom(db: Db, trackId: number, sequence: number): Promise<void> {
  await db
    .updateTable('record')
    .set((eb) => ({ sequence: eb('sequence', '*', -1) }))
    .where('track_id', '=', trackId)
    .where('sequence', '>=', sequence)
    .execute()
  await db
    .updateTable('record')
    .set((eb) => ({ sequence: eb(eb.val(1), '-', eb.ref('sequence')) }))
    .where('track_id', '=', trackId)
    .where('sequence', '<', 0)
    .execute()
}

export type RecordPlace = {
  readonly versionNumber: number | null
  readonly changeNumber: number | null
  readonly rowKind: ChangeKind | null
  readonly rowReason: string | null
}

export async function replaceRecord(db: Db, id: number, place: RecordPlace): Promise<void> {
  await db
    .updateTable('record')
    .set({
      version_number: place.versionNumber,
      change_number: place.changeNumber,
      row_kind: place.rowKind,
      row_reason: place.rowReason,
    })
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
