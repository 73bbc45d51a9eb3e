/** Documents as stored, with the health of our own captures and the time of the next check. */
import type { Outcome, Verdict } from '../core/capture.ts'
import type { PolicyDocument } from '../core/document.ts'
import type { DocumentKey } from '../core/entry.ts'
import type { Db } from './index.ts'
import type { Schema } from './schema.ts'

export type StoredDocument = Omit<Schema['document'], 'governs' | 'read_parts'> & {
  readonly key: DocumentKey
  readonly platformName: string
  readonly governs: readonly string[]
  readonly readParts: readonly string[] | null
}

/** Inserts a document or brings its description up to date. `followed` is only ever raised here. */
export async function putDocument(
  db: Db,
  number: number,
  platformNumber: number,
  document: PolicyDocument,
  followed: boolean,
  at: string,
): Promise<void> {
  const { slug, title, type, locale, governs, checkEveryMinutes } = document
  const described = { title, type, locale, governs: JSON.stringify(governs), check_every_minutes: checkEveryMinutes }
  await db
    .insertInto('document')
    .values({
      number,
      platform_number: platformNumber,
      slug,
      ...described,
      followed: followed ? 1 : 0,
      registered_at: at,
      failures: 0,
    } as Schema['document'])
    .onConflict((conflict) =>
      conflict
        .column('number')
        .doUpdateSet(
          followed ? { ...described, followed: 1 } : { registered_at: (eb) => eb.ref('document.registered_at') },
        ),
    )
    .execute()
}

/**
 * A foreign archive renamed a document: it keeps its number and history, and its earlier address leads to it. Nothing
 * happens where the new address is taken already, or nothing of the old one is known.
 */
export async function renameDocument(
  db: Db,
  label: string,
  previousPath: string,
  key: DocumentKey,
  title: string,
): Promise<void> {
  const old = await db
    .selectFrom('track')
    .innerJoin('document', 'document.number', 'track.document_number')
    .innerJoin('platform', 'platform.number', 'document.platform_number')
    .where('track.kind', '=', 'import')
    .where('track.label', '=', label)
    .where('track.path', '=', previousPath)
    .select(['document.number', 'document.slug', 'platform.slug as platform_slug'])
    .executeTakeFirst()
  if (!old || (await documentByKey(db, key))) return
  const platform = await db.selectFrom('platform').select('number').where('slug', '=', key.platform).executeTakeFirst()
  // A platform that is not known yet is made by the caller; the document then starts anew under it.
  if (!platform) return
  await db
    .updateTable('document')
    .set({ slug: key.document, title, platform_number: platform.number })
    .where('number', '=', old.number)
    .execute()
  await db
    .insertInto('slug_alias')
    .values({ platform_slug: old.platform_slug, document_slug: old.slug, document_number: old.number })
    .onConflict((conflict) =>
      conflict.columns(['platform_slug', 'document_slug']).doUpdateSet({ document_number: old.number }),
    )
    .execute()
}

/** Documents that the catalogue no longer names are kept and not followed. */
export async function unfollowExcept(db: Db, numbers: readonly number[]): Promise<void> {
  await db
    .updateTable('document')
    .set({ followed: 0 })
    .where('followed', '=', 1)
    .where('number', 'not in', numbers.length ? [...numbers] : [-1])
    .execute()
}

export async function documentByNumber(db: Db, number: number): Promise<StoredDocument | null> {
  return (await selectDocuments(db).where('document.number', '=', number).execute()).map(toDocument)[0] ?? null
}

export async function documentByKey(db: Db, { platform, document }: DocumentKey): Promise<StoredDocument | null> {
  const rows = await selectDocuments(db)
    .where('platform.slug', '=', platform)
    .where('document.slug', '=', document)
    .execute()
  return rows.map(toDocument)[0] ?? null
}

/** Followed documents whose next check is due at `at`, the longest overdue first; all of them where `at` is null. */
export async function dueDocuments(db: Db, at: string | null): Promise<StoredDocument[]> {
  let query = selectDocuments(db).where('document.followed', '=', 1)
  if (at !== null)
    query = query.where((or) =>
      or.or([or('document.next_check_at', 'is', null), or('document.next_check_at', '<=', at)]),
    )
  return (await query.orderBy('document.next_check_at').orderBy('document.number').execute()).map(toDocument)
}

/** When the next check of any followed document is due; null where none is followed. */
export async function nextCheckAt(db: Db): Promise<string | null> {
  const row = await db
    .selectFrom('document')
    .select((eb) => eb.fn.min('next_check_at').as('at'))
    .where('followed', '=', 1)
    .executeTakeFirst()
  return row?.at ?? null
}

export type Attempt = {
  readonly at: string
  readonly outcome: Outcome
  readonly verdict: Verdict | null
  readonly reason: string
  /** Whether the right document, whole, is what is there now. */
  readonly good: boolean
  readonly nextCheckAt: string
}

/** Writes down how the last attempt went. A run of failures counts from its first. */
export async function noteAttempt(
  db: Db,
  number: number,
  { at, outcome, verdict, reason, good, nextCheckAt }: Attempt,
): Promise<void> {
  await db
    .updateTable('document')
    .set((eb) => ({
      last_attempt_at: at,
      last_outcome: outcome,
      last_verdict: verdict,
      last_reason: reason,
      next_check_at: nextCheckAt,
      ...(good
        ? { last_good_at: at, failing_since: null, failures: 0 }
        : { failing_since: eb.fn.coalesce('failing_since', eb.val(at)), failures: eb('failures', '+', 1) }),
    }))
    .where('number', '=', number)
    .execute()
}

export async function setReadParts(db: Db, number: number, parts: readonly string[]): Promise<void> {
  await db
    .updateTable('document')
    .set({ read_parts: JSON.stringify(parts) })
    .where('number', '=', number)
    .execute()
}

function selectDocuments(db: Db) {
  return db
    .selectFrom('document')
    .innerJoin('platform', 'platform.number', 'document.platform_number')
    .selectAll('document')
    .select(['platform.slug as platform_slug', 'platform.name as platform_name'])
}

type Row = Schema['document'] & { platform_slug: string; platform_name: string }

function toDocument({ platform_slug, platform_name, governs, read_parts, ...row }: Row): StoredDocument {
  return {
    ...row,
    key: { platform: platform_slug, document: row.slug },
    platformName: platform_name,
    governs: JSON.parse(governs) as string[],
    readParts: read_parts === null ? null : (JSON.parse(read_parts) as string[]),
  }
}
