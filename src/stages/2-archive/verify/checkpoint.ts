/** Checkpoints (C2SP tlog-checkpoint): origin, size and root of a log, signed. */
import { type Bytes, fromBase64, toBase64 } from './bytes.ts'
import { type Note, parseNote } from './signed-note.ts'

export type Checkpoint = { readonly origin: string; readonly size: number; readonly root: Bytes }
export type SignedCheckpoint = Checkpoint & { readonly note: Note }

export function formatCheckpoint({ origin, size, root }: { origin: string; size: number; root: Uint8Array }): string {
  return `${origin}\n${size}\n${toBase64(root)}\n`
}

/** Null for what is not a checkpoint. Signatures are not verified here. */
export function parseCheckpoint(text: string): SignedCheckpoint | null {
  const note = parseNote(text)
  if (!note) return null
  const [origin, size, root, ...rest] = note.text.slice(0, -1).split('\n')
  if (!origin || !size || !root || rest.some((line) => line === '')) return null
  const bytes = fromBase64(root)
  const isSize = /^(0|[1-9]\d{0,14})$/.test(size)
  return isSize && bytes?.length === 32 ? { origin, size: Number(size), root: bytes, note } : null
}
