/** Sources of documents as stored, with what the newest received capture of each left for the next request. */
import type { DeclaredSelectors, Source } from '../core/document.ts'
import type { Db } from './index.ts'

export type StoredSource = Source & {
  readonly id: number
  /** Since when the browser is used although the declaration does not ask for it. */
  readonly renderedSince: string | null
  readonly etag: string | null
  readonly lastModified: string | null
  readonly lastPart: string | null
  readonly lastMediaType: string | null
  readonly lastCapture: number | null
  readonly lastUnconditionalAt: string | null
}

/** Makes the sources of a document those given; one that stays keeps what it knows. */
export async function putSources(db: Db, documentNumber: number, sources: readonly Source[]): Promise<void> {
  const stored = await db
    .selectFrom('source')
    .select(['id', 'url', 'position'])
    .where('document_number', '=', documentNumber)
    .execute()
  const kept = new Set<number>()
  for (const { url, position, selectors, validFrom, validUntil, needsBrowser } of sources) {
    const described = {
      position,
      selectors: JSON.stringify(selectors),
      valid_from: validFrom,
      valid_until: validUntil,
      needs_browser: needsBrowser ? (1 as const) : (0 as const),
    }
    const same =
      stored.find((row) => row.url === url && row.position === position && !kept.has(row.id)) ??
      stored.find((row) => row.url === url && !kept.has(row.id))
    if (same) {
      kept.add(same.id)
      await db.updateTable('source').set(described).where('id', '=', same.id).execute()
    } else {
      const { id } = await db
        .insertInto('source')
        .values({ document_number: documentNumber, url, ...described })
        .returning('id')
        .executeTakeFirstOrThrow()
      kept.add(id)
    }
  }
  await db
    .deleteFrom('source')
    .where('document_number', '=', documentNumber)
    .where('id', 'not in', kept.size ? [...kept] : [-1])
    .execute()
}

/** The sources that are valid at a moment, in the order in which their texts are joined. */
export async function activeSources(db: Db, documentNumber: number, at: string): Promise<StoredSource[]> {
  const rows = await db
    .selectFrom('source')
    .selectAll()
    .where('document_number', '=', documentNumber)
    .where((or) => or.or([or('valid_from', 'is', null), or('valid_from', '<=', at)]))
    .where((or) => or.or([or('valid_until', 'is', null), or('valid_until', '>', at)]))
    .orderBy('position')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    url: row.url,
    position: row.position,
    selectors: JSON.parse(row.selectors) as DeclaredSelectors,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    needsBrowser: row.needs_browser === 1,
    renderedSince: row.rendered_since,
    etag: row.etag,
    lastModified: row.last_modified,
    lastPart: row.last_part,
    lastMediaType: row.last_media_type,
    lastCapture: row.last_capture,
    lastUnconditionalAt: row.last_unconditional_at,
  }))
}

/** From now on the source is fetched through the browser, or (null) by HTTP alone again. */
export async function setRendered(db: Db, sourceId: number, since: string | null): Promise<void> {
  await db
    .updateTable('source')
    .set({ rendered_since: since, etag: null, last_modified: null })
    .where('id', '=', sourceId)
    .execute()
}

export type Received = {
  readonly etag: string | null
  readonly lastModified: string | null
  readonly part: string
  readonly mediaType: string
  readonly capture: number
  readonly at: string
}

/** Remembers what a received capture left. */
export async function noteReceived(
  db: Db,
  documentNumber: number,
  url: string,
  position: number,
  received: Received,
): Promise<void> {
  await db
    .updateTable('source')
    .set({
      etag: received.etag,
      last_modified: received.lastModified,
      last_part: received.part,
      last_media_type: received.mediaType,
      last_capture: received.capture,
      last_unconditional_at: received.at,
    })
    .where('document_number', '=', documentNumber)
    .where('url', '=', url)
    .where('position', '=', position)
    .execute()
}
