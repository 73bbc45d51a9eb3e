/**
 * Packs as objects: `packs/<sha256>.zpack`, the records of up to 128 snapshots of one page in the form that packs of a
 * folder have, named by the SHA-256 of the object. A pack stands alone, so that one request reads any snapshot in it
 * and the chain that it rests on. A pack that is no longer needed becomes empty. `packs/unfinished` names those at which
 * a process is working: what a crash leaves of them would otherwise keep bytes that were withdrawn since.
 */
import { sha256 as hash } from '../../../core/canonical-json.ts'
import { chooseBase, WINDOW } from './choose-base.ts'
import { packFrame, unpackFrame } from './delta.ts'
import type { Objects } from './object-store.ts'
import { decodeRecords, encodeRecords, type PackRecord } from './pack-index.ts'
import { RecentBytes } from './recent-bytes.ts'
import { snapshotDamaged } from './snapshot-store.ts'

/** A first window and one whose beginning rests on it. */
const MAX_COUNT = WINDOW * 2
/** Fetched whole for a single snapshot. */
const FULL_BYTES = 4 << 20
const RECENT_BYTES = 64 << 20
const JOURNAL = 'packs/unfinished'

export type PackOfObjects = { readonly pack: string; readonly names: readonly string[] }

type Waiting = { readonly name: string; readonly read: () => Promise<Uint8Array> }
type Records = ReadonlyMap<string, PackRecord>

export class ObjectPacks {
  readonly #objects: Objects
  #recent = new RecentBytes(RECENT_BYTES)
  #unfinished: Set<string> | null = null

  constructor(objects: Objects) {
    this.#objects = objects
  }

  forget(): void {
    this.#recent = new RecentBytes(RECENT_BYTES)
  }

  /** Null where the pack does not hold it, or is no more. */
  async read(pack: string, sha256: string): Promise<Uint8Array | null> {
    const records = await this.#load(pack)
    return records?.has(sha256) ? unpack(records, sha256) : null
  }

  async namesIn(pack: string): Promise<readonly string[] | null> {
    return [...((await this.#load(pack))?.keys() ?? [])]
  }

  /** What an earlier process was working at when it died, or this one when a request failed. */
  async unfinished(): Promise<readonly string[]> {
    return [...(await this.#journal())]
  }

  async begin(pack: string): Promise<void> {
    const journal = await this.#journal()
    if (!journal.has(pack)) await this.#keepJournal(journal.add(pack))
  }

  async finish(pack: string): Promise<void> {
    const journal = await this.#journal()
    if (journal.delete(pack)) await this.#keepJournal(journal)
  }

  /**
   * Writes snapshots into as many packs as they take, and gives each one after it was read back whole. Whoever gets it
   * finishes it.
   */
  async *write(snapshots: Iterable<Waiting>): AsyncIterable<PackOfObjects> {
    let open = new OpenPack()
    for (const { name, read } of snapshots) {
      await open.add(name, await read())
      if (!open.isFull) continue
      yield await this.#put(open)
      open = new OpenPack()
    }
    if (open.records.length > 0) yield await this.#put(open)
  }

  async empty(pack: string): Promise<void> {
    await this.#objects.put(keyOf(pack), new Uint8Array())
    this.#recent.forget([pack])
  }

  async #put({ records }: OpenPack): Promise<PackOfObjects> {
    const { bytes } = encodeRecords(records, 0)
    const pack = hash(bytes)
    await this.begin(pack)
    await this.#objects.put(keyOf(pack), bytes)
    const stored = await this.#objects.get(keyOf(pack))
    if (stored === null || hash(stored) !== pack) throw snapshotDamaged(pack, `${this.#objects.where}/${keyOf(pack)}`)
    return { pack, names: records.map(({ sha256 }) => sha256) }
  }

  async #journal(): Promise<Set<string>> {
    this.#unfinished ??= new Set(
      Buffer.from((await this.#objects.get(JOURNAL)) ?? [])
        .toString('latin1')
        .split('\n')
        .filter(Boolean),
    )
    return this.#unfinished
  }

  async #keepJournal(journal: ReadonlySet<string>): Promise<void> {
    await this.#objects.put(JOURNAL, Buffer.from([...journal].join('\n')))
  }

  async #load(pack: string): Promise<Records | null> {
    const known = this.#recent.get(pack)
    if (known) return recordsOf(known)
    const bytes = await this.#objects.get(keyOf(pack))
    if (bytes === null || bytes.length === 0) return null
    const records = recordsOf(bytes)
    this.#recent.add(pack, bytes)
    return records
  }
}

class OpenPack {
  readonly records: PackRecord[] = []
  readonly #bytes: Uint8Array[] = []
  readonly #depths: number[] = []
  #sizeBytes = 0

  get isFull(): boolean {
    return this.records.length >= MAX_COUNT || this.#sizeBytes >= FULL_BYTES
  }

  async add(sha256: string, bytes: Uint8Array): Promise<void> {
    const base = await chooseBase(bytes, this.records.length, {
      depthOf: (at) => this.#depths[at]!,
      read: async (at) => this.#bytes[at]!,
    })
    const frame = await packFrame(bytes, base?.bytes ?? null)
    if (hash(unpackFrame(frame, base?.bytes ?? null, bytes.length)) !== sha256) throw snapshotDamaged(sha256, 'memory')
    this.records.push({
      sha256,
      base: base ? this.records[base.position]!.sha256 : null,
      sizeBytes: bytes.length,
      frame,
    })
    this.#depths.push(base ? this.#depths[base.position]! + 1 : 0)
    this.#bytes.push(bytes)
    this.#sizeBytes += frame.length
  }
}

function recordsOf(bytes: Uint8Array): Records {
  return new Map(decodeRecords(bytes).map((record) => [record.sha256, record]))
}

/** @throws ClausewatchError `snapshot-damaged` */
function unpack(records: Records, sha256: string): Uint8Array {
  const record = records.get(sha256)
  if (!record) throw snapshotDamaged(sha256, 'its pack')
  const base = record.base === null ? null : unpack(records, record.base)
  try {
    return unpackFrame(record.frame, base, record.sizeBytes)
  } catch (cause) {
    throw snapshotDamaged(sha256, 'its pack', cause)
  }
}

function keyOf(pack: string): string {
  return `packs/${pack}.zpack`
}
