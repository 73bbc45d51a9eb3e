/** Changes as pages show them: lists with filters, and one change with everything that is known about it. */
import type { ChangeDescription, ChangeKind, Direction, RevisionCause, Severity } from '../../core/change.ts'
import type { PrintedDate } from '../../core/reading.ts'
import type { Db } from '../index.ts'
import type { TrackKind } from '../track.ts'

export type ChangeLine = {
  readonly number: number
  readonly platformName: string
  readonly platformSlug: string
  readonly documentTitle: string
  readonly documentSlug: string
  readonly trackKind: TrackKind
  readonly kind: ChangeKind
  readonly severity: Severity
  readonly direction: Direction
  readonly summary: string
  readonly detectedAt: string
  readonly statedOn: string | null
  readonly effectiveOn: string | null
  readonly fromVersion: number
  readonly toVersion: number
  /** The same edit on several documents of a platform has the same key. */
  readonly groupKey: string | null
}

/** The same edit on several documents, as one item. */
export type ChangeGroup = { readonly first: ChangeLine; readonly others: readonly ChangeLine[] }

/** A group stands where its first line does, so that an edit that reached the documents on several days stands once. */
export function groupLines(lines: readonly ChangeLine[]): ChangeGroup[] {
  return [...Map.groupBy(lines, (line) => line.groupKey ?? line.number).values()].map(([first, ...others]) => ({
    first: first!,
    others,
  }))
}

export type ChangeListFilter = {
  readonly kinds: readonly ChangeKind[]
  readonly severity?: Severity | undefined
  readonly platform?: string | undefined
  readonly documentNumber?: number | undefined
  /** Plain date: detected on that day or later. */
  readonly since?: string | undefined
  /** Only what stands behind this one in the list. */
  readonly before?: { readonly detectedAt: string; readonly number: number } | undefined
  readonly limit: number
}

/** Of those that are not retired, newest first; the number settles what was detected at the same moment. */
export async function changeLines(db: Db, filter: ChangeListFilter): Promise<ChangeLine[]> {
  const { kinds, severity, platform, documentNumber, since, before, limit } = filter
  let query = selectLines(db)
    .where('change.retired_at', 'is', null)
    .where('change.kind', 'in', kinds)
    .orderBy('change.detected_at', 'desc')
    .orderBy('change.number', 'desc')
    .limit(limit)
  if (severity) query = query.where('change.severity', '=', severity)
  if (platform) query = query.where('platform.slug', '=', platform)
  if (documentNumber !== undefined) query = query.where('change.document_number', '=', documentNumber)
  if (since) query = query.where('change.detected_at', '>=', since)
  if (before) {
    query = query.where(({ and, eb, or }) =>
      or([
        eb('change.detected_at', '<', before.detectedAt),
        and([eb('change.detected_at', '=', before.detectedAt), eb('change.number', '<', before.number)]),
      ]),
    )
  }
  return (await query.execute()).map(toLine)
}

export type SeenRevision = {
  readonly ordinal: number
  readonly cause: RevisionCause
  readonly kind: ChangeKind
  readonly reasons: readonly string[]
  readonly madeAt: string
  readonly stages: Readonly<Record<string, string>>
}

export type ChangeSide = {
  readonly version: number
  readonly ordinal: number
  readonly sha256: string
  readonly stated: PrintedDate | null
  readonly effective: PrintedDate | null
  readonly firstAt: string
  readonly lastAt: string
}

export type SeenChange = ChangeLine & {
  readonly documentNumber: number
  readonly trackLabel: string
  readonly description: ChangeDescription
  readonly from: ChangeSide
  readonly to: ChangeSide
  /** Oldest first. */
  readonly revisions: readonly SeenRevision[]
  /** Other changes of the same edit. */
  readonly siblings: readonly ChangeLine[]
  /** Where another archive recorded it. */
  readonly foreign: { readonly commit: string; readonly path: string } | null
  /** It is no change any more, and keeps its address. */
  readonly retired: { readonly at: string; readonly reason: string } | null
}

