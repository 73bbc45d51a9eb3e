/** The tracks of a document: versions with their spans, the changes between them, and the gaps. */
import { sql } from 'kysely'
import type { Outcome, Verdict } from '../../core/capture.ts'
import type { ChangeKind, Direction, Severity } from '../../core/change.ts'
import type { Db } from '../index.ts'
import type { TrackKind } from '../track.ts'

export type SpanLine = { readonly from: string; readonly to: string; readonly captures: number }

export type VersionLine = {
  readonly number: number
  readonly variant: number
  /** Counts from 1 within its track and variant. */
  readonly ordinal: number
  readonly sha256: string
  readonly chars: number
  /** Its place among the records of the track: order is the order of records, never of dates. */
  readonly firstRecord: number
  readonly spans: readonly SpanLine[]
  /** The change that led to it; null for a baseline, and where only the other archive changed something. */
  readonly change: {
    readonly number: number
    readonly fromVersion: number
    readonly kind: ChangeKind
    readonly severity: Severity
    readonly direction: Direction
    readonly summary: string
    readonly detectedAt: string
    readonly statedOn: string | null
    readonly effectiveOn: string | null
  } | null
}

/** A record that made no change: a page that was not the document, or a difference that is none. */
export type MutedRecord = {
  readonly record: number
  readonly observedAt: string
  readonly kind: ChangeKind
  readonly verdict: Verdict
  readonly reason: string
  readonly version: number | null
}

export type TrackLine = {
  readonly id: number
  readonly kind: TrackKind
  readonly label: string
  readonly path: string | null
  /** Number of the version observed last; null where none was observed yet. */
  readonly current: number | null
  /** In order of first observation. */
  readonly versions: readonly VersionLine[]
  readonly muted: number
  /** When nothing of the document was observed; oldest first. */
  readonly gaps: readonly Gap[]
}

/** Own captures first, then other archives by name. */
export async function documentTracks(db: Db, documentNumber: number): Promise<TrackLine[]> {
  const tracks = await db
    .selectFrom('track')
    .where('document_number', '=', documentNumber)
    .select(['id', 'kind', 'label', 'path'])
    .select((eb) =>
      eb
        .selectFrom('record')
        .whereRef('record.track_id', '=', 'track.id')
        .where('record.row_kind', 'is not', null)
        .where('record.change_number', 'is', null)
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .as('muted'),
    )
    .orderBy('label')
    .execute()
  tracks.sort((a, b) => KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind))
  return Promise.all(
    tracks.map(async ({ muted, ...track }) => ({
      ...track,
      current: await currentVersion(db, track.id),
      versions: await versionLines(db, track.id),
      muted: Number(muted),
      gaps: await trackGaps(db, documentNumber, track),
    })),
  )
}

/** What this archive saw itself comes first. */
const KIND_ORDER: readonly TrackKind[] = ['own', 'supplied', 'import']

async function trackGaps(db: Db, documentNumber: number, track: { id: number; kind: TrackKind }): Promise<Gap[]> {
  const unreceived = track.kind === 'own' ? await captureGaps(db, documentNumber) : []
  return [...unreceived, ...(await recordGaps(db, track.id))].sort((a, b) => (a.from < b.from ? -1 : 1))
}

/** The version observed last in a track: the newest of those that have the text observed last. */
export async function currentVersion(db: Db, trackId: number): Promise<number | null> {
  const row = await db
    .selectFrom('track')
    .innerJoin('version', (join) =>
      join.onRef('version.track_id', '=', 'track.id').onRef('version.key', '=', 'track.current_key'),
    )
    .where('track.id', '=', trackId)
    .orderBy('version.first_record', 'desc')
    .select('version.number')
    .executeTakeFirst()
  return row?.number ?? null
}

