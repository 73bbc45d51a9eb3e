/** A clock that stands still until somebody sleeps on it, and writes down for how long. */
import type { Clock } from '../src/core/clock.ts'

export type FakeClock = Clock & {
  /** Every sleep so far, in milliseconds. */
  readonly slept: readonly number[]
  advance(ms: number): void
}

export function createFakeClock(start = '2026-11-21T08:00:00Z'): FakeClock {
  let now = Date.parse(start)
  const slept: number[] = []
  return {
    slept,
    now: () => new Date(now),
    async sleep(ms, signal) {
      signal?.throwIfAborted()
      slept.push(ms)
      now += ms
    },
    advance(ms) {
      now += ms
    },
  }
}
