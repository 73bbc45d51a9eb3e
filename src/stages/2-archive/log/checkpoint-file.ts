/** What the log publishes as files of the archive: its last checkpoint, and the key that it is verified with. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** `folder`: the log's. */
export function checkpointFile(folder: string): string {
  return join(folder, 'checkpoint')
}

/** The key that others verify checkpoints with, as text. */
export function verifierKeyFile(folder: string): string {
  return join(folder, 'verifier-key')
}

/** Null where there is no such file. */
export function readText(path: string): string | null {
  return existsSync(path) ? readFileSync(path, 'utf8') : null
}
