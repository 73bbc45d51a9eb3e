/**
 * `register.jsonl`: which number belongs to which natural key, one line an assignment, append-only. It is read at the
 * first question, not at opening. A number is durable before anything that shows it (the entries of the same append).
 */
import { readFileSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { canonicalJson } from '../../core/canonical-json.ts'
import { ClausewatchError } from '../../core/error.ts'
import { formatId, ID_LETTERS, type IdKind, type PublicId, parseId } from '../../core/id.ts'
import { type Disk, diskError } from './disk.ts'

export const REGISTER_FILE = 'register.jsonl'
const KINDS = Object.keys(ID_LETTERS) as readonly IdKind[]
/** An archive that is put back cannot know how many ids were shown after the backup was made. */
const GAP = 100_000

type Assignment = {
  readonly kind: IdKind
  readonly key: string
  readonly number: number
  /** CRC-32 of the other three: the log does not cover this file, and a flipped bit must not give an id a new meaning. */
  readonly crc?: number
}
type Gap = { readonly kind: 'gap'; readonly next: Readonly<Record<IdKind, number>> }

export class Register {
  readonly #disk: Disk
  readonly #path: string
  readonly #mode: 'read' | 'write'
  readonly #numbers = new Map<IdKind, Map<string, number>>(KINDS.map((kind) => [kind, new Map()]))
  readonly #keys = new Map<IdKind, Map<number, string>>(KINDS.map((kind) => [kind, new Map()]))
  readonly #next = new Map<IdKind, number>(KINDS.map((kind) => [kind, 1]))
  #loaded = false
  #loadedBytes = 0
  #pending: (Assignment | Gap)[] = []
  #broken: Error | null = null

  constructor(disk: Disk, folder: string, mode: 'read' | 'write') {
    this.#disk = disk
    this.#path = join(folder, REGISTER_FILE)
    this.#mode = mode
  }

  /** Known, or the next free number of its kind; durable with the next `flush`. */
  idFor(kind: IdKind, key: string): PublicId {
    const known = this.knownId(kind, key)
    if (known) return known
    const number = this.#next.get(kind)!
    const assignment = { kind, key, number, crc: checksum(kind, key, number) }
    this.#enter(assignment)
    this.#pending.push(assignment)
    return formatId(kind, number)
  }

  /** Reads it whole. @throws ClausewatchError `register-damaged` */
  check(): void {
    this.#load()
  }

  knownId(kind: IdKind, key: string): PublicId | null {
    this.#load()
    const number = this.#numbers.get(kind)!.get(key)
    return number === undefined ? null : formatId(kind, number)
  }

  keyOf(id: PublicId): string | null {
    const parsed = parseId(id)
    if (!parsed) return null
    this.#load()
    return this.#keys.get(parsed.kind)!.get(parsed.number) ?? null
  }

  /** Every counter goes on behind a clear gap, so that no id given out after a backup is ever given out again. */
  gap(): void {
    this.#load()
    const entries = KINDS.map((kind) => [kind, Math.ceil(this.#next.get(kind)! / GAP) * GAP + GAP + 1] as const)
    const gap: Gap = { kind: 'gap', next: Object.fromEntries(entries) as Record<IdKind, number> }
    this.#enter(gap)
    this.#pending.push(gap)
  }

  /** Durable when it resolves. Callers wait for one flush before the next. */
  async flush(): Promise<void> {
    if (this.#broken) throw this.#broken
    if (this.#pending.length === 0) return
    const batch = this.#pending
    this.#pending = []
    const bytes = Buffer.from(batch.map((line) => `${canonicalJson(line)}\n`).join(''))
    try {
      const file = await open(this.#path, 'r+')
      try {
        // A torn last line of a process that died is longer than the file should be.
        if ((await file.stat()).size > this.#loadedBytes) await this.#disk.truncate(file, this.#loadedBytes)
        await this.#disk.write(file, bytes, this.#loadedBytes)
        await this.#disk.sync(file)
      } finally {
        await file.close()
      }
    } catch (cause) {
      // The ids of this batch may have been handed out already; only opening again shows which of them are kept.
      this.#broken = diskError(cause, this.#path)
      throw this.#broken
    }
    this.#loadedBytes += bytes.length
  }

  /** Reads what the file holds beyond what is known: everything at first, later what another process has added. */
  #load(): void {
    if (this.#loaded && (this.#mode === 'write' || statSync(this.#path).size <= this.#loadedBytes)) return
    this.#loaded = true
    const bytes = readFileSync(this.#path)
    const end = bytes.lastIndexOf(10) + 1
    // A torn write ends within its line; a whole line and one more byte is one whose newline was changed.
    if (isWholeLine(bytes.toString('utf8', end, Math.max(end, bytes.length - 1)))) throw this.#damaged('last line')
    if (end <= this.#loadedBytes) return
    const text = bytes.toString('utf8', this.#loadedBytes, end - 1)
    for (const line of this.#parse(text)) {
      if (!isSound(line)) throw this.#damaged(`line of ${JSON.stringify(line)}`)
      this.#enter(line)
    }
    this.#loadedBytes = end
  }

  #parse(text: string): readonly (Assignment | Gap)[] {
    try {
      // One parse of the whole is several times faster than one a line.
      return JSON.parse(`[${text.replaceAll('\n', ',')}]`) as (Assignment | Gap)[]
    } catch (cause) {
      throw this.#damaged('line', cause)
    }
  }

  #damaged(what: string, cause?: unknown): ClausewatchError {
    return new ClausewatchError(
      'register-damaged',
      `${this.#path} holds a ${what} that is not an assignment of an id.`,
      'Restore the archive from a backup with `clausewatch restore`; ids must never change their meaning.',
      { kind: 'archive', fatal: true, cause },
    )
  }

  #enter(line: Assignment | Gap): void {
    if (line.kind === 'gap') {
      for (const kind of KINDS) this.#next.set(kind, Math.max(this.#next.get(kind)!, line.next[kind]))
      return
    }
    this.#numbers.get(line.kind)!.set(line.key, line.number)
    this.#keys.get(line.kind)!.set(line.number, line.key)
    this.#next.set(line.kind, Math.max(this.#next.get(line.kind)!, line.number + 1))
  }
}

function isWholeLine(text: string): boolean {
  try {
    return isSound(JSON.parse(text) as Assignment | Gap)
  } catch {
    // What does not parse is the beginning of a line.
    return false
  }
}

function isSound(line: Assignment | Gap): boolean {
  if (line?.kind === 'gap') return KINDS.every((kind) => Number.isSafeInteger(line.next?.[kind]))
  const { kind, key, number, crc } = line ?? {}
  const isAssignment = KINDS.includes(kind) && typeof key === 'string' && Number.isSafeInteger(number)
  // Three fields: from before there was a checksum.
  if (crc === undefined) return isAssignment && Object.keys(line).length === 3
  return isAssignment && crc === checksum(kind, key, number)
}

function checksum(kind: IdKind, key: string, number: number): number {
  return crc32(`${kind}\n${number}\n${key}`)
}
