/**
 * The last checkpoint of the log as the database has it: one row, compared and swapped, in a file of its own, because
 * it has to be durable before the rows of the batch that it locks, which are one transaction of the other file.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { ClausewatchError } from '../core/error.ts'

const FILE = 'checkpoint.sqlite'
const BUSY_TIMEOUT_MS = 10_000

export type StoredCheckpoint = Disposable & {
  /** The signed checkpoint as text; null before the first. */
  read(): Promise<string | null>
  /** Puts `next` where `expected` stands, durably; false where something else does. */
  swap(expected: string | null, next: string): Promise<boolean>
}

/** Opened at the first question. `unsynced`: a power cut may take the last swap back. */
export function checkpointLock(folder: string, unsynced = false): StoredCheckpoint {
  const file = path.join(folder, FILE)
  let opened: DatabaseSync | null = null
  const open = () => {
    opened ??= openFile(file, unsynced)
    return opened
  }
  return {
    async read() {
      if (!existsSync(file)) return null
      const row = asked(file, () => open().prepare('select text from checkpoint').get())
      return row === undefined ? null : String(row.text)
    },
    async swap(expected, next) {
      const { changes } = asked(file, () =>
        expected === null
          ? open().prepare('insert or ignore into checkpoint (id, text) values (1, ?)').run(next)
          : open().prepare('update checkpoint set text = ? where text = ?').run(next, expected),
      )
      return Number(changes) === 1
    },
    [Symbol.dispose]() {
      opened?.close()
      opened = null
    },
  }
}

function openFile(file: string, unsynced: boolean): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS })
  database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = ${unsynced ? 'OFF' : 'FULL'};
    create table if not exists checkpoint (id integer primary key check (id = 1), text text not null)`)
  return database
}

function asked<T>(file: string, question: () => T): T {
  try {
    return question()
  } catch (cause) {
    // Result codes: https://www.sqlite.org/rescode.html (the low byte is the primary code).
    const code = ((cause as { errcode?: number }).errcode ?? 0) & 0xff
    if (code === 13)
      throw new ClausewatchError(
        'disk-full',
        `the disk that holds ${file} is full`,
        'make room and run this again; what was acknowledged is kept',
        { kind: 'environment', fatal: true, cause },
      )
    // A table that is not there any more is damage too.
    if (code === 1 || code === 11 || code === 26)
      throw new ClausewatchError(
        'checkpoint-lost',
        `${file} is damaged: it holds the last checkpoint, with which the archive is compared.`,
        'Run `clausewatch audit`; where nothing is wrong, remove the file, and it is made again.',
        { kind: 'archive', fatal: true, cause },
      )
    throw cause
  }
}
