/** What stands around a block and bears on its sense: the lead-in of its list, run-in headings, neighbours. */
import type { ClassifiedBlock } from './classifier.ts'
import { patternsIn } from './patterns.ts'
import { fold, withoutNumber } from './words.ts'

export type Surroundings = {
  /** Folded, without outline number. */
  readonly text: string
  /** Whether an outline number or bullet stood before it. */
  readonly numbered: boolean
  /** Whether it begins in lower case, as the rest of a sentence does. */
  readonly continues: boolean
  /** "Eligibility." of "Eligibility. You must be 18.", or empty. */
  readonly runIn: string
  /** The last run-in or text-only heading before it under the same heading path. */
  readonly section: string
  readonly lastHeading: string
  readonly otherHeadings: string
  /** The sentence that opens the list in which it seems to stand, or empty. */
  readonly leadIn: string
  /** What `patternsIn` finds in the lead-in. */
  readonly leadInPatterns: readonly number[]
  /** 1: directly under its lead-in; 2: further below; 0: there is none. */
  readonly sinceLeadIn: 0 | 1 | 2
  /** The end of the block before it, and the beginning of the one after it. */
  readonly previous: string
  readonly next: string
  /** Position in the document, counted to at most 3. */
  readonly position: number
}

/** How far a lead-in is believed to reach, in blocks. */
const LEAD_IN_REACH = 40
/** So much of a neighbour is looked at, in UTF-16 units. */
const NEIGHBOUR_LENGTH = 400
/** A paragraph longer than this, ending in a full stop and not numbered, ends a list. */
const LONG_PARAGRAPH = 350

/** How a sentence ends that its list goes on with. */
const OPENS_LIST = /:$|\b(?:to|not|may|shall|must|will|that)$/

/** After an outline number or bullet, if any. */
const STARTS_LOWER = /^(?:\(?\w{1,4}[.):]\s+|[•·▪●○*–-]\s+)?\p{Ll}/u

const RUN_IN = /^([^.:;?!]{2,70}?)[.:?]\s+(?=\S.{15})/

/** Surroundings of every block of a document. */
export function surroundingsOf(blocks: readonly ClassifiedBlock[]): Surroundings[] {
  const folded = blocks.map(({ text }) => fold(text))
  const bare = folded.map(withoutNumber)
  let heading: string | undefined
  let leadIn = ''
  let leadInPatterns: readonly number[] = []
  let leadInAt = -1
  let section = ''
  return blocks.map((block, index) => {
    const text = bare[index] ?? ''
    if (block.heading !== heading) {
      heading = block.heading
      // A lead-in that ends one heading's text opens what stands under the next only where nothing lies between.
      if (leadInAt !== index - 1) leadIn = ''
      section = ''
    }
    if (index - leadInAt > LEAD_IN_REACH) leadIn = ''
    const runIn = runInOf(block.text, text)
    const numbered = text !== folded[index]
    if (leadIn !== '' && leadInAt < index - 1 && !numbered && text.length > LONG_PARAGRAPH && /[.!]$/.test(text))
      leadIn = ''
    const path = fold(block.heading).split(' > ')
    const answer: Surroundings = {
      text,
      numbered,
      continues: STARTS_LOWER.test(block.text),
      runIn,
      section,
      lastHeading: withoutNumber(path.at(-1) ?? ''),
      otherHeadings: path.slice(0, -1).map(withoutNumber).join(' . '),
      leadIn,
      leadInPatterns: leadIn === '' ? [] : leadInPatterns,
      sinceLeadIn: leadIn === '' ? 0 : index - leadInAt === 1 ? 1 : 2,
      previous: (bare[index - 1] ?? '').slice(-NEIGHBOUR_LENGTH),
      next: (bare[index + 1] ?? '').slice(0, NEIGHBOUR_LENGTH),
      position: Math.min(index, 3),
    }
    if (OPENS_LIST.test(text)) {
      leadIn = lastSentence(text)
      leadInPatterns = patternsIn(leadIn)
      leadInAt = index
    }
    if (runIn !== '') section = runIn
    else if (text.length < 60 && !/[.;,:]$/.test(text)) section = text
    return answer
  })
}

function runInOf(original: string, text: string): string {
  const found = RUN_IN.exec(text)?.[1]
  if (found === undefined) return ''
  // A run-in heading is short and begins with a capital, or is all capitals.
  const count = found.split(' ').length
  return count <= 8 && /[A-Z]/.test(original.slice(0, 12)) ? found : ''
}

/** The lead-in's last 240 characters hold its verb and its subject. */
function lastSentence(text: string): string {
  return text.length > 240 ? text.slice(-240) : text
}
