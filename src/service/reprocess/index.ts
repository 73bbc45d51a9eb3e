/**
 * Makes results anew with the stages of today, over the whole archive. Goes on where a run was stopped; nothing that it
 * finds is a change by a platform, and nobody is alerted. A stage that can be run again is one file and one line here.
 */
import { openPipeline, type Pipeline } from '../../pipeline.ts'
import { archivePlace } from '../archive-place.ts'
import { systemClock } from '../clock.ts'
import { reprocessAnalyse } from './analyse.ts'
import { reprocessCompare } from './compare.ts'
import { reprocessExtract } from './extract.ts'

export type ReprocessOptions = {
  /** Also what was looked at with these stage versions before. */
  readonly again?: boolean
  readonly onProgress?: (progress: { readonly done: number; readonly total: number; readonly what: string }) => void
  /** Stops between two batches; what was made stays. */
  readonly signal?: AbortSignal
}

export type ReprocessSummary = {
  /** How many were looked at, of what ("changes"), and how many are otherwise now. */
  readonly looked: number
  readonly what: string
  readonly revised: number
}

export type Reprocess = (pipeline: Pipeline, options: ReprocessOptions) => Promise<ReprocessSummary>

/** By the name of the stage. */
export const REPROCESSED = {
  analyse: reprocessAnalyse,
  compare: reprocessCompare,
  extract: reprocessExtract,
} as const satisfies Readonly<Record<string, Reprocess>>
export type ReprocessedStage = keyof typeof REPROCESSED

/** @throws ClausewatchError as `openPipeline` does. */
export async function reprocessInto(
  folder: string,
  stage: ReprocessedStage,
  options: ReprocessOptions,
): Promise<ReprocessSummary> {
  await using pipeline = await openPipeline({ folder, clock: systemClock, ...(await archivePlace()) })
  return await REPROCESSED[stage](pipeline, options)
}
