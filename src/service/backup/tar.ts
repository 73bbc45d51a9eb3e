/**
 * One file of many, as every `tar` reads it (POSIX ustar). Only plain files, streamed both ways, so that an archive of
 * any size takes no memory.
 */
import type { FileHandle } from 'node:fs/promises'
import { ClausewatchError } from '../../core/error.ts'

const BLOCK = 512
const MAX_NAME_BYTES = 100
/** Eleven octal digits. */
const MAX_SIZE_BYTES = 8 ** 11 - 1
const CHUNK_BYTES = 1 << 20

export type TarEntry = { readonly name: string; readonly sizeBytes: number; readonly bytes: AsyncIterable<Uint8Array> }

export async function writeTarEntry(to: FileHandle, { name, sizeBytes, bytes }: TarEntry): Promise<void> {
  await to.appendFile(headerOf(name, sizeBytes))
  let written = 0
  for await (const chunk of bytes) {
    await to.appendFile(chunk)
    written += chunk.length
  }
  if (written !== sizeBytes) throw new RangeError(`${name} has ${written} bytes, not ${sizeBytes}`)
  await to.appendFile(Buffer.alloc(padding(sizeBytes)))
}

export async function endTar(to: FileHandle): Promise<void> {
  await to.appendFile(Buffer.alloc(2 * BLOCK))
}

/** The files in their order; `bytes` of one has to be read to its end before the next is asked for. */
export async function* readTar(from: FileHandle): AsyncIterable<TarEntry> {
  let offset = 0
  for (;;) {
    const header = await readAt(from, offset, BLOCK)
    if (header.every((byte) => byte === 0)) return
    const { name, sizeBytes } = parseHeader(header)
    const start = offset + BLOCK
    yield { name, sizeBytes, bytes: chunksOf(from, start, sizeBytes) }
    offset = start + sizeBytes + padding(sizeBytes)
  }
}

async function* chunksOf(from: FileHandle, start: number, sizeBytes: number): AsyncIterable<Uint8Array> {
  for (let done = 0; done < sizeBytes; done += CHUNK_BYTES)
    yield readAt(from, start + done, Math.min(CHUNK_BYTES, sizeBytes - done))
}

function headerOf(name: string, sizeBytes: number): Buffer {
  if (Buffer.byteLength(name) > MAX_NAME_BYTES || sizeBytes > MAX_SIZE_BYTES)
    throw new RangeError(`${name} with ${sizeBytes} bytes does not fit into a tar file`)
  const header = Buffer.alloc(BLOCK)
  header.write(name, 0)
  header.write('0000600\0', 100)
  header.write('0000000\0', 108)
  header.write('0000000\0', 116)
  header.write(`${octal(sizeBytes, 11)} `, 124)
  header.write(`${octal(0, 11)} `, 136)
  header.write('        ', 148)
  header.write('0', 156)
  header.write('ustar\u000000', 257)
  header.write(`${octal(sumOf(header), 6)}\0 `, 148)
  return header
}

function parseHeader(header: Buffer): { readonly name: string; readonly sizeBytes: number } {
  const sum = Number.parseInt(header.toString('latin1', 148, 155), 8)
  const unsummed = Buffer.from(header)
  unsummed.write('        ', 148)
  const type = header.toString('latin1', 156, 157)
  const sizeBytes = Number.parseInt(header.toString('latin1', 124, 136), 8)
  if (sum !== sumOf(unsummed) || type !== '0' || !Number.isSafeInteger(sizeBytes)) throw damagedBackup('a header')
  return { name: header.toString('utf8', 0, header.indexOf(0)), sizeBytes }
}

async function readAt(from: FileHandle, offset: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length)
  const { bytesRead } = await from.read(bytes, 0, length, offset)
  if (bytesRead !== length) throw damagedBackup('its end')
  return bytes
}

export function damagedBackup(where: string): ClausewatchError {
  return new ClausewatchError(
    'backup-damaged',
    `the file is no whole backup of Clausewatch: ${where} is not as it was written`,
    'name another backup; nothing was restored',
    { kind: 'archive' },
  )
}

const padding = (sizeBytes: number): number => (BLOCK - (sizeBytes % BLOCK)) % BLOCK
const octal = (value: number, digits: number): string => value.toString(8).padStart(digits, '0')
const sumOf = (header: Buffer): number => header.reduce((sum, byte) => sum + byte, 0)
