/** Platforms with how much of each is held. */
import type { Db } from '../index.ts'

export type PlatformLine = {
  readonly number: number
  readonly slug: string
  readonly name: string
  readonly website: string | null
  readonly documents: number
  readonly versions: number
  readonly substantive: number
  /** When a substantive change of any of its documents was detected last. */
  readonly lastChangeAt: string | null
}

/** By name, as people sort names. */
export async function platformLines(db: Db): Promise<PlatformLine[]> {
  const rows = await selectPlatforms(db).execute()
  const collator = new Intl.Collator('en', { numeric: true })
  return rows.map(toLine).sort((a, b) => collator.compare(a.name, b.name))
}

export async function readPlatform(db: Db, slug: string): Promise<PlatformLine | null> {
  const row = await selectPlatforms(db).where('platform.slug', '=', slug).executeTakeFirst()
  return row ? toLine(row) : null
}

export async function platformSlugOf(db: Db, number: number): Promise<string | null> {
  const row = await db.selectFrom('platform').select('slug').where('number', '=', number).executeTakeFirst()
  return row?.slug ?? null
}

/** Where the documents of an earlier platform address are found now; null where it never was one. */
export async function movedPlatform(db: Db, slug: string): Promise<string | null> {
  const row = await db
    .selectFrom('slug_alias')
    .innerJoin('document', 'document.number', 'slug_alias.document_number')
    .innerJoin('platform', 'platform.number', 'document.platform_number')
    .where('slug_alias.platform_slug', '=', slug)
    .select('platform.slug')
    .executeTakeFirst()
  return row?.slug ?? null
}

function selectPlatforms(db: Db) {
  return db
    .selectFrom('platform')
    .select(['platform.number', 'platform.slug', 'platform.name', 'platform.website'])
    .select((eb) => [
      eb
        .selectFrom('document')
        .whereRef('document.platform_number', '=', 'platform.number')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .as('documents'),
      eb
        .selectFrom('version')
        .innerJoin('document', 'document.number', 'version.document_number')
        .whereRef('document.platform_number', '=', 'platform.number')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .as('versions'),
      eb
        .selectFrom('change')
        .innerJoin('document', 'document.number', 'change.document_number')
        .whereRef('document.platform_number', '=', 'platform.number')
        .where('change.kind', '=', 'substantive')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .as('substantive'),
      eb
        .selectFrom('change')
        .innerJoin('document', 'document.number', 'change.document_number')
        .whereRef('document.platform_number', '=', 'platform.number')
        .where('change.kind', '=', 'substantive')
        .select(({ fn }) => fn.max('change.detected_at').as('at'))
        .as('last_change_at'),
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof selectPlatforms>['executeTakeFirstOrThrow']>>

function toLine(row: Row): PlatformLine {
  return {
    number: row.number,
    slug: row.slug,
    name: row.name,
    website: row.website,
    documents: Number(row.documents),
    versions: Number(row.versions),
    substantive: Number(row.substantive),
    lastChangeAt: row.last_change_at,
  }
}
