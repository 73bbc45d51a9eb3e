/**
 * Snapshots in any store that can get, put and list objects (S3 and what speaks it). Keys are names of contents, so a
 * repeated put is harmless, and conditions on put, which some stores ignore, are not needed. Nothing is ever deleted:
 * what is released or lies in a pack is written over by less.
 *
 * `snapshots/ab/<sha256>.zst` holds one snapshot, or names the pack that does, or is empty: released.
 */
import { promisify } from 'node:util'
import { zstdCompress, zstdDecompress } from 'node:zlib'
import { sha256 as hash } from '../../../core/canonical-json.ts'
import { ClausewatchError } from '../../../core/error.ts'
import { ObjectPacks, type PackOfObjects } from './object-packs.ts'
import type { RepackResult } from './repack.ts'
import { checkSnapshotName, type SnapshotStore, snapshotDamaged, snapshotMissing } from './snapshot-store.ts'

const compress = promisify(zstdCompress)
const decompress = promisify(zstdDecompress)
const PREFIX = 'snapshots/'
const KEY = /^snapshots\/[0-9a-f]{2}\/([0-9a-f]{64})\.zst$/
const POINTER = /^pack ([0-9a-f]{64})\n$/
const POINTER_BYTES = 70
/** Names known to be there: saves a question for every put of a page that has not changed. */
const MAX_KNOWN = 100_000
/** Uploads under way at once: an upload is mostly waiting. */
const MAX_PENDING = 16
/** A pack stands alone: of fewer, its first snapshot would be most of it. */
const MIN_PACK_COUNT = 16

/** The port; keys are paths with `/`. */
export type Objects = Partial<AsyncDisposable> & {
  /** For people: `s3://bucket/prefix`. */
  readonly where: string
  /** Null where there is no such object. */
  get(key: string): Promise<Uint8Array | null>
  /** Durable when it resolves. */
  put(key: string, bytes: Uint8Array): Promise<void>
  /** Keys that begin with the prefix, with the sizes of their objects. */
  list(prefix: string): AsyncIterable<{ readonly key: string; readonly sizeBytes: number }>
}

type Stored =
  | { readonly kind: 'alone'; readonly frame: Uint8Array }
  | { readonly kind: 'packed'; readonly pack: string }
  | { readonly kind: 'none' }

type Pending = { readonly bytes: Uint8Array; readonly done: Promise<void> }

export class ObjectStore implements SnapshotStore {
  readonly #objects: Objects
  readonly #packs: ObjectPacks
  readonly #known = new Set<string>()
  readonly #pending = new Map<string, Pending>()
  readonly #failures: unknown[] = []

  constructor(objects: Objects) {
    this.#objects = objects
    this.#packs = new ObjectPacks(objects)
  }

