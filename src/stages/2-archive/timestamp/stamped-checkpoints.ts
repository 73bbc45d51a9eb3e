/**
 * Checkpoints that an authority has stamped: `log/timestamps/<size>/checkpoint`, and one answer an authority beside it,
 * byte for byte as it came. The folder appears under its name only when it is whole.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Disk, replaceFile } from '../disk.ts'
import { parseCheckpoint } from '../verify/checkpoint.ts'
import type { TimestampResult } from './request-timestamp.ts'

const CHECKPOINT_FILE = 'checkpoint'
const ANSWER = /^(.+)\.tsr$/

export type StampedCheckpoint = {
  readonly size: number
  readonly checkpoint: string
  readonly stamps: readonly { readonly authority: string; readonly answer: Uint8Array }[]
}

type Stamped = Extract<TimestampResult, { kind: 'stamped' }>

/** `folder`: the log's. */
export async function keepStamps(
  disk: Disk,
  folder: string,
  checkpoint: string,
  stamps: readonly Stamped[],
): Promise<void> {
  const { size } = parseCheckpoint(checkpoint)!
  const place = join(folder, 'timestamps', String(size))
  await mkdir(place, { recursive: true })
  for (const { authority, answer } of stamps)
    await replaceFile(disk, join(place, `${encodeURIComponent(authority)}.tsr`), answer)
  // Last: without it the answers say nothing.
  await replaceFile(disk, join(place, CHECKPOINT_FILE), Buffer.from(checkpoint))
  await disk.syncFolder(place)
}

/** The first stamped checkpoint that covers `size` entries: the nearest that anybody vouches for. */
export function stampedFrom(folder: string, size: number): StampedCheckpoint | null {
  const root = join(folder, 'timestamps')
  if (!existsSync(root)) return null
  const sizes = readdirSync(root)
    .map(Number)
    .filter((one) => one >= size)
  for (const one of sizes.sort((a, b) => a - b)) {
    const place = join(root, String(one))
    if (!existsSync(join(place, CHECKPOINT_FILE))) continue
    const stamps = readdirSync(place).flatMap((name) => {
      const authority = ANSWER.exec(name)?.[1]
      return authority ? [{ authority: decodeURIComponent(authority), answer: readFileSync(join(place, name)) }] : []
    })
    if (stamps.length > 0) return { size: one, checkpoint: readFileSync(join(place, CHECKPOINT_FILE), 'utf8'), stamps }
  }
  return null
}
