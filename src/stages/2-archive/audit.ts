/**
 * Reads the whole archive again and compares it with the log: every entry with its hash and with the signed
 * checkpoint, every snapshot with its name. What was released or withdrawn by a ruling is told from what is lost.
 */
import { canonicalJson, sha256 } from '../../core/canonical-json.ts'
import type { Part } from '../../core/capture.ts'
import type { Entry, ReadingEntry } from '../../core/entry.ts'
import { ClausewatchError } from '../../core/error.ts'
import type { EntryFile } from './entry-file.ts'
import { leafHash, RightEdge, TILE_WIDTH } from './log/merkle.ts'
import type { PublicLog } from './log/public-log.ts'
import type { Register } from './register.ts'
import { Retention } from './retention.ts'
import type { SnapshotStore } from './snapshot/snapshot-store.ts'
import { equalBytes } from './verify/bytes.ts'
import { parseCheckpoint } from './verify/checkpoint.ts'
import { isSignedBy, parseVerifierKey } from './verify/signed-note.ts'

export const AUDIT_PROBLEMS = [
  'entry-changed',
  'entry-malformed',
  'reading-dangling',
  'reading-differs',
  'checkpoint-invalid',
  'log-differs',
  'tiles-differ',
  'snapshot-lost',
  'text-lost',
  'snapshot-damaged',
  'register-damaged',
] as const
export type AuditProblem = {
  readonly kind: (typeof AUDIT_PROBLEMS)[number]
  /** A position or a SHA-256. */
  readonly subject: string
  readonly detail: string
}

export type AuditReport = {
  readonly problems: readonly AuditProblem[]
  /** `inLog`: covered by the signed checkpoint; the rest is newer than that. */
  readonly entries: { readonly count: number; readonly inLog: number }
  readonly snapshots: {
    /** Named by captures and imports, each once. */
    readonly named: number
    readonly verified: number
    readonly released: number
    readonly withdrawn: number
    /** Held without an entry that names them: what a crash left, or what was put and not yet entered. */
    readonly unnamed: number
  }
  /** Policy texts that readings name and the archive keeps, each once. */
  readonly texts: { readonly named: number; readonly verified: number; readonly withdrawn: number }
  readonly readings: {
    readonly count: number
    /** The text was made again from the bytes, and is the one named. */
    readonly reread: number
    /** It was not, and the text that is kept has the hash named. */
    readonly kept: number
    /** Neither: the text was taken down, is lost, or is from before texts were kept. */
    readonly unchecked: number
  }
}

export type AuditOptions = {
  /** Makes the policy text of a reading again and gives its SHA-256; null where it cannot be made as it was any more. */
  readonly reread?: (reading: ReadingEntry) => Promise<string | null>
  readonly onProgress?: (done: number, of: number, what: 'entries' | 'snapshots' | 'readings') => void
  /** Keys that count besides the one that the archive publishes. */
  readonly trustedKeys?: readonly string[]
}

type Audited = {
  readonly entries: EntryFile
  readonly log: PublicLog
  readonly snapshots: SnapshotStore
  readonly register: Register
}

export async function auditArchive(archive: Audited, options: AuditOptions): Promise<AuditReport> {
  const problems: AuditProblem[] = []
  const log = await auditLog(archive, problems, options.trustedKeys ?? [])
  const survey = await auditEntries(archive, log, problems, options)
  const { snapshots, texts, sound } = await auditSnapshots(archive, survey, problems, options)
  auditRegister(archive.register, problems)
  const readings = await auditReadings(archive.entries, survey, sound, problems, options)
  return { problems, entries: { count: survey.count, inLog: log?.size ?? 0 }, snapshots, texts, readings }
}

type LogHead = { readonly size: number; readonly root: Uint8Array }

