/** One provision through time: its wordings in runs of versions, where it stands now, and how it ended. */
import type { Severity } from '../../core/change.ts'
import type { DocumentType } from '../../core/document.ts'
import type { Basis, BlockRange, Confidence, Fact, ProvisionType } from '../../core/provision.ts'
import { factsOfVersion } from '../fact.ts'
import type { Db } from '../index.ts'
import type { TrackKind } from '../track.ts'
import { type ProvisionEnd, provisionEnd } from './provision-end.ts'

/** What a stage version says of one text of a provision. */
export type SeenWording = {
  readonly id: number
  readonly title: string | null
  readonly types: readonly ProvisionType[]
  readonly severity: Severity
  readonly reasons: readonly string[]
  readonly confidence: Confidence
  readonly basis: Basis
  readonly exact: string
  readonly stage: string
}

export type ProvisionPlace = BlockRange & {
  readonly provision: number
  readonly version: number
  readonly wording: SeenWording
}

/** A wording in consecutive versions of a track. */
export type WordingRun = {
  readonly wording: SeenWording
  readonly trackKind: TrackKind
  readonly trackLabel: string
  readonly variant: number
  readonly documentTitle: string
  readonly fromVersion: number
  readonly toVersion: number
  /** Moments of the first and the last observation. */
  readonly fromAt: string
  readonly toAt: string
  /** The change with which it came; null for a baseline. */
  readonly change: number | null
}

export type SeenProvision = {
  readonly number: number
  readonly platformName: string
  readonly platformSlug: string
  /** Of its newest place; a provision may have moved from another document. */
  readonly documentNumber: number
  readonly documentTitle: string
  readonly documentSlug: string
  readonly documentType: DocumentType
  readonly place: ProvisionPlace
  readonly textId: number
  readonly language: string | null
  /** Facts of the version; null where it was not assessed. */
  readonly versionFacts: readonly Fact[] | null
  /** Those that its blocks state. */
  readonly facts: readonly Fact[]
  /** Newest first. */
  readonly runs: readonly WordingRun[]
  readonly splitFrom: number | null
  /** Null while it stands in a document as followed now. */
  readonly end: ProvisionEnd | null
}

/** Null where no such provision was ever seen, or where the analysis of today does not see it (`readRetiredProvision`). */
export async function readProvision(db: Db, number: number): Promise<SeenProvision | null> {
  const rows = await standingRows(placeRows(db), number).execute()
  const last = newestPlace(rows)
  if (!last) return null
  const place = toPlace(last)
  const versionFacts = await factsOfVersion(db, place.version)
  return {
    number,
    platformName: last.platform_name,
    platformSlug: last.platform_slug,
    documentNumber: last.document_number,
    documentTitle: last.document_title,
    documentSlug: last.document_slug,
    documentType: last.document_type,
    place,
    textId: last.text_id,
    language: last.language,
    versionFacts,
    facts: (versionFacts ?? []).filter(({ block }) => block >= place.first && block <= place.last),
    runs: await runsOf(db, rows),
    splitFrom: last.split_from,
    end: await provisionEnd(db, number, { ...place, documentNumber: last.document_number, trackId: last.track_id }),
  }
}

/** Places of one provision with what is known of their versions, in the order of those. */
export function standingRows(rows: ReturnType<typeof placeRows>, number: number) {
  return rows
    .innerJoin('document', 'document.number', 'version.document_number')
    .innerJoin('platform', 'platform.number', 'document.platform_number')
    .innerJoin('track', 'track.id', 'version.track_id')
    .innerJoin('policy_text', 'policy_text.id', 'version.text_id')
    .innerJoin('provision', 'provision.number', 'place.provision_number')
    .leftJoin('change', (join) =>
      join.onRef('change.to_version', '=', 'version.number').on('change.retired_at', 'is', null),
    )
    .where('place.provision_number', '=', number)
    .orderBy('version.number')
    .select([
      'analysis.id as analysis_id',
      'version.track_id',
      'version.variant',
      'version.ordinal',
      'version.text_id',
      'version.observed_at',
      'version.document_number',
      'document.title as document_title',
      'document.slug as document_slug',
      'document.type as document_type',
      'platform.name as platform_name',
      'platform.slug as platform_slug',
      'track.kind as track_kind',
      'track.label as track_label',
      'policy_text.language',
      'provision.split_from',
      'change.number as change_number',
    ])
}

