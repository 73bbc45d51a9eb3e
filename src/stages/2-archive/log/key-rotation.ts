/**
 * Changing the key of a log: the next key is written beside the old one, a ruling names it under the old key's
 * signature, and only then it takes the old one's place. A crash between is finished, or undone, at the next opening.
 */
import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Entry } from '../../../core/entry.ts'
import type { Disk } from '../disk.ts'
import type { EntryFile } from '../entry-file.ts'
import { readLogKey, verifierKeyOf } from './log-key.ts'

export function nextKeyFile(keyFile: string): string {
  return `${keyFile}.next`
}

export async function takeNextKey(disk: Disk, keyFile: string): Promise<void> {
  await disk.rename(nextKeyFile(keyFile), keyFile)
  await disk.syncFolder(dirname(keyFile))
}

/** A prepared key that a ruling names is taken; one that no ruling names is removed. */
export async function finishRotation(disk: Disk, keyFile: string, origin: string, entries: EntryFile): Promise<void> {
  const next = nextKeyFile(keyFile)
  if (!existsSync(next)) return
  const isRuled = await isNamedByRuling(entries, verifierKeyOf(readLogKey(next, origin)))
  if (isRuled) await takeNextKey(disk, keyFile)
  else await disk.remove(next)
}

export async function isNamedByRuling(entries: EntryFile, verifierKey: string): Promise<boolean> {
  for await (const line of entries.stream(0, entries.size)) {
    if (!line.includes('"key-rotated"')) continue
    const entry = JSON.parse(line.toString('utf8')) as Entry
    if (entry.kind === 'ruling' && entry.ruling === 'key-rotated' && entry.subject === verifierKey) return true
  }
  return false
}
