/** Imports of other archives' histories into the archive of a folder. */
import { openPipeline } from '../../pipeline.ts'
import { chosenVersions } from '../../store/provision.ts'
import { archivePlace } from '../archive-place.ts'
import { systemClock } from '../clock.ts'
import { openGitRepository } from './git-repository.ts'
import type { ImportOptions, ImportSummary } from './history.ts'
import { importOtaSnapshots } from './ota-snapshots.ts'
import { importOtaVersions } from './ota-versions.ts'

export type { ImportSummary } from './history.ts'
export { importOtaDeclarations } from './ota-declarations.ts'

/** What can be taken in, by the name of its command. */
export const HISTORIES = { ota: importOtaVersions, 'ota-snapshots': importOtaSnapshots } as const

/**
 * Takes a history in, then gives provisions and facts to its versions where `analyse` says so; what is left of that
 * when it stops, `up` goes on with.
 * @throws ClausewatchError as `openPipeline` and `openGitRepository` do.
 */
export async function importInto(
  folder: string,
  history: keyof typeof HISTORIES,
  location: string,
  options: ImportOptions & { readonly analyse?: boolean },
): Promise<ImportSummary & { readonly analysed: number; readonly awaiting: number }> {
  // First, so that a wrong path leaves no archive behind.
  await using repository = await openGitRepository(location)
  await using pipeline = await openPipeline({ folder, clock: systemClock, ...(await archivePlace()) })
  const summary = await HISTORIES[history](pipeline, repository, options)
  const { analyse, onProgress, signal } = options
  const analysed = analyse
    ? await pipeline.analyse({
        ...(signal ? { signal } : {}),
        onProgress: ({ done, total }) => onProgress?.({ done, total, what: `${done} of ${total} versions analysed` }),
      })
    : 0
  const awaiting = await chosenVersions(pipeline.store.db, { kind: 'awaiting' })
  return { ...summary, analysed, awaiting: awaiting.length }
}
