/**
 * A backup: one tar file of everything that cannot be made again, and of the database. The key of the log stays out
 * unless it is asked for. Its last file lists all others with their SHA-256.
 */
import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { type FileHandle, open, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { toMoment } from '../../core/clock.ts'
import { ClausewatchError } from '../../core/error.ts'
import { openPipeline, type PipelineOptions } from '../../pipeline.ts'
import { copyStore } from '../../store/copy.ts'
import { systemClock } from '../clock.ts'
import { demandArchive } from '../demand-archive.ts'
import { endTar, writeTarEntry } from './tar.ts'

export const CONTENTS_FILE = 'backup.json'
const DATABASE_FILE = 'clausewatch.sqlite'
/** Of the process that writes, of the moment, or made again by itself. */
const LEFT_OUT = /^(writer\.(lock.*|json)|checkpoint\.sqlite.*|clausewatch\.sqlite.*|.*\.tmp|.*\.old)$/
const KEY_FILES = /^log(-\d+)?\/key\.pem(\..*)?$/

export type BackupContents = {
  readonly format: 1
  readonly origin: string
  readonly madeAt: string
  /** Entries in the log, and its last checkpoint. */
  readonly entries: number
  readonly checkpoint: string | null
  readonly files: Readonly<Record<string, string>>
}

export type BackupOptions = Omit<PipelineOptions, 'clock'> & {
  readonly withKey?: boolean
  readonly onProgress?: (done: number, of: number) => void
}

/** Writes under another name first: a file of that name is a whole backup. @throws ClausewatchError `output-exists` */
export async function backupTo(file: string, options: BackupOptions): Promise<BackupContents> {
  const { folder, withKey = false, onProgress } = options
  await demandArchive(folder)
  if (existsSync(file)) {
    throw new ClausewatchError(
      'output-exists',
      `${file} is there already`,
      'name another file, or remove that one; a backup never replaces another',
    )
  }
  // While it is open nobody else writes.
  await using pipeline = await openPipeline({ ...options, clock: systemClock })
  const { archive, store } = pipeline
  await archive.flush()
  const partial = `${file}.partial`
  const database = path.join(folder, `${DATABASE_FILE}.backup.tmp`)
  await rm(partial, { force: true })
  await rm(database, { force: true })
  try {
    await copyStore(store.db, database)
    const sources = [...(await filesOf(folder, withKey)), { name: DATABASE_FILE, path: database }]
    await using to = await open(partial, 'wx')
    const files: Record<string, string> = {}
    for (const [i, source] of sources.entries()) {
      files[source.name] = await writeFileInto(to, source)
      onProgress?.(i + 1, sources.length)
    }
    const { origin, size: entries } = archive
    const madeAt = toMoment(systemClock.now())
    const contents = { format: 1, origin, madeAt, entries, checkpoint: archive.log.checkpoint(), files } as const
    const listed = Buffer.from(`${JSON.stringify(contents, null, 2)}\n`)
    await writeTarEntry(to, { name: CONTENTS_FILE, sizeBytes: listed.length, bytes: once(listed) })
    await endTar(to)
    await to.sync()
    await rename(partial, file)
    return contents
  } finally {
    await rm(partial, { force: true })
    await rm(database, { force: true })
  }
}

async function filesOf(folder: string, withKey: boolean) {
  const found: { name: string; path: string }[] = []
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    const full = path.join(entry.parentPath, entry.name)
    const name = path.relative(folder, full).split(path.sep).join('/')
    if (!entry.isFile() || LEFT_OUT.test(entry.name) || (KEY_FILES.test(name) && !withKey)) continue
    found.push({ name, path: full })
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** Gives the SHA-256 of what was written. */
async function writeFileInto(to: FileHandle, source: { name: string; path: string }): Promise<string> {
  const { size } = await stat(source.path)
  const hash = createHash('sha256')
  async function* read(): AsyncIterable<Uint8Array> {
    if (size === 0) return
    for await (const chunk of createReadStream(source.path, { end: size - 1 })) {
      hash.update(chunk as Uint8Array)
      yield chunk as Uint8Array
    }
  }
  await writeTarEntry(to, { name: source.name, sizeBytes: size, bytes: read() })
  return hash.digest('hex')
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}
