/**
 * Bytes to text as a browser would decode them: byte order mark, then the transport's charset, then the charset that
 * the page declares in its first bytes, then UTF-8 where the bytes are valid, then windows-1252. A declared charset
 * that the bytes contradict (valid UTF-8 under a single-byte label) is not believed: servers lie more often than
 * windows-1252 text happens to be valid UTF-8.
 */

/** The standard looks at 1,024 bytes; real pages put the declaration behind long comments. */
const PRESCAN_BYTES = 4096

export function decodeBytes(bytes: Uint8Array, mediaType: string): string {
  const marked = byteOrderMark(bytes)
  if (marked) return new TextDecoder(marked).decode(bytes)
  const declared = charsetOf(mediaType) ?? charsetOf(latin1(bytes.subarray(0, PRESCAN_BYTES)))
  if (declared && /^utf-?16/i.test(declared) && !hasNulls(bytes)) return utf8OrWestern(bytes)
  const decoder = declared ? decoderOf(declared) : null
  if (!decoder || decoder.encoding === 'utf-8' || isSingleByte(decoder.encoding)) {
    return utf8(bytes) ?? (decoder ? decoder.decode(bytes) : utf8OrWestern(bytes))
  }
  return decoder.decode(bytes)
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return null
}

function charsetOf(text: string): string | null {
  return /charset\s*=\s*["']?\s*([\w:.-]{2,40})/i.exec(text)?.[1] ?? null
}

function decoderOf(label: string): InstanceType<typeof TextDecoder> | null {
  try {
    return new TextDecoder(label)
  } catch (error) {
    // A label that no standard names: the bytes decide.
    if (error instanceof RangeError) return null
    throw error
  }
}

function isSingleByte(encoding: string): boolean {
  return /^(windows-|iso-8859-|koi8|macintosh|x-mac|ibm866)/.test(encoding)
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

/** Text cut in the middle of a character, or with a few bad bytes, is still UTF-8; mostly bad is windows-1252. */
function utf8OrWestern(bytes: Uint8Array): string {
  const lenient = new TextDecoder('utf-8').decode(bytes)
  let bad = 0
  let good = 0
  for (let i = 0; i < lenient.length; i++) {
    const unit = lenient.charCodeAt(i)
    if (unit === 0xfffd) bad++
    else if (unit > 0x7f) good++
  }
  return bad > good ? new TextDecoder('windows-1252').decode(bytes) : lenient
}

function hasNulls(bytes: Uint8Array): boolean {
  return bytes.subarray(0, PRESCAN_BYTES).includes(0)
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}
