/** What the verdict is decided from, gathered once from the same parse as the text. */
import type { Headers } from '../../../core/capture.ts'
import type { PolicyText } from '../../../core/policy-text.ts'
import type { DeclaredDocument } from '../../../core/reading.ts'
import type { Editions } from '../html/editions.ts'
import { legalWordCount, soundsLegal } from '../shape/legal-words.ts'
import { readingUnits } from '../shape/reading-units.ts'

export type Evidence = {
  readonly status: number | undefined
  readonly headers: Headers
  readonly declared: DeclaredDocument
  /** `<title>` of the page. */
  readonly pageTitle: string | null
  /** First heading of the document, or the page's title. */
  readonly title: string | null
  readonly text: PolicyText
  readonly language: string | null
  /** All text that a reader sees, around the document too; its start where it is long. */
  readonly visible: string
  readonly visibleUnits: number
  /** The source as received; its start decides. */
  readonly markup: string
  readonly hasPasswordField: boolean
  readonly fieldCount: number
  /** The source ends before it should: in the middle of a tag, or of a script. */
  readonly isCut: boolean
  /** What the page says of its own edition and of others. */
  readonly editions: Editions
  /** In-page links to sections, and how many of their targets the page does not hold. */
  readonly anchors: { readonly total: number; readonly missing: number }
  readonly previous: { readonly text: string; readonly language: string | null } | undefined
  readonly medianBytes: number | undefined
  readonly sizeBytes: number
}

/** Amounts of the found text, in UTF-16 units. */
export type Measures = {
  readonly units: number
  readonly linkUnits: number
  /** In paragraphs and items of some length. */
  readonly proseUnits: number
  /** In those of them that sound like rules. */
  readonly legalUnits: number
  readonly legalWords: number
}

const PROSE_UNITS = 60

export function measure(text: PolicyText): Measures {
  let units = 0
  let linkUnits = 0
  let proseUnits = 0
  let legalUnits = 0
  let legalWords = 0
  for (const block of text.blocks) {
    const linked = block.links.reduce((sum, link) => sum + link.end - link.start, 0)
    const length = readingUnits(block.text)
    const own = length - linked
    units += length
    linkUnits += linked
    if (block.kind === 'heading' || own < PROSE_UNITS) continue
    proseUnits += own
    const words = legalWordCount(block.text)
    if (soundsLegal(block.text, words)) legalUnits += own
    if (legalUnits < 20_000) legalWords += words
  }
  return { units, linkUnits, proseUnits, legalUnits, legalWords }
}
