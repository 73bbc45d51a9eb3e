/** Evidence for users: bundles of versions and changes, their verification, and the audit of the whole archive. */
import { type Archive, type AuditReport, openArchive } from '../../stages/2-archive/index.ts'
import { openStore } from '../../store/index.ts'
import { systemClock } from '../clock.ts'
import { openSnapshots } from '../snapshots.ts'
import { makeEvidence, type Named } from './bundle.ts'

export { ThreadFailure as EvidenceFailure } from '../../pipeline/thread-door.ts'
export {
  type AuditReport,
  type BundleVerdict,
  type RecordStatement,
  readArchiveOrigin,
  verifyEvidence,
} from '../../stages/2-archive/index.ts'
export type { Named } from './bundle.ts'
export { deskOf, type EvidenceDesk } from './desk.ts'
export type { ProofPart, RecordProof } from './proof.ts'
export { auditQuotations, type QuotationAudit } from './audit-quotations.ts'
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

/** Reads every entry and every snapshot again and holds them against the signed log. */
export async function auditFolder(
  folder: string,
  options: { readonly onProgress?: (done: number, of: number) => void; readonly trustedKeys?: readonly string[] },
): Promise<AuditReport & { readonly origin: string; readonly verifierKey: string | null }> {
  await using archive = await openReadOnly(folder)
  const report = await archive.audit(options)
  return { ...report, origin: archive.origin, verifierKey: archive.log.verifierKey() }
}

async function openReadOnly(folder: string): Promise<Archive> {
  return openArchive(folder, { mode: 'read', clock: systemClock, ...(await openSnapshots()) })
}
