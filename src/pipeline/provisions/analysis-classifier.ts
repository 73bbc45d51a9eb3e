/** The classifier of the analysis: the trained one, or keywords in a package without trained numbers. */
import { createClassifier } from '../../stages/5-analyse/index.ts'
import { trainedClassifier } from '../trained-classifier.ts'
import type { NamedClassifier } from './block-answers.ts'

export async function analysisClassifier(): Promise<NamedClassifier> {
  return (await trainedClassifier()) ?? { classifier: createClassifier(new Uint8Array()), name: 'keywords' }
}
