/** Time as an argument: the demo runs on a simulated clock, tests on a fixed one. */
export type Clock = {
  /** The moment it is, UTC. */
  now(): Date
  /** Resolves after `ms` milliseconds of this clock's own time; rejects with the signal's reason when aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

/** A moment as it is stored and shown: RFC 3339, UTC, milliseconds dropped. */
export function toMoment(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`
}
