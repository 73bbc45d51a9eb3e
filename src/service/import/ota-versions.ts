/** Takes in a versions repository of Open Terms Archive: what it states it saw. */
import { parseForeignPath } from '../../core/foreign-path.ts'
import type { Pipeline } from '../../pipeline.ts'
import { type ImportOptions, type ImportSummary, importHistory } from './history.ts'

/** @throws ClausewatchError as `openGitRepository` does. */
export function importOtaVersions(
  pipeline: Pipeline,
  location: string,
  options: ImportOptions = {},
): Promise<ImportSummary> {
  return importHistory(pipeline, location, options, (_commit, path) => parseForeignPath(path))
}
