/**
 * The signature over a whole WACZ (WACZ Signing and Verification 0.1.0, anonymous form): ECDSA on P-384 with SHA-256
 * over the hash of `datapackage.json` as text, as ArchiveWeb.page writes and ReplayWeb.page reads it.
 */
import { concat, fromBase64, sha256Hex, toUtf8 } from './bytes.ts'

/** In the order in which it is written. Nothing else may stand in it. */
const FIELDS = ['hash', 'created', 'software', 'version', 'signature', 'publicKey'] as const
export const PACKAGE_CURVE = 'P-384'

export type SignedData = Readonly<Record<(typeof FIELDS)[number], string>>

/** Null for what is no such signature. */
export function parseSignedData(value: unknown): SignedData | null {
  if (typeof value !== 'object' || value === null) return null
  const names = Object.keys(value)
  const isWhole =
    names.join() === FIELDS.join() && Object.values(value).every((one: unknown) => typeof one === 'string')
  return isWhole ? (value as SignedData) : null
}

export async function isPackageSigned({ hash, signature, publicKey }: SignedData): Promise<boolean> {
  const [key, bytes] = [fromBase64(publicKey), fromBase64(signature)]
  if (!key || !bytes) return false
  const algorithm = { name: 'ECDSA', namedCurve: PACKAGE_CURVE, hash: 'SHA-256' }
  try {
    const imported = await crypto.subtle.importKey('spki', key, algorithm, false, ['verify'])
    return await crypto.subtle.verify(algorithm, imported, bytes, concat([toUtf8(hash)]))
  } catch {
    // What is no key of that curve has signed nothing.
    return false
  }
}

/** By which people compare keys: the SHA-256 of the key as DER. */
export async function keyFingerprint(publicKey: string): Promise<string> {
  return sha256Hex(fromBase64(publicKey) ?? new Uint8Array())
}
