/**
 * How hard a provision is on the person or business bound by it (DESIGN section 7), and why. The classifier reads the
 * severity from the words; scope, modality, safeguards and stated facts say why. A safeguard that a reader cannot
 * exercise ("reasonable measures") is named as such and lowers nothing: each block is judged by itself, and the hardest
 * block decides.
 */
import { SEVERITIES, type Severity } from '../../../core/change.ts'
import type { Fact, ProvisionType } from '../../../core/provision.ts'
import { safeguardsOfFacts } from './safeguard-facts.ts'
import { type Sign, signsIn } from './sign.ts'

export type ReasonInput = {
  readonly text: string
  /** Text of the lead-in that stands outside of the provision, or empty. */
  readonly leadIn: string
  readonly types: readonly ProvisionType[]
  readonly severity: Severity
  readonly facts: readonly Fact[]
}

const MEANING: Readonly<Record<Severity, string>> = {
  high: 'it limits rights significantly, permits broad use of data or content, or creates material exposure',
  medium: 'a real duty, limit or permission with a narrow scope or safeguards, or usual in the field',
  low: 'standard, informational, or in favour of the reader',
}

/** What weighs most first; never empty. */
export function severityReasons({ text, leadIn, types, severity, facts }: ReasonInput): readonly string[] {
  const signs = signsIn(leadIn === '' ? text : `${leadIn}\n${text}`, types)
  const support = signs.filter(({ points }) => points === severity).map(({ reason }) => reason)
  const reasons = [
    ...(support.length > 0 ? support : [`the words read as ${severity}: ${MEANING[severity]}`]),
    ...safeguardsOfFacts(facts),
    ...signs.flatMap((sign) => against(sign, severity)),
  ]
  return [...new Set(reasons)]
}

/** What speaks for another severity; modality alone never does. */
function against({ about, reason, points }: Sign, severity: Severity): string[] {
  if (points === null) return [reason]
  if (points === severity || about === 'modality') return []
  const isHarder = SEVERITIES.indexOf(points) < SEVERITIES.indexOf(severity)
  return [isHarder ? `although ${reason}` : `eased in that it ${reason}`]
}
