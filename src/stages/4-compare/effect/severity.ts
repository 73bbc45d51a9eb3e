/** Severity of an effect: from what it does for the reader, not from how much text it touches. */
import type { Direction, EffectKind, Severity } from '../../../core/change.ts'
import type { ProvisionType } from '../../../core/provision.ts'
import type { Finding } from '../kind/finding.ts'
import { TURNING_WORDS } from '../kind/lexicon.ts'
import { TOPICS } from './topic.ts'

const RANK: readonly Severity[] = ['low', 'medium', 'high']

export function severityOf(input: {
  readonly effect: EffectKind
  readonly direction: Direction
  readonly types: readonly ProvisionType[]
  readonly findings: readonly Finding[]
  /** Of the provisions that it touches, from the analysis. */
  readonly analysed: Severity | null
}): Severity {
  const { effect, direction, types, findings } = input
  if (effect === 'moved' || findings.every(({ kind }) => kind !== 'substantive')) return 'low'
  if (findings.every(({ reason }) => reason === 'effective-date' || reason === 'contact-route')) return 'low'
  // What favours the reader is low, whatever it is about.
  if (direction === 'more-protective') return 'low'
  const weight = types.map((type) => TOPICS[type].weight).reduce<Severity>(higher, 'low')
  // A protection is rated low while it stands; when it goes, it weighs as much as the restriction it kept away.
  if (direction === 'less-protective')
    return effect === 'removed'
      ? higher(weight, input.analysed ?? 'medium')
      : input.analysed
        ? higher(input.analysed, weight === 'high' ? 'medium' : 'low')
        : weight
  if (effect === 'added' || effect === 'removed') return input.analysed ?? lower(weight)
  return findings.some(({ detail }) => turns(detail)) ? (input.analysed ?? lower(weight)) : 'low'
}

/** Whether an edit puts in or takes away a modal, a negation, a condition or a number. */
function turns(detail: string): boolean {
  return (detail.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).some(
    (word) => TURNING_WORDS.has(word) || /\d/.test(word),
  )
}

export function higher(a: Severity, b: Severity): Severity {
  return RANK.indexOf(a) >= RANK.indexOf(b) ? a : b
}

function lower(severity: Severity): Severity {
  return RANK[Math.max(0, RANK.indexOf(severity) - 1)]!
}

/** Of the whole change: its weightiest effect. */
export function severityOfChange(severities: readonly Severity[]): Severity {
  return severities.reduce<Severity>(higher, 'low')
}

/** Of the whole change: effects weigh by their severity; a balance is neutral. */
export function directionOfChange(
  effects: readonly { readonly severity: Severity; readonly direction: Direction }[],
): Direction {
  // A gain is rated low by definition, so gains count one each and losses by their severity.
  const sum = effects.reduce((total, { severity, direction }) => {
    if (direction === 'neutral') return total
    return total + (direction === 'more-protective' ? 1 : -(RANK.indexOf(severity) + 1))
  }, 0)
  return sum > 0 ? 'more-protective' : sum < 0 ? 'less-protective' : 'neutral'
}
