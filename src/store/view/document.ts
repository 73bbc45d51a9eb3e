/** Documents as pages show them, with the health of our own captures, and where earlier addresses lead. */
import type { Outcome, Verdict } from '../../core/capture.ts'
import type { DocumentType } from '../../core/document.ts'
import type { Db } from '../index.ts'

export type Health = {
  /** Whether the catalogue names it now, so that it is checked on schedule. */
  readonly followed: boolean
  readonly checkEveryMinutes: number
  readonly lastAttemptAt: string | null
  readonly lastOutcome: Outcome | null
  readonly lastVerdict: Verdict | null
  readonly lastReason: string | null
  readonly lastGoodAt: string | null
  readonly failingSince: string | null
  readonly failures: number
  readonly nextCheckAt: string | null
}

export type DocumentLine = {
  readonly number: number
  readonly slug: string
  readonly title: string
  readonly type: DocumentType
  readonly locale: string
  readonly governs: readonly string[]
  readonly platformName: string
  readonly platformSlug: string
  readonly registeredAt: string
  readonly health: Health
  readonly versions: number
  readonly substantive: number
  readonly lastChangeAt: string | null
}

export type SourceLine = {
  readonly url: string
  readonly position: number
  readonly validFrom: string | null
  readonly validUntil: string | null
}

/** All documents, or those of one platform; by platform and title. */
export async function documentLines(db: Db, platformSlug?: string): Promise<DocumentLine[]> {
  let query = selectDocuments(db)
  if (platformSlug !== undefined) query = query.where('platform.slug', '=', platformSlug)
  const collator = new Intl.Collator('en', { numeric: true })
  return (await query.execute())
    .map(toLine)
    .sort((a, b) => collator.compare(a.platformName, b.platformName) || collator.compare(a.title, b.title))
}

export async function readDocument(db: Db, platformSlug: string, slug: string): Promise<DocumentLine | null> {
  const row = await selectDocuments(db)
    .where('platform.slug', '=', platformSlug)
    .where('document.slug', '=', slug)
    .executeTakeFirst()
  return row ? toLine(row) : null
}

export type DocumentAddress = { readonly platformSlug: string; readonly slug: string }

/** The address of a document by its number. */
export async function documentAddress(db: Db, number: number): Promise<DocumentAddress | null> {
  const row = await db
    .selectFrom('document')
    .innerJoin('platform', 'platform.number', 'document.platform_number')
    .where('document.number', '=', number)
    .select(['platform.slug as platform_slug', 'document.slug'])
    .executeTakeFirst()
  return row ? { platformSlug: row.platform_slug, slug: row.slug } : null
}

/** Where a document is found now that had this address once. */
export async function movedDocument(db: Db, platformSlug: string, slug: string): Promise<DocumentAddress | null> {
  const row = await db
    .selectFrom('slug_alias')
    .select('document_number')
    .where('platform_slug', '=', platformSlug)
    .where('document_slug', '=', slug)
    .executeTakeFirst()
  return row ? documentAddress(db, row.document_number) : null
}

/** Where it is or was published, in the order in which its parts are joined. */
export async function documentSources(db: Db, number: number): Promise<SourceLine[]> {
  const rows = await db
    .selectFrom('source')
    .select(['url', 'position', 'valid_from', 'valid_until'])
    .where('document_number', '=', number)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    url: row.url,
    position: row.position,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
  }))
}

function selectDocuments(db: Db) {
  return db
    .selectFrom('document')
    .innerJoin('platform', 'platform.number', 'document.platform_number')
    .selectAll('document')
    .select(['platform.slug as platform_slug', 'platform.name as platform_name'])
    .select((eb) => [
      eb
        .selectFrom('version')
        .whereRef('version.document_number', '=', 'document.number')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .as('versions'),
      eb
        .selectFrom('change')
        .whereRef('change.document_number', '=', 'document.number')
        .where('change.kind', '=', 'substantive')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .as('substantive'),
      eb
        .selectFrom('change')
        .whereRef('change.document_number', '=', 'document.number')
        .where('change.kind', '=', 'substantive')
        .select(({ fn }) => fn.max('change.detected_at').as('at'))
        .as('last_change_at'),
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof selectDocuments>['executeTakeFirstOrThrow']>>

function toLine(row: Row): DocumentLine {
  return {
    number: row.number,
    slug: row.slug,
    title: row.title,
    type: row.type,
    locale: row.locale,
    governs: JSON.parse(row.governs) as string[],
    platformName: row.platform_name,
    platformSlug: row.platform_slug,
    registeredAt: row.registered_at,
    health: {
      followed: row.followed === 1,
      checkEveryMinutes: row.check_every_minutes,
      lastAttemptAt: row.last_attempt_at,
      lastOutcome: row.last_outcome,
      lastVerdict: row.last_verdict,
      lastReason: row.last_reason,
      lastGoodAt: row.last_good_at,
      failingSince: row.failing_since,
      failures: row.failures,
      nextCheckAt: row.next_check_at,
    },
    versions: Number(row.versions),
    substantive: Number(row.substantive),
    lastChangeAt: row.last_change_at,
  }
}
