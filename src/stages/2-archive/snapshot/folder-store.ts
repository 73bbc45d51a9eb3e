/**
 * Snapshots in a folder. New ones are loose: `snapshots/ab/<sha256>.zst`, written under a temporary name, synced and
 * renamed, so that a name is there only with all its bytes; the folders are synced in one go by `settle`, which keeps
 * a put near 1 ms. `repack` moves them into packs, where near-identical captures of a page cost little.
 */
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { constants, zstdCompress, zstdDecompress } from 'node:zlib'
import { sha256 as hash } from '../../../core/canonical-json.ts'
import { type Disk, diskError, localDisk, replaceFile, TEMPORARY_NAME } from '../disk.ts'
import { unpackFrame } from './delta.ts'
import { PackFolder } from './pack.ts'
import type { PackedSnapshot, PackRecord } from './pack-index.ts'
import { RecentBytes } from './recent-bytes.ts'
import { type RepackResult, repackSnapshots } from './repack.ts'
import { checkSnapshotName, type SnapshotStore, snapshotDamaged, snapshotMissing } from './snapshot-store.ts'

const compress = promisify(zstdCompress)
const decompress = promisify(zstdDecompress)
/** A page in one or two turns of the thread pool rather than in dozens. */
const CHUNK_BYTES = 256 << 10
/** Level 1 takes two thirds of the time of the usual 3 and 7 % more room, which the next repacking gives back. */
const LOOSE = { chunkSize: CHUNK_BYTES, params: { [constants.ZSTD_c_compressionLevel]: 1 } }
const RECENT_BYTES = 32 << 20
const LOOSE_NAME = /^([0-9a-f]{64})\.zst$/

export class FolderStore implements SnapshotStore {
  readonly packs: PackFolder
  readonly #disk: Disk
  readonly #root: string
  readonly #recent = new RecentBytes(RECENT_BYTES)
  readonly #made = new Set<string>()
  readonly #unsynced = new Set<string>()
  readonly #underWay = new Map<string, Promise<void>>()

