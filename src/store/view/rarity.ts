/**
 * How common a provision is, and what other platforms say in its place. Both read current versions only: the newest of
 * each document, our own captures before foreign archives.
 */
import { sql } from 'kysely'
import type { DocumentType } from '../../core/document.ts'
import type { ComparedWording, Rarity, RarityCount, Stance } from '../../core/likeness.ts'
import type { ProvisionType } from '../../core/provision.ts'
import type { Db } from '../index.ts'

export type RarityQuestion = {
  readonly documentType: DocumentType
  /** The main type of the provision. */
  readonly type: ProvisionType
  readonly stance: Stance
  /** Whether a wording of that type takes the stance. */
  readonly takesIt: (quote: string) => boolean
}

type AssessedRow = { platform_number: number; text_id: number; exact: string | null }

/** One query: every platform and text with an assessed document of the kind, with its wordings of the type, if any. */
export async function rarityOf(db: Db, question: RarityQuestion): Promise<Rarity> {
  const { rows } = await sql<AssessedRow>`
    ${currentVersions()}
    select distinct current.platform_number, current.text_id, wording.exact
    from current
    left join wording_place as place on place.analysis_id = current.analysis_id
      and exists (select 1 from wording as named where named.id = place.wording_id
        and named.types like ${`["${question.type}"%`})
    left join wording on wording.id = place.wording_id
    where current.type = ${question.documentType}`.execute(db)
  const withType = rows.filter(({ exact }) => exact !== null)
  return {
    assessed: counted(rows),
    withType: counted(withType),
    withStance: counted(withType.filter(({ exact }) => question.takesIt(exact!))),
    stance: question.stance,
  }
}

function counted(rows: readonly AssessedRow[]): RarityCount {
  return {
    platforms: new Set(rows.map((row) => row.platform_number)).size,
    texts: new Set(rows.map((row) => row.text_id)).size,
  }
}

/** A wording with what a list needs to link it. */
export type PlacedComparison = ComparedWording & {
  readonly title: string | null
  readonly platformSlug: string
  readonly documentTitle: string
  readonly documentSlug: string
}

/** Current wordings of a main type on other platforms than the given one. */
export async function comparedWordings(
  db: Db,
  type: ProvisionType,
  platformSlug: string,
): Promise<readonly PlacedComparison[]> {
  const { rows } = await sql<{
    provision_number: number
    title: string | null
    types: string
    exact: string
    platform_name: string
    platform_slug: string
    document_title: string
    document_slug: string
  }>`
    ${currentVersions()}
    select place.provision_number, wording.title, wording.types, wording.exact, platform.name as platform_name,
      platform.slug as platform_slug, document.title as document_title, document.slug as document_slug
    from current
    join wording_place as place on place.analysis_id = current.analysis_id
    join wording on wording.id = place.wording_id
    join document on document.number = current.document_number
    join platform on platform.number = current.platform_number
    where wording.types like ${`["${type}"%`} and platform.slug <> ${platformSlug}
    order by place.provision_number`.execute(db)
  return rows.map((row) => ({
    provision: row.provision_number,
    platform: row.platform_name,
    types: JSON.parse(row.types) as ProvisionType[],
    quote: row.exact,
    title: row.title,
    platformSlug: row.platform_slug,
    documentTitle: row.document_title,
    documentSlug: row.document_slug,
  }))
}

/** The version of each document that is current and assessed, one a document. */
function currentVersions() {
  return sql`with ranked as (
      select version.document_number, version.text_id, analysis.id as analysis_id, document.type,
        document.platform_number, row_number() over (partition by version.document_number
          order by case when track.kind = 'own' then 0 else 1 end, version.observed_at desc, version.number desc) as place
      from version
      join track on track.id = version.track_id and version.key = track.current_key
      join analysis on analysis.version_number = version.number and analysis.is_current = 1
        and analysis.state = 'assessed'
      join document on document.number = version.document_number),
    current as (select * from ranked where place = 1)`
}
