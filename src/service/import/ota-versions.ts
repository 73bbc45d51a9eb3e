/** Takes in a versions repository of Open Terms Archive: what it states it saw. */
import { parseForeignPath } from '../../core/foreign-path.ts'
import type { Pipeline } from '../../pipeline.ts'
import type { GitRepository } from './git-repository.ts'
import { type ImportOptions, type ImportSummary, importHistory } from './history.ts'

export function importOtaVersions(
  pipeline: Pipeline,
  repository: GitRepository,
  options: ImportOptions = {},
): Promise<ImportSummary> {
  return importHistory(pipeline, repository, options, (_commit, path) => parseForeignPath(path))
}
