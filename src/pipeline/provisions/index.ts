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
import { analysisClassifier } from './analysis-classifier.ts'
import type { Assessment } from './assess.ts'
import { type Assessors, openAssessors } from './assessors.ts'
import { type IdRegister, settleVersion } from './settle.ts'

export { analysisClassifier } from './analysis-classifier.ts'

export type AnalyseOptions = {
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

export type AnalysedArchive = {
  readonly db: Db
  /** Where threads find the database. */
  readonly folder: string
  readonly register: IdRegister
  readonly now: () => string
  inBatch<T>(work: (db: Db) => Promise<T>): Promise<T>
}

/** Gives the number of versions analysed. */
export async function analyseVersions(archive: AnalysedArchive, options: AnalyseOptions): Promise<number> {
  const { versions: choice = { kind: 'awaiting' }, again = false, signal, isEnough, onProgress } = options
  const { db, folder } = archive
  const versions = await chosenVersions(db, choice)
  if (versions.length === 0) return 0
  await using assessors = openAssessors(db, folder, versions.length, await analysisClassifier())
  const begin = async (from: number): Promise<readonly Assessed[]> => {
    const batch = versions.slice(from, from + BATCH_VERSIONS)
    const isDone = async ({ number }: AwaitingVersion) =>
      choice.kind === 'after' && !again && (await isOfStage(db, number, STAGE_VERSION))
    return assessAll(assessors, await excluding(batch, isDone))
  }
  const begun: Promise<readonly Assessed[]>[] = []
  let asked = 0
  let [analysed, revised] = [0, 0]
  for (let from = 0; from < versions.length && !isEnough?.(); from += BATCH_VERSIONS) {
    signal?.throwIfAborted()
    while (asked <= from + assessors.ahead * BATCH_VERSIONS && asked < versions.length) {
      begun.push(begin(asked))
      // Whoever stops does not hear of what was begun.
      begun.at(-1)!.catch(() => undefined)
      asked += BATCH_VERSIONS
    }
    const assessed = await begun.shift()!
    revised += await settleAll(archive, assessed, again)
    analysed += assessed.length
    const done = Math.min(versions.length, from + BATCH_VERSIONS)
    await onProgress?.({ done, total: versions.length, through: versions[done - 1]!.number, revised })
  }
  return analysed
}

type Assessed = { readonly version: AwaitingVersion; readonly assessment: Assessment | null }

async function assessAll(assessors: Assessors, versions: readonly AwaitingVersion[]): Promise<readonly Assessed[]> {
  return Promise.all(versions.map(async (version) => ({ version, assessment: await assessors.assess(version) })))
}

/** Gives how many of them had another analysis before. */
async function settleAll(
  { inBatch, register, now }: AnalysedArchive,
  assessed: readonly Assessed[],
  anew: boolean,
): Promise<number> {
  let revised = 0
  await inBatch(async (db) => {
    for (const { version, assessment } of assessed) {
      const before = await analysisDigest(db, version.number)
      await settleVersion(db, register, version, assessment, { madeAt: now(), anew })
      if (before !== null && before !== (await analysisDigest(db, version.number))) revised++
    }
  })
  return revised
}

async function excluding<T>(all: readonly T[], isOut: (one: T) => Promise<boolean>): Promise<readonly T[]> {
  const kept: T[] = []
  for (const one of all) if (!(await isOut(one))) kept.push(one)
  return kept
}
