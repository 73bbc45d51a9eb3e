import { describe, expect, test } from 'vitest'
import { createFakeClock } from '../../../test/fake-clock.ts'
import { createHostLanes } from './host-lanes.ts'

describe('the lane of a host', () => {
  test('goes on after a task that failed', async () => {
    const lanes = createHostLanes(createFakeClock(), 1000, 60_000)
    await expect(lanes.run('a', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    expect(await lanes.run('a', async () => 'done')).toEqual({ kind: 'ran', value: 'done' })
  })

  test('a longer wish to be left alone is not shortened by a later, shorter one', async () => {
    const clock = createFakeClock()
    const lanes = createHostLanes(clock, 1000, 60_000)
    lanes.postpone('a', 50_000)
    lanes.postpone('a', 5000)
    await lanes.run('a', async () => {})
    expect(clock.slept).toEqual([50_000])
  })

  test('does not wait longer than it may, and does not run the task then', async () => {
    const clock = createFakeClock('2026-11-21T08:00:00Z')
    const lanes = createHostLanes(clock, 1000, 60_000)
    lanes.postpone('a', 61_000)
    let isRun = false
    const result = await lanes.run('a', async () => {
      isRun = true
    })
    expect(result).toEqual({ kind: 'too-early', until: new Date('2026-11-21T08:01:01Z') })
    expect(isRun).toBe(false)
    expect(clock.slept).toEqual([])
  })

  test('a wished spacing neither undercuts ours nor exceeds what may be waited', async () => {
    const clock = createFakeClock()
    const lanes = createHostLanes(clock, 1000, 60_000)
    lanes.widen('a', 1)
    lanes.widen('b', 999_999)
    for (const host of ['a', 'a', 'b', 'b']) await lanes.run(host, async () => {})
    expect(clock.slept).toEqual([1000, 60_000])
  })

  test('a stop while waiting leaves the lane usable', async () => {
    const lanes = createHostLanes(createFakeClock(), 1000, 60_000)
    await lanes.run('a', async () => {})
    await expect(lanes.run('a', async () => {}, AbortSignal.abort(new Error('stop')))).rejects.toThrow('stop')
    expect(await lanes.run('a', async () => 1)).toEqual({ kind: 'ran', value: 1 })
  })
})
