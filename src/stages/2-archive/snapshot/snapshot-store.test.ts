/** One suite for every member of the family. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type ServedS3, serveS3 } from '../../../../test/s3-server.ts'
import { sha256 } from '../../../core/canonical-json.ts'
import type { Entry } from '../../../core/entry.ts'
import { localDisk } from '../disk.ts'
import { openArchive } from '../index.ts'
import { FolderStore } from './folder-store.ts'
import { MovingStore } from './moving-store.ts'
import { ObjectStore, type Objects } from './object-store.ts'
import { decodeRecords } from './pack-index.ts'
import type { SnapshotStore } from './snapshot-store.ts'

/** As a store of objects has them, with its habit of ignoring that an object is there already. */
class MemoryObjects implements Objects {
  readonly where = 'memory'
  readonly objects = new Map<string, Uint8Array>()
  puts = 0

  async get(key: string): Promise<Uint8Array | null> {
    return this.objects.get(key) ?? null
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    this.puts++
    this.objects.set(key, bytes)
  }

  async *list(prefix: string): AsyncIterable<{ key: string; sizeBytes: number }> {
    for (const [key, { length }] of this.objects) if (key.startsWith(prefix)) yield { key, sizeBytes: length }
  }
}

let folder: string
let objects: MemoryObjects
let s3: ServedS3
beforeAll(async () => {
  s3 = await serveS3()
})
afterAll(() => s3[Symbol.asyncDispose]())
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'store-'))
  objects = new MemoryObjects()
  tests++
})
afterEach(() => rm(folder, { recursive: true, force: true }))

let tests = 0
const members: readonly (readonly [string, () => Promise<SnapshotStore>])[] = [
  ['folder', async () => new FolderStore(localDisk, folder)],
  ['objects', async () => new ObjectStore(objects)],
  ['S3', async () => new ObjectStore(await s3.objects({ prefix: `archive/${tests}` }))],
]

describe.each(members)('a store of kind %s', (_name, make) => {
  const bytes = Buffer.from('<h1>Terms</h1>'.repeat(50))
  const name = sha256(bytes)

  test('gives back what was put, and tells what it has', async () => {
    await using store = await make()
    expect(await store.has(name)).toBe(false)
    await store.put(name, bytes)
    await store.put(name, bytes)
    await store.settle()
    expect(await store.has(name)).toBe(true)
    expect(Buffer.from(await store.read(name)).equals(bytes)).toBe(true)
    expect(await namesOf(store)).toEqual([name])
  })

  test('keeps an empty snapshot apart from a missing one', async () => {
    await using store = await make()
    const empty = sha256('')
    await expect(store.read(empty)).rejects.toMatchObject({ code: 'snapshot-missing' })
    await store.put(empty, new Uint8Array())
    expect(await store.read(empty)).toHaveLength(0)
    expect(await store.has(empty)).toBe(true)
  })

  test('finds in the next process what this one has put', async () => {
    {
      await using store = await make()
      await store.put(name, bytes)
      await store.settle()
    }
    await using store = await make()
    expect(await store.has(name)).toBe(true)
  })

  test('releases for good, and takes the same bytes again', async () => {
    await using store = await make()
    await store.put(name, bytes)
    await store.release(new Set([name, '0'.repeat(64)]))
    expect(await store.has(name)).toBe(false)
    await expect(store.read(name)).rejects.toMatchObject({ code: 'snapshot-missing' })
    expect(await namesOf(store)).toEqual([])
    await store.put(name, bytes)
    expect(await store.has(name)).toBe(true)
  })

  test('is repacked without losing anything', async () => {
    const names = await fill(await make(), 150)
    await using store = await make()
    expect(await store.repack([names], 1e6)).toEqual({ packed: 150, finished: true })
    await expectReadable(store, names)
    await using again = await make()
    await expectReadable(again, names)
    expect((await namesOf(again)).toSorted()).toEqual(names.toSorted())
    expect(await again.repack([names], 1e6)).toEqual({ packed: 0, finished: true })
  })

  test('takes more after it was repacked', async () => {
    const names = await fill(await make(), 20)
    await using store = await make()
    await store.repack([names], 1e6)
    await store.put(names[0]!, page(0))
    const more = await fill(await make(), 40)
    await store.repack([more], 1e6)
    await expectReadable(store, more)
  })

  test('releases what is packed, and keeps what rested on it', async () => {
    const names = await fill(await make(), 40)
    await using store = await make()
    await store.repack([names], 1e6)
    const gone = new Set([names[0]!, names[16]!, names[39]!])
    await store.release(gone)
    await store.release(gone)
    await using again = await make()
    for (const one of [store, again]) {
      for (const name of gone) {
        expect(await one.has(name)).toBe(false)
        await expect(one.read(name)).rejects.toMatchObject({ code: 'snapshot-missing' })
      }
      await expectReadable(
        one,
        names.filter((name) => !gone.has(name)),
      )
    }
  })

  test('refuses what is no name', async () => {
    await using store = await make()
    await expect(store.has('../../etc/passwd')).rejects.toThrow('not a SHA-256')
  })
})

