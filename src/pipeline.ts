/**
 * The file to read first, and (with its parts in `pipeline/`) the only one that joins the stages:
 * capture -> archive -> extract -> follow -> describe.
 *
 * Order of writes for everything: snapshots, then entries (which acknowledges), then rows. All rows are made from
 * entries by the same code whether they come from a check, an import, or a start after a crash; so a crash between
 * any two steps loses nothing that was acknowledged, and `recover` goes on where it stopped.
 */
import { type Capture, type Part, preferredPart } from './core/capture.ts'
import { toMoment } from './core/clock.ts'
import type { Platform, PolicyDocument } from './core/document.ts'
import type { CaptureEntry, ReadingEntry } from './core/entry.ts'
import { ClausewatchError } from './core/error.ts'
import { type PolicyText, policyTextSha256 } from './core/policy-text.ts'
import { runBatch, type Work } from './pipeline/batch.ts'
import { captureRequest } from './pipeline/capture-request.ts'
import type { CheckResult } from './pipeline/check-result.ts'
import { noteControls } from './pipeline/choice-controls.ts'
import { ensureDocument, numberFor } from './pipeline/ensure-document.ts'
import { captureEntry } from './pipeline/entry-form.ts'
import { extractCaptures } from './pipeline/extraction.ts'
import { findingsOf, namesIn } from './pipeline/findings.ts'
import type { ForeignInput } from './pipeline/foreign-input.ts'
import { retireSplit } from './pipeline/judgement.ts'
import { type Climbing, climb, onLadder } from './pipeline/ladder.ts'
import type { Observed } from './pipeline/observed.ts'
import { type Catalogue, openParts, type PipelineOptions } from './pipeline/open-parts.ts'
import { type AnalyseOptions, analyseVersions } from './pipeline/provisions/index.ts'
import { openReader, type Reader, type ReadPage } from './pipeline/reading/index.ts'
import { replay } from './pipeline/replay.ts'
import { takeForeignRecord } from './pipeline/take-foreign.ts'
import { type SuppliedInput, takeSupplied } from './pipeline/take-supplied.ts'
import { createTracker, type Placed, type Tracker } from './pipeline/tracker.ts'
import { keepText, type Withdrawn, withdrawVersions } from './pipeline/withdraw.ts'
import { createSaid } from './pipeline/withheld.ts'
import type { Archive } from './stages/2-archive/index.ts'
import { STAGE_VERSION as EXTRACT_VERSION } from './stages/3-extract/index.ts'
import { STAGE_VERSION as COMPARE_VERSION, comparisonSha256 } from './stages/4-compare/index.ts'
import { appliedEntries } from './store/archive-state.ts'
import { insertCapture, insertReading } from './store/capture.ts'
import { documentByNumber, noteAttempt, type StoredDocument, setReadParts, unfollowExcept } from './store/document.ts'
import type { Db, Store } from './store/index.ts'
import { createTextCache, putText, type TextNames } from './store/policy-text.ts'
import { activeSources, noteReceived, putSources, type StoredSource } from './store/source.ts'
import { ensureTrack, type Track } from './store/track.ts'
import { clearJournal, overwriteDeleted } from './store/withdrawal.ts'

/** A document that awaits confirmation is looked at again after this many minutes. */
const CONFIRM_AFTER_MINUTES = 90
/** In the order of names, as entries keep them. */
export const STAGES = { compare: COMPARE_VERSION, extract: EXTRACT_VERSION }

export type { CheckResult } from './pipeline/check-result.ts'
export type { ForeignCapture, ForeignInput } from './pipeline/foreign-input.ts'
export type { PipelineOptions } from './pipeline/open-parts.ts'
export { type AnalyseOptions, analysisClassifier } from './pipeline/provisions/index.ts'

/** @throws ClausewatchError as `openArchive` and `openStore` do. */
export async function openPipeline(options: PipelineOptions): Promise<Pipeline> {
  await using undo = new AsyncDisposableStack()
  const { archive, store } = await openParts(undo, options)
  const pipeline = new Pipeline(options, archive, store)
  await pipeline.recover()
  undo.move()
  return pipeline
}

export class Pipeline implements AsyncDisposable {
  readonly store: Store
  readonly archive: Archive
  readonly #options: PipelineOptions
  readonly #reader: Reader
  #texts = createTextCache()
  readonly #names = new WeakMap<PolicyText, TextNames>()
  #tracker: Tracker
  #turn: Promise<unknown> = Promise.resolve()
  /** A batch has its entries, and its rows were lost. */
  #isBehind = false
  #isReplaying = false

