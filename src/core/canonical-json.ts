/** Canonical JSON (RFC 8785) and the SHA-256 names made from it. */
import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'

/** The RFC 8785 serialisation of a value that JSON can hold. @throws TypeError for anything else. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('value has no JSON form')
  return text
}

/** Lower-case hexadecimal SHA-256 of bytes, or of the UTF-8 form of a string. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}
