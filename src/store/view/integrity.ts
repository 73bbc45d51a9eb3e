/** Whether the database is in itself sound, and how far it has followed the archive. */
import { sql } from 'kysely'
import { appliedEntries } from '../archive-state.ts'
import type { Db } from '../index.ts'

export type Integrity = {
  /** Of SQLite's own check, at most ten; empty where it finds nothing. */
  readonly damage: readonly string[]
  /** Tables with rows that name others which are not there. */
  readonly dangling: readonly string[]
  /** Entries of the archive whose rows are there. */
  readonly applied: number
}

export async function readIntegrity(db: Db): Promise<Integrity> {
  const checked = await sql<{ quick_check: string }>`pragma quick_check(10)`.execute(db)
  const foreign = await sql<{ table: string }>`pragma foreign_key_check`.execute(db)
  return {
    damage: checked.rows.map((row) => row.quick_check).filter((line) => line !== 'ok'),
    dangling: [...new Set(foreign.rows.map(({ table }) => table))],
    applied: await appliedEntries(db),
  }
}
