/**
 * One process at a time writes an archive. The lock is an exclusive transaction on an empty SQLite file: the operating
 * system gives it up when the process dies, however it dies, and two processes can never both take over a stale one.
 * `writer.json` beside it says to people who holds it; nobody decides by that file.
 */
import { readFile, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import process from 'node:process'
import { DatabaseSync } from 'node:sqlite'
import { type Clock, toMoment } from '../../core/clock.ts'
import { ClausewatchError } from '../../core/error.ts'

const LOCK_FILE = 'writer.lock'
const HOLDER_FILE = 'writer.json'
const SQLITE_BUSY = 5

export type Holder = { readonly pid: number; readonly program: string; readonly since: string }

/** @throws ClausewatchError `archive-in-use` while another process (or another part of this one) writes. */
export async function lockForWriting(folder: string, clock: Clock): Promise<AsyncDisposable> {
  const database = openLockFile(folder)
  try {
    database.exec('BEGIN EXCLUSIVE')
  } catch (cause) {
    database.close()
    if ((cause as { errcode?: number }).errcode !== SQLITE_BUSY) throw cause
    throw inUse(folder, await readHolder(folder), cause)
  }
  const holder: Holder = {
    pid: process.pid,
    program: `${basename(process.argv[1] ?? 'node')} ${process.argv[2] ?? ''}`.trim(),
    since: toMoment(clock.now()),
  }
  const holderFile = join(folder, HOLDER_FILE)
  await writeFile(holderFile, `${JSON.stringify(holder)}\n`)
  return {
    async [Symbol.asyncDispose]() {
      await rm(holderFile, { force: true })
      database.close()
    },
  }
}

function openLockFile(folder: string): DatabaseSync {
  try {
    return new DatabaseSync(join(folder, LOCK_FILE), { timeout: 0 })
  } catch (cause) {
    throw new ClausewatchError(
      'archive-not-writable',
      `The lock of the archive in ${folder} cannot be made.`,
      'Give the user that runs Clausewatch the right to write there, or name another folder with --data.',
      { kind: 'environment', fatal: true, cause },
    )
  }
}

async function readHolder(folder: string): Promise<Holder | null> {
  try {
    return JSON.parse(await readFile(join(folder, HOLDER_FILE), 'utf8')) as Holder
  } catch {
    // Between taking the lock and writing its name there is a moment without a holder; the refusal stands anyway.
    return null
  }
}

function inUse(folder: string, holder: Holder | null, cause: unknown): ClausewatchError {
  const who = holder ? `process ${holder.pid} (${holder.program}) since ${holder.since}` : 'another process'
  return new ClausewatchError(
    'archive-in-use',
    `The archive in ${folder} is being written by ${who}.`,
    holder
      ? `Wait until it has finished, or stop process ${holder.pid}, and try again.`
      : 'Wait until it has finished and try again.',
    { kind: 'environment', retry: true, cause },
  )
}
