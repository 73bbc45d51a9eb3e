/**
 * The database behind one door. Queries stand in one file a noun beside this one and take `Db`, a connection or a
 * transaction; nobody outside `store/` writes SQL.
 */
import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { Kysely, sql } from 'kysely'
import { DEFAULT_MIGRATION_TABLE, Migrator } from 'kysely/migration'
import { ClausewatchError } from '../core/error.ts'
import { sqliteDialect } from './dialect/sqlite.ts'
import { MIGRATIONS } from './migration/index.ts'
import type { Schema } from './schema.ts'

export type Db = Kysely<Schema>

export type Store = AsyncDisposable & {
  readonly db: Db
  /** Runs `work` in one transaction; nothing of it is there when it throws. */
  transaction<T>(work: (db: Db) => Promise<T>): Promise<T>
}

export type StoreOptions = {
  readonly readOnly?: boolean
  /** How long a statement waits for another program that writes. */
  readonly busyTimeoutMs?: number
}

/**
 * Opens the database of an archive folder and brings its schema up to date.
 * @throws ClausewatchError `store-locked`, `store-newer`, `store-unreadable`, `archive-missing`.
 */
export async function openStore(folder: string, options: StoreOptions = {}): Promise<Store> {
  const { readOnly = false } = options
  const file = folder === ':memory:' ? folder : path.join(folder, 'clausewatch.sqlite')
  if (file !== ':memory:') {
    if (readOnly && !existsSync(file)) {
      throw new ClausewatchError(
        'archive-missing',
        `there is no archive in ${folder}`,
        'name its folder with --data, or make one with `clausewatch up`, `clausewatch demo` or `clausewatch import`',
      )
    }
    mkdirSync(folder, { recursive: true })
  }
  const db = new Kysely<Schema>({
    dialect: sqliteDialect({ ...options, file, readOnly, toError: (cause) => toStoreError(cause, file) }),
  })
  try {
    if (!readOnly) await migrate(db)
    else if (await isOlder(db, file)) {
      // Reading is asked for, and the schema of today is what queries are written for.
      await db.destroy()
      await (await openStore(folder, { ...options, readOnly: false }))[Symbol.asyncDispose]()
      return await openStore(folder, options)
    }
  } catch (cause) {
    await db.destroy().catch(() => undefined) // the first failure is the one to tell
    throw toStoreError(cause, file)
  }
  return {
    db,
    transaction: (work) => db.transaction().execute(work),
    async [Symbol.asyncDispose]() {
      await db.destroy()
    },
  }
}

async function migrate(db: Db): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...MIGRATIONS }) } })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}

/** Whether migrations are missing. @throws ClausewatchError `store-newer` where there are some that this program does not know. */
async function isOlder(db: Db, file: string): Promise<boolean> {
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(DEFAULT_MIGRATION_TABLE)}`.execute(db)
  if (rows.some(({ name }) => !(name in MIGRATIONS))) throw newer(file)
  return rows.length < Object.keys(MIGRATIONS).length
}

const newer = (file: string, cause?: unknown): ClausewatchError =>
  new ClausewatchError(
    'store-newer',
    `${file} was written by a newer Clausewatch`,
    'use that version, or a newer one',
    {
      cause,
    },
  )

/** SQLite's own failures as errors that say what to do; everything else as it is. */
function toStoreError(cause: unknown, file: string): unknown {
  if (!(cause instanceof Error) || cause instanceof ClausewatchError) return cause
  const { errcode } = cause as { errcode?: number }
  // Result codes: https://www.sqlite.org/rescode.html (the low byte is the primary code).
  const primary = errcode === undefined ? undefined : errcode & 0xff
  if (primary === 5 || primary === 6) {
    return new ClausewatchError(
      'store-locked',
      `another program has locked ${file}`,
      'wait until it has finished, or stop it, then run this again',
      { kind: 'environment', retry: true, cause },
    )
  }
  if (primary === 13) {
    return new ClausewatchError(
      'disk-full',
      `the disk that holds ${file} is full`,
      'make room and run this again; what was acknowledged is kept',
      { kind: 'environment', fatal: true, cause },
    )
  }
  if (primary === 10) {
    return new ClausewatchError(
      'store-io-failed',
      `the disk that holds ${file} could not be read or written`,
      'check the disk and run this again; what was acknowledged is kept',
      { kind: 'environment', fatal: true, cause },
    )
  }
  if (primary === 11 || primary === 26) {
    return new ClausewatchError(
      'store-unreadable',
      `${file} is damaged or no database`,
      'move it away and run `clausewatch up`, which makes it again from the archive',
      { kind: 'archive', fatal: true, cause },
    )
  }
  if (/previously executed migration .* is missing/.test(cause.message)) return newer(file, cause)
  return cause
}
