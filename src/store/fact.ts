/** Facts of a version: what it states, each with its quotation. What an assessed version leaves out is not stated. */
import type { Fact, FactName, FactValue } from '../core/provision.ts'
import type { Db } from './index.ts'

export async function insertFacts(db: Db, analysis: number, facts: readonly Fact[]): Promise<void> {
  if (facts.length === 0) return
  await db
    .insertInto('fact')
    .values(
      facts.map(({ fact, value, quote, block }) => ({
        analysis_id: analysis,
        fact,
        value: JSON.stringify(value),
        quote,
        block,
      })),
    )
    .execute()
}

/** What the current analysis of a version found stated; null where it was not assessed. */
export async function factsOfVersion(db: Db, version: number): Promise<readonly Fact[] | null> {
  const rows = await db
    .selectFrom('analysis')
    .leftJoin('fact', 'fact.analysis_id', 'analysis.id')
    .select(['analysis.state', 'fact.fact', 'fact.value', 'fact.quote', 'fact.block'])
    .where('analysis.version_number', '=', version)
    .where('analysis.is_current', '=', 1)
    .execute()
  if (rows[0]?.state !== 'assessed') return null
  return rows.flatMap(({ fact, value, quote, block }) =>
    fact === null
      ? []
      : [{ fact: fact as FactName, value: JSON.parse(value!) as FactValue, quote: quote!, block: block! }],
  )
}