async function auditLog(
  { log }: Audited,
  problems: AuditProblem[],
  trusted: readonly string[],
): Promise<LogHead | null> {
  const text = log.checkpoint()
  if (text === null) return null
  const checkpoint = parseCheckpoint(text)
  const keys = await Promise.all([...log.verifierKeys(), ...trusted].map(parseVerifierKey))
  const signed = await Promise.all(keys.map((key) => (key && checkpoint ? isSignedBy(checkpoint.note, key) : false)))
  if (!checkpoint || !signed.includes(true)) {
    problems.push({ kind: 'checkpoint-invalid', subject: 'checkpoint', detail: 'the key of the log has not signed it' })
    return null
  }
  return checkpoint
}

type Survey = {
  readonly count: number
  readonly readings: number
  /** What is to be held, and whether it is bytes that came or a text that was read. */
  readonly named: ReadonlyMap<string, 'bytes' | 'text'>
  readonly retention: Retention
}

/** Told as often as a person can follow. */
const PROGRESS_ENTRIES = 1000

async function auditEntries(
  { entries, log }: Audited,
  head: LogHead | null,
  problems: AuditProblem[],
  { onProgress }: AuditOptions,
): Promise<Survey> {
  const named = new Map<string, 'bytes' | 'text'>()
  let readings = 0
  const kinds: Entry['kind'][] = []
  const retention = new Retention()
  const edge = new RightEdge()
  const differing: Differing[] = []
  for await (const line of entries.stream(0, entries.size)) {
    const position = kinds.length
    edge.add(leafHash(line), (level, hash) => {
      if (head && position < head.size && !log.hasHash(level, Math.floor(position / TILE_WIDTH ** level), hash)) {
        differing.push({ level, position })
      }
    })
    if (head && edge.size === head.size) problems.push(...logProblems(head, edge.root(), differing))
    const entry = parseEntry(line)
    kinds.push(entry?.kind ?? 'ruling')
    if (!entry) {
      problems.push({
        kind: 'entry-malformed',
        subject: `${position}`,
        detail: 'it is not canonical JSON of a known form',
      })
      continue
    }
    retention.add(position, entry)
    if (kinds.length % PROGRESS_ENTRIES === 0) onProgress?.(kinds.length, entries.size, 'entries')
    if (entry.kind === 'capture') for (const part of entry.parts) named.set(part.sha256, 'bytes')
    if (entry.kind === 'import' && entry.part) named.set(entry.part.sha256, 'bytes')
    if (entry.kind === 'reading') {
      readings++
      // Older readings name a text that was not kept.
      const { found, policyText } = entry
      if (found && policyText !== null && !named.has(policyText)) named.set(policyText, 'text')
      const isWhole = entry.reads.every((read) => kinds[read] === 'capture' || kinds[read] === 'import')
      if (!isWhole)
        problems.push({
          kind: 'reading-dangling',
          subject: `${position}`,
          detail: 'it reads what is no capture or import',
        })
    }
  }
  if (head && head.size > kinds.length) {
    problems.push({
      kind: 'log-differs',
      subject: 'checkpoint',
      detail: `it covers ${head.size} entries, ${kinds.length} are there`,
    })
  }
  return { count: kinds.length, named, readings, retention }
}

type Held = Pick<AuditReport, 'snapshots' | 'texts'> & {
  /** Names of texts that were read and have their hash. */
  readonly sound: ReadonlySet<string>
}

async function auditSnapshots(
  { snapshots }: Audited,
  { named, retention }: Survey,
  problems: AuditProblem[],
  { onProgress }: AuditOptions,
): Promise<Held> {
  snapshots.distrustIndexes()
  const count = { bytes: noneSeen(), text: noneSeen() }
  const sound = new Set<string>()
  let done = 0
  for (const [name, kind] of named) {
    const seen = count[kind]
    seen.named++
    try {
      await snapshots.read(name)
      seen.verified++
      if (kind === 'text') sound.add(name)
    } catch (error) {
      if (!(error instanceof ClausewatchError)) throw error
      if (error.code !== 'snapshot-missing')
        problems.push({ kind: 'snapshot-damaged', subject: name, detail: error.message })
      else if (retention.withdrawn.has(name)) seen.withdrawn++
      else if (retention.released.has(name)) seen.released++
      else problems.push(LOST[kind](name))
    }
    onProgress?.(++done, named.size, 'snapshots')
  }
  let unnamed = 0
  for await (const name of snapshots.names()) if (!named.has(name)) unnamed++
  const { released: _, ...texts } = count.text
  return { snapshots: { ...count.bytes, unnamed }, texts, sound }
}

