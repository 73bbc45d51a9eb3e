/**
 * The thread in which documents are followed: it alone parses, compares and writes. The archive is held only while
 * there is work, so that an import from another process finds its turn.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { toMoment } from '../../core/clock.ts'
import { ClausewatchError, firstCause } from '../../core/error.ts'
import { dueDocuments } from '../../store/document.ts'
import { noteNewChanges } from '../analyst/note-new-changes.ts'
import { systemClock } from '../clock.ts'
import { runDemo } from '../demo.ts'
import { type FollowOrder, openFollowing } from '../following.ts'
import { checkDocuments, restMs } from '../schedule.ts'
import { type StampSummary, stampArchive } from '../timestamp.ts'
import type { WorkOrder, WorkReport } from './message.ts'

/** After each round; what is left waits for the next one. */
const REPACK_BUDGET_MS = 2_000

/** A day's captures of a few hundred documents: until then their bytes stay a little longer. */
const RELEASE_FROM = 256

/** Of a round, so that checks that are due do not wait for an import's history. */
const ANALYSE_BUDGET_MS = 20_000

/** Authorities are asked no more often, however fast the log grows; they serve everybody. */
const STAMP_EVERY_MS = 3_600_000

const report = (message: WorkReport): void => parentPort!.postMessage(message)
const stop = new AbortController()
parentPort!.on('message', () => stop.abort())

try {
  const order = workerData as WorkOrder
  if (order.kind === 'demo')
    await runDemo(order.folder, { signal: stop.signal, report, ...(order.until ? { until: order.until } : {}) })
  else await follow(order)
} catch (cause) {
  if (!stop.signal.aborted) report(toFailure(firstCause(cause)))
} finally {
  parentPort!.close()
}

async function follow(order: FollowOrder): Promise<void> {
  await using following = openFollowing(order)
  let announced = false
  let nextStampAt = 0
  /** Changes on which the operator's language model has not written notes yet. */
  const unnoted: number[] = []
  while (!stop.signal.aborted) {
    let rest = 1_000
    try {
      await noteNewChanges(order, unnoted, stop.signal)
      const { pipeline, catalogue } = await following.openArchive()
      await using _archive = pipeline
      if (!announced) {
        announced = true
        const documents = catalogue.flatMap((platform) => platform.documents)
        const hosts = new Set(documents.flatMap(({ sources }) => sources.map(({ url }) => URL.parse(url)?.host)))
        report({
          kind: 'ready',
          documents: documents.length,
          hosts: hosts.size,
          everyMinutes: Math.min(...documents.map((document) => document.checkEveryMinutes), 10_080),
        })
      }
      const due = await dueDocuments(pipeline.store.db, toMoment(systemClock.now()))
      await checkDocuments(pipeline, due, systemClock, {
        signal: stop.signal,
        onResult: (result, done, total) => {
          unnoted.push(...result.changes)
          report({ kind: 'checked', result, at: toMoment(systemClock.now()), done, total })
        },
      })
      // What an import or a stop has left; the rest of it after the next checks.
      const until = performance.now() + ANALYSE_BUDGET_MS
      await pipeline.analyse({
        isEnough: () => stop.signal.aborted || performance.now() > until,
      })
      // Near-identical captures are packed together while nobody waits.
      await pipeline.archive.repack({
        budgetMs: REPACK_BUDGET_MS,
        releaseFrom: RELEASE_FROM,
        retention: order.settings.retention,
      })
      const stamping = order.settings.timestamps
      if (stamping && performance.now() >= nextStampAt) {
        nextStampAt = performance.now() + STAMP_EVERY_MS
        for (const why of failures(await stampArchive(pipeline.archive, stamping))) report({ kind: 'waiting', why })
      }
      rest = performance.now() > until ? 0 : await restMs(pipeline, systemClock)
    } catch (thrown) {
      const cause = firstCause(thrown)
      // Another process writes now, or the disk had no room for a moment: that passes.
      if (!(cause instanceof ClausewatchError) || !cause.retry) throw cause
      report({ kind: 'waiting', why: cause.message })
      rest = 5_000
    }
    await systemClock.sleep(rest, stop.signal).catch((cause: unknown) => {
      if (!stop.signal.aborted) throw cause
    })
  }
}

/** An authority that does not answer holds nothing up. */
function failures(summary: StampSummary | null): readonly string[] {
  return (summary?.results ?? []).flatMap((result) =>
    result.kind === 'failed'
      ? [`no timestamp of ${result.authority}, to be asked again in an hour: ${result.reason}`]
      : [],
  )
}

function toFailure(cause: unknown): WorkReport {
  if (cause instanceof ClausewatchError)
    return { kind: 'failed', code: cause.code, message: cause.message, remedy: cause.remedy, errorKind: cause.kind }
  return {
    kind: 'failed',
    code: 'defect',
    message: cause instanceof Error ? `${cause.message}` : String(cause),
    remedy: 'report it',
    errorKind: 'defect',
  }
}
