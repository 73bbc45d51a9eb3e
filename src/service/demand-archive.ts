/** For commands that write an archive and must not make one. */
import { ClausewatchError } from '../core/error.ts'
import { readArchiveOrigin } from '../stages/2-archive/index.ts'

/** @throws ClausewatchError `archive-missing` */
export async function demandArchive(folder: string): Promise<void> {
  if ((await readArchiveOrigin(folder)) !== null) return
  throw new ClausewatchError(
    'archive-missing',
    `there is no archive in ${folder}`,
    'name its folder with --data, or make one with `clausewatch up`, `clausewatch demo` or `clausewatch import`',
  )
}
