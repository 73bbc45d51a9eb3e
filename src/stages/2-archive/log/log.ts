/**
 * The log over the entries: whoever holds a checkpoint can later be shown that nothing before it was changed. What is
 * acknowledged is locked first (where the caller gives a lock), then tiles, then the public checkpoint, then its copy
 * outside. A crash between any two leaves a public checkpoint that is a beginning of what is kept; opening goes on.
 */
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { ClausewatchError } from '../../../core/error.ts'
import type { ArchiveDescription, Predecessor } from '../archive-file.ts'
import { type Disk, replaceFile, writeFileDurably } from '../disk.ts'
import type { EntryFile } from '../entry-file.ts'
import { equalBytes } from '../verify/bytes.ts'
import { formatCheckpoint, parseCheckpoint, type SignedCheckpoint } from '../verify/checkpoint.ts'
import { isSignedBy, parseVerifierKey } from '../verify/signed-note.ts'
import { checkpointFile, type LogName, outsideFile, readLines, readText, verifierKeyFile } from './checkpoint-file.ts'
import { withSignatures } from './cosignature.ts'
import { keepCosigned } from './cosigned-checkpoints.ts'
import { finishRotation, isNamedByRuling, nextKeyFile, takeNextKey } from './key-rotation.ts'
import { LevelFiles } from './level-files.ts'
import { type LogKey, makeLogKey, readLogKey, signNote, verifierKeyOf, wrongKey } from './log-key.ts'
import { leafHash, RightEdge, rootAt } from './merkle.ts'

/** Where the last checkpoint is agreed on, for example a row of the database; closed with the log. */
export type CheckpointLock = Partial<Disposable> & {
  read(): Promise<string | null>
  /** Puts `next` where `expected` stands; false where something else does. */
  swap(expected: string | null, next: string): Promise<boolean>
}

export type LogOptions = {
  /** Default: `log/key.pem` in the archive. */
  readonly keyFile?: string
  readonly lock?: CheckpointLock
  /** A folder outside of the data, in which the last checkpoint is kept too, so that a folder put back is noticed. */
  readonly checkpointFolder?: string
}

/** In a burst of appends the public checkpoint follows at this distance. */
const PUBLISH_EVERY_MS = 1000

export class Log implements Disposable {
  readonly #disk: Disk
  readonly #folder: string
  readonly #name: LogName
  readonly #options: LogOptions & { readonly keyFile: string }
  #key: LogKey
  readonly #levels: LevelFiles
  #edge = new RightEdge()
  #locked: string | null = null
  /** The copy outside as this process knows it. */
  #outside: string | null = null
  /** A write of it that failed may have been made all the same. */
  #tried: string | null = null
  #published: SignedCheckpoint | null = null
  #publishedAt = Number.NEGATIVE_INFINITY

  private constructor(
    disk: Disk,
    folder: string,
    name: LogName,
    options: LogOptions & { keyFile: string },
    key: LogKey,
  ) {
    this.#disk = disk
    this.#folder = folder
    this.#name = name
    this.#options = options
    this.#key = key
    this.#levels = new LevelFiles(disk, folder)
  }

