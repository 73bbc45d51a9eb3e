/**
 * The hashes that tiles are made of: `log/level-0` has one a leaf, `log/level-1` one a full tile of level 0, and so on,
 * one after another, append-only. A tile of any width is a slice of such a file. All can be made again from the
 * entries.
 */
import { closeSync, existsSync, fstatSync, mkdirSync, openSync, readSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { type Disk, touch } from '../disk.ts'
import { HASH_BYTES, type HashReader } from './merkle.ts'

export class LevelFiles implements Disposable {
  readonly #disk: Disk
  readonly #folder: string
  readonly #open = new Map<number, number>()
  /** Hashes of each level that are not in its file yet, and how many are. */
  readonly #pending = new Map<number, Buffer[]>()
  readonly #stored = new Map<number, number>()

  constructor(disk: Disk, folder: string) {
    this.#disk = disk
    this.#folder = folder
  }

  /** How many hashes the file of a level holds. */
  storedAt(level: number): number {
    const known = this.#stored.get(level)
    if (known !== undefined) return known
    const file = this.#file(level)
    const count = file === null ? 0 : Math.floor(fstatSync(file).size / HASH_BYTES)
    this.#stored.set(level, count)
    return count
  }

  /** For a reader: another process may have added hashes. */
  refresh(): void {
    this.#stored.clear()
  }

  /** Forgets what the files hold beyond a tree of this size; it is written over. */
  cutTo(size: number): void {
    this.#pending.clear()
    this.#stored.clear()
    for (let level = 0, count = size; level === 0 || count > 0 || this.storedAt(level) > 0; level++) {
      this.#stored.set(level, Math.min(count, this.storedAt(level)))
      count = Math.floor(count / 256)
    }
  }

  add(level: number, hash: Buffer): void {
    const pending = this.#pending.get(level)
    if (pending) pending.push(hash)
    else this.#pending.set(level, [hash])
  }

  readonly read: HashReader = (level, index, count) => {
    const stored = this.storedAt(level)
    const fromFile = Math.max(0, Math.min(count, stored - index))
    const bytes = Buffer.alloc(count * HASH_BYTES)
    if (fromFile > 0) readSync(this.#file(level)!, bytes, 0, fromFile * HASH_BYTES, index * HASH_BYTES)
    const pending = this.#pending.get(level) ?? []
    for (let i = fromFile; i < count; i++) {
      const hash = pending[index + i - stored]
      if (!hash) throw new RangeError(`level ${level} has no hash ${index + i}`)
      hash.copy(bytes, i * HASH_BYTES)
    }
    return bytes
  }

  /** Writes what is pending; durable when it resolves. */
  async flush(): Promise<void> {
    mkdirSync(this.#folder, { recursive: true })
    for (const [level, hashes] of [...this.#pending]) {
      const path = this.#path(level)
      await touch(path)
      const file = await open(path, 'r+')
      try {
        const stored = this.storedAt(level)
        await this.#disk.write(file, Buffer.concat(hashes), stored * HASH_BYTES)
        await this.#disk.sync(file)
        this.#stored.set(level, stored + hashes.length)
        this.#pending.delete(level)
      } finally {
        await file.close()
      }
    }
  }

  [Symbol.dispose](): void {
    for (const file of this.#open.values()) closeSync(file)
    this.#open.clear()
  }

  #file(level: number): number | null {
    const known = this.#open.get(level)
    if (known !== undefined) return known
    if (!existsSync(this.#path(level))) return null
    const file = openSync(this.#path(level), 'r')
    this.#open.set(level, file)
    return file
  }

  #path(level: number): string {
    return join(this.#folder, `level-${level}`)
  }
}
