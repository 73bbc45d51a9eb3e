/**
 * Assesses many versions in threads of their own, so that a history uses the cores there are. All versions of a document
 * belong to one thread, which remembers the texts and answers of those before them.
 */
import { availableParallelism } from 'node:os'
import type { Db } from '../../store/index.ts'
import type { AwaitingVersion } from '../../store/provision.ts'
import { type AskedThread, askThread } from '../thread-door.ts'
import { type Assessment, createAssessor } from './assess.ts'
import type { NamedClassifier } from './block-answers.ts'

export type Assessors = AsyncDisposable & {
  /** How many batches may be asked for before the first is answered. */
  readonly ahead: number
  assess(version: AwaitingVersion): Promise<Assessment | null>
}

export type AssessorData = { readonly folder: string }

/** More threads than this wait for the one that writes. */
const MAX_THREADS = 3
/** Fewer versions are done before a thread has started. */
const WORTH_THREADS = 48
/** Without a limit the collector lets garbage grow with the machine's memory. */
const RESOURCE_LIMITS = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 24 }

export function openAssessors(
  db: Db,
  folder: string,
  versions: number,
  classifier: NamedClassifier,
  threads = Math.min(MAX_THREADS, availableParallelism()),
): Assessors {
  if (versions < WORTH_THREADS || threads < 2 || folder === ':memory:') {
    const assess = createAssessor(classifier)
    return { ahead: 0, assess: (version) => assess(db, version), [Symbol.asyncDispose]: async () => undefined }
  }
  const workerData: AssessorData = { folder }
  const running = Array.from(
    { length: threads },
    (): AskedThread<AwaitingVersion, Assessment | null> =>
      askThread(import.meta.url, { workerData, resourceLimits: RESOURCE_LIMITS }),
  )
  /** A new document goes to the thread that was given the fewest versions so far. */
  const given = new Array<number>(threads).fill(0)
  const owners = new Map<number, number>()
  return {
    ahead: 2,
    assess(version) {
      const place = owners.get(version.documentNumber) ?? given.indexOf(Math.min(...given))
      owners.set(version.documentNumber, place)
      given[place]!++
      return running[place]!.ask(version)
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(running.map((thread) => thread[Symbol.asyncDispose]()))
    },
  }
}
