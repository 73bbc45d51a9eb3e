/** One round of work on an archive, and the independent check of what it must have left. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { Entry } from '../../src/core/entry.ts'
import type { PublicId } from '../../src/core/id.ts'
import type { Disk } from '../../src/stages/2-archive/disk.ts'
import { type Archive, openArchive } from '../../src/stages/2-archive/index.ts'
import { parseCheckpoint } from '../../src/stages/2-archive/verify/checkpoint.ts'
import { isConsistent } from '../../src/stages/2-archive/verify/merkle-proof.ts'
import { checkpointLock } from '../../src/store/checkpoint-lock.ts'

export const clock = { now: () => new Date('2026-03-01T09:00:00Z'), sleep: async () => {} }
const key = { platform: 'lumenwrite', document: 'terms' }

/** What the archive has said that it keeps. */
export class Acknowledged {
  readonly entries = new Map<number, Entry>()
  readonly snapshots = new Set<string>()
  readonly ids = new Map<string, PublicId>()
  readonly checkpoints = new Set<string>()
}

export function openFor(folder: string, disk?: Disk): Promise<Archive> {
  const log = { checkpointFolder: join(folder, '..', 'outside'), lock: checkpointLock(folder) }
  return openArchive(join(folder), {
    mode: 'write',
    clock,
    origin: 'fault.invalid/log',
    log,
    ...(disk ? { disk } : {}),
  })
}

/** Captures with readings, ids, a take-down, a release and a repacking. */
export async function workOneRound(archive: Archive, acknowledged: Acknowledged, round: number): Promise<void> {
  for (let i = 0; i < 3; i++) {
    const { sha256, sizeBytes } = await archive.putSnapshot(pageOf(round, i))
    const id = archive.idFor('version', `v${round}.${i}`)
    const capture = captureOf(sha256, sizeBytes)
    await add(archive, acknowledged, [capture, readingOf(archive.size)])
    acknowledged.snapshots.add(sha256)
    acknowledged.ids.set(`v${round}.${i}`, id)
  }
  const { sha256 } = await archive.putSnapshot(Buffer.from(`private ${round}`))
  await add(archive, acknowledged, [captureOf(sha256, 9)])
  await archive.withdraw([sha256], 'asked for')
  await archive.repack({ budgetMs: 1e6, retention: 'first-and-last' })
  await archive.flush()
  acknowledged.checkpoints.add(archive.log.checkpoint()!)
}

async function add(archive: Archive, acknowledged: Acknowledged, entries: readonly Entry[]): Promise<void> {
  const positions = await archive.append(entries)
  for (const [i, position] of positions.entries()) acknowledged.entries.set(position, entries[i]!)
}

/** Opens the folder as the next process does, and checks everything that was acknowledged; then goes on working. */
export async function checkArchive(
  folder: string,
  acknowledged: Acknowledged,
  lastCheckpoint: string | null,
): Promise<void> {
  {
    await using archive = await openFor(folder)
    const report = await archive.audit()
    expect(report.problems).toEqual([])
    for (const [position, entry] of acknowledged.entries) expect(await archive.entryAt(position)).toEqual(entry)
    for (const [name, id] of acknowledged.ids) expect(archive.knownId('version', name)).toBe(id)
    const released = await rulingsOf(archive)
    for (const name of acknowledged.snapshots) {
      if (!released.has(name)) expect((await archive.readSnapshot(name)).length).toBeGreaterThan(0)
    }
    await archive.flush()
    const now = parseCheckpoint(archive.log.checkpoint()!)!
    for (const text of [...acknowledged.checkpoints, ...(lastCheckpoint ? [lastCheckpoint] : [])]) {
      const before = parseCheckpoint(text)!
      expect(await isConsistent(before, now, archive.log.consistencyProof(before.size, now.size))).toBe(true)
    }
    const next = archive.size
    expect(await archive.append([captureOf('0'.repeat(64), 0, false)])).toEqual([next])
    await archive.repack({ budgetMs: 1e6 })
    expect((await archive.audit()).problems).toEqual([])
  }
  for (const name of await readdir(join(folder, 'snapshots'), { recursive: true }).catch(() => []))
    expect(name).not.toMatch(/\.tmp$/)
}

/** The checkpoint that anybody may have seen, as the folder has it now. */
export function publicCheckpoint(folder: string): Promise<string | null> {
  return readFile(join(folder, 'log', 'checkpoint'), 'utf8').catch(() => null)
}

async function rulingsOf(archive: Archive): Promise<ReadonlySet<string>> {
  const subjects = new Set<string>()
  for await (const { entry } of archive.entriesFrom(0)) if (entry.kind === 'ruling') subjects.add(entry.subject)
  return subjects
}

function pageOf(round: number, i: number): Buffer {
  return Buffer.from(`<p>${'terms of use '.repeat(200)}</p><!-- ${round} ${i} -->`)
}

function captureOf(sha256: string, sizeBytes: number, isReceived = true): Entry {
  const at = '2026-03-01T09:00:00Z'
  return {
    kind: 'capture',
    key,
    source: { url: 'https://lumenwrite.example/terms', position: 0 },
    outcome: isReceived ? 'received' : 'unreachable',
    finalUrl: 'https://lumenwrite.example/terms',
    status: isReceived ? 200 : null,
    headers: {},
    parts: isReceived ? [{ kind: 'response', sha256, sizeBytes, mediaType: 'text/html' }] : [],
    reason: '',
    startedAt: at,
    finishedAt: at,
    acceptLanguage: 'en',
    userAgent: 'test',
  }
}

function readingOf(position: number): Entry {
  return {
    kind: 'reading',
    key,
    reads: [position],
    verdict: 'policy',
    reason: 'r',
    policyText: 'a'.repeat(64),
    stages: {},
    readAt: '2026-03-01T09:00:00Z',
  }
}
