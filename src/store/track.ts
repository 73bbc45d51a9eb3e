/** Tracks and the state of the machine that follows them, made again from rows. */
import type { Verdict } from '../core/capture.ts'
import type { ChangeKind } from '../core/change.ts'
import type { Db } from './index.ts'

/** `own`: captures; `import`: what another archive recorded; `supplied`: files that a person handed in. */
export type TrackKind = 'own' | 'import' | 'supplied'
export type Track = {
  readonly id: number
  readonly kind: TrackKind
  readonly label: string
  readonly documentNumber: number
}

export async function ensureTrack(
  db: Db,
  documentNumber: number,
  kind: TrackKind,
  label: string,
  path: string | null,
): Promise<Track> {
  const known = await db
    .selectFrom('track')
    .select(['id', 'path'])
    .where('document_number', '=', documentNumber)
    .where('kind', '=', kind)
    .where('label', '=', label)
    .executeTakeFirst()
  if (known) {
    if (path !== null && known.path !== path)
      await db.updateTable('track').set({ path }).where('id', '=', known.id).execute()
    return { id: known.id, kind, label, documentNumber }
  }
  const { id } = await db
    .insertInto('track')
    .values({ document_number: documentNumber, kind, label, path })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, kind, label, documentNumber }
}

export async function findTrack(db: Db, documentNumber: number, kind: TrackKind, label: string): Promise<Track | null> {
  const known = await db
    .selectFrom('track')
    .select('id')
    .where('document_number', '=', documentNumber)
    .where('kind', '=', kind)
    .where('label', '=', label)
    .executeTakeFirst()
  return known ? { id: known.id, kind, label, documentNumber } : null
}

/** One row a version of a track, in order of first observation, with what the machine needs of it. */
export type TrackVersionRow = {
  readonly number: number
  readonly key: number
  readonly variant: number
  readonly textId: number
  readonly firstRecord: number
  readonly textSha256: string
  readonly comparisonSha256: string
  readonly language: string | null
  readonly chars: number
  readonly spans: readonly { readonly from: string; readonly to: string; readonly records: number }[]
  /** Spans that another version's came before. */
  readonly returns: number
  readonly change: { readonly fromVersion: number; readonly kind: ChangeKind } | null
}

export async function trackVersions(db: Db, trackId: number): Promise<TrackVersionRow[]> {
  const versions = await db
    .selectFrom('version')
    .innerJoin('policy_text', 'policy_text.id', 'version.text_id')
    .innerJoin('record', 'record.id', 'version.first_record')
    .leftJoin('change', (join) =>
      join.onRef('change.to_version', '=', 'version.number').on('change.retired_at', 'is', null),
    )
    .where('version.track_id', '=', trackId)
    .orderBy('record.sequence')
    .select([
      'version.number',
      'version.key',
      'version.variant',
      'version.text_id',
      'version.first_record',
      'policy_text.sha256',
      'policy_text.comparison_sha256',
      'policy_text.language',
      'policy_text.chars',
      'change.from_version',
      'change.kind',
    ])
    .execute()
  const spans = await db
    .selectFrom('span')
    .innerJoin('version', 'version.number', 'span.version_number')
    .where('version.track_id', '=', trackId)
    .orderBy('span.id')
    .select(['span.version_number', 'span.from_at', 'span.to_at', 'span.captures'])
    .execute()
  const returns = countReturns(
    versions,
    spans.map((span) => span.version_number),
  )
  return versions.map((row) => ({
    number: row.number,
    key: row.key,
    variant: row.variant,
    textId: row.text_id,
    firstRecord: row.first_record,
    textSha256: row.sha256,
    comparisonSha256: row.comparison_sha256,
    language: row.language,
    chars: row.chars,
    spans: spans
      .filter((span) => span.version_number === row.number)
      .map((span) => ({ from: span.from_at, to: span.to_at, records: span.captures })),
    returns: returns.get(row.number) ?? 0,
    change: row.from_version === null || row.kind === null ? null : { fromVersion: row.from_version, kind: row.kind },
  }))
}

/** `observed`: the version of each span of a track, in order of time. */
function countReturns(
  versions: readonly { readonly number: number; readonly key: number }[],
  observed: readonly number[],
): Map<number, number> {
  const keys = new Map(versions.map(({ number, key }) => [number, key]))
  const seen = new Set<number>()
  const returns = new Map<number, number>()
  let last: number | undefined
  for (const number of observed) {
    const key = keys.get(number)!
    if (seen.has(key) && last !== key) returns.set(number, (returns.get(number) ?? 0) + 1)
    seen.add(key)
    last = key
  }
  return returns
}

export type TrackMemory = {
  readonly pending: string | null
  readonly currentKey: number | null
  readonly lastVerdict: Verdict | null
}

export async function readTrackMemory(db: Db, trackId: number): Promise<TrackMemory> {
  const row = await db
    .selectFrom('track')
    .select(['pending', 'current_key', 'last_verdict'])
    .where('id', '=', trackId)
    .executeTakeFirstOrThrow()
  return { pending: row.pending, currentKey: row.current_key, lastVerdict: row.last_verdict }
}

export async function writeTrackMemory(
  db: Db,
  trackId: number,
  { pending, currentKey, lastVerdict }: TrackMemory,
): Promise<void> {
  await db
    .updateTable('track')
    .set({ pending, current_key: currentKey, last_verdict: lastVerdict })
    .where('id', '=', trackId)
    .execute()
}
