/** Opens an archive: checks what the folder is, takes the lock for writing, and recovers from a crash. */
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { ClausewatchError } from '../../core/error.ts'
import { Archive, type ArchiveOptions } from './archive.ts'
import { createArchiveDescription, readArchiveDescription, refuseOtherOrigin } from './archive-file.ts'
import { diskError, localDisk, touch } from './disk.ts'
import { ENTRIES_FILE, EntryFile } from './entry-file.ts'
import { Log } from './log/log.ts'
import { REGISTER_FILE } from './register.ts'
import { openSnapshotStore } from './snapshot/open-store.ts'
import { lockForWriting } from './writer-lock.ts'

/**
 * Opens an archive in a few milliseconds whatever its size. For writing, a folder without one becomes one.
 * @throws ClausewatchError `archive-missing`, `archive-in-use`, `archive-too-new`, `archive-other-origin`,
 *   `archive-unreadable`, `entries-lost`, `snapshots-elsewhere`; for writing also `archive-rolled-back`, `log-forked`, `log-key-missing`
 */
export async function openArchive(folder: string, options: ArchiveOptions): Promise<Archive> {
  const { mode, disk = localDisk, objects = null } = options
  if (mode === 'read') {
    const found = await readArchiveDescription(folder)
    if (!found) throw missing(folder)
    refuseOtherOrigin(folder, found, options.origin)
    const snapshots = await openSnapshotStore(disk, folder, objects, mode)
    return new Archive(folder, found, options, await EntryFile.open(disk, folder, mode), snapshots, null)
  }
  await using undo = new AsyncDisposableStack()
  try {
    await mkdir(folder, { recursive: true })
    const lock = undo.use(await lockForWriting(folder, options.clock))
    const found = await readArchiveDescription(folder)
    if (found) refuseOtherOrigin(folder, found, options.origin)
    // Its description comes last: a folder that has one has everything else.
    for (const name of [ENTRIES_FILE, REGISTER_FILE])
      if (!existsSync(join(folder, name))) await touch(join(folder, name))
    const description = found ?? (await createArchiveDescription(disk, folder, options.clock, options.origin))
    const entries = undo.use(await EntryFile.open(disk, folder, mode))
    const snapshots = await openSnapshotStore(disk, folder, objects, mode)
    const log = await Log.open(disk, folder, description, entries, options.log ?? {})
    undo.move()
    return new Archive(folder, description, options, entries, snapshots, { lock, log })
  } catch (cause) {
    throw diskError(cause, folder)
  }
}

function missing(folder: string): ClausewatchError {
  return new ClausewatchError(
    'archive-missing',
    `There is no archive in ${folder}.`,
    'Name the folder that holds one with --data, or fill one with `clausewatch add` or `clausewatch import`.',
  )
}
