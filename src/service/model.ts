/** The classifier with the trained numbers that are shipped with the package. */
import { analysisClassifier } from '../pipeline.ts'
import type { Classifier } from '../stages/5-analyse/index.ts'

export async function loadClassifier(): Promise<Classifier> {
  return (await analysisClassifier()).classifier
}
