import { appendFile, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zstdCompressSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Entry } from '../../core/entry.ts'
import type { ClausewatchError } from '../../core/error.ts'
import type { PublicId } from '../../core/id.ts'
import { type ArchiveOptions, openArchive } from './index.ts'

const clock = { now: () => new Date('2026-03-01T09:00:00Z'), sleep: async () => {} }
const write: ArchiveOptions = { mode: 'write', clock }
const read: ArchiveOptions = { mode: 'read', clock }

let folder: string
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'archive-')), 'data')
})
afterEach(() => rm(join(folder, '..'), { recursive: true, force: true }))

function ruling(subject: string, reason = 'asked for by the publisher'): Entry {
  return { kind: 'ruling', ruling: 'withdrawn', subject, reason, ruledAt: '2026-03-01T09:00:00Z' }
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'no error',
    (error: ClausewatchError) => error.code,
  )
}

describe('entries', () => {
  test('get consecutive positions and are read back as they were', async () => {
    await using archive = await openArchive(folder, write)
    expect(await archive.append([ruling('a'), ruling('b')])).toEqual([0, 1])
    expect(await archive.append([ruling('c')])).toEqual([2])
    expect(archive.size).toBe(3)
    expect(await archive.entryAt(1)).toEqual(ruling('b'))
  })

  test('appended at the same time keep the order of the calls', async () => {
    await using archive = await openArchive(folder, write)
    const positions = await Promise.all(['a', 'b', 'c', 'd'].map((name) => archive.append([ruling(name)])))
    expect(positions).toEqual([[0], [1], [2], [3]])
    expect(await archive.entryAt(3)).toEqual(ruling('d'))
  })

  test('stand in the file as canonical JSON, one a line', async () => {
    await using archive = await openArchive(folder, write)
    await archive.append([ruling('ü\n€')])
    expect(await readFile(join(folder, 'entries.jsonl'), 'utf8')).toBe(
      '{"kind":"ruling","reason":"asked for by the publisher","ruledAt":"2026-03-01T09:00:00Z","ruling":"withdrawn","subject":"ü\\n€"}\n',
    )
  })

  test('are streamed from any position, over the bounds of what is read at once', async () => {
    await using archive = await openArchive(folder, write)
    const entries = Array.from({ length: 900 }, (_, i) => ruling(`s${i}`, 'r'.repeat(3000)))
    await archive.append(entries)
    const seen: number[] = []
    for await (const { position, entry } of archive.entriesFrom(17)) {
      expect(entry).toEqual(entries[position])
      seen.push(position)
    }
    expect(seen).toEqual(Array.from({ length: 883 }, (_, i) => i + 17))
  })

  test('of more than 16 KiB are refused, and nothing of their batch is kept', async () => {
    await using archive = await openArchive(folder, write)
    expect(await codeOf(archive.append([ruling('a'), ruling('b', 'r'.repeat(16_384))]))).toBe('entry-too-large')
    expect(archive.size).toBe(0)
  })

  test('are there after opening again, and go on where they ended', async () => {
    {
      await using archive = await openArchive(folder, write)
      await archive.append([ruling('a'), ruling('b')])
    }
    await using archive = await openArchive(folder, write)
    expect(await archive.append([ruling('c')])).toEqual([2])
  })

  test('added by a writer are seen by a reader that was open before', async () => {
    await using archive = await openArchive(folder, write)
    await archive.append([ruling('a')])
    await using reader = await openArchive(folder, read)
    await archive.append([ruling('b')])
    expect(reader.size).toBe(2)
    expect(await reader.entryAt(1)).toEqual(ruling('b'))
  })

  test('that do not exist are refused by their number', async () => {
    await using archive = await openArchive(folder, write)
    expect(await codeOf(archive.entryAt(0))).toBe('entry-missing')
  })
})

