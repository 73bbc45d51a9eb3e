/** Full-text search over blocks. Written for FTS5 of SQLite; another database brings its own member of this file. */
import { sql } from 'kysely'
import type { Db } from '../index.ts'
import type { TrackKind } from '../track.ts'

/** Put around what matched inside a snippet; private-use characters, which no policy text needs. */
export const MATCH_START = '\uE000'
export const MATCH_END = '\uE001'

const SNIPPET_TOKENS = 40
/** Blocks that are looked up in versions. A word that stands in more of them says nothing. */
const MAX_MATCHES = 5000

export type SearchHit = {
  readonly platformName: string
  readonly platformSlug: string
  readonly documentTitle: string
  readonly documentSlug: string
  readonly trackKind: TrackKind
  readonly version: number
  readonly position: number
  readonly headingPath: readonly string[]
  readonly snippet: string
}

export type SearchQuestion = {
  readonly words: string
  readonly platform?: string | undefined
  /** Also in versions that are not the newest of their track. */
  readonly everyVersion: boolean
  readonly limit: number
}

/** Best matches first; of a block that several versions hold, the newest version. */
export async function searchBlocks(db: Db, question: SearchQuestion): Promise<SearchHit[]> {
  const match = toMatch(question.words)
  if (match === null) return []
  const newestOnly = question.everyVersion ? sql`` : sql`and version.key = track.current_key`
  const onPlatform = question.platform ? sql`and platform.slug = ${question.platform}` : sql``
  const { rows } = await sql<HitRow>`
    with hit as materialized (
      select rowid as block_id, rank as score from block_search
      where block_search match ${match} order by rank limit ${MAX_MATCHES}),
    placed as (
      select hit.score, hit.block_id, platform.name as platform_name, platform.slug as platform_slug,
        document.title as document_title, document.slug as document_slug, track.kind as track_kind,
        version.number, text_block.position, text_block.path_id,
        row_number() over (partition by hit.block_id, document.number
          order by version.first_record desc, text_block.position) as place
      from hit
      join text_block on text_block.block_id = hit.block_id
      join version on version.text_id = text_block.text_id
      join track on track.id = version.track_id
      join document on document.number = version.document_number
      join platform on platform.number = document.platform_number
      where 1 = 1 ${newestOnly} ${onPlatform})
    select placed.*, heading_path.path from placed join heading_path on heading_path.id = placed.path_id
    where place = 1 order by score, number, position limit ${question.limit}`.execute(db)
  const snippets = await readSnippets(db, match, [...new Set(rows.map((row) => row.block_id))])
  return rows.map((row) => ({
    platformName: row.platform_name,
    platformSlug: row.platform_slug,
    documentTitle: row.document_title,
    documentSlug: row.document_slug,
    trackKind: row.track_kind,
    version: row.number,
    position: row.position,
    headingPath: JSON.parse(row.path) as string[],
    snippet: snippets.get(row.block_id) ?? '',
  }))
}

type HitRow = {
  block_id: number
  platform_name: string
  platform_slug: string
  document_title: string
  document_slug: string
  track_kind: TrackKind
  number: number
  position: number
  path: string
}

/** Made only for what is shown: a snippet costs far more than a match. */
async function readSnippets(db: Db, match: string, blocks: readonly number[]): Promise<ReadonlyMap<number, string>> {
  if (blocks.length === 0) return new Map()
  const { rows } = await sql<{ rowid: number; snippet: string }>`
    select rowid, snippet(block_search, 0, ${MATCH_START}, ${MATCH_END}, '…', ${SNIPPET_TOKENS}) as snippet
    from block_search where block_search match ${match} and rowid in (${sql.join(blocks)})`.execute(db)
  return new Map(rows.map((row) => [row.rowid, row.snippet]))
}

/**
 * What a person typed as an FTS5 expression: words and "phrases in quotation marks" must all occur. Everything is
 * quoted, so that no operator of FTS5 can be reached. Null where nothing is left to look for.
 */
export function toMatch(words: string): string | null {
  const wanted: string[] = []
  for (const [, phrase, word] of words.matchAll(/["“”„]([^"“”„]*)["“”„]?|([^\s"“”„]+)/g)) {
    const text = (phrase ?? word ?? '').replaceAll('\0', '').trim()
    if (/[\p{L}\p{N}]/u.test(text)) wanted.push(`"${text}"`)
  }
  return wanted.length === 0 ? null : wanted.join(' ')
}
