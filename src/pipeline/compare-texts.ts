/** Stage 4 as the pipeline uses it: the difference between two texts of a document, aligned and described. */
import type { ChangeDescription } from '../core/change.ts'
import type { DocumentType } from '../core/document.ts'
import type { PolicyText } from '../core/policy-text.ts'
import type { PrintedDate } from '../core/reading.ts'
import { align, type Difference, describe, keptShare } from '../stages/4-compare/index.ts'

export type ComparedSide = {
  readonly text: PolicyText
  readonly dates: { readonly stated: PrintedDate | null; readonly effective: PrintedDate | null }
}
export type ComparedDocument = { readonly platform: string; readonly title: string; readonly type: DocumentType }
export type Described = { readonly description: ChangeDescription; readonly difference: Difference }

export function compareTexts(document: ComparedDocument, from: ComparedSide, to: ComparedSide): Described {
  const alignment = align(from.text, to.text)
  const description = describe(alignment, {
    old: sideOf(from),
    new: sideOf(to),
    platform: document.platform,
    documentType: document.type,
    documentTitle: document.title,
  })
  return { description, difference: { kind: description.kind, kept: keptShare(alignment) } }
}

function sideOf({ text, dates }: ComparedSide) {
  return { text, statedOn: exactDate(dates.stated), effectiveOn: exactDate(dates.effective) }
}

/** A plain date; null for one that is absent or approximate. */
export function exactDate(date: PrintedDate | null): string | null {
  return date?.kind === 'exact' ? date.on : null
}
