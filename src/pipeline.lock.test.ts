import { cp, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { START } from '../test/followed-site.ts'
import type { CaptureEntry } from './core/entry.ts'
import { openPipeline, type Pipeline } from './pipeline.ts'
import { createSimulatedClock } from './service/schedule.ts'

let room: string
let data: string
const clock = createSimulatedClock(START)

beforeEach(async () => {
  room = await mkdtemp(path.join(tmpdir(), 'clausewatch-lock-'))
  data = path.join(room, 'data')
})
afterEach(() => rm(room, { recursive: true, force: true }))

const open = (folder = data) => openPipeline({ folder, clock, checkpointFolder: path.join(room, 'outside') })

/** An attempt that nothing came of. */
const ATTEMPT: CaptureEntry = {
  kind: 'capture',
  key: { platform: 'larkspur', document: 'terms' },
  source: { url: 'https://legal.larkspur.example/terms', position: 0 },
  outcome: 'unreachable',
  finalUrl: 'https://legal.larkspur.example/terms',
  status: null,
  headers: {},
  parts: [],
  reason: 'refused',
  startedAt: START,
  finishedAt: START,
  acceptLanguage: 'en',
  userAgent: 'test',
}

async function add(pipeline: Pipeline, count = 1): Promise<void> {
  for (let i = 0; i < count; i++) await pipeline.archive.append([ATTEMPT])
  await pipeline.archive.flush()
}

async function write(folder = data, count = 1): Promise<void> {
  await using pipeline = await open(folder)
  await add(pipeline, count)
}

describe('the last checkpoint', () => {
  it('in the database tells that entries were put back, where nothing outside does', async () => {
    await write()
    await cp(data, path.join(room, 'copy'), { recursive: true })
    await write()
    for (const name of ['entries.jsonl', 'entries.idx', 'log']) {
      await rm(path.join(data, name), { recursive: true })
      await rename(path.join(room, 'copy', name), path.join(data, name))
    }
    await rm(path.join(room, 'outside'), { recursive: true })
    await expect(open()).rejects.toMatchObject({
      code: 'archive-rolled-back',
      message: expect.stringContaining('the last checkpoint in the database'),
    })
  })

  it('outside tells that the whole folder was put back', async () => {
    await write()
    await cp(data, path.join(room, 'copy'), { recursive: true })
    await write()
    await rm(data, { recursive: true })
    await rename(path.join(room, 'copy'), data)
    await expect(open()).rejects.toMatchObject({
      code: 'archive-rolled-back',
      remedy: expect.stringMatching(/restore/),
    })
  })

  it('outside stops the second of two copies that are written at the same time', async () => {
    await write()
    const copy = path.join(room, 'copy')
    await cp(data, copy, { recursive: true })
    const first = await open()
    const second = await open(copy)
    await add(first)
    await expect(add(second)).rejects.toMatchObject({ code: 'log-lock-lost' })
    await expect(second[Symbol.asyncDispose]()).rejects.toMatchObject({ code: 'log-lock-lost' })
    await add(first)
    await first[Symbol.asyncDispose]()
    await expect(open(copy)).rejects.toMatchObject({ code: 'archive-rolled-back' })
    await write()
  })

  it('is told apart for archives of the same origin', async () => {
    for (const name of ['one', 'two']) {
      await using pipeline = await openPipeline({
        folder: path.join(room, name),
        clock,
        origin: 'archive.example/log',
        checkpointFolder: path.join(room, 'outside'),
      })
      await add(pipeline, name === 'one' ? 3 : 1)
    }
    await write(path.join(room, 'two'))
  })

  it('is made again where the file in the database’s place is gone', async () => {
    await write()
    await rm(path.join(data, 'checkpoint.sqlite'))
    await write()
    await write()
  })
})
