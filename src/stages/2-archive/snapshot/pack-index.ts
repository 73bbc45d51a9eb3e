/** What a pack holds and where: its headers, read from `pack-000001.idx` or, where that is missing, from the pack. */
import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'

const HASH_BYTES = 32
/** SHA-256, SHA-256 of the dictionary (zeros for none), length of the snapshot, length of the frame. */
const HEADER_BYTES = HASH_BYTES * 2 + 8
/** In the index file the offset of the frame follows. */
export const RECORD_BYTES = HEADER_BYTES + 8
const NO_BASE = '0'.repeat(HASH_BYTES * 2)

export type PackRecord = {
  readonly sha256: string
  /** The snapshot that is the dictionary of this one; null for none. */
  readonly base: string | null
  readonly sizeBytes: number
  readonly frame: Uint8Array
}

export type PackedSnapshot = Omit<PackRecord, 'frame'> & {
  readonly pack: string
  readonly offset: number
  readonly frameBytes: number
}

/** The headers of one pack, found by hash without an object each: a hundred thousand load in milliseconds. */
export class PackIndex {
  readonly pack: string
  readonly bytes: Buffer
  readonly count: number
  /** How much of it the index file holds. */
  readonly fromIndexBytes: number
  readonly endBytes: number
  readonly #slots: Int32Array

  static load(root: string, pack: string, trustsIndex: boolean): PackIndex {
    const { headers, fromIndexBytes } = readHeaders(root, pack, trustsIndex)
    return new PackIndex(pack, headers, fromIndexBytes)
  }

  constructor(pack: string, bytes: Buffer, fromIndexBytes: number) {
    this.pack = pack
    this.bytes = bytes
    this.fromIndexBytes = fromIndexBytes
    this.count = bytes.length / RECORD_BYTES
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(this.count * 2 + 2)))
    for (let i = 0; i < this.count; i++) this.#enter(i)
    const last = this.count > 0 ? this.#at(this.count - 1) : null
    this.endBytes = last ? last.offset + last.frameBytes : 0
  }

  find(sha256: string): PackedSnapshot | null {
    const name = Buffer.from(sha256, 'hex')
    const mask = this.#slots.length - 1
    for (let slot = name.readUInt32LE(0) & mask; this.#slots[slot] !== 0; slot = (slot + 1) & mask) {
      const record = this.#slots[slot]! - 1
      const start = record * RECORD_BYTES
      if (this.bytes.compare(name, 0, HASH_BYTES, start, start + HASH_BYTES) === 0) return this.#at(record)
    }
    return null
  }

  *all(): Iterable<PackedSnapshot> {
    for (let i = 0; i < this.count; i++) yield this.#at(i)
  }

  #enter(record: number): void {
    const mask = this.#slots.length - 1
    let slot = this.bytes.readUInt32LE(record * RECORD_BYTES) & mask
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask
    this.#slots[slot] = record + 1
  }

  #at(record: number): PackedSnapshot {
    const start = record * RECORD_BYTES
    const header = decodeHeader(this.bytes.subarray(start, start + HEADER_BYTES))
    return { ...header, pack: this.pack, offset: Number(this.bytes.readBigUInt64LE(start + HEADER_BYTES)) }
  }
}

export function indexName(pack: string): string {
  return pack.replace(/\.zpack$/, '.idx')
}

/** The bytes to add to a pack that ends at `end`, and to its index. */
export function encodeRecords(records: readonly PackRecord[], end: number): { bytes: Buffer; index: Buffer } {
  const parts: Uint8Array[] = []
  const index: Buffer[] = []
  let offset = end
  for (const record of records) {
    const header = encodeHeader(record)
    offset += HEADER_BYTES
    parts.push(header, record.frame)
    index.push(header, encodeOffset(offset))
    offset += record.frame.length
  }
  return { bytes: Buffer.concat(parts), index: Buffer.concat(index) }
}

/** What `encodeRecords` made of them, as far as it is whole. */
export function decodeRecords(bytes: Uint8Array): readonly PackRecord[] {
  const pack = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const records: PackRecord[] = []
  for (let at = 0; at + HEADER_BYTES <= pack.length; ) {
    const { frameBytes, ...header } = decodeHeader(pack.subarray(at, at + HEADER_BYTES))
    const frameAt = at + HEADER_BYTES
    at = frameAt + frameBytes
    if (frameBytes > 0 && at <= pack.length) records.push({ ...header, frame: pack.subarray(frameAt, at) })
  }
  return records
}

/** The index file where it fits the pack, then the headers of the pack beyond it, as far as they are whole. */
function readHeaders(root: string, pack: string, trustsIndex: boolean): { headers: Buffer; fromIndexBytes: number } {
  const file = openSync(join(root, pack), 'r')
  try {
    const packBytes = fstatSync(file).size
    const nothing = { records: Buffer.alloc(0), end: 0 }
    const { records, end } = trustsIndex ? readIndexFile(join(root, indexName(pack)), packBytes) : nothing
    const headers = [records]
    for (let at = end; at + HEADER_BYTES <= packBytes; ) {
      const header = Buffer.alloc(HEADER_BYTES)
      readSync(file, header, 0, HEADER_BYTES, at)
      const offset = at + HEADER_BYTES
      const { frameBytes } = decodeHeader(header)
      if (frameBytes === 0 || offset + frameBytes > packBytes) break
      headers.push(header, encodeOffset(offset))
      at = offset + frameBytes
    }
    return { headers: Buffer.concat(headers), fromIndexBytes: records.length }
  } finally {
    closeSync(file)
  }
}

/** As much of the index file as follows on without a gap; the rest may be zeros after a power cut. */
function readIndexFile(path: string, packBytes: number): { records: Buffer; end: number } {
  const bytes = existsSync(path) ? readFileSync(path) : Buffer.alloc(0)
  let end = 0
  let at = 0
  for (; at + RECORD_BYTES <= bytes.length; at += RECORD_BYTES) {
    const offset = Number(bytes.readBigUInt64LE(at + HEADER_BYTES))
    const next = offset + bytes.readUInt32LE(at + HASH_BYTES * 2 + 4)
    if (offset !== end + HEADER_BYTES || next > packBytes) break
    end = next
  }
  return { records: bytes.subarray(0, at), end }
}

function encodeHeader({ sha256, base, sizeBytes, frame }: PackRecord): Buffer {
  const header = Buffer.alloc(HEADER_BYTES)
  header.write(sha256, 0, 'hex')
  header.write(base ?? NO_BASE, HASH_BYTES, 'hex')
  header.writeUInt32LE(sizeBytes, HASH_BYTES * 2)
  header.writeUInt32LE(frame.length, HASH_BYTES * 2 + 4)
  return header
}

function decodeHeader(header: Buffer): Omit<PackedSnapshot, 'pack' | 'offset'> {
  const base = header.toString('hex', HASH_BYTES, HASH_BYTES * 2)
  return {
    sha256: header.toString('hex', 0, HASH_BYTES),
    base: base === NO_BASE ? null : base,
    sizeBytes: header.readUInt32LE(HASH_BYTES * 2),
    frameBytes: header.readUInt32LE(HASH_BYTES * 2 + 4),
  }
}

function encodeOffset(offset: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(BigInt(offset))
  return bytes
}
