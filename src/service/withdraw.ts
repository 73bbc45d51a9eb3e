/** Take-down of versions or whole documents: bytes and words go, entries, hashes and the reason stay. */
import { ClausewatchError } from '../core/error.ts'
import { formatId, parseId } from '../core/id.ts'
import type { PipelineOptions } from '../pipeline.ts'
import { openPipeline } from '../pipeline.ts'
import { openStore } from '../store/index.ts'
import { versionNumbers } from '../store/version.ts'
import { systemClock } from './clock.ts'

export type WithdrawSummary = {
  /** Public ids: those named, and others that have the same text. */
  readonly versions: readonly string[]
  readonly changes: readonly string[]
  /** How many bytes and texts were removed, each named by its SHA-256 in a ruling. */
  readonly snapshots: number
  /** Other versions in which passages of the text still stand. */
  readonly sharing: readonly { readonly version: string; readonly passages: number }[]
}

/** `ids`: of versions (CW-V-…) and of documents (CW-D-…), which stand for all their versions. */
export async function withdrawRecords(
  ids: readonly string[],
  reason: string,
  options: Omit<PipelineOptions, 'clock'>,
): Promise<WithdrawSummary> {
  const numbers = await namedVersions(options.folder, ids)
  await using pipeline = await openPipeline({ ...options, clock: systemClock })
  const { versions, changes, snapshots, sharing } = await pipeline.withdraw(numbers, reason)
  return {
    versions: versions.map((number) => formatId('version', number)),
    changes: changes.map((number) => formatId('change', number)),
    snapshots: snapshots.length,
    sharing: sharing.map(({ number, passages }) => ({ version: formatId('version', number), passages })),
  }
}

async function namedVersions(folder: string, ids: readonly string[]): Promise<readonly number[]> {
  await using store = await openStore(folder, { readOnly: true })
  const numbers: number[] = []
  for (const text of ids) {
    const id = parseId(text)
    if (id?.kind !== 'version' && id?.kind !== 'document') {
      throw new ClausewatchError(
        'withdraw-of-what',
        `"${text}" is no version and no document`,
        'name versions (CW-V-…), or a document (CW-D-…) with all its versions; changes and provisions go with them',
      )
    }
    const found = await versionNumbers(store.db, id.kind, id.number)
    if (found.length === 0) {
      throw new ClausewatchError(
        'id-unknown',
        `${formatId(id.kind, id.number)} is not in ${folder}, or has no versions`,
        'list what is there with `clausewatch show CW-D-…` or `clausewatch status`',
      )
    }
    numbers.push(...found)
  }
  return numbers
}
