/** The public side of a log: what it serves, and proofs against its last public checkpoint. Reads files only. */
import { join } from 'node:path'
import type { Disk } from '../disk.ts'
import type { EntryFile } from '../entry-file.ts'
import { type StampedCheckpoint, stampedFrom } from '../timestamp/stamped-checkpoints.ts'
import { parseCheckpoint } from '../verify/checkpoint.ts'
import { formatTlogProof } from '../verify/tlog-proof.ts'
import { checkpointFile, readLines, readText, verifierKeyFile } from './checkpoint-file.ts'
import { cosignedFrom } from './cosigned-checkpoints.ts'
import { LevelFiles } from './level-files.ts'
import { consistencyPath, inclusionPath, TILE_WIDTH } from './merkle.ts'
import { parseTilePath } from './tile-path.ts'

export type LogResource = { readonly body: Uint8Array; readonly mediaType: string; readonly isImmutable: boolean }

export class PublicLog implements Disposable {
  readonly #folder: string
  readonly #entries: EntryFile
  readonly #levels: LevelFiles

  constructor(disk: Disk, archiveFolder: string, entries: EntryFile) {
    this.#folder = join(archiveFolder, 'log')
    this.#entries = entries
    this.#levels = new LevelFiles(disk, this.#folder)
  }

  /** The signed checkpoint as text; null before the first is published. */
  checkpoint(): string | null {
    return readText(checkpointFile(this.#folder))
  }

  /** `name+id+key` of C2SP signed-note; null before the log was begun. */
  verifierKey(): string | null {
    return this.verifierKeys()[0] ?? null
  }

  /** The key in use, and those before it, which have signed earlier checkpoints. */
  verifierKeys(): readonly string[] {
    return readLines(verifierKeyFile(this.#folder))
  }

  /** A `.tlog-proof` of an entry in a checkpoint, by default the last one; null where that does not reach it. */
  inclusionProof(position: number, text = this.checkpoint()): string | null {
    const size = text === null ? 0 : (parseCheckpoint(text)?.size ?? 0)
    if (text === null || position >= size) return null
    this.#levels.refresh()
    return formatTlogProof(position, inclusionPath(position, size, this.#levels.read), text)
  }

  /** The first checkpoint over at least `size` entries that an authority has stamped; null where there is none. */
  stampedFrom(size: number): StampedCheckpoint | null {
    return stampedFrom(this.#folder, size)
  }

  /** The first checkpoint over at least `size` entries that a witness has signed; null where there is none. */
  cosignedFrom(size: number): string | null {
    return cosignedFrom(this.#folder, size)
  }

  /** Whether a level's file has this hash there; true where it does not reach so far, as it can be made again. */
  hasHash(level: number, index: number, hash: Buffer): boolean {
    return index >= this.#levels.storedAt(level) || this.#levels.read(level, index, 1).equals(hash)
  }

  consistencyProof(from: number, to: number): readonly Uint8Array[] {
    this.#levels.refresh()
    return consistencyPath(from, to, this.#levels.read)
  }

  /** What stands at a path of C2SP tlog-tiles; null for what the public checkpoint does not cover. */
  async resource(path: string): Promise<LogResource | null> {
    const text = this.checkpoint()
    if (text === null) return null
    if (path === 'checkpoint') {
      return { body: Buffer.from(text), mediaType: 'text/plain; charset=utf-8', isImmutable: false }
    }
    const address = parseTilePath(path)
    const size = parseCheckpoint(text)?.size ?? 0
    if (!address) return null
    const { level, index, width } = address
    const count = level === 'entries' ? size : Math.floor(size / TILE_WIDTH ** level)
    const start = index * TILE_WIDTH
    if (start + width > count) return null
    this.#levels.refresh()
    const body = level === 'entries' ? await this.#bundle(start, start + width) : this.#levels.read(level, start, width)
    return { body, mediaType: 'application/octet-stream', isImmutable: true }
  }

  [Symbol.dispose](): void {
    this.#levels[Symbol.dispose]()
  }

  async #bundle(from: number, to: number): Promise<Buffer> {
    const parts: Buffer[] = []
    for await (const line of this.#entries.stream(from, to)) {
      const length = Buffer.alloc(2)
      length.writeUInt16BE(line.length)
      parts.push(length, line)
    }
    return Buffer.concat(parts)
  }
}