async function versionLines(db: Db, trackId: number): Promise<VersionLine[]> {
  const rows = await db
    .selectFrom('version')
    .innerJoin('policy_text', 'policy_text.id', 'version.text_id')
    .leftJoin('change', (join) =>
      join.onRef('change.to_version', '=', 'version.number').on('change.retired_at', 'is', null),
    )
    .where('version.track_id', '=', trackId)
    .orderBy('version.first_record')
    .select(['version.number', 'version.variant', 'version.first_record', 'policy_text.sha256', 'policy_text.chars'])
    .select([
      'change.number as change_number',
      'change.from_version',
      'change.kind',
      'change.severity',
      'change.direction',
      'change.summary',
      'change.detected_at',
      'change.stated_on',
      'change.effective_on',
    ])
    .execute()
  const spans = await db
    .selectFrom('span')
    .innerJoin('version', 'version.number', 'span.version_number')
    .where('version.track_id', '=', trackId)
    .orderBy('span.id')
    .select(['span.version_number', 'span.from_at', 'span.to_at', 'span.captures'])
    .execute()
  const spansOf = Map.groupBy(spans, (span) => span.version_number)
  const counts = new Map<number, number>()
  return rows.map((row) => ({
    number: row.number,
    variant: row.variant,
    ordinal: countUp(counts, row.variant),
    sha256: row.sha256,
    chars: row.chars,
    firstRecord: row.first_record,
    spans: (spansOf.get(row.number) ?? []).map(({ from_at, to_at, captures }) => ({
      from: from_at,
      to: to_at,
      captures,
    })),
    change:
      row.change_number === null
        ? null
        : {
            number: row.change_number,
            fromVersion: row.from_version!,
            kind: row.kind!,
            severity: row.severity!,
            direction: row.direction!,
            summary: row.summary!,
            detectedAt: row.detected_at!,
            statedOn: row.stated_on,
            effectiveOn: row.effective_on,
          },
  }))
}

/** A version may join another variant later, so its place is counted and not stored. */
function countUp(counts: Map<number, number>, variant: number): number {
  const count = (counts.get(variant) ?? 0) + 1
  counts.set(variant, count)
  return count
}

/** Newest first, at most `limit`. */
export async function mutedRecords(db: Db, trackId: number, limit: number): Promise<MutedRecord[]> {
  const rows = await db
    .selectFrom('record')
    .where('track_id', '=', trackId)
    .where('row_kind', 'is not', null)
    .where('change_number', 'is', null)
    .orderBy('sequence', 'desc')
    .limit(limit)
    .select(['id', 'observed_at', 'row_kind', 'row_reason', 'verdict', 'reason', 'version_number'])
    .execute()
  return rows.map((row) => ({
    record: row.id,
    observedAt: row.observed_at,
    kind: row.row_kind!,
    verdict: row.verdict,
    reason: row.row_reason ?? row.reason,
    version: row.version_number,
  }))
}

/** A run of attempts that did not bring the document, with how the last of them ended. Ends with its last attempt. */
export type Gap = {
  readonly from: string
  readonly to: string
  readonly attempts: number
  readonly outcome: Outcome
  readonly verdict: Verdict | null
  readonly reason: string
}

/** Runs of our own attempts in which nothing was received; oldest first. */
async function captureGaps(db: Db, documentNumber: number): Promise<Gap[]> {
  const { rows } = await sql<{ from_at: string; to_at: string; attempts: number; outcome: Outcome; reason: string }>`
    with attempt as (
      select entry, started_at, outcome, reason,
        case when outcome in ('received', 'not-modified') then 0 else 1 end as missed
      from capture where document_number = ${documentNumber}),
    island as (
      select attempt.*, row_number() over (order by entry)
        - row_number() over (partition by missed order by entry) as run
      from attempt)
    select min(started_at) as from_at, max(started_at) as to_at, count(*) as attempts,
      max(outcome) as outcome, max(reason) as reason
    from island where missed = 1 group by run order by max(entry)`.execute(db)
  return rows.map((row) => ({
    from: row.from_at,
    to: row.to_at,
    attempts: Number(row.attempts),
    outcome: row.outcome,
    verdict: null,
    reason: row.reason,
  }))
}

/** Runs of records of a track that turned out not to be the document; oldest first. They last until it was back. */
/** A page that is a shell over HTTP is opened with the browser in the same check: nothing was missed meanwhile. */
const ONE_CHECK_MS = 10 * 60_000

async function recordGaps(db: Db, trackId: number): Promise<Gap[]> {
  const rows = await db
    .selectFrom('record')
    .where('track_id', '=', trackId)
    .orderBy('sequence')
    .select(['observed_at', 'verdict', 'reason'])
    .execute()
  const gaps: Gap[] = []
  let open: (typeof rows)[number][] = []
  const close = (to: string | undefined) => {
    const [first, last] = [open[0], open.at(-1)]
    open = []
    if (!first || !last) return
    if (to !== undefined && Date.parse(to) - Date.parse(first.observed_at) < ONE_CHECK_MS) return
    const { verdict, reason } = last
    const [from, attempts] = [first.observed_at, rows.indexOf(last) - rows.indexOf(first) + 1]
    gaps.push({ from, to: to ?? last.observed_at, attempts, outcome: 'received', verdict, reason })
  }
  for (const row of rows) {
    if (row.verdict === 'policy') close(row.observed_at)
    else open.push(row)
  }
  close(undefined)
  return gaps
}
