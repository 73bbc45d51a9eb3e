/** Provisions, their wordings, where they stand in which version, and the facts of a version; by stage version. */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `create table analysis (
    id integer primary key, version_number integer not null references version (number), stage text not null, state text not null,
    predecessor integer references version (number), is_current integer not null, made_at text not null)`,
  'create index analysis_version on analysis (version_number, is_current)',
  `create table provision (
    number integer primary key, document_number integer not null references document (number),
    born_version integer not null references version (number), split_from integer)`,
  'create index provision_document on provision (document_number)',
  `create table wording (
    id integer primary key, provision_number integer not null references provision (number), stage text not null, sha256 text not null,
    title text, types text not null, severity text not null, reasons text not null, confidence text not null, basis text not null,
    exact text not null, unique (provision_number, stage, sha256))`,
  `create table wording_place (
    analysis_id integer not null references analysis (id), first_block integer not null, last_block integer not null,
    provision_number integer not null references provision (number), wording_id integer not null references wording (id),
    primary key (analysis_id, first_block)) without rowid`,
  'create index wording_place_provision on wording_place (provision_number, analysis_id)',
  `create table provision_merge (
    provision_number integer not null references provision (number), into_number integer not null references provision (number),
    version_number integer not null references version (number), primary key (provision_number, version_number)) without rowid`,
  `create table fact (
    analysis_id integer not null references analysis (id), fact text not null, value text not null, quote text not null,
    block integer not null, primary key (analysis_id, fact)) without rowid`,
  'create table block_answer (key text primary key, answer text not null) without rowid',
]
