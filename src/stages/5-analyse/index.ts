/**
 * Analyse: policy text -> provision types, severity, facts.
 *
 * The answer for a block depends on exactly what `contextKey` returns: the block, its heading path, a bounded window
 * of blocks around it, the document's title and the platform's name. Answers may be kept under that key and
 * STAGE_VERSION.
 */
export {
  type ClassificationContext,
  type ClassifiedBlock,
  type Classifier,
  createClassifier,
} from './classify/classifier.ts'
export { contextKey } from './classify/context.ts'
export { readFacts } from './facts/index.ts'

/** Changes when results change. */
export const STAGE_VERSION = '1'
