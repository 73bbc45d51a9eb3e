/** Another edition of the document in place of the one before: of another region, or in another language. */
import type { PolicyText } from '../../../core/policy-text.ts'
import type { Alignment } from '../alignment.ts'
import { keptShare } from '../kept.ts'
import type { Finding } from './finding.ts'

/** Regions for which platforms publish editions of their own; mentions of any name count for the region. */
const REGIONS: Readonly<Record<string, RegExp>> = {
  'the European Economic Area': /\b(?:EEA|European Economic Area|EU|European Union|Switzerland)\b/g,
  'the United Kingdom': /\b(?:UK|United Kingdom)\b/g,
  'the United States': /\b(?:United States|U\.S\.|California)(?=\W|$)/g,
  Korea: /\bKorean?\b/g,
  Japan: /\bJapan(?:ese)?\b/g,
  Brazil: /\bBrazil(?:ian)?\b/g,
  Canada: /\bCanad(?:a|ian)\b/g,
  Australia: /\bAustralian?\b/g,
}
/** Mentions from which a document is for a region rather than names it in passing. */
const MENTIONS = 3
const EDITED_PLACES = 10

/** An edition swap says so by its regions: one goes altogether, another comes, and no date moves. Null otherwise. */
export function otherEdition(alignment: Alignment, findings: readonly Finding[]): string | null {
  return otherLanguage(alignment) ?? otherRegion(alignment, findings)
}

function otherRegion(alignment: Alignment, findings: readonly Finding[]): string | null {
  const edited = findings.filter(({ kind }) => kind === 'substantive')
  if (
    edited.length < EDITED_PLACES ||
    findings.some(({ reason }) => reason === 'effective-date' || reason === 'stated-date')
  )
    return null
  const [before, after] = [mentions(alignment.old), mentions(alignment.new)]
  const gone = Object.keys(REGIONS).find((region) => before[region]! >= MENTIONS && after[region] === 0)
  const come = Object.keys(REGIONS).find((region) => after[region]! >= MENTIONS && before[region] === 0)
  return gone && come ? `the edition for ${gone} was replaced by the one for ${come}, under the same date` : null
}

function mentions({ blocks }: PolicyText): Record<string, number> {
  const text = blocks.map((block) => block.text).join('\n')
  return Object.fromEntries(
    Object.entries(REGIONS).map(([region, pattern]) => [region, text.match(pattern)?.length ?? 0]),
  )
}

/** Little words by language, enough to tell whole documents apart. */
const TELLING: Readonly<Record<string, RegExp>> = {
  English: /\b(?:the|and|of|you|your|with|this|that|are)\b/gi,
  German: /\b(?:und|der|die|das|nicht|wir|sie|mit|ist)\b/gi,
  French: /\b(?:les|des|vous|nous|dans|pour|une|est|vos)\b/gi,
  Spanish: /\b(?:los|las|usted|para|con|una|por|del|que)\b/gi,
  Italian: /\b(?:gli|della|per|con|che|una|sono|nel|dei)\b/gi,
  Portuguese: /\b(?:você|dos|para|com|uma|não|das|que|seus)\b/gi,
  Dutch: /\b(?:het|een|van|wij|niet|voor|uw|met|zijn)\b/gi,
  Chinese: /[的了是在和您我们]/g,
  Japanese: /[のにをはがでとた]/g,
  Korean: /[가-힣]{2,}/g,
}

function otherLanguage(alignment: Alignment): string | null {
  if (keptShare(alignment) > 0.3) return null
  const [before, after] = [languageOf(alignment.old), languageOf(alignment.new)]
  return before && after && before !== after ? `the text is in ${after}, it was in ${before}` : null
}

function languageOf({ blocks }: PolicyText): string | null {
  const text = blocks
    .map((block) => block.text)
    .join(' ')
    .slice(0, 20_000)
  const counts = Object.entries(TELLING).map(([language, pattern]): [string, number] => [
    language,
    text.match(pattern)?.length ?? 0,
  ])
  const [first, second] = counts.sort((x, y) => y[1] - x[1])
  return first![1] >= 20 && first![1] > 1.5 * second![1] ? first![0] : null
}