describe('opening after a crash', () => {
  beforeEach(async () => {
    await using archive = await openArchive(folder, write)
    await archive.append([ruling('a'), ruling('b'), ruling('c')])
    archive.idFor('version', 'v1')
  })

  test('cuts off a torn last line, which was never acknowledged', async () => {
    await appendFile(join(folder, 'entries.jsonl'), '{"kind":"rul')
    await using archive = await openArchive(folder, write)
    expect(archive.size).toBe(3)
    expect(await archive.append([ruling('d')])).toEqual([3])
    expect(await archive.entryAt(3)).toEqual(ruling('d'))
  })

  test('leaves a torn last line alone when only reading', async () => {
    await appendFile(join(folder, 'entries.jsonl'), '{"kind":"rul')
    await using archive = await openArchive(folder, read)
    expect(archive.size).toBe(3)
  })

  test.each(['missing', 'torn', 'of zeros', 'short'])('makes the index again when it is %s', async (state) => {
    const index = join(folder, 'entries.idx')
    if (state === 'missing') await rm(index)
    if (state === 'torn') await truncate(index, 13)
    if (state === 'of zeros') await writeFile(index, Buffer.alloc(24))
    if (state === 'short') await truncate(index, 8)
    {
      await using reader = await openArchive(folder, read)
      expect(reader.size).toBe(3)
      expect(await reader.entryAt(2)).toEqual(ruling('c'))
    }
    await using archive = await openArchive(folder, write)
    expect(archive.size).toBe(3)
    expect(await archive.entryAt(1)).toEqual(ruling('b'))
    expect((await stat(index)).size).toBe(24)
  })

  test('reads past an index that somebody has changed in its middle', async () => {
    const bytes = await readFile(join(folder, 'entries.idx'))
    bytes[5] = 7
    await writeFile(join(folder, 'entries.idx'), bytes)
    await using archive = await openArchive(folder, read)
    expect(await archive.entryAt(1)).toEqual(ruling('b'))
    for await (const { position, entry } of archive.entriesFrom(1)) expect(entry).toEqual(ruling('abc'[position]!))
  })

  test('refuses to go on where acknowledged entries are gone', async () => {
    await truncate(join(folder, 'entries.jsonl'), 10)
    expect(await codeOf(openArchive(folder, write))).toBe('entries-lost')
  })

  test('drops a torn assignment of an id and gives the number again', async () => {
    await appendFile(join(folder, 'register.jsonl'), `{"key":"${'v2'.repeat(100)}","ki`)
    {
      await using archive = await openArchive(folder, write)
      expect(archive.idFor('version', 'v3')).toBe('CW-V-000002')
    }
    await using archive = await openArchive(folder, write)
    expect(archive.idFor('version', 'v4')).toBe('CW-V-000003')
    expect(archive.keyOf('CW-V-000002' as PublicId)).toBe('v3')
  })
})

describe('snapshots', () => {
  test('are kept once and read back verified', async () => {
    await using archive = await openArchive(folder, write)
    const bytes = Buffer.from('<h1>Terms of Use</h1>'.repeat(100))
    const [first, second] = await Promise.all([archive.putSnapshot(bytes), archive.putSnapshot(bytes)])
    expect(second).toEqual(first)
    expect(first.sizeBytes).toBe(bytes.length)
    expect(await archive.hasSnapshot(first.sha256)).toBe(true)
    expect(Buffer.from(await archive.readSnapshot(first.sha256))).toEqual(bytes)
    const files = await readdir(join(folder, 'snapshots'), { recursive: true })
    expect(files.filter((name) => name.includes('.'))).toEqual([join(first.sha256.slice(0, 2), `${first.sha256}.zst`)])
  })

  test('that are missing or damaged are named as such', async () => {
    await using archive = await openArchive(folder, write)
    const { sha256 } = await archive.putSnapshot(Buffer.from('one'))
    const path = join(folder, 'snapshots', sha256.slice(0, 2), `${sha256}.zst`)
    await writeFile(path, zstdCompressSync(Buffer.from('two')))
    expect(await codeOf(archive.readSnapshot(sha256))).toBe('snapshot-damaged')
    await writeFile(path, 'not zstd')
    expect(await codeOf(archive.readSnapshot(sha256))).toBe('snapshot-damaged')
    expect(await codeOf(archive.readSnapshot('0'.repeat(64)))).toBe('snapshot-missing')
  })
})

