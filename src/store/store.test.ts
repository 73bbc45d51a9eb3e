import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Kysely, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readState, writeState } from './archive-state.ts'
import { sqliteDialect } from './dialect/sqlite.ts'
import { openStore, type Store } from './index.ts'
import { MIGRATIONS } from './migration/index.ts'
import { putPlatform } from './platform.ts'
import type { Schema } from './schema.ts'

let folder: string
let store: Store
const file = () => path.join(folder, 'clausewatch.sqlite')

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'clausewatch-store-'))
  store = await openStore(folder)
})
afterEach(async () => {
  await store[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true })
})

describe('a transaction', () => {
  it('leaves nothing behind when its work throws', async () => {
    const failed = store.transaction(async (db) => {
      await writeState(db, 'kept', 'no')
      throw new Error('on purpose')
    })
    await expect(failed).rejects.toThrow('on purpose')
    expect(await readState(store.db, 'kept')).toBeNull()
  })

  it('has the connection to itself: what others ask waits for its end', async () => {
    const order: string[] = []
    const { promise: inside, resolve: goOn } = Promise.withResolvers<void>()
    const transaction = store.transaction(async (db) => {
      await writeState(db, 'a', '1')
      await inside
      order.push('transaction')
    })
    const read = readState(store.db, 'a').then((value) => {
      order.push('read')
      return value
    })
    goOn()
    await transaction
    expect(await read).toBe('1')
    expect(order).toEqual(['transaction', 'read'])
  })

  it('is one of many at the same time, each whole', async () => {
    await writeState(store.db, 'n', '0')
    const addOne = () =>
      store.transaction(async (db) => writeState(db, 'n', String(Number(await readState(db, 'n')) + 1)))
    await Promise.all(Array.from({ length: 20 }, addOne))
    expect(await readState(store.db, 'n')).toBe('20')
  })
})

describe('the dialect', () => {
  it('streams rows one after another, and can be left in the middle', async () => {
    await store.transaction(async (db) => {
      for (let at = 0; at < 50; at++) await writeState(db, `key ${String(at).padStart(2, '0')}`, String(at))
    })
    const seen: string[] = []
    for await (const row of store.db.selectFrom('archive_state').selectAll().orderBy('key').stream()) {
      seen.push(row.value)
      if (seen.length === 3) break
    }
    expect(seen).toEqual(['0', '1', '2'])
    expect(await readState(store.db, 'key 49')).toBe('49')
  })

  it('holds foreign keys', async () => {
    const orphan = store.db
      .insertInto('slug_alias')
      .values({ platform_slug: 'a', document_slug: 'b', document_number: 99 })
      .execute()
    await expect(orphan).rejects.toThrow(/FOREIGN KEY/)
  })

  it('refuses to write where it was opened for reading', async () => {
    await using reader = await openStore(folder, { readOnly: true })
    await expect(writeState(reader.db, 'a', 'b')).rejects.toThrow(/readonly/)
  })

  it('lets others read what is committed while somebody writes', async () => {
    await using reader = await openStore(folder, { readOnly: true })
    await store.transaction(async (db) => {
      await writeState(db, 'new', 'yes')
      expect(await readState(reader.db, 'new')).toBeNull()
    })
    expect(await readState(reader.db, 'new')).toBe('yes')
  })
})

describe('opening', () => {
  it('is repeatable: a second time changes nothing', async () => {
    await putPlatform(store.db, 1, { slug: 'larkspur', name: 'Larkspur', website: null }, '2026-01-01T00:00:00Z')
    const schema = () => {
      using database = new DatabaseSync(file(), { readOnly: true })
      return database.prepare('select name, sql from sqlite_schema order by name').all()
    }
    const before = schema()
    await using again = await openStore(folder)
    expect(schema()).toEqual(before)
    expect(await again.db.selectFrom('platform').select('slug').execute()).toEqual([{ slug: 'larkspur' }])
  })

  it('that is cut off in the middle of a migration leaves nothing behind', async () => {
    const other = await mkdtemp(path.join(tmpdir(), 'clausewatch-store-'))
    try {
      // The last table of the first migration is in its way; everything before it has been made by then.
      {
        using database = new DatabaseSync(path.join(other, 'clausewatch.sqlite'))
        database.exec('create table block_search (in_the_way text)')
      }
      await expect(openStore(other)).rejects.toThrow(/block_search already exists/)
      {
        using database = new DatabaseSync(path.join(other, 'clausewatch.sqlite'))
        expect(database.prepare("select name from sqlite_schema where name in ('platform', 'revision')").all()).toEqual(
          [],
        )
        database.exec('drop table block_search')
      }
      await using opened = await openStore(other)
      expect(await readState(opened.db, 'a')).toBeNull()
    } finally {
      await rm(other, { recursive: true, force: true })
    }
  })

  it('for reading needs an archive', async () => {
    await expect(openStore(path.join(folder, 'nowhere'), { readOnly: true })).rejects.toMatchObject({
      code: 'archive-missing',
      kind: 'input',
    })
  })

  it('brings a database of an older program up to date, also where it is only read', async () => {
    const [last] = Object.keys(MIGRATIONS).toReversed()
    const older = await mkdtemp(path.join(tmpdir(), 'clausewatch-store-'))
    try {
      const made = new Kysely<Schema>({
        dialect: sqliteDialect({
          file: path.join(older, 'clausewatch.sqlite'),
          readOnly: false,
          toError: (cause) => cause,
        }),
      })
      const { [last!]: _newest, ...earlier } = MIGRATIONS
      await new Migrator({ db: made, provider: { getMigrations: async () => earlier } }).migrateToLatest()
      await made.destroy()
      await using reader = await openStore(older, { readOnly: true })
      const { rows } = await sql<{
        name: string
      }>`select name from kysely_migration order by name desc limit 1`.execute(reader.db)
      expect(rows).toEqual([{ name: last }])
    } finally {
      await rm(older, { recursive: true, force: true })
    }
  })

  it('refuses a database of a newer program', async () => {
    await sql`insert into kysely_migration (name, timestamp) values ('9999-of-the-future', '2030-01-01T00:00:00Z')`.execute(
      store.db,
    )
    for (const readOnly of [false, true])
      await expect(openStore(folder, { readOnly })).rejects.toMatchObject({ code: 'store-newer', kind: 'input' })
  })

  it('says of a file that is no database that it is none', async () => {
    const other = await mkdtemp(path.join(tmpdir(), 'clausewatch-store-'))
    try {
      await writeFile(path.join(other, 'clausewatch.sqlite'), 'this is no database, and never was one. '.repeat(40))
      for (const readOnly of [false, true])
        await expect(
          openStore(other, { readOnly }).then(async (opened) => {
            await using reader = opened
            return await readState(reader.db, 'a')
          }),
        ).rejects.toMatchObject({ code: 'store-unreadable', kind: 'archive', fatal: true })
    } finally {
      await rm(other, { recursive: true, force: true })
    }
  })
})

describe('a database that another program has locked', () => {
  it('is reported as locked, and may be tried again', async () => {
    await using hasty = await openStore(folder, { busyTimeoutMs: 100 })
    using other = new DatabaseSync(file())
    other.exec('begin immediate')
    const waiting = hasty.transaction((db) => writeState(db, 'a', 'b'))
    await expect(waiting).rejects.toMatchObject({ code: 'store-locked', kind: 'environment', retry: true })
  })
})
