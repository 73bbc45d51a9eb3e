/** Asks timestamp authorities (RFC 3161) to sign that data existed. What they answer is verified before it is kept. */
import { hash, randomBytes } from 'node:crypto'
import type { HttpClient } from '../../../core/http-client.ts'
import { DerError, encodeDer, encodeInteger, encodeOid, TAG } from './der.ts'
import { readAnswer } from './token.ts'
import { verifyTimestamp } from './verify-timestamp.ts'

const SHA256 = '2.16.840.1.101.3.4.2.1'
const NONCE_BYTES = 8
const MAX_ANSWER_BYTES = 64 * 1024

export type TimestampAuthority = {
  readonly name: string
  readonly url: string
  /** Roots that its certificates lead to, in PEM. */
  readonly roots?: readonly string[]
}

export type TimestampResult =
  | { readonly kind: 'stamped'; readonly authority: string; readonly answer: Uint8Array; readonly at: Date }
  | { readonly kind: 'failed'; readonly authority: string; readonly reason: string; readonly retry: boolean }

/** One answer an authority, in the order of the list; a failure is a value. */
export function requestTimestamps(
  http: HttpClient,
  authorities: readonly TimestampAuthority[],
  data: Uint8Array,
): Promise<readonly TimestampResult[]> {
  return Promise.all(authorities.map((authority) => requestTimestamp(http, authority, data)))
}

async function requestTimestamp(
  http: HttpClient,
  authority: TimestampAuthority,
  data: Uint8Array,
): Promise<TimestampResult> {
  const nonce = randomBytes(NONCE_BYTES)
  const answer = await http.request({
    url: authority.url,
    method: 'POST',
    headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
    body: encodeRequest(hash('sha256', data, 'buffer'), nonce),
    maxBytes: MAX_ANSWER_BYTES,
  })
  if (answer.kind !== 'received') return failed(authority, answer.reason, answer.kind === 'unreachable' && answer.retry)
  if (answer.status !== 200) return failed(authority, `it answered with status ${answer.status}`, answer.status >= 500)
  const reason = refusalIn(Buffer.from(answer.body))
  if (reason !== null) return failed(authority, reason, false)
  const roots = authority.roots ? { roots: authority.roots } : {}
  const verdict = verifyTimestamp(answer.body, data, {
    ...roots,
    nonce: nonce.toString('hex').replace(/^(00)+(?=.)/, ''),
  })
  if (verdict.kind === 'broken') return failed(authority, verdict.reason, false)
  return { kind: 'stamped', authority: authority.name, answer: answer.body, at: verdict.at }
}

/** TimeStampReq with nonce and certReq. */
export function encodeRequest(imprint: Uint8Array, nonce: Uint8Array): Buffer {
  const algorithm = encodeDer(TAG.sequence, encodeOid(SHA256), encodeDer(TAG.null))
  return encodeDer(
    TAG.sequence,
    encodeInteger(Buffer.of(1)),
    encodeDer(TAG.sequence, algorithm, encodeDer(TAG.octets, imprint)),
    encodeInteger(nonce),
    encodeDer(TAG.boolean, Buffer.of(0xff)),
  )
}

function refusalIn(body: Buffer): string | null {
  try {
    const answer = readAnswer(body)
    return answer.kind === 'rejected' ? `it refused: ${answer.reason}` : null
  } catch (error) {
    if (error instanceof DerError) return `its answer is no timestamp: ${error.message}`
    throw error
  }
}

function failed({ name }: TimestampAuthority, reason: string, retry: boolean): TimestampResult {
  return { kind: 'failed', authority: name, reason, retry }
}
