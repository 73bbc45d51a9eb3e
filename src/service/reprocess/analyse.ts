/** Stage 5 again: provisions and facts of every version, with the ids that they have. Older results stay beside the new. */
import { analysisClassifier, type Pipeline } from '../../pipeline.ts'
import { STAGE_VERSION } from '../../stages/5-analyse/index.ts'
import type { ReprocessOptions, ReprocessSummary } from './index.ts'
import { openProgress } from './progress.ts'

export async function reprocessAnalyse(pipeline: Pipeline, options: ReprocessOptions): Promise<ReprocessSummary> {
  const { name } = await analysisClassifier()
  const again = options.again ?? false
  const stages = { analyse: STAGE_VERSION, model: name }
  const progress = await openProgress(pipeline.store, 'analyse', stages, again)
  let revised = 0
  const looked = await pipeline.analyse({
    again,
    versions: { kind: 'after', number: progress.through },
    ...(options.signal ? { signal: options.signal } : {}),
    onProgress: async (at) => {
      revised = at.revised
      await progress.reach(at.through)
      options.onProgress?.({ done: at.done, total: at.total, what: `${at.revised} of ${at.done} versions revised` })
    },
  })
  return { looked, what: 'versions', revised }
}
