/** Notes of a language model, and the tokens that it used. */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `create table annotation (
    subject_sha256 text not null, prompt_version text not null, model text not null, annotation text not null,
    made_at text not null, primary key (subject_sha256, prompt_version, model))`,
  'create table model_use (day text not null primary key, tokens integer not null)',
]
