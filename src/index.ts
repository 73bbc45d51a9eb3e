/** The library: the stages that need nothing from outside, for use without an archive. */

export type * from './core/change.ts'
export type * from './core/policy-text.ts'
export type * from './core/provision.ts'
export type * from './core/reading.ts'
export { assemble, extract } from './stages/3-extract/index.ts'
export { align, comparisonSha256, describe, redline } from './stages/4-compare/index.ts'
export { createClassifier, readFacts } from './stages/5-analyse/index.ts'
