/**
 * Puts a backup back, or goes on with a folder that somebody has put back. The log goes on as it is only where the
 * checkpoint outside shows that nothing came after the backup; otherwise a successor log begins (DESIGN section 4).
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { type FileHandle, mkdir, open, rename, rm, rmdir } from 'node:fs/promises'
import path from 'node:path'
import { ClausewatchError } from '../../core/error.ts'
import { openPipeline, type PipelineOptions } from '../../pipeline.ts'
import { isNewest, openArchive, openSuccessor, readArchiveOrigin } from '../../stages/2-archive/index.ts'
import { appliedEntries } from '../../store/archive-state.ts'
import { checkpointLock } from '../../store/checkpoint-lock.ts'
import { openStore } from '../../store/index.ts'
import { systemClock } from '../clock.ts'
import { demandArchive } from '../demand-archive.ts'
import { type BackupContents, CONTENTS_FILE } from './backup.ts'
import { damagedBackup, readTar } from './tar.ts'

/** With these a log cannot be gone on with; everything else is for the operator to mend. */
const SUCCEEDED: ReadonlySet<string> = new Set([
  'archive-rolled-back',
  'log-forked',
  'log-key-missing',
  'log-key-unreadable',
])

export type RestoreOptions = Omit<PipelineOptions, 'clock'> & {
  /** Goes into the ruling that the successor begins with. */
  readonly reason: string
}

export type RestoreSummary = {
  readonly origin: string
  readonly entries: number
  /** The log that was left behind; null where the same log goes on. */
  readonly predecessor: string | null
}

/** `file`: the backup; null where the files of the folder are there already. @throws ClausewatchError as below. */
export async function restoreFrom(file: string | null, options: RestoreOptions): Promise<RestoreSummary> {
  const { folder } = options
  if (file !== null) await unpack(file, folder)
  await demandArchive(folder)
  const before = await readArchiveOrigin(folder)
  const goesOn = file === null ? await canGoOn(options) : await isNewest(folder, options.checkpointFolder ?? null)
  if (!goesOn) await succeed(options)
  await using pipeline = await openPipeline({ ...options, clock: systemClock })
  const { origin, size } = pipeline.archive
  return { origin, entries: size, predecessor: goesOn ? null : before }
}

/** With files that somebody else has put back, or that are damaged, only what opening refuses tells. */
async function canGoOn({ folder, ...options }: RestoreOptions): Promise<boolean> {
  try {
    await using _archive = await openArchive(folder, { mode: 'write', clock: systemClock, ...placeOf(folder, options) })
    return true
  } catch (error) {
    if (error instanceof ClausewatchError && SUCCEEDED.has(error.code)) return false
    throw error
  }
}

function placeOf(folder: string, { checkpointFolder, objects }: Pick<RestoreOptions, 'checkpointFolder' | 'objects'>) {
  const log = { lock: checkpointLock(folder), ...(checkpointFolder ? { checkpointFolder } : {}) }
  return { log, ...(objects ? { objects } : {}) }
}

async function succeed({ folder, reason, ...options }: RestoreOptions): Promise<void> {
  let size: number
  {
    await using archive = await openSuccessor(folder, { clock: systemClock, reason, ...placeOf(folder, options) })
    size = archive.size
  }
  // Rows of entries that are gone would stand for what the archive cannot prove.
  if ((await rowsOf(folder)) >= size) await setAside(folder)
}

async function rowsOf(folder: string): Promise<number> {
  if (!existsSync(path.join(folder, 'clausewatch.sqlite'))) return 0
  await using store = await openStore(folder)
  return await appliedEntries(store.db)
}

async function setAside(folder: string): Promise<void> {
  for (const ending of ['', '-wal', '-shm']) {
    const file = path.join(folder, `clausewatch.sqlite${ending}`)
    if (existsSync(file)) await rename(file, `${file}.old`)
  }
}

/** All or nothing: beside the folder first, under its name once every file has its hash. */
async function unpack(file: string, folder: string): Promise<void> {
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new ClausewatchError(
      'restore-over-files',
      `${folder} is not empty`,
      'name a folder that is not there yet with --data; to go on with what is in it, leave the backup away',
    )
  }
  const beside = `${path.resolve(folder)}.restoring`
  await rm(beside, { recursive: true, force: true })
  try {
    await using from = await openBackup(file)
    const hashes = new Map<string, string>()
    let contents: BackupContents | null = null
    for await (const { name, bytes } of readTar(from)) {
      if (name === CONTENTS_FILE) contents = JSON.parse(Buffer.concat(await Array.fromAsync(bytes)).toString())
      else hashes.set(name, await writeOut(path.join(beside, safeName(name)), bytes))
    }
    demandSame(hashes, contents)
    if (existsSync(folder)) await rmdir(folder)
    await rename(beside, folder)
  } finally {
    await rm(beside, { recursive: true, force: true })
  }
}

async function openBackup(file: string): Promise<FileHandle> {
  try {
    return await open(file, 'r')
  } catch (cause) {
    throw new ClausewatchError(
      'file-unreadable',
      `${file} cannot be read (${(cause as NodeJS.ErrnoException).code})`,
      'name a file that `clausewatch backup` has written',
      { cause },
    )
  }
}

function safeName(name: string): string {
  if (/^[\w.-]+(\/[\w.%-]+)*$/.test(name) && !name.split('/').includes('..')) return name
  throw damagedBackup(`the name ${JSON.stringify(name)}`)
}

/** Gives the SHA-256 of what was written. */
async function writeOut(file: string, bytes: AsyncIterable<Uint8Array>): Promise<string> {
  await mkdir(path.dirname(file), { recursive: true })
  await using to = await open(file, 'wx', 0o600)
  const hash = createHash('sha256')
  for await (const chunk of bytes) {
    hash.update(chunk)
    await to.appendFile(chunk)
  }
  await to.sync()
  return hash.digest('hex')
}

function demandSame(hashes: ReadonlyMap<string, string>, contents: BackupContents | null): void {
  if (contents?.format !== 1) throw damagedBackup('its list of contents')
  for (const [name, hash] of Object.entries(contents.files)) if (hashes.get(name) !== hash) throw damagedBackup(name)
  for (const name of hashes.keys()) if (!(name in contents.files)) throw damagedBackup(name)
}
