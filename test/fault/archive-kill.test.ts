/**
 * A real writer is killed at random moments, again and again in the same folder, and the archive is audited after each.
 * FAULT_KILLS=300 is the full size; by default a few, so that the suite stays quick.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ClausewatchError } from '../../src/core/error.ts'
import { openArchive } from '../../src/stages/2-archive/index.ts'
import { Acknowledged, checkArchive, openFor, publicCheckpoint } from './archive-round.ts'

const kills = Number(process.env.FAULT_KILLS ?? 6)
const writer = new URL('./archive-writer.ts', import.meta.url).pathname

let room: string
let folder: string
beforeEach(async () => {
  room = await mkdtemp(join(tmpdir(), 'kill-'))
  folder = join(room, 'data')
})
afterEach(() => rm(room, { recursive: true, force: true }))

type Writer = { readonly process: ChildProcess; output(): string }

/** Resolves when the writer has opened the archive. */
async function startWriter(round: number): Promise<Writer> {
  const child = spawn(process.execPath, [writer, folder, String(round)], { stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk
  })
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk
      if (output.startsWith('open\n')) resolve()
    })
    child.once('exit', () => reject(new Error(`the writer ended by itself: ${errors}`)))
  })
  return { process: child, output: () => output }
}

async function kill({ process: child }: Writer): Promise<void> {
  child.removeAllListeners('exit')
  const gone = once(child, 'close')
  child.kill('SIGKILL')
  await gone
}

/** What the writer said last in whole lines. */
function acknowledgedBy(output: string): Acknowledged {
  const acknowledged = new Acknowledged()
  const line = output.split('\n').slice(1, -1).at(-1)
  if (!line) return acknowledged
  const [entries, snapshots, ids, checkpoints] = JSON.parse(line) as [
    [number, never][],
    string[],
    [string, never][],
    string[],
  ]
  for (const [position, entry] of entries) acknowledged.entries.set(position, entry)
  for (const name of snapshots) acknowledged.snapshots.add(name)
  for (const [name, id] of ids) acknowledged.ids.set(name, id)
  for (const checkpoint of checkpoints) acknowledged.checkpoints.add(checkpoint)
  return acknowledged
}

test(`nothing acknowledged is lost over ${kills} kills at random moments`, {
  timeout: 20_000 + kills * 10_000,
}, async () => {
  for (let i = 0; i < kills; i++) {
    const running = await startWriter(i * 1000)
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 250))
    await kill(running)
    await checkArchive(folder, acknowledgedBy(running.output()), await publicCheckpoint(folder))
  }
})

test('a second writer is refused by the name of the first, and let in when that one is killed', async () => {
  const running = await startWriter(0)
  const error = (await openFor(folder).catch((cause: ClausewatchError) => cause)) as ClausewatchError
  expect(error.code).toBe('archive-in-use')
  expect(error.message).toContain(`process ${running.process.pid} (archive-writer.ts`)
  await using reader = await openArchive(folder, {
    mode: 'read',
    clock: { now: () => new Date(), sleep: async () => {} },
  })
  expect(reader.origin).toBe('fault.invalid/log')
  await kill(running)
  await using archive = await openFor(folder)
  expect((await archive.audit()).problems).toEqual([])
})

test('a clock that is turned back changes no order', async () => {
  for (const moment of ['2026-03-02T00:00:00Z', '2026-03-01T00:00:00Z']) {
    const clock = { now: () => new Date(moment), sleep: async () => {} }
    await using archive = await openArchive(folder, { mode: 'write', clock, origin: 'fault.invalid/log' })
    await archive.withdraw(['0'.repeat(64)], moment)
  }
  await using archive = await openFor(folder)
  const moments: string[] = []
  for await (const { entry } of archive.entriesFrom(0)) if (entry.kind === 'ruling') moments.push(entry.ruledAt)
  expect(moments).toEqual(['2026-03-02T00:00:00Z', '2026-03-01T00:00:00Z'])
  expect((await archive.audit()).problems).toEqual([])
})