  get verifierKey(): string {
    return verifierKeyOf(this.#key)
  }

  /**
   * Goes on with the log, or begins it over the entries that are there.
   * @throws ClausewatchError `archive-rolled-back`, `log-forked`, `log-key-missing`, `log-key-unreadable`
   */
  static async open(
    disk: Disk,
    archiveFolder: string,
    description: ArchiveDescription,
    entries: EntryFile,
    options: LogOptions,
  ): Promise<Log> {
    const { origin, predecessors } = description
    const folder = join(archiveFolder, 'log')
    const keyFile = options.keyFile ?? join(folder, 'key.pem')
    await mkdir(folder, { recursive: true })
    const isNew = !existsSync(checkpointFile(folder))
    await finishRotation(disk, keyFile, origin, entries)
    const key = isNew && !existsSync(keyFile) ? await makeLogKey(disk, keyFile, origin) : readLogKey(keyFile, origin)
    const log = new Log(disk, folder, description, { ...options, keyFile }, key)
    try {
      await log.#goOn(entries, predecessors)
      await log.#announceKey()
      return log
    } catch (cause) {
      log[Symbol.dispose]()
      throw cause
    }
  }

  /** The last public checkpoint. */
  get checkpoint(): SignedCheckpoint | null {
    return this.#published
  }

  /** Takes in entries that are durable, and locks them: when it resolves they are part of the log for good. */
  async add(lines: readonly Uint8Array[]): Promise<void> {
    for (const line of lines) this.#take(line)
    await this.#lock()
    if (performance.now() - this.#publishedAt >= PUBLISH_EVERY_MS) await this.publish()
  }

  /** Makes the key that is to follow; the log uses it after `takeKey`. Gives what others verify with. */
  async prepareKey(): Promise<string> {
    return verifierKeyOf(await makeLogKey(this.#disk, nextKeyFile(this.#options.keyFile), this.#key.name))
  }

  /** Signs with the prepared key from now on. Its ruling is in the log, under a checkpoint of the old key, by then. */
  async takeKey(): Promise<void> {
    await takeNextKey(this.#disk, this.#options.keyFile)
    this.#key = readLogKey(this.#options.keyFile, this.#key.name)
    await this.#announceKey()
    await this.#lock()
    await this.#publishNow()
  }

  /** Adds lines of witnesses to the last public checkpoint; false where they are no signature lines. */
  async addCosignatures(lines: readonly string[]): Promise<boolean> {
    const path = checkpointFile(this.#folder)
    const text = withSignatures(readText(path) ?? '', lines)
    if (text === null) return false
    await writeFileDurably(this.#disk, path, Buffer.from(text))
    await keepCosigned(this.#disk, this.#folder, text)
    return true
  }

  /** Keeps a checkpoint of this log as witnesses have signed it; false where it is none, or leads to another tree. */
  async addCosigned(text: string): Promise<boolean> {
    const checkpoint = parseCheckpoint(text)
    if (!checkpoint || !(await this.#isOwn(checkpoint)) || !this.#agrees(checkpoint)) return false
    await keepCosigned(this.#disk, this.#folder, text)
    const lines = text.split('\n').filter((line) => line.startsWith('— '))
    const isLast = parseCheckpoint(readText(checkpointFile(this.#folder)) ?? '')?.note.text === checkpoint.note.text
    return isLast ? this.addCosignatures(lines) : true
  }

  /** Tiles, then the public checkpoint, then its copy outside. */
  async publish(): Promise<void> {
    if (this.#published?.size !== this.#edge.size) await this.#publishNow()
    // The setting is new, or a crash came between the two.
    else if (this.#options.checkpointFolder && parseCheckpoint(this.#outside ?? '')?.size !== this.#edge.size)
      await this.#keepOutside(readText(checkpointFile(this.#folder))!)
  }

  async #publishNow(): Promise<void> {
    this.#demandOwn()
    await this.#levels.flush()
    const text = this.#locked ?? this.#sign()
    await replaceFile(this.#disk, checkpointFile(this.#folder), Buffer.from(text))
    await this.#keepOutside(text)
    this.#published = parseCheckpoint(text)
    this.#publishedAt = performance.now()
  }

  [Symbol.dispose](): void {
    this.#options.lock?.[Symbol.dispose]?.()
    this.#levels[Symbol.dispose]()
  }

  async #keepOutside(text: string): Promise<void> {
    const outside = this.#outsideFile()
    if (!outside) return
    this.#demandOwn()
    this.#tried = text
    await mkdir(this.#options.checkpointFolder!, { recursive: true })
    await writeFileDurably(this.#disk, outside, Buffer.from(text))
    this.#outside = text
  }

  /** A copy of this folder that another process writes has the same copy outside, and has just moved it on. */
  #demandOwn(): void {
    const outside = this.#outsideFile()
    const there = outside ? readText(outside) : null
    if (there !== null && there !== this.#outside && there !== this.#tried) throw lockLost()
  }

  /** The key that signs comes first, those before it follow. */
  async #announceKey(): Promise<void> {
    const path = verifierKeyFile(this.#folder)
    const known = readLines(path)
    if (known[0] === this.verifierKey) return
    const lines = [this.verifierKey, ...known.filter((line) => line !== this.verifierKey)]
    await writeFileDurably(this.#disk, path, Buffer.from(`${lines.join('\n')}\n`))
  }

  async #goOn(entries: EntryFile, predecessors: readonly Predecessor[]): Promise<void> {
    this.#locked = (await this.#options.lock?.read()) ?? null
    const known = await this.#knownCheckpoints(predecessors)
    if (known.public) await this.#demandOwnKey(known.public.checkpoint, entries)
    this.#published = known.public?.checkpoint ?? null
    this.#outside = known.outside?.text ?? null
    const start = Math.min(this.#published?.size ?? 0, entries.size, this.#levels.storedAt(0))
    await this.#rebuildFrom(start, entries)
    const checkpoints = Object.values(known).filter((one) => one !== null)
    if (!checkpoints.every(({ checkpoint }) => this.#agrees(checkpoint))) {
      // The files of hashes may be what is damaged: the entries decide.
      await this.#rebuildFrom(0, entries)
      for (const { checkpoint, place } of checkpoints)
        if (!this.#agrees(checkpoint)) throw this.#contradicts(checkpoint, place)
    }
    if (this.#options.lock && parseCheckpoint(this.#locked ?? '')?.size !== this.#edge.size) await this.#lock()
  }

  /** The key file must hold the key that has signed so far, or the one that a ruling has put in its place. */
  async #demandOwnKey({ note }: SignedCheckpoint, entries: EntryFile): Promise<void> {
    const own = await parseVerifierKey(this.verifierKey)
    if (own && (await isSignedBy(note, own))) return
    if (await isNamedByRuling(entries, this.verifierKey)) return
    throw wrongKey(this.#options.keyFile)
  }

  async #rebuildFrom(start: number, entries: EntryFile): Promise<void> {
    this.#levels.cutTo(start)
    this.#edge = RightEdge.of(start, this.#levels.read)
    for await (const line of entries.stream(start, entries.size)) this.#take(line)
  }

  #take(line: Uint8Array): void {
    this.#edge.add(leafHash(line), (level, hash) => this.#levels.add(level, hash))
  }

  #agrees({ size, root }: SignedCheckpoint): boolean {
    return size <= this.#edge.size && equalBytes(rootAt(size, this.#levels.read), root)
  }

  #contradicts({ size }: SignedCheckpoint, place: string): ClausewatchError {
    if (size > this.#edge.size) {
      return new ClausewatchError(
        'archive-rolled-back',
        `The archive holds ${this.#edge.size} entries, but ${place} shows that it had ${size}: an older copy was put back, or another process wrote.`,
        'Put the newer copy back; if there is none, `clausewatch restore` opens a successor log that says what is missing.',
        { kind: 'archive', fatal: true },
      )
    }
    return new ClausewatchError(
      'log-forked',
      `The first ${size} entries are not those of ${place}: an entry was changed, or two copies were written.`,
      'Run `clausewatch audit` to see which, and restore from a backup; never publish both.',
      { kind: 'archive', fatal: true },
    )
  }

  async #lock(): Promise<void> {
    const { lock } = this.#options
    if (!lock) {
      this.#locked = null
      return
    }
    const next = this.#sign()
    if (!(await lock.swap(this.#locked, next))) throw lockLost()
    this.#locked = next
  }

  #sign(): string {
    return signNote(
      formatCheckpoint({ origin: this.#key.name, size: this.#edge.size, root: this.#edge.root() }),
      this.#key,
    )
  }

  async #knownCheckpoints(predecessors: readonly Predecessor[]) {
    const outside = this.#outsideFile()
    // The lock may still hold what a predecessor has left; the first swap replaces it.
    const lockOrigin = parseCheckpoint(this.#locked ?? '')?.origin
    const lock = predecessors.some(({ origin }) => origin === lockOrigin) ? null : this.#locked
    return {
      public: await this.#readCheckpoint(readText(checkpointFile(this.#folder)), checkpointFile(this.#folder)),
      lock: await this.#readCheckpoint(lock, 'the last checkpoint in the database'),
      outside: outside ? await this.#readCheckpoint(readText(outside), outside) : null,
    }
  }

  async #readCheckpoint(text: string | null, place: string) {
    if (text === null) return null
    const checkpoint = parseCheckpoint(text)
    if (!checkpoint || !(await this.#isOwn(checkpoint))) {
      throw new ClausewatchError(
        'checkpoint-unreadable',
        `${place} is not a checkpoint that the key of this log has signed.`,
        'Put the file or the key back from a backup.',
        { kind: 'archive', fatal: true },
      )
    }
    return { text, checkpoint, place }
  }

  /** Signed by the key in use, or by one before it. */
  async #isOwn({ origin, note }: SignedCheckpoint): Promise<boolean> {
    const lines = [this.verifierKey, ...readLines(verifierKeyFile(this.#folder))]
    const keys = await Promise.all(lines.map(parseVerifierKey))
    const isSigned = await Promise.all(keys.map((key) => key && isSignedBy(note, key)))
    return origin === this.#key.name && isSigned.includes(true)
  }

  #outsideFile(): string | null {
    const { checkpointFolder } = this.#options
    return checkpointFolder ? outsideFile(checkpointFolder, this.#name) : null
  }
}

function lockLost(): ClausewatchError {
  return new ClausewatchError(
    'log-lock-lost',
    'Another process has moved the last checkpoint on while this one was writing.',
    'Stop all but one writer of this archive and its copies, and start again; nothing acknowledged is lost.',
    { kind: 'environment', fatal: true },
  )
}
