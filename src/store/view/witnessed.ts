/** Versions of our own captures, newest first, for asking a second witness about what they rest on. */
import type { Db } from '../index.ts'

export type OwnVersion = {
  readonly version: number
  /** Position of the reading that the version was made from. */
  readonly reading: number
  /** Whether it is what the document says now. */
  readonly isNewest: boolean
}

export async function ownVersions(db: Db): Promise<readonly OwnVersion[]> {
  const rows = await db
    .selectFrom('version')
    .innerJoin('track', 'track.id', 'version.track_id')
    .innerJoin('record', 'record.id', 'version.first_record')
    .where('track.kind', '=', 'own')
    .orderBy('record.id', 'desc')
    .select(['version.number', 'version.track_id', 'record.reading_entry'])
    .execute()
  const seen = new Set<number>()
  return rows.map(({ number, track_id, reading_entry }) => {
    const isNewest = !seen.has(track_id)
    seen.add(track_id)
    return { version: number, reading: reading_entry, isNewest }
  })
}
