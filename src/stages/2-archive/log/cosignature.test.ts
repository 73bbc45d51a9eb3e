import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { TestWitness } from '../../../../test/test-witness.ts'
import { openArchive } from '../index.ts'
import { cosignedAt, parseWitnessKey } from './cosignature.ts'

const clock = { now: () => new Date('2026-03-01T09:00:00Z'), sleep: async () => {} }

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cosign-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('a cosignature', () => {
  test('is kept with the checkpoint, told with its moment, and harms nothing', async () => {
    const witness = new TestWitness()
    {
      await using archive = await openArchive(folder, { mode: 'write', clock, origin: 'demo.invalid/w' })
      await archive.withdraw(['0'.repeat(64)], 'r')
      await archive.flush()
      const mldsa = `— witness.example/pq ${Buffer.alloc(4 + 8 + 2420, 5).toString('base64')}`
      expect(await archive.addCosignatures([witness.line(archive.log.checkpoint()!, 1_772_355_600), mldsa])).toBe(true)
      const key = (await parseWitnessKey(witness.key))!
      expect(await cosignedAt(archive.log.checkpoint()!, key)).toEqual(new Date('2026-03-01T09:00:00Z'))
      expect(archive.log.checkpoint()!.split('\n— ')).toHaveLength(4)
    }
    await using archive = await openArchive(folder, { mode: 'write', clock })
    expect((await archive.audit()).problems).toEqual([])
  })

  test('over another checkpoint is not taken for one over this', async () => {
    const witness = new TestWitness()
    await using archive = await openArchive(folder, { mode: 'write', clock, origin: 'demo.invalid/w' })
    await archive.flush()
    const early = witness.line(archive.log.checkpoint()!, 5)
    await archive.withdraw(['0'.repeat(64)], 'r')
    await archive.flush()
    await archive.addCosignatures([early])
    expect(await cosignedAt(archive.log.checkpoint()!, (await parseWitnessKey(witness.key))!)).toBeNull()
  })

  test('that is no signature line is refused', async () => {
    await using archive = await openArchive(folder, { mode: 'write', clock, origin: 'demo.invalid/w' })
    await archive.flush()
    const before = archive.log.checkpoint()
    expect(await archive.addCosignatures(['nonsense'])).toBe(false)
    expect(archive.log.checkpoint()).toBe(before)
  })

  test('key of another kind is no witness key', async () => {
    expect(await parseWitnessKey('example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k')).toBeNull()
  })
})
