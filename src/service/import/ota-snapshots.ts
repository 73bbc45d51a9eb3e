/**
 * Replays the raw captures of an Open Terms Archive snapshots repository through the whole pipeline, as an import
 * track: what the other archive received, read by our stages.
 */
import { parseForeignPath } from '../../core/foreign-path.ts'
import type { Pipeline } from '../../pipeline.ts'
import type { Commit, GitRepository } from './git-repository.ts'
import { type ImportOptions, type ImportSummary, importHistory } from './history.ts'

export function importOtaSnapshots(
  pipeline: Pipeline,
  repository: GitRepository,
  options: ImportOptions = {},
): Promise<ImportSummary> {
  return importHistory(pipeline, repository, options, (commit, path) => {
    const parsed = parseForeignPath(path)
    return (
      parsed && {
        ...parsed,
        capture: {
          url: locationOf(commit) ?? `urn:path:${path}`,
          rendered: /^X-fetcher: fullDom/im.test(commit.message),
          part: parsed.part,
        },
      }
    )
  })
}

/** The address of the page: a trailer in new dialects, a sentence in older ones. */
function locationOf({ message }: Commit): string | null {
  const match =
    /^X-source-document-location:\s*(\S+)/im.exec(message) ?? /\b(?:from|location:?)\s+(https?:\/\/\S+)/i.exec(message)
  return match ? match[1]! : null
}
