/** Puts together what stage 3 is to know of received bytes, and joins the texts of several sources. */
import { preferredPart } from '../core/capture.ts'
import type { CaptureEntry, Entry, ImportEntry } from '../core/entry.ts'
import { ClausewatchError } from '../core/error.ts'
import type { Extraction } from '../core/reading.ts'
import { assemble } from '../stages/3-extract/index.ts'
import { medianSizeBytes } from '../store/capture.ts'
import type { StoredDocument } from '../store/document.ts'
import type { Db } from '../store/index.ts'
import { activeSources } from '../store/source.ts'
import { type ReadPage, unread } from './reading/index.ts'

/** Pages of this many newest captures say what size is usual. */
const USUAL_SIZE_CAPTURES = 15

/** The text on display: its canonical string, and its language. */
export type Previous = { readonly plain: string; readonly language: string | null }

/** Where entries and bytes are read from; entries of the batch at hand are among them. */
export type Evidence = { entryAt(position: number): Promise<Entry>; readSnapshot(sha256: string): Promise<Uint8Array> }

export async function extractCaptures(
  readPage: ReadPage,
  db: Db,
  evidence: Evidence,
  document: StoredDocument,
  previous: Previous | null,
  reads: readonly number[],
  at: string,
): Promise<Extraction> {
  const sources = await activeSources(db, document.number, at)
  const extractions: Extraction[] = []
  for (const position of reads) {
    const entry = (await evidence.entryAt(position)) as CaptureEntry
    const part = preferredPart(entry.parts)!
    const named = sources.filter((source) => source.url === entry.source.url)
    const selectors = (named.find((source) => source.position === entry.source.position) ?? named[0])?.selectors
    const medianBytes =
      entry.foreign || entry.supplied
        ? null
        : await medianSizeBytes(db, document.number, entry.source.position, USUAL_SIZE_CAPTURES)
    const bytes = await heldBytes(evidence, part.sha256)
    if (bytes === null) {
      extractions.push(unread(`what was received from ${entry.finalUrl} is not held any more`))
      continue
    }
    extractions.push(
      await readPage({
        bytes,
        mediaType: part.mediaType || 'text/html',
        url: entry.supplied ? null : entry.finalUrl,
        declared: {
          platform: document.platformName,
          title: document.title,
          type: document.type,
          ...(entry.foreign ? {} : { locale: document.locale }),
        },
        headers: entry.headers,
        ...(selectors ? { selectors } : {}),
        ...(entry.status === null ? {} : { status: entry.status }),
        // Which source's text a version begins with cannot be told from the joined text.
        ...(previous && reads.length === 1 ? { previous: toPrevious(previous) } : {}),
        ...(medianBytes === null ? {} : { medianBytes }),
        receivedAt: entry.finishedAt,
      }),
    )
  }
  return extractions.length === 1 ? extractions[0]! : assemble(extractions)
}

/** Null where they were taken down: of a document of several sources one may be left. */
async function heldBytes(evidence: Evidence, name: string): Promise<Uint8Array | null> {
  try {
    return await evidence.readSnapshot(name)
  } catch (cause) {
    if (cause instanceof ClausewatchError && cause.code === 'snapshot-missing') return null
    throw cause
  }
}

export function extractImport(
  readPage: ReadPage,
  document: StoredDocument,
  previous: Previous | null,
  bytes: Uint8Array,
  { part, foreign }: ImportEntry,
): Promise<Extraction> {
  return readPage({
    bytes,
    mediaType: part!.mediaType,
    url: null,
    declared: { platform: document.platformName, title: document.title, type: document.type },
    ...(previous ? { previous: toPrevious(previous) } : {}),
    receivedAt: foreign.recordedAt,
  })
}

function toPrevious({ plain, language }: Previous): { text: string; language: string | null } {
  return { text: plain, language }
}
