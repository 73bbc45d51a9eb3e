import { generateKeyPairSync } from 'node:crypto'
import { appendFile, cp, mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { canonicalJson } from '../../../core/canonical-json.ts'
import type { Entry } from '../../../core/entry.ts'
import type { ClausewatchError } from '../../../core/error.ts'
import { type ArchiveOptions, type CheckpointLock, openArchive, openSuccessor } from '../index.ts'
import { parseCheckpoint } from '../verify/checkpoint.ts'
import { isConsistent } from '../verify/merkle-proof.ts'
import { isSignedBy, parseVerifierKey } from '../verify/signed-note.ts'
import { parseTlogProof, verifyTlogProof } from '../verify/tlog-proof.ts'
import { verifierKeyOf } from './log-key.ts'

const clock = { now: () => new Date('2026-03-01T09:00:00Z'), sleep: async () => {} }
const origin = 'archive.invalid/log'

let room: string
let folder: string
let write: ArchiveOptions
beforeEach(async () => {
  room = await mkdtemp(join(tmpdir(), 'log-'))
  folder = join(room, 'data')
  write = { mode: 'write', clock, origin, log: { checkpointFolder: join(room, 'outside') } }
})
afterEach(() => rm(room, { recursive: true, force: true }))

function ruling(subject: string): Entry {
  return { kind: 'ruling', ruling: 'withdrawn', subject, reason: '', ruledAt: '2026-03-01T09:00:00Z' }
}

async function fill(count: number, from = 0, options = write): Promise<void> {
  await using archive = await openArchive(folder, options)
  await archive.append(Array.from({ length: count }, (_, i) => ruling(`s${from + i}`)))
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'no error',
    (error: ClausewatchError) => error.code,
  )
}

/** A lock as the database has it. */
function memoryLock(): CheckpointLock & { value: string | null } {
  return {
    value: null,
    async read() {
      return this.value
    },
    async swap(expected, next) {
      if (this.value !== expected) return false
      this.value = next
      return true
    },
  }
}

describe('the log', () => {
  test('proves every entry under the key that it gives out', async () => {
    await fill(300)
    await using archive = await openArchive(folder, { mode: 'read', clock })
    const key = (await parseVerifierKey(archive.log.verifierKey()!))!
    expect(key.name).toBe(origin)
    for (const position of [0, 1, 255, 256, 299]) {
      const proof = parseTlogProof(archive.log.inclusionProof(position)!)!
      expect(proof.index).toBe(position)
      expect(await verifyTlogProof(proof, Buffer.from(canonicalJson(ruling(`s${position}`))), key)).toBe('holds')
      expect(await verifyTlogProof(proof, Buffer.from('other'), key)).toBe('not-included')
    }
    expect(archive.log.inclusionProof(300)).toBeNull()
  })

  test('only grows: an earlier checkpoint is consistent with a later one', async () => {
    await fill(100)
    const earlier = parseCheckpoint(await readFile(join(folder, 'log', 'checkpoint'), 'utf8'))!
    await fill(200, 100)
    await using archive = await openArchive(folder, { mode: 'read', clock })
    const later = parseCheckpoint(archive.log.checkpoint()!)!
    expect([earlier.size, later.size]).toEqual([100, 300])
    expect(await isConsistent(earlier, later, archive.log.consistencyProof(100, 300))).toBe(true)
  })

  test('takes in entries that were written without it, unchanged', async () => {
    await fill(5)
    const lines = await readFile(join(folder, 'entries.jsonl'), 'utf8')
    await rm(join(folder, 'log'), { recursive: true })
    await rm(join(room, 'outside'), { recursive: true })
    await fill(1, 5)
    expect((await readFile(join(folder, 'entries.jsonl'), 'utf8')).startsWith(lines)).toBe(true)
    expect(parseCheckpoint(await readFile(join(folder, 'log', 'checkpoint'), 'utf8'))!.size).toBe(6)
  })

  test('goes on when a crash came between entries and checkpoint', async () => {
    await fill(5)
    await appendFile(join(folder, 'entries.jsonl'), `${canonicalJson(ruling('s5'))}\n`)
    await fill(1, 6)
    await using archive = await openArchive(folder, write)
    expect(archive.size).toBe(7)
    expect(parseCheckpoint(archive.log.checkpoint()!)!.size).toBe(7)
  })

  test.each(['missing', 'short', 'wrong'])('makes its hashes again when they are %s', async (state) => {
    await fill(300)
    const before = await readFile(join(folder, 'log', 'checkpoint'), 'utf8')
    const level = join(folder, 'log', 'level-0')
    if (state === 'missing') await rm(level)
    if (state === 'short') await truncate(level, 1000)
    if (state === 'wrong') await writeFile(level, Buffer.alloc((await stat(level)).size, 7))
    await fill(1, 300)
    await using archive = await openArchive(folder, write)
    const key = (await parseVerifierKey(archive.log.verifierKey()!))!
    const proof = parseTlogProof(archive.log.inclusionProof(17)!)!
    expect(await verifyTlogProof(proof, Buffer.from(canonicalJson(ruling('s17'))), key)).toBe('holds')
    expect(await isConsistent(parseCheckpoint(before)!, proof.checkpoint, archive.log.consistencyProof(300, 301))).toBe(
      true,
    )
  })
})

