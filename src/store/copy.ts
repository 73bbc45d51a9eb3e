/** A copy of the whole database as it is at one moment, while others use it. */
import { sql } from 'kysely'
import type { Db } from './index.ts'

/** `file` must not be there yet. */
export async function copyStore(db: Db, file: string): Promise<void> {
  await sql`vacuum into ${file}`.execute(db)
}
