/** Stage 4 again: every change is aligned and described anew, and gets a revision where that differs. */
import { recompareAll } from '../../pipeline/recompare.ts'
import { type Pipeline, STAGES } from '../../pipeline.ts'
import { changesAfter, countChangesAfter } from '../../store/change.ts'
import type { ReprocessOptions, ReprocessSummary } from './index.ts'
import { openProgress } from './progress.ts'

/** Few enough that a stop loses a second of work. */
const BATCH_CHANGES = 32

export async function reprocessCompare(pipeline: Pipeline, options: ReprocessOptions): Promise<ReprocessSummary> {
  const { db } = pipeline.store
  const progress = await openProgress(pipeline.store, 'compare', STAGES, options.again ?? false)
  let [looked, revised] = [0, 0]
  const total = await countChangesAfter(db, progress.through)
  for (;;) {
    options.signal?.throwIfAborted()
    const changes = await changesAfter(db, progress.through, BATCH_CHANGES)
    if (changes.length === 0) break
    const otherwise = await pipeline.revise((work, at) => recompareAll(work, changes, { stages: STAGES, at }))
    revised += otherwise.length
    looked += changes.length
    await progress.reach(changes.at(-1)!)
    options.onProgress?.({ done: looked, total, what: `${revised} of ${looked} changes revised` })
  }
  return { looked, what: 'changes', revised }
}