/** What our own captures saw is what this archive saw; after that, what was observed last. */
export function newestPlace<Row extends { readonly track_kind: TrackKind; readonly observed_at: string }>(
  rows: readonly Row[],
): Row | undefined {
  const own = rows.filter((row) => row.track_kind === 'own')
  return (own.length > 0 ? own : rows).toSorted((a, b) => (a.observed_at < b.observed_at ? -1 : 1)).at(-1)
}

/** All provisions of a version by its current analysis, in reading order; null where it has none or was not assessed. */
export async function provisionsOfVersion(db: Db, version: number): Promise<readonly ProvisionPlace[] | null> {
  const analysis = await db
    .selectFrom('analysis')
    .select('state')
    .where('version_number', '=', version)
    .where('is_current', '=', 1)
    .executeTakeFirst()
  if (analysis?.state !== 'assessed') return null
  const rows = await placeRows(db).where('version.number', '=', version).orderBy('place.first_block').execute()
  return rows.map(toPlace)
}

export function placeRows(db: Db) {
  return everyPlaceRows(db).where('analysis.is_current', '=', 1)
}

/** Also by analyses of older stage versions. */
export function everyPlaceRows(db: Db) {
  return db
    .selectFrom('wording_place as place')
    .innerJoin('analysis', 'analysis.id', 'place.analysis_id')
    .innerJoin('version', 'version.number', 'analysis.version_number')
    .innerJoin('wording', 'wording.id', 'place.wording_id')
    .select([
      'place.provision_number',
      'place.first_block',
      'place.last_block',
      'version.number as version_number',
      'wording.id as wording_id',
      'wording.title',
      'wording.types',
      'wording.severity',
      'wording.reasons',
      'wording.confidence',
      'wording.basis',
      'wording.exact',
      'wording.stage',
    ])
}

type PlaceRow = Awaited<ReturnType<ReturnType<typeof placeRows>['executeTakeFirstOrThrow']>>

export function toPlace(row: PlaceRow): ProvisionPlace {
  return {
    provision: row.provision_number,
    version: row.version_number,
    first: row.first_block,
    last: row.last_block,
    wording: {
      id: row.wording_id,
      title: row.title,
      types: JSON.parse(row.types) as ProvisionType[],
      severity: row.severity,
      reasons: JSON.parse(row.reasons) as string[],
      confidence: row.confidence,
      basis: row.basis,
      exact: row.exact,
      stage: row.stage,
    },
  }
}

type RunRow = PlaceRow & {
  readonly track_id: number
  readonly variant: number
  readonly ordinal: number
  readonly observed_at: string
  readonly document_title: string
  readonly track_kind: TrackKind
  readonly track_label: string
  readonly change_number: number | null
}

/** A run ends where another wording, or none, comes in its track and variant. */
export async function runsOf(db: Db, rows: readonly RunRow[]): Promise<WordingRun[]> {
  const until = await lastObservations(db, [...new Set(rows.map((row) => row.version_number))])
  const lines = Map.groupBy(rows, (row) => `${row.track_id} ${row.variant}`)
  const runs = [...lines.values()].flatMap((line) => {
    const ofLine: WordingRun[] = []
    let ordinal = 0
    for (const row of line.toSorted((a, b) => a.ordinal - b.ordinal)) {
      const toAt = until.get(row.version_number) ?? row.observed_at
      const last = ofLine.at(-1)
      if (last?.wording.id === row.wording_id && row.ordinal === ordinal + 1)
        ofLine[ofLine.length - 1] = { ...last, toVersion: row.version_number, toAt }
      else ofLine.push(beginRun(row, toAt))
      ordinal = row.ordinal
    }
    return ofLine
  })
  return runs.sort((a, b) => (a.fromAt < b.fromAt ? 1 : -1))
}

function beginRun(row: RunRow, toAt: string): WordingRun {
  return {
    wording: toPlace(row).wording,
    trackKind: row.track_kind,
    trackLabel: row.track_label,
    variant: row.variant,
    documentTitle: row.document_title,
    fromVersion: row.version_number,
    toVersion: row.version_number,
    fromAt: row.observed_at,
    toAt,
    change: row.change_number,
  }
}

/** When each version was observed last. */
async function lastObservations(db: Db, versions: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const rows = await db
    .selectFrom('span')
    .where('version_number', 'in', versions)
    .groupBy('version_number')
    .select(['version_number'])
    .select((eb) => eb.fn.max('to_at').as('to_at'))
    .execute()
  return new Map(rows.map((row) => [row.version_number, row.to_at]))
}
