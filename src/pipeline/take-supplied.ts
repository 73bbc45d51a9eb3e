/**
 * Takes in a file that a person supplies as the text of a document. It is marked `supplied` wherever it is told, stands
 * in a track of its own so that no change arises between it and what was captured, and says nothing about a source's health.
 */
import type { Part } from '../core/capture.ts'
import { type Clock, toMoment } from '../core/clock.ts'
import type { CaptureEntry, SuppliedFile } from '../core/entry.ts'
import type { CheckResult, Pipeline } from '../pipeline.ts'
import type { StoredDocument } from '../store/document.ts'
import type { Db } from '../store/index.ts'
import { ensureTrack, type Track } from '../store/track.ts'
import type { Work } from './batch.ts'
import { extractCaptures } from './extraction.ts'

export type SuppliedInput = SuppliedFile & { readonly bytes: Uint8Array; readonly mediaType: string }

export const suppliedTrack = (db: Db, documentNumber: number): Promise<Track> =>
  ensureTrack(db, documentNumber, 'supplied', 'supplied', null)

export async function takeSupplied(
  pipeline: Pipeline,
  work: Work,
  document: StoredDocument,
  { bytes, mediaType, name, note }: SuppliedInput,
  clock: Clock,
): Promise<CheckResult> {
  const { db } = work
  const at = toMoment(clock.now())
  const part: Part = { kind: 'supplied', mediaType, ...(await pipeline.archive.putSnapshot(bytes)) }
  const url = `urn:supplied:${part.sha256}`
  const entry: CaptureEntry = {
    kind: 'capture',
    key: document.key,
    source: { url, position: 0 },
    outcome: 'received',
    finalUrl: url,
    status: null,
    headers: {},
    parts: [part],
    reason: '',
    startedAt: at,
    finishedAt: at,
    acceptLanguage: '',
    userAgent: '',
    supplied: { name, note },
  }
  const position = work.emit(entry)
  await pipeline.applyCapture(db, document.number, position, entry)
  const track = await suppliedTrack(db, document.number)
  const previous = await pipeline.onDisplay(db, track)
  const extraction = await extractCaptures(pipeline.readPage, db, work, document, previous, [position], at)
  const reading = { document, track, extraction, reads: [position], at, foreign: null }
  const { changes, newVersion } = await pipeline.read(work, reading)
  const { verdict, reason } = extraction
  return { document: document.key, outcome: 'received', verdict, reason, changes, newVersion }
}
