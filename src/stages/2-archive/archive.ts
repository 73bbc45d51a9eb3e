/** An open archive: everything that reads or writes snapshots, entries and the register goes through it. */
import { join } from 'node:path'
import { canonicalJson, sha256 as hash } from '../../core/canonical-json.ts'
import { type Clock, toMoment } from '../../core/clock.ts'
import { type Entry, MAX_ENTRY_BYTES, type RulingEntry } from '../../core/entry.ts'
import { ClausewatchError } from '../../core/error.ts'
import type { HttpClient } from '../../core/http-client.ts'
import type { IdKind, PublicId } from '../../core/id.ts'
import type { ArchiveDescription } from './archive-file.ts'
import { type AuditOptions, type AuditReport, auditArchive } from './audit.ts'
import { type Disk, localDisk } from './disk.ts'
import type { EntryFile } from './entry-file.ts'
import type { Log, LogOptions } from './log/log.ts'
import { PublicLog } from './log/public-log.ts'
import { Register } from './register.ts'
import { Retention } from './retention.ts'
import type { Objects } from './snapshot/object-store.ts'
import type { RepackResult } from './snapshot/repack.ts'
import type { SnapshotStore } from './snapshot/snapshot-store.ts'
import { collectStream } from './streams.ts'
import { requestTimestamps, type TimestampAuthority, type TimestampResult } from './timestamp/request-timestamp.ts'
import { keepStamps } from './timestamp/stamped-checkpoints.ts'
import { type RecordVerification, verifyRecord } from './verify-record.ts'

export type ArchiveOptions = {
  readonly mode: 'read' | 'write'
  readonly clock: Clock
  /** What the archive must be, and what a new one becomes; a schema-less address, ending in `.invalid` for a demo. */
  readonly origin?: string
  /** Where the log's key and the copies of its last checkpoint are. */
  readonly log?: LogOptions
  /** Keeps snapshots in an object store instead of the folder; closed with the archive. */
  readonly objects?: Objects
  /** Stands in for the disk in fault tests. */
  readonly disk?: Disk
}

export type RepackOptions = {
  readonly budgetMs: number
  /** `all` keeps every capture's bytes. */
  readonly retention?: 'all' | 'first-and-last'
  /** Releases only where at least so many snapshots can be: packs are written anew for one as for hundreds. */
  readonly releaseFrom?: number
}

export type StoredEntry = { readonly position: number; readonly entry: Entry }

export class Archive implements AsyncDisposable {
  readonly folder: string
  readonly origin: string
  readonly createdAt: string
  /** The public side of the log: checkpoint, proofs, tiles. */
  readonly log: PublicLog
  readonly #writing: { readonly lock: AsyncDisposable; readonly log: Log } | null
  readonly #clock: Clock
  readonly #disk: Disk
  readonly #entries: EntryFile
  readonly #register: Register
  readonly #snapshots: SnapshotStore
  /** Names put since the archive was opened: an entry that needs them may be on its way. */
  readonly #put = new Set<string>()
  #queue: Promise<unknown> = Promise.resolve()
  #isClosed = false
  #releasing: Promise<void> = Promise.resolve()

  /** @internal Use `openArchive`. */
  constructor(
    folder: string,
    description: ArchiveDescription,
    { clock, disk = localDisk }: ArchiveOptions,
    entries: EntryFile,
    snapshots: SnapshotStore,
    writing: { readonly lock: AsyncDisposable; readonly log: Log } | null,
  ) {
    this.folder = folder
    this.origin = description.origin
    this.createdAt = description.createdAt
    this.#entries = entries
    this.#register = new Register(disk, folder, writing ? 'write' : 'read')
    this.#snapshots = snapshots
    this.#clock = clock
    this.#disk = disk
    this.#writing = writing
    this.log = new PublicLog(disk, folder, entries)
  }

  /** How many entries there are; the next one gets this position. */
  get size(): number {
    return this.#entries.size
  }

  /** Keeps bytes; durable with the next `append` or `flush`. Known bytes are not written again. */
  async putSnapshot(bytes: Uint8Array): Promise<{ readonly sha256: string; readonly sizeBytes: number }> {
    this.#demandWrite()
    const sha256 = hash(bytes)
    this.#put.add(sha256)
    await this.#releasing
    await this.#snapshots.put(sha256, bytes)
    return { sha256, sizeBytes: bytes.length }
  }

