/**
 * How hard a provision is on the person or business bound by it (DESIGN section 7), and why. The classifier's answer
 * for the words is the first voice; signs of scope, modality and safeguards are named, and correct it where they are
 * known to be right more often. A safeguard that a reader cannot exercise ("reasonable measures") lowers nothing.
 */
import type { Severity } from '../../../core/change.ts'
import type { Fact, ProvisionType } from '../../../core/provision.ts'
import { safeguardsOfFacts } from './safeguard-facts.ts'
import { signsIn } from './sign.ts'

export type SeverityInput = {
  readonly text: string
  /** Text of the lead-in that stands outside of the provision, or empty. */
  readonly leadIn: string
  readonly types: readonly ProvisionType[]
  /** Of the classifier, for the block of the provision that weighs most. */
  readonly voted: Severity
  readonly facts: readonly Fact[]
}

export type Judged = { readonly severity: Severity; readonly reasons: readonly string[] }

const MEANING: Readonly<Record<Severity, string>> = {
  high: 'limits rights significantly, permits broad use of data or content, or creates material exposure',
  medium: 'a real duty, limit or permission with a narrow scope or safeguards, or usual in the field',
  low: 'standard, informational, or in favour of the reader',
}

export function judgeSeverity({ text, leadIn, types, voted, facts }: SeverityInput): Judged {
  const signs = signsIn(leadIn === '' ? text : `${leadIn}\n${text}`, types)
  const decided = signs.find(({ sets }) => sets !== null)
  const severity = decided?.sets ?? voted
  const reasons = [
    ...signs.filter(({ points }) => points === severity || points === null).map(({ reason }) => reason),
    ...safeguardsOfFacts(facts),
    ...signs.filter(({ points }) => points !== severity && points !== null).map(({ reason }) => `yet ${reason}`),
  ]
  return {
    severity,
    reasons: reasons.length > 0 ? [...new Set(reasons)] : [`reads as ${severity}: ${MEANING[severity]}`],
  }
}
