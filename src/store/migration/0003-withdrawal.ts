/** What was taken down by a ruling, so that pages say why, and the same bytes are not kept again. */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw('create table withdrawal (subject text not null primary key, reason text not null, ruled_at text not null)')
    .execute(db)
}
