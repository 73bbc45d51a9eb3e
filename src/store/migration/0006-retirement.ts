/** Changes that were retired: what a later version split, or a person took back. */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  'alter table change add column retired_at text',
  'alter table change add column retired_reason text',
  'create index record_reading on record (reading_entry)',
]
