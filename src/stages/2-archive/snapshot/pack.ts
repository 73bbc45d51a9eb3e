/**
 * Packs: files of many snapshots, `snapshots/pack-000001.zpack`, append-only until the next one is begun. A record is
 * a header (names and lengths) and a zstd frame, whose dictionary is another snapshot where the header names one.
 * `pack-000001.idx` repeats the headers with their offsets; it only saves time and is made again from the pack.
 */
import { closeSync, existsSync, fstatSync, openSync, readdirSync, readSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { type Disk, touch } from '../disk.ts'
import {
  encodeRecords,
  indexName,
  type PackedSnapshot,
  PackIndex,
  type PackRecord,
  RECORD_BYTES,
} from './pack-index.ts'

const PACK_NAME = /^pack-(\d{6})\.zpack$/
/** A pack is rewritten whole when something in it is released, so it should not be large. */
const FULL_PACK_BYTES = 64 << 20

export class PackFolder implements Disposable {
  readonly #disk: Disk
  readonly #root: string
  readonly #files = new Map<string, number>()
  #indexes: PackIndex[] | null = null
  #trustsIndexes = true

  constructor(disk: Disk, root: string) {
    this.#disk = disk
    this.#root = root
  }

  find(sha256: string): PackedSnapshot | null {
    for (const index of this.#load()) {
      const found = index.find(sha256)
      if (found) return found
    }
    return null
  }

  *all(): Iterable<PackedSnapshot> {
    for (const index of this.#load()) yield* index.all()
  }

  /** Forgets what is known of the folder: another process may have added or removed packs. */
  reload(): void {
    this.#indexes = null
  }

  /** Goes by the packs' own headers from now on; false where it does so already. */
  distrustIndexes(): boolean {
    if (!this.#trustsIndexes) return false
    this.#trustsIndexes = false
    this.reload()
    return true
  }

  /** Null where the pack was removed meanwhile by another process: then ask `find` again. */
  readFrame({ pack, offset, frameBytes }: PackedSnapshot): Buffer | null {
    const file = this.#open(pack)
    if (file === null) return null
    const frame = Buffer.allocUnsafe(frameBytes)
    const bytesRead = readSync(file, frame, 0, frameBytes, offset)
    return frame.subarray(0, bytesRead)
  }

  /** Adds records; durable when it resolves. */
  async append(records: readonly PackRecord[]): Promise<void> {
    if (records.length === 0) return
    const pack = await this.#packForWriting()
    const file = await open(join(this.#root, pack), 'r+')
    const index = await open(join(this.#root, indexName(pack)), 'r+')
    try {
      const known = this.#load().find((candidate) => candidate.pack === pack)!
      // What a crash left behind the last whole record is written over.
      await this.#disk.truncate(file, known.endBytes)
      const { bytes, index: headers } = encodeRecords(records, known.endBytes)
      await this.#disk.write(file, bytes, known.endBytes)
      await this.#disk.sync(file)
      await this.#disk.write(index, headers, known.count * RECORD_BYTES)
    } finally {
      await file.close()
      await index.close()
    }
    this.reload()
  }

  /** Writes the packs named again without some of their snapshots, each under a new number. */
  async rewriteWithout(packs: ReadonlySet<string>, gone: ReadonlySet<string>): Promise<void> {
    for (const pack of packs) {
      const kept: PackRecord[] = []
      for (const found of this.all()) {
        if (found.pack !== pack || gone.has(found.sha256)) continue
        kept.push({ ...found, frame: this.readFrame(found)! })
      }
      await this.#begin(this.#nextName())
      await this.append(kept)
      await this.#remove(pack)
    }
  }

  [Symbol.dispose](): void {
    for (const file of this.#files.values()) closeSync(file)
    this.#files.clear()
  }

  async #remove(pack: string): Promise<void> {
    const file = this.#files.get(pack)
    if (file !== undefined) closeSync(file)
    this.#files.delete(pack)
    await this.#disk.remove(join(this.#root, pack))
    await this.#disk.remove(join(this.#root, indexName(pack)))
    await this.#disk.syncFolder(this.#root)
    this.reload()
  }

  async #packForWriting(): Promise<string> {
    const last = this.#load().at(-1)
    if (last && last.endBytes < FULL_PACK_BYTES) {
      await this.#writeIndex(last)
      return last.pack
    }
    return this.#begin(this.#nextName())
  }

  /** An index that was missing or torn is put right before anything is added behind it. */
  async #writeIndex(index: PackIndex): Promise<void> {
    const path = join(this.#root, indexName(index.pack))
    // A crash may have come between the making of the two files.
    await touch(path)
    if (index.fromIndexBytes === index.bytes.length) return
    const file = await open(path, 'r+')
    try {
      await this.#disk.truncate(file, 0)
      await this.#disk.write(file, index.bytes, 0)
    } finally {
      await file.close()
    }
  }

  async #begin(pack: string): Promise<string> {
    await touch(join(this.#root, pack))
    await touch(join(this.#root, indexName(pack)))
    await this.#disk.syncFolder(this.#root)
    this.reload()
    return pack
  }

  #nextName(): string {
    const last = this.#load().at(-1)
    const number = last ? Number(PACK_NAME.exec(last.pack)![1]) + 1 : 1
    return `pack-${String(number).padStart(6, '0')}.zpack`
  }

  #load(): readonly PackIndex[] {
    if (this.#indexes) return this.#indexes
    const names = existsSync(this.#root)
      ? readdirSync(this.#root)
          .filter((name) => PACK_NAME.test(name))
          .sort()
      : []
    this.#indexes = names.flatMap(
      (pack) => unlessGone(() => PackIndex.load(this.#root, pack, this.#trustsIndexes)) ?? [],
    )
    return this.#indexes
  }

  #open(pack: string): number | null {
    const known = this.#files.get(pack)
    // A removed file stays readable while it is open, and what was withdrawn must not be.
    if (known !== undefined && fstatSync(known).nlink > 0) return known
    if (known !== undefined) closeSync(known)
    this.#files.delete(pack)
    const file = unlessGone(() => openSync(join(this.#root, pack), 'r'))
    if (file === null) this.reload()
    else this.#files.set(pack, file)
    return file
  }
}

/** Null where the file was removed by another process between being seen and being opened. */
function unlessGone<T>(open: () => T): T | null {
  try {
    return open()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
