/**
 * Every step that must survive a crash goes through one small set of calls, so that the fault tests can stop the
 * process before and after each of them. Nothing else in this stage writes, renames or removes a file.
 */

import type { FileHandle } from 'node:fs/promises'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import process from 'node:process'
import { ClausewatchError } from '../../core/error.ts'

export type Disk = {
  /** Writes all bytes at a position of an open file. */
  write(file: FileHandle, bytes: Uint8Array, position: number): Promise<void>
  /** What was written to the file survives a power cut once this resolves. */
  sync(file: FileHandle): Promise<void>
  truncate(file: FileHandle, sizeBytes: number): Promise<void>
  rename(from: string, to: string): Promise<void>
  remove(path: string): Promise<void>
  /** Names made, renamed and removed in the folder survive a power cut once this resolves. */
  syncFolder(path: string): Promise<void>
}

export const localDisk: Disk = {
  async write(file, bytes, position) {
    let written = 0
    while (written < bytes.length) {
      const { bytesWritten } = await file.write(bytes, written, bytes.length - written, position + written)
      written += bytesWritten
    }
  },
  sync: (file) => file.datasync(),
  truncate: (file, sizeBytes) => file.truncate(sizeBytes),
  rename: (from, to) => rename(from, to),
  remove: (path) => rm(path, { force: true }),
  async syncFolder(path) {
    // Windows has no such call: NTFS journals names by itself.
    if (process.platform === 'win32') return
    const folder = await open(path, 'r')
    try {
      await folder.sync()
    } finally {
      await folder.close()
    }
  },
}

/** Faster, and no more than a demonstration needs: after a power cut what was written may be gone. */
export const unsyncedDisk: Disk = { ...localDisk, sync: async () => {}, syncFolder: async () => {} }

/** Writes a whole file so that a reader sees the old one or the new one, never a part. The folder is synced too. */
export async function writeFileDurably(disk: Disk, path: string, bytes: Uint8Array): Promise<void> {
  await replaceFile(disk, path, bytes)
  await disk.syncFolder(dirname(path))
}

let temporaryNames = 0

/** The same without syncing the folder: after a power cut the old name may be back. For callers that sync in batches. */
export async function replaceFile(disk: Disk, path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.${process.pid}-${++temporaryNames}.tmp`
  const file = await open(temporary, 'wx')
  try {
    await disk.write(file, bytes, 0)
    await disk.sync(file)
  } catch (cause) {
    await file.close()
    await disk.remove(temporary)
    throw cause
  }
  await file.close()
  await disk.rename(temporary, path)
}

/** Makes an empty file where there is none. */
export async function touch(path: string): Promise<void> {
  await (await open(path, 'a')).close()
}

/** Names of files that `replaceFile` was making when the process died. */
export const TEMPORARY_NAME = /\.\d+-\d+\.tmp$/

/** Turns what the operating system refused into an error that a person can act on; other errors stay what they are. */
export function diskError(cause: unknown, path: string): Error {
  if (!(cause instanceof Error)) return new Error(String(cause))
  const { code, syscall } = cause as NodeJS.ErrnoException
  if (syscall === undefined) return cause
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new ClausewatchError(
      'disk-full',
      `No room is left on the disk that holds ${path}.`,
      'Free some room and run the command again; everything acknowledged so far is kept.',
      { kind: 'environment', fatal: true, cause },
    )
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new ClausewatchError(
      'archive-not-writable',
      `${path} cannot be written (${code}).`,
      'Give the user that runs Clausewatch the right to write there, or name another folder with --data.',
      { kind: 'environment', fatal: true, cause },
    )
  }
  return new ClausewatchError(
    'archive-write-failed',
    `Writing ${path} failed (${code}).`,
    'Check the disk, then start again: the archive recovers by itself what was acknowledged.',
    { kind: 'environment', fatal: true, cause },
  )
}