const noneSeen = () => ({ named: 0, verified: 0, released: 0, withdrawn: 0 })

const LOST: Readonly<Record<'bytes' | 'text', (subject: string) => AuditProblem>> = {
  bytes: (subject) => ({ kind: 'snapshot-lost', subject, detail: 'an entry names it, no ruling released it' }),
  text: (subject) => ({ kind: 'text-lost', subject, detail: 'a reading names this text, no ruling withdrew it' }),
}

function auditRegister(register: Register, problems: AuditProblem[]): void {
  try {
    register.check()
  } catch (error) {
    if (!(error instanceof ClausewatchError)) throw error
    problems.push({ kind: 'register-damaged', subject: 'register', detail: error.message })
  }
}

/** A second pass, so that memory does not grow with the readings. */
async function auditReadings(
  entries: EntryFile,
  { count, readings }: Survey,
  sound: ReadonlySet<string>,
  problems: AuditProblem[],
  { reread, onProgress }: AuditOptions,
): Promise<AuditReport['readings']> {
  const told = { count: readings, reread: 0, kept: 0, unchecked: 0 }
  let position = -1
  let done = 0
  for await (const line of entries.stream(0, count)) {
    position++
    const entry = line.includes('"kind":"reading"') ? parseEntry(line) : null
    if (entry?.kind !== 'reading') continue
    onProgress?.(++done, readings, 'readings')
    if (entry.policyText === null) continue
    const again = (await reread?.(entry)) ?? null
    if (again === entry.policyText) told.reread++
    else if (again !== null)
      problems.push({ kind: 'reading-differs', subject: `${position}`, detail: `the bytes give the text ${again}` })
    else if (sound.has(entry.policyText)) told.kept++
    else told.unchecked++
  }
  return told
}

type Differing = { readonly level: number; readonly position: number }

/** Where the entries lead to the signed root, it is the hashes beside them that were changed. */
function logProblems({ size, root }: LogHead, found: Buffer, differing: readonly Differing[]): readonly AuditProblem[] {
  if (equalBytes(found, root)) {
    const levels = [...new Set(differing.map(({ level }) => level))]
    return levels.map((level) => {
      const detail = 'its hashes are not those of the entries; remove the files log/level-* and they are made again'
      return { kind: 'tiles-differ', subject: `level-${level}`, detail }
    })
  }
  const changed = differing.filter(({ level }) => level === 0)
  return [
    ...changed.map(({ position }): AuditProblem => {
      return { kind: 'entry-changed', subject: `${position}`, detail: 'it is not the entry that the log took in' }
    }),
    { kind: 'log-differs', subject: 'checkpoint', detail: `the first ${size} entries have another root` },
  ]
}

function parseEntry(line: Buffer): Entry | null {
  try {
    const entry = JSON.parse(line.toString('utf8')) as Entry
    return hasShape(entry) && sha256(canonicalJson(entry)) === sha256(line) ? entry : null
  } catch {
    // Whatever it is, it is no entry; the caller reports it by its position.
    return null
  }
}

/** As much of its kind as anything here rests on. */
function hasShape(entry: Entry): boolean {
  if (entry.kind !== 'ruling' && typeof entry.key?.document !== 'string') return false
  if (entry.kind === 'capture') {
    return Number.isInteger(entry.source?.position) && Array.isArray(entry.parts) && entry.parts.every(isNamed)
  }
  if (entry.kind === 'import') return entry.part === null || isNamed(entry.part)
  if (entry.kind === 'reading') return Array.isArray(entry.reads)
  return entry.kind === 'ruling' && typeof entry.subject === 'string'
}

function isNamed(part: Partial<Part> | undefined): boolean {
  return /^[0-9a-f]{64}$/.test(part?.sha256 ?? '')
}
