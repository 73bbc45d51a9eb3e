/** As much of DER (X.690) as timestamps need: reading into nodes, and writing a request. */

export type DerNode = {
  /** Identifier octet: class, constructed bit, number below 31. */
  readonly tag: number
  /** The whole encoding, and the contents alone. */
  readonly bytes: Buffer
  readonly value: Buffer
}

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  octets: 0x04,
  null: 0x05,
  oid: 0x06,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const

/** Thrown for bytes that are not DER; callers turn it into a verdict. */
export class DerError extends Error {}

/** The one value that the bytes are. @throws DerError */
export function readDer(bytes: Buffer): DerNode {
  const node = readAt(bytes, 0)
  if (node.bytes.length !== bytes.length) throw new DerError('bytes follow the value')
  return node
}

/** The values inside a constructed one. @throws DerError */
export function childrenOf({ value }: DerNode): readonly DerNode[] {
  const nodes: DerNode[] = []
  for (let at = 0; at < value.length; ) {
    const node = readAt(value, at)
    nodes.push(node)
    at += node.bytes.length
  }
  return nodes
}

/** `1.2.840.113549.1.7.2` and the like. @throws DerError */
export function readOid(node: DerNode | undefined): string {
  if (node?.tag !== TAG.oid) throw new DerError('an object identifier is missing')
  const numbers: number[] = []
  let number = 0
  for (const byte of node.value) {
    number = number * 128 + (byte & 0x7f)
    if (byte & 0x80) continue
    numbers.push(number)
    number = 0
  }
  const [first = 0, ...rest] = numbers
  const root = Math.min(2, Math.floor(first / 40))
  return [root, first - root * 40, ...rest].join('.')
}

/** A non-negative integer as hexadecimal without leading zeroes. @throws DerError */
export function readInteger(node: DerNode | undefined): string {
  if (node?.tag !== TAG.integer) throw new DerError('an integer is missing')
  return node.value.toString('hex').replace(/^(00)+(?=.)/, '')
}

/** `YYYYMMDDHHMMSS[.f]Z`. @throws DerError */
export function readTime(node: DerNode | undefined): Date {
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d+)?Z$/.exec(node?.value.toString('latin1') ?? '')
  if (node?.tag !== TAG.generalizedTime || !match) throw new DerError('a time is missing')
  const [, year, month, day, hour, minute, second, fraction = ''] = match
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${fraction.slice(0, 4)}Z`)
}

export function encodeDer(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const value = Buffer.concat(parts)
  if (value.length < 0x80) return Buffer.concat([Buffer.of(tag, value.length), value])
  const hex = value.length.toString(16)
  const length = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex')
  return Buffer.concat([Buffer.of(tag, 0x80 | length.length), length, value])
}

export function encodeOid(oid: string): Buffer {
  const [first = 0, second = 0, ...rest] = oid.split('.').map(Number)
  const bytes = [first * 40 + second, ...rest].flatMap((number) => {
    const digits = [number & 0x7f]
    for (let high = number >> 7; high > 0; high >>= 7) digits.unshift((high & 0x7f) | 0x80)
    return digits
  })
  return encodeDer(TAG.oid, Buffer.from(bytes))
}

/** A non-negative integer from its bytes. */
export function encodeInteger(bytes: Uint8Array): Buffer {
  const first = bytes.findIndex((byte) => byte !== 0)
  const digits = first < 0 ? Buffer.of(0) : Buffer.from(bytes.subarray(first))
  return encodeDer(TAG.integer, digits[0]! & 0x80 ? Buffer.concat([Buffer.of(0), digits]) : digits)
}

function readAt(bytes: Buffer, start: number): DerNode {
  const tag = bytes[start]
  let length = bytes[start + 1]
  if (tag === undefined || length === undefined || (tag & 0x1f) === 0x1f) throw new DerError('a value is cut off')
  let at = start + 2
  if (length >= 0x80) {
    const octets = length & 0x7f
    if (octets === 0 || octets > 4 || at + octets > bytes.length) throw new DerError('a length is not DER')
    length = bytes.readUIntBE(at, octets)
    at += octets
  }
  if (at + length > bytes.length) throw new DerError('a value is cut off')
  return { tag, bytes: bytes.subarray(start, at + length), value: bytes.subarray(at, at + length) }
}
