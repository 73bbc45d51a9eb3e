/** Policy texts and their blocks. A block is stored once, however many versions hold it. */

import { canonicalJson, sha256 } from '../core/canonical-json.ts'
import {
  type Block,
  canonicalBlock,
  codePointLength,
  type Link,
  type PolicyText,
  plainText,
} from '../core/policy-text.ts'
import type { PrintedDate } from '../core/reading.ts'
import type { Db } from './index.ts'

/** SQLite takes 32,766 bound values a statement; rows of four values stay far below, and the statement stays cached. */
const ROWS_A_STATEMENT = 200
const MAX_CACHED_BLOCKS = 200_000

export type TextFacts = {
  readonly title: string | null
  readonly language: string | null
  readonly stated: PrintedDate | null
  readonly effective: PrintedDate | null
}

export type StoredText = TextFacts & {
  readonly id: number
  readonly sha256: string
  readonly comparisonSha256: string
  readonly chars: number
}

/** Ids of what is stored already, so that an unchanged block costs one look-up in memory. One for each connection. */
export type TextCache = { readonly blocks: Map<string, number>; readonly paths: Map<string, number> }

export function createTextCache(): TextCache {
  return { blocks: new Map(), paths: new Map() }
}

/** SHA-256 names of a text and of its comparison text. */
export type TextNames = { readonly text: string; readonly comparison: string }

/** Stores a text where it is not stored yet. One of which only the name is left comes without blocks, and with `chars`. */
export async function putText(
  db: Db,
  cache: TextCache,
  names: TextNames,
  text: PolicyText,
  facts: TextFacts & { readonly chars?: number },
): Promise<StoredText> {
  const known = await textBySha256(db, names.text)
  if (known) return known
  const { title, language, stated, effective, chars = codePointLength(plainText(text)) } = facts
  const { id } = await db
    .insertInto('policy_text')
    .values({
      sha256: names.text,
      comparison_sha256: names.comparison,
      title,
      language,
      stated: stated && canonicalJson(stated),
      effective: effective && canonicalJson(effective),
      chars,
      blocks: text.blocks.length,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const rows: { text_id: number; position: number; block_id: number; path_id: number }[] = []
  for (const [position, block] of text.blocks.entries()) {
    rows.push({
      text_id: id,
      position,
      block_id: await blockId(db, cache, block),
      path_id: await pathId(db, cache, block.headingPath),
    })
  }
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
    await db
      .insertInto('text_block')
      .values(rows.slice(from, from + ROWS_A_STATEMENT))
      .execute()
  }
  const found = { title, language, stated, effective }
  return { id, sha256: names.text, comparisonSha256: names.comparison, chars, ...found }
}

export async function textBySha256(db: Db, name: string): Promise<StoredText | null> {
  const row = await db.selectFrom('policy_text').selectAll().where('sha256', '=', name).executeTakeFirst()
  return row ? toStoredText(row) : null
}

export async function textFacts(db: Db, id: number): Promise<StoredText> {
  return toStoredText(await db.selectFrom('policy_text').selectAll().where('id', '=', id).executeTakeFirstOrThrow())
}

/** The blocks of a text in reading order. */
export async function readText(db: Db, id: number): Promise<PolicyText> {
  const rows = await db
    .selectFrom('text_block')
    .innerJoin('block', 'block.id', 'text_block.block_id')
    .innerJoin('heading_path', 'heading_path.id', 'text_block.path_id')
    .where('text_block.text_id', '=', id)
    .orderBy('text_block.position')
    .select(['block.kind', 'block.depth', 'block.number', 'block.text', 'block.links', 'heading_path.path'])
    .execute()
  const paths = new Map<string, readonly string[]>()
  const blocks = rows.map(({ kind, depth, number, text, links, path }): Block => {
    let headingPath = paths.get(path)
    if (!headingPath) {
      headingPath = JSON.parse(path) as string[]
      paths.set(path, headingPath)
    }
    return { kind, depth, number, headingPath, text, links: links === '[]' ? [] : (JSON.parse(links) as Link[]) }
  })
  return { format: 1, blocks }
}

async function blockId(db: Db, cache: TextCache, block: Block): Promise<number> {
  const form = canonicalBlock(block)
  const known = cache.blocks.get(form)
  if (known !== undefined) return known
  const name = sha256(form)
  const { kind, depth, number, text } = block
  // New ones are the rule here: known ones of late are in the cache.
  const stored =
    (await db
      .insertInto('block')
      .values({ sha256: name, kind, depth, number, text, links: linksJson(block.links) })
      .onConflict((conflict) => conflict.column('sha256').doNothing())
      .returning('id')
      .executeTakeFirst()) ??
    (await db.selectFrom('block').select('id').where('sha256', '=', name).executeTakeFirstOrThrow())
  if (cache.blocks.size >= MAX_CACHED_BLOCKS) cache.blocks.clear()
  cache.blocks.set(form, stored.id)
  return stored.id
}

async function pathId(db: Db, cache: TextCache, headingPath: readonly string[]): Promise<number> {
  const path = JSON.stringify(headingPath)
  const known = cache.paths.get(path)
  if (known !== undefined) return known
  const stored =
    (await db.selectFrom('heading_path').select('id').where('path', '=', path).executeTakeFirst()) ??
    (await db.insertInto('heading_path').values({ path }).returning('id').executeTakeFirstOrThrow())
  if (cache.paths.size >= MAX_CACHED_BLOCKS) cache.paths.clear()
  cache.paths.set(path, stored.id)
  return stored.id
}

type TextRow = {
  id: number
  sha256: string
  comparison_sha256: string
  title: string | null
  language: string | null
  stated: string | null
  effective: string | null
  chars: number
}

function toStoredText(row: TextRow): StoredText {
  return {
    id: row.id,
    sha256: row.sha256,
    comparisonSha256: row.comparison_sha256,
    title: row.title,
    language: row.language,
    stated: row.stated === null ? null : (JSON.parse(row.stated) as PrintedDate),
    effective: row.effective === null ? null : (JSON.parse(row.effective) as PrintedDate),
    chars: row.chars,
  }
}

/** In one order of members, whether the text was read just now or kept as canonical JSON. */
function linksJson(links: readonly Link[]): string {
  return JSON.stringify(links.map(({ start, end, href }) => ({ start, end, href })))
}
