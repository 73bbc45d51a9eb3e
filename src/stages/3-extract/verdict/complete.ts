/** Whether the declared document is there whole, and in the edition that is followed. */
import { type PolicyText, plainText } from '../../../core/policy-text.ts'
import type { Evidence, Measures } from './evidence.ts'
import { likeness } from './likeness.ts'
import { LOADING_END } from './phrases.ts'

/** Why the document is visibly cut; null where it seems whole. */
export function isTruncated(evidence: Evidence, measures: Measures): string | null {
  if (evidence.isCut) return 'the page ends in the middle'
  const { blocks } = evidence.text
  const last = blocks[blocks.length - 1]
  const lastText = last?.text ?? ''
  if (LOADING_END.test(lastText) && lastText.length < 60 && measures.proseUnits < 6000) {
    return `the text ends with “${lastText}”`
  }
  const { total, missing } = evidence.anchors
  if (total >= 6 && missing >= 0.7 * total && measures.proseUnits < 2500) {
    return `${missing} of the ${total} sections that the page lists are not there`
  }
  if (isContentsOnly(evidence, measures)) return 'only a table of contents is there'
  return shrunk(evidence, measures)
}

/** Many headings, or links to places on the page, with hardly any text under them. */
function isContentsOnly({ text, anchors }: Evidence, measures: Measures): boolean {
  const headings = text.blocks.filter((block) => block.kind === 'heading').length
  if (measures.proseUnits >= 800 || measures.proseUnits > 60 * (headings + anchors.total)) return false
  if (headings >= 8) return true
  return anchors.total >= 5 && measures.linkUnits > 0.4 * measures.units
}

/**
 * Much shorter than the version on display, and a part of it from its beginning on. A part from its middle is no cut:
 * the last version may have held several documents, of which the right one is there now.
 */
function shrunk({ text, previous }: Evidence, measures: Measures): string | null {
  if (!previous || previous.text.length < 1500 || measures.units > 0.5 * previous.text.length) return null
  const share = Math.round((100 * measures.units) / previous.text.length)
  if (share < 10 && measures.units < 2500) return `the text is only ${share}% as long as the last version`
  if (!startsAlike(text, previous.text) || likeness(plainText(text), previous.text).known < 0.6) return null
  if (share < 35 || !endsLike(text.blocks[text.blocks.length - 1]?.text ?? '')) {
    return `the text is only ${share}% as long as the last version and says nothing new`
  }
  return null
}

/** Whether one of the first longer blocks stands near the beginning of the last version too. */
function startsAlike(text: PolicyText, previous: string): boolean {
  const start = previous.slice(0, 3000)
  const longer = text.blocks.filter((block) => block.kind !== 'heading' && block.text.length > 60).slice(0, 3)
  return longer.some((block) => start.includes(block.text.slice(0, 120)))
}

function endsLike(text: string): boolean {
  return /[.!?:;)”"’\d]$/.test(text) || text.length < 60
}

/** Why the text is another edition than the one that is followed; null where it may be the right one. */
export function otherLocale({ language, previous, declared }: Evidence): string | null {
  if (language === null) return null
  const expected = previous?.language ?? primary(declared.locale)
  if (!expected || expected === language) return null
  if (SISTERS.some((group) => group.includes(expected) && group.includes(language))) return null
  return `the text is in another language (${language}) than the one that is followed (${expected})`
}

/** Languages that detectors take for one another. */
const SISTERS: readonly (readonly string[])[] = [
  ['no', 'nb', 'nn', 'da'],
  ['hr', 'sr', 'bs'],
  ['id', 'ms'],
  ['zh', 'yue'],
  ['cs', 'sk'],
  ['pt', 'gl'],
]

function primary(locale: string | undefined): string | null {
  return /^[a-z]{2,3}/i.exec(locale ?? '')?.[0]?.toLowerCase() ?? null
}
