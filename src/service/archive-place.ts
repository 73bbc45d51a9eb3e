/** Where an archive keeps what is not in its folder, from the environment: for commands that write and follow nothing. */
import type { PipelineOptions } from '../pipeline.ts'
import { checkpointFolder } from './settings.ts'
import { openSnapshots } from './snapshots.ts'

/** @throws ClausewatchError `setting-malformed` */
export async function archivePlace(
  env: NodeJS.ProcessEnv = process.env,
): Promise<Pick<PipelineOptions, 'objects' | 'checkpointFolder'>> {
  return { ...(await openSnapshots(env)), checkpointFolder: checkpointFolder(env) }
}
