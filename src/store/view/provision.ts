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

/** Null where no such provision was ever seen, or where the analysis of today does not see it (`successorOfRetired`). */
export async function readProvision(db: Db, number: number): Promise<SeenProvision | null> {
  const rows = await placeRows(db)
    .innerJoin('document', 'document.number', 'version.document_number')
    .innerJoin('platform', 'platform.number', 'document.platform_number')
    .innerJoin('track', 'track.id', 'version.track_id')
    .innerJoin('policy_text', 'policy_text.id', 'version.text_id')
    .innerJoin('provision', 'provision.number', 'place.provision_number')
    .leftJoin('change', 'change.to_version', 'version.number')
    .where('place.provision_number', '=', number)
    .orderBy('version.number')
    .select([
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
    .execute()
  const last = newestPlace(rows)
  if (!last) return null
  const until = await lastObservations(db, [...new Set(rows.map((row) => row.version_number))])
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
    runs: runsOf(rows, until),
    splitFrom: last.split_from,
    end: await provisionEnd(db, number, { ...place, documentNumber: last.document_number, trackId: last.track_id }),
  }
}

/** What our own captures saw is what this archive saw; after that, what was observed last. */
function newestPlace<Row extends { readonly track_kind: TrackKind; readonly observed_at: string }>(
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

/** Where the provision stands that the analysis of today sees in place of one that it does not see any more. */
export async function successorOfRetired(db: Db, number: number): Promise<number | null> {
  const old = await db
    .selectFrom('wording_place as place')
    .innerJoin('analysis', 'analysis.id', 'place.analysis_id')
    .where('place.provision_number', '=', number)
    .orderBy('analysis.version_number', 'desc')
    .select(['analysis.version_number', 'place.first_block', 'place.last_block'])
    .limit(1)
    .executeTakeFirst()
  if (!old) return successorByWords(db, number)
  const now = await placeRows(db)
    .where('version.number', '=', old.version_number)
    .where('place.first_block', '<=', old.last_block)
    .where('place.last_block', '>=', old.first_block)
    .limit(1)
    .executeTakeFirst()
  return now?.provision_number ?? null
}

/** Where an analysis was made again by the same stage version: what holds its words now, in the version it began with. */
async function successorByWords(db: Db, number: number): Promise<number | null> {
  const retired = await db
    .selectFrom('provision')
    .innerJoin('wording', 'wording.provision_number', 'provision.number')
    .where('provision.number', '=', number)
    .orderBy('wording.id')
    .select(['provision.born_version', 'wording.exact'])
    .limit(1)
    .executeTakeFirst()
  if (!retired) return null
  const lines = retired.exact.split('\n')
  const places = (await provisionsOfVersion(db, retired.born_version)) ?? []
  const holding = places.find(({ wording }) => lines.some((line) => wording.exact.split('\n').includes(line)))
  return holding?.provision ?? null
}

export function placeRows(db: Db) {
  return db
    .selectFrom('wording_place as place')
    .innerJoin('analysis', (join) =>
      join.onRef('analysis.id', '=', 'place.analysis_id').on('analysis.is_current', '=', 1),
    )
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
function runsOf(rows: readonly RunRow[], until: ReadonlyMap<number, string>): WordingRun[] {
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
