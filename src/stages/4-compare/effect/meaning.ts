/** One sentence for every effect: what it does for the reader who is bound by it. */
import type { Direction, EffectKind } from '../../../core/change.ts'
import type { ProvisionType } from '../../../core/provision.ts'
import type { Finding, FindingReason } from '../kind/finding.ts'
import { isDefinition, isDisclosure } from './stance.ts'
import { phraseOf } from './topic.ts'
import { clause } from './words-of-text.ts'

type MeaningInput = {
  readonly effect: EffectKind
  readonly direction: Direction
  readonly types: readonly ProvisionType[]
  readonly findings: readonly Finding[]
  readonly before: string
  readonly after: string
  /** What the edit does, in its own words (`turnOf`). */
  readonly turn: string | null
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
  const { effect, findings } = input
  const reasons = new Set(findings.map(({ reason }) => reason))
  const known = reasons.size === 1 ? BY_REASON[[...reasons][0]!] : undefined
  if (known) return known
  if (findings.every(({ kind }) => kind !== 'substantive'))
    return 'The wording is another one and means the same for you.'
  const topic = phraseOf(input.types)
  const on = topic ? ` on ${topic}` : ''
  if (effect === 'added') return `${comes(input, on)}: ${clause(input.after)}`
  if (effect === 'removed') return `${goes(input, on)}: ${clause(input.before)}`
  if (effect === 'moved') return `The passage${on} stands in another place and says the same.`
  return edited(input, on)
}

function comes({ after, direction, types }: MeaningInput, on: string): string {
  if (isDefinition(after)) return 'A definition is new'
  if (direction === 'more-protective') return `You gain a protection or a choice${on}`
  if (direction === 'neutral') return `A passage${on} is new`
  if (BINDS.test(after)) return `You are bound by a new term${on}`
  return isDisclosure(types) ? `The document states a new practice${on}` : `A new term${on} is to your disadvantage`
}

/** The reader, by whatever name, has to do something or must not. */
const BINDS =
  /\b(?:you|users?|customers?|subscribers?|developers?|licensees?|members?)\b[^.]{0,60}\b(?:must|shall|agree|may not|cannot|will not|are responsible|is responsible|are (?:solely )?liable|required|prohibited|waive|indemnify|represent|acknowledge|undertake|responsible)\b|\bprohibited\b|\bnot permitted\b/i

function goes({ before, direction, types }: MeaningInput, on: string): string {
  if (isDefinition(before)) return 'A definition is gone'
  if (direction === 'less-protective') return `You lose a protection or a choice${on}; this is no longer stated`
  if (direction === 'more-protective')
    return BINDS.test(before) ? `A term${on} no longer binds you` : `A term${on} that was to your disadvantage is gone`
  return isDisclosure(types) ? `A practice${on} is no longer stated` : `A passage${on} is gone`
}

function edited({ direction, turn, effect, before, after }: MeaningInput, on: string): string {
  const passage = effect === 'merged' ? `What is said${on}` : `The passage${on}`
  const says = turn ?? (growth(before, after) || 'is rewritten; compare both quotations')
  if (direction === 'neutral') return `${passage} ${says}.`
  // Of many words the sum of cues tells a tendency.
  if (turn === null)
    return `${passage} ${growth(before, after) || 'is rewritten'}; on balance its words are ${direction === 'less-protective' ? 'less' : 'more'} favourable to you.`
  return `${passage} ${says}; it is ${direction === 'less-protective' ? 'less' : 'more'} favourable to you than before.`
}

/** How a rewritten passage differs where its words are too many to say. */
function growth(before: string, after: string): string {
  if (after.length > 1.5 * before.length + 60) return 'is rewritten and says considerably more'
  if (before.length > 1.5 * after.length + 60) return 'is rewritten and says considerably less'
  return ''
}
