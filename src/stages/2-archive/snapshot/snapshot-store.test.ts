/** One suite for every member of the family. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sha256 } from '../../../core/canonical-json.ts'
import type { Entry } from '../../../core/entry.ts'
import { localDisk } from '../disk.ts'
import { openArchive } from '../index.ts'
import { FolderStore } from './folder-store.ts'
import { ObjectStore, type Objects } from './object-store.ts'
import type { SnapshotStore } from './snapshot-store.ts'

/** As a store of objects has them, with its habit of ignoring that an object is there already. */
class MemoryObjects implements Objects {
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
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'store-'))
  objects = new MemoryObjects()
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const members: readonly (readonly [string, () => SnapshotStore])[] = [
  ['folder', () => new FolderStore(localDisk, folder)],
  ['objects', () => new ObjectStore(objects)],
]

describe.each(members)('a store of kind %s', (_name, make) => {
  const bytes = Buffer.from('<h1>Terms</h1>'.repeat(50))
  const name = sha256(bytes)

  test('gives back what was put, and tells what it has', async () => {
    await using store = make()
    expect(await store.has(name)).toBe(false)
    await store.put(name, bytes)
    await store.put(name, bytes)
    await store.settle()
    expect(await store.has(name)).toBe(true)
    expect(Buffer.from(await store.read(name)).equals(bytes)).toBe(true)
    expect(await namesOf(store)).toEqual([name])
  })

  test('keeps an empty snapshot apart from a missing one', async () => {
    await using store = make()
    const empty = sha256('')
    await expect(store.read(empty)).rejects.toMatchObject({ code: 'snapshot-missing' })
    await store.put(empty, new Uint8Array())
    expect(await store.read(empty)).toHaveLength(0)
    expect(await store.has(empty)).toBe(true)
  })

  test('finds in the next process what this one has put', async () => {
    {
      await using store = make()
      await store.put(name, bytes)
      await store.settle()
    }
    await using store = make()
    expect(await store.has(name)).toBe(true)
  })

  test('releases for good, and takes the same bytes again', async () => {
    await using store = make()
    await store.put(name, bytes)
    await store.release(new Set([name, '0'.repeat(64)]))
    expect(await store.has(name)).toBe(false)
    await expect(store.read(name)).rejects.toMatchObject({ code: 'snapshot-missing' })
    expect(await namesOf(store)).toEqual([])
    await store.put(name, bytes)
    expect(await store.has(name)).toBe(true)
  })

  test('is repacked without losing anything', async () => {
    await using store = make()
    await store.put(name, bytes)
    await store.settle()
    expect((await store.repack([[name]], 1e6)).finished).toBe(true)
    expect(Buffer.from(await store.read(name)).equals(bytes)).toBe(true)
  })

  test('refuses what is no name', async () => {
    await using store = make()
    await expect(store.has('../../etc/passwd')).rejects.toThrow('not a SHA-256')
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
    expect(objects.puts).toBe(1)
    await archive.append([ruling])
    expect(Buffer.from(await archive.readSnapshot(name)).toString()).toBe('one')
    for (const key of objects.objects.keys()) objects.objects.set(key, Buffer.from('damaged'))
    await expect(archive.readSnapshot(name)).rejects.toMatchObject({ code: 'snapshot-damaged' })
  })

  test('that does not answer says so', async () => {
    const silent = { ...objects, get: () => Promise.reject(new Error('connection refused')) } as unknown as Objects
    await using store = new ObjectStore(silent)
    await expect(store.has('0'.repeat(64))).rejects.toMatchObject({ code: 'object-store-unreachable', retry: true })
  })
})

async function namesOf(store: SnapshotStore): Promise<readonly string[]> {
  const names: string[] = []
  for await (const one of store.names()) names.push(one)
  return names
}
