/** Checks of followed documents when they are due: the same loop for real use and for the demo's simulated months. */
import { type Clock, toMoment } from '../core/clock.ts'
import { ClausewatchError } from '../core/error.ts'
import type { CheckResult, Pipeline } from '../pipeline.ts'
import { dueDocuments, nextCheckAt, type StoredDocument } from '../store/document.ts'
import { activeSources } from '../store/source.ts'

/** Hosts asked at the same time. Each is asked one request at a time, spaced. */
const HOSTS_AT_ONCE = 8
/** How soon to look again when nothing is due, in case the catalogue changes. */
const MAX_REST_MS = 60_000

export type RoundOptions = {
  readonly signal: AbortSignal
  readonly onResult: (result: CheckResult, done: number, total: number) => void
  readonly hostsAtOnce?: number
}

/** Checks these documents, those of one host one after another. A failed request is a result; what throws (disk, database) ends the round. */
export async function checkDocuments(
  pipeline: Pipeline,
  documents: readonly StoredDocument[],
  clock: Clock,
  options: RoundOptions,
): Promise<void> {
  const lanes = new Map<string, StoredDocument[]>()
  for (const document of documents) {
    const [source] = await activeSources(pipeline.store.db, document.number, toMoment(clock.now()))
    const host = (source && URL.parse(source.url)?.host) ?? ''
    lanes.set(host, [...(lanes.get(host) ?? []), document])
  }
  const waiting = [...lanes.values()]
  let done = 0
  const failures: unknown[] = []
  const work = async () => {
    for (let lane = waiting.shift(); lane; lane = waiting.shift()) {
      for (const document of lane) {
        if (options.signal.aborted || failures.length > 0) return
        try {
          const result = await pipeline.check(document)
          if (result.newVersion) await pipeline.analyse({ versions: { kind: 'awaiting', document: document.number } })
          options.onResult(result, ++done, documents.length)
        } catch (cause) {
          failures.push(cause)
        }
      }
    }
  }
  // All lanes have ended before the caller closes what they write to.
  await Promise.all(Array.from({ length: Math.min(options.hostsAtOnce ?? HOSTS_AT_ONCE, waiting.length) }, work))
  if (failures.length > 0) throw failures[0]
}

/** Checks everything that is due, until no document is due before `until` (simulated time), or for ever. */
export async function runUntil(pipeline: Pipeline, clock: Clock, until: Date, options: RoundOptions): Promise<void> {
  const { db } = pipeline.store
  while (!options.signal.aborted) {
    const due = await dueDocuments(db, toMoment(clock.now()))
    if (due.length > 0) {
      await checkDocuments(pipeline, due, clock, options)
      continue
    }
    const next = await nextCheckAt(db)
    if (next === null || Date.parse(next) > until.getTime()) return
    await clock.sleep(Math.max(0, Date.parse(next) - clock.now().getTime()), options.signal)
  }
}

/** Milliseconds until something is due. */
export async function restMs(pipeline: Pipeline, clock: Clock): Promise<number> {
  const next = await nextCheckAt(pipeline.store.db)
  const wait = next === null ? MAX_REST_MS : Date.parse(next) - clock.now().getTime()
  return Math.min(MAX_REST_MS, Math.max(1_000, wait))
}

/** A running demo's clock: it stands still while work is done, and jumps where somebody sleeps. */
export function createSimulatedClock(startAt: string): Clock & { set(moment: Date): void } {
  let ms = Date.parse(startAt)
  if (Number.isNaN(ms))
    throw new ClausewatchError('moment-malformed', `"${startAt}" is no moment`, 'write it like 2025-01-01T00:00:00Z')
  return {
    now: () => new Date(ms),
    sleep: async (wait, signal) => {
      signal?.throwIfAborted()
      ms += wait
    },
    set: (moment) => {
      ms = moment.getTime()
    },
  }
}
