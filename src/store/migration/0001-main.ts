/** The first schema: everything of DESIGN section 1 that the main job needs, with tracks, variants, spans and revisions. */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `create table platform (
    number integer primary key, slug text not null unique, name text not null, website text, registered_at text not null)`,
  `create table document (
    number integer primary key, platform_number integer not null references platform (number), slug text not null,
    title text not null, type text not null, locale text not null, governs text not null, check_every_minutes integer not null,
    followed integer not null, registered_at text not null, last_attempt_at text, last_outcome text, last_verdict text,
    last_reason text, last_good_at text, failing_since text, failures integer not null default 0, next_check_at text,
    read_parts text, unique (platform_number, slug))`,
  `create table slug_alias (
    platform_slug text not null, document_slug text not null, document_number integer not null references document (number),
    primary key (platform_slug, document_slug))`,
  'create index document_next_check on document (followed, next_check_at)',
  `create table source (
    id integer primary key, document_number integer not null references document (number), position integer not null,
    url text not null, selectors text not null, valid_from text, valid_until text, needs_browser integer not null,
    rendered_since text, etag text, last_modified text, last_part text, last_media_type text, last_capture integer, last_unconditional_at text)`,
  'create index source_document on source (document_number, position)',
  `create table capture (
    entry integer primary key, document_number integer not null references document (number), source_url text not null,
    source_position integer not null, archive text, outcome text not null, status integer, final_url text not null, reason text not null,
    started_at text not null, finished_at text not null, part_sha256 text, part_kind text, media_type text, size_bytes integer)`,
  'create index capture_document on capture (document_number, entry)',
  `create table policy_text (
    id integer primary key, sha256 text not null unique, comparison_sha256 text not null, title text, language text,
    stated text, effective text, chars integer not null, blocks integer not null)`,
  `create table reading (
    entry integer primary key, document_number integer not null references document (number), verdict text not null,
    reason text not null, text_id integer references policy_text (id), reads text not null, stages text not null, read_at text not null)`,
  'create index reading_document on reading (document_number, entry)',
  `create table block (
    id integer primary key, sha256 text not null unique, kind text not null, depth integer not null, number text,
    text text not null, links text not null)`,
  'create table heading_path (id integer primary key, path text not null unique)',
  `create table text_block (
    text_id integer not null references policy_text (id), position integer not null, block_id integer not null references block (id),
    path_id integer not null references heading_path (id), primary key (text_id, position)) without rowid`,
  'create index text_block_block on text_block (block_id)',
  `create table track (
    id integer primary key, document_number integer not null references document (number), kind text not null,
    label text not null, path text, pending text, current_key integer, last_verdict text, unique (document_number, kind, label))`,
  `create table version (
    number integer primary key, document_number integer not null references document (number), track_id integer not null references track (id),
    key integer not null, variant integer not null, ordinal integer not null, text_id integer not null references policy_text (id),
    first_record integer not null, previous_version integer references version (number), observed_at text not null)`,
  'create index version_document on version (document_number, number)',
  'create index version_track on version (track_id, key)',
  `create table change (
    number integer primary key, document_number integer not null references document (number), track_id integer not null references track (id),
    variant integer not null, from_version integer not null references version (number), to_version integer not null references version (number),
    detected_at text not null, stated_on text, effective_on text, kind text not null, severity text not null, direction text not null,
    summary text not null, revisions integer not null, group_key text)`,
  'create index change_kind on change (kind, detected_at)',
  'create index change_document on change (document_number, detected_at)',
  'create index change_to_version on change (to_version)',
  `create table record (
    id integer primary key, track_id integer not null references track (id), sequence integer not null, observed_at text not null,
    reading_entry integer not null, verdict text not null, reason text not null, text_id integer references policy_text (id),
    version_number integer references version (number), row_kind text, row_reason text, change_number integer references change (number),
    awaiting integer not null default 0, foreign_commit text, foreign_path text, technical integer not null default 0,
    unique (track_id, sequence))`,
  'create index record_version on record (version_number)',
  'create index record_foreign on record (foreign_commit, foreign_path)',
  `create table span (
    id integer primary key, version_number integer not null references version (number), from_at text not null, to_at text not null,
    first_record integer not null references record (id), last_record integer not null references record (id), captures integer not null)`,
  'create index span_version on span (version_number)',
  `create table revision (
    change_number integer not null references change (number), ordinal integer not null, cause text not null, kind text not null,
    description text not null, made_at text not null, stages text not null, primary key (change_number, ordinal))`,
  'create table archive_state (key text primary key, value text not null)',
  `create virtual table block_search using fts5 (text, content = 'block', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2')`,
  `create trigger block_search_add after insert on block begin insert into block_search (rowid, text) values (new.id, new.text); end`,
]
