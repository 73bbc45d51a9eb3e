/** Stage 3 again: every record is read anew from its bytes, as far as they are kept. */
import { readAnew } from '../../pipeline/read-anew.ts'
import { type Pipeline, STAGES } from '../../pipeline.ts'
import { countRecordsAfter, recordsAfter } from '../../store/record.ts'
import type { ReprocessOptions, ReprocessSummary } from './index.ts'
import { openProgress } from './progress.ts'

/** Reading takes longer than describing. */
const BATCH_RECORDS = 16

export async function reprocessExtract(pipeline: Pipeline, options: ReprocessOptions): Promise<ReprocessSummary> {
  const { db } = pipeline.store
  const progress = await openProgress(pipeline.store, 'extract', STAGES, options.again ?? false)
  const total = await countRecordsAfter(db, progress.through)
  let [looked, revised, gone] = [0, 0, 0]
  for (;;) {
    options.signal?.throwIfAborted()
    const records = await recordsAfter(db, progress.through, BATCH_RECORDS)
    if (records.length === 0) break
    await pipeline.revise(async (work, at) => {
      for (const record of records) {
        const done = await readAnew(pipeline.archive, pipeline.readPage, work, record, { stages: STAGES, at })
        if (done === 'read-otherwise') revised++
        if (done === 'bytes-gone') gone++
      }
    })
    looked += records.length
    await progress.reach(records.at(-1)!)
    const left = gone === 0 ? '' : `, ${gone} without their bytes`
    options.onProgress?.({ done: looked, total, what: `${revised} of ${looked} records read otherwise${left}` })
  }
  return { looked, what: 'records', revised }
}
