/** The classifier's answers by the key of what they depend on, so that a block is asked about once. */
import type { Db } from './index.ts'

const KEYS_A_STATEMENT = 500

export async function knownAnswers(db: Db, keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const known = new Map<string, string>()
  for (let from = 0; from < keys.length; from += KEYS_A_STATEMENT) {
    const rows = await db
      .selectFrom('block_answer')
      .selectAll()
      .where('key', 'in', keys.slice(from, from + KEYS_A_STATEMENT))
      .execute()
    for (const { key, answer } of rows) known.set(key, answer)
  }
  return known
}

export async function keepAnswers(db: Db, answers: ReadonlyMap<string, string>): Promise<void> {
  const rows = [...answers].map(([key, answer]) => ({ key, answer }))
  for (let from = 0; from < rows.length; from += KEYS_A_STATEMENT) {
    await db
      .insertInto('block_answer')
      .values(rows.slice(from, from + KEYS_A_STATEMENT))
      .onConflict((conflict) => conflict.column('key').doNothing())
      .execute()
  }
}
