/** Provisions and facts for versions that have none yet, with the trained numbers that are shipped. */
import type { AnalyseOptions, Pipeline } from '../pipeline.ts'
import { namedClassifier } from './model.ts'

/** Gives the number of versions analysed. */
export async function analyseAwaiting(
  pipeline: Pipeline,
  options: Omit<AnalyseOptions, 'classifier'> = {},
): Promise<number> {
  return pipeline.analyse({ ...options, classifier: await namedClassifier() })
}