  /** The bytes, verified. @throws ClausewatchError `snapshot-missing`, `snapshot-damaged` */
  readSnapshot(sha256: string): Promise<Uint8Array> {
    return this.#snapshots.read(sha256)
  }

  hasSnapshot(sha256: string): Promise<boolean> {
    return this.#snapshots.has(sha256)
  }

  /**
   * Adds entries in the order given, all or none, and gives their positions. Durable when it resolves.
   * @throws ClausewatchError `entry-too-large`, `disk-full`, `archive-write-failed`
   */
  async append(entries: readonly Entry[]): Promise<readonly number[]> {
    const { log } = this.#demandWrite()
    const lines = entries.map(encodeEntry)
    return this.#enqueue(async () => {
      await this.#settle()
      if (lines.length === 0) return []
      const first = await this.#entries.append(lines)
      await log.add(lines.map((line) => line.subarray(0, -1)))
      return lines.map((_, i) => first + i)
    })
  }

  /** Makes snapshots and ids durable without an entry, and publishes the checkpoint of all entries so far. */
  flush(): Promise<void> {
    const { log } = this.#demandWrite()
    return this.#enqueue(async () => {
      await this.#settle()
      await log.publish()
    })
  }

  /** @throws ClausewatchError `entry-missing`, `entry-damaged` */
  async entryAt(position: number): Promise<Entry> {
    if (!Number.isInteger(position) || position < 0 || position >= this.size) {
      throw new ClausewatchError(
        'entry-missing',
        `There is no entry ${position} in ${this.folder}, which holds ${this.size}.`,
        'Check the number; if a record names it, run `clausewatch audit`.',
      )
    }
    return this.#parse(await this.#entries.read(position), position)
  }

  /** Entries from a position on, in order; those that are there when the iteration starts. */
  async *entriesFrom(position: number): AsyncIterable<StoredEntry> {
    let at = position
    for await (const line of this.#entries.stream(position, this.size)) {
      yield { position: at, entry: this.#parse(line, at) }
      at++
    }
  }

  /** The id of a natural key, assigned now if it has none; durable with the next `append` or `flush`. */
  idFor(kind: IdKind, naturalKey: string): PublicId {
    this.#demandWrite()
    return this.#register.idFor(kind, naturalKey)
  }

  knownId(kind: IdKind, naturalKey: string): PublicId | null {
    return this.#register.knownId(kind, naturalKey)
  }

  keyOf(id: PublicId): string | null {
    return this.#register.keyOf(id)
  }

  /** For `restore`: continues every counter behind a clear gap. Durable with the next `append` or `flush`. */
  gap(): void {
    this.#demandWrite()
    this.#register.gap()
  }

  /**
   * Moves snapshots that are files of their own into packs, for about `budgetMs`; what it leaves, the next call takes.
   * With `first-and-last`, bytes between the first and the last capture of a text are released before (DESIGN section
   * 4). Reads and writes go on meanwhile.
   */
  async repack({ budgetMs, retention = 'all', releaseFrom = 0 }: RepackOptions): Promise<RepackResult> {
    this.#demandWrite()
    const streams = new Map<string, Set<string>>()
    const survey = new Retention()
    for await (const { position, entry } of this.entriesFrom(0)) {
      collectStream(streams, entry)
      survey.add(position, entry)
    }
    const releasable = retention === 'first-and-last' ? survey.releasable() : new Set<string>()
    const fresh = [...releasable].filter((name) => !survey.released.has(name))
    const isEnough = fresh.length >= releaseFrom
    if (isEnough) await this.#rule('released', fresh, 'kept at the first and the last capture of a text only')
    // Also what a crash left after its ruling.
    const released = isEnough ? [...releasable].filter((name) => !this.#put.has(name)) : []
    await this.#remove(() => released.concat(...survey.withdrawn))
    const names = [...streams.values()].map((stream) => [...stream].filter((name) => !releasable.has(name)))
    return this.#snapshots.repack(names, budgetMs)
  }

  /** Take-down: the bytes go for good, the entries with their hashes and the ruling with its reason stay. */
  async withdraw(names: readonly string[], reason: string): Promise<void> {
    await this.#rule('withdrawn', names, reason)
    await this.removeWithdrawn(names)
  }

  /** The bytes of rulings that are in the log by now. What a crash leaves here, the next repacking removes. */
  removeWithdrawn(names: readonly string[]): Promise<void> {
    return this.#remove(() => names)
  }

  /** A new key for the log: the old one signs the ruling that names it, and nothing after that. */
  async rotateKey(reason: string): Promise<void> {
    const { log } = this.#demandWrite()
    await this.#rule('key-rotated', [await log.prepareKey()], reason)
    await this.flush()
    await this.#enqueue(() => log.takeKey())
  }

  /** Keeps what witnesses have signed, with the last public checkpoint; false where the lines are no signatures. */
  addCosignatures(lines: readonly string[]): Promise<boolean> {
    const { log } = this.#demandWrite()
    return this.#enqueue(() => log.addCosignatures(lines))
  }

  /** Keeps a checkpoint of this log, the last or an earlier one, as witnesses have signed it; false where it is none. */
  addCosigned(checkpoint: string): Promise<boolean> {
    const { log } = this.#demandWrite()
    return this.#enqueue(() => log.addCosigned(checkpoint))
  }

  /** What may be said of a record: `reading` is the position of the reading that it rests on. */
  verifyRecord(reading: number): Promise<RecordVerification> {
    return verifyRecord(this, reading, this.#clock.now())
  }

  /**
   * Has the last checkpoint stamped by authorities, and keeps what they answered where at least `quorum` of them have.
   * With none configured there is nothing to do, and nothing is missing but the timestamp.
   */
  async timestamp(
    http: HttpClient,
    authorities: readonly TimestampAuthority[],
    quorum = 1,
  ): Promise<readonly TimestampResult[]> {
    await this.flush()
    const checkpoint = this.log.checkpoint()
    if (checkpoint === null || authorities.length === 0) return []
    const results = await requestTimestamps(http, authorities, Buffer.from(checkpoint))
    const stamps = results.filter((result) => result.kind === 'stamped')
    if (stamps.length >= quorum) await keepStamps(this.#disk, join(this.folder, 'log'), checkpoint, stamps)
    return results
  }

  /** Compares everything that is stored with the log. */
  audit(options: AuditOptions = {}): Promise<AuditReport> {
    return auditArchive(
      { entries: this.#entries, log: this.log, snapshots: this.#snapshots, register: this.#register },
      options,
    )
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#isClosed) return
    this.#isClosed = true
    await using _lock = this.#writing?.lock
    await using _entries = this.#entries
    await using _snapshots = this.#snapshots
    using _log = this.#writing?.log
    using _public = this.log
    if (this.#writing) await this.flush()
  }

  async #rule(ruling: RulingEntry['ruling'], subjects: readonly string[], reason: string): Promise<void> {
    const ruledAt = toMoment(this.#clock.now())
    await this.append(subjects.map((subject) => ({ kind: 'ruling', ruling, subject, reason, ruledAt })))
  }

  /** Puts wait meanwhile: what is put while its old copy is removed would be gone. */
  async #remove(choose: () => readonly string[]): Promise<void> {
    await this.#releasing
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#releasing = promise
    try {
      const held = new Set<string>()
      for (const name of choose()) if (await this.#snapshots.has(name)) held.add(name)
      if (held.size > 0) await this.#snapshots.release(held)
    } finally {
      resolve()
    }
  }

  async #settle(): Promise<void> {
    await this.#snapshots.settle()
    await this.#register.flush()
  }

  /** One durable step after another, in the order of the calls; one that fails does not hold up the next. */
  #enqueue<T>(step: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(step)
    this.#queue = done.catch(() => undefined)
    return done
  }

  #demandWrite(): { readonly log: Log } {
    if (!this.#writing) throw new TypeError(`the archive in ${this.folder} is open for reading only`)
    return this.#writing
  }

  #parse(line: Buffer, position: number): Entry {
    try {
      return JSON.parse(line.toString('utf8')) as Entry
    } catch (cause) {
      throw new ClausewatchError(
        'entry-damaged',
        `Entry ${position} in ${this.folder} is not the JSON that was written.`,
        'Run `clausewatch audit` to see everything that is damaged, and restore from a backup.',
        { kind: 'archive', fatal: true, cause },
      )
    }
  }
}

function encodeEntry(entry: Entry): Buffer {
  const line = Buffer.from(`${canonicalJson(entry)}\n`)
  if (line.length - 1 > MAX_ENTRY_BYTES) {
    throw new ClausewatchError(
      'entry-too-large',
      `An entry of kind ${entry.kind} has ${line.length - 1} bytes; at most ${MAX_ENTRY_BYTES} fit.`,
      'Shorten what it holds (headers, reason); this is a mistake in the program that made it.',
    )
  }
  return line
}
