/**
 * `archive.json`: what an archive folder is. Its origin names the log for ever, so that entries of one archive can
 * never pass for entries of another; a demo's ends in `.invalid`.
 */
import { randomBytes } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256 } from '../../core/canonical-json.ts'
import { type Clock, toMoment } from '../../core/clock.ts'
import { ClausewatchError } from '../../core/error.ts'
import { type Disk, writeFileDurably } from './disk.ts'

export const ARCHIVE_FORMAT = 1
const ARCHIVE_FILE = 'archive.json'

/** A log that this one goes on from, because it could not be gone on with. */
export type Predecessor = {
  readonly origin: string
  /** The last checkpoint known of it, as text; null where none was. */
  readonly checkpoint: string | null
  readonly reason: string
  readonly endedAt: string
}

export type ArchiveDescription = {
  readonly format: number
  /** Made at first start: two archives of the same origin are still two. */
  readonly id: string
  readonly origin: string
  readonly createdAt: string
  /** Oldest first. */
  readonly predecessors: readonly Predecessor[]
}

/** The description of an existing archive; null where the folder holds none. */
export async function readArchiveDescription(folder: string): Promise<ArchiveDescription | null> {
  const path = join(folder, ARCHIVE_FILE)
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw unreadable(path, cause)
  }
  const description = parseDescription(text, path)
  if (description.format > ARCHIVE_FORMAT) {
    throw new ClausewatchError(
      'archive-too-new',
      `The archive in ${folder} has format ${description.format}; this program reads up to format ${ARCHIVE_FORMAT}.`,
      'Update Clausewatch, or use the version that last wrote this archive.',
    )
  }
  return description
}

/** The origin of the archive in a folder; null where there is none. */
export async function readArchiveOrigin(folder: string): Promise<string | null> {
  return (await readArchiveDescription(folder))?.origin ?? null
}

/** Makes the folder an archive. @throws ClausewatchError when the folder cannot be made or written. */
export async function createArchiveDescription(
  disk: Disk,
  folder: string,
  clock: Clock,
  origin = `clausewatch.localhost/${randomBytes(8).toString('hex')}`,
): Promise<ArchiveDescription> {
  await mkdir(folder, { recursive: true })
  const id = randomBytes(16).toString('hex')
  const description = { format: ARCHIVE_FORMAT, id, origin, createdAt: toMoment(clock.now()), predecessors: [] }
  await writeArchiveDescription(disk, folder, description)
  return description
}

export function writeArchiveDescription(disk: Disk, folder: string, description: ArchiveDescription): Promise<void> {
  return writeFileDurably(disk, join(folder, ARCHIVE_FILE), Buffer.from(`${JSON.stringify(description, null, 2)}\n`))
}

/** An archive is asked for by its own origin or by that of the first of its line. */
export function refuseOtherOrigin(folder: string, description: ArchiveDescription, asked: string | undefined): void {
  const { origin: found, predecessors } = description
  if (asked === undefined || asked === found || predecessors.some(({ origin }) => origin === asked)) return
  throw new ClausewatchError(
    'archive-other-origin',
    `The archive in ${folder} belongs to ${found}, not to ${asked}.`,
    'Name another folder with --data; one folder never holds the records of two archives.',
  )
}

function parseDescription(text: string, path: string): ArchiveDescription {
  let value: Partial<ArchiveDescription> | null
  try {
    value = JSON.parse(text) as Partial<ArchiveDescription> | null
  } catch (cause) {
    throw unreadable(path, cause)
  }
  if (typeof value?.format !== 'number' || typeof value.origin !== 'string' || typeof value.createdAt !== 'string') {
    throw unreadable(path, undefined)
  }
  const { format, origin, createdAt, predecessors = [] } = value
  // Archives from before there was an id are told apart by when they were made.
  const { id = sha256(`${origin}\n${createdAt}`).slice(0, 32) } = value
  return { format, id, origin, createdAt, predecessors }
}

function unreadable(path: string, cause: unknown): ClausewatchError {
  return new ClausewatchError(
    'archive-unreadable',
    `${path} is not the description of an archive.`,
    'Put the file back from a backup, or name the right folder with --data.',
    { kind: 'archive', cause },
  )
}
