/** The rows of `changes --all`: one for every record or received capture that differs from the one before it. */
import type { ChangeKind, Direction, Severity } from '../../core/change.ts'
import type { Db } from '../index.ts'
import type { TrackKind } from '../track.ts'

export type RecordRow = {
  /** Number of the public id; null for a row that is no change. */
  readonly change: number | null
  readonly platformName: string
  readonly documentTitle: string
  readonly kind: ChangeKind
  readonly severity: Severity | null
  readonly direction: Direction | null
  readonly detectedAt: string
  readonly summary: string | null
  readonly reason: string | null
  readonly trackKind: TrackKind
  readonly commit: string | null
  readonly path: string | null
}

/** Every record but a track's first, in the order in which they came; muted ones too. */
export async function* recordRows(db: Db): AsyncIterable<RecordRow> {
  const query = db
    .selectFrom('record')
    .innerJoin('track', 'track.id', 'record.track_id')
    .innerJoin('document', 'document.number', 'track.document_number')
    .innerJoin('platform', 'platform.number', 'document.platform_number')
    .leftJoin('change', 'change.number', 'record.change_number')
    .select([
      'change.number',
      'change.severity',
      'change.direction',
      'change.summary',
      'platform.name',
      'document.title',
      'track.kind as track_kind',
      'record.foreign_commit',
      'record.foreign_path',
      'record.observed_at',
      'record.row_reason',
    ])
    .select((eb) => eb.fn.coalesce('change.kind', 'record.row_kind').as('kind'))
    .where((eb) => eb(eb.fn.coalesce('change.kind', 'record.row_kind'), 'is not', null))
    .orderBy('record.id')
  for await (const row of query.stream()) {
    yield {
      change: row.number,
      platformName: row.name,
      documentTitle: row.title,
      kind: row.kind!,
      severity: row.severity,
      direction: row.direction,
      detectedAt: row.observed_at,
      summary: row.summary,
      reason: row.row_reason,
      trackKind: row.track_kind,
      commit: row.foreign_commit,
      path: row.foreign_path,
    }
  }
}
