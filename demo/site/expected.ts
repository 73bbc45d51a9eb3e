/** What really happened to the documents: the measure of what an archive found. */
import type { RevisionKind } from './history.ts'
import { demoPlatformsFolder, loadPlatforms } from './platform.ts'

export type ExpectedChange = {
  readonly platform: string
  /** The address in the catalogue of the page that changed; a document may consist of several. */
  readonly url: string
  /** The day on which the site begins to serve it. */
  readonly on: string
  readonly kind: Exclude<RevisionKind, 'none'>
  readonly because: string
}

/** Changes of the text of followed documents, oldest first, but those that robots.txt keeps an archive from seeing. */
export function expectedChanges(): ExpectedChange[] {
  return loadPlatforms(demoPlatformsFolder)
    .flatMap((platform) =>
      platform.pages
        .filter((page) => !page.editionOf)
        .flatMap((page) =>
          page.states.flatMap((state) => {
            const isHidden = platform.robots.some(
              (rule) => rule.from <= state.on && page.path.startsWith(rule.disallow),
            )
            if (state.kind === undefined || state.kind === 'none' || isHidden) return []
            const url = `http://${platform.host}${page.path}`
            return [{ platform: platform.slug, url, on: state.on, kind: state.kind, because: state.because ?? '' }]
          }),
        ),
    )
    .toSorted((a, b) => a.on.localeCompare(b.on))
}
