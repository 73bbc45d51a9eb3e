/**
 * The only file that joins the stages, and the one to read first: capture -> archive -> extract -> follow -> describe.
 *
 * Order of writes for everything: snapshots, then entries (which acknowledges), then rows. All rows are made from
 * entries by the same code whether they come from a check, an import, or a start after a crash; so a crash between
 * any two steps loses nothing that was acknowledged, and `recover` goes on where it stopped.
 */
import type { Capture, Outcome, Part, Verdict } from './core/capture.ts'
import { type Clock, toMoment } from './core/clock.ts'
import type { Platform, PolicyDocument } from './core/document.ts'
import type { CaptureEntry, DocumentKey, Entry, ForeignRecord, ImportEntry, ReadingEntry } from './core/entry.ts'
import { ClausewatchError } from './core/error.ts'
import { parseForeignPath } from './core/foreign-path.ts'
import { parseId } from './core/id.ts'
import { policyTextSha256 } from './core/policy-text.ts'
import type { Extraction } from './core/reading.ts'
import { createTracker, type Tracker } from './pipeline/tracker.ts'
import type { Capturer } from './stages/1-capture/index.ts'
import { type Archive, openArchive } from './stages/2-archive/index.ts'
import { assemble, STAGE_VERSION as EXTRACT_VERSION, extract } from './stages/3-extract/index.ts'
import { STAGE_VERSION as COMPARE_VERSION, comparisonSha256 } from './stages/4-compare/index.ts'
import { appliedEntries, setAppliedEntries } from './store/archive-state.ts'
import { insertCapture, insertReading, lastCaptureAt, medianSizeBytes } from './store/capture.ts'
import {
  documentByKey,
  documentByNumber,
  noteAttempt,
  putDocument,
  renameDocument,
  type StoredDocument,
  setReadParts,
  unfollowExcept,
} from './store/document.ts'
import { type Db, openStore, type Store } from './store/index.ts'
import { platformBySlug, putPlatform } from './store/platform.ts'
import { createTextCache, putText, type StoredText } from './store/policy-text.ts'
import { activeSources, noteReceived, putSources, type StoredSource } from './store/source.ts'
import { ensureTrack, type Track, type TrackKind } from './store/track.ts'

const STAGES = { extract: EXTRACT_VERSION, compare: COMPARE_VERSION }
/** A request without conditions is made at least this often, so that the bytes of a page stay evidence. */
const UNCONDITIONAL_EVERY_MS = 7 * 86_400_000
/** A document that awaits confirmation is looked at again after this many minutes. */
const CONFIRM_AFTER_MINUTES = 30
/** Pages of this many newest captures say what size is usual. */
const USUAL_SIZE_CAPTURES = 15

export type PipelineOptions = {
  readonly folder: string
  readonly clock: Clock
  /** Absent where nothing is fetched (imports). */
  readonly capturer?: Capturer
  /** What the archive says it is; a demo's ends in `.invalid`. */
  readonly origin?: string
  readonly acceptLanguage?: string
  readonly userAgent?: string
}

/** One foreign record, ready to be taken in. `bytes` is null where the other archive removed the document. */
export type ForeignInput = {
  readonly key: DocumentKey
  readonly platform: Platform
  readonly document: PolicyDocument
  readonly bytes: Uint8Array | null
  readonly mediaType: string
  readonly foreign: ForeignRecord
}

export type CheckResult = {
  readonly document: DocumentKey
  readonly outcome: Outcome
  readonly verdict: Verdict | null
  readonly reason: string
  /** Public id numbers of changes that this check made. */
  readonly changes: readonly number[]
  readonly newVersion: boolean
}