describe('what is served', () => {
  test('are tiles and bundles whose entries hash to the tiles', async () => {
    await fill(300)
    await using archive = await openArchive(folder, { mode: 'read', clock })
    const full = await archive.log.resource('tile/0/000')
    const part = await archive.log.resource('tile/0/001.p/44')
    const above = await archive.log.resource('tile/1/000.p/1')
    expect([full, part, above].map((tile) => tile!.body.length)).toEqual([8192, 44 * 32, 32])
    const bundle = Buffer.from((await archive.log.resource('tile/entries/001.p/44'))!.body)
    const first = bundle.subarray(2, 2 + bundle.readUInt16BE(0))
    expect(first.toString()).toBe(canonicalJson(ruling('s256')))
    expect((await archive.log.resource('checkpoint'))!.isImmutable).toBe(false)
  })

  test.each([
    'tile/0/001',
    'tile/0/001.p/45',
    'tile/0/000.p/0',
    'tile/0/1',
    'tile/00/000',
    'tile/2/000.p/1',
    'key.pem',
    '../archive.json',
  ])('is not %s', async (path) => {
    await fill(300)
    await using archive = await openArchive(folder, { mode: 'read', clock })
    expect(await archive.log.resource(path)).toBeNull()
  })
})

describe('a folder that does not fit its last checkpoint', () => {
  test('because it was put back as it was is refused', async () => {
    await fill(5)
    await cp(folder, join(room, 'old'), { recursive: true })
    await fill(5, 5)
    await rm(folder, { recursive: true })
    await cp(join(room, 'old'), folder, { recursive: true })
    expect(await codeOf(openArchive(folder, write))).toBe('archive-rolled-back')
  })

  test('because another writer went on with a copy is refused', async () => {
    await fill(5)
    await cp(folder, join(room, 'copy'), { recursive: true })
    await fill(5, 5)
    await (await openArchive(join(room, 'copy'), { ...write, log: {} }))[Symbol.asyncDispose]()
    folder = join(room, 'copy')
    await fill(7, 50, { ...write, log: {} })
    expect(await codeOf(openArchive(folder, write))).toBe('log-forked')
  })

  test('because an entry was changed is refused', async () => {
    await fill(5)
    const path = join(folder, 'entries.jsonl')
    await writeFile(path, (await readFile(path, 'utf8')).replace('"s2"', '"x2"'))
    await rm(join(folder, 'log', 'level-0'))
    expect(await codeOf(openArchive(folder, write))).toBe('log-forked')
  })

  test('is refused without its key, or with another one', async () => {
    await fill(1)
    await rm(join(folder, 'log', 'key.pem'))
    expect(await codeOf(openArchive(folder, write))).toBe('log-key-missing')
    await writeFile(join(folder, 'log', 'key.pem'), 'nothing')
    expect(await codeOf(openArchive(folder, write))).toBe('log-key-unreadable')
    const other = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' })
    await writeFile(join(folder, 'log', 'key.pem'), other)
    expect(await codeOf(openArchive(folder, write))).toBe('log-key-unreadable')
  })

  test('or a checkpoint of another key is refused', async () => {
    await fill(1)
    const path = join(folder, 'log', 'checkpoint')
    await writeFile(path, (await readFile(path, 'utf8')).replace('\n1\n', '\n2\n'))
    expect(await codeOf(openArchive(folder, write))).toBe('checkpoint-unreadable')
  })
})

describe('the lock checkpoint', () => {
  test('moves on before anything is acknowledged', async () => {
    const lock = memoryLock()
    await using archive = await openArchive(folder, { ...write, log: { lock } })
    await archive.append([ruling('a')])
    expect(parseCheckpoint(lock.value!)!.size).toBe(1)
    await archive.append([ruling('b'), ruling('c')])
    expect(parseCheckpoint(lock.value!)!.size).toBe(3)
  })

  test('stops a writer behind whose back another one has locked', async () => {
    const lock = memoryLock()
    await using archive = await openArchive(folder, { ...write, log: { lock } })
    await archive.append([ruling('a')])
    lock.value = 'something else'
    expect(await codeOf(archive.append([ruling('b')]))).toBe('log-lock-lost')
  })

  test('that was saved although the answer failed forks nothing', async () => {
    const lock = memoryLock()
    await fill(1, 0, { ...write, log: { lock } })
    const failing: CheckpointLock = {
      read: () => lock.read(),
      async swap(expected, next) {
        await lock.swap(expected, next)
        throw new Error('connection lost')
      },
    }
    {
      await using archive = await openArchive(folder, { ...write, log: { lock: failing } })
      await expect(archive.append([ruling('b')])).rejects.toThrow('connection lost')
    }
    await using archive = await openArchive(folder, { ...write, log: { lock } })
    expect(archive.size).toBe(2)
    expect(await archive.append([ruling('c')])).toEqual([2])
    expect(parseCheckpoint(lock.value!)!.size).toBe(3)
  })
})

