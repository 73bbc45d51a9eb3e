/** What is left to say of a provision that the analysis of today does not see: what it was, since when, why, and what is there now. */
import { formatId } from '../../core/id.ts'
import type { ProvisionType } from '../../core/provision.ts'
import type { Db } from '../index.ts'
import { withdrawalOf } from '../withdrawal.ts'
import {
  everyPlaceRows,
  newestPlace,
  type ProvisionPlace,
  placeRows,
  provisionsOfVersion,
  runsOf,
  type SeenWording,
  standingRows,
  toPlace,
  type WordingRun,
} from './provision.ts'

export type RetiredProvision = {
  readonly number: number
  readonly platformName: string
  readonly platformSlug: string
  readonly documentTitle: string
  readonly documentSlug: string
  /** The last that is known; null where none is kept. */
  readonly wording: SeenWording | null
  /** Where that stood, by the analysis that saw it last; null where a later one of the same stage version replaced it. */
  readonly place: (ProvisionPlace & { readonly textId: number; readonly language: string | null }) | null
  /** In which versions it stood, newest first; empty where that was replaced. */
  readonly runs: readonly WordingRun[]
  readonly firstSeen: { readonly version: number; readonly at: string }
  /** `stage`: the version of the stage that does not see it; null where it is no stage's doing. */
  readonly retired: { readonly at: string; readonly reason: string; readonly stage: string | null }
  /** What the analysis of today sees in its place. */
  readonly successor: number | null
}

/** Of a provision that stands nowhere by the current analyses; null where there was none of this number. */
export async function readRetiredProvision(db: Db, number: number): Promise<RetiredProvision | null> {
  const own = await db
    .selectFrom('provision')
    .innerJoin('document', 'document.number', 'provision.document_number')
    .innerJoin('platform', 'platform.number', 'document.platform_number')
    .innerJoin('version', 'version.number', 'provision.born_version')
    .where('provision.number', '=', number)
    .select(['provision.born_version', 'version.observed_at', 'document.title', 'document.slug'])
    .select(['platform.name as platform_name', 'platform.slug as platform_slug'])
    .executeTakeFirst()
  if (!own) return null
  const rows = await lastRows(db, number)
  const retired = await retirement(db, own.born_version, rows)
  if (!retired) return null
  const last = newestPlace(rows)
  const place = last ? { ...toPlace(last), textId: last.text_id, language: last.language } : null
  return {
    number,
    platformName: last?.platform_name ?? own.platform_name,
    platformSlug: last?.platform_slug ?? own.platform_slug,
    documentTitle: last?.document_title ?? own.title,
    documentSlug: last?.document_slug ?? own.slug,
    wording: place?.wording ?? (await lastWording(db, number)),
    place,
    runs: await runsOf(db, rows),
    firstSeen: { version: own.born_version, at: own.observed_at },
    retired,
    successor: await successorOf(db, number, own.born_version),
  }
}

/** Where it stood, by the newest analysis of each version that saw it. */
async function lastRows(db: Db, number: number) {
  const rows = await standingRows(everyPlaceRows(db), number).execute()
  return [...Map.groupBy(rows, (row) => row.version_number).values()].map((ofVersion) =>
    ofVersion.reduce((last, row) => (row.analysis_id > last.analysis_id ? row : last)),
  )
}

type PlacedRow = { readonly version_number: number; readonly analysis_id: number }

/** With the analysis since which no version has it; null where the version with which it came has no analysis. */
async function retirement(
  db: Db,
  bornVersion: number,
  rows: readonly PlacedRow[],
): Promise<RetiredProvision['retired'] | null> {
  const withdrawal = rows.length === 0 ? await withdrawalOf(db, formatId('version', bornVersion)) : null
  if (withdrawal)
    return {
      at: withdrawal.ruledAt,
      reason: `the text in which it stood was withdrawn: ${withdrawal.reason}`,
      stage: null,
    }
  const sawLast = new Map(rows.map((row) => [row.version_number, row.analysis_id]))
  const analyses = await db
    .selectFrom('analysis')
    .where('version_number', 'in', rows.length === 0 ? [bornVersion] : [...sawLast.keys()])
    .orderBy('id')
    .select(['id', 'version_number', 'stage', 'state', 'made_at', 'is_current'])
    .execute()
  const without =
    rows.length === 0
      ? analyses.filter(({ is_current }) => is_current === 1)
      : [...sawLast].flatMap(
          ([version, seen]) => analyses.find(({ id, version_number }) => version_number === version && id > seen) ?? [],
        )
  const last = without.toSorted((a, b) => (a.made_at < b.made_at ? -1 : 1)).at(-1)
  if (!last) return null
  const reason =
    last.state === 'assessed'
      ? `the analysis of stage version ${last.stage} does not see it as a rule of its own`
      : `the analysis of stage version ${last.stage} does not read the language of its text`
  return { at: last.made_at, reason, stage: last.stage }
}

async function lastWording(db: Db, number: number): Promise<SeenWording | null> {
  const row = await db
    .selectFrom('wording')
    .select(['id', 'title', 'types', 'severity', 'reasons', 'confidence', 'basis', 'exact', 'stage'])
    .where('provision_number', '=', number)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row
    ? { ...row, types: JSON.parse(row.types) as ProvisionType[], reasons: JSON.parse(row.reasons) as string[] }
    : null
}

/** By the blocks on which it stood last. */
async function successorOf(db: Db, number: number, bornVersion: number): Promise<number | null> {
  const old = await db
    .selectFrom('wording_place as place')
    .innerJoin('analysis', 'analysis.id', 'place.analysis_id')
    .where('place.provision_number', '=', number)
    .orderBy('analysis.version_number', 'desc')
    .select(['analysis.version_number', 'place.first_block', 'place.last_block'])
    .limit(1)
    .executeTakeFirst()
  if (!old) return successorByWords(db, number, bornVersion)
  const now = await placeRows(db)
    .where('version.number', '=', old.version_number)
    .where('place.first_block', '<=', old.last_block)
    .where('place.last_block', '>=', old.first_block)
    .limit(1)
    .executeTakeFirst()
  return now?.provision_number ?? null
}

/** Where an analysis was made again by the same stage version: what holds its words now, in the version it began with. */
async function successorByWords(db: Db, number: number, bornVersion: number): Promise<number | null> {
  const retired = await db
    .selectFrom('wording')
    .where('provision_number', '=', number)
    .orderBy('id')
    .select('exact')
    .limit(1)
    .executeTakeFirst()
  if (!retired) return null
  const lines = retired.exact.split('\n')
  const places = (await provisionsOfVersion(db, bornVersion)) ?? []
  const holding = places.find(({ wording }) => lines.some((line) => wording.exact.split('\n').includes(line)))
  return holding?.provision ?? null
}
