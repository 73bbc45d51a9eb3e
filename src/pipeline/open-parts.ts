/** What a pipeline writes to, opened in order: the archive, which is the truth, and the rows made from it. */
import type { Clock } from '../core/clock.ts'
import type { Platform, PolicyDocument } from '../core/document.ts'
import type { Capturer } from '../stages/1-capture/index.ts'
import { type Archive, type Objects, openArchive, unsyncedDisk } from '../stages/2-archive/index.ts'
import { checkpointLock } from '../store/checkpoint-lock.ts'
import { openStore, type Store } from '../store/index.ts'
import type { Reader } from './reading/index.ts'

export type PipelineOptions = {
  readonly folder: string
  readonly clock: Clock
  /** Absent where nothing is fetched (imports). */
  readonly capturer?: Capturer
  /** Whether the capturer can render pages that need scripts. */
  readonly hasBrowser?: boolean
  /** Reads pages; one that many pipelines in turn share keeps its thread. Absent: one of its own. */
  readonly reader?: Reader
  /** What the archive says it is; a demo's ends in `.invalid`. */
  readonly origin?: string | null
  /** A folder outside of the archive for its newest checkpoint, so that a folder put back as it was is noticed. */
  readonly checkpointFolder?: string | null
  /** Keeps snapshots there instead of in the folder; closed with the pipeline. */
  readonly objects?: Objects
  /** Writes without waiting for the disk: a demonstration can be made again. */
  readonly unsynced?: boolean
  /** Describes the documents where all rows have to be made anew: entries name documents, and no more. */
  readonly catalogue?: Catalogue
}

export type Catalogue = readonly { readonly platform: Platform; readonly documents: readonly PolicyDocument[] }[]

/** Both are closed with `undo`, unless the caller moves it. */
export async function openParts(
  undo: AsyncDisposableStack,
  { folder, clock, origin, checkpointFolder, objects, unsynced }: PipelineOptions,
): Promise<{ readonly archive: Archive; readonly store: Store }> {
  const lock = checkpointLock(folder, unsynced)
  const archive = undo.use(
    await openArchive(folder, {
      mode: 'write',
      clock,
      log: { lock, ...(checkpointFolder ? { checkpointFolder } : {}) },
      ...(origin ? { origin } : {}),
      ...(objects ? { objects } : {}),
      ...(unsynced ? { disk: unsyncedDisk } : {}),
    }),
  )
  return { archive, store: undo.use(await openStore(folder)) }
}
