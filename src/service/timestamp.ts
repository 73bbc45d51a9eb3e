/** Timestamps for the log: authorities (RFC 3161) sign that its last checkpoint existed when they saw it. */
import { readFile } from 'node:fs/promises'
import { ClausewatchError } from '../core/error.ts'
import { createHttpClient } from '../net/index.ts'
import { openPipeline, type PipelineOptions } from '../pipeline.ts'
import type { Archive, TimestampResult } from '../stages/2-archive/index.ts'
import { systemClock } from './clock.ts'
import type { TimestampSettings } from './timestamp-settings.ts'

export type StampSummary = {
  /** Size of the log at the checkpoint that was stamped. */
  readonly size: number
  /** Whether enough have signed, so that their answers are kept. */
  readonly kept: boolean
  readonly results: readonly TimestampResult[]
}

/** Null where the last checkpoint is stamped already. */
export async function stampArchive(archive: Archive, settings: TimestampSettings): Promise<StampSummary | null> {
  await archive.flush()
  const { size } = archive
  if (size === 0 || archive.log.stampedFrom(size)) return null
  const roots = await Promise.all(settings.rootFiles.map(readRoot))
  const authorities = settings.authorities.map((one) => ({ ...one, ...(roots.length > 0 ? { roots } : {}) }))
  // The operator's own addresses, named by nobody else: they may be on a private network.
  const allowPrivateHosts = authorities.map(({ url }) => new URL(url).host)
  await using http = createHttpClient({ userAgent: 'Clausewatch', allowPrivateHosts })
  const results = await archive.timestamp(http, authorities, settings.quorum)
  const kept = results.filter(({ kind }) => kind === 'stamped').length >= settings.quorum
  return { size, kept, results }
}

/** The same for a folder that nothing has open. @throws ClausewatchError as `openPipeline` does. */
export async function stampFolder(
  options: Omit<PipelineOptions, 'clock'>,
  settings: TimestampSettings,
): Promise<StampSummary | null> {
  await using pipeline = await openPipeline({ ...options, clock: systemClock })
  return await stampArchive(pipeline.archive, settings)
}

async function readRoot(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    throw new ClausewatchError(
      'setting-malformed',
      `CLAUSEWATCH_TSA_ROOTS names ${file}, which cannot be read (${(cause as NodeJS.ErrnoException).code})`,
      'name files of certificates in PEM, as the authority publishes its root',
      { cause },
    )
  }
}
