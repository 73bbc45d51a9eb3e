/** Analyses of versions: provisions with their wordings and places. Rows are written once a version and stage. */
import { sha256 } from '../core/canonical-json.ts'
import type { BlockRange, Wording } from '../core/provision.ts'
import type { Db } from './index.ts'
import type { AnalysisState } from './schema.ts'

/** SQLite takes 32,766 bound values a statement. */
const ROWS_A_STATEMENT = 200

export type NewAnalysis = {
  readonly version: number
  readonly stage: string
  readonly state: AnalysisState
  readonly predecessor: number | null
  readonly madeAt: string
}

/** Makes it the current one of its version; what an earlier stage version made stays beside it, of its own it is replaced. */
export async function insertAnalysis(db: Db, analysis: NewAnalysis): Promise<number> {
  const replaced = await db
    .selectFrom('analysis')
    .select('id')
    .where('version_number', '=', analysis.version)
    .where('stage', '=', analysis.stage)
    .execute()
  for (const { id } of replaced) {
    await db.deleteFrom('wording_place').where('analysis_id', '=', id).execute()
    await db.deleteFrom('fact').where('analysis_id', '=', id).execute()
    await db.deleteFrom('analysis').where('id', '=', id).execute()
  }
  await db
    .updateTable('analysis')
    .set({ is_current: 0 })
    .where('version_number', '=', analysis.version)
    .where('is_current', '=', 1)
    .execute()
  const { id } = await db
    .insertInto('analysis')
    .values({
      version_number: analysis.version,
      stage: analysis.stage,
      state: analysis.state,
      predecessor: analysis.predecessor,
      is_current: 1,
      made_at: analysis.madeAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export type NewProvision = {
  readonly number: number
  readonly document: number
  readonly bornVersion: number
  readonly splitFrom: number | null
}

/** Nothing happens where it is known. */
export async function putProvision(db: Db, provision: NewProvision): Promise<void> {
  await db
    .insertInto('provision')
    .values({
      number: provision.number,
      document_number: provision.document,
      born_version: provision.bornVersion,
      split_from: provision.splitFrom,
    })
    .onConflict((conflict) => conflict.column('number').doNothing())
    .execute()
}

/**
 * The row of a wording: the same text of a provision under the same stage version is one row, also when it comes back.
 * `anew`: what was said of it is replaced.
 */
export async function putWording(
  db: Db,
  provision: number,
  stage: string,
  wording: Wording,
  anew: boolean,
): Promise<number> {
  const name = sha256(wording.exact)
  const said = {
    title: wording.title,
    types: JSON.stringify(wording.types),
    severity: wording.severity,
    reasons: JSON.stringify(wording.reasons),
    confidence: wording.confidence,
    basis: wording.basis,
  }
  const stored = await db
    .insertInto('wording')
    .values({ provision_number: provision, stage, sha256: name, ...said, exact: wording.exact })
    .onConflict((conflict) => {
      const same = conflict.columns(['provision_number', 'stage', 'sha256'])
      return anew ? same.doUpdateSet(said) : same.doNothing()
    })
    .returning('id')
    .executeTakeFirst()
  if (stored) return stored.id
  const known = await db
    .selectFrom('wording')
    .select('id')
    .where('provision_number', '=', provision)
    .where('stage', '=', stage)
    .where('sha256', '=', name)
    .executeTakeFirstOrThrow()
  return known.id
}

export type PlacedWording = BlockRange & { readonly provision: number; readonly wording: number }

export async function insertPlaces(db: Db, analysis: number, places: readonly PlacedWording[]): Promise<void> {
  for (let from = 0; from < places.length; from += ROWS_A_STATEMENT) {
    await db
      .insertInto('wording_place')
      .values(
        places.slice(from, from + ROWS_A_STATEMENT).map(({ first, last, provision, wording }) => ({
          analysis_id: analysis,
          first_block: first,
          last_block: last,
          provision_number: provision,
          wording_id: wording,
        })),
      )
      .execute()
  }
}

export async function insertMerges(
  db: Db,
  version: number,
  merges: readonly { readonly from: number; readonly into: number }[],
): Promise<void> {
  await db.deleteFrom('provision_merge').where('version_number', '=', version).execute()
  for (const { from, into } of merges)
    await db
      .insertInto('provision_merge')
      .values({ provision_number: from, into_number: into, version_number: version })
      .execute()
}

/** What the current analysis of a version placed, in reading order; null where it was not assessed. */
export async function placesOf(db: Db, version: number): Promise<readonly PlacedWording[] | null> {
  const analysis = await db
    .selectFrom('analysis')
    .select(['id', 'state'])
    .where('version_number', '=', version)
    .where('is_current', '=', 1)
    .executeTakeFirst()
  if (analysis?.state !== 'assessed') return null
  const rows = await db
    .selectFrom('wording_place')
    .selectAll()
    .where('analysis_id', '=', analysis.id)
    .orderBy('first_block')
    .execute()
  return rows.map((row) => ({
    first: row.first_block,
    last: row.last_block,
    provision: row.provision_number,
    wording: row.wording_id,
  }))
}

/**
 * Provisions of the versions that follow on this one and were here before it (it was filled in between), by the words
 * with which they stand there.
 */
export async function provisionsAfter(db: Db, version: number): Promise<ReadonlyMap<string, readonly number[]>> {
  const rows = await db
    .selectFrom('version')
    .innerJoin('analysis', 'analysis.version_number', 'version.number')
    .innerJoin('wording_place', 'wording_place.analysis_id', 'analysis.id')
    .innerJoin('wording', 'wording.id', 'wording_place.wording_id')
    .where('version.previous_version', '=', version)
    .where('version.number', '<', version)
    .where('analysis.is_current', '=', 1)
    .select(['wording.exact', 'wording_place.provision_number'])
    .orderBy('wording_place.first_block')
    .execute()
  return numbersByWords(rows)
}

/** Provisions that a document ever had with exactly these words, the oldest first. */
export async function provisionsByWords(
  db: Db,
  document: number,
  words: readonly string[],
): Promise<ReadonlyMap<string, readonly number[]>> {
  const names = [...new Set(words)].map((exact) => sha256(exact))
  const found: { readonly exact: string; readonly provision_number: number }[] = []
  for (let from = 0; from < names.length; from += ROWS_A_STATEMENT)
    found.push(
      ...(await db
        .selectFrom('provision')
        .innerJoin('wording', 'wording.provision_number', 'provision.number')
        .where('provision.document_number', '=', document)
        .where('wording.sha256', 'in', names.slice(from, from + ROWS_A_STATEMENT))
        .select(['wording.exact', 'wording.provision_number'])
        .distinct()
        .orderBy('wording.provision_number')
        .execute()),
    )
  return numbersByWords(found)
}

function numbersByWords(
  rows: readonly { readonly exact: string; readonly provision_number: number }[],
): ReadonlyMap<string, readonly number[]> {
  const grouped = Map.groupBy(rows, ({ exact }) => exact)
  return new Map([...grouped].map(([exact, group]) => [exact, group.map((row) => row.provision_number)]))
}

/** What the analysis needs to know of a version beside its text. */
export type AwaitingVersion = {
  readonly number: number
  readonly documentNumber: number
  readonly documentTitle: string
  readonly platformName: string
  readonly trackId: number
  readonly textId: number
  readonly language: string | null
  readonly previousVersion: number | null
}

/** Which versions: those without an analysis, perhaps of one document; or all behind one, whatever they have. */
export type VersionChoice =
  | { readonly kind: 'awaiting'; readonly document?: number }
  | { readonly kind: 'after'; readonly number: number }

/** In the order of numbers. */
export async function chosenVersions(db: Db, choice: VersionChoice): Promise<AwaitingVersion[]> {
  let query = db
    .selectFrom('version')
    .innerJoin('document', 'document.number', 'version.document_number')
    .innerJoin('platform', 'platform.number', 'document.platform_number')
    .innerJoin('policy_text', 'policy_text.id', 'version.text_id')
    .select([
      'version.number',
      'version.document_number',
      'version.track_id',
      'version.text_id',
      'version.previous_version',
      'document.title',
      'platform.name',
      'policy_text.language',
    ])
    .orderBy('version.number')
  if (choice.kind === 'after') query = query.where('version.number', '>', choice.number)
  else {
    query = query.where(({ exists, not, selectFrom }) =>
      not(
        exists(
          selectFrom('analysis')
            .select('analysis.id')
            .whereRef('analysis.version_number', '=', 'version.number')
            .where('analysis.is_current', '=', 1),
        ),
      ),
    )
    if (choice.document !== undefined) query = query.where('version.document_number', '=', choice.document)
  }
  return (await query.execute()).map((row) => ({
    number: row.number,
    documentNumber: row.document_number,
    documentTitle: row.title,
    platformName: row.name,
    trackId: row.track_id,
    textId: row.text_id,
    language: row.language,
    previousVersion: row.previous_version,
  }))
}

/** Whether the current analysis of a version, and every wording in it, is of this stage version. */
export async function isOfStage(db: Db, version: number, stage: string): Promise<boolean> {
  const analysis = await db
    .selectFrom('analysis')
    .select(['id', 'stage'])
    .where('version_number', '=', version)
    .where('is_current', '=', 1)
    .executeTakeFirst()
  if (analysis?.stage !== stage) return false
  const older = await db
    .selectFrom('wording_place')
    .innerJoin('wording', 'wording.id', 'wording_place.wording_id')
    .select('wording.id')
    .where('wording_place.analysis_id', '=', analysis.id)
    .where('wording.stage', '!=', stage)
    .limit(1)
    .executeTakeFirst()
  return older === undefined
}

/** What a current analysis says, in a form that is equal where it says the same; null where there is none. */
export async function analysisDigest(db: Db, version: number): Promise<string | null> {
  const analysis = await db
    .selectFrom('analysis')
    .select(['id', 'state'])
    .where('version_number', '=', version)
    .where('is_current', '=', 1)
    .executeTakeFirst()
  if (!analysis) return null
  const rows = await db
    .selectFrom('wording_place as place')
    .innerJoin('wording', 'wording.id', 'place.wording_id')
    .where('place.analysis_id', '=', analysis.id)
    .orderBy('place.first_block')
    .select([
      'place.provision_number',
      'place.first_block',
      'place.last_block',
      'wording.types',
      'wording.severity',
      'wording.reasons',
      'wording.confidence',
      'wording.basis',
      'wording.title',
    ])
    .execute()
  const facts = await db
    .selectFrom('fact')
    .where('analysis_id', '=', analysis.id)
    .orderBy('fact')
    .select(['fact', 'value', 'quote'])
    .execute()
  return sha256(JSON.stringify([analysis.state, rows.map(Object.values), facts.map(Object.values)]))
}

/** Numbers and languages of the versions of a document before one, newest number first, its own track's ahead of others. */
export async function earlierVersions(
  db: Db,
  { documentNumber, number, trackId }: Pick<AwaitingVersion, 'documentNumber' | 'number' | 'trackId'>,
): Promise<readonly { readonly number: number; readonly textId: number; readonly language: string | null }[]> {
  const rows = await db
    .selectFrom('version')
    .innerJoin('policy_text', 'policy_text.id', 'version.text_id')
    .select(['version.number', 'version.track_id', 'version.text_id', 'policy_text.language'])
    .where('version.document_number', '=', documentNumber)
    .where('version.number', '<', number)
    // One whose text was taken down has none to go on from.
    .where('policy_text.blocks', '>', 0)
    .orderBy('version.number', 'desc')
    .execute()
  const isOwn = (row: (typeof rows)[number]): boolean => row.track_id === trackId
  return [...rows.filter(isOwn), ...rows.filter((row) => !isOwn(row))].map((row) => ({
    number: row.number,
    textId: row.text_id,
    language: row.language,
  }))
}

/** The change that led to a version; null for a baseline. */
export async function changeTo(db: Db, version: number): Promise<number | null> {
  const row = await db
    .selectFrom('change')
    .select('number')
    .where('to_version', '=', version)
    .where('retired_at', 'is', null)
    .executeTakeFirst()
  return row?.number ?? null
}

/** The versions between which a change stands. */
export async function changeEnds(db: Db, change: number): Promise<{ readonly from: number; readonly to: number }> {
  const row = await db
    .selectFrom('change')
    .select(['from_version', 'to_version'])
    .where('number', '=', change)
    .executeTakeFirstOrThrow()
  return { from: row.from_version, to: row.to_version }
}
