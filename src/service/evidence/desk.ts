/** What pages ask of the archive, and how it is answered; the same in the thread and where it is tested. */
import { ClausewatchError } from '../../core/error.ts'
import { type Archive, type LogResource, openArchive } from '../../stages/2-archive/index.ts'
import type { Db } from '../../store/index.ts'
import { systemClock } from '../clock.ts'
import { openSnapshots } from '../snapshots.ts'
import { makeEvidence, type Named } from './bundle.ts'
import { type ProofPart, proveRecord, type RecordProof } from './proof.ts'
import { Rulings } from './rulings.ts'

/** A page that is looked at often is not proven anew each time; each statement says of which moment it is. */
const PROOF_MS = 3_600_000
const MAX_PROOFS = 10_000

export type Snapshot =
  | { readonly kind: 'held'; readonly bytes: Uint8Array }
  | { readonly kind: 'gone'; readonly why: ProofPart['gone'] }

export type EvidenceDesk = {
  /** The bundle (WACZ) of a version or change; null where it is not there. */
  bundle(named: Named): Promise<Uint8Array | null>
  /** What the log serves at a path of C2SP tlog-tiles; null for what it does not. */
  logResource(path: string): Promise<LogResource | null>
  proof(named: Named): Promise<RecordProof | null>
  /** Bytes that were received, by their SHA-256; null for what no entry ever named. */
  snapshot(sha256: string): Promise<Snapshot | null>
  /** Keys that checkpoints of the log are verified with, the one in use first. */
  verifierKeys(): Promise<readonly string[]>
}

type Opened = { readonly archive: Archive; readonly rulings: Rulings }

/** Opened when it is first needed: at the first start there is no archive yet, and nothing in it. */
export function deskOf(folder: string, db: Db): EvidenceDesk & AsyncDisposable {
  let opening: Promise<Opened | null> | null = null
  const proofs = new Map<string, { readonly at: number; readonly proof: RecordProof | null }>()
  const open = async (): Promise<Opened | null> => {
    opening ??= openFolder(folder)
    const opened = await opening
    // It may be there next time.
    if (!opened) opening = null
    return opened
  }
  return {
    bundle: async (named) => withOpened(await open(), ({ archive }) => makeEvidence(db, archive, named)),
    logResource: async (path) => withOpened(await open(), ({ archive }) => archive.log.resource(path)),
    verifierKeys: async () => (await open())?.archive.log.verifierKeys() ?? [],
    async proof(named) {
      const key = `${named.kind} ${named.number}`
      const now = systemClock.now().getTime()
      const known = proofs.get(key)
      if (known && now - known.at < PROOF_MS) return known.proof
      const proof = await withOpened(await open(), ({ archive, rulings }) => proveRecord(db, archive, rulings, named))
      if (proofs.size >= MAX_PROOFS) proofs.clear()
      proofs.set(key, { at: now, proof })
      return proof
    },
    snapshot: async (sha256) => withOpened(await open(), (opened) => readSnapshot(opened, sha256)),
    async [Symbol.asyncDispose]() {
      await (await opening)?.archive[Symbol.asyncDispose]()
    },
  }
}

async function openFolder(folder: string): Promise<Opened | null> {
  try {
    const archive = await openArchive(folder, { mode: 'read', clock: systemClock, ...(await openSnapshots()) })
    return { archive, rulings: new Rulings(archive) }
  } catch (error) {
    if (error instanceof ClausewatchError && error.code === 'archive-missing') return null
    throw error
  }
}

async function withOpened<T>(opened: Opened | null, read: (opened: Opened) => Promise<T | null>): Promise<T | null> {
  return opened ? read(opened) : null
}

async function readSnapshot({ archive, rulings }: Opened, sha256: string): Promise<Snapshot | null> {
  if (await archive.hasSnapshot(sha256)) return { kind: 'held', bytes: await archive.readSnapshot(sha256) }
  const why = await rulings.of(sha256)
  return why ? { kind: 'gone', why } : null
}
