/**
 * Verifies an RFC 3161 token: that it is over the data, that the certificate which it names by ESSCertID has signed it,
 * that this certificate is for timestamps and was valid when it signed, and that its chain leads to a root that the
 * reader trusts. Validity is checked at the time in the token, because tokens outlive certificates.
 */
import { hash, verify, X509Certificate } from 'node:crypto'
import { DerError } from './der.ts'
import { readToken, type TimestampToken } from './token.ts'

const TIME_STAMPING = '1.3.6.1.5.5.7.3.8'
const MAX_CHAIN = 8

export type TimestampVerdict =
  | {
      readonly kind: 'holds'
      /** The data existed at this moment, by the authority's clock. */
      readonly at: Date
      /** Subject of the certificate that signed. */
      readonly by: string
      readonly serial: string
      /** Whether the chain ends at a root that the caller gave. */
      readonly isTrusted: boolean
    }
  | { readonly kind: 'broken'; readonly reason: string }

export type TimestampTrust = {
  /** Roots in PEM. Without any, the chain is checked as far as it came along, and nobody vouches for its end. */
  readonly roots?: readonly string[]
  /** Must be the nonce of the request, where one was sent. */
  readonly nonce?: string
}

export function verifyTimestamp(answer: Uint8Array, data: Uint8Array, trust: TimestampTrust = {}): TimestampVerdict {
  try {
    return verifyToken(readToken(Buffer.from(answer)), data, trust)
  } catch (error) {
    if (error instanceof DerError) return broken(error.message)
    throw error
  }
}

function verifyToken(token: TimestampToken, data: Uint8Array, { roots = [], nonce }: TimestampTrust): TimestampVerdict {
  const { signer, genTime } = token
  if (!digest(token.imprintDigest, data).equals(token.imprint)) return broken('it is over other data')
  if (nonce !== undefined && token.nonce !== nonce) return broken('it answers another request')
  if (!digest(signer.digestName, token.content).equals(signer.messageDigest)) return broken('its content was changed')
  if (signer.contentType === '') return broken('its signature is not over a timestamp')
  const certificates = token.certificates.flatMap(parseCertificate)
  const own = certificates.find(({ raw }) => digest(signer.certificateDigestName, raw).equals(signer.certificateDigest))
  if (!own) return broken('the certificate that it names did not come along')
  if (!verify(signer.signatureDigestName, signer.signedBytes, own.publicKey, signer.signature))
    return broken('its signature does not hold')
  if (!own.keyUsage?.includes(TIME_STAMPING)) return broken(`the certificate of ${nameOf(own)} is not for timestamps`)
  const chain = chainOf(
    own,
    certificates,
    roots.map((pem) => new X509Certificate(pem)),
  )
  const stale = chain.certificates.find((one) => genTime < one.validFromDate || genTime > one.validToDate)
  if (stale) return broken(`the certificate of ${nameOf(stale)} was not valid at ${genTime.toISOString()}`)
  if (roots.length > 0 && !chain.isTrusted) return broken('its chain leads to no root that you trust')
  return { kind: 'holds', at: genTime, by: nameOf(own), serial: token.serial, isTrusted: chain.isTrusted }
}

/** From the signer up, by certificates that came along and by the roots; `isTrusted` where it ends at one of these. */
function chainOf(
  signer: X509Certificate,
  others: readonly X509Certificate[],
  roots: readonly X509Certificate[],
): { readonly certificates: readonly X509Certificate[]; readonly isTrusted: boolean } {
  const certificates = [signer]
  for (let at = signer; certificates.length <= MAX_CHAIN; ) {
    if (roots.some((root) => root.raw.equals(at.raw))) return { certificates, isTrusted: true }
    const issuer = [...roots, ...others].find((one) => !one.raw.equals(at.raw) && isIssuedBy(at, one))
    if (!issuer) break
    certificates.push(issuer)
    at = issuer
  }
  return { certificates, isTrusted: false }
}

function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  return issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)
}

function parseCertificate(der: Buffer): readonly X509Certificate[] {
  try {
    return [new X509Certificate(der)]
  } catch {
    // Other kinds of certificates may come along (RFC 5652 allows them); they sign nothing here.
    return []
  }
}

function nameOf({ subject }: X509Certificate): string {
  return subject.split('\n').join(', ')
}

function digest(name: string, data: Uint8Array): Buffer {
  return hash(name, data, 'buffer')
}

function broken(reason: string): TimestampVerdict {
  return { kind: 'broken', reason }
}
