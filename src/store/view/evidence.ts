/** What the evidence of a version or a change rests on: readings in the log, and the texts that they name. */
import type { Db } from '../index.ts'
import type { TrackKind } from '../track.ts'

export type EvidenceVersion = {
  readonly version: number
  /** Position of the reading that the version was first made from. */
  readonly reading: number
  /** Of the text of that reading, which may differ from the version's own in what normalisers hide. */
  readonly textId: number
  readonly sha256: string
  readonly platform: string
  readonly document: string
}

/** In the order of the numbers given; a version that is not there is left out. */
export async function evidenceVersions(db: Db, numbers: readonly number[]): Promise<EvidenceVersion[]> {
  const rows = await db
    .selectFrom('version')
    .innerJoin('record', 'record.id', 'version.first_record')
    .innerJoin('policy_text', 'policy_text.id', 'record.text_id')
    .innerJoin('document', 'document.number', 'version.document_number')
    .innerJoin('platform', 'platform.number', 'document.platform_number')
    .where('version.number', 'in', numbers)
    .select([
      'version.number',
      'record.reading_entry',
      'policy_text.id',
      'policy_text.sha256',
      'platform.name',
      'document.title',
    ])
    .execute()
  return numbers.flatMap((number) => {
    const row = rows.find((one) => one.number === number)
    if (!row) return []
    const { reading_entry: reading, id: textId, sha256, name: platform, title } = row
    return [{ version: number, reading, textId, sha256, platform, document: title }]
  })
}

/**
 * Readings in which the text of a version was read, for choosing one whose bytes are still there: the one that the version
 * was made from first, then later ones, then those before it, when the text stood there already.
 */
export async function readingsOf(db: Db, { version, textId }: EvidenceVersion): Promise<number[]> {
  const rows = await db
    .selectFrom('version')
    .innerJoin('record', 'record.track_id', 'version.track_id')
    .where('version.number', '=', version)
    .where('record.text_id', '=', textId)
    .where('record.verdict', '=', 'policy')
    .orderBy('record.id')
    .select(['record.id', 'record.reading_entry', 'version.first_record'])
    .execute()
  const own = rows.filter(({ id, first_record }) => id >= first_record)
  return [...own, ...rows.filter((row) => !own.includes(row))].map((row) => row.reading_entry)
}

/** The versions before and after a change; null where there is no such change. */
export async function changeVersions(db: Db, number: number): Promise<readonly [number, number] | null> {
  const row = await db
    .selectFrom('change')
    .select(['from_version', 'to_version'])
    .where('number', '=', number)
    .executeTakeFirst()
  return row ? [row.from_version, row.to_version] : null
}

/** How often and until when the text of a version was received, or recorded by another archive. */
export async function sightings(
  db: Db,
  version: number,
): Promise<{ kind: TrackKind; label: string; captures: number; lastAt: string }> {
  const row = await db
    .selectFrom('span')
    .innerJoin('version', 'version.number', 'span.version_number')
    .innerJoin('track', 'track.id', 'version.track_id')
    .where('span.version_number', '=', version)
    .groupBy(['track.id'])
    .select(['track.kind', 'track.label'])
    .select((eb) => [eb.fn.sum<number>('span.captures').as('captures'), eb.fn.max('span.to_at').as('last')])
    .executeTakeFirstOrThrow()
  return { kind: row.kind, label: row.label, captures: Number(row.captures), lastAt: row.last }
}
