import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Entry } from '../../core/entry.ts'
import { type Archive, openArchive } from './index.ts'

const clock = { now: () => new Date('2026-03-01T09:00:00Z'), sleep: async () => {} }
const key = { platform: 'lumenwrite', document: 'terms' }

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'audit-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** One received capture of a page, and its reading as `text` (null: not the policy). */
async function observe(archive: Archive, html: string, text: string | null): Promise<string> {
  const { sha256, sizeBytes } = await archive.putSnapshot(Buffer.from(html))
  const at = '2026-03-01T09:00:00Z'
  const capture: Entry = {
    kind: 'capture',
    key,
    source: { url: 'https://lumenwrite.example/terms', position: 0 },
    outcome: 'received',
    finalUrl: 'https://lumenwrite.example/terms',
    status: 200,
    headers: {},
    parts: [{ kind: 'response', sha256, sizeBytes, mediaType: 'text/html' }],
    reason: '',
    startedAt: at,
    finishedAt: at,
    acceptLanguage: 'en',
    userAgent: 'test',
  }
  const [position] = await archive.append([capture])
  const verdict = text === null ? 'blocked' : 'policy'
  const policyText = text === null ? null : text.repeat(64).slice(0, 64)
  await archive.append([
    { kind: 'reading', key, reads: [position!], verdict, reason: 'r', policyText, stages: {}, readAt: at },
  ])
  return sha256
}

async function auditAgain(options = {}) {
  await using archive = await openArchive(folder, { mode: 'read', clock })
  return await archive.audit(options)
}

const write = () => openArchive(folder, { mode: 'write', clock, origin: 'demo.invalid/audit' })

describe('an audit', () => {
  test('of a sound archive covers everything and finds nothing', async () => {
    {
      await using archive = await write()
      for (let i = 0; i < 4; i++) await observe(archive, `page ${i}`, 'a')
    }
    const seen: string[] = []
    const onProgress = (done: number, _of: number, what: string) => seen.push(`${what} ${done}`)
    expect(await auditAgain({ onProgress })).toEqual({
      problems: [],
      entries: { count: 8, inLog: 8 },
      snapshots: { named: 4, verified: 4, released: 0, withdrawn: 0, unnamed: 0 },
      texts: { named: 0, verified: 0, withdrawn: 0 },
      readings: { count: 4, reread: 0, kept: 0, unchecked: 4 },
    })
    expect(seen).toEqual([
      'snapshots 1',
      'snapshots 2',
      'snapshots 3',
      'snapshots 4',
      ...[1, 2, 3, 4].map((n) => `readings ${n}`),
    ])
  })

  test('names the entry that was changed', async () => {
    {
      await using archive = await write()
      for (let i = 0; i < 4; i++) await observe(archive, `page ${i}`, 'a')
    }
    const path = join(folder, 'entries.jsonl')
    const lines = (await readFile(path, 'utf8')).split('\n')
    lines[4] = lines[4]!.replace('"status":200', '"status":201')
    await writeFile(path, lines.join('\n'))
    const { problems } = await auditAgain()
    expect(problems.map(({ kind, subject }) => `${kind} ${subject}`)).toEqual([
      'entry-changed 4',
      'log-differs checkpoint',
    ])
  })

  test('tells lost from damaged, and both from what was put and never entered', async () => {
    let names: string[]
    {
      await using archive = await write()
      names = [
        await observe(archive, 'one', 'a'),
        await observe(archive, 'two', 'a'),
        await observe(archive, 'three', 'a'),
      ]
      await archive.putSnapshot(Buffer.from('four'))
    }
    const pathOf = (name: string) => join(folder, 'snapshots', name.slice(0, 2), `${name}.zst`)
    await rm(pathOf(names[0]!))
    await writeFile(pathOf(names[1]!), 'damaged')
    const { problems, snapshots } = await auditAgain()
    expect(problems.map(({ kind, subject }) => [kind, subject])).toEqual([
      ['snapshot-lost', names[0]],
      ['snapshot-damaged', names[1]],
    ])
    expect(snapshots).toMatchObject({ named: 3, verified: 1, unnamed: 1 })
  })

  test('reads the texts again where it is told how', async () => {
    {
      await using archive = await write()
      await observe(archive, 'one', 'a')
      await observe(archive, 'two', 'b')
      await observe(archive, 'three', null)
    }
    const { problems, readings } = await auditAgain({ reread: async () => 'a'.repeat(64) })
    expect(problems.map(({ kind, subject }) => `${kind} ${subject}`)).toEqual(['reading-differs 3'])
    expect(readings).toMatchObject({ count: 3, reread: 1 })
  })

  test('refuses a checkpoint that another key has signed', async () => {
    {
      await using archive = await write()
      await observe(archive, 'one', 'a')
    }
    const path = join(folder, 'log', 'checkpoint')
    await writeFile(path, (await readFile(path, 'utf8')).replace('\n2\n', '\n1\n'))
    expect((await auditAgain()).problems).toMatchObject([{ kind: 'checkpoint-invalid' }])
  })
})

