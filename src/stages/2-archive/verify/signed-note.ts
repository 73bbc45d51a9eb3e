/** Signed notes (C2SP signed-note): reading them, and verifying Ed25519 signatures. Lines of other keys are passed over. */
import { type Bytes, concat, equalBytes, fromBase64, sha256Bytes, toUtf8 } from './bytes.ts'

const ED25519 = 1
const KEY_BYTES = 32
const SIGNATURE_LINE = /^— ([^\s+]+) (\S+)$/u
/** More than any log and its witnesses need; bounds the work on hostile input. */
const MAX_SIGNATURES = 64

export type NoteSignature = { readonly name: string; readonly keyId: Bytes; readonly signature: Bytes }
export type Note = { readonly text: string; readonly signatures: readonly NoteSignature[] }
export type VerifierKey = { readonly name: string; readonly keyId: Bytes; readonly publicKey: Bytes }

/** Null for what is not a note. Signatures are not verified here. */
export function parseNote(note: string): Note | null {
  const split = note.lastIndexOf('\n\n')
  if (split < 0 || !note.endsWith('\n') || hasControlCharacter(note)) return null
  const lines = note.slice(split + 2, -1).split('\n')
  if (lines.length > MAX_SIGNATURES) return null
  const signatures: NoteSignature[] = []
  for (const line of lines) {
    const match = SIGNATURE_LINE.exec(line)
    const bytes = match ? fromBase64(match[2]!) : null
    if (!match || !bytes || bytes.length < 5) return null
    signatures.push({ name: match[1]!, keyId: bytes.slice(0, 4), signature: bytes.slice(4) })
  }
  return { text: note.slice(0, split + 1), signatures }
}

/** `name+hex(key id)+base64(type, public key)`; null for anything else, and where the id is not that of the key. */
export async function parseVerifierKey(text: string): Promise<VerifierKey | null> {
  const match = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/u.exec(text)
  const material = match ? fromBase64(match[3]!) : null
  if (!match || !material || material[0] !== ED25519 || material.length !== 1 + KEY_BYTES) return null
  const name = match[1]!
  const keyId = (await sha256Bytes(toUtf8(`${name}\n`), material)).slice(0, 4)
  if (
    !equalBytes(
      keyId,
      Uint8Array.from(match[2]!.match(/../g)!, (byte) => Number.parseInt(byte, 16)),
    )
  )
    return null
  return { name, keyId, publicKey: material.slice(1) }
}

/** Whether the key has signed the text. A signature under its name and id that does not hold spoils the note. */
export async function isSignedBy(note: Note, key: VerifierKey): Promise<boolean> {
  const own = note.signatures.filter(({ name, keyId }) => name === key.name && equalBytes(keyId, key.keyId))
  for (const { signature } of own) {
    if (!(await verifyEd25519(key.publicKey, toUtf8(note.text), signature))) return false
  }
  return own.length > 0
}

async function verifyEd25519(publicKey: Bytes, message: Bytes, signature: Bytes): Promise<boolean> {
  const key = await crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify'])
  return crypto.subtle.verify('Ed25519', key, signature, concat([message]))
}

function hasControlCharacter(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) < 0x20 && text[i] !== '\n') return true
  return false
}
