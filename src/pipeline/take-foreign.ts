/** Takes in one record of another archive: what it states it saw, or a raw capture of it that our stages read. */
import type { Part } from '../core/capture.ts'
import { type Clock, toMoment } from '../core/clock.ts'
import type { Platform, PolicyDocument } from '../core/document.ts'
import type { ImportEntry } from '../core/entry.ts'
import type { Pipeline } from '../pipeline.ts'
import { foreignSources } from '../store/capture.ts'
import { documentByNumber, renameDocument, type StoredDocument } from '../store/document.ts'
import type { Db } from '../store/index.ts'
import { ensureTrack, type Track } from '../store/track.ts'
import type { Work } from './batch.ts'
import { foreignCaptureEntry } from './entry-form.ts'
import { extractCaptures, extractImport } from './extraction.ts'
import type { ForeignCapture, ForeignInput } from './foreign-input.ts'

export async function takeForeignRecord(
  pipeline: Pipeline,
  work: Work,
  record: ForeignInput,
  clock: Clock,
): Promise<void> {
  if (record.capture && record.bytes) await takeCapture(pipeline, work, record, record.capture, record.bytes)
  else await takeImport(pipeline, work, record, clock)
}

/** The document and track of a foreign record. */
export async function placeForeign(
  pipeline: Pipeline,
  db: Db,
  { key, foreign }: Pick<ForeignInput, 'key' | 'foreign'>,
  platform: Platform,
  described: PolicyDocument,
): Promise<{ document: StoredDocument; track: Track }> {
  const { archive, path, previousPath } = foreign
  if (previousPath && previousPath !== path) await renameDocument(db, archive, previousPath, key, described.title)
  const number = await pipeline.ensureDocument(db, platform, { ...described, slug: key.document }, false)
  const document = (await documentByNumber(db, number))!
  return { document, track: await ensureTrack(db, number, 'import', archive, path) }
}

async function takeImport(pipeline: Pipeline, work: Work, record: ForeignInput, clock: Clock): Promise<void> {
  const { key, bytes, mediaType, foreign } = record
  const part: Part | null = bytes && { kind: 'supplied', mediaType, ...(await pipeline.archive.putSnapshot(bytes)) }
  const entry: ImportEntry = { kind: 'import', key, foreign, part, importedAt: toMoment(clock.now()) }
  const reads = [work.emit(entry)]
  const { document, track } = await placeForeign(pipeline, work.db, entry, record.platform, record.document)
  if (!bytes) return
  const placing = { document, track, reads, at: foreign.recordedAt, foreign }
  const answer = foreign.before ? undefined : await record.ahead
  // What was taken for the text before it has to be that text, or the verdict may be another one.
  if (answer && (answer.previous?.name ?? null) === (await pipeline.nameOnDisplay(work.db, track))) {
    const { extraction, names, previous } = answer
    await pipeline.read(work, { ...placing, extraction, names, compared: previous })
    return
  }
  const extraction = await extractImport(
    pipeline.readPage,
    document,
    await pipeline.onDisplay(work.db, track),
    bytes,
    entry,
  )
  await pipeline.read(work, { ...placing, extraction })
}

async function takeCapture(
  pipeline: Pipeline,
  work: Work,
  record: ForeignInput,
  capture: ForeignCapture,
  bytes: Uint8Array,
): Promise<void> {
  const { key, mediaType, foreign } = record
  const { db } = work
  const { document, track } = await placeForeign(pipeline, db, record, record.platform, record.document)
  const others = await foreignSources(db, document.number, foreign.archive)
  const known = others.find(({ url }) => url === capture.url)
  const kind = capture.rendered ? 'rendered-dom' : 'response'
  const part: Part = { kind, mediaType, ...(await pipeline.archive.putSnapshot(bytes)) }
  const source = { url: capture.url, position: known?.position ?? (capture.part === null ? 0 : others.length) }
  const entry = foreignCaptureEntry(key, source, part, foreign)
  const position = work.emit(entry)
  await pipeline.applyCapture(db, document.number, position, entry)
  const siblings = capture.part === null ? [] : others.filter(({ url }) => url !== capture.url)
  const reads = [...siblings, { position: source.position, entry: position }]
    .sort((a, b) => a.position - b.position)
    .map((one) => one.entry)
  const previous = await pipeline.onDisplay(db, track)
  const extraction = await extractCaptures(pipeline.readPage, db, work, document, previous, reads, foreign.recordedAt)
  await pipeline.read(work, { document, track, extraction, reads, at: foreign.recordedAt, foreign })
}
