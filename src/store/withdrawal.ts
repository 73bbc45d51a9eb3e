/**
 * What was taken down: words leave the tables and the search index for good, and the reason stays. Rows that name the
 * text (versions, records, readings) stay as they are.
 */
import { sql } from 'kysely'
import type { ChangeDescription, ChangeKind, Direction, Severity } from '../core/change.ts'
import type { Db } from './index.ts'
import { textBySha256 } from './policy-text.ts'

/** SQLite takes 32,766 bound values a statement; the statement stays cached. */
const AT_A_TIME = 200

export type Withdrawal = { readonly subject: string; readonly reason: string; readonly ruledAt: string }

/** `subject`: a public id, or the SHA-256 of bytes or of a policy text. The first ruling about it is the one to tell. */
export async function noteWithdrawal(db: Db, { subject, reason, ruledAt }: Withdrawal): Promise<void> {
  await db
    .insertInto('withdrawal')
    .values({ subject, reason, ruled_at: ruledAt })
    .onConflict((conflict) => conflict.column('subject').doNothing())
    .execute()
}

export async function withdrawalOf(db: Db, subject: string): Promise<Withdrawal | null> {
  const row = await db.selectFrom('withdrawal').selectAll().where('subject', '=', subject).executeTakeFirst()
  return row ? { subject: row.subject, reason: row.reason, ruledAt: row.ruled_at } : null
}

/** Versions of these numbers that are there, and all others that have one of their texts: what came back is the same words. */
export async function versionsOfTexts(db: Db, numbers: readonly number[]): Promise<WithdrawnVersion[]> {
  return db
    .selectFrom('version')
    .innerJoin('policy_text', 'policy_text.id', 'version.text_id')
    .where('version.text_id', 'in', (eb) =>
      eb.selectFrom('version as named').select('named.text_id').where('named.number', 'in', numbers),
    )
    .orderBy('version.number')
    .select(['version.number', 'version.text_id as textId', 'policy_text.sha256'])
    .execute()
}

export type WithdrawnVersion = { readonly number: number; readonly textId: number; readonly sha256: string }

/** Positions of the entries from which a text was read. */
export async function readsOfText(db: Db, textId: number): Promise<number[]> {
  const rows = await db.selectFrom('reading').select('reads').where('text_id', '=', textId).orderBy('entry').execute()
  return [...new Set(rows.flatMap(({ reads }) => JSON.parse(reads) as number[]))]
}

export type WithdrawnChange = {
  readonly number: number
  readonly kind: ChangeKind
  readonly severity: Severity
  readonly direction: Direction
}

/** Changes from or to one of these versions: they quote them. */
export function changesOfVersions(db: Db, numbers: readonly number[]): Promise<WithdrawnChange[]> {
  return db
    .selectFrom('change')
    .where((eb) => eb.or([eb('from_version', 'in', numbers), eb('to_version', 'in', numbers)]))
    .orderBy('number')
    .select(['number', 'kind', 'severity', 'direction'])
    .execute()
}

/** Other versions in which passages of a text stand word for word; at most `limit`, those with the most first. */
export function versionsSharing(
  db: Db,
  textId: number,
  limit: number,
): Promise<{ number: number; passages: number }[]> {
  return db
    .selectFrom('text_block as own')
    .innerJoin('text_block as other', 'other.block_id', 'own.block_id')
    .innerJoin('version', 'version.text_id', 'other.text_id')
    .where('own.text_id', '=', textId)
    .where('other.text_id', '!=', textId)
    .groupBy('version.number')
    .select((eb) => ['version.number', eb.fn.count<number>('own.block_id').distinct().as('passages')])
    .orderBy('passages', 'desc')
    .orderBy('version.number')
    .limit(limit)
    .execute()
}

/** Takes the words of a text out, as far as no other text has them. */
export async function removeText(db: Db, sha256: string): Promise<void> {
  const text = await textBySha256(db, sha256)
  if (!text) return
  const rows = await db
    .selectFrom('text_block')
    .select(['block_id', 'path_id'])
    .where('text_id', '=', text.id)
    .execute()
  await db.deleteFrom('text_block').where('text_id', '=', text.id).execute()
  await db.updateTable('policy_text').set({ title: null, blocks: 0 }).where('id', '=', text.id).execute()
  await removeAnalysis(db, text.id)
  await removeBlocks(db, [...new Set(rows.map((row) => row.block_id))])
  await removePaths(db, [...new Set(rows.map((row) => row.path_id))])
}

