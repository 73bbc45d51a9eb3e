/** One sentence for every effect: what it does for the reader who is bound by it. */
import type { Direction, EffectKind } from '../../../core/change.ts'
import type { ProvisionType } from '../../../core/provision.ts'
import type { Finding, FindingReason } from '../kind/finding.ts'
import { phraseOf } from './topic.ts'

type MeaningInput = {
  readonly effect: EffectKind
  readonly direction: Direction
  readonly types: readonly ProvisionType[]
  readonly findings: readonly Finding[]
  readonly before: string
  readonly after: string
}

const BY_REASON: Partial<Record<FindingReason, string>> = {
  'effective-date': 'The date from which these terms bind you is another one.',
  'contact-route': 'Requests and notices about this go to another address than before.',
  'stated-date': 'Only the date printed as last updated is another one.',
  'date-style': 'A date is written in another style and means the same.',
  'link-target': 'A link leads to another address; what the passage says is unchanged.',
  'link-label': 'A link has another label; what the passage says is unchanged.',
  'web-address': 'A printed web address is another one; what the passage says is unchanged.',
  'postal-address': 'Letters and calls go to another address or number.',
  'contact-address': 'The general contact address is another one.',
  'company-form': 'The company is written with another legal form; the party is the same.',
  'cross-reference': 'A reference points to the new number of the same section.',
  identifier: 'A registration number came or went.',
  rename: 'A product or service is called by another name.',
  heading: 'A heading is another one; the text beneath it is not touched by that.',
  'address-pointer': 'A pointer to another edition of this document came or went.',
  'lapsed-notice': 'A notice about a date that has passed is gone.',
  'moved-text': 'The passage stands in another place and says the same.',
}

export function meaningOf(input: MeaningInput): string {
  const { effect, direction, findings } = input
  const reasons = new Set(findings.map(({ reason }) => reason))
  const known = reasons.size === 1 ? BY_REASON[[...reasons][0]!] : undefined
  if (known) return known
  if (findings.every(({ kind }) => kind !== 'substantive'))
    return 'The wording is another one and means the same for you.'
  const topic = phraseOf(input.types)
  const on = topic ? ` on ${topic}` : ''
  const about = topic ? ` about ${topic}` : ''
  if (effect === 'added') {
    if (direction === 'less-protective') return `You are bound by a new term${on}: ${clause(input.after)}`
    if (direction === 'more-protective') return `You gain a protection or a choice${about}: ${clause(input.after)}`
    return `The document now says something${about} that it did not say: ${clause(input.after)}`
  }
  if (effect === 'removed') {
    if (direction === 'less-protective')
      return `You lose a protection or a choice${about}; this is no longer stated: ${clause(input.before)}`
    if (direction === 'more-protective') return `A term${on} no longer binds you: ${clause(input.before)}`
    return `This is no longer stated${about}: ${clause(input.before)}`
  }
  if (effect === 'moved') return `The passage${on} stands in another place and says the same.`
  const turn = firstTurn(findings)
  if (direction === 'less-protective') return `What is said${on} is less favourable to you than before${turn}.`
  if (direction === 'more-protective') return `What is said${on} is more favourable to you than before${turn}.`
  return `What is said${on} is worded differently${turn}; compare both quotations.`
}

const CLAUSE = 160

/** The beginning of a passage, cut at a word, as a quotation. */
export function clause(text: string, limit = CLAUSE): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= limit) return `“${line.replace(/[.;:,]$/, '')}”.`
  const cut = line.slice(0, limit)
  return `“${cut.slice(0, Math.max(cut.lastIndexOf(' '), limit / 2)).replace(/[\s,;:.\uD800-\uDBFF]+$/, '')} …”.`
}

function firstTurn(findings: readonly Finding[]): string {
  const detail = findings
    .find(({ kind, detail }) => kind === 'substantive' && detail.trim().length > 1 && detail.length <= 60)
    ?.detail.trim()
  return detail ? ` (“${detail.replace(/\s+/g, ' ')}”)` : ''
}
