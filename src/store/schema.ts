/**
 * The tables, in the words of DESIGN section 1. Numbers of platforms, documents, versions and changes are those of
 * their public ids. Moments are RFC 3339 in UTC, plain dates `YYYY-MM-DD`; JSON is kept as text; truth as 0 or 1.
 */
import type { Generated } from 'kysely'
import type { Outcome, Verdict } from '../core/capture.ts'
import type { ChangeKind, Direction, RevisionCause, Severity } from '../core/change.ts'
import type { DocumentType } from '../core/document.ts'
import type { BlockKind } from '../core/policy-text.ts'
import type { Basis, Confidence, FactName } from '../core/provision.ts'
import type { ChoiceControl } from '../core/reading.ts'

export type Flag = 0 | 1
export type AnalysisState = 'assessed' | 'not-assessed'
export type PassageSide = 'added' | 'removed'

export type Schema = {
  platform: { number: number; slug: string; name: string; website: string | null; registered_at: string }
  document: {
    number: number
    platform_number: number
    slug: string
    title: string
    type: DocumentType
    locale: string
    /** JSON list of names. */
    governs: string
    check_every_minutes: number
    /** Whether the catalogue names it now. A document known only from an import is not followed. */
    followed: Flag
    registered_at: string
    /** Health, of our own captures only. */
    last_attempt_at: string | null
    last_outcome: Outcome | null
    last_verdict: Verdict | null
    last_reason: string | null
    last_good_at: string | null
    failing_since: string | null
    failures: number
    next_check_at: string | null
    /** JSON list of the parts' SHA-256 that the newest reading rests on, one a source. */
    read_parts: string | null
  }
  /** Earlier addresses of documents that were renamed. */
  slug_alias: { platform_slug: string; document_slug: string; document_number: number }
  source: {
    id: Generated<number>
    document_number: number
    position: number
    url: string
    /** JSON of DeclaredSelectors. */
    selectors: string
    valid_from: string | null
    valid_until: string | null
    /** As declared. */
    needs_browser: Flag
    /** Since when it is fetched through the browser because HTTP alone gave a shell. */
    rendered_since: string | null
    /** Of the newest received capture: for conditional requests, and to see that nothing changed. */
    etag: string | null
    last_modified: string | null
    last_part: string | null
    last_media_type: string | null
    last_capture: number | null
    last_unconditional_at: string | null
  }
  /** One row a capture entry. */
  capture: {
    entry: number
    document_number: number
    source_url: string
    source_position: number
    /** Null for our own; `supplied` for a file that was handed in; otherwise the archive that made it. */
    archive: string | null
    outcome: Outcome
    status: number | null
    final_url: string
    reason: string
    started_at: string
    finished_at: string
    part_sha256: string | null
    part_kind: string | null
    media_type: string | null
    size_bytes: number | null
  }
  /** One row a reading entry. */
  reading: {
    entry: number
    document_number: number
    verdict: Verdict
    reason: string
    text_id: number | null
    /** JSON list of entries. */
    reads: string
    /** JSON of stage versions. */
    stages: string
    read_at: string
  }
  policy_text: {
    id: Generated<number>
    sha256: string
    comparison_sha256: string
    title: string | null
    language: string | null
    /** JSON of PrintedDate. */
    stated: string | null
    effective: string | null
    chars: number
    blocks: number
  }
  block: {
    id: Generated<number>
    sha256: string
    kind: BlockKind
    depth: number
    number: string | null
    text: string
    links: string
  }
  heading_path: { id: Generated<number>; path: string }
  /** What a ruling took down: the public id of a record, or the SHA-256 of bytes or of a policy text. */
  withdrawal: { subject: string; reason: string; ruled_at: string }
  text_block: { text_id: number; position: number; block_id: number; path_id: number }
  track: {
    id: Generated<number>
    document_number: number
    kind: 'own' | 'import' | 'supplied'
    /** `own`, `supplied`, or the foreign archive's name. */
    label: string
    /** Open Terms Archive collections: the path in its repository, newest name. */
    path: string | null
    /** Of the state machine that follows it (`4-compare`): JSON of Pending, key of the version observed last, newest verdict. */
    pending: string | null
    current_key: number | null
    last_verdict: Verdict | null
  }
  /** What differs from the one before it in a track: a received capture, or a foreign archive's record. */
  record: {
    id: Generated<number>
    track_id: number
    sequence: number
    observed_at: string
    reading_entry: number
    verdict: Verdict
    reason: string
    text_id: number | null
    version_number: number | null
    /** Kind of the row in `changes --all` where no change was made of it; null for a baseline. */
    row_kind: ChangeKind | null
    row_reason: string | null
    change_number: number | null
    /** Waits for a second capture before it is published. */
    awaiting: Flag
    /** Open Terms Archive: commit and path. */
    foreign_commit: string | null
    foreign_path: string | null
    technical: Flag
  }
  version: {
    number: number
    document_number: number
    track_id: number
    /** Counts from 1 within its track; a publisher's rollback gives a new version the key of the text that came back. */
    key: number
    variant: number
    /** Counts from 1 within its track and variant. */
    ordinal: number
    text_id: number
    first_record: number
    previous_version: number | null
    observed_at: string
  }
  span: {
    id: Generated<number>
    version_number: number
    from_at: string
    to_at: string
    first_record: number
    last_record: number
    captures: number
  }
  change: {
    number: number
    document_number: number
    track_id: number
    variant: number
    from_version: number
    to_version: number
    detected_at: string
    stated_on: string | null
    effective_on: string | null
    /** Of the newest revision. */
    kind: ChangeKind
    severity: Severity
    direction: Direction
    summary: string
    revisions: number
    /** The same edit on several documents of a platform has the same key: the public id of its first change. */
    group_key: string | null
    /** What is edited (`editSignature`), by which groups are found; null where nothing tells. */
    edit_key: string | null
    /** It keeps its address and says so; null while it stands. */
    retired_at: string | null
    retired_reason: string | null
  }
  /** Sentences of passages that came or went, by which the other end of a move between documents is found. */
  passage: { change_number: number; effect: number; side: PassageSide; key: string; chars: number }
  /** A control around a document by which a reader exercises a choice, as own captures showed it last. */
  choice_control: {
    document_number: number
    kind: ChoiceControl['kind']
    label: string
    href: string | null
    /** Since which good capture it is not there; null while it is. */
    missing_since: string | null
    /** When a second good capture confirmed that. */
    lost_at: string | null
  }
  /** A choice control is gone from the page of a document; pages show those of a platform as one. */
  notice: {
    document_number: number
    kind: ChoiceControl['kind']
    label: string
    opened_at: string
    closed_at: string | null
  }
  revision: {
    change_number: number
    ordinal: number
    cause: RevisionCause
    kind: ChangeKind
    /** JSON of ChangeDescription. */
    description: string
    made_at: string
    stages: string
  }
  /** What an analyst wrote, under what it was shown; JSON of Annotation. */
  annotation: { subject_sha256: string; prompt_version: string; model: string; annotation: string; made_at: string }
  /** Tokens of a language model, by day in UTC. */
  model_use: { day: string; tokens: number }
  /** What one stage version made of a version. Older results stay; one is current. */
  analysis: {
    id: Generated<number>
    version_number: number
    stage: string
    /** `not-assessed`: in a language that the analysis does not read. */
    state: AnalysisState
    /** The version whose provisions go on in this one; null where there is none. */
    predecessor: number | null
    is_current: Flag
    made_at: string
  }
  provision: {
    number: number
    document_number: number
    /** The version with which it was first seen. */
    born_version: number
    /** The provision from which it was split off. */
    split_from: number | null
  }
  /** A text of a provision with what a stage version says of it; the same text again is the same row. */
  wording: {
    id: Generated<number>
    provision_number: number
    stage: string
    /** Of `exact`. */
    sha256: string
    title: string | null
    /** JSON list, most important first. */
    types: string
    severity: Severity
    /** JSON list. */
    reasons: string
    confidence: Confidence
    basis: Basis
    exact: string
  }
  /** Where a wording stands in a version: its blocks, both ends included. */
  wording_place: {
    analysis_id: number
    first_block: number
    last_block: number
    provision_number: number
    wording_id: number
  }
  /** With this version the text of a provision went into another one. */
  provision_merge: { provision_number: number; into_number: number; version_number: number }
  /** What a version states; a name that is missing from an assessed version is `not-stated`. `value` is JSON. */
  fact: { analysis_id: number; fact: FactName; value: string; quote: string; block: number }
  /** The classifier's answer for a block, by stage version, model and context. Can be made again at any time. */
  block_answer: { key: string; answer: string }
  archive_state: { key: string; value: string }
}
