/**
 * Provisions and facts of versions, as a pass of its own behind the making of versions: resumable, because a version
 * has an analysis or none, and in the order of versions' numbers, because a provision goes on from version to version.
 */

import { STAGE_VERSION } from '../../stages/5-analyse/index.ts'
import type { Db } from '../../store/index.ts'
import {
  type AwaitingVersion,
  analysisDigest,
  chosenVersions,
  isOfStage,
  type VersionChoice,
} from '../../store/provision.ts'
import { type Assessment, createAssessor } from './assess.ts'
import type { NamedClassifier } from './block-answers.ts'
import { type IdRegister, settleVersion } from './settle.ts'

export type { NamedClassifier } from './block-answers.ts'

export type AnalyseOptions = {
  readonly classifier: NamedClassifier
  /** Default: all that have no analysis. Of versions behind one, those that this stage version analysed are passed over. */
  readonly versions?: VersionChoice
  /** Also what this stage version analysed before. */
  readonly again?: boolean
  /** Stops between two batches; what was analysed stays. */
  readonly signal?: AbortSignal
  /** Stops when it says so, between two batches; what is left waits for the next call. */
  readonly isEnough?: () => boolean
  /** After every batch. */
  readonly onProgress?: (progress: AnalyseProgress) => Promise<void> | void
}

export type AnalyseProgress = {
  readonly done: number
  readonly total: number
  /** Number of the last version of the batch. */
  readonly through: number
  /** How many of those done had another analysis before. */
  readonly revised: number
}

/** A second of work at most. */
const BATCH_VERSIONS = 16

type Batch = <T>(work: (db: Db) => Promise<T>) => Promise<T>

/** Gives the number of versions analysed. */
export async function analyseVersions(
  db: Db,
  inBatch: Batch,
  register: IdRegister,
  now: () => string,
  options: AnalyseOptions,
): Promise<number> {
  const { classifier, versions: choice = { kind: 'awaiting' }, again = false, signal, isEnough, onProgress } = options
  const versions = await chosenVersions(db, choice)
  const assess = createAssessor(classifier)
  let [analysed, revised] = [0, 0]
  for (let from = 0; from < versions.length && !isEnough?.(); from += BATCH_VERSIONS) {
    signal?.throwIfAborted()
    const batch = versions.slice(from, from + BATCH_VERSIONS)
    const assessed: Assessed[] = []
    for (const version of batch) {
      if (choice.kind === 'after' && !again && (await isOfStage(db, version.number, STAGE_VERSION))) continue
      assessed.push({ version, assessment: await assess(db, version) })
    }
    await inBatch(async (trx) => {
      for (const { version, assessment } of assessed) {
        const before = await analysisDigest(trx, version.number)
        await settleVersion(trx, register, version, assessment, { madeAt: now(), anew: again })
        if (before !== null && before !== (await analysisDigest(trx, version.number))) revised++
      }
    })
    analysed += assessed.length
    await onProgress?.({
      done: Math.min(versions.length, from + BATCH_VERSIONS),
      total: versions.length,
      through: batch.at(-1)!.number,
      revised,
    })
  }
  return analysed
}

type Assessed = { readonly version: AwaitingVersion; readonly assessment: Assessment | null }
