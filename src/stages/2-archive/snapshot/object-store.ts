/**
 * Snapshots in any store that can get, put and list objects (S3 and what speaks it). Keys are names of contents, so a
 * repeated put is harmless, and conditions on put, which some stores ignore, are not needed. Nothing is deleted: what
 * is released is replaced by an empty object.
 */
import { promisify } from 'node:util'
import { zstdCompress, zstdDecompress } from 'node:zlib'
import { sha256 as hash } from '../../../core/canonical-json.ts'
import { ClausewatchError } from '../../../core/error.ts'
import type { RepackResult } from './repack.ts'
import { checkSnapshotName, type SnapshotStore, snapshotDamaged, snapshotMissing } from './snapshot-store.ts'

const compress = promisify(zstdCompress)
const decompress = promisify(zstdDecompress)
const KEY = /snapshots\/[0-9a-f]{2}\/([0-9a-f]{64})\.zst$/
/** Names known to be there: saves a question for every put of a page that has not changed. */
const MAX_KNOWN = 100_000

/** The port; keys are paths with `/`. */
export type Objects = {
  /** Null where there is no such object. */
  get(key: string): Promise<Uint8Array | null>
  /** Durable when it resolves. */
  put(key: string, bytes: Uint8Array): Promise<void>
  /** Keys that begin with the prefix, with the sizes of their objects. */
  list(prefix: string): AsyncIterable<{ readonly key: string; readonly sizeBytes: number }>
}

export class ObjectStore implements SnapshotStore {
  readonly #objects: Objects
  readonly #known = new Set<string>()

  constructor(objects: Objects) {
    this.#objects = objects
  }

  async put(sha256: string, bytes: Uint8Array): Promise<void> {
    checkSnapshotName(sha256)
    if (await this.has(sha256)) return
    await this.#ask(sha256, async () => this.#objects.put(keyOf(sha256), await compress(bytes)))
    this.#remember(sha256)
  }

  async has(sha256: string): Promise<boolean> {
    checkSnapshotName(sha256)
    if (this.#known.has(sha256)) return true
    const object = await this.#ask(sha256, () => this.#objects.get(keyOf(sha256)))
    const isThere = object !== null && object.length > 0
    if (isThere) this.#remember(sha256)
    return isThere
  }

  async read(sha256: string): Promise<Uint8Array> {
    checkSnapshotName(sha256)
    const object = await this.#ask(sha256, () => this.#objects.get(keyOf(sha256)))
    if (object === null || object.length === 0) throw snapshotMissing(sha256, 'the object store')
    const bytes = await decompress(object).catch((cause: unknown) => {
      throw snapshotDamaged(sha256, 'the object store', cause)
    })
    if (hash(bytes) !== sha256) throw snapshotDamaged(sha256, 'the object store')
    return bytes
  }

  /** A put is durable by itself. */
  async settle(): Promise<void> {}

  distrustIndexes(): void {
    this.#known.clear()
  }

  async *names(): AsyncIterable<string> {
    for await (const { key, sizeBytes } of this.#objects.list('snapshots/')) {
      const name = KEY.exec(key)?.[1]
      if (name && sizeBytes > 0) yield name
    }
  }

  async release(names: ReadonlySet<string>): Promise<void> {
    for (const name of names) {
      checkSnapshotName(name)
      await this.#ask(name, () => this.#objects.put(keyOf(name), new Uint8Array()))
      this.#known.delete(name)
    }
  }

  /** Objects stay as they are: a chain would cost a request a link. */
  async repack(): Promise<RepackResult> {
    return { packed: 0, finished: true }
  }

  async [Symbol.asyncDispose](): Promise<void> {}

  #remember(sha256: string): void {
    if (this.#known.size >= MAX_KNOWN) this.#known.clear()
    this.#known.add(sha256)
  }

  async #ask<T>(sha256: string, request: () => Promise<T>): Promise<T> {
    try {
      return await request()
    } catch (cause) {
      throw new ClausewatchError(
        'object-store-unreachable',
        `The object store did not answer for snapshot ${sha256}.`,
        'Check the address and the credentials in SNAPSHOTS, and that the store is up; nothing acknowledged is lost.',
        { kind: 'environment', retry: true, fatal: true, cause },
      )
    }
  }
}

function keyOf(sha256: string): string {
  return `snapshots/${sha256.slice(0, 2)}/${sha256}.zst`
}
