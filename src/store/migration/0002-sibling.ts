/** What is known across the documents of a platform: passages that move, edits that are the same, choice controls and notices. */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `create table passage (
    change_number integer not null references change (number), effect integer not null, side text not null, key text not null,
    chars integer not null, primary key (change_number, effect, key))`,
  'create index passage_key on passage (key)',
  'alter table change add column edit_key text',
  'create index change_edit_key on change (edit_key)',
  'create index change_group_key on change (group_key)',
  `create table choice_control (
    document_number integer not null references document (number), kind text not null, label text not null, href text,
    missing_since text, lost_at text, primary key (document_number, kind, label))`,
  `create table notice (
    document_number integer not null references document (number), kind text not null, label text not null,
    opened_at text not null, closed_at text, primary key (document_number, kind, label, opened_at))`,
]
