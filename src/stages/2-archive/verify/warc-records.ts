/** Just enough of WARC 1.1 to see that a file is made of whole records, and which bytes are the payload of each. */
import { fromUtf8 } from './bytes.ts'

const END_OF_HEADERS = [13, 10, 13, 10]

export type WarcRecord = {
  readonly type: string
  readonly targetUri: string | null
  readonly date: string
  /** Of the content without HTTP headers: `[payloadStart, end)`. */
  readonly payloadStart: number
  readonly end: number
}

/** Null where the bytes are not records one after another from the first byte to the last. */
export function readWarcRecords(bytes: Uint8Array): readonly WarcRecord[] | null {
  const records: WarcRecord[] = []
  let at = 0
  while (at < bytes.length) {
    const headersEnd = endOfHeaders(bytes, at)
    const headers = headersEnd === null ? null : parseHeaders(fromUtf8(bytes.subarray(at, headersEnd - 4)) ?? '')
    if (headersEnd === null || !headers) return null
    const length = headers.get('content-length') ?? ''
    const end = headersEnd + Number(length)
    const type = headers.get('warc-type')
    const date = headers.get('warc-date')
    if (!/^\d{1,12}$/.test(length) || !type || !date || !endsRecord(bytes, end)) return null
    const isHttp = type === 'response' || type === 'request'
    const payloadStart = isHttp ? endOfHeaders(bytes.subarray(0, end), headersEnd) : headersEnd
    if (payloadStart === null) return null
    records.push({ type, date, targetUri: headers.get('warc-target-uri') ?? null, payloadStart, end })
    at = end + 4
  }
  return records
}

function parseHeaders(text: string): ReadonlyMap<string, string> | null {
  const [version, ...lines] = text.split('\r\n')
  if (version !== 'WARC/1.1') return null
  const headers = new Map<string, string>()
  for (const line of lines) {
    const colon = line.indexOf(': ')
    if (colon < 1) return null
    headers.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 2))
  }
  return headers
}

function endOfHeaders(bytes: Uint8Array, from: number): number | null {
  for (let at = bytes.indexOf(13, from); at >= 0; at = bytes.indexOf(13, at + 1)) {
    if (END_OF_HEADERS.every((byte, i) => bytes[at + i] === byte)) return at + 4
  }
  return null
}

function endsRecord(bytes: Uint8Array, end: number): boolean {
  return END_OF_HEADERS.every((byte, i) => bytes[end + i] === byte)
}
