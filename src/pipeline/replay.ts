/**
 * Makes rows from entries that are in the archive and have none: after a crash between entry and row, and when the
 * database is made anew. Reads what was received and not read. The same code as for new entries does the work.
 */
import type { CaptureEntry, DocumentKey, Entry, ReadingEntry } from '../core/entry.ts'
import { parseForeignPath } from '../core/foreign-path.ts'
import type { Pipeline } from '../pipeline.ts'
import { setAppliedEntries } from '../store/archive-state.ts'
import { lastCaptureAt, openChecks } from '../store/capture.ts'
import { documentByKey, documentByNumber, setReadParts } from '../store/document.ts'
import type { Db } from '../store/index.ts'
import { platformBySlug } from '../store/platform.ts'
import { activeSources } from '../store/source.ts'
import { ensureTrack } from '../store/track.ts'
import { undescribed } from './entry-form.ts'
import { extractCaptures, extractImport } from './extraction.ts'
import { readAgain } from './findings.ts'
import { applyJudgement } from './judgement.ts'
import { applyReadAnew } from './read-anew.ts'
import { unread } from './reading/index.ts'
import { placeForeign } from './take-foreign.ts'
import { suppliedTrack } from './take-supplied.ts'
import { applyWithdrawal } from './withdraw.ts'

export async function replay(pipeline: Pipeline, from: number): Promise<void> {
  /**
   * Captures of a check that wait for their reading, by document: readings of documents that were checked side by side
   * stand in any order. A check without a reading found nothing to read, or the process died before it read.
   */
  const checks = new Map<string, CaptureEntry[]>()
  for (const { entries } of await openChecks(pipeline.store.db)) {
    const captures = await Promise.all(entries.map((entry) => pipeline.archive.entryAt(entry)))
    const [first] = captures as CaptureEntry[]
    if (first) checks.set(nameOf(first.key), captures as CaptureEntry[])
  }
  const settle = async (key: string, mayRead: boolean) => {
    const captures = checks.get(key) ?? []
    checks.delete(key)
    const document = captures[0] && (await documentByKey(pipeline.store.db, captures[0].key))
    if (document) await pipeline.afterCaptures(document.number, captures, mayRead)
  }
  for await (const { position, entry } of pipeline.archive.entriesFrom(from)) {
    const key = 'key' in entry ? nameOf(entry.key) : ''
    const isOwnCapture = entry.kind === 'capture' && !entry.foreign && !entry.supplied
    const last = checks.get(key)?.at(-1)
    if (isOwnCapture && last && entry.source.position <= last.source.position) await settle(key, false)
    await pipeline.store.transaction(async (db) => {
      await replayEntry(pipeline, db, position, entry)
      await setAppliedEntries(db, position + 1)
    })
    if (isOwnCapture) checks.set(key, [...(checks.get(key) ?? []), entry])
    if (entry.kind === 'reading' && !(await isOfSupplied(pipeline, entry))) checks.delete(key)
  }
  // Only at the end: a reading is appended behind entries that all have their rows.
  for (const key of [...checks.keys()]) await settle(key, true)
}

const nameOf = ({ platform, document }: DocumentKey): string => `${platform}/${document}`

/** It settles no check: a file may be handed in between a check's captures and their reading. */
async function isOfSupplied({ archive }: Pipeline, { reads }: ReadingEntry): Promise<boolean> {
  const read = await archive.entryAt(reads[0]!)
  return read.kind === 'capture' && read.supplied !== undefined
}

async function replayEntry(pipeline: Pipeline, db: Db, position: number, entry: Entry): Promise<void> {
  if (entry.kind === 'ruling')
    return entry.ruling === 'withdrawn' ? applyWithdrawal(db, entry) : applyJudgement(db, entry)
  const foreign = entry.kind === 'import' ? entry.foreign : entry.kind === 'capture' ? entry.foreign : undefined
  if (foreign) {
    const described = parseForeignPath(foreign.path) ?? undescribed(entry.key)
    const platform = (await platformBySlug(db, entry.key.platform)) ?? described.platform
    const { document: stored } = await placeForeign(
      pipeline,
      db,
      { key: entry.key, foreign },
      platform,
      described.document,
    )
    if (entry.kind === 'capture') await pipeline.applyCapture(db, stored.number, position, entry)
    return
  }
  const { platform, document } = undescribed(entry.key)
  const known = await documentByKey(db, entry.key)
  const number =
    known?.number ??
    (await pipeline.ensureDocument(db, (await platformBySlug(db, entry.key.platform)) ?? platform, document, false))
  if (entry.kind === 'capture') await pipeline.applyCapture(db, number, position, entry)
  if (entry.kind !== 'reading') return
  if (entry.repeats === undefined) return replayReading(pipeline, db, number, position, entry)
  const { text } = await readAgain(pipeline.archive, entry, async () => unread(entry.reason))
  await applyReadAnew(db, position, number, entry, text)
}

async function replayReading(
  pipeline: Pipeline,
  db: Db,
  number: number,
  position: number,
  entry: ReadingEntry,
): Promise<void> {
  const { archive } = pipeline
  const document = (await documentByNumber(db, number))!
  // A foreign record is the newest of those read; the others are its siblings.
  const newest = await archive.entryAt(Math.max(...entry.reads))
  const foreign = newest.kind === 'import' || newest.kind === 'capture' ? (newest.foreign ?? null) : null
  const suppliedAt = newest.kind === 'capture' && newest.supplied ? newest.finishedAt : null
  const track = foreign
    ? await ensureTrack(db, number, 'import', foreign.archive, foreign.path)
    : suppliedAt
      ? await suppliedTrack(db, number)
      : await ensureTrack(db, number, 'own', 'own', null)
  const at = foreign?.recordedAt ?? suppliedAt ?? (await lastCaptureAt(db, number)) ?? entry.readAt
  const previous = await pipeline.onDisplay(db, track)
  const extract = async () =>
    newest.kind === 'import'
      ? extractImport(pipeline.readPage, document, previous, await archive.readSnapshot(newest.part!.sha256), newest)
      : extractCaptures(pipeline.readPage, db, archive, document, previous, entry.reads, at)
  const extraction = await readAgain(archive, entry, extract)
  const placed = await pipeline.applyReading(db, position, entry, {
    document,
    track,
    extraction,
    reads: entry.reads,
    at,
    foreign,
  })
  if (foreign || suppliedAt) return
  const sources = await activeSources(db, number, at)
  await setReadParts(
    db,
    number,
    sources.map((source) => source.lastPart ?? ''),
  )
  await pipeline.note(
    db,
    document,
    at,
    { outcome: 'received', verdict: entry.verdict, reason: entry.reason },
    placed.awaiting,
  )
}
