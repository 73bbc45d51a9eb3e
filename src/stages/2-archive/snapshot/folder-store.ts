/**
 * Snapshots in a folder: `snapshots/ab/<sha256>.zst`, written under a temporary name, synced and renamed, so that a
 * name is there only with all its bytes. The folders are synced in one go by `settle`, which keeps a put near 1 ms.
 */
import { access, mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { zstdCompress, zstdDecompress } from 'node:zlib'
import { sha256 as hash } from '../../../core/canonical-json.ts'
import { type Disk, diskError, replaceFile } from '../disk.ts'
import { checkSnapshotName, type SnapshotStore, snapshotDamaged, snapshotMissing } from './snapshot-store.ts'

const compress = promisify(zstdCompress)
const decompress = promisify(zstdDecompress)

export class FolderStore implements SnapshotStore {
  readonly #disk: Disk
  readonly #root: string
  readonly #made = new Set<string>()
  readonly #unsynced = new Set<string>()
  readonly #underWay = new Map<string, Promise<void>>()

  constructor(disk: Disk, archiveFolder: string) {
    this.#disk = disk
    this.#root = join(archiveFolder, 'snapshots')
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
    return exists(this.#pathOf(sha256))
  }

  async read(sha256: string): Promise<Uint8Array> {
    checkSnapshotName(sha256)
    const path = this.#pathOf(sha256)
    let packed: Buffer
    try {
      packed = await readFile(path)
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'ENOENT') throw snapshotMissing(sha256, this.#root, cause)
      throw snapshotDamaged(sha256, path, cause)
    }
    let bytes: Buffer
    try {
      bytes = await decompress(packed)
    } catch (cause) {
      throw snapshotDamaged(sha256, path, cause)
    }
    if (hash(bytes) !== sha256) throw snapshotDamaged(sha256, path)
    return bytes
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

  async #write(sha256: string, bytes: Uint8Array): Promise<void> {
    const folder = this.#folderOf(sha256)
    const path = this.#pathOf(sha256)
    // A known one may stem from a process that died between its rename and the sync of the folder.
    this.#unsynced.add(folder)
    if (await exists(path)) return
    try {
      await this.#makeFolder(folder)
      await replaceFile(this.#disk, path, await compress(bytes))
    } catch (cause) {
      throw diskError(cause, path)
    }
  }

  async #makeFolder(folder: string): Promise<void> {
    if (this.#made.has(folder)) return
    await mkdir(folder, { recursive: true })
    this.#made.add(folder)
    this.#unsynced.add(this.#root)
  }

  #folderOf(sha256: string): string {
    return join(this.#root, sha256.slice(0, 2))
  }

  #pathOf(sha256: string): string {
    return join(this.#folderOf(sha256), `${sha256}.zst`)
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path)
    return true
  } catch {
    // Any reason for which it cannot be seen shows again, and is reported, when it is written or read.
    return false
  }
}
