/** The versions of a document through time, as Memento (RFC 7089) asks for them. */
import type { Db } from '../index.ts'

/** A version and a moment from which it was observed; a version that came back has several. */
export type MementoSpan = { readonly version: number; readonly from: string }

export type MementoDocument = {
  readonly number: number
  readonly platformSlug: string
  readonly slug: string
  /** Where the document is published; null where only another archive tells of it. */
  readonly url: string | null
}

export async function mementoDocument(db: Db, number: number): Promise<MementoDocument | null> {
  const row = await db
    .selectFrom('document')
    .innerJoin('platform', 'platform.number', 'document.platform_number')
    .where('document.number', '=', number)
    .select(['document.slug', 'platform.slug as platform_slug'])
    .executeTakeFirst()
  if (!row) return null
  const source = await db
    .selectFrom('source')
    .where('document_number', '=', number)
    .where('valid_until', 'is', null)
    .orderBy('position')
    .select('url')
    .executeTakeFirst()
  return { number, platformSlug: row.platform_slug, slug: row.slug, url: source?.url ?? null }
}

/** The document that is, or was, published at an address; null where none is followed there. */
export async function documentAtUrl(db: Db, url: string): Promise<number | null> {
  const row = await db
    .selectFrom('source')
    .where('url', '=', url)
    .orderBy('valid_until', (order) => order.desc().nullsFirst())
    .orderBy('document_number')
    .select('document_number')
    .executeTakeFirst()
  return row?.document_number ?? null
}

/** By moment; what this archive received itself before what another one recorded at the same moment. A supplied file was seen at no address. */
export async function mementoSpans(db: Db, documentNumber: number): Promise<MementoSpan[]> {
  const rows = await db
    .selectFrom('span')
    .innerJoin('version', 'version.number', 'span.version_number')
    .innerJoin('track', 'track.id', 'version.track_id')
    .where('version.document_number', '=', documentNumber)
    .where('track.kind', '!=', 'supplied')
    .orderBy('span.from_at')
    .orderBy('track.kind', 'desc')
    .orderBy('span.id')
    .select(['version.number', 'span.from_at'])
    .execute()
  return rows.map((row) => ({ version: row.number, from: row.from_at }))
}
