/**
 * ZIP in its plainest form: every file stored as it is, one fixed date, no extra fields. The same files always give the
 * same bytes, and a reader can demand every byte of the container to be the one expected, so that nothing hides in it.
 */
import { type Bytes, concat, fromUtf8, toUtf8 } from './bytes.ts'

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const VERSION = 20
/** Names are UTF-8. */
const FLAGS = 0x0800
/** 1 January 1980, the first date that the format can say. */
const DATE = 0x0021
const LOCAL_BYTES = 30
const CENTRAL_BYTES = 46
const END_BYTES = 22
const MAX_FILES = 65_534

export type Files = ReadonlyMap<string, Uint8Array>

export function writeZip(files: Files): Bytes {
  const parts: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const [name, bytes] of files) {
    const entry = { name: toUtf8(name), crc: crc32(bytes), size: bytes.length }
    parts.push(localHeader(entry), bytes)
    directory.push(centralHeader(entry, offset))
    offset += LOCAL_BYTES + entry.name.length + bytes.length
  }
  const central = concat(directory)
  return concat([...parts, central, endRecord(files.size, central.length, offset)])
}

export type ZipReading =
  /** `checksums`: as the container states them; whether they fit is for the caller, who has better hashes. */
  | { readonly kind: 'read'; readonly files: Files; readonly checksums: ReadonlyMap<string, number> }
  /** `name`: the file at which it is broken, or null for the container itself. */
  | { readonly kind: 'broken'; readonly name: string | null; readonly reason: string }

/** Reads what `writeZip` wrote, and nothing else. */
export function readZip(bytes: Uint8Array): ZipReading {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const endAt = bytes.length - END_BYTES
  if (endAt < 0 || view.getUint32(endAt, true) !== END) return broken(null, 'the end of the ZIP container is missing')
  const count = view.getUint16(endAt + 10, true)
  const centralAt = view.getUint32(endAt + 16, true)
  if (count > MAX_FILES || centralAt > endAt) return broken(null, 'the end of the ZIP container is damaged')
  const files = new Map<string, Uint8Array>()
  const checksums = new Map<string, number>()
  let at = centralAt
  let offset = 0
  for (let i = 0; i < count; i++) {
    if (at + CENTRAL_BYTES > endAt) return broken(null, 'the directory of the ZIP container is cut off')
    const size = view.getUint32(at + 24, true)
    const nameBytes = bytes.subarray(at + CENTRAL_BYTES, at + CENTRAL_BYTES + view.getUint16(at + 28, true))
    const name = fromUtf8(nameBytes)
    if (!name || files.has(name) || !isPlainPath(name))
      return broken(null, 'the directory of the ZIP container is damaged')
    const entry = { name: nameBytes, crc: view.getUint32(at + 16, true), size }
    const start = offset + LOCAL_BYTES + nameBytes.length
    if (!isAt(bytes, at, centralHeader(entry, offset)))
      return broken(name, 'its line in the directory of the ZIP container is damaged')
    if (!isAt(bytes, offset, localHeader(entry))) return broken(name, 'its header in the ZIP container is damaged')
    files.set(name, bytes.subarray(start, start + size))
    checksums.set(name, entry.crc)
    at += CENTRAL_BYTES + nameBytes.length
    offset = start + size
  }
  const isWhole =
    offset === centralAt && isAt(bytes, endAt, endRecord(count, at - centralAt, centralAt)) && at === endAt
  return isWhole ? { kind: 'read', files, checksums } : broken(null, 'the end of the ZIP container is damaged')
}

export function crc32(bytes: Uint8Array): number {
  let crc = ~0
  for (const byte of bytes) crc = (crc >>> 8) ^ CRC_TABLE[(crc ^ byte) & 0xff]!
  return ~crc >>> 0
}

type ZipEntry = { readonly name: Uint8Array; readonly crc: number; readonly size: number }

function localHeader({ name, crc, size }: ZipEntry): Bytes {
  return record(LOCAL_BYTES, name, (view) => {
    view.setUint32(0, LOCAL, true)
    view.setUint16(4, VERSION, true)
    view.setUint16(6, FLAGS, true)
    view.setUint16(12, DATE, true)
    setSizes(view, 14, crc, size, name.length)
  })
}

function centralHeader({ name, crc, size }: ZipEntry, offset: number): Bytes {
  return record(CENTRAL_BYTES, name, (view) => {
    view.setUint32(0, CENTRAL, true)
    view.setUint16(4, VERSION, true)
    view.setUint16(6, VERSION, true)
    view.setUint16(8, FLAGS, true)
    view.setUint16(14, DATE, true)
    setSizes(view, 16, crc, size, name.length)
    view.setUint32(42, offset, true)
  })
}

function endRecord(count: number, centralBytes: number, centralAt: number): Bytes {
  return record(END_BYTES, new Uint8Array(), (view) => {
    view.setUint32(0, END, true)
    view.setUint16(8, count, true)
    view.setUint16(10, count, true)
    view.setUint32(12, centralBytes, true)
    view.setUint32(16, centralAt, true)
  })
}

function setSizes(view: DataView, at: number, crc: number, size: number, nameBytes: number): void {
  view.setUint32(at, crc, true)
  view.setUint32(at + 4, size, true)
  view.setUint32(at + 8, size, true)
  view.setUint16(at + 12, nameBytes, true)
}

function record(size: number, name: Uint8Array, fill: (view: DataView) => void): Bytes {
  const bytes = new Uint8Array(size + name.length)
  fill(new DataView(bytes.buffer))
  bytes.set(name, size)
  return bytes
}

function isAt(bytes: Uint8Array, at: number, expected: Uint8Array): boolean {
  return at + expected.length <= bytes.length && expected.every((byte, i) => bytes[at + i] === byte)
}

/** Nothing that could leave the folder in which somebody unpacks it. */
function isPlainPath(name: string): boolean {
  return name.split('/').every((part) => /^[\w.-]+$/.test(part) && part !== '.' && part !== '..')
}

function broken(name: string | null, reason: string): ZipReading {
  return { kind: 'broken', name, reason }
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, i) => {
  let crc = i
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  return crc
})
