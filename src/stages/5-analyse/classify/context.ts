/** The string on which the answer for one block depends: equal keys under one model, equal answers. */
import type { ClassificationContext, ClassifiedBlock } from './classifier.ts'

/** Blocks before a block that can bear on its answer (one of them may be the lead-in of its list). */
export const BLOCKS_BEFORE = 40
/** Blocks after it. */
export const BLOCKS_AFTER = 1

/** Depends on platform name, document title, the block, and a bounded window of blocks around it. */
export function contextKey(blocks: readonly ClassifiedBlock[], index: number, context: ClassificationContext): string {
  const around = blocks.slice(Math.max(0, index - BLOCKS_BEFORE), index + BLOCKS_AFTER + 1)
  return JSON.stringify([context.platform, context.document, index - Math.max(0, index - BLOCKS_BEFORE), around])
}
