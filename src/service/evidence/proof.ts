/**
 * What a page may say of a record: three statements, each with its moment or the reason for which it does not hold
 * (snapshot stored, in the log, seen again), and the bytes that it rests on.
 */
import type { Entry, RulingEntry } from '../../core/entry.ts'
import { ClausewatchError } from '../../core/error.ts'
import { formatId } from '../../core/id.ts'
import {
  type Archive,
  type RecordStatement,
  type RecordVerification,
  readWitnessNotes,
  type WitnessNote,
} from '../../stages/2-archive/index.ts'
import type { Db } from '../../store/index.ts'
import { sightings } from '../../store/view/evidence.ts'
import { type Named, versionsOf } from './bundle.ts'
import type { Rulings } from './rulings.ts'

/** Bytes that were received, and why they are not held any more, where they are not. */
export type ProofPart = {
  readonly sha256: string
  readonly sizeBytes: number
  readonly mediaType: string
  readonly url: string
  readonly receivedAt: string
  readonly gone: Pick<RulingEntry, 'ruling' | 'reason' | 'ruledAt'> | 'lost' | null
  /** What the Wayback Machine holds of it; null where it was not asked, or holds nothing. */
  readonly witness: Pick<WitnessNote & { kind: 'held' }, 'at' | 'address' | 'sameBytes'> | null
}

export type RecordProof = {
  readonly stored: RecordStatement
  readonly inLog: RecordStatement
  readonly confirmed: RecordStatement
  /** Of a change: of both sides, each once. */
  readonly parts: readonly ProofPart[]
}

/** Null where there is no such version or change. */
export async function proveRecord(
  db: Db,
  archive: Archive,
  rulings: Rulings,
  named: Named,
): Promise<RecordProof | null> {
  const versions = await versionsOf(db, archive, named)
  const newest = versions.at(-1)
  if (!newest) return null
  const checks: RecordVerification[] = []
  for (const { reading } of versions) checks.push(await verified(archive, reading))
  return {
    stored: both(checks.map(({ stored }) => stored)),
    inLog: both(checks.map(({ inLog }) => inLog)),
    confirmed: await confirmationOf(db, newest.version),
    parts: await partsOf(archive, rulings, [...new Set(versions.map(({ reading }) => reading))]),
  }
}

/** What is damaged is said of this record, and does not take its page away. */
async function verified(archive: Archive, reading: number): Promise<RecordVerification> {
  try {
    return await archive.verifyRecord(reading)
  } catch (error) {
    if (!(error instanceof ClausewatchError)) throw error
    const statement = { kind: 'not-verified', reason: error.message } as const
    return { stored: statement, inLog: statement }
  }
}

/** Holds where all of them do; the first that does not is the one to tell. */
function both(statements: readonly RecordStatement[]): RecordStatement {
  const broken = statements.find(({ kind }) => kind === 'not-verified')
  if (broken) return broken
  const last = statements.at(-1)!
  const details = statements.flatMap((one) => (one.kind === 'verified' ? [one.detail] : []))
  return last.kind === 'verified' ? { ...last, detail: details.join('; ') } : last
}

async function confirmationOf(db: Db, version: number): Promise<RecordStatement> {
  const { kind, label, captures, lastAt } = await sightings(db, version)
  const id = formatId('version', version)
  if (kind === 'import') return { kind: 'not-verified', reason: `only ${label} states it; this archive saw no page` }
  if (kind === 'supplied') return { kind: 'not-verified', reason: 'the operator supplied it; this archive saw no page' }
  if (captures < 2) return { kind: 'not-verified', reason: `${id} was received once` }
  return { kind: 'verified', at: lastAt, detail: `${id} was received ${captures} times` }
}

async function partsOf(archive: Archive, rulings: Rulings, readings: readonly number[]): Promise<ProofPart[]> {
  try {
    return await receivedParts(archive, rulings, readings)
  } catch (error) {
    // A damaged entry tells of no parts; the statements say what is wrong with it.
    if (error instanceof ClausewatchError) return []
    throw error
  }
}

async function receivedParts(archive: Archive, rulings: Rulings, readings: readonly number[]): Promise<ProofPart[]> {
  const positions = new Set<number>()
  for (const reading of readings) {
    const own = await archive.entryAt(reading)
    for (const position of own.kind === 'reading' ? own.reads : []) positions.add(position)
  }
  const notes = await readWitnessNotes(archive.folder)
  const parts: ProofPart[] = []
  for (const position of positions) {
    for (const part of receivedBy(await archive.entryAt(position))) {
      const isHeld = await archive.hasSnapshot(part.sha256)
      const note = notes.get(position)
      parts.push({
        ...part,
        gone: isHeld ? null : ((await rulings.of(part.sha256)) ?? 'lost'),
        witness: note?.kind === 'held' ? note : null,
      })
    }
  }
  return parts
}

function receivedBy(entry: Entry): Omit<ProofPart, 'gone' | 'witness'>[] {
  if (entry.kind === 'capture') {
    return entry.parts.map(({ sha256, sizeBytes, mediaType }) => {
      return { sha256, sizeBytes, mediaType, url: entry.finalUrl, receivedAt: entry.finishedAt }
    })
  }
  if (entry.kind !== 'import' || !entry.part) return []
  const { sha256, sizeBytes, mediaType } = entry.part
  const { repository, path } = entry.foreign
  return [{ sha256, sizeBytes, mediaType, url: `${repository} ${path}`, receivedAt: entry.importedAt }]
}