describe('retention', () => {
  test('keeps the first and the last capture of a text, and what may be needed', async () => {
    await using archive = await write()
    const [first, second, third] = [
      await observe(archive, 'a1', 'a'),
      await observe(archive, 'a2', 'a'),
      await observe(archive, 'a3', 'a'),
    ]
    const blocked = await observe(archive, 'wall', null)
    const others = [await observe(archive, 'b1', 'b'), await observe(archive, 'a4', 'a')]
    await archive.repack({ budgetMs: 1e6, retention: 'first-and-last' })
    expect(await archive.hasSnapshot(second)).toBe(true) // put in this session: an entry may be on its way
    await archive[Symbol.asyncDispose]()
    {
      await using again = await write()
      await again.repack({ budgetMs: 1e6, retention: 'first-and-last' })
      expect(await again.hasSnapshot(second)).toBe(false)
      for (const name of [first, blocked, ...others]) expect(await again.hasSnapshot(name)).toBe(true)
    }
    const { problems, snapshots } = await auditAgain()
    expect(problems).toEqual([])
    expect(snapshots).toMatchObject({ named: 6, verified: 4, released: 2 })
    await using reader = await openArchive(folder, { mode: 'read', clock })
    const rulings: unknown[] = []
    for await (const { entry } of reader.entriesFrom(12)) rulings.push(entry)
    expect(rulings).toMatchObject([
      { kind: 'ruling', ruling: 'released', subject: second },
      { kind: 'ruling', ruling: 'released', subject: third },
    ])
  })

  test('keeps two captures of each text of a page that alternates', async () => {
    const names: string[] = []
    {
      await using archive = await write()
      for (let i = 0; i < 8; i++) names.push(await observe(archive, `page ${i}`, i % 2 ? 'a' : 'b'))
    }
    await using again = await write()
    await again.repack({ budgetMs: 1e6, retention: 'first-and-last' })
    const held = await Promise.all(names.map((name) => again.hasSnapshot(name)))
    expect(held).toEqual([true, true, false, false, false, false, true, true])
  })

  test('waits until there are enough to release', async () => {
    {
      await using archive = await write()
      for (let i = 0; i < 5; i++) await observe(archive, `a${i}`, 'a')
    }
    await using again = await write()
    await again.repack({ budgetMs: 1e6, retention: 'first-and-last', releaseFrom: 4 })
    expect((await again.audit()).snapshots).toMatchObject({ verified: 5, released: 0 })
    await again.repack({ budgetMs: 1e6, retention: 'first-and-last', releaseFrom: 3 })
    expect((await again.audit()).snapshots).toMatchObject({ verified: 2, released: 3 })
  })

  test('treats a wall that stays like a text that stays', async () => {
    const names: string[] = []
    {
      await using archive = await write()
      for (let i = 0; i < 4; i++) names.push(await observe(archive, `wall ${i}`, null))
    }
    await using again = await write()
    await again.repack({ budgetMs: 1e6, retention: 'first-and-last' })
    expect(await Promise.all(names.map((name) => again.hasSnapshot(name)))).toEqual([true, false, false, true])
  })

  test('keeps all where nothing else was asked for', async () => {
    {
      await using archive = await write()
      for (let i = 0; i < 5; i++) await observe(archive, `a${i}`, 'a')
    }
    await using again = await write()
    await again.repack({ budgetMs: 1e6 })
    expect((await again.audit()).snapshots).toMatchObject({ named: 5, verified: 5 })
  })

  test('keeps bytes that another capture names as its first', async () => {
    let shared: string
    {
      await using archive = await write()
      shared = await observe(archive, 'same', 'a')
      await observe(archive, 'a2', 'a')
      await observe(archive, 'same', 'a')
      await observe(archive, 'a4', 'a')
    }
    await using again = await write()
    await again.repack({ budgetMs: 1e6, retention: 'first-and-last' })
    expect(await again.hasSnapshot(shared)).toBe(true)
  })
})

describe('a take-down', () => {
  test('removes bytes, keeps entries and proofs, and says why', async () => {
    let name: string
    {
      await using archive = await write()
      name = await observe(archive, 'private', 'a')
      await observe(archive, 'other', 'b')
      await archive.withdraw([name], 'personal data of a reader')
      await archive.flush()
      expect(await archive.hasSnapshot(name)).toBe(false)
      expect(archive.log.inclusionProof(0)).not.toBeNull()
      expect(await archive.entryAt(4)).toMatchObject({
        ruling: 'withdrawn',
        subject: name,
        reason: 'personal data of a reader',
      })
    }
    expect(await auditAgain()).toMatchObject({ problems: [], snapshots: { verified: 1, withdrawn: 1 } })
    for (const file of await readdir(join(folder, 'snapshots'), { recursive: true })) expect(file).not.toContain(name)
  })

  test('finished by the next repacking where a crash came after its ruling', async () => {
    let name: string
    {
      await using archive = await write()
      name = await observe(archive, 'private', 'a')
      await archive.append([
        { kind: 'ruling', ruling: 'withdrawn', subject: name, reason: 'r', ruledAt: '2026-03-01T09:00:00Z' },
      ])
    }
    await using archive = await write()
    await archive.repack({ budgetMs: 1e6 })
    expect(await archive.hasSnapshot(name)).toBe(false)
  })
})

describe('a record', () => {
  test('is verified in two statements, each with its moment', async () => {
    await using archive = await write()
    const name = await observe(archive, 'one', 'a')
    expect((await archive.verifyRecord(1)).stored).toEqual({
      kind: 'verified',
      at: '2026-03-01T09:00:00Z',
      detail: name,
    })
    await archive.flush()
    expect((await archive.verifyRecord(1)).inLog).toEqual({
      kind: 'verified',
      at: '2026-03-01T09:00:00Z',
      detail: 'entries 1, 0 in the checkpoint of 2 entries',
    })
  })

  test('says what does not hold: bytes withdrawn, an entry newer than the checkpoint', async () => {
    await using archive = await write()
    await archive.withdraw([await observe(archive, 'one', 'a')], 'asked for')
    await archive.flush()
    expect((await archive.verifyRecord(1)).stored).toMatchObject({
      kind: 'not-verified',
      reason: expect.stringContaining('no longer held'),
    })
    await observe(archive, 'two', 'a')
    expect((await archive.verifyRecord(4)).inLog).toMatchObject({
      kind: 'not-verified',
      reason: expect.stringContaining('newer'),
    })
  })
})