  /** @internal Use `openPipeline`. */
  constructor(options: PipelineOptions, archive: Archive, store: Store) {
    this.#options = options
    this.#reader = options.reader ?? openReader()
    this.archive = archive
    this.store = store
    this.#tracker = this.#newTracker()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.#options.reader) await this.#reader[Symbol.asyncDispose]()
    await this.store[Symbol.asyncDispose]()
    await this.archive[Symbol.asyncDispose]()
  }

  /** Makes the followed documents those of the catalogue. Nothing that was followed before is forgotten. */
  async follow(catalogue: Catalogue): Promise<void> {
    await this.#batch(async ({ db }) => {
      const followed: number[] = []
      for (const { platform, documents } of catalogue) {
        for (const document of documents) {
          const number = await this.ensureDocument(db, platform, document, true)
          await putSources(db, number, document.sources)
          followed.push(number)
        }
      }
      await unfollowExcept(db, followed)
    })
  }

  // --- our own captures

  /** Captures every source of a document, and reads them where anything differs from the last reading. */
  async check(document: StoredDocument): Promise<CheckResult> {
    return onLadder(() => this.#checkOnce(document))
  }

  async #checkOnce(document: StoredDocument): Promise<Climbing> {
    const { capturer, clock } = this.#options
    if (!capturer)
      throw new ClausewatchError('no-capturer', 'this run cannot fetch anything', 'start it with a capturer')
    const captures: { source: StoredSource; capture: Capture }[] = []
    for (const source of await activeSources(this.store.db, document.number, toMoment(clock.now()))) {
      captures.push({ source, capture: await capturer.capture(captureRequest(document, source, clock.now())) })
    }
    // Receiving is durable before anything is parsed.
    const received = await this.#batch(async ({ db, emit }) => {
      const entries: CaptureEntry[] = []
      for (const { source, capture } of captures) {
        const parts: Part[] = []
        for (const { kind, bytes, mediaType } of capture.parts)
          parts.push({ kind, mediaType, ...(await this.archive.putSnapshot(bytes)) })
        const entry = captureEntry(document.key, source, capture, parts)
        await this.applyCapture(db, document.number, emit(entry), entry)
        entries.push(entry)
      }
      return entries
    })
    return this.afterCaptures(document.number, received, true)
  }

  /** @internal Rows of a capture entry. */
  async applyCapture(db: Db, documentNumber: number, position: number, entry: CaptureEntry): Promise<void> {
    await insertCapture(db, position, documentNumber, entry)
    const part = preferredPart(entry.parts)
    if (entry.foreign || entry.supplied || entry.outcome !== 'received' || !part) return
    await noteReceived(db, documentNumber, entry.source.url, entry.source.position, {
      etag: entry.headers.etag ?? null,
      lastModified: entry.headers['last-modified'] ?? null,
      part: part.sha256,
      mediaType: part.mediaType,
      capture: position,
      at: entry.finishedAt,
    })
  }

  /** @internal What follows from the captures of one check: a failure noted, a span that goes on, or a reading. */
  async afterCaptures(number: number, received: readonly CaptureEntry[], mayRead: boolean): Promise<Climbing> {
    const { db } = this.store
    const document = (await documentByNumber(db, number))!
    const at = received.at(-1)?.finishedAt ?? toMoment(this.#options.clock.now())
    type Ending = Omit<CheckResult, 'document' | 'changes' | 'newVersion'>
    const ended = async (result: Ending, noteIn: Db = db, placed?: Placed) => {
      await this.note(noteIn, document, at, result, placed?.awaiting ?? false)
      return { document: document.key, changes: [], newVersion: false, ...placed, ...result }
    }
    const missed = received.find(({ outcome }) => outcome !== 'received' && outcome !== 'not-modified')
    if (missed) return ended({ outcome: missed.outcome, verdict: null, reason: missed.reason })
    if (received.length === 0)
      return ended({ outcome: 'unreachable', verdict: null, reason: 'no source of the document is valid now' })
    const sources = await activeSources(db, number, at)
    const parts = sources.map((source) => source.lastPart ?? '')
    const track = await ensureTrack(db, number, 'own', 'own', null)
    if (document.readParts?.join() === parts.join() && !(await this.#tracker.awaits(db, track))) {
      const verdict = await this.#tracker.lastVerdict(db, track)
      // What was not seen for a while was perhaps not there: the gap stays a gap.
      const afterGap = document.failures > 0
      const outcome = received.every((entry) => entry.outcome === 'not-modified') ? 'not-modified' : 'received'
      const reason = afterGap && verdict === 'policy' ? 'the page is back, and the same' : (document.last_reason ?? '')
      return this.#batch(async (work) => {
        if (verdict === 'policy') {
          await this.#tracker.seenAgain(work.db, track, at, afterGap)
          await noteControls(work.db, document, at, null)
        }
        return ended({ outcome, verdict, reason }, work.db)
      })
    }
    if (!mayRead) return ended({ outcome: 'received', verdict: null, reason: 'not read yet' })
    const reads = sources.map((source) => source.lastCapture!)
    return this.#batch(async (work) => {
      const previous = await this.#tracker.onDisplay(work.db, track)
      const extraction = await extractCaptures(this.readPage, work.db, work, document, previous, reads, at)
      const placed = await this.read(work, { document, track, extraction, reads, at, foreign: null })
      const { verdict, reason } = extraction
      const captures = await Promise.all(reads.map((read) => work.entryAt(read) as Promise<CaptureEntry>))
      const rungs = sources.map((source, at) => ({ source, capture: captures[at]! }))
      const climbed = this.#options.hasBrowser === true && (await climb(work.db, rungs, verdict, at))
      // A source on another rung is read whatever its bytes are.
      await setReadParts(work.db, number, climbed ? [] : parts)
      const awaiting = placed.awaiting || climbed
      const result = await ended({ outcome: 'received', verdict, reason }, work.db, { ...placed, awaiting })
      return climbed ? { ...result, climbed } : result
    })
  }

  /** @internal Health of the document after an attempt, and when the next one is due. */
  async note(
    db: Db,
    document: StoredDocument,
    at: string,
    { outcome, verdict, reason }: Pick<CheckResult, 'outcome' | 'verdict' | 'reason'>,
    awaiting = false,
  ): Promise<void> {
    const every = document.check_every_minutes
    const minutes = awaiting ? Math.min(CONFIRM_AFTER_MINUTES, every) : every
    const nextCheckAt = toMoment(new Date(Date.parse(at) + minutes * 60_000))
    const good = verdict === 'policy' && (outcome === 'received' || outcome === 'not-modified')
    await noteAttempt(db, document.number, { at, outcome, verdict, reason, good, nextCheckAt })
  }

  // --- what other archives recorded

  /** Takes foreign records in, in their order, as one batch that is there whole or not at all. */
  async takeForeign(records: readonly ForeignInput[]): Promise<void> {
    await this.#batch(async (work) => {
      for (const record of records) await takeForeignRecord(this, work, record, this.#options.clock)
    })
  }

  // --- what a person handed in

  /** Takes in a file that a person supplies as a document's text. */
  async supply(document: StoredDocument, input: SuppliedInput): Promise<CheckResult> {
    return this.#batch((work) => takeSupplied(this, work, document, input, this.#options.clock))
  }

  // --- readings

  /** @internal What stage 3 makes of bytes, in a thread that is ended where they take too long. */
  get readPage(): ReadPage {
    return this.#reader.read
  }

  /** @internal A reading as entry and rows. */
  async read(work: Work, observed: Observed): Promise<Placed> {
    const { document, reads, extraction } = observed
    if (observed.names) this.#names.set(extraction.text, observed.names)
    const names = extraction.text.blocks.length > 0 ? this.#namesOf(extraction.text) : null
    const entry: ReadingEntry = {
      kind: 'reading',
      key: document.key,
      reads,
      verdict: extraction.verdict,
      reason: extraction.reason,
      policyText: names?.text ?? null,
      stages: STAGES,
      readAt: toMoment(this.#options.clock.now()),
      found: await findingsOf(work, observed, names),
    }
    const position = work.emit(entry)
    if (names) await keepText(this.archive, work, entry, extraction.text)
    const placed = await this.applyReading(work.db, position, entry, observed)
    await retireSplit(work, placed.split ?? [], entry.readAt)
    return placed
  }

  /** @internal Rows of a reading entry: text, record, and what the track makes of it. */
  async applyReading(db: Db, position: number, entry: ReadingEntry, observed: Observed): Promise<Placed> {
    const { document, track, extraction, at, foreign, compared = null } = observed
    // The entry says which text the reading was, also where no more than its name is left.
    const { blocks } = extraction.text
    const names = entry.found || blocks.length === 0 ? namesIn(entry) : this.#namesOf(extraction.text)
    const found = entry.found ?? extraction
    const text = names && (await putText(db, this.#texts, names, extraction.text, found))
    await insertReading(db, position, document.number, entry, text?.id ?? null)
    if (track.kind === 'own' && entry.verdict === 'policy') await noteControls(db, document, at, found.choiceControls)
    return this.#tracker.place(db, document, track, {
      at,
      reading: position,
      entry,
      text,
      policyText: extraction.text,
      foreign,
      compared,
    })
  }

  /** @internal The text on display in a track, for judging what comes next. */
  onDisplay(db: Db, track: Track) {
    return this.#tracker.onDisplay(db, track)
  }

  /** @internal */
  nameOnDisplay(db: Db, track: Track) {
    return this.#tracker.nameOnDisplay(db, track)
  }

  // --- what is known better now

  /** One batch that may change what tracks remember: they are read again. */
  async revise<T>(work: (work: Work, at: string) => Promise<T>): Promise<T> {
    const done = await this.#batch((batch) => work(batch, toMoment(this.#options.clock.now())))
    this.#tracker = this.#newTracker()
    return done
  }

  /** Gives provisions and facts to versions that have none yet, in order. Gives the number of versions analysed. */
  async analyse(options: AnalyseOptions = {}): Promise<number> {
    const now = () => toMoment(this.#options.clock.now())
    const inBatch = <T>(work: (db: Db) => Promise<T>) => this.#batch(({ db }) => work(db))
    const { folder } = this.#options
    return analyseVersions({ db: this.store.db, folder, register: this.archive, now, inBatch }, options)
  }

  /** Takes versions down: their bytes and words go for good, entries, hashes and the reason stay. */
  async withdraw(versions: readonly number[], reason: string): Promise<Withdrawn> {
    const ruledAt = toMoment(this.#options.clock.now())
    await overwriteDeleted(this.store.db)
    const withdrawn = await this.#batch((work) => withdrawVersions(work, versions, reason, ruledAt))
    this.#forget()
    await this.archive.removeWithdrawn(withdrawn.snapshots)
    await clearJournal(this.store.db)
    return withdrawn
  }

  // --- going on after a stop

  /** Makes the rows of entries that have none yet, and reads what was received and not read. Gives the number of entries. */
  async recover(): Promise<number> {
    const from = await appliedEntries(this.store.db)
    if (from === 0 && this.archive.size > 0) await this.follow(this.#options.catalogue ?? [])
    this.#isReplaying = true
    await replay(this, from)
    this.#isReplaying = false
    return this.archive.size - from
  }

  // --- parts of the above

  /** @internal The number of a document, made and registered where it is not known. */
  async ensureDocument(db: Db, platform: Platform, document: PolicyDocument, followed: boolean): Promise<number> {
    return ensureDocument(db, this.archive, { platform, document, followed, at: toMoment(this.#options.clock.now()) })
  }

  /** Naming a text costs as much as reading it: once is enough. */
  #namesOf(text: PolicyText): TextNames {
    const names = this.#names.get(text) ?? { text: policyTextSha256(text), comparison: comparisonSha256(text) }
    this.#names.set(text, names)
    return names
  }

  #newTracker(): Tracker {
    return createTracker({
      idFor: (kind, key) => numberFor(this.archive, kind, key),
      now: () => toMoment(this.#options.clock.now()),
      stages: STAGES,
      saidOf: createSaid(this.archive, () => this.#isReplaying),
    })
  }

  /** One batch at a time, because a batch tells the positions of its entries before they are appended. */
  #batch<T>(work: (work: Work) => Promise<T>): Promise<T> {
    const done = this.#turn.then(() => this.#runBatch(work))
    this.#turn = done.catch(() => undefined) // its caller is told; the next batch is another matter
    return done
  }

  async #runBatch<T>(work: (work: Work) => Promise<T>): Promise<T> {
    // Going on would pass the lost rows over for good.
    if (this.#isBehind)
      throw new ClausewatchError(
        'rows-behind',
        'an earlier step was kept in the archive and not in the database',
        'start again: the rows are made on start',
        { kind: 'environment', retry: true, fatal: true },
      )
    const { size } = this.archive
    try {
      return await runBatch(this.store, this.archive, work)
    } catch (cause) {
      this.#isBehind = this.archive.size > size
      this.#forget()
      throw cause
    }
  }

  /** Rows are gone, and with them ids that the caches may hold. */
  #forget(): void {
    this.#texts = createTextCache()
    this.#tracker = this.#newTracker()
  }
}
