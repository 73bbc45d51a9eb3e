/**
 * An archive: snapshots by SHA-256, entries in order, and the register of ids, in one folder. What `append` has
 * acknowledged survives a crash at any moment, with everything that was put or assigned before it. Order of writes:
 * snapshots, register, entries; a crash between two of them leaves at most snapshots and ids that nobody names yet.
 */
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { canonicalJson, sha256 as hash } from '../../core/canonical-json.ts'
import type { Clock } from '../../core/clock.ts'
import { type Entry, MAX_ENTRY_BYTES } from '../../core/entry.ts'
import { ClausewatchError } from '../../core/error.ts'
import type { IdKind, PublicId } from '../../core/id.ts'
import {
  type ArchiveDescription,
  createArchiveDescription,
  readArchiveDescription,
  refuseOtherOrigin,
} from './archive-file.ts'
import { type Disk, diskError, localDisk, touch } from './disk.ts'
import { ENTRIES_FILE, EntryFile } from './entry-file.ts'
import { Log, type LogOptions } from './log/log.ts'
import { PublicLog } from './log/public-log.ts'
import { REGISTER_FILE, Register } from './register.ts'
import { FolderStore } from './snapshot/folder-store.ts'
import { type RepackResult, repackSnapshots } from './snapshot/repack.ts'
import { collectStream } from './streams.ts'
import { lockForWriting } from './writer-lock.ts'

export type ArchiveOptions = {
  readonly mode: 'read' | 'write'
  readonly clock: Clock
  /** What the archive must be, and what a new one becomes; a schema-less address, ending in `.invalid` for a demo. */
  readonly origin?: string
  /** Where the log's key and the copies of its last checkpoint are. */
  readonly log?: LogOptions
  /** Stands in for the disk in fault tests. */
  readonly disk?: Disk
}

export type StoredEntry = { readonly position: number; readonly entry: Entry }

/**
 * Opens an archive in a few milliseconds whatever its size. For writing, a folder without one becomes one.
 * @throws ClausewatchError `archive-missing`, `archive-in-use`, `archive-too-new`, `archive-other-origin`,
 *   `archive-unreadable`, `entries-lost`; for writing also `archive-rolled-back`, `log-forked`, `log-key-missing`
 */
export async function openArchive(folder: string, options: ArchiveOptions): Promise<Archive> {
  const { mode, disk = localDisk } = options
  if (mode === 'read') {
    const found = await readArchiveDescription(folder)
    if (!found) throw missing(folder)
    refuseOtherOrigin(folder, found.origin, options.origin)
    return new Archive(folder, found, disk, await EntryFile.open(disk, folder, mode), null)
  }
  await using undo = new AsyncDisposableStack()
  try {
    await mkdir(folder, { recursive: true })
    const lock = undo.use(await lockForWriting(folder, options.clock))
    const found = await readArchiveDescription(folder)
    if (found) refuseOtherOrigin(folder, found.origin, options.origin)
    // Its description comes last: a folder that has one has everything else.
    for (const name of [ENTRIES_FILE, REGISTER_FILE])
      if (!existsSync(join(folder, name))) await touch(join(folder, name))
    const description = found ?? (await createArchiveDescription(disk, folder, options.clock, options.origin))
    const entries = undo.use(await EntryFile.open(disk, folder, mode))
    const log = await Log.open(disk, folder, description.origin, entries, options.log ?? {})
    undo.move()
    return new Archive(folder, description, disk, entries, { lock, log })
  } catch (cause) {
    throw diskError(cause, folder)
  }
}

export class Archive implements AsyncDisposable {
  readonly folder: string
  readonly origin: string
  readonly createdAt: string
  /** The public side of the log: checkpoint, proofs, tiles. */
  readonly log: PublicLog
  readonly #writing: { readonly lock: AsyncDisposable; readonly log: Log } | null
  readonly #entries: EntryFile
  readonly #register: Register
  readonly #snapshots: FolderStore
  #queue: Promise<unknown> = Promise.resolve()

  /** @internal Use `openArchive`. */
  constructor(
    folder: string,
    description: ArchiveDescription,
    disk: Disk,
    entries: EntryFile,
    writing: { readonly lock: AsyncDisposable; readonly log: Log } | null,
  ) {
    this.folder = folder
    this.origin = description.origin
    this.createdAt = description.createdAt
    this.#entries = entries
    this.#register = new Register(disk, folder, writing ? 'write' : 'read')
    this.#snapshots = new FolderStore(disk, folder)
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
   * Reads and writes go on meanwhile.
   */
  async repack({ budgetMs }: { readonly budgetMs: number }): Promise<RepackResult> {
    this.#demandWrite()
    const streams = new Map<string, Set<string>>()
    for await (const { entry } of this.entriesFrom(0)) collectStream(streams, entry)
    return repackSnapshots(
      this.#snapshots,
      [...streams.values()].map((names) => [...names]),
      budgetMs,
    )
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await using _lock = this.#writing?.lock
    await using _entries = this.#entries
    await using _snapshots = this.#snapshots
    using _log = this.#writing?.log
    using _public = this.log
    if (this.#writing) await this.flush()
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

function missing(folder: string): ClausewatchError {
  return new ClausewatchError(
    'archive-missing',
    `There is no archive in ${folder}.`,
    'Name the folder that holds one with --data, or fill one with `clausewatch add` or `clausewatch import`.',
  )
}
