/**
 * Goes on with an archive whose log cannot be gone on with: an older copy was put back, or its key is lost. The entries
 * that are there begin a new log, under a new key and an origin of its own; its first new entry names the last
 * checkpoint of the old one, so that anybody sees what is missing. The old log's files stay beside it.
 */
import { existsSync, readdirSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { toMoment } from '../../core/clock.ts'
import { ClausewatchError } from '../../core/error.ts'
import type { Archive, ArchiveOptions } from './archive.ts'
import { type ArchiveDescription, readArchiveDescription, writeArchiveDescription } from './archive-file.ts'
import { localDisk } from './disk.ts'
import { checkpointFile, outsideFile, readText } from './log/checkpoint-file.ts'
import { openArchive } from './open-archive.ts'
import { parseCheckpoint } from './verify/checkpoint.ts'
import { lockForWriting } from './writer-lock.ts'

/** For `restore`, after the files were put back. Every counter of ids goes on behind a clear gap. */
export async function openSuccessor(
  folder: string,
  options: Omit<ArchiveOptions, 'mode' | 'origin'> & { readonly reason: string },
): Promise<Archive> {
  const { reason, ...rest } = options
  const found = await readArchiveDescription(folder)
  if (!found) {
    throw new ClausewatchError(
      'archive-missing',
      `There is no archive in ${folder} to go on with.`,
      'Put the files of a backup there first, or name the right folder with --data.',
    )
  }
  const checkpoint = await lastCheckpoint(folder, found, options)
  await endLog(folder, found, checkpoint, options)
  const archive = await openArchive(folder, { ...rest, mode: 'write' })
  archive.gap()
  const subject = checkpoint === null ? found.origin : (parseCheckpoint(checkpoint)?.note.text ?? found.origin)
  const ruledAt = toMoment(options.clock.now())
  await archive.append([
    { kind: 'ruling', ruling: 'successor', subject: subject.trim().replaceAll('\n', ' '), reason, ruledAt },
  ])
  return archive
}

/** Moves the old log's files aside and gives the archive its next origin. */
async function endLog(
  folder: string,
  found: ArchiveDescription,
  checkpoint: string | null,
  { clock, disk = localDisk, log = {}, reason }: Omit<ArchiveOptions, 'mode'> & { readonly reason: string },
): Promise<void> {
  await using _lock = await lockForWriting(folder, clock)
  const predecessor = { origin: found.origin, checkpoint, reason, endedAt: toMoment(clock.now()) }
  const first = found.predecessors[0]?.origin ?? found.origin
  const predecessors = [...found.predecessors, predecessor]
  const origin = `${first}/${predecessors.length + 1}`
  await mkdir(join(folder, 'log'), { recursive: true })
  // The description changes first: with the old log under the new origin, opening is refused rather than forked.
  await writeArchiveDescription(disk, folder, { ...found, origin, predecessors })
  await disk.rename(join(folder, 'log'), join(folder, nextOldName(folder)))
  if (log.keyFile && existsSync(log.keyFile)) await disk.rename(log.keyFile, `${log.keyFile}.${predecessors.length}`)
  await disk.syncFolder(folder)
}

async function lastCheckpoint(
  folder: string,
  found: ArchiveDescription,
  { log = {} }: Pick<ArchiveOptions, 'log'>,
): Promise<string | null> {
  const { origin } = found
  const outside = log.checkpointFolder ? readText(outsideFile(log.checkpointFolder, found)) : null
  const known = [readText(checkpointFile(join(folder, 'log'))), (await log.lock?.read()) ?? null, outside]
  const largest = known
    .flatMap((text) => {
      const checkpoint = text === null ? null : parseCheckpoint(text)
      return checkpoint?.origin === origin ? [{ text, size: checkpoint.size }] : []
    })
    .sort((a, b) => b.size - a.size)[0]
  return largest?.text ?? null
}

function nextOldName(folder: string): string {
  const count = readdirSync(folder).filter((name) => /^log-\d+$/.test(name)).length
  return `log-${count + 1}`
}

/**
 * Whether the folder holds everything that its log ever had, as far as anybody knows: the key is there, and the copy of
 * the checkpoint outside is the one inside. Without a copy outside nobody knows.
 */
export async function isNewest(folder: string, checkpointFolder: string | null): Promise<boolean> {
  const found = await readArchiveDescription(folder)
  if (!found || checkpointFolder === null || !existsSync(join(folder, 'log', 'key.pem'))) return false
  const [inside, outside] = [checkpointFile(join(folder, 'log')), outsideFile(checkpointFolder, found)].map((file) =>
    parseCheckpoint(readText(file) ?? ''),
  )
  return inside !== null && outside !== null && inside!.note.text === outside!.note.text
}