/** Provisions keep their ids, and lose the wordings that stand in these versions only. */
async function removeAnalysis(db: Db, textId: number): Promise<void> {
  const analyses = db
    .selectFrom('analysis')
    .innerJoin('version', 'version.number', 'analysis.version_number')
    .where('version.text_id', '=', textId)
    .select('analysis.id')
  await db.deleteFrom('fact').where('analysis_id', 'in', analyses).execute()
  const placed = await db
    .selectFrom('wording_place')
    .select('wording_id')
    .distinct()
    .where('analysis_id', 'in', analyses)
    .execute()
  await db.deleteFrom('wording_place').where('analysis_id', 'in', analyses).execute()
  const ids = placed.map(({ wording_id }) => wording_id)
  for (let from = 0; from < ids.length; from += AT_A_TIME) {
    await db
      .deleteFrom('wording')
      .where('id', 'in', ids.slice(from, from + AT_A_TIME))
      .where('id', 'not in', (eb) => eb.selectFrom('wording_place').select('wording_id'))
      .execute()
  }
  // What an analysis that was run again does not see has no place any more that tells where its words stood.
  await db
    .deleteFrom('wording')
    .where('id', 'not in', (eb) => eb.selectFrom('wording_place').select('wording_id'))
    .where('provision_number', 'in', (eb) =>
      eb
        .selectFrom('provision')
        .innerJoin('document', 'document.number', 'provision.document_number')
        .innerJoin('document as sibling', 'sibling.platform_number', 'document.platform_number')
        .innerJoin('version', 'version.document_number', 'sibling.number')
        .where('version.text_id', '=', textId)
        .select('provision.number'),
    )
    .execute()
  // Which of them quote it cannot be told; they are made again when somebody asks.
  await db.deleteFrom('annotation').execute()
}

async function removeBlocks(db: Db, ids: readonly number[]): Promise<void> {
  // Without it the index keeps the words of deleted rows until it merges.
  await sql`insert into block_search (block_search, rank) values ('secure-delete', 1)`.execute(db)
  for (let from = 0; from < ids.length; from += AT_A_TIME) {
    const unused = db
      .selectFrom('block')
      .where('id', 'in', ids.slice(from, from + AT_A_TIME))
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('text_block').select('text_id').whereRef('block_id', '=', 'block.id'))),
      )
    const gone = await unused.select(['id', 'text']).execute()
    for (const { id, text } of gone)
      await sql`insert into block_search (block_search, rowid, text) values ('delete', ${id}, ${text})`.execute(db)
    if (gone.length === 0) continue
    await db
      .deleteFrom('block')
      .where(
        'id',
        'in',
        gone.map(({ id }) => id),
      )
      .execute()
  }
}

async function removePaths(db: Db, ids: readonly number[]): Promise<void> {
  for (let from = 0; from < ids.length; from += AT_A_TIME) {
    await db
      .deleteFrom('heading_path')
      .where('id', 'in', ids.slice(from, from + AT_A_TIME))
      .where('id', 'not in', (eb) => eb.selectFrom('text_block').select('path_id'))
      .execute()
  }
}

/** Every revision of a change says no more than what is given here; its own kind, cause and moment stay. */
export async function redactChange(
  db: Db,
  number: number,
  describe: (kind: ChangeKind) => ChangeDescription,
): Promise<void> {
  const revisions = await db
    .selectFrom('revision')
    .where('change_number', '=', number)
    .select(['ordinal', 'kind'])
    .execute()
  for (const { ordinal, kind } of revisions) {
    await db
      .updateTable('revision')
      .set({ description: JSON.stringify(describe(kind)) })
      .where('change_number', '=', number)
      .where('ordinal', '=', ordinal)
      .execute()
  }
  const { kind } = await db.selectFrom('change').select('kind').where('number', '=', number).executeTakeFirstOrThrow()
  await db
    .updateTable('change')
    .set({ summary: describe(kind).summary, edit_key: null })
    .where('number', '=', number)
    .execute()
  await db.deleteFrom('passage').where('change_number', '=', number).execute()
}

/** From now on SQLite overwrites what this connection deletes. */
export async function overwriteDeleted(db: Db): Promise<void> {
  await sql`pragma secure_delete = on`.execute(db)
}

/** The journal still holds pages as they were: they are gone once this resolves, as soon as nobody reads them any more. */
export async function clearJournal(db: Db): Promise<void> {
  await sql`pragma wal_checkpoint(truncate)`.execute(db)
}
