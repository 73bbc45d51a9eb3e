/**
 * `entries.jsonl`: one entry a line in canonical JSON, append-only. `entries.idx` beside it holds the end offset of
 * every line in 8 bytes (little-endian), written after the lines are durable; it only saves time and is made again
 * where it is missing or torn. An index that knows of more than the file holds means that acknowledged lines are gone.
 */
import { existsSync, fstatSync, readSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import { MAX_ENTRY_BYTES } from '../../core/entry.ts'
import { ClausewatchError } from '../../core/error.ts'
import { type Disk, diskError, touch } from './disk.ts'

export const ENTRIES_FILE = 'entries.jsonl'
const INDEX_FILE = 'entries.idx'
const OFFSET_BYTES = 8
const NEWLINE = 10
/** Large enough to stream at the speed of the disk, small enough to hold many readers. */
const CHUNK_BYTES = 1 << 20
const MAX_LINE_BYTES = MAX_ENTRY_BYTES + 1

export class EntryFile implements AsyncDisposable {
  readonly #disk: Disk
  readonly #path: string
  readonly #lines: FileHandle
  readonly #index: FileHandle | null
  readonly #mode: 'read' | 'write'
  /** Ends of lines that the index file does not hold: all of them where it was unusable, otherwise the tail. */
  #base: number
  #beyond: readonly number[]
  #endBytes: number
  #rescanned: readonly number[] | null = null
  #broken: Error | null = null

  private constructor(disk: Disk, path: string, handles: Handles, mode: 'read' | 'write', found: Found) {
    this.#disk = disk
    this.#path = path
    this.#lines = handles.lines
    this.#index = handles.index
    this.#mode = mode
    this.#base = found.base
    this.#beyond = found.beyond
    this.#endBytes = found.endBytes
  }

  /** Opening for writing cuts off a torn last line: it was never acknowledged. */
  static async open(disk: Disk, folder: string, mode: 'read' | 'write'): Promise<EntryFile> {
    const path = join(folder, ENTRIES_FILE)
    const indexPath = join(folder, INDEX_FILE)
    // Never in append mode: it ignores positions on Linux.
    const flags = mode === 'write' ? 'r+' : 'r'
    if (mode === 'write') await touch(indexPath)
    const lines = await open(path, flags)
    const index = existsSync(indexPath) ? await open(indexPath, flags) : null
    try {
      const file = new EntryFile(disk, path, { lines, index }, mode, await findEnds(path, lines, index))
      if (mode === 'write') await file.#mend()
      return file
    } catch (cause) {
      await lines.close()
      await index?.close()
      throw cause
    }
  }

  /** How many entries there are. A reader sees what a writer in another process or thread has added meanwhile. */
  get size(): number {
    const known = this.#base + this.#beyond.length
    if (this.#mode === 'write' || !this.#index) return known
    return Math.max(known, Math.floor(fstatSync(this.#index.fd).size / OFFSET_BYTES))
  }

  /** Durable when it resolves. Gives the position of the first of them. Callers wait for one append before the next. */
  async append(lines: readonly Uint8Array[]): Promise<number> {
    if (this.#broken) throw this.#broken
    const first = this.size
    const ends: number[] = []
    let end = this.#endBytes
    for (const line of lines) {
      end += line.length
      ends.push(end)
    }
    try {
      await this.#disk.write(this.#lines, Buffer.concat(lines), this.#endBytes)
    } catch (cause) {
      await this.#takeBack(cause)
    }
    try {
      await this.#disk.sync(this.#lines)
      await this.#disk.write(this.#index!, encodeOffsets(ends), first * OFFSET_BYTES)
    } catch (cause) {
      // After a failed sync nobody knows what the disk holds: only opening again tells.
      this.#broken = diskError(cause, this.#path)
      throw this.#broken
    }
    this.#endBytes = end
    this.#base = first + lines.length
    return first
  }

  /** The line at a position, without its newline. */
  async read(position: number): Promise<Buffer> {
    const line = (await this.#lineAt(position)) ?? ((await this.#rescan()) ? await this.#lineAt(position) : null)
    if (line === null) throw this.#damaged(position)
    return line
  }

  /** The lines of `[from, to)` in order, without their newlines. */
  async *stream(from: number, to: number): AsyncIterable<Buffer> {
    if (from >= to) return
    if (from > 0 && (await this.#lineAt(from - 1)) === null) await this.#rescan()
    let offset = from === 0 ? 0 : this.#endOf(from - 1)
    const end = this.#endOf(to - 1)
    let rest: Buffer = Buffer.alloc(0)
    let position = from
    while (offset < end) {
      const chunk = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, end - offset))
      const { bytesRead } = await this.#lines.read(chunk, 0, chunk.length, offset)
      if (bytesRead === 0) throw this.#damaged(position)
      offset += bytesRead
      const text = rest.length > 0 ? Buffer.concat([rest, chunk.subarray(0, bytesRead)]) : chunk.subarray(0, bytesRead)
      let start = 0
      for (let at = text.indexOf(NEWLINE); at >= 0; at = text.indexOf(NEWLINE, start)) {
        yield text.subarray(start, at)
        position++
        start = at + 1
      }
      rest = text.subarray(start)
    }
    if (position !== to || rest.length > 0) throw this.#damaged(position)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#lines.close()
    await this.#index?.close()
  }

  /** Null where the index does not lead to exactly one line. */
  async #lineAt(position: number): Promise<Buffer | null> {
    const start = position === 0 ? 0 : this.#endOf(position - 1)
    const length = this.#endOf(position) - start
    if (length <= 1 || length > MAX_LINE_BYTES) return null
    // The byte before has to be the end of another line.
    const before = start === 0 ? 0 : 1
    const bytes = Buffer.alloc(before + length)
    const { bytesRead } = await this.#lines.read(bytes, 0, bytes.length, start - before)
    const line = bytes.subarray(before)
    const isLine = bytesRead === bytes.length && line.indexOf(NEWLINE) === length - 1
    return isLine && (before === 0 || bytes[0] === NEWLINE) ? line.subarray(0, -1) : null
  }

  /** Reads the ends of all lines from the lines themselves: the index was changed by somebody else than us. */
  async #rescan(): Promise<boolean> {
    if (this.#rescanned) return false
    this.#rescanned = (await scanEnds(this.#lines, 0, 0, (await this.#lines.stat()).size)).beyond
    return true
  }

  #endOf(position: number): number {
    const rescanned = this.#rescanned?.[position]
    if (rescanned !== undefined) return rescanned
    if (position >= this.#base && position - this.#base < this.#beyond.length)
      return this.#beyond[position - this.#base]!
    const bytes = Buffer.alloc(OFFSET_BYTES)
    readSync(this.#index!.fd, bytes, 0, OFFSET_BYTES, position * OFFSET_BYTES)
    return Number(bytes.readBigUInt64LE())
  }

  async #mend(): Promise<void> {
    if ((await this.#lines.stat()).size > this.#endBytes) {
      await this.#disk.truncate(this.#lines, this.#endBytes)
      await this.#disk.sync(this.#lines)
    }
    await this.#disk.truncate(this.#index!, this.#base * OFFSET_BYTES)
    if (this.#beyond.length === 0) return
    await this.#disk.write(this.#index!, encodeOffsets(this.#beyond), this.#base * OFFSET_BYTES)
    this.#base += this.#beyond.length
    this.#beyond = []
  }

  /** Removes a half-written batch, so that the archive can go on after the disk has room again. */
  async #takeBack(cause: unknown): Promise<never> {
    try {
      await this.#disk.truncate(this.#lines, this.#endBytes)
    } catch {
      this.#broken = diskError(cause, this.#path)
    }
    throw diskError(cause, this.#path)
  }

  #damaged(position: number): ClausewatchError {
    return new ClausewatchError(
      'entry-damaged',
      `Entry ${position} cannot be read from ${this.#path}: the line is not where the index says.`,
      'Run `clausewatch audit`; if only entries.idx is damaged, remove that file and it is made again.',
      { kind: 'archive', fatal: true },
    )
  }
}

type Handles = { readonly lines: FileHandle; readonly index: FileHandle | null }
type Found = { readonly base: number; readonly beyond: readonly number[]; readonly endBytes: number }

/** Reads the last offset only where the index is sound, so that opening does not grow with the archive. */
async function findEnds(path: string, lines: FileHandle, index: FileHandle | null): Promise<Found> {
  const sizeBytes = (await lines.stat()).size
  const count = index ? Math.floor((await index.stat()).size / OFFSET_BYTES) : 0
  const last = index && count > 0 ? await readOffset(index, count - 1) : 0
  if (last > sizeBytes) {
    throw new ClausewatchError(
      'entries-lost',
      `${path} is shorter than what was acknowledged: ${count} entries end at byte ${last}, the file at ${sizeBytes}.`,
      'Restore the archive from a backup with `clausewatch restore`.',
      { kind: 'archive', fatal: true },
    )
  }
  if (count === 0 || last === 0 || !(await endsWithNewline(lines, last))) return scanEnds(lines, 0, 0, sizeBytes)
  return scanEnds(lines, count, last, sizeBytes)
}

async function scanEnds(lines: FileHandle, base: number, from: number, sizeBytes: number): Promise<Found> {
  const beyond: number[] = []
  for (let offset = from; offset < sizeBytes; ) {
    const chunk = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, sizeBytes - offset))
    const { bytesRead } = await lines.read(chunk, 0, chunk.length, offset)
    if (bytesRead === 0) break
    const text = chunk.subarray(0, bytesRead)
    for (let at = text.indexOf(NEWLINE); at >= 0; at = text.indexOf(NEWLINE, at + 1)) beyond.push(offset + at + 1)
    offset += bytesRead
  }
  return { base, beyond, endBytes: beyond.at(-1) ?? from }
}

async function readOffset(index: FileHandle, position: number): Promise<number> {
  const bytes = Buffer.alloc(OFFSET_BYTES)
  await index.read(bytes, 0, OFFSET_BYTES, position * OFFSET_BYTES)
  return Number(bytes.readBigUInt64LE())
}

async function endsWithNewline(lines: FileHandle, end: number): Promise<boolean> {
  const byte = Buffer.alloc(1)
  await lines.read(byte, 0, 1, end - 1)
  return byte[0] === NEWLINE
}

function encodeOffsets(ends: readonly number[]): Buffer {
  const bytes = Buffer.allocUnsafe(ends.length * OFFSET_BYTES)
  for (const [i, end] of ends.entries()) bytes.writeBigUInt64LE(BigInt(end), i * OFFSET_BYTES)
  return bytes
}
