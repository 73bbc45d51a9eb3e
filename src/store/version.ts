/** Versions and the spans of time in which they were observed. */
import type { Db } from './index.ts'

export type NewVersion = {
  readonly number: number
  readonly documentNumber: number
  readonly trackId: number
  readonly key: number
  readonly variant: number
  readonly textId: number
  readonly firstRecord: number
  readonly previousVersion: number | null
  readonly observedAt: string
}

export async function insertVersion(db: Db, version: NewVersion): Promise<void> {
  const { ordinal } = await db
    .selectFrom('version')
    .select((eb) => eb.fn.countAll<number>().as('ordinal'))
    .where('track_id', '=', version.trackId)
    .where('variant', '=', version.variant)
    .executeTakeFirstOrThrow()
  await db
    .insertInto('version')
    .values({
      number: version.number,
      document_number: version.documentNumber,
      track_id: version.trackId,
      key: version.key,
      variant: version.variant,
      ordinal: Number(ordinal) + 1,
      text_id: version.textId,
      first_record: version.firstRecord,
      previous_version: version.previousVersion,
      observed_at: version.observedAt,
    })
    .execute()
}

/** Versions of a track, as they stand. */
export async function versionsOfTrack(
  db: Db,
  trackId: number,
): Promise<readonly { readonly number: number; readonly textId: number; readonly firstRecord: number }[]> {
  const rows = await db
    .selectFrom('version')
    .select(['number', 'text_id', 'first_record'])
    .where('track_id', '=', trackId)
    .orderBy('number')
    .execute()
  return rows.map((row) => ({ number: row.number, textId: row.text_id, firstRecord: row.first_record }))
}

export type VersionPlace = {
  readonly key: number
  readonly variant: number
  readonly ordinal: number
  readonly firstRecord: number
  readonly previousVersion: number | null
  readonly observedAt: string
}

/** A version between others moves those behind it. */
export async function replaceVersion(db: Db, number: number, place: VersionPlace): Promise<void> {
  await db
    .updateTable('version')
    .set({
      key: place.key,
      variant: place.variant,
      ordinal: place.ordinal,
      first_record: place.firstRecord,
      previous_version: place.previousVersion,
      observed_at: place.observedAt,
    })
    .where('number', '=', number)
    .execute()
}

/** The version whose first record rests on this reading has another text now. */
export async function setText(db: Db, reading: number, textId: number): Promise<void> {
  await db
    .updateTable('version')
    .set({ text_id: textId })
    .where('first_record', 'in', (eb) =>
      eb.selectFrom('record').select('record.id').where('record.reading_entry', '=', reading),
    )
    .execute()
  await db.updateTable('record').set({ text_id: textId }).where('reading_entry', '=', reading).execute()
}

/** Spans of a track are made again in their order. */
export async function removeSpans(db: Db, trackId: number): Promise<void> {
  await db
    .deleteFrom('span')
    .where('version_number', 'in', (eb) =>
      eb.selectFrom('version').select('version.number').where('version.track_id', '=', trackId),
    )
    .execute()
}

export async function setVariant(db: Db, number: number, variant: number): Promise<void> {
  await db.updateTable('version').set({ variant }).where('number', '=', number).execute()
}

export async function openSpan(db: Db, versionNumber: number, at: string, record: number): Promise<void> {
  await db
    .insertInto('span')
    .values({
      version_number: versionNumber,
      from_at: at,
      to_at: at,
      first_record: record,
      last_record: record,
      captures: 1,
    })
    .execute()
}

/** The newest span of a version goes on to `at`; `record` where the page differed in bytes. */
export async function extendSpan(db: Db, versionNumber: number, at: string, record: number | null): Promise<void> {
  await db
    .updateTable('span')
    .set((eb) => ({ to_at: at, captures: eb('captures', '+', 1), ...(record === null ? {} : { last_record: record }) }))
    .where('id', '=', (eb) =>
      eb
        .selectFrom('span')
        .select(({ fn }) => fn.max('id').as('id'))
        .where('version_number', '=', versionNumber),
    )
    .execute()
}

/** Of one version, or of all versions of a document; empty where there is none. */
export async function versionNumbers(db: Db, kind: 'version' | 'document', number: number): Promise<number[]> {
  const rows = await db
    .selectFrom('version')
    .where(kind === 'version' ? 'number' : 'document_number', '=', number)
    .orderBy('number')
    .select('number')
    .execute()
  return rows.map((row) => row.number)
}
