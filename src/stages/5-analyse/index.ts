/**
 * Analyse: policy text -> provision types, severity, facts.
 *
 * The classifier's answer for a block depends on its model and on exactly what `contextKeys` gives for the block: the
 * text, the headings, the lead-in of its list (up to 40 blocks above), the last run-in heading, the blocks before and
 * after it, whether it is one of the first three, the document's name, and the distinctive words of the platform's name;
 * and on the same of the block before it.
 * Answers may be kept under that key, the model and STAGE_VERSION.
 */
export { embeddedAnalyst } from './analyst/embedded-analyst.ts'
export { createModelAnalyst } from './analyst/model-analyst.ts'
export { subjectSha256 } from './analyst/prompt.ts'
export {
  type ClassificationContext,
  type ClassifiedBlock,
  type Classifier,
  createClassifier,
} from './classify/classifier.ts'
export { contextKey, contextKeys } from './classify/context.ts'
export { explain } from './explain/index.ts'
export { createFactMemory, type FactMemory, readFacts } from './facts/index.ts'
export { isSameStance, nearestWordings, stanceOf } from './likeness/index.ts'
export {
  answersOfText,
  type BlockPair,
  classifierBlocks,
  type FollowedProvision,
  type FollowedProvisions,
  factsOfText,
  followProvisions,
  type HeldProvision,
} from './provision/index.ts'

/** Changes when results change. */
export const STAGE_VERSION = '12'
