/** What the log publishes as files of the archive: its last checkpoint, and the key that it is verified with. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sha256 } from '../../../core/canonical-json.ts'

/** `folder`: the log's. */
export function checkpointFile(folder: string): string {
  return join(folder, 'checkpoint')
}

/** The keys that others verify checkpoints with, one a line, the one in use first. */
export function verifierKeyFile(folder: string): string {
  return join(folder, 'verifier-key')
}

/** Null where there is no such file. */
export function readText(path: string): string | null {
  return existsSync(path) ? readFileSync(path, 'utf8') : null
}

/** The copy of a log's last checkpoint in a folder outside of the data, which many archives may share. */
export function outsideFile(checkpointFolder: string, { id, origin }: LogName): string {
  return join(checkpointFolder, `${sha256(`${id}\n${origin}`).slice(0, 32)}.checkpoint`)
}

/** The id of the archive; its origin, which a successor changes. */
export type LogName = { readonly id: string; readonly origin: string }

/** No lines where there is no such file. */
export function readLines(path: string): readonly string[] {
  return (readText(path) ?? '').split('\n').filter((line) => line !== '')
}