/** @throws ClausewatchError as `openArchive` and `openStore` do. */
export async function openPipeline(options: PipelineOptions): Promise<Pipeline> {
  await using undo = new AsyncDisposableStack()
  const archive = undo.use(
    await openArchive(options.folder, {
      mode: 'write',
      clock: options.clock,
      ...(options.origin ? { origin: options.origin } : {}),
    }),
  )
  const store = undo.use(await openStore(options.folder))
  const pipeline = new Pipeline(options, archive, store)
  await pipeline.recover()
  undo.move()
  return pipeline
}

type Work = {
  readonly db: Db
  /** Adds an entry to the batch and gives the position that it will have. */
  emit(entry: Entry): number
}

export class Pipeline implements AsyncDisposable {
  readonly store: Store
  readonly archive: Archive
  readonly #options: PipelineOptions
  #texts = createTextCache()
  #tracker: Tracker

  /** @internal Use `openPipeline`. */
  constructor(options: PipelineOptions, archive: Archive, store: Store) {
    this.#options = options
    this.archive = archive
    this.store = store
    this.#tracker = this.#newTracker()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.store[Symbol.asyncDispose]()
    await this.archive[Symbol.asyncDispose]()
  }

  // --- what is followed

  /** Makes the followed documents those of the catalogue. Nothing that was followed before is forgotten. */
  async follow(
    catalogue: readonly { readonly platform: Platform; readonly documents: readonly PolicyDocument[] }[],
  ): Promise<void> {
    await this.#batch(async ({ db }) => {
      const followed: number[] = []
      for (const { platform, documents } of catalogue) {
        for (const document of documents) {
          const { number } = await this.#ensureDocument(db, platform, document, true)
          await putSources(db, number, document.sources)
          followed.push(number)
        }
      }
      await unfollowExcept(db, followed)
    })
  }

  // --- a check of one document by our own captures

  /** Captures every source of a document, and reads them where anything differs from the last reading. */
  async check(document: StoredDocument): Promise<CheckResult> {
    const { capturer, clock } = this.#options
    if (!capturer)
      throw new ClausewatchError('no-capturer', 'this run cannot fetch anything', 'start it with a capturer')
    const sources = await activeSources(this.store.db, document.number, toMoment(clock.now()))
    const captures: { source: StoredSource; capture: Capture }[] = []
    for (const source of sources)
      captures.push({ source, capture: await capturer.capture(this.#request(document, source)) })
    // Receiving is durable before anything is parsed.
    const received = await this.#batch(async ({ db, emit }) => {
      const rows: { position: number; entry: CaptureEntry }[] = []
      for (const { source, capture } of captures) {
        const parts: Part[] = []
        for (const { kind, bytes, mediaType } of capture.parts)
          parts.push({ kind, mediaType, ...(await this.archive.putSnapshot(bytes)) })
        const entry = this.#captureEntry(document.key, source, capture, parts)
        rows.push({ position: emit(entry), entry })
      }
      for (const row of rows) await this.#applyCapture(db, document.number, row.position, row.entry)
      return rows
    })
    return this.#afterCaptures(document.number, received, true)
  }

  #request(document: StoredDocument, source: StoredSource) {
    const sinceFull =
      source.lastUnconditionalAt === null
        ? Number.POSITIVE_INFINITY
        : this.#options.clock.now().getTime() - Date.parse(source.lastUnconditionalAt)
    const conditional = sinceFull < UNCONDITIONAL_EVERY_MS && (source.etag || source.lastModified)
    return {
      url: source.url,
      needsBrowser: source.needsBrowser,
      locale: document.locale,
      ...(conditional
        ? {
            conditional: {
              ...(source.etag ? { etag: source.etag } : {}),
              ...(source.lastModified ? { lastModified: source.lastModified } : {}),
            },
          }
        : {}),
    }
  }

  #captureEntry(
    key: DocumentKey,
    source: { url: string; position: number },
    capture: Capture,
    parts: readonly Part[],
    foreign?: ForeignRecord,
  ): CaptureEntry {
    return {
      kind: 'capture',
      key,
      source: { url: source.url, position: source.position },
      outcome: capture.outcome,
      finalUrl: capture.finalUrl,
      status: capture.status,
      headers: capture.headers,
      parts,
      reason: capture.reason,
      startedAt: capture.startedAt,
      finishedAt: capture.finishedAt,
      acceptLanguage: this.#options.acceptLanguage ?? '',
      userAgent: this.#options.userAgent ?? '',
      ...(foreign ? { foreign } : {}),
    }
  }

  async #applyCapture(db: Db, documentNumber: number, position: number, entry: CaptureEntry): Promise<void> {
    await insertCapture(db, position, documentNumber, entry)
    const part = preferredPart(entry.parts)
    if (entry.foreign || entry.outcome !== 'received' || !part) return
    await noteReceived(db, documentNumber, entry.source.url, entry.source.position, {
      etag: entry.headers['etag'] ?? null,
      lastModified: entry.headers['last-modified'] ?? null,
      part: part.sha256,
      mediaType: part.mediaType,
      capture: position,
      at: entry.finishedAt,
    })
  }

  /** What follows from the captures of one check: a failure noted, a span that goes on, or a reading. */
  async #afterCaptures(
    documentNumber: number,
    received: readonly { entry: CaptureEntry }[],
    mayRead: boolean,
  ): Promise<CheckResult> {
    const document = (await documentByNumber(this.store.db, documentNumber))!
    const at = received.at(-1)?.entry.finishedAt ?? toMoment(this.#options.clock.now())
    const missed = received.find(({ entry }) => entry.outcome !== 'received' && entry.outcome !== 'not-modified')
    if (missed || received.length === 0) {
      const outcome = missed?.entry.outcome ?? 'unreachable'
      const reason = missed?.entry.reason ?? 'no source of the document is valid now'
      await this.#note(document, { at, outcome, verdict: null, reason, good: false })
      return { document: document.key, outcome, verdict: null, reason, changes: [], newVersion: false }
    }
    const sources = await activeSources(this.store.db, documentNumber, at)
    const parts = sources.map((source) => source.lastPart ?? '')
    const track = await this.#ownTrack(this.store.db, documentNumber)
    const same = document.readParts !== null && document.readParts.join() === parts.join()
    if (same && !(await this.#tracker.awaits(this.store.db, track))) {
      const verdict = document.last_verdict!
      await this.#batch(async ({ db }) => {
        if (verdict === 'policy') await this.#tracker.seenAgain(db, track, at)
      })
      const outcome = received.every(({ entry }) => entry.outcome === 'not-modified') ? 'not-modified' : 'received'
      await this.#note(document, {
        at,
        outcome,
        verdict,
        reason: document.last_reason ?? '',
        good: verdict === 'policy',
      })
      return {
        document: document.key,
        outcome,
        verdict,
        reason: document.last_reason ?? '',
        changes: [],
        newVersion: false,
      }
    }
    if (!mayRead)
      return {
        document: document.key,
        outcome: 'received',
        verdict: null,
        reason: 'not read yet',
        changes: [],
        newVersion: false,
      }
    const extraction = await this.#extractCaptures(
      document,
      track,
      sources.map((source) => source.lastCapture!),
      at,
    )
    const placed = await this.#batch(async (work) => {
      const result = await this.#read(
        work,
        document,
        track,
        extraction,
        sources.map((source) => source.lastCapture!),
        at,
        null,
      )
      await setReadParts(work.db, document.number, parts)
      return result
    })
    const { verdict, reason } = extraction
    await this.#note(
      document,
      { at, outcome: 'received', verdict, reason, good: verdict === 'policy' },
      placed.awaiting,
    )
    return {
      document: document.key,
      outcome: 'received',
      verdict,
      reason,
      changes: placed.changes,
      newVersion: placed.newVersion,
    }
  }

  async #extractCaptures(
    document: StoredDocument,
    track: Track,
    reads: readonly number[],
    at: string,
  ): Promise<Extraction> {
    const { db } = this.store
    // Which source's text a version begins with cannot be told from the joined text.
    const previous = reads.length === 1 ? await this.#tracker.onDisplay(db, track) : null
    const sources = await activeSources(db, document.number, at)
    const extractions: Extraction[] = []
    for (const position of reads) {
      const entry = (await this.archive.entryAt(position)) as CaptureEntry
      const part = preferredPart(entry.parts)!
      const selectors = sources.find(
        (source) => source.url === entry.source.url && source.position === entry.source.position,
      )?.selectors
      const medianBytes = await medianSizeBytes(db, document.number, entry.source.position, USUAL_SIZE_CAPTURES)
      extractions.push(
        await extract({
          bytes: await this.archive.readSnapshot(part.sha256),
          mediaType: part.mediaType || 'text/html',
          url: entry.finalUrl,
          declared: {
            platform: document.platformName,
            title: document.title,
            type: document.type,
            locale: document.locale,
          },
          headers: entry.headers,
          ...(selectors ? { selectors } : {}),
          ...(entry.status === null ? {} : { status: entry.status }),
          ...(previous ? { previous } : {}),
          ...(medianBytes === null ? {} : { medianBytes }),
          receivedAt: entry.finishedAt,
        }),
      )
    }
    return extractions.length === 1 ? extractions[0]! : assemble(extractions)
  }

  async #note(
    document: StoredDocument,
    attempt: { at: string; outcome: Outcome; verdict: Verdict | null; reason: string; good: boolean },
    awaiting = false,
  ): Promise<void> {
    const minutes = awaiting
      ? Math.min(CONFIRM_AFTER_MINUTES, document.check_every_minutes)
      : document.check_every_minutes
    const nextCheckAt = toMoment(new Date(Date.parse(attempt.at) + minutes * 60_000))
    await noteAttempt(this.store.db, document.number, { ...attempt, nextCheckAt })
  }

  // --- what other archives recorded

  /** Takes foreign records in, in their order, as one batch that is there whole or not at all. */
  async takeForeign(records: readonly ForeignInput[]): Promise<void> {
    await this.#batch(async (work) => {
      for (const record of records) await this.#takeForeignRecord(work, record)
    })
  }

  async #takeForeignRecord(
    work: Work,
    { key, platform, document, bytes, mediaType, foreign }: ForeignInput,
  ): Promise<void> {
    const { db, emit } = work
    const part: Part | null = bytes ? { kind: 'supplied', mediaType, ...(await this.archive.putSnapshot(bytes)) } : null
    const importedAt = toMoment(this.#options.clock.now())
    const entry: ImportEntry = { kind: 'import', key, foreign, part, importedAt }
    const position = emit(entry)
    const { stored, track } = await this.#applyImport(db, entry, platform, document)
    if (bytes)
      await this.#read(
        work,
        stored,
        track,
        await this.#extractImport(db, stored, track, bytes, entry),
        [position],
        foreign.recordedAt,
        foreign,
      )
  }

  async #extractImport(
    db: Db,
    document: StoredDocument,
    track: Track,
    bytes: Uint8Array,
    { part, foreign }: ImportEntry,
  ): Promise<Extraction> {
    const previous = await this.#tracker.onDisplay(db, track)
    return extract({
      bytes,
      mediaType: part!.mediaType,
      url: null,
      declared: { platform: document.platformName, title: document.title, type: document.type },
      ...(previous ? { previous } : {}),
      receivedAt: foreign.recordedAt,
    })
  }

  async #applyImport(
    db: Db,
    { key, foreign }: ImportEntry,
    platform: Platform,
    document: PolicyDocument,
  ): Promise<{ stored: StoredDocument; track: Track }> {
    if (foreign.previousPath && foreign.previousPath !== foreign.path)
      await renameDocument(db, foreign.archive, foreign.previousPath, key, document.title)
    const { number } = await this.#ensureDocument(db, platform, { ...document, slug: key.document }, false)
    const stored = (await documentByNumber(db, number))!
    return { stored, track: await ensureTrack(db, number, 'import', foreign.archive, foreign.path) }
  }

  // --- readings

  async #read(
    work: Work,
    document: StoredDocument,
    track: Track,
    extraction: Extraction,
    reads: readonly number[],
    at: string,
    foreign: ForeignRecord | null,
  ) {
    const { db, emit } = work
    const hasText = extraction.text.blocks.length > 0
    const entry: ReadingEntry = {
      kind: 'reading',
      key: document.key,
      reads,
      verdict: extraction.verdict,
      reason: extraction.reason,
      policyText: hasText ? policyTextSha256(extraction.text) : null,
      stages: STAGES,
      readAt: toMoment(this.#options.clock.now()),
    }
    const position = emit(entry)
    return this.#applyReading(db, document, track, position, entry, extraction, at, foreign)
  }

  async #applyReading(
    db: Db,
    document: StoredDocument,
    track: Track,
    position: number,
    entry: ReadingEntry,
    extraction: Extraction,
    at: string,
    foreign: ForeignRecord | null,
  ) {
    let text: StoredText | null = null
    if (entry.policyText !== null)
      text = await putText(db, this.#texts, extraction.text, extraction, () => comparisonSha256(extraction.text))
    await insertReading(db, position, document.number, entry, text?.id ?? null)
    return this.#tracker.place(db, document, track, {
      at,
      reading: position,
      entry,
      text,
      policyText: extraction.text,
      foreign,
    })
  }

  // --- going on after a stop

  /** Makes the rows of entries that have none yet, and reads what was received and not read. Gives the number of entries. */
  async recover(): Promise<number> {
    const from = await appliedEntries(this.store.db)
    const missing = this.archive.size - from
    let captures: { position: number; entry: CaptureEntry }[] = []
    const settle = async (mayRead: boolean) => {
      const first = captures[0]
      if (!first) return
      const done = captures
      captures = []
      const document = await documentByKey(this.store.db, first.entry.key)
      if (document) await this.#afterCaptures(document.number, done, mayRead)
    }
    for await (const { position, entry } of this.archive.entriesFrom(from)) {
      // Captures of one check stand together, in the order of the document's sources.
      const last = captures.at(-1)?.entry
      const goesOn =
        entry.kind === 'capture' && last && sameKey(last.key, entry.key) && entry.source.position > last.source.position
      if (entry.kind !== 'reading' && !goesOn) await settle(false)
      await this.#replay(position, entry)
      if (entry.kind === 'capture' && !entry.foreign) captures.push({ position, entry })
      if (entry.kind === 'reading') captures = []
    }
    // Only at the end: a reading is appended behind every entry that has its rows.
    await settle(true)
    return missing
  }

  async #replay(position: number, entry: Entry): Promise<void> {
    await this.store.transaction(async (db) => {
      await this.#replayEntry(db, position, entry)
      await setAppliedEntries(db, position + 1)
    })
  }

  async #replayEntry(db: Db, position: number, entry: Entry): Promise<void> {
    if (entry.kind === 'ruling') return
    if (entry.kind === 'import') {
      const path = parseForeignPath(entry.foreign.path)
      const platform =
        (await platformBySlug(db, entry.key.platform)) ?? path?.platform ?? undescribed(entry.key).platform
      await this.#applyImport(db, entry, platform, path?.document ?? undescribed(entry.key).document)
      return
    }
    const known = await documentByKey(db, entry.key)
    const { platform, document: described } = undescribed(entry.key)
    const { number } =
      known ??
      (await this.#ensureDocument(db, (await platformBySlug(db, entry.key.platform)) ?? platform, described, false))
    if (entry.kind === 'capture') return this.#applyCapture(db, number, position, entry)
    const document = (await documentByNumber(db, number))!
    const first = await this.archive.entryAt(entry.reads[0]!)
    if (first.kind === 'import') {
      const track = await ensureTrack(db, number, 'import', first.foreign.archive, first.foreign.path)
      const bytes = await this.archive.readSnapshot(first.part!.sha256)
      const extraction = await this.#extractImport(db, document, track, bytes, first)
      await this.#applyReading(
        db,
        document,
        track,
        position,
        entry,
        extraction,
        first.foreign.recordedAt,
        first.foreign,
      )
      return
    }
    const track = await this.#ownTrack(db, number)
    const at = (await lastCaptureAt(db, number)) ?? entry.readAt
    const extraction = await this.#extractCaptures(document, track, entry.reads, at)
    await this.#applyReading(db, document, track, position, entry, extraction, at, null)
    const sources = await activeSources(db, number, at)
    await setReadParts(
      db,
      number,
      sources.map((source) => source.lastPart ?? ''),
    )
    await this.#note(document, {
      at,
      outcome: 'received',
      verdict: entry.verdict,
      reason: entry.reason,
      good: entry.verdict === 'policy',
    })
  }

  // --- parts of the above

  async #ensureDocument(
    db: Db,
    platform: Platform,
    document: PolicyDocument,
    followed: boolean,
  ): Promise<{ number: number }> {
    const at = toMoment(this.#options.clock.now())
    const key: DocumentKey = { platform: platform.slug, document: document.slug }
    const known = await documentByKey(db, key)
    if (known && !followed) return known
    const platformNumber =
      (await platformBySlug(db, platform.slug))?.number ?? idNumber(this.archive.idFor('platform', platform.slug))
    await putPlatform(db, platformNumber, platform, at)
    const number = known?.number ?? idNumber(this.archive.idFor('document', `${key.platform}/${key.document}`))
    await putDocument(db, number, platformNumber, document, followed, at)
    return { number }
  }

  async #ownTrack(db: Db, documentNumber: number): Promise<Track> {
    const kind: TrackKind = 'own'
    return ensureTrack(db, documentNumber, kind, 'own', null)
  }

  #newTracker(): Tracker {
    return createTracker({
      idFor: (kind, key) => idNumber(this.archive.idFor(kind, key)),
      now: () => toMoment(this.#options.clock.now()),
      stages: STAGES,
    })
  }

  /** Entries and rows of one piece of work: entries are durable before the rows are. */
  async #batch<T>(work: (work: Work) => Promise<T>): Promise<T> {
    const entries: Entry[] = []
    const first = this.archive.size
    try {
      return await this.store.transaction(async (db) => {
        const result = await work({ db, emit: (entry) => first + entries.push(entry) - 1 })
        if (entries.length > 0) {
          await this.archive.append(entries)
          await setAppliedEntries(db, first + entries.length)
        } else await this.archive.flush()
        return result
      })
    } catch (cause) {
      // Rows of this batch are gone with its transaction, and with them ids that the caches may hold.
      this.#texts = createTextCache()
      this.#tracker = this.#newTracker()
      throw cause
    }
  }
}

/** The part that is read: a rendered page where there is one, since it was made because the response was not enough. */
export function preferredPart(parts: readonly Part[]): Part | null {
  return parts.find((part) => part.kind === 'rendered-dom') ?? parts[0] ?? null
}

const sameKey = (a: DocumentKey, b: DocumentKey): boolean => a.platform === b.platform && a.document === b.document

/** A document of which only the key is left: its catalogue file describes it again. */
function undescribed({ platform, document }: DocumentKey): { platform: Platform; document: PolicyDocument } {
  return {
    platform: { slug: platform, name: platform, website: null },
    document: {
      platformSlug: platform,
      slug: document,
      title: document,
      type: 'other',
      locale: 'en',
      governs: [],
      checkEveryMinutes: 720,
      sources: [],
    },
  }
}

function idNumber(id: string): number {
  return parseId(id)!.number
}