  constructor(disk: Disk, archiveFolder: string) {
    this.#disk = disk
    this.#root = join(archiveFolder, 'snapshots')
    this.packs = new PackFolder(disk, this.#root)
  }

  static async holdsAny(archiveFolder: string): Promise<boolean> {
    await using store = new FolderStore(localDisk, archiveFolder)
    for await (const _ of store.names()) return true
    return false
  }

  put(sha256: string, bytes: Uint8Array): Promise<void> {
    checkSnapshotName(sha256)
    const underWay = this.#underWay.get(sha256)
    if (underWay) return underWay
    const done = this.#write(sha256, bytes).finally(() => this.#underWay.delete(sha256))
    this.#underWay.set(sha256, done)
    return done
  }

  async has(sha256: string): Promise<boolean> {
    checkSnapshotName(sha256)
    if (this.packs.find(sha256) || existsSync(this.#pathOf(sha256))) return true
    this.packs.reload()
    return this.packs.find(sha256) !== null
  }

  async read(sha256: string): Promise<Uint8Array> {
    checkSnapshotName(sha256)
    try {
      return await this.#readChecked(sha256)
    } catch (error) {
      // It may be an index that is damaged: the packs themselves decide, once.
      if (!this.packs.distrustIndexes()) throw error
      return this.#readChecked(sha256)
    }
  }

  async settle(): Promise<void> {
    const folders = [...this.#unsynced]
    this.#unsynced.clear()
    try {
      await Promise.all(folders.map((folder) => this.#disk.syncFolder(folder)))
    } catch (cause) {
      for (const folder of folders) this.#unsynced.add(folder)
      throw diskError(cause, this.#root)
    }
  }

  distrustIndexes(): void {
    this.packs.distrustIndexes()
  }

  async *names(): AsyncIterable<string> {
    const seen = new Set<string>()
    for (const { sha256 } of this.packs.all()) seen.add(sha256)
    for (const sha256 of await this.loose()) seen.add(sha256)
    yield* seen
  }

  /** Names of the snapshots that are files of their own. Removes what a process that died was making. */
  async loose(): Promise<readonly string[]> {
    const names: string[] = []
    if (!existsSync(this.#root)) return names
    for (const entry of await readdir(this.#root, { withFileTypes: true, recursive: true })) {
      const match = LOOSE_NAME.exec(entry.name)
      if (match) names.push(match[1]!)
      else if (TEMPORARY_NAME.test(entry.name)) await this.#disk.remove(join(entry.parentPath, entry.name))
    }
    return names
  }

  /** Adds snapshots to the packs, and removes their own files once the pack is durable. */
  async moveToPack(records: readonly PackRecord[]): Promise<void> {
    await this.packs.append(records)
    for (const { sha256 } of records) await this.#disk.remove(this.#pathOf(sha256))
  }

  removeLoose(sha256: string): Promise<void> {
    return this.#disk.remove(this.#pathOf(sha256))
  }

  async release(names: ReadonlySet<string>): Promise<void> {
    this.#recent.forget(names)
    const gone = new Set<string>()
    const packs = new Set<string>()
    for (const packed of this.packs.all()) {
      if (!names.has(packed.sha256) && !this.#restsOn(packed, names)) continue
      // What rests on a released one becomes a file of its own again, until the next repacking.
      if (!names.has(packed.sha256)) await this.#writeLoose(packed.sha256, await this.read(packed.sha256))
      gone.add(packed.sha256)
      packs.add(packed.pack)
    }
    await this.settle()
    if (packs.size > 0) await this.packs.rewriteWithout(packs, gone)
    for (const sha256 of names) await this.removeLoose(sha256)
  }

  repack(streams: Iterable<readonly string[]>, budgetMs: number): Promise<RepackResult> {
    return repackSnapshots(this, streams, budgetMs)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.packs[Symbol.dispose]()
  }

  #restsOn(packed: PackedSnapshot, names: ReadonlySet<string>): boolean {
    for (let base = packed.base; base !== null; base = this.packs.find(base)?.base ?? null) {
      if (names.has(base)) return true
    }
    return false
  }

  async #readChecked(sha256: string): Promise<Uint8Array> {
    const bytes = await this.#readUnchecked(sha256)
    if (hash(bytes) === sha256) return bytes
    throw await this.#damaged(sha256)
  }

  async #readUnchecked(sha256: string): Promise<Uint8Array> {
    const packed = this.packs.find(sha256)
    if (packed) return this.#unpack(packed)
    const path = this.#pathOf(sha256)
    let file: Buffer
    try {
      file = await readFile(path)
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw snapshotDamaged(sha256, path, cause)
      // Another process may have packed it meanwhile.
      this.packs.reload()
      const found = this.packs.find(sha256)
      if (!found) throw snapshotMissing(sha256, this.#root, cause)
      return this.#unpack(found)
    }
    try {
      return await decompress(file, { chunkSize: CHUNK_BYTES })
    } catch (cause) {
      throw snapshotDamaged(sha256, path, cause)
    }
  }

  async #unpack(packed: PackedSnapshot): Promise<Uint8Array> {
    const frame = this.packs.readFrame(packed)
    if (frame === null) return this.#readUnchecked(packed.sha256)
    const base = packed.base === null ? null : await this.#readBase(packed.base)
    try {
      return unpackFrame(frame, base, packed.sizeBytes)
    } catch (cause) {
      throw await this.#damaged(packed.sha256, cause)
    }
  }

  async #readBase(sha256: string): Promise<Uint8Array> {
    const recent = this.#recent.get(sha256)
    if (recent) return recent
    const bytes = await this.#readUnchecked(sha256)
    this.#recent.add(sha256, bytes)
    return bytes
  }

  /** A wrong dictionary spoils whatever rests on it: the one that is really damaged is named. */
  async #damaged(sha256: string, cause?: unknown): Promise<Error> {
    const packed = this.packs.find(sha256)
    if (packed?.base) await this.#readChecked(packed.base)
    return snapshotDamaged(sha256, join(this.#root, packed?.pack ?? `${sha256.slice(0, 2)}/${sha256}.zst`), cause)
  }

  async #write(sha256: string, bytes: Uint8Array): Promise<void> {
    if (this.packs.find(sha256)) return
    // A known one may stem from a process that died between its rename and the sync of the folder.
    this.#unsynced.add(this.#folderOf(sha256))
    if (!existsSync(this.#pathOf(sha256))) await this.#writeLoose(sha256, bytes)
  }

  async #writeLoose(sha256: string, bytes: Uint8Array): Promise<void> {
    const folder = this.#folderOf(sha256)
    const path = this.#pathOf(sha256)
    try {
      if (!this.#made.has(folder)) {
        await mkdir(folder, { recursive: true })
        this.#made.add(folder)
        this.#unsynced.add(this.#root)
      }
      await replaceFile(this.#disk, path, await compress(bytes, LOOSE))
      this.#unsynced.add(folder)
    } catch (cause) {
      throw diskError(cause, path)
    }
  }

  #folderOf(sha256: string): string {
    return join(this.#root, sha256.slice(0, 2))
  }

  #pathOf(sha256: string): string {
    return join(this.#folderOf(sha256), `${sha256}.zst`)
  }
}
