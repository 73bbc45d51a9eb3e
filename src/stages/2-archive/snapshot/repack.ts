/**
 * Moves loose snapshots into packs: the snapshots of one page in the order in which they were captured, each on one
 * before it that is like it.
 */
import { sha256 as hash } from '../../../core/canonical-json.ts'
import { chooseBase } from './choose-base.ts'
import { packFrame, unpackFrame } from './delta.ts'
import type { FolderStore } from './folder-store.ts'
import type { PackRecord } from './pack-index.ts'
import { snapshotDamaged } from './snapshot-store.ts'

/** Packed in one go: bounds memory, and what is done again after a crash. */
const BATCH_BYTES = 8 << 20
const BATCH_COUNT = 256

export type RepackResult = { readonly packed: number; readonly finished: boolean }

/** `streams`: the names of each page's snapshots, oldest first. Stops, consistent, when the budget is used up. */
export async function repackSnapshots(
  store: FolderStore,
  streams: Iterable<readonly string[]>,
  budgetMs: number,
): Promise<RepackResult> {
  const until = performance.now() + budgetMs
  const loose = new Set(await store.loose())
  let packed = 0
  for (const stream of streams) {
    let batch = new Batch(store)
    for (const [i, sha256] of stream.entries()) {
      if (!loose.has(sha256)) continue
      if (performance.now() >= until) {
        await batch.finish()
        return { packed, finished: false }
      }
      loose.delete(sha256)
      if (store.packs.find(sha256)) {
        // A crash between packing and removing left both.
        await store.removeLoose(sha256)
        continue
      }
      await batch.add(sha256, stream, i)
      packed++
      if (batch.isFull) {
        await batch.finish()
        batch = new Batch(store)
      }
    }
    await batch.finish()
  }
  return { packed, finished: true }
}

class Batch {
  readonly #store: FolderStore
  readonly #records = new Map<string, PackRecord>()
  readonly #bytes = new Map<string, Uint8Array>()
  #sizeBytes = 0

  constructor(store: FolderStore) {
    this.#store = store
  }

  get isFull(): boolean {
    return this.#sizeBytes >= BATCH_BYTES || this.#records.size >= BATCH_COUNT
  }

  async add(sha256: string, stream: readonly string[], position: number): Promise<void> {
    const bytes = await this.#store.read(sha256)
    const base = await chooseBase(bytes, position, {
      depthOf: (at) => this.#depthOf(stream[at]!),
      read: (at) => this.#read(stream[at]!),
    })
    const frame = await packFrame(bytes, base?.bytes ?? null)
    // Nothing is removed before what replaces it has been read back.
    if (hash(unpackFrame(frame, base?.bytes ?? null, bytes.length)) !== sha256) throw snapshotDamaged(sha256, 'memory')
    this.#records.set(sha256, {
      sha256,
      base: base ? stream[base.position]! : null,
      sizeBytes: bytes.length,
      frame,
    })
    this.#bytes.set(sha256, bytes)
    this.#sizeBytes += frame.length
  }

  async finish(): Promise<void> {
    await this.#store.moveToPack([...this.#records.values()])
    this.#records.clear()
  }

  /** How many others it is read through; null where it is not packed. */
  #depthOf(sha256: string): number | null {
    let depth = 0
    for (let name = sha256; ; depth++) {
      const record = this.#records.get(name) ?? this.#store.packs.find(name)
      if (!record) return null
      if (record.base === null) return depth
      name = record.base
    }
  }

  async #read(sha256: string): Promise<Uint8Array> {
    return this.#bytes.get(sha256) ?? (await this.#store.read(sha256))
  }
}
