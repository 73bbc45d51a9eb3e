/**
 * What platforms state, side by side: of every document the newest version, by our own captures where there are any. One
 * query gives answers and denominators, so that a share and what it is a share of can never drift apart.
 */
import { sql } from 'kysely'
import type { DocumentType } from '../../core/document.ts'
import { FACTS, type FactName, type FactValue } from '../../core/provision.ts'
import type { Db } from '../index.ts'

/** A document with what its newest version states. */
export type ComparedDocument = {
  readonly platformName: string
  readonly platformSlug: string
  readonly documentTitle: string
  readonly documentSlug: string
  readonly type: DocumentType
  readonly version: number
  /** The same text may be published for several platforms. */
  readonly textId: number
  /** Null: not assessed. A fact that is missing is not stated. */
  readonly facts: ReadonlyMap<FactName, StatedFact> | null
}

export type StatedFact = { readonly value: FactValue; readonly quote: string; readonly block: number }

export type Answer = StatedFact & { readonly document: ComparedDocument }

/** The answers of one platform to one question. */
export type Cell = {
  readonly answers: readonly Answer[]
  /** Documents that state different things. */
  readonly differs: boolean
  /** Assessed documents that state nothing of it, and documents that were not assessed. */
  readonly silent: number
  readonly notAssessed: number
}

export type Share = {
  /** As `answerKey` gives it. */
  readonly key: string
  readonly value: FactValue
  readonly platforms: number
  /** Different policy texts: one that governs several platforms counts once. */
  readonly texts: number
}

export type FactShares = {
  readonly fact: FactName
  /** Most frequent first; empty for what every document has for itself. */
  readonly shares: readonly Share[]
  readonly stating: { readonly platforms: number; readonly texts: number }
  /** Of which the above are shares: with an assessed document, and assessed. */
  readonly assessed: { readonly platforms: number; readonly texts: number }
}

export type ComparisonFilter = {
  readonly types?: readonly DocumentType[] | undefined
  readonly platforms?: readonly string[] | undefined
}

/** What every document has for itself: no two have to agree on it, and how often one is given says nothing. */
const OF_EACH_DOCUMENT: ReadonlySet<FactName> = new Set([
  'dates.stated',
  'dates.effective',
  'contact.privacy',
  'contact.general',
  'contact.safety',
])

/** Those first on which platforms can be compared. */
export const COMPARED_FACTS: readonly FactName[] = [
  ...FACTS.filter((fact) => !OF_EACH_DOCUMENT.has(fact)),
  ...OF_EACH_DOCUMENT,
]

/** By name of the platform, then title. */
export async function comparedDocuments(db: Db, filter: ComparisonFilter = {}): Promise<readonly ComparedDocument[]> {
  const rows = await newestVersions(db, filter)
  const documents = new Map<number, ComparedDocument & { facts: Map<FactName, StatedFact> | null }>()
  for (const row of rows) {
    const known = documents.get(row.document_number)
    const document = known ?? {
      platformName: row.platform_name,
      platformSlug: row.platform_slug,
      documentTitle: row.document_title,
      documentSlug: row.document_slug,
      type: row.type,
      version: row.version_number,
      textId: row.text_id,
      facts: row.state === 'assessed' ? new Map() : null,
    }
    documents.set(row.document_number, document)
    if (row.fact !== null)
      document.facts?.set(row.fact, {
        value: JSON.parse(row.value!) as FactValue,
        quote: row.quote!,
        block: row.block!,
      })
  }
  const collator = new Intl.Collator('en', { numeric: true })
  return [...documents.values()].sort(
    (a, b) => collator.compare(a.platformName, b.platformName) || collator.compare(a.documentTitle, b.documentTitle),
  )
}

export function cellOf(documents: readonly ComparedDocument[], fact: FactName): Cell {
  const answers = documents.flatMap((document): Answer[] => {
    const stated = document.facts?.get(fact)
    return stated ? [{ ...stated, document }] : []
  })
  const notAssessed = documents.filter(({ facts }) => facts === null).length
  return {
    answers,
    differs: !OF_EACH_DOCUMENT.has(fact) && new Set(answers.map(({ value }) => answerKey(value))).size > 1,
    silent: documents.length - notAssessed - answers.length,
    notAssessed,
  }
}

/** How often each answer is given, with the numbers that it is a share of. */
export function sharesOf(documents: readonly ComparedDocument[], fact: FactName): FactShares {
  const assessed = documents.filter(({ facts }) => facts !== null)
  const stating = assessed.filter(({ facts }) => facts!.has(fact))
  const byAnswer = Map.groupBy(OF_EACH_DOCUMENT.has(fact) ? [] : stating, ({ facts }) =>
    answerKey(facts!.get(fact)!.value),
  )
  const shares = [...byAnswer].map(([key, group]) => ({
    key,
    value: group[0]!.facts!.get(fact)!.value,
    ...counted(group),
  }))
  return {
    fact,
    shares: shares.sort((a, b) => b.platforms - a.platforms || b.texts - a.texts || (a.key < b.key ? -1 : 1)),
    stating: counted(stating),
    assessed: counted(assessed),
  }
}

/** Equal for answers that say the same, in whatever order and case. */
export function answerKey(value: FactValue): string {
  if (typeof value !== 'object') return String(value).toLowerCase()
  return value
    .map((one) => (typeof one === 'string' ? one : `${one.what}: ${one.period}`).toLowerCase())
    .sort()
    .join(', ')
}

export function isFactName(name: string): name is FactName {
  return (FACTS as readonly string[]).includes(name)
}

function counted(documents: readonly ComparedDocument[]): { readonly platforms: number; readonly texts: number } {
  return {
    platforms: new Set(documents.map(({ platformSlug }) => platformSlug)).size,
    texts: new Set(documents.map(({ textId }) => textId)).size,
  }
}

/** One row a stated fact of the newest version of a document, or one without a fact. */
async function newestVersions(db: Db, { types, platforms }: ComparisonFilter) {
  const ranked = db
    .selectFrom('version')
    .innerJoin('track', 'track.id', 'version.track_id')
    .innerJoin('span', 'span.version_number', 'version.number')
    .groupBy(['version.number', 'version.document_number', 'version.text_id', 'track.kind'])
    .select(['version.number', 'version.document_number', 'version.text_id'])
    .select(
      sql<number>`row_number() over (
        partition by version.document_number
        order by case when track.kind = 'own' then 0 else 1 end, max(span.to_at) desc, version.number desc)`.as(
        'place',
      ),
    )
  let query = db
    .selectFrom(ranked.as('newest'))
    .innerJoin('document', 'document.number', 'newest.document_number')
    .innerJoin('platform', 'platform.number', 'document.platform_number')
    .leftJoin('analysis', (join) =>
      join.onRef('analysis.version_number', '=', 'newest.number').on('analysis.is_current', '=', 1),
    )
    .leftJoin('fact', 'fact.analysis_id', 'analysis.id')
    .where('newest.place', '=', 1)
    .select([
      'newest.document_number',
      'newest.number as version_number',
      'newest.text_id',
      'document.title as document_title',
      'document.slug as document_slug',
      'document.type',
      'platform.name as platform_name',
      'platform.slug as platform_slug',
      'analysis.state',
      'fact.fact',
      'fact.value',
      'fact.quote',
      'fact.block',
    ])
  if (types && types.length > 0) query = query.where('document.type', 'in', types)
  if (platforms && platforms.length > 0) query = query.where('platform.slug', 'in', platforms)
  return query.execute()
}