describe('the register', () => {
  test('gives each kind its own numbers, and the same key the same id for ever', async () => {
    {
      await using archive = await openArchive(folder, write)
      expect(archive.idFor('version', 'a')).toBe('CW-V-000001')
      expect(archive.idFor('version', 'b')).toBe('CW-V-000002')
      expect(archive.idFor('change', 'a')).toBe('CW-C-000001')
      await archive.flush()
    }
    await using archive = await openArchive(folder, write)
    expect(archive.idFor('version', 'a')).toBe('CW-V-000001')
    expect(archive.knownId('version', 'c')).toBeNull()
    expect(archive.idFor('version', 'c')).toBe('CW-V-000003')
    expect(archive.keyOf('CW-V-000002' as PublicId)).toBe('b')
  })

  test('goes on behind a gap after a restore, also for kinds that had no id', async () => {
    {
      await using archive = await openArchive(folder, write)
      archive.idFor('version', 'a')
      archive.gap()
    }
    await using archive = await openArchive(folder, write)
    expect(archive.idFor('version', 'a')).toBe('CW-V-000001')
    expect(archive.idFor('version', 'b')).toBe('CW-V-200001')
    expect(archive.idFor('change', 'a')).toBe('CW-C-200001')
  })

  test('lets a reader see ids that were assigned meanwhile', async () => {
    await using archive = await openArchive(folder, write)
    await using reader = await openArchive(folder, read)
    expect(reader.knownId('document', 'd')).toBeNull()
    archive.idFor('document', 'd')
    await archive.flush()
    expect(reader.knownId('document', 'd')).toBe('CW-D-000001')
  })
})

describe('a folder', () => {
  test('that is being written refuses a second writer, and not a reader', async () => {
    await using _archive = await openArchive(folder, write)
    const error = await openArchive(folder, write).catch((cause: ClausewatchError) => cause)
    expect(error).toMatchObject({ code: 'archive-in-use', retry: true })
    expect((error as ClausewatchError).message).toContain(`process ${process.pid}`)
    expect((error as ClausewatchError).message).toContain('2026-03-01T09:00:00Z')
    await using reader = await openArchive(folder, read)
    expect(reader.size).toBe(0)
  })

  test('can be written again after the writer has closed it', async () => {
    await (await openArchive(folder, write))[Symbol.asyncDispose]()
    await using archive = await openArchive(folder, write)
    expect(archive.size).toBe(0)
  })

  test('keeps its origin and its moment of creation', async () => {
    await (await openArchive(folder, { ...write, origin: 'demo.invalid/log' }))[Symbol.asyncDispose]()
    await using archive = await openArchive(folder, read)
    expect(archive.origin).toBe('demo.invalid/log')
    expect(archive.createdAt).toBe('2026-03-01T09:00:00Z')
    expect(await codeOf(openArchive(folder, { ...read, origin: 'real.example/log' }))).toBe('archive-other-origin')
    expect(await codeOf(openArchive(folder, { ...write, origin: 'real.example/log' }))).toBe('archive-other-origin')
  })

  test('without an archive is refused for reading', async () => {
    expect(await codeOf(openArchive(folder, read))).toBe('archive-missing')
  })

  test('of a newer format or with a broken description is refused', async () => {
    await (await openArchive(folder, write))[Symbol.asyncDispose]()
    await writeFile(join(folder, 'archive.json'), '{"format":2,"origin":"o","createdAt":"2026-01-01T00:00:00Z"}')
    expect(await codeOf(openArchive(folder, write))).toBe('archive-too-new')
    await writeFile(join(folder, 'archive.json'), '{"format":')
    expect(await codeOf(openArchive(folder, read))).toBe('archive-unreadable')
  })

  test('that cannot be made says so', async () => {
    await writeFile(join(folder, '..', 'file'), '')
    expect(await codeOf(openArchive(join(folder, '..', 'file', 'data'), write))).toBe('archive-write-failed')
  })
})
