/** Checks a bundle with its timestamps, offline. The part without timestamps also runs in a browser. */

import { verifyTimestamp } from '../timestamp/verify-timestamp.ts'
import { CHECKPOINT_FILE } from '../verify/manifest.ts'
import { type BundleVerdict, type Statement, type VerifyOptions, verifyBundle } from '../verify/verify-bundle.ts'

export type VerifyEvidenceOptions = VerifyOptions & {
  /** Roots in PEM that the reader trusts for timestamps; without any it is said that nobody vouches for the authority. */
  readonly timestampRoots?: readonly string[]
}

export async function verifyEvidence(bytes: Uint8Array, options: VerifyEvidenceOptions = {}): Promise<BundleVerdict> {
  const verdict = await verifyBundle(bytes, options)
  if (verdict.kind === 'broken') return verdict
  const stamped: Statement[] = []
  for (const { file, token } of verdict.timestamps) {
    const roots = options.timestampRoots ? { roots: options.timestampRoots } : {}
    const stamp = verifyTimestamp(token, Buffer.from(verdict.checkpoint.text), roots)
    if (stamp.kind === 'broken') return { kind: 'broken', part: file, reason: stamp.reason }
    const trust = stamp.isTrusted ? '' : ' Its certificate leads to no root that you named.'
    stamped.push({
      by: stamp.by,
      at: stamp.at.toISOString(),
      text: `The checkpoint (${CHECKPOINT_FILE}), and so everything in the log before it, existed at this moment.${trust}`,
    })
  }
  return { ...verdict, statements: [...verdict.statements, ...stamped] }
}
