/**
 * Kysely over `node:sqlite` (Kysely's own SQLite dialect expects another driver's statement object). One connection,
 * handed out to one user at a time, because SQLite transactions belong to connections.
 */
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'

/** How long a statement waits for another process that writes. Long enough for one batch of an import. */
const BUSY_TIMEOUT_MS = 10_000
/** Statements kept prepared. Queries of the product are few; multi-row inserts vary by their number of rows. */
const MAX_PREPARED = 400

export type SqliteOptions = {
  readonly file: string
  readonly readOnly: boolean
  readonly busyTimeoutMs?: number
  /** What is thrown in place of SQLite's own failure. */
  readonly toError: (cause: unknown) => unknown
}

export function sqliteDialect(options: SqliteOptions): Dialect {
  return {
    createAdapter: () => new TransactionalAdapter(),
    createDriver: () => new SqliteDriver(options),
    createIntrospector: (db: Kysely<unknown>) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}

/** SQLite rolls changes of the schema back like all others; a migration that was cut off must leave nothing behind. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

class SqliteDriver implements Driver {
  readonly #options: SqliteOptions
  #connection: SqliteConnection | null = null
  #turn: Promise<void> = Promise.resolve()
  #release: (() => void) | null = null

  constructor(options: SqliteOptions) {
    this.#options = options
  }

  async init(): Promise<void> {
    const { file, readOnly, busyTimeoutMs = BUSY_TIMEOUT_MS, toError } = this.#options
    try {
      const database = new DatabaseSync(file, { readOnly, timeout: busyTimeoutMs, enableForeignKeyConstraints: true })
      this.#connection = new SqliteConnection(database, toError)
      if (!readOnly) {
        database.exec('PRAGMA journal_mode = WAL')
        // The archive's entries are what is acknowledged; a row lost with the machine's power is made again from them.
        database.exec('PRAGMA synchronous = NORMAL')
      }
      database.exec('PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 268435456')
    } catch (cause) {
      await this.destroy()
      throw toError(cause)
    }
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#turn
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#turn = promise
    await before
    this.#release = resolve
    return this.#connection!
  }

  async releaseConnection(): Promise<void> {
    this.#release?.()
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(this.#options.readOnly ? 'begin' : 'begin immediate'))
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'))
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // A full disk makes SQLite roll back by itself; saying it again would hide why.
    if (this.#connection?.isInTransaction) await connection.executeQuery(CompiledQuery.raw('rollback'))
  }

  async destroy(): Promise<void> {
    this.#connection?.close()
    this.#connection = null
  }
}

class SqliteConnection implements DatabaseConnection {
  readonly #database: DatabaseSync
  readonly #toError: SqliteOptions['toError']
  readonly #prepared = new Map<string, { statement: StatementSync; reads: boolean }>()

  constructor(database: DatabaseSync, toError: SqliteOptions['toError']) {
    this.#database = database
    this.#toError = toError
  }

  get isInTransaction(): boolean {
    return this.#database.isTransaction
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    try {
      const { statement, reads } = this.#prepare(sql)
      const values = parameters as readonly SQLInputValue[]
      if (reads) return { rows: statement.all(...values) as R[] }
      const { changes, lastInsertRowid } = statement.run(...values)
      return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) }
    } catch (cause) {
      throw this.#toError(cause)
    }
  }

  async *streamQuery<R>({ sql, parameters }: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    // Not from the cache: a statement that is being stepped cannot be used by anybody else.
    try {
      const statement = this.#database.prepare(sql)
      for (const row of statement.iterate(...(parameters as readonly SQLInputValue[]))) yield { rows: [row as R] }
    } catch (cause) {
      throw this.#toError(cause)
    }
  }

  close(): void {
    this.#prepared.clear()
    this.#database.close()
  }

  #prepare(sql: string): { statement: StatementSync; reads: boolean } {
    const known = this.#prepared.get(sql)
    if (known) return known
    const statement = this.#database.prepare(sql)
    const prepared = { statement, reads: statement.columns().length > 0 }
    if (this.#prepared.size >= MAX_PREPARED) {
      const oldest = this.#prepared.keys().next()
      if (!oldest.done) this.#prepared.delete(oldest.value)
    }
    this.#prepared.set(sql, prepared)
    return prepared
  }
}
