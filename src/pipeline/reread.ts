/**
 * Makes the text of a reading again, for the audit. What stage 3 was told of the document is named in the entry by its
 * hash: where the catalogue says otherwise today, another text would prove nothing, and none is made.
 */
import { canonicalJson, sha256 } from '../core/canonical-json.ts'
import { preferredPart } from '../core/capture.ts'
import type { CaptureEntry, ImportEntry, ReadingEntry } from '../core/entry.ts'
import { policyTextSha256 } from '../core/policy-text.ts'
import type { Archive } from '../stages/2-archive/index.ts'
import { STAGE_VERSION } from '../stages/3-extract/index.ts'
import { documentByKey, type StoredDocument } from '../store/document.ts'
import type { Db } from '../store/index.ts'
import { activeSources } from '../store/source.ts'
import { extractCaptures, extractImport } from './extraction.ts'
import type { ReadPage } from './reading/index.ts'

type ReadEntry = CaptureEntry | ImportEntry

/** Hash of what the stage is told beside the bytes and their entries: names, type, locale and selectors. */
export async function declarationSha256(
  db: Db,
  document: StoredDocument,
  reads: readonly ReadEntry[],
  at: string,
): Promise<string> {
  const { platformName, title, type, locale } = document
  const sources = reads.every(({ kind }) => kind === 'import') ? [] : await activeSources(db, document.number, at)
  const selectors = reads.map((read) => {
    if (read.kind === 'import') return null
    const { url, position } = read.source
    const named = sources.filter((source) => source.url === url)
    return (named.find((source) => source.position === position) ?? named[0])?.selectors ?? null
  })
  return sha256(canonicalJson({ platformName, title, type, locale, selectors }))
}

/** By when the sources that were read were valid. */
export function readAt(reads: readonly ReadEntry[]): string {
  return reads
    .map((read) => (read.kind === 'capture' ? read.finishedAt : read.foreign.recordedAt))
    .sort()
    .at(-1)!
}

/** Gives the SHA-256 of the text; null where it cannot be made as it was. */
export function createReread(
  db: Db,
  archive: Archive,
  readPage: ReadPage,
): (reading: ReadingEntry) => Promise<string | null> {
  return async ({ key, reads, stages, found, policyText }) => {
    const document = stages.extract === STAGE_VERSION ? await documentByKey(db, key) : null
    if (!document) return null
    const entries: ReadEntry[] = []
    for (const read of reads) {
      const entry = (await archive.entryAt(read)) as ReadEntry
      const part = entry.kind === 'capture' ? preferredPart(entry.parts) : entry.part
      if (!part || !(await archive.hasSnapshot(part.sha256))) return null
      entries.push(entry)
    }
    const at = readAt(entries)
    const isToldTheSame = found?.declared === (await declarationSha256(db, document, entries, at))
    const [first] = entries
    const { text } =
      first?.kind === 'import'
        ? await extractImport(readPage, document, null, await archive.readSnapshot(first.part!.sha256), first)
        : await extractCaptures(readPage, db, archive, document, null, reads, at)
    const again = policyTextSha256(text)
    return again === policyText || isToldTheSame ? again : null
  }
}
