/** How far the rows have followed the archive's entries. */
import type { Db } from './index.ts'

/** Number of entries whose rows are there; rows of later entries are made again on start. */
export async function appliedEntries(db: Db): Promise<number> {
  return Number((await readState(db, 'applied')) ?? 0)
}

export async function setAppliedEntries(db: Db, count: number): Promise<void> {
  await writeState(db, 'applied', String(count))
}

export async function readState(db: Db, key: string): Promise<string | null> {
  return (await db.selectFrom('archive_state').select('value').where('key', '=', key).executeTakeFirst())?.value ?? null
}

export async function writeState(db: Db, key: string, value: string): Promise<void> {
  await db
    .insertInto('archive_state')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
}
