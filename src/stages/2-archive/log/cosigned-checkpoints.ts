/** Checkpoints that witnesses have signed, `log/cosigned/<size>`: the public one is soon another. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Disk, writeFileDurably } from '../disk.ts'
import { parseCheckpoint } from '../verify/checkpoint.ts'
import { withSignatures } from './cosignature.ts'

/** `folder`: the log's. Signatures that came before stay. */
export async function keepCosigned(disk: Disk, folder: string, checkpoint: string): Promise<void> {
  const { size, note } = parseCheckpoint(checkpoint)!
  const place = join(folder, 'cosigned')
  const path = join(place, String(size))
  await mkdir(place, { recursive: true })
  const known = existsSync(path) ? readFileSync(path, 'utf8') : null
  const isSame = known !== null && parseCheckpoint(known)?.note.text === note.text
  const lines = checkpoint.split('\n').filter((line) => line.startsWith('— '))
  const text = isSame ? (withSignatures(known, lines) ?? checkpoint) : checkpoint
  await writeFileDurably(disk, path, Buffer.from(text))
}

/** The first that covers `size` entries; null where there is none. */
export function cosignedFrom(folder: string, size: number): string | null {
  const place = join(folder, 'cosigned')
  if (!existsSync(place)) return null
  const [first] = readdirSync(place)
    .map(Number)
    .filter((one) => one >= size)
    .sort((a, b) => a - b)
  return first === undefined ? null : readFileSync(join(place, String(first)), 'utf8')
}
