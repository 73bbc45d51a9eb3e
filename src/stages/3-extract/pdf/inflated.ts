/**
 * How large the compressed streams of a PDF are when they are inflated, counted before the parser sees them: a few
 * kilobytes of deflate can stand for gigabytes, and the parser would hold them all. Only plain deflate is looked at;
 * the other filters that a text can hide behind expand little.
 */
import { constants, inflateRawSync } from 'node:zlib'

/** More streams, or more damaged ones, than any document has; every one of them costs a look. */
const MAX_STREAMS = 50_000
const MAX_DAMAGED = 500

/** Whether all deflated streams together stay within the limit. */
export function inflatesWithin(bytes: Uint8Array, limitBytes: number): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let left = limitBytes
  let streams = 0
  let damaged = 0
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    const start = dataStart(file, at)
    if (start === null) continue
    const size = inflatedSize(file.subarray(start), left)
    if (size === null) damaged++
    left -= size ?? sizeUntilDamage(file.subarray(start), left)
    if (left <= 0 || ++streams > MAX_STREAMS || damaged > MAX_DAMAGED) return false
  }
  return true
}

/** Where the data of a stream begins that looks like deflate; null for the end of a stream or other data. */
function dataStart(file: Buffer, keyword: number): number | null {
  let start = keyword + 6
  if (file[start] === 0x0d) start++
  if (file[start] === 0x0a) start++
  const [first, second] = [file[start], file[start + 1]]
  const isZlib =
    first !== undefined && second !== undefined && (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0
  return isZlib ? start + 2 : null
}

/** The limit where it is reached, null for damaged data. Neither what follows the end nor the checksum is looked at. */
function inflatedSize(data: Buffer, limitBytes: number): number | null {
  try {
    return inflateRawSync(data, { maxOutputLength: limitBytes, finishFlush: constants.Z_SYNC_FLUSH }).length
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ERR_BUFFER_TOO_LARGE') return limitBytes
    if (code?.startsWith('Z_')) return null
    throw error
  }
}

/** The parser takes what comes before the damage: about twice what the longest sound half of it gives. */
function sizeUntilDamage(data: Buffer, limitBytes: number): number {
  for (let length = data.length >> 1; length > 1024; length >>= 1) {
    const size = inflatedSize(data.subarray(0, length), limitBytes)
    if (size !== null) return 2 * size
  }
  return 0
}
