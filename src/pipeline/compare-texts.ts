/** Stage 4 as the pipeline uses it: the difference between two texts of a document, aligned and described. */
import type { ChangeDescription } from '../core/change.ts'
import type { DocumentType } from '../core/document.ts'
import type { PolicyText } from '../core/policy-text.ts'
import type { Classification } from '../core/provision.ts'
import type { PrintedDate } from '../core/reading.ts'
import {
  align,
  type Classify,
  type Difference,
  describe,
  isNoise,
  keptShare,
  kindOf,
} from '../stages/4-compare/index.ts'
import { classifierBlocks } from '../stages/5-analyse/index.ts'
import type { NamedClassifier } from './provisions/block-answers.ts'
import { trainedClassifier } from './trained-classifier.ts'

export type ComparedSide = {
  readonly text: PolicyText
  readonly dates: { readonly stated: PrintedDate | null; readonly effective: PrintedDate | null }
}
export type ComparedDocument = { readonly platform: string; readonly title: string; readonly type: DocumentType }
export type Described = { readonly description: ChangeDescription; readonly difference: Difference }

/** All that following a track needs: most comparisons with older versions of it find a return, and describe nothing. */
export function differenceOf(from: PolicyText, to: PolicyText): Difference {
  const alignment = align(from, to)
  return { kind: kindOf(alignment), kept: keptShare(alignment) }
}

/** Whether `differenceOf` would call it noise. */
export function isNoiseBetween(from: PolicyText, to: PolicyText): boolean {
  return isNoise(align(from, to))
}

/** Provisions of both sides are those that the package's own classifier sees in the blocks that differ. */
export async function compareTexts(
  document: ComparedDocument,
  from: ComparedSide,
  to: ComparedSide,
): Promise<Described> {
  const alignment = align(from.text, to.text)
  const trained = await trainedClassifier()
  const side = ({ text, dates }: ComparedSide) => ({
    text,
    statedOn: exactDate(dates.stated),
    effectiveOn: exactDate(dates.effective),
    ...(trained ? { classify: classifyBlocks(trained, document, text) } : {}),
  })
  const description = describe(alignment, {
    old: side(from),
    new: side(to),
    platform: document.platform,
    documentType: document.type,
    documentTitle: document.title,
  })
  return { description, difference: { kind: description.kind, kept: keptShare(alignment) } }
}

/** Answers that were given for a text: the new side of one comparison is often the old side of the next. */
const given = new WeakMap<PolicyText, Map<number, Classification | null>>()

function classifyBlocks({ classifier }: NamedClassifier, document: ComparedDocument, text: PolicyText): Classify {
  return (positions) => {
    const known = given.get(text) ?? new Map<number, Classification | null>()
    given.set(text, known)
    const asked = positions.filter((at) => !known.has(at))
    if (asked.length > 0) {
      const { blocks, positions: places } = classifierBlocks(text)
      const at = new Map(places.map((position, place) => [position, place]))
      const wanted = asked.filter((position) => at.has(position))
      const answers = classifier.classify(
        blocks,
        { platform: document.platform, document: document.title },
        wanted.map((position) => at.get(position)!),
      )
      for (const position of asked) known.set(position, null)
      for (const [place, position] of wanted.entries()) known.set(position, answers[place]!)
    }
    return positions.map((position) => known.get(position)!)
  }
}

/** A plain date; null for one that is absent or approximate. */
export function exactDate(date: PrintedDate | null): string | null {
  return date?.kind === 'exact' ? date.on : null
}
