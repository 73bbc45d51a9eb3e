/** Everything that the analysis quotes from a version: wordings and facts, with the blocks that they name. */
import { formatId } from '../../core/id.ts'
import type { BlockRange } from '../../core/provision.ts'
import type { Db } from '../index.ts'

export type QuotedVersion = {
  readonly number: number
  readonly id: string
  readonly textId: number
  readonly sha256: string
}

/** Versions that were assessed, in the order of their numbers. */
export async function quotedVersions(db: Db): Promise<readonly QuotedVersion[]> {
  const rows = await db
    .selectFrom('analysis')
    .innerJoin('version', 'version.number', 'analysis.version_number')
    .innerJoin('policy_text', 'policy_text.id', 'version.text_id')
    .where('analysis.state', '=', 'assessed')
    .distinct()
    .orderBy('version.number')
    .select(['version.number', 'version.text_id', 'policy_text.sha256'])
    .execute()
  return rows.map((row) => ({
    number: row.number,
    id: formatId('version', row.number),
    textId: row.text_id,
    sha256: row.sha256,
  }))
}

export type StoredQuotation = BlockRange & { readonly subject: string; readonly exact: string }

/** By analyses of all stage versions. */
export async function quotationsOf(db: Db, version: number): Promise<readonly StoredQuotation[]> {
  const wordings = await db
    .selectFrom('wording_place')
    .innerJoin('analysis', 'analysis.id', 'wording_place.analysis_id')
    .innerJoin('wording', 'wording.id', 'wording_place.wording_id')
    .where('analysis.version_number', '=', version)
    .select([
      'wording_place.first_block',
      'wording_place.last_block',
      'wording_place.provision_number',
      'wording.exact',
    ])
    .execute()
  const facts = await db
    .selectFrom('fact')
    .innerJoin('analysis', 'analysis.id', 'fact.analysis_id')
    .where('analysis.version_number', '=', version)
    .select(['fact.fact', 'fact.quote', 'fact.block'])
    .execute()
  return [
    ...wordings.map((row) => ({
      subject: formatId('provision', row.provision_number),
      exact: row.exact,
      first: row.first_block,
      last: row.last_block,
    })),
    ...facts.map((row) => ({ subject: row.fact, exact: row.quote, first: row.block, last: row.block })),
  ]
}
