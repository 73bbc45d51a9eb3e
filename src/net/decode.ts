/** Undoes Content-Encoding (RFC 9110 section 8.4) without ever holding more than the limit. */
import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate, inflateRaw, zstdDecompress } from 'node:zlib'

export const ACCEPT_ENCODING = 'gzip, br, zstd, deflate'

/** Nobody honest encodes more often; each further layer multiplies a bomb. */
const MAX_LAYERS = 3

export type Decoded =
  | { readonly kind: 'decoded'; readonly body: Uint8Array }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'undecodable'; readonly reason: string }

type Decoder = (bytes: Uint8Array, options: { maxOutputLength: number }) => Promise<Uint8Array>

const inflateZlib = promisify(inflate) as Decoder
const inflateBare = promisify(inflateRaw) as Decoder

const DECODERS: Readonly<Record<string, Decoder>> = {
  gzip: promisify(gunzip) as Decoder,
  'x-gzip': promisify(gunzip) as Decoder,
  br: promisify(brotliDecompress) as Decoder,
  zstd: promisify(zstdDecompress) as Decoder,
  // RFC 9110 means the zlib format by "deflate"; many servers send the bare stream, and the first byte tells them apart.
  deflate: (bytes, options) => ((bytes[0]! & 0x0f) === 8 ? inflateZlib : inflateBare)(bytes, options),
}

/**
 * `contentEncoding` is the header as it came, also absent or a list. A body cut short is `undecodable`, not its first
 * half: half a policy would look like one that lost provisions.
 */
export async function decodeBody(bytes: Uint8Array, contentEncoding: string, maxBytes: number): Promise<Decoded> {
  const layers = contentEncoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity')
  if (layers.length > MAX_LAYERS) return { kind: 'undecodable', reason: `is encoded ${layers.length} times over` }
  let body = bytes
  for (const name of layers.reverse()) {
    if (body.length === 0) break
    const decode = Object.hasOwn(DECODERS, name) ? DECODERS[name]! : null
    if (!decode) return { kind: 'undecodable', reason: `is encoded as "${name}", which nobody asked for` }
    try {
      body = await decode(body, { maxOutputLength: maxBytes })
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : null
      if (typeof code !== 'string') throw error
      if (code === 'ERR_BUFFER_TOO_LARGE') return { kind: 'too-large' }
      return { kind: 'undecodable', reason: `says it is encoded as ${name}, but that cannot be undone (${code})` }
    }
  }
  return { kind: 'decoded', body }
}
