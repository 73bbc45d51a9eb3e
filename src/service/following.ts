/**
 * What following documents needs for as long as a program runs: the way to the sites and the thread that reads pages;
 * and the archive, opened for each piece of work, so that another process finds its turn in between.
 */

import { openReader } from '../pipeline/reading/index.ts'
import { openPipeline, type Pipeline } from '../pipeline.ts'
import type { CataloguePlatform } from './catalogue/format.ts'
import { loadCatalogue } from './catalogue/load.ts'
import { systemClock } from './clock.ts'
import { fetcherOf } from './fetcher.ts'
import type { Settings } from './settings.ts'
import { openSnapshots } from './snapshots.ts'

export type FollowOrder = {
  readonly folder: string
  readonly catalogues: readonly string[]
  readonly settings: Settings
}

export type OpenedArchive = { readonly pipeline: Pipeline; readonly catalogue: readonly CataloguePlatform[] }

export type Following = AsyncDisposable & {
  /**
   * The archive, following what the catalogue names now. Who asks closes the pipeline.
   * @throws ClausewatchError as `loadCatalogue` and `openPipeline` do.
   */
  openArchive(): Promise<OpenedArchive>
}

export function openFollowing({ folder, catalogues, settings }: FollowOrder): Following {
  const fetcher = fetcherOf(settings)
  const reader = openReader()
  const { origin, checkpointFolder } = settings
  return {
    async openArchive() {
      const catalogue = loadCatalogue(catalogues)
      await using undo = new AsyncDisposableStack()
      const pipeline = undo.use(
        await openPipeline({
          folder,
          clock: systemClock,
          capturer: fetcher.capturer,
          hasBrowser: fetcher.hasBrowser,
          reader,
          checkpointFolder,
          origin,
          ...(await openSnapshots()),
          catalogue,
        }),
      )
      await pipeline.follow(catalogue)
      undo.move()
      return { pipeline, catalogue }
    },
    async [Symbol.asyncDispose]() {
      await fetcher[Symbol.asyncDispose]()
      await reader[Symbol.asyncDispose]()
    },
  }
}
