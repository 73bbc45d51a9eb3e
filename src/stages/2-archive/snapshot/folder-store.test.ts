import { randomBytes } from 'node:crypto'
import { mkdtemp, open, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sha256 } from '../../../core/canonical-json.ts'
import { localDisk } from '../disk.ts'
import { MAX_DEPTH } from './choose-base.ts'
import { FolderStore } from './folder-store.ts'
import { repackSnapshots } from './repack.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'snapshots-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** A page whose captures differ in a token and grow by a line now and then. */
function page(i: number): Buffer {
  let noise = 7
  const words = Array.from({ length: 4000 }, () => {
    noise = (noise * 48271) % 2147483647
    return noise.toString(36)
  })
  return Buffer.from(`<p nonce="${i * 7919}">${words.join(' ')}</p>${'<p>line</p>'.repeat(i >> 3)}`)
}

async function fill(store: FolderStore, count: number, from = 0): Promise<string[]> {
  const names: string[] = []
  for (let i = from; i < from + count; i++) {
    const bytes = page(i)
    names.push(sha256(bytes))
    await store.put(sha256(bytes), bytes)
  }
  await store.settle()
  return names
}

async function sizeOf(): Promise<number> {
  let sum = 0
  for (const entry of await readdir(join(folder, 'snapshots'), { withFileTypes: true, recursive: true })) {
    if (entry.isFile()) sum += (await stat(join(entry.parentPath, entry.name))).size
  }
  return sum
}

async function expectAllReadable(store: FolderStore, names: readonly string[]): Promise<void> {
  for (const name of names) expect(sha256(await store.read(name))).toBe(name)
}

describe('repacking', () => {
  test('keeps every snapshot readable, in a fraction of the room and through few others', async () => {
    await using store = new FolderStore(localDisk, folder)
    const names = await fill(store, 150)
    const before = await sizeOf()
    expect(await repackSnapshots(store, [names], Number.POSITIVE_INFINITY)).toEqual({ packed: 150, finished: true })
    expect(await store.loose()).toEqual([])
    expect(await sizeOf()).toBeLessThan(before / 20)
    await expectAllReadable(store, names)
    const bases = new Map([...store.packs.all()].map(({ sha256: name, base }) => [name, base]))
    const depths = names.map((name) => {
      let depth = 0
      for (let at = bases.get(name) ?? null; at !== null; at = bases.get(at) ?? null) depth++
      return depth
    })
    expect(Math.max(...depths)).toBe(MAX_DEPTH)
  })

  test('keeps a page that alternates in the room of its two kinds', async () => {
    await using store = new FolderStore(localDisk, folder)
    const kinds = [randomBytes(20_000), randomBytes(20_000)]
    const pages = Array.from({ length: 40 }, (_, i) => Buffer.concat([kinds[i % 2]!, Buffer.from(`${i}`)]))
    for (const bytes of pages) await store.put(sha256(bytes), bytes)
    await repackSnapshots(store, [pages.map(sha256)], Number.POSITIVE_INFINITY)
    await expectAllReadable(store, pages.map(sha256))
    // A few stand where the plan leaves no choice.
    expect(await sizeOf()).toBeLessThan(5 * 20_000)
  })

  test('goes on in the same window when more has come', async () => {
    await using store = new FolderStore(localDisk, folder)
    const first = await fill(store, 10)
    await repackSnapshots(store, [first], Number.POSITIVE_INFINITY)
    const second = await fill(store, 10, 10)
    await repackSnapshots(store, [[...first, ...second]], Number.POSITIVE_INFINITY)
    await expectAllReadable(store, [...first, ...second])
    const standAlone = [...store.packs.all()].filter(({ base }) => base === null)
    expect(standAlone.map(({ sha256: name }) => name)).toEqual([first[0]])
  })

  test('stops when its time is used up and finishes the next time', async () => {
    await using store = new FolderStore(localDisk, folder)
    const names = await fill(store, 20)
    expect(await repackSnapshots(store, [names], 0)).toEqual({ packed: 0, finished: false })
    expect((await repackSnapshots(store, [names], Number.POSITIVE_INFINITY)).finished).toBe(true)
    await expectAllReadable(store, names)
  })

  test('is not told twice: what is packed is not put again', async () => {
    await using store = new FolderStore(localDisk, folder)
    const names = await fill(store, 3)
    await repackSnapshots(store, [names], Number.POSITIVE_INFINITY)
    await fill(store, 3)
    expect(await store.loose()).toEqual([])
  })

  test('removes a loose file that a crash left beside its packed copy', async () => {
    await using store = new FolderStore(localDisk, folder)
    const names = await fill(store, 3)
    await repackSnapshots(store, [names], Number.POSITIVE_INFINITY)
    await using other = new FolderStore(localDisk, folder)
    await writeFile(join(folder, 'snapshots', names[1]!.slice(0, 2), `${names[1]}.zst`), 'left over')
    await repackSnapshots(other, [names], Number.POSITIVE_INFINITY)
    expect(await other.loose()).toEqual([])
    await expectAllReadable(other, names)
  })
})