export async function readChange(db: Db, number: number): Promise<SeenChange | null> {
  const row = await selectLines(db)
    .where('change.number', '=', number)
    .select(['change.document_number', 'track.label', 'change.retired_at', 'change.retired_reason'])
    .executeTakeFirst()
  if (!row) return null
  const revisions = await db
    .selectFrom('revision')
    .selectAll()
    .where('change_number', '=', number)
    .orderBy('ordinal')
    .execute()
  const seen = revisions.map(({ ordinal, cause, kind, description, made_at, stages }) => ({
    ordinal,
    cause,
    kind,
    description: JSON.parse(description) as ChangeDescription,
    madeAt: made_at,
    stages: JSON.parse(stages) as Record<string, string>,
  }))
  const siblings =
    row.group_key === null
      ? []
      : await selectLines(db)
          .where('change.group_key', '=', row.group_key)
          .where('change.number', '!=', number)
          .orderBy('change.number')
          .execute()
  const record = await db
    .selectFrom('record')
    .select(['foreign_commit', 'foreign_path'])
    .where('change_number', '=', number)
    .executeTakeFirst()
  return {
    ...toLine(row),
    documentNumber: row.document_number,
    trackLabel: row.label,
    description: seen.at(-1)!.description,
    from: await readSide(db, row.from_version),
    to: await readSide(db, row.to_version),
    revisions: seen.map(({ description, ...revision }) => ({ ...revision, reasons: description.reasons })),
    siblings: siblings.map(toLine),
    foreign:
      record?.foreign_commit && record.foreign_path
        ? { commit: record.foreign_commit, path: record.foreign_path }
        : null,
    retired: row.retired_at === null ? null : { at: row.retired_at, reason: row.retired_reason ?? '' },
  }
}

async function readSide(db: Db, version: number): Promise<ChangeSide> {
  const row = await db
    .selectFrom('version')
    .innerJoin('policy_text', 'policy_text.id', 'version.text_id')
    .innerJoin('span', 'span.version_number', 'version.number')
    .where('version.number', '=', version)
    .groupBy(['version.number', 'policy_text.id'])
    .select(['version.ordinal', 'policy_text.sha256', 'policy_text.stated', 'policy_text.effective'])
    .select((eb) => [eb.fn.min('span.from_at').as('first'), eb.fn.max('span.to_at').as('last')])
    .executeTakeFirstOrThrow()
  return {
    version,
    ordinal: row.ordinal,
    sha256: row.sha256,
    stated: parseDate(row.stated),
    effective: parseDate(row.effective),
    firstAt: row.first,
    lastAt: row.last,
  }
}

export function parseDate(json: string | null): PrintedDate | null {
  return json === null ? null : (JSON.parse(json) as PrintedDate)
}

function selectLines(db: Db) {
  return db
    .selectFrom('change')
    .innerJoin('document', 'document.number', 'change.document_number')
    .innerJoin('platform', 'platform.number', 'document.platform_number')
    .innerJoin('track', 'track.id', 'change.track_id')
    .select([
      'change.number',
      'change.kind',
      'change.severity',
      'change.direction',
      'change.summary',
      'change.detected_at',
      'change.stated_on',
      'change.effective_on',
      'change.from_version',
      'change.to_version',
      'change.group_key',
      'platform.name as platform_name',
      'platform.slug as platform_slug',
      'document.title as document_title',
      'document.slug as document_slug',
      'track.kind as track_kind',
    ])
}

type LineRow = Awaited<ReturnType<ReturnType<typeof selectLines>['executeTakeFirstOrThrow']>>

function toLine(row: LineRow): ChangeLine {
  return {
    number: row.number,
    platformName: row.platform_name,
    platformSlug: row.platform_slug,
    documentTitle: row.document_title,
    documentSlug: row.document_slug,
    trackKind: row.track_kind,
    kind: row.kind,
    severity: row.severity,
    direction: row.direction,
    summary: row.summary,
    detectedAt: row.detected_at,
    statedOn: row.stated_on,
    effectiveOn: row.effective_on,
    fromVersion: row.from_version,
    toVersion: row.to_version,
    groupKey: row.group_key,
  }
}
