/** Where snapshots are kept: bytes by their SHA-256. Members: a folder, and any S3-compatible store. */
import { ClausewatchError } from '../../../core/error.ts'
import type { RepackResult } from './repack.ts'

export type SnapshotStore = AsyncDisposable & {
  /** Keeps bytes under their name. What is known already costs nothing. Durable after `settle`. */
  put(sha256: string, bytes: Uint8Array): Promise<void>
  has(sha256: string): Promise<boolean>
  /** The bytes, checked against their name. @throws ClausewatchError `snapshot-missing`, `snapshot-damaged` */
  read(sha256: string): Promise<Uint8Array>
  /** Whatever was put before the call survives a power cut once this resolves. */
  settle(): Promise<void>
  /** From now on goes by what is really stored, not by an index or a memory of it: for audits. */
  distrustIndexes(): void
  /** Every name that is kept, each once, in no order. */
  names(): AsyncIterable<string>
  /** Removes bytes for good. Names that are not there are passed over. */
  release(names: ReadonlySet<string>): Promise<void>
  /**
   * Makes what is kept smaller, for about `budgetMs`. `streams`: the names of each page's snapshots, oldest first.
   * Stops, consistent, when the budget is used up.
   */
  repack(streams: Iterable<readonly string[]>, budgetMs: number): Promise<RepackResult>
}

const SHA256 = /^[0-9a-f]{64}$/

/** Names become paths and keys, so nothing else may pass. */
export function checkSnapshotName(sha256: string): void {
  if (!SHA256.test(sha256)) throw new TypeError(`not a SHA-256: ${sha256}`)
}

export function snapshotMissing(sha256: string, place: string, cause?: unknown): ClausewatchError {
  return new ClausewatchError(
    'snapshot-missing',
    `Snapshot ${sha256} is not in ${place}.`,
    'Run `clausewatch audit` to see whether it was released or lost; restore a lost one from a backup.',
    { kind: 'archive', cause },
  )
}

export function snapshotDamaged(sha256: string, place: string, cause?: unknown): ClausewatchError {
  return new ClausewatchError(
    'snapshot-damaged',
    `Snapshot ${sha256} in ${place} does not have the bytes that its name promises.`,
    'Restore this file from a backup; `clausewatch audit` lists everything that is damaged.',
    { kind: 'archive', cause },
  )
}
