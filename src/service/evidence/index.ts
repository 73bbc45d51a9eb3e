/** Evidence for users: bundles of versions and changes, their verification, and the audit of the whole archive. */
import { ClausewatchError } from '../../core/error.ts'
import { openReader } from '../../pipeline/reading/index.ts'
import { createReread } from '../../pipeline/reread.ts'
import { type Archive, type AuditOptions, type AuditReport, openArchive } from '../../stages/2-archive/index.ts'
import { openStore } from '../../store/index.ts'
import { systemClock } from '../clock.ts'
import { openSnapshots } from '../snapshots.ts'
import { makeEvidence, type Named } from './bundle.ts'
import { proveRecord, type RecordProof } from './proof.ts'
import { Rulings } from './rulings.ts'

export { ThreadFailure as EvidenceFailure } from '../../pipeline/thread-door.ts'
export {
  type AuditReport,
  type BundleVerdict,
  type RecordStatement,
  readArchiveOrigin,
  verifyEvidence,
} from '../../stages/2-archive/index.ts'
export { auditQuotations, type QuotationAudit } from './audit-quotations.ts'
export type { Named } from './bundle.ts'
export { deskOf, type EvidenceDesk } from './desk.ts'
export type { ProofPart, RecordProof } from './proof.ts'
export { readVerifierFiles } from './verifier-files.ts'
export { openEvidenceDesk } from './worker.ts'

/**
 * Reads only, so that another process may write meanwhile. Null where there is no such record.
 * @throws ClausewatchError as `openStore`, `openArchive` and `makeEvidence` do.
 */
export async function evidenceOf(folder: string, named: Named): Promise<Uint8Array | null> {
  await using store = await openStore(folder, { readOnly: true })
  await using archive = await openReadOnly(folder)
  // Awaited here: what it reads from is closed on return.
  return await makeEvidence(store.db, archive, named)
}

/** What may be said of a record, proven now. Null where there is none. */
export async function proofOf(folder: string, named: Named): Promise<RecordProof | null> {
  await using store = await openStore(folder, { readOnly: true })
  await using archive = await openReadOnly(folder)
  return await proveRecord(store.db, archive, new Rulings(archive), named)
}

export type AuditFolderOptions = Omit<AuditOptions, 'reread'> & {
  /** Makes the text of every reading again from its bytes, where that gives what it gave. */
  readonly rereads?: boolean
}

/** Reads every entry and every snapshot again and holds them against the signed log. */
export async function auditFolder(
  folder: string,
  { rereads = false, ...options }: AuditFolderOptions = {},
): Promise<AuditReport & { readonly origin: string; readonly verifierKey: string | null }> {
  await using undo = new AsyncDisposableStack()
  const archive = undo.use(await openReadOnly(folder))
  const reread = rereads ? await rereadIn(folder, archive, undo) : null
  const report = await archive.audit({ ...options, ...(reread ? { reread } : {}) })
  return { ...report, origin: archive.origin, verifierKey: archive.log.verifierKey() }
}

/** What documents are called stands in the database; null where there is none, and texts are checked by their hashes. */
async function rereadIn(folder: string, archive: Archive, undo: AsyncDisposableStack): Promise<AuditOptions['reread']> {
  try {
    const store = undo.use(await openStore(folder, { readOnly: true }))
    return createReread(store.db, archive, undo.use(openReader()).read)
  } catch (error) {
    if (error instanceof ClausewatchError && error.code === 'archive-missing') return undefined
    throw error
  }
}

async function openReadOnly(folder: string): Promise<Archive> {
  return openArchive(folder, { mode: 'read', clock: systemClock, ...(await openSnapshots()) })
}