describe('a store that moves', () => {
  test('out of its folder reads from both, and leaves nothing behind', async () => {
    const names = await fill(new FolderStore(localDisk, folder), 30)
    const open = () => new MovingStore(new FolderStore(localDisk, folder), new ObjectStore(objects))
    {
      await using store = open()
      await store.repack([names.slice(0, 20)], 0)
      await expectReadable(store, names)
      await store.release(new Set([names[29]!]))
      await expect(store.read(names[29]!)).rejects.toMatchObject({ code: 'snapshot-missing' })
      expect((await namesOf(store)).toSorted()).toEqual(names.slice(0, 29).toSorted())
      expect((await store.repack([names.slice(0, 29)], 1e6)).finished).toBe(true)
      await expectReadable(store, names.slice(0, 29))
    }
    expect(await FolderStore.holdsAny(folder)).toBe(false)
    await using store = new ObjectStore(objects)
    await expectReadable(store, names.slice(0, 29))
  })
})

describe('a store of objects', () => {
  test('serves an archive, and names damage', async () => {
    const clock = { now: () => new Date('2026-03-01T09:00:00Z'), sleep: async () => {} }
    const ruling: Entry = {
      kind: 'ruling',
      ruling: 'retired',
      subject: 'x',
      reason: '',
      ruledAt: '2026-03-01T09:00:00Z',
    }
    await using archive = await openArchive(folder, { mode: 'write', clock, objects })
    const { sha256: name } = await archive.putSnapshot(Buffer.from('one'))
    await archive.putSnapshot(Buffer.from('one'))
    await archive.append([ruling])
    expect(objects.puts).toBe(1)
    expect(Buffer.from(await archive.readSnapshot(name)).toString()).toBe('one')
    for (const key of objects.objects.keys()) objects.objects.set(key, Buffer.from('damaged'))
    await expect(archive.readSnapshot(name)).rejects.toMatchObject({ code: 'snapshot-damaged' })
  })

  test('repacks near-identical captures into a fraction of the room', async () => {
    const names = await fill(new ObjectStore(objects), 150)
    const sizeOf = () => objects.objects.values().reduce((sum, { length }) => sum + length, 0)
    const before = sizeOf()
    await using store = new ObjectStore(objects)
    await store.repack([names], 1e6)
    expect(sizeOf()).toBeLessThan(before / 5)
  })

  test('lets a reader that has read a pack see that something in it was released', async () => {
    const names = await fill(new ObjectStore(objects), 20)
    await using store = new ObjectStore(objects)
    await store.repack([names], 1e6)
    await using reader = new ObjectStore(objects)
    await expectReadable(reader, names)
    await store.release(new Set([names[3]!]))
    await expect(reader.read(names[3]!)).rejects.toMatchObject({ code: 'snapshot-missing' })
    await expectReadable(reader, names.toSpliced(3, 1))
  })

  test.each(Array.from({ length: 20 }, (_, i) => i * 3))(
    'loses nothing where put %i fails or is lost',
    async (failing) => {
      const names = await fill(new ObjectStore(objects), 17)
      const faulty = new FaultyObjects(objects.objects, failing)
      const gone = new Set([names[0]!, names[7]!])
      {
        await using store = new ObjectStore(faulty)
        await store.repack([names], 1e6).catch(() => undefined)
        await store.release(gone).catch(() => undefined)
      }
      await using store = new ObjectStore(objects)
      await expectReadable(
        store,
        names.filter((name) => !gone.has(name)),
      )
      // What was cut short is done by doing it again.
      await store.repack([names.filter((name) => !gone.has(name))], 1e6)
      await store.release(gone)
      await expectReadable(
        store,
        names.filter((name) => !gone.has(name)),
      )
      for (const name of gone) await expect(store.read(name)).rejects.toMatchObject({ code: 'snapshot-missing' })
      const held = objects.objects.values().filter((bytes) => holds(bytes, gone))
      expect([...held]).toEqual([])
    },
  )

  test('that does not answer says so', async () => {
    const silent = { ...objects, get: () => Promise.reject(new Error('connection refused')) } as unknown as Objects
    await using store = new ObjectStore(silent)
    await expect(store.has('0'.repeat(64))).rejects.toMatchObject({ code: 'object-store-unreachable', retry: true })
  })
})

/** Fails from the n-th put on; the n-th itself may be stored all the same. */
class FaultyObjects extends MemoryObjects {
  override readonly objects: Map<string, Uint8Array>
  readonly #failing: number

  constructor(objects: Map<string, Uint8Array>, failing: number) {
    super()
    this.objects = objects
    this.#failing = failing
  }

  override async put(key: string, bytes: Uint8Array): Promise<void> {
    if (this.puts < this.#failing || (this.puts === this.#failing && this.#failing % 2 === 0)) {
      await super.put(key, bytes)
      if (this.puts <= this.#failing) return
    } else this.puts++
    throw new Error('the store is away')
  }
}

function holds(bytes: Uint8Array, names: ReadonlySet<string>): boolean {
  return decodeRecords(bytes).some(({ sha256: name }) => names.has(name))
}

/** A page whose captures differ in a token. */
function page(i: number): Buffer {
  let noise = 7
  const words = Array.from({ length: 500 }, () => {
    noise = (noise * 48271) % 2147483647
    return noise.toString(36)
  })
  return Buffer.from(`<p nonce="${i * 7919}">${words.join(' ')}</p>`)
}

async function fill(store: SnapshotStore, count: number): Promise<string[]> {
  await using own = store
  const names: string[] = []
  for (let i = 0; i < count; i++) {
    names.push(sha256(page(i)))
    await own.put(names[i]!, page(i))
  }
  await own.settle()
  return names
}

async function expectReadable(store: SnapshotStore, names: readonly string[]): Promise<void> {
  for (const name of names) expect(sha256(await store.read(name))).toBe(name)
}

async function namesOf(store: SnapshotStore): Promise<readonly string[]> {
  const names: string[] = []
  for await (const one of store.names()) names.push(one)
  return names
}