describe('packs', () => {
  test.each([
    ['is missing', async (index: string) => rm(index)],
    ['is torn', async (index: string) => truncate(index, 100)],
    ['is of zeros', async (index: string) => writeFile(index, Buffer.alloc(400))],
  ])('are read from their own headers where the index %s', async (_state, spoil) => {
    const names: string[] = []
    {
      await using store = new FolderStore(localDisk, folder)
      names.push(...(await fill(store, 5)))
      await repackSnapshots(store, [names], Number.POSITIVE_INFINITY)
    }
    await spoil(join(folder, 'snapshots', 'pack-000001.idx'))
    await using store = new FolderStore(localDisk, folder)
    await expectAllReadable(store, names)
    const more = await fill(store, 2, 5)
    await repackSnapshots(store, [[...names, ...more]], Number.POSITIVE_INFINITY)
    await using again = new FolderStore(localDisk, folder)
    await expectAllReadable(again, [...names, ...more])
  })

  test('go on where a crash left a pack without its index', async () => {
    await using store = new FolderStore(localDisk, folder)
    const names = await fill(store, 2)
    await writeFile(join(folder, 'snapshots', 'pack-000001.zpack'), '')
    await using again = new FolderStore(localDisk, folder)
    await repackSnapshots(again, [names], Number.POSITIVE_INFINITY)
    await expectAllReadable(again, names)
  })

  test('go on behind the last whole record after a torn write', async () => {
    const names: string[] = []
    {
      await using store = new FolderStore(localDisk, folder)
      names.push(...(await fill(store, 5)))
      await repackSnapshots(store, [names], Number.POSITIVE_INFINITY)
    }
    const pack = join(folder, 'snapshots', 'pack-000001.zpack')
    await writeFile(pack, Buffer.alloc(50, 1), { flag: 'a' })
    await using store = new FolderStore(localDisk, folder)
    const more = await fill(store, 2, 5)
    await repackSnapshots(store, [[...names, ...more]], Number.POSITIVE_INFINITY)
    await rm(join(folder, 'snapshots', 'pack-000001.idx'))
    await using again = new FolderStore(localDisk, folder)
    await expectAllReadable(again, [...names, ...more])
  })

  test('are seen by a reader that was open before', async () => {
    await using store = new FolderStore(localDisk, folder)
    const names = await fill(store, 4)
    await using reader = new FolderStore(localDisk, folder)
    await expectAllReadable(reader, names)
    await repackSnapshots(store, [names], Number.POSITIVE_INFINITY)
    await expectAllReadable(reader, names)
  })

  test('name the snapshot that is damaged, not those that rest on it', async () => {
    await using store = new FolderStore(localDisk, folder)
    const names = await fill(store, 4)
    await repackSnapshots(store, [names], Number.POSITIVE_INFINITY)
    const first = store.packs.find(names[0]!)!
    const file = join(folder, 'snapshots', first.pack)
    await using again = new FolderStore(localDisk, folder)
    const handle = await open(file, 'r+')
    await handle.write(Buffer.alloc(200, 0xff), 0, 200, first.offset + 500)
    await handle.close()
    await expect(again.read(names[3]!)).rejects.toMatchObject({
      code: 'snapshot-damaged',
      message: expect.stringContaining(names[0]!),
    })
  })
})

describe('releasing', () => {
  test('removes bytes for good, packed or not, and keeps what rested on them', async () => {
    await using store = new FolderStore(localDisk, folder)
    const packed = await fill(store, 10)
    await repackSnapshots(store, [packed], Number.POSITIVE_INFINITY)
    const loose = await fill(store, 2, 10)
    const gone = new Set([packed[0]!, packed[4]!, loose[1]!])
    await store.release(gone)
    const kept = [...packed, ...loose].filter((name) => !gone.has(name))
    await expectAllReadable(store, kept)
    for (const name of gone) {
      expect(await store.has(name)).toBe(false)
      await expect(store.read(name)).rejects.toMatchObject({ code: 'snapshot-missing' })
    }
    const names: string[] = []
    for await (const name of store.names()) names.push(name)
    expect(names.sort()).toEqual(kept.sort())
    await repackSnapshots(store, [kept], Number.POSITIVE_INFINITY)
    await expectAllReadable(store, kept)
  })

  test('is seen by a reader that has the pack open', async () => {
    await using store = new FolderStore(localDisk, folder)
    const names = await fill(store, 4)
    await repackSnapshots(store, [names], Number.POSITIVE_INFINITY)
    await using reader = new FolderStore(localDisk, folder)
    await expectAllReadable(reader, names)
    await store.release(new Set([names[1]!]))
    await expect(reader.read(names[1]!)).rejects.toMatchObject({ code: 'snapshot-missing' })
    await expectAllReadable(reader, names.toSpliced(1, 1))
  })
})
