/** Stage 2, archive: keeps the evidence. Snapshots by SHA-256, entries in order, the register of ids. */

export type { Archive, ArchiveOptions, RepackOptions, StoredEntry } from './archive.ts'
export { readArchiveOrigin } from './archive-file.ts'
export { AUDIT_PROBLEMS, type AuditOptions, type AuditProblem, type AuditReport } from './audit.ts'
export { type Disk, unsyncedDisk } from './disk.ts'
export { createEvidence, type EvidenceRequest, type EvidenceSide } from './evidence/create-evidence.ts'
export { type PackageSigner, readPackageKey } from './evidence/sign-package.ts'
export { type VerifyEvidenceOptions, verifyEvidence } from './evidence/verify-evidence.ts'
export { cosignedAt, parseWitnessKey } from './log/cosignature.ts'
export type { CheckpointLock, LogOptions } from './log/log.ts'
export type { LogResource, PublicLog } from './log/public-log.ts'
export { openArchive } from './open-archive.ts'
export { isNewest, openSuccessor } from './open-successor.ts'
export type { Objects } from './snapshot/object-store.ts'
export { openS3Objects, type S3Place } from './snapshot/s3-objects.ts'
export type { TimestampAuthority, TimestampResult } from './timestamp/request-timestamp.ts'
export { type BundleVerdict, type Statement, type VerifyOptions, verifyBundle } from './verify/verify-bundle.ts'
export type { RecordStatement, RecordVerification } from './verify-record.ts'

export { base32Sha1, openWayback, WAYBACK, type Wayback } from './witness/wayback.ts'
export { addWitnessNote, readWitnessNotes, type WitnessNote } from './witness/witness-file.ts'

/** Modules of the verification that run as they are in a browser; `verify-bundle` is where they begin. */
export const VERIFIER_FOLDER = new URL('./verify/', import.meta.url)

export const STAGE_VERSION = '1'
