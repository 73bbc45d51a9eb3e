/** Changes of other documents of the same platform that belong to a change: the other end of a move, the same edit. */
import type { ChangeKind } from '../core/change.ts'
import type { Db } from './index.ts'
import type { PassageSide } from './schema.ts'
import type { TrackKind } from './track.ts'

/** SQLite takes 32,766 bound values a statement; the statement stays cached. */
const AT_A_TIME = 200
const PUBLISHED: readonly ChangeKind[] = ['substantive', 'administrative']

export type StoredPassage = {
  readonly effect: number
  readonly side: PassageSide
  readonly key: string
  readonly chars: number
}

/** Where siblings are looked for: own captures among themselves, imports of one archive among themselves. */
export type SiblingScope = {
  readonly platformNumber: number
  readonly documentNumber: number
  readonly trackKind: TrackKind
  readonly trackLabel: string
  /** Moments: detected from the one to the other. */
  readonly from: string
  readonly to: string
}

export type PassageHit = {
  readonly key: string
  readonly side: PassageSide
  readonly change: number
  readonly documentNumber: number
}

export async function insertPassages(db: Db, changeNumber: number, passages: readonly StoredPassage[]): Promise<void> {
  for (let from = 0; from < passages.length; from += AT_A_TIME) {
    await db
      .insertInto('passage')
      .values(
        passages
          .slice(from, from + AT_A_TIME)
          .map(({ effect, side, key, chars }) => ({ change_number: changeNumber, effect, side, key, chars })),
      )
      .execute()
  }
}

export async function replacePassages(db: Db, changeNumber: number, passages: readonly StoredPassage[]): Promise<void> {
  await db.deleteFrom('passage').where('change_number', '=', changeNumber).execute()
  await insertPassages(db, changeNumber, passages)
}

export async function changePassages(db: Db, changeNumber: number): Promise<StoredPassage[]> {
  return db
    .selectFrom('passage')
    .select(['effect', 'side', 'key', 'chars'])
    .where('change_number', '=', changeNumber)
    .orderBy('effect')
    .orderBy('key')
    .execute()
}

/** Passages under these keys that published changes of the platform, own ones too, added or removed; in order of the changes. */
export async function findPassages(db: Db, scope: SiblingScope, keys: readonly string[]): Promise<PassageHit[]> {
  const found: { key: string; side: PassageSide; change_number: number }[] = []
  for (let from = 0; from < keys.length; from += AT_A_TIME) {
    const rows = await db
      .selectFrom('passage')
      .select(['key', 'side', 'change_number'])
      .where('key', 'in', keys.slice(from, from + AT_A_TIME))
      .execute()
    found.push(...rows)
  }
  // In two steps, because most passages are found nowhere, and one query would read all changes of these days.
  const changes = [...new Set(found.map((row) => row.change_number))]
  const documents = new Map<number, number>()
  for (let from = 0; from < changes.length; from += AT_A_TIME) {
    const rows = await changesOf(db, scope)
      .where('change.number', 'in', changes.slice(from, from + AT_A_TIME))
      .select(['change.number', 'change.document_number'])
      .execute()
    for (const row of rows) documents.set(row.number, row.document_number)
  }
  return found
    .filter((row) => documents.has(row.change_number))
    .map((row) => ({
      key: row.key,
      side: row.side,
      change: row.change_number,
      documentNumber: documents.get(row.change_number)!,
    }))
    .sort((a, b) => a.change - b.change || (a.key < b.key ? -1 : 1))
}

export type SameEdit = { readonly number: number; readonly documentNumber: number; readonly groupKey: string | null }

/** Published changes of sibling documents that make the same edit, oldest first. */
export async function findSameEdit(db: Db, scope: SiblingScope, editKey: string): Promise<SameEdit[]> {
  const rows = await siblings(db, scope)
    .where('change.edit_key', '=', editKey)
    .select(['change.number', 'change.document_number', 'change.group_key'])
    .orderBy('change.number')
    .execute()
  return rows.map((row) => ({ number: row.number, documentNumber: row.document_number, groupKey: row.group_key }))
}

/** Which of these groups hold a change of the document already. */
export async function groupsOfDocument(
  db: Db,
  documentNumber: number,
  groupKeys: readonly string[],
): Promise<ReadonlySet<string>> {
  if (groupKeys.length === 0) return new Set()
  const rows = await db
    .selectFrom('change')
    .select('group_key')
    .where('document_number', '=', documentNumber)
    .where('group_key', 'in', groupKeys)
    .execute()
  return new Set(rows.flatMap((row) => row.group_key ?? []))
}

export async function setGroupKey(db: Db, changeNumber: number, groupKey: string): Promise<void> {
  await db.updateTable('change').set({ group_key: groupKey }).where('number', '=', changeNumber).execute()
}

/** Documents of the platform of which these tracks hold a version. */
export async function countFollowed(
  db: Db,
  { platformNumber, trackKind, trackLabel }: Pick<SiblingScope, 'platformNumber' | 'trackKind' | 'trackLabel'>,
): Promise<number> {
  const { n } = await db
    .selectFrom('document')
    .where('document.platform_number', '=', platformNumber)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('track')
          .innerJoin('version', 'version.track_id', 'track.id')
          .whereRef('track.document_number', '=', 'document.number')
          .where('track.kind', '=', trackKind)
          .where('track.label', '=', trackLabel)
          .select('track.id'),
      ),
    )
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return Number(n)
}

/** What is needed of a change to revise it from its sibling. */
export async function siblingChange(
  db: Db,
  number: number,
): Promise<{ readonly trackId: number; readonly title: string }> {
  const row = await db
    .selectFrom('change')
    .innerJoin('document', 'document.number', 'change.document_number')
    .where('change.number', '=', number)
    .select(['change.track_id', 'document.title'])
    .executeTakeFirstOrThrow()
  return { trackId: row.track_id, title: row.title }
}

function siblings(db: Db, scope: SiblingScope) {
  return changesOf(db, scope).where('document.number', '!=', scope.documentNumber)
}

function changesOf(db: Db, { platformNumber, trackKind, trackLabel, from, to }: SiblingScope) {
  return db
    .selectFrom('change')
    .innerJoin('document', 'document.number', 'change.document_number')
    .innerJoin('track', 'track.id', 'change.track_id')
    .where('document.platform_number', '=', platformNumber)
    .where('track.kind', '=', trackKind)
    .where('track.label', '=', trackLabel)
    .where('change.kind', 'in', PUBLISHED)
    .where('change.detected_at', '>=', from)
    .where('change.detected_at', '<=', to)
}
