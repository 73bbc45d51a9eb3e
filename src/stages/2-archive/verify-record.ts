/**
 * What "verified" means on a record: the bytes are stored (read again, hash equal), and its entries are in the log
 * (proven against the signed checkpoint). Whether a change was confirmed is not the archive's to say. Each statement
 * has its moment, or the reason for which it does not hold.
 */
import { canonicalJson } from '../../core/canonical-json.ts'
import { toMoment } from '../../core/clock.ts'
import type { Entry } from '../../core/entry.ts'
import { ClausewatchError } from '../../core/error.ts'
import type { Archive } from './archive.ts'
import { isSignedBy, parseVerifierKey } from './verify/signed-note.ts'
import { parseTlogProof, verifyTlogProof } from './verify/tlog-proof.ts'

export type RecordStatement =
  | { readonly kind: 'verified'; readonly at: string; readonly detail: string }
  | { readonly kind: 'not-verified'; readonly reason: string }

export type RecordVerification = { readonly stored: RecordStatement; readonly inLog: RecordStatement }

/** `reading`: position of the reading that the record rests on. */
export async function verifyRecord(archive: Archive, reading: number, now: Date): Promise<RecordVerification> {
  const entries = new Map([[reading, await archive.entryAt(reading)]])
  const own = entries.get(reading)!
  if (own.kind === 'reading') for (const read of own.reads) entries.set(read, await archive.entryAt(read))
  const at = toMoment(now)
  return {
    stored: await checkStored(archive, [...entries.values()], at),
    inLog: await checkInLog(archive, entries, at),
  }
}

async function checkStored(archive: Archive, entries: readonly Entry[], at: string): Promise<RecordStatement> {
  const names = entries.flatMap(partsOf)
  if (names.length === 0) return { kind: 'not-verified', reason: 'no bytes were received' }
  for (const name of names) {
    try {
      await archive.readSnapshot(name)
    } catch (error) {
      if (!(error instanceof ClausewatchError)) throw error
      const reason = error.code === 'snapshot-missing' ? `${name} is no longer held` : `${name} is damaged`
      return { kind: 'not-verified', reason }
    }
  }
  return { kind: 'verified', at, detail: names.join(', ') }
}

async function checkInLog(archive: Archive, entries: ReadonlyMap<number, Entry>, at: string): Promise<RecordStatement> {
  const keys = await Promise.all(archive.log.verifierKeys().map(parseVerifierKey))
  let size = 0
  for (const [position, entry] of entries) {
    const proof = parseTlogProof(archive.log.inclusionProof(position) ?? '')
    if (!proof) return { kind: 'not-verified', reason: `entry ${position} is newer than the last checkpoint` }
    size = proof.checkpoint.size
    const signed = await Promise.all(keys.map((key) => (key ? isSignedBy(proof.checkpoint.note, key) : false)))
    const key = keys[signed.indexOf(true)]
    if (!key) return { kind: 'not-verified', reason: 'the checkpoint is not signed by the key of the log' }
    if ((await verifyTlogProof(proof, Buffer.from(canonicalJson(entry)), key)) !== 'holds') {
      return { kind: 'not-verified', reason: `entry ${position} is not the one in the log` }
    }
  }
  return {
    kind: 'verified',
    at,
    detail: `entries ${[...entries.keys()].join(', ')} in the checkpoint of ${size} entries`,
  }
}

function partsOf(entry: Entry): readonly string[] {
  if (entry.kind === 'capture') return entry.parts.map(({ sha256 }) => sha256)
  return entry.kind === 'import' && entry.part ? [entry.part.sha256] : []
}
