/**
 * Provisions and facts of versions, as a pass of its own behind the making of versions: resumable, because a version
 * has an analysis or none, and in the order of versions' numbers, because a provision goes on from version to version.
 */
import type { Db } from '../../store/index.ts'
import { type AwaitingVersion, awaitingVersions } from '../../store/provision.ts'
import { type Assess, type Assessment, createAssessor } from './assess.ts'
import type { NamedClassifier } from './block-answers.ts'
import { type IdRegister, settleVersion } from './settle.ts'

export type { NamedClassifier } from './block-answers.ts'

export type AnalyseOptions = {
  readonly classifier: NamedClassifier
  /** Only versions of this document. */
  readonly document?: number
  /** Also versions whose analysis is of another stage version. */
  readonly stage?: string
  /** Stops between two batches; what was analysed stays. */
  readonly signal?: AbortSignal
  /** Stops when it says so, between two batches; what is left waits for the next call. */
  readonly isEnough?: () => boolean
  readonly onProgress?: (done: number, total: number) => void
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
  const { classifier, document, stage, signal, isEnough, onProgress } = options
  const versions = await awaitingVersions(db, {
    ...(stage === undefined ? {} : { stage }),
    ...(document === undefined ? {} : { document }),
  })
  const assess = createAssessor(classifier)
  let done = 0
  for (let from = 0; from < versions.length && !isEnough?.(); from += BATCH_VERSIONS) {
    signal?.throwIfAborted()
    const batch = versions.slice(from, from + BATCH_VERSIONS)
    const assessed = await assessAll(db, assess, batch)
    await inBatch(async (trx) => {
      for (const { version, assessment } of assessed) await settleVersion(trx, register, version, assessment, now())
    })
    done += batch.length
    onProgress?.(done, versions.length)
  }
  return done
}

type Assessed = { readonly version: AwaitingVersion; readonly assessment: Assessment | null }

async function assessAll(db: Db, assess: Assess, versions: readonly AwaitingVersion[]): Promise<readonly Assessed[]> {
  const assessed: Assessed[] = []
  for (const version of versions) assessed.push({ version, assessment: await assess(db, version) })
  return assessed
}
