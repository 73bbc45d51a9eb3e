/** What a reading found beside the words of its text, as its entry keeps it; and the reading made again from that. */

import type { CaptureEntry, ImportEntry, ReadingEntry, ReadingFindings } from '../core/entry.ts'
import { ClausewatchError } from '../core/error.ts'
import { codePointLength, type PolicyText, plainText, policyTextSha256 } from '../core/policy-text.ts'
import type { ChoiceControl, Extraction } from '../core/reading.ts'
import type { Archive } from '../stages/2-archive/index.ts'
import type { TextNames } from '../store/policy-text.ts'
import type { Work } from './batch.ts'
import type { Observed } from './observed.ts'
import { declarationSha256, readAt } from './reread.ts'

/** Pages say what they like, and an entry has 16 KiB. */
const MAX_TITLE_UNITS = 500
const MAX_HREF_UNITS = 300
const NO_TEXT: PolicyText = { format: 1, blocks: [] }

export async function findingsOf(
  work: Work,
  { document, track, reads, extraction }: Observed,
  names: TextNames | null,
): Promise<ReadingFindings> {
  const { title, language, stated, effective, choiceControls, text } = extraction
  const read = (await Promise.all(reads.map((one) => work.entryAt(one)))) as (CaptureEntry | ImportEntry)[]
  return {
    title: title === null ? null : title.slice(0, MAX_TITLE_UNITS).toWellFormed(),
    language,
    stated,
    effective,
    // What another archive saw says nothing about controls.
    choiceControls: track.kind === 'own' ? choiceControls.map(bounded) : [],
    comparison: names?.comparison ?? null,
    chars: names ? codePointLength(plainText(text)) : 0,
    declared: await declarationSha256(work.db, document, read, readAt(read)),
  }
}

const bounded = ({ kind, label, href }: ChoiceControl): ChoiceControl => ({
  kind,
  label,
  href: href && href.length > MAX_HREF_UNITS ? null : href,
})

/**
 * A reading as it was: its findings from its entry, its text from the archive. `extract` reads the bytes anew, where
 * the archive has no text: the entry is an older one, or the text was taken down or lost.
 */
export async function readAgain(
  archive: Archive,
  entry: ReadingEntry,
  extract: () => Promise<Extraction>,
): Promise<Extraction> {
  const { policyText, found } = entry
  // What left no text is not read again: a page that was too much for one machine could be read on another.
  if (policyText === null) return extractionOf(entry, NO_TEXT)
  if (found && (await archive.hasSnapshot(policyText))) {
    const bytes = await archive.readSnapshot(policyText)
    return extractionOf(entry, JSON.parse(Buffer.from(bytes).toString()) as PolicyText)
  }
  try {
    const extraction = await extract()
    // Another version of the stage may read other words.
    if (!found || policyTextSha256(extraction.text) === policyText) return extraction
  } catch (cause) {
    if (!(cause instanceof ClausewatchError) || cause.code !== 'snapshot-missing') throw cause
  }
  return extractionOf(entry, NO_TEXT)
}

export function namesIn({ policyText, found }: ReadingEntry): TextNames | null {
  return policyText === null ? null : { text: policyText, comparison: found?.comparison ?? policyText }
}

function extractionOf({ verdict, reason, found }: ReadingEntry, text: PolicyText): Extraction {
  const { title = null, language = null, stated = null, effective = null, choiceControls = [] } = found ?? {}
  return { verdict, reason, wall: null, title, language, stated, effective, text, choiceControls }
}
