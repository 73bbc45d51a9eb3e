/** What the evidence of a provision rests on: the newest version in which it stands, and its words there. */
import type { Db } from '../index.ts'
import { type EvidenceVersion, readingsOf } from './evidence.ts'

export type ProvisionEvidence = { readonly version: EvidenceVersion; readonly quotation: string }

/** Of our own captures before those of other archives; null where today's analysis sees no such provision. */
export async function provisionEvidence(db: Db, number: number): Promise<ProvisionEvidence | null> {
  const row = await db
    .selectFrom('wording_place')
    .innerJoin('analysis', 'analysis.id', 'wording_place.analysis_id')
    .innerJoin('wording', 'wording.id', 'wording_place.wording_id')
    .innerJoin('version', 'version.number', 'analysis.version_number')
    .innerJoin('track', 'track.id', 'version.track_id')
    .innerJoin('policy_text', 'policy_text.id', 'version.text_id')
    .innerJoin('document', 'document.number', 'version.document_number')
    .innerJoin('platform', 'platform.number', 'document.platform_number')
    .where('wording_place.provision_number', '=', number)
    .where('analysis.is_current', '=', 1)
    .orderBy((eb) => eb.case().when('track.kind', '=', 'own').then(0).else(1).end())
    .orderBy('version.first_record', 'desc')
    .orderBy('wording_place.first_block')
    .select(['version.number', 'version.text_id', 'policy_text.sha256', 'wording.exact'])
    .select(['platform.name as platform', 'document.title as document'])
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  const { number: version, text_id: textId, sha256, platform, document, exact: quotation } = row
  const found = { version, textId, sha256, platform, document, reading: 0 }
  const [reading] = await readingsOf(db, found)
  return reading === undefined ? null : { version: { ...found, reading }, quotation }
}
