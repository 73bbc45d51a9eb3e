/**
 * Moves loose snapshots into packs. The snapshots of one page, in the order in which they were captured, form windows
 * of 64; within a window the dictionary of the i-th is the one whose number is i without its lowest set bit, and every
 * second window begins with the beginning of the one before it as dictionary. So any one is read through at most 6
 * others, however long the history is.
 */
import { sha256 as hash } from '../../../core/canonical-json.ts'
import { MAX_SPAN_BYTES, packFrame, unpackFrame } from './delta.ts'
import type { FolderStore } from './folder-store.ts'
import type { PackRecord } from './pack-index.ts'
import { snapshotDamaged } from './snapshot-store.ts'

export const WINDOW = 64
export const MAX_DEPTH = 6
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
    const base = this.#chooseBase(stream, position)
    const dictionary = base === null ? null : await this.#read(base)
    const fits = dictionary !== null && dictionary.length > 0 && dictionary.length + bytes.length <= MAX_SPAN_BYTES
    const frame = await packFrame(bytes, fits ? dictionary : null)
    // Nothing is removed before what replaces it has been read back.
    if (hash(unpackFrame(frame, fits ? dictionary : null, bytes.length)) !== sha256)
      throw snapshotDamaged(sha256, 'memory')
    this.#records.set(sha256, { sha256, base: fits ? base : null, sizeBytes: bytes.length, frame })
    this.#bytes.set(sha256, bytes)
    this.#sizeBytes += frame.length
  }

  async finish(): Promise<void> {
    await this.#store.moveToPack([...this.#records.values()])
    this.#records.clear()
  }

  #chooseBase(stream: readonly string[], position: number): string | null {
    const inWindow = position % WINDOW
    if (inWindow === 0) {
      const before = stream[position - WINDOW]
      return before !== undefined && this.#depthOf(before) === 0 ? before : null
    }
    const planned = position - inWindow + (inWindow & (inWindow - 1))
    // What the plan names may be gone (released) or stand deeper than planned: then the nearest that will do.
    for (const candidate of [planned, ...earlier(position)]) {
      const name = stream[candidate]!
      const depth = this.#depthOf(name)
      if (depth !== null && depth < MAX_DEPTH) return name
    }
    return null
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

/** Which of those before it is the dictionary of the `i`-th of two windows; null for the first. */
export function plannedBase(i: number): number | null {
  if (i === 0) return null
  return i === WINDOW ? 0 : i - (i % WINDOW) + ((i % WINDOW) & ((i % WINDOW) - 1))
}

function* earlier(position: number): Iterable<number> {
  for (let i = position - 1; i >= 0 && i > position - WINDOW; i--) yield i
}
