/** The stance that a wording takes: what decides, for its type, between two provisions that a reader would weigh apart. */
import type { Stance } from '../../../core/likeness.ts'
import type { ProvisionType } from '../../../core/provision.ts'
import type { Signal } from '../../../core/signal.ts'
import { signalsOf } from '../explain/signals.ts'
import { fold } from '../facts/passage.ts'

const DATA: readonly Signal[] = ['denies', 'opt-out', 'opt-in', 'contract-out', 'anonymised']
const RULE: readonly Signal[] = ['reader-must-not', 'consent-needed', 'at-will', 'as-law-allows']

/** Types that are not listed are told apart by `OTHERS`. */
const DECISIVE: Partial<Record<ProvisionType, readonly Signal[]>> = {
  'data-collection': ['denies', 'sensitive', 'from-others', 'opt-out'],
  'data-use': DATA,
  'model-training': DATA,
  'data-sharing': ['denies', 'opt-out', 'opt-in', 'advertisers', 'authorities', 'successors'],
  'advertising-sale': ['denies', 'sale', 'opt-out', 'opt-in'],
  'government-access': ['denies', 'with-notice', 'at-will'],
  'retention-deletion': ['denies', 'period', 'open-ended', 'perpetual', 'after-closing'],
  'cross-border-transfer': ['clauses', 'framework', 'adequacy', 'reader-must'],
  'security-breach': ['breach-notice', 'period', 'named-safeguard', 'total-exclusion', 'reader-must'],
  'processor-terms': ['processing-agreement', 'subprocessors', 'with-notice', 'audit', 'instructions'],
  'monitoring-review': ['denies', 'human-review', 'automatic', 'at-will'],
  'content-license': ['perpetual', 'transferable', 'commercial', 'learning', 'feedback'],
  'output-ownership': ['reader-may', 'outputs-restricted', 'provider-may', 'plan'],
  'prohibited-use': RULE,
  'competitive-use': ['model-building', 'outputs', 'benchmarks', 'consent-needed'],
  'scraping-reverse-engineering': ['scraping', 'reverse', 'circumvention', 'consent-needed', 'as-law-allows'],
  'changes-to-terms': ['without-notice', 'with-notice', 'period', 'by-use', 'at-will'],
  'termination-suspension': ['at-will', 'for-cause', 'without-notice', 'with-notice', 'mutual', 'survives'],
  'service-changes': ['without-notice', 'with-notice', 'at-will'],
  'fees-payment': ['renews', 'price-change', 'no-refund', 'period'],
  'refunds-cancellation': ['no-refund', 'reader-may', 'as-law-allows', 'period'],
  acceptance: ['by-use', 'administrator'],
  'warranty-disclaimer': ['provider-will', 'rights-kept', 'as-law-allows'],
  'liability-limit': ['paid-fees-cap', 'amount', 'total-exclusion', 'serious-kept', 'rights-kept', 'mutual'],
  indemnification: ['defence', 'for-cause', 'mutual'],
  'provider-indemnity': ['outputs', 'plan', 'excepted'],
  arbitration: ['arbitration-opt-out', 'informal-first', 'small-claims', 'jury', 'group-waiver'],
  'class-action-waiver': ['mutual', 'jury', 'excepted'],
  'governing-law': ['exclusive-courts', 'time-bar', 'rights-kept'],
}
const OTHERS: readonly Signal[] = ['denies', 'reader-must', 'reader-must-not', 'opt-out', 'at-will', 'without-notice']

export function stanceOf(type: ProvisionType, quote: string): Stance {
  const signals = signalsOf(fold(quote))
  return (DECISIVE[type] ?? OTHERS).filter((signal) => signals.has(signal))
}

export const isSameStance = (a: Stance, b: Stance): boolean =>
  a.length === b.length && a.every((one, i) => one === b[i])
