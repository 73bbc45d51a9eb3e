/**
 * What a second witness said of captures: `witness.jsonl`, a line an answer, appended. It stands beside the log, not in
 * it: it is what somebody else holds, and is asked for there, not believed here.
 */
import { existsSync } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { canonicalJson } from '../../../core/canonical-json.ts'
import { type Disk, diskError, localDisk } from '../disk.ts'

export const WITNESS_FILE = 'witness.jsonl'

export type WitnessNote = {
  /** Position of the capture entry. */
  readonly capture: number
  /** RFC 3339, UTC: when it was asked, by our clock. */
  readonly notedAt: string
} & (
  | {
      readonly kind: 'held'
      readonly at: string
      readonly address: string
      /** Whether it received the very bytes that we did; null where one of the hashes is not known. */
      readonly sameBytes: boolean | null
    }
  | {
      readonly kind: 'refused'
      readonly when: 'never' | 'later' | 'stop'
      readonly code: string
      readonly reason: string
    }
)

/** The newest one of every capture. A line that a crash has left half written is passed over. */
export async function readWitnessNotes(folder: string): Promise<ReadonlyMap<number, WitnessNote>> {
  const path = join(folder, WITNESS_FILE)
  const notes = new Map<number, WitnessNote>()
  if (!existsSync(path)) return notes
  for (const line of (await readFile(path, 'utf8')).split('\n')) {
    const note = parseNote(line)
    if (note) notes.set(note.capture, note)
  }
  return notes
}

export async function addWitnessNote(folder: string, note: WitnessNote, disk: Disk = localDisk): Promise<void> {
  const path = join(folder, WITNESS_FILE)
  try {
    const file = await open(path, 'a+')
    try {
      const { size } = await file.stat()
      // What a crash left without its end is ended here, so that it spoils no line but itself.
      const last = Buffer.alloc(1, '\n')
      if (size > 0) await file.read(last, 0, 1, size - 1)
      await disk.write(file, Buffer.from(`${last.toString() === '\n' ? '' : '\n'}${canonicalJson(note)}\n`), size)
      await disk.sync(file)
    } finally {
      await file.close()
    }
  } catch (cause) {
    throw diskError(cause, path)
  }
}

function parseNote(line: string): WitnessNote | null {
  try {
    const note = JSON.parse(line) as WitnessNote
    return Number.isInteger(note.capture) && (note.kind === 'held' || note.kind === 'refused') ? note : null
  } catch {
    return null
  }
}
