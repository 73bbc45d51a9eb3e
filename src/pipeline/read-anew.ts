/**
 * Reads the bytes of records again with stage 3 of today. Where verdict or text differ, a reading is appended; a version
 * has the text of its newest reading, so that the changes on both its sides are described again. What was no policy and
 * is one now makes no version: rows made anew from the archive hold what each reading said in its turn.
 */
import { preferredPart } from '../core/capture.ts'
import type { CaptureEntry, ImportEntry, ReadingEntry } from '../core/entry.ts'
import { type PolicyText, plainText, policyTextSha256 } from '../core/policy-text.ts'
import type { Extraction } from '../core/reading.ts'
import type { Archive } from '../stages/2-archive/index.ts'
import { comparisonSha256 } from '../stages/4-compare/index.ts'
import { insertReading, newestReading } from '../store/capture.ts'
import { changesBeside } from '../store/change.ts'
import { documentByNumber } from '../store/document.ts'
import type { Db } from '../store/index.ts'
import { createTextCache, putText, readText, textFacts } from '../store/policy-text.ts'
import { type RecordToRead, recordToRead } from '../store/record.ts'
import { setText } from '../store/version.ts'
import type { Work } from './batch.ts'
import { extractCaptures, extractImport, type Previous } from './extraction.ts'
import { findingsOf, namesIn } from './findings.ts'
import type { ReadPage } from './reading/index.ts'
import { type Recomparing, recompare } from './recompare.ts'
import { keepText } from './withdraw.ts'

export type ReadAnew = 'same' | 'read-otherwise' | 'bytes-gone'

export async function readAnew(
  archive: Archive,
  readPage: ReadPage,
  work: Work,
  record: number,
  recomparing: Recomparing,
): Promise<ReadAnew> {
  const row = await recordToRead(work.db, record)
  const first = (await work.entryAt(row.reading)) as ReadingEntry
  const read = (await Promise.all(first.reads.map((one) => work.entryAt(one)))) as (CaptureEntry | ImportEntry)[]
  for (const one of read) {
    const part = one.kind === 'capture' ? preferredPart(one.parts) : one.part
    if (!part || !(await archive.hasSnapshot(part.sha256))) return 'bytes-gone'
  }
  const extraction = await extractAnew(readPage, work, row, first.reads, read)
  const { verdict, reason, text } = extraction
  const policyText = text.blocks.length > 0 ? policyTextSha256(text) : null
  const newest = await newestReading(work.db, row.documentNumber, first.reads)
  if (verdict === newest.verdict && policyText === newest.policyText) return 'same'
  const { stages, at } = recomparing
  const document = (await documentByNumber(work.db, row.documentNumber))!
  const names = policyText === null ? null : { text: policyText, comparison: comparisonSha256(text) }
  const observed = { document, track: row.track, extraction, reads: first.reads, at: row.at, foreign: null }
  const entry: ReadingEntry = {
    ...first,
    verdict,
    reason,
    policyText,
    stages,
    readAt: at,
    repeats: row.reading,
    found: await findingsOf(work, observed, names),
  }
  const position = work.emit(entry)
  if (names) await keepText(archive, work, entry, text)
  await applyReadAnew(work.db, position, row.documentNumber, entry, text)
  return 'read-otherwise'
}

/** Rows of a reading that repeats an earlier one. */
export async function applyReadAnew(
  db: Db,
  position: number,
  documentNumber: number,
  entry: ReadingEntry,
  text: PolicyText,
): Promise<void> {
  const names = namesIn(entry)
  const facts = { title: null, language: null, stated: null, effective: null, ...entry.found }
  const stored = names && text.blocks.length > 0 ? await putText(db, createTextCache(), names, text, facts) : null
  await insertReading(db, position, documentNumber, entry, stored?.id ?? null)
  const { stages, readAt: at, verdict, repeats } = entry
  if (stored && verdict === 'policy' && repeats !== undefined) await setText(db, repeats, stored.id)
  for (const number of await changesBeside(db, repeats!)) await recompare(db, number, { stages, at })
}

async function extractAnew(
  readPage: ReadPage,
  work: Work,
  row: RecordToRead,
  reads: readonly number[],
  [first]: readonly (CaptureEntry | ImportEntry)[],
): Promise<Extraction> {
  const document = (await documentByNumber(work.db, row.documentNumber))!
  const previous = row.previousText === null ? null : await previousOf(work.db, row.previousText)
  return first?.kind === 'import'
    ? extractImport(readPage, document, previous, await work.readSnapshot(first.part!.sha256), first)
    : extractCaptures(readPage, work.db, work, document, previous, reads, row.at)
}

async function previousOf(db: Db, text: number): Promise<Previous> {
  const { language } = await textFacts(db, text)
  return { plain: plainText(await readText(db, text)), language }
}