  /** Resolves when the upload is under way; `settle` waits for it, and tells whether it failed. */
  async put(sha256: string, bytes: Uint8Array): Promise<void> {
    checkSnapshotName(sha256)
    while (this.#pending.size >= MAX_PENDING) await Promise.race([...this.#pending.values()].map(({ done }) => done))
    if (this.#known.has(sha256) || this.#pending.has(sha256)) return
    const done = this.#upload(sha256, bytes)
      .catch((cause: unknown) => void this.#failures.push(cause))
      .finally(() => this.#pending.delete(sha256))
    this.#pending.set(sha256, { bytes, done })
  }

  async has(sha256: string): Promise<boolean> {
    checkSnapshotName(sha256)
    if (this.#known.has(sha256) || this.#pending.has(sha256)) return true
    const isThere = (await this.#find(sha256)).kind !== 'none'
    if (isThere) this.#remember(sha256)
    return isThere
  }

  async read(sha256: string): Promise<Uint8Array> {
    checkSnapshotName(sha256)
    const pending = this.#pending.get(sha256)
    if (pending) return pending.bytes
    const bytes = await this.#fetch(sha256)
    if (hash(bytes) !== sha256) throw snapshotDamaged(sha256, this.#objects.where)
    return bytes
  }

  async settle(): Promise<void> {
    await Promise.all([...this.#pending.values()].map(({ done }) => done))
    const [failure] = this.#failures.splice(0)
    if (failure !== undefined) throw failure
  }

  distrustIndexes(): void {
    this.#known.clear()
    this.#packs.forget()
  }

  async *names(): AsyncIterable<string> {
    for await (const { key, sizeBytes } of this.#objects.list(PREFIX)) {
      const name = KEY.exec(key)?.[1]
      if (name && sizeBytes > 0) yield name
    }
  }

  async release(names: ReadonlySet<string>): Promise<void> {
    await this.settle()
    await this.#finishPacks()
    const packs = new Set<string>()
    for (const name of names) {
      checkSnapshotName(name)
      const stored = await this.#find(name)
      if (stored.kind === 'packed') packs.add(stored.pack)
    }
    for (const pack of packs) await this.#repackWithout(pack, names)
    // Their own objects last: after a crash they still say where the bytes may lie.
    for (const name of names) {
      await this.#ask(name, () => this.#objects.put(keyOf(name), new Uint8Array()))
      this.#known.delete(name)
    }
  }

  async repack(streams: Iterable<readonly string[]>, budgetMs: number): Promise<RepackResult> {
    const until = performance.now() + budgetMs
    await this.#finishPacks()
    const alone = await this.#namesOfLone()
    let packed = 0
    for (const stream of streams) {
      const waiting = stream.filter((name) => alone.has(name))
      if (waiting.length < MIN_PACK_COUNT) continue
      const reads = waiting.values().map((name) => ({ name, read: () => this.read(name) }))
      for await (const pack of this.#packs.write(reads)) {
        await this.#pointTo(pack)
        packed += pack.names.length
        if (performance.now() >= until) return { packed, finished: false }
      }
    }
    return { packed, finished: true }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([...this.#pending.values()].map(({ done }) => done))
    await this.#objects[Symbol.asyncDispose]?.()
  }

  async #upload(sha256: string, bytes: Uint8Array): Promise<void> {
    if ((await this.#find(sha256)).kind === 'none') {
      const frame = await compress(bytes)
      await this.#ask(sha256, () => this.#objects.put(keyOf(sha256), frame))
      // What a store far away says that it took is read once before anything rests on it.
      const stored = await this.#find(sha256)
      if (stored.kind !== 'alone' || hash(stored.frame) !== hash(frame))
        throw snapshotDamaged(sha256, this.#objects.where)
    }
    this.#remember(sha256)
  }

  async #find(sha256: string): Promise<Stored> {
    const object = await this.#ask(sha256, () => this.#objects.get(keyOf(sha256)))
    if (object === null || object.length === 0) return { kind: 'none' }
    const pointer = object.length === POINTER_BYTES ? POINTER.exec(Buffer.from(object).toString('latin1')) : null
    return pointer ? { kind: 'packed', pack: pointer[1]! } : { kind: 'alone', frame: object }
  }

  /** Its own object is asked for each time, also where the pack is known: it says whether it was released meanwhile. */
  async #fetch(sha256: string): Promise<Uint8Array> {
    let stored = await this.#find(sha256)
    for (;;) {
      if (stored.kind === 'none') throw snapshotMissing(sha256, this.#objects.where)
      if (stored.kind === 'alone') return this.#unpackLone(sha256, stored.frame)
      const { pack } = stored
      const bytes = await this.#ask(sha256, () => this.#packs.read(pack, sha256))
      if (bytes) return bytes
      // Another process may have written the pack anew meanwhile: then its object names another one.
      stored = await this.#find(sha256)
      if (stored.kind === 'packed' && stored.pack === pack) throw snapshotMissing(sha256, this.#objects.where)
    }
  }

  async #unpackLone(sha256: string, frame: Uint8Array): Promise<Uint8Array> {
    try {
      return await decompress(frame)
    } catch (cause) {
      throw snapshotDamaged(sha256, this.#objects.where, cause)
    }
  }

  /** By their sizes; a snapshot that is as long as a pointer stays alone. */
  async #namesOfLone(): Promise<ReadonlySet<string>> {
    const names = new Set<string>()
    for await (const { key, sizeBytes } of this.#objects.list(PREFIX)) {
      const name = KEY.exec(key)?.[1]
      if (name && sizeBytes > 0 && sizeBytes !== POINTER_BYTES) names.add(name)
    }
    return names
  }

  /** Only now that the pack was read back are the lone copies written over. */
  async #pointTo({ pack, names }: PackOfObjects): Promise<void> {
    const pointer = Buffer.from(`pack ${pack}\n`)
    for (let i = 0; i < names.length; i += MAX_PENDING) {
      const some = names.slice(i, i + MAX_PENDING)
      await Promise.all(some.map((name) => this.#ask(name, () => this.#objects.put(keyOf(name), pointer))))
    }
    await this.#packs.finish(pack)
  }

  /** What a crash left half done: a pack keeps what points to it, and nothing else. */
  async #finishPacks(): Promise<void> {
    for (const pack of await this.#packs.unfinished()) {
      const names = (await this.#packs.namesIn(pack)) ?? []
      const kept = await this.#pointingTo(pack, names)
      if (kept.length < names.length) await this.#rewrite(pack, kept)
      else await this.#packs.finish(pack)
    }
  }

  async #repackWithout(pack: string, gone: ReadonlySet<string>): Promise<void> {
    const names = (await this.#packs.namesIn(pack)) ?? []
    await this.#rewrite(
      pack,
      (await this.#pointingTo(pack, names)).filter((name) => !gone.has(name)),
    )
  }

  async #rewrite(pack: string, kept: readonly string[]): Promise<void> {
    await this.#packs.begin(pack)
    const reads = kept.values().map((name) => ({ name, read: () => this.read(name) }))
    for await (const next of this.#packs.write(reads)) await this.#pointTo(next)
    await this.#packs.empty(pack)
    await this.#packs.finish(pack)
  }

  async #pointingTo(pack: string, names: readonly string[]): Promise<readonly string[]> {
    const pointing: string[] = []
    for (const name of names) {
      const stored = await this.#find(name)
      if (stored.kind === 'packed' && stored.pack === pack) pointing.push(name)
    }
    return pointing
  }

  #remember(sha256: string): void {
    if (this.#known.size >= MAX_KNOWN) this.#known.clear()
    this.#known.add(sha256)
  }

  async #ask<T>(sha256: string, request: () => Promise<T>): Promise<T> {
    try {
      return await request()
    } catch (cause) {
      if (cause instanceof ClausewatchError) throw cause
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
  return `${PREFIX}${sha256.slice(0, 2)}/${sha256}.zst`
}
