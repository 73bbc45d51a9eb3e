/** The log for its operator: what it stands at, its keys, and what witnesses have signed. */
import { ClausewatchError } from '../core/error.ts'
import { openPipeline, type PipelineOptions } from '../pipeline.ts'
import { cosignedAt, openArchive, parseWitnessKey } from '../stages/2-archive/index.ts'
import { systemClock } from './clock.ts'
import { demandArchive } from './demand-archive.ts'

type Place = Omit<PipelineOptions, 'clock'>

export type LogState = {
  readonly origin: string
  readonly entries: number
  /** As published, with all its signatures; null before the first. */
  readonly checkpoint: string | null
  /** The one in use first. */
  readonly verifierKeys: readonly string[]
  /** Whether authorities have stamped the last checkpoint. */
  readonly stampedBy: readonly string[]
}

export async function logState(folder: string): Promise<LogState> {
  await using archive = await openArchive(folder, { mode: 'read', clock: systemClock })
  const { origin, size: entries, log } = archive
  const stampedBy = log.stampedFrom(entries)?.stamps.map(({ authority }) => authority) ?? []
  return { origin, entries, checkpoint: log.checkpoint(), verifierKeys: log.verifierKeys(), stampedBy }
}

/** Gives the verifier key that is to be published. */
export async function rotateKey(options: Place, reason: string): Promise<string> {
  await demandArchive(options.folder)
  await using pipeline = await openPipeline({ ...options, clock: systemClock })
  await pipeline.archive.rotateKey(reason)
  return pipeline.archive.log.verifierKey()!
}

export type Cosigned = { readonly witness: string; readonly at: string }

/**
 * Keeps a checkpoint as witnesses returned it, whole or as signature lines for the last one. Of every witness whose key
 * is given the signature has to hold; lines of others, and of kinds that are not known here, are kept as they are.
 * @throws ClausewatchError `cosignature-refused`
 */
export async function addCosignatures(
  options: Place,
  text: string,
  witnessKeys: readonly string[],
): Promise<readonly Cosigned[]> {
  await demandArchive(options.folder)
  await using pipeline = await openPipeline({ ...options, clock: systemClock })
  const { archive } = pipeline
  await archive.flush()
  const lines = text.split('\n').filter((line) => line.startsWith('— '))
  const isWhole = !text.startsWith('— ')
  const checkpoint = isWhole ? text : `${archive.log.checkpoint()}${lines.map((line) => `${line}\n`).join('')}`
  const cosigned: Cosigned[] = []
  for (const witnessKey of witnessKeys) {
    const witness = await parseWitnessKey(witnessKey)
    const at = witness && (await cosignedAt(checkpoint, witness))
    if (!at) throw refused(`${witnessKey} has not signed it`)
    cosigned.push({ witness: witness.name, at: at.toISOString() })
  }
  if (!(await archive.addCosigned(checkpoint))) throw refused('it is no checkpoint of this log')
  return cosigned
}

function refused(why: string): ClausewatchError {
  return new ClausewatchError(
    'cosignature-refused',
    `the cosigned checkpoint was not taken: ${why}`,
    'give the checkpoint as the witness returned it, or its signature lines, and the key of the witness itself (name+id+key)',
  )
}
