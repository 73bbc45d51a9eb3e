/** One request at a time per host, spaced, and later where a host asks for that. All on the clock that is passed in. */
import type { Clock } from '../../core/clock.ts'

export type HostLanes = {
  /** Waits for the host's turn and runs the task; without running it where the wait would be longer than `maxWaitMs`. */
  run<T>(host: string, task: () => Promise<T>, signal?: AbortSignal): Promise<LaneResult<T>>
  /** The host asks to be left alone for so long from now. An earlier, longer wish stays. */
  postpone(host: string, ms: number): void
  /** The host asks for more room between two requests than everybody gets. */
  widen(host: string, spacingMs: number): void
}

export type LaneResult<T> =
  | { readonly kind: 'ran'; readonly value: T }
  | { readonly kind: 'too-early'; readonly until: Date }

type Lane = { tail: Promise<unknown>; waiting: number; nextAt: number; postponedUntil: number; spacingMs: number }

/** Hosts that have not been asked for this long are forgotten, so that the table does not grow with the years. */
const MAX_LANES = 10_000

export function createHostLanes(clock: Clock, spacingMs: number, maxWaitMs: number): HostLanes {
  const lanes = new Map<string, Lane>()

  const laneOf = (host: string): Lane => {
    const known = lanes.get(host)
    if (known) return known
    if (lanes.size >= MAX_LANES) forgetIdle(lanes, clock.now().getTime())
    const lane: Lane = { tail: Promise.resolve(), waiting: 0, nextAt: 0, postponedUntil: 0, spacingMs }
    lanes.set(host, lane)
    return lane
  }

  async function inTurn<T>(lane: Lane, task: () => Promise<T>, signal?: AbortSignal): Promise<LaneResult<T>> {
    const now = clock.now().getTime()
    if (lane.postponedUntil - now > maxWaitMs) return { kind: 'too-early', until: new Date(lane.postponedUntil) }
    const waitMs = Math.max(lane.nextAt, lane.postponedUntil) - now
    if (waitMs > 0) await clock.sleep(waitMs, signal)
    try {
      return { kind: 'ran', value: await task() }
    } finally {
      lane.nextAt = clock.now().getTime() + lane.spacingMs
    }
  }

  return {
    run(host, task, signal) {
      const lane = laneOf(host)
      lane.waiting += 1
      const turn = lane.tail
        .then(() => inTurn(lane, task, signal))
        .finally(() => {
          lane.waiting -= 1
        })
      // The next in line waits for the end, whatever it was; the error itself goes to the one who asked.
      lane.tail = turn.catch(() => undefined)
      return turn
    },
    postpone(host, ms) {
      const lane = laneOf(host)
      lane.postponedUntil = Math.max(lane.postponedUntil, clock.now().getTime() + ms)
    },
    widen(host, wished) {
      const lane = laneOf(host)
      lane.spacingMs = Math.max(spacingMs, Math.min(wished, maxWaitMs))
    },
  }
}

function forgetIdle(lanes: Map<string, Lane>, now: number): void {
  for (const [host, lane] of lanes) {
    if (lane.waiting === 0 && lane.nextAt < now && lane.postponedUntil < now) lanes.delete(host)
  }
}
