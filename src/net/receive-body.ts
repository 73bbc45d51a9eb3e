/** Reads the body of an answer to its end or to its limit, and undoes its encoding. */
import type { Dispatcher } from 'undici'
import type { Headers } from '../core/capture.ts'
import { decodeBody } from './decode.ts'

export type ReceivedBody =
  | { readonly kind: 'whole'; readonly bytes: Uint8Array }
  | { readonly kind: 'too-large'; readonly limitBytes: number; readonly reason: string }
  | { readonly kind: 'unreachable'; readonly reason: string; readonly retry: boolean; readonly cause: 'encoding' }

/** Rejects as the stream does: broken connection, time limit. An answer to HEAD announces a body that never comes. */
export async function receiveBody(
  response: Dispatcher.ResponseData,
  headers: Headers,
  maxBytes: number,
  isHead: boolean,
): Promise<ReceivedBody> {
  const tooLarge = (what: string): ReceivedBody => {
    discard(response)
    return { kind: 'too-large', limitBytes: maxBytes, reason: `${what} the limit of ${maxBytes} bytes` }
  }
  const announced = Number(headers['content-length'])
  if (!isHead && announced > maxBytes) return tooLarge(`announces ${announced} bytes, over`)
  const chunks: Uint8Array[] = []
  let sizeBytes = 0
  for await (const chunk of response.body) {
    const bytes: Uint8Array = chunk
    sizeBytes += bytes.length
    if (sizeBytes > maxBytes) return tooLarge('sends more than')
    chunks.push(bytes)
  }
  const decoded = await decodeBody(Buffer.concat(chunks), headers['content-encoding'] ?? '', maxBytes)
  if (decoded.kind === 'too-large') return tooLarge('unpacks to more than')
  if (decoded.kind === 'undecodable') {
    return { kind: 'unreachable', reason: decoded.reason, retry: false, cause: 'encoding' }
  }
  return { kind: 'whole', bytes: decoded.body }
}

/** Closes the connection under a body that nobody reads; the error by which the stream reports that is expected. */
export function discard({ body }: Dispatcher.ResponseData): void {
  body.on('error', () => {})
  body.destroy()
}
