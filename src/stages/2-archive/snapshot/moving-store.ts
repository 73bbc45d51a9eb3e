/**
 * An archive whose snapshots were in its folder and go to an object store from now on: new ones are put there, old ones
 * are read where they are until the next repackings have moved them.
 */
import type { FolderStore } from './folder-store.ts'
import type { ObjectStore } from './object-store.ts'
import type { RepackResult } from './repack.ts'
import type { SnapshotStore } from './snapshot-store.ts'

/** Moved in one go: what is done again after a crash. */
const BATCH_COUNT = 256

export class MovingStore implements SnapshotStore {
  readonly #from: FolderStore
  readonly #to: ObjectStore

  constructor(from: FolderStore, to: ObjectStore) {
    this.#from = from
    this.#to = to
  }

  async put(sha256: string, bytes: Uint8Array): Promise<void> {
    await this.#to.put(sha256, bytes)
  }

  async has(sha256: string): Promise<boolean> {
    return (await this.#from.has(sha256)) || (await this.#to.has(sha256))
  }

  async read(sha256: string): Promise<Uint8Array> {
    return (await this.#from.has(sha256)) ? this.#from.read(sha256) : this.#to.read(sha256)
  }

  settle(): Promise<void> {
    return this.#to.settle()
  }

  distrustIndexes(): void {
    this.#from.distrustIndexes()
    this.#to.distrustIndexes()
  }

  async *names(): AsyncIterable<string> {
    const old = new Set<string>()
    for await (const name of this.#from.names()) old.add(name)
    yield* old
    for await (const name of this.#to.names()) if (!old.has(name)) yield name
  }

  async release(names: ReadonlySet<string>): Promise<void> {
    await this.#from.release(names)
    await this.#to.release(names)
  }

  async repack(streams: Iterable<readonly string[]>, budgetMs: number): Promise<RepackResult> {
    const until = performance.now() + budgetMs
    const names: string[] = []
    for await (const name of this.#from.names()) names.push(name)
    for (let i = 0; i < names.length; i += BATCH_COUNT) {
      if (performance.now() >= until) return { packed: 0, finished: false }
      const batch = names.slice(i, i + BATCH_COUNT)
      for (const name of batch) await this.#to.put(name, await this.#from.read(name))
      await this.#to.settle()
      // Nothing leaves the folder before its copy has been read back.
      await this.#from.release(new Set(batch))
    }
    return this.#to.repack(streams, until - performance.now())
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await using _to = this.#to
    await using _from = this.#from
  }
}