describe('a new key', () => {
  test('is named in the log under the old one, and signs from then on', async () => {
    const lock = memoryLock()
    const options = { ...write, log: { ...write.log, lock } }
    await fill(2, 0, options)
    const before = await readFile(join(folder, 'log', 'checkpoint'), 'utf8')
    {
      await using archive = await openArchive(folder, options)
      await archive.rotateKey('the machine was sold')
      await archive.append([ruling('a')])
    }
    await using archive = await openArchive(folder, options)
    const [fresh, old] = await Promise.all(archive.log.verifierKeys().map(parseVerifierKey))
    expect(await archive.entryAt(2)).toMatchObject({ ruling: 'key-rotated', subject: archive.log.verifierKey() })
    const now = parseCheckpoint(archive.log.checkpoint()!)!
    expect(await isSignedBy(now.note, fresh!)).toBe(true)
    expect(await isSignedBy(now.note, old!)).toBe(false)
    expect(await isConsistent(parseCheckpoint(before)!, now, archive.log.consistencyProof(2, now.size))).toBe(true)
    expect((await archive.audit()).problems).toEqual([])
  })

  test('that no ruling names yet after a crash is given up, one that is named is taken', async () => {
    await fill(1)
    const file = join(folder, 'log', 'key.pem')
    const old = await readFile(file, 'utf8')
    const next = generateKeyPairSync('ed25519').privateKey
    await writeFile(`${file}.next`, next.export({ format: 'pem', type: 'pkcs8' }))
    await fill(1, 1)
    expect(await readFile(file, 'utf8')).toBe(old)
    const publicKey = Buffer.from(next.export({ format: 'jwk' }).x!, 'base64url')
    const subject = verifierKeyOf({ name: origin, publicKey })
    {
      await using archive = await openArchive(folder, write)
      await archive.append([
        { kind: 'ruling', ruling: 'key-rotated', subject, reason: '', ruledAt: '2026-03-01T09:00:00Z' },
      ])
    }
    await writeFile(`${file}.next`, next.export({ format: 'pem', type: 'pkcs8' }))
    await using archive = await openArchive(folder, write)
    expect(archive.log.verifierKey()).toBe(subject)
  })
})

describe('a successor', () => {
  test('of a log that was put back goes on from what is there and names what is missing', async () => {
    const lock = memoryLock()
    const options = { ...write, log: { ...write.log, lock } }
    await fill(5, 0, options)
    await cp(folder, join(room, 'old'), { recursive: true })
    await fill(5, 5, options)
    const last = parseCheckpoint(await readFile(join(folder, 'log', 'checkpoint'), 'utf8'))!
    await rm(folder, { recursive: true })
    await cp(join(room, 'old'), folder, { recursive: true })
    expect(await codeOf(openArchive(folder, options))).toBe('archive-rolled-back')
    {
      await using archive = await openSuccessor(folder, { clock, log: options.log, reason: 'the disk failed' })
      expect(archive.origin).toBe(`${origin}/2`)
      expect(archive.size).toBe(6)
      const first = await archive.entryAt(5)
      expect(first).toMatchObject({ kind: 'ruling', ruling: 'successor', reason: 'the disk failed' })
      expect((first as { subject: string }).subject).toBe(last.note.text.trim().replaceAll('\n', ' '))
      expect(archive.idFor('version', 'new')).toBe('CW-V-200001')
    }
    await fill(1, 6, options)
    await using archive = await openArchive(folder, { mode: 'read', clock, origin })
    expect((await archive.audit()).problems).toEqual([])
    expect(parseCheckpoint(archive.log.checkpoint()!)).toMatchObject({ origin: `${origin}/2`, size: 7 })
    expect(parseCheckpoint(lock.value!)!.origin).toBe(`${origin}/2`)
    expect(await readFile(join(folder, 'log-1', 'checkpoint'), 'utf8')).toContain(`${origin}\n5\n`)
  })

  test('of a log without its key has a key of its own', async () => {
    await fill(2)
    await rm(join(folder, 'log', 'key.pem'))
    {
      await using archive = await openSuccessor(folder, { clock, log: write.log!, reason: 'the key is lost' })
      expect(archive.size).toBe(3)
    }
    await fill(1, 3)
    await using archive = await openArchive(folder, write)
    expect((await archive.audit()).problems).toEqual([])
  })
})
