/**
 * Cosignatures of witnesses (C2SP tlog-cosignature): each says that its witness saw the checkpoint as the largest
 * consistent one. They are accepted for the last public checkpoint, verified where they are Ed25519, and kept as lines
 * of it; other kinds (ML-DSA-44) are kept as they come.
 */
import { fromBase64, toUtf8 } from '../verify/bytes.ts'
import { parseNote } from '../verify/signed-note.ts'

const ED25519_COSIGNATURE = 4
const TIMESTAMP_BYTES = 8
const ED25519_BYTES = 64

export type Witness = { readonly name: string; readonly keyId: Uint8Array; readonly publicKey: Uint8Array<ArrayBuffer> }

/** `name+hex(key id)+base64(0x04, public key)`; null for anything else. */
export async function parseWitnessKey(text: string): Promise<Witness | null> {
  const match = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/u.exec(text)
  const material = match ? fromBase64(match[3]!) : null
  if (!match || material?.[0] !== ED25519_COSIGNATURE || material.length !== 33) return null
  const digest = await crypto.subtle.digest('SHA-256', Buffer.concat([toUtf8(`${match[1]}\n`), material]))
  const keyId = new Uint8Array(digest).slice(0, 4)
  return Buffer.from(keyId).toString('hex') === match[2]
    ? { name: match[1]!, keyId, publicKey: material.slice(1) }
    : null
}

/** When the witness saw the checkpoint; null where it has not signed it. */
export async function cosignedAt(checkpoint: string, witness: Witness): Promise<Date | null> {
  const note = parseNote(checkpoint)
  const own = note?.signatures.find(
    ({ name, keyId }) => name === witness.name && Buffer.from(keyId).equals(witness.keyId),
  )
  if (!note || own?.signature.length !== TIMESTAMP_BYTES + ED25519_BYTES) return null
  const seconds = Buffer.from(own.signature).readBigUInt64BE()
  const message = toUtf8(`cosignature/v1\ntime ${seconds}\n${note.text}`)
  const key = await crypto.subtle.importKey('raw', witness.publicKey, 'Ed25519', false, ['verify'])
  const holds = await crypto.subtle.verify('Ed25519', key, own.signature.slice(TIMESTAMP_BYTES), message)
  return holds ? new Date(Number(seconds) * 1000) : null
}

/** The checkpoint with more signature lines, each once. Null where a line is not one of a signed note. */
export function withSignatures(checkpoint: string, lines: readonly string[]): string | null {
  const fresh = lines.filter((line) => !checkpoint.includes(`${line}\n`))
  const together = `${checkpoint}${fresh.map((line) => `${line}\n`).join('')}`
  return parseNote(together) ? together : null
}
