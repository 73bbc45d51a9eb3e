/** The evidence of a version, a change or a provision, from its rows and the archive beside them. */
import { ClausewatchError } from '../../core/error.ts'
import { formatId, type IdKind } from '../../core/id.ts'
import { canonicalPolicyText } from '../../core/policy-text.ts'
import { type Archive, createEvidence, type EvidenceSide } from '../../stages/2-archive/index.ts'
import type { Db } from '../../store/index.ts'
import { readText } from '../../store/policy-text.ts'
import { changeVersions, type EvidenceVersion, evidenceVersions, readingsOf } from '../../store/view/evidence.ts'
import { provisionEvidence } from '../../store/view/provision-evidence.ts'
import { packageSigner } from './package-signer.ts'

/** What a public id names. */
export type Named = { readonly kind: IdKind; readonly number: number }

/**
 * The bytes of the bundle (WACZ); null where the archive has no such version, change or provision.
 * @throws ClausewatchError `evidence-of-what` for what has no evidence of its own, and as `createEvidence` does.
 */
export async function makeEvidence(db: Db, archive: Archive, { kind, number }: Named): Promise<Uint8Array | null> {
  if (kind !== 'version' && kind !== 'change' && kind !== 'provision') throw noEvidence(formatId(kind, number))
  const versions = await versionsOf(db, archive, { kind, number })
  const [first] = versions
  if (!first) return null
  const { platform, document } = first
  const sides: EvidenceSide[] = []
  for (const [i, version] of versions.entries()) {
    const label = kind !== 'change' ? 'version' : i === 0 ? 'before' : 'after'
    sides.push({ label, reading: version.reading, policyText: await policyTextOf(db, version) })
  }
  // The words of the provision, which stand in the text of its version.
  const quoted = kind === 'provision' ? await provisionEvidence(db, number) : null
  return createEvidence(archive, {
    subject: { kind, id: formatId(kind, number), platform, document },
    sides,
    ...(quoted ? { quotation: quoted.quotation } : {}),
    signer: packageSigner(),
  })
}

/** The versions that a record rests on, each with a reading whose bytes are held, as far as there is one. */
export async function versionsOf(db: Db, archive: Archive, { kind, number }: Named): Promise<EvidenceVersion[]> {
  const versions: EvidenceVersion[] = []
  for (const version of await recordedVersions(db, { kind, number }))
    versions.push({ ...version, reading: await heldReading(db, archive, version) })
  return versions
}

async function recordedVersions(db: Db, { kind, number }: Named): Promise<readonly EvidenceVersion[]> {
  if (kind === 'provision') {
    const found = await provisionEvidence(db, number)
    return found ? [found.version] : []
  }
  const numbers = kind === 'version' ? [number] : ((await changeVersions(db, number)) ?? [])
  return numbers.length > 0 ? evidenceVersions(db, numbers) : []
}

/** Bytes are kept at the first and the last capture of a text only, so it need not be the one that made the version. */
async function heldReading(db: Db, archive: Archive, version: EvidenceVersion): Promise<number> {
  for (const reading of await readingsOf(db, version)) if (await isHeld(archive, reading)) return reading
  return version.reading
}

async function isHeld(archive: Archive, reading: number): Promise<boolean> {
  try {
    const entry = await archive.entryAt(reading)
    for (const position of entry.kind === 'reading' ? entry.reads : []) {
      const read = await archive.entryAt(position)
      const parts = read.kind === 'capture' ? read.parts : read.kind === 'import' && read.part ? [read.part] : []
      for (const { sha256 } of parts) if (!(await archive.hasSnapshot(sha256))) return false
    }
    return true
  } catch (error) {
    // What is damaged is told where it is read; here it only is no better than another one.
    if (error instanceof ClausewatchError) return false
    throw error
  }
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
    'name a version (CW-V-…), a change (CW-C-…) or a provision (CW-P-…) of it; `clausewatch show` lists them',
  )
}
