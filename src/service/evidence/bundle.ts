/** The evidence of a version or a change, from its rows and the archive beside them. */
import { ClausewatchError } from '../../core/error.ts'
import { formatId, type IdKind } from '../../core/id.ts'
import { canonicalPolicyText } from '../../core/policy-text.ts'
import { type Archive, createEvidence, type EvidenceSide } from '../../stages/2-archive/index.ts'
import type { Db } from '../../store/index.ts'
import { readText } from '../../store/policy-text.ts'
import { changeVersions, type EvidenceVersion, evidenceVersions } from '../../store/view/evidence.ts'

/** What a public id names. */
export type Named = { readonly kind: IdKind; readonly number: number }

/**
 * The bytes of the bundle (WACZ); null where the archive has no such version or change.
 * @throws ClausewatchError `evidence-of-what` for what has no evidence of its own, and as `createEvidence` does.
 */
export async function makeEvidence(db: Db, archive: Archive, { kind, number }: Named): Promise<Uint8Array | null> {
  if (kind !== 'version' && kind !== 'change') throw noEvidence(formatId(kind, number))
  const versions = await versionsOf(db, { kind, number })
  const [first] = versions
  if (!first) return null
  const { platform, document } = first
  const sides: EvidenceSide[] = []
  for (const [i, version] of versions.entries()) {
    const label = kind === 'version' ? 'version' : i === 0 ? 'before' : 'after'
    sides.push({ label, reading: version.reading, policyText: await policyTextOf(db, version) })
  }
  return createEvidence(archive, { subject: { kind, id: formatId(kind, number), platform, document }, sides })
}

async function versionsOf(db: Db, { kind, number }: Named): Promise<EvidenceVersion[]> {
  if (kind === 'version') return evidenceVersions(db, [number])
  const sides = await changeVersions(db, number)
  return sides ? evidenceVersions(db, sides) : []
}

/** Null where the text was taken down: its name stays, its blocks are gone. */
async function policyTextOf(db: Db, { textId }: EvidenceVersion): Promise<Uint8Array | null> {
  const text = await readText(db, textId)
  return text.blocks.length === 0 ? null : Buffer.from(canonicalPolicyText(text))
}

function noEvidence(id: string): ClausewatchError {
  return new ClausewatchError(
    'evidence-of-what',
    `${id} has no evidence of its own`,
    'name a version (CW-V-…) or a change (CW-C-…) of it; `clausewatch show` lists them',
  )
}
