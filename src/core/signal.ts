/**
 * What the wording of a provision can be seen to say, as far as explanations depend on it. Stage 5-analyse finds them;
 * files of `knowledge/` name them in `when`, where `not` before a signal asks for its absence.
 */

import { CHARGE_SIGNALS } from './signal-charge.ts'
import { CONDUCT_SIGNALS } from './signal-conduct.ts'
import { CONTRACT_SIGNALS } from './signal-contract.ts'
import { DATA_SIGNALS } from './signal-data.ts'
import { DEALING_SIGNALS } from './signal-dealing.ts'
import { DISPUTE_SIGNALS } from './signal-dispute.ts'
import { EXCHANGE_SIGNALS } from './signal-exchange.ts'
import { HEAD_SIGNALS } from './signal-head.ts'
import { PURPOSE_SIGNALS } from './signal-purpose.ts'
import { RIGHTS_SIGNALS } from './signal-rights.ts'
import { RULE_SIGNALS } from './signal-rule.ts'
import { USE_SIGNALS } from './signal-use.ts'

/** Every signal, of how a wording speaks and of what it is about. */
export const SIGNALS = [
  // Who acts, and how.
  'denies',
  'provider-may',
  'provider-will',
  'reader-may',
  'reader-must',
  'reader-must-not',
  'mutual',
  'at-will',
  'for-cause',
  'without-notice',
  'with-notice',
  'by-use',
  'excepted',
  'contract-out',
  'as-law-allows',
  'rights-kept',
  'survives',
  'perpetual',
  'transferable',
  'commercial',
  // Choices, in the passage or elsewhere in the document.
  'opt-out',
  'opt-in',
  'opt-out-elsewhere',
  'no-choice-stated',
  'training-denied-elsewhere',
  'plan',
  // How data is treated.
  'anonymised',
  'vague-safeguard',
  'named-safeguard',
  'human-review',
  'automatic',
  'inputs',
  'outputs',
  'feedback',
  'sensitive',
  'biometric',
  'health',
  'location',
  'payment',
  'financial',
  'sexual',
  'children',
  'from-others',
  'learning',
  'advertising',
  'sale',
  'legal-basis',
  // Who else is in play.
  'affiliates',
  'suppliers',
  'advertisers',
  'authorities',
  'successors',
  'public',
  'administrator',
  'subprocessors',
  // Time and money.
  'period',
  'open-ended',
  'after-closing',
  'amount',
  'renews',
  'no-refund',
  'price-change',
  'paid-fees-cap',
  'total-exclusion',
  'serious-kept',
  // Disputes.
  'arbitration-opt-out',
  'informal-first',
  'small-claims',
  'jury',
  'exclusive-courts',
  'time-bar',
  'group-waiver',
  // Rules of use.
  'benchmarks',
  'model-building',
  'outputs-restricted',
  'scraping',
  'reverse',
  'circumvention',
  'consent-needed',
  'human-oversight',
  'machine-label',
  // Agreements and documents.
  'processing-agreement',
  'separate-agreement',
  'instructions',
  'audit',
  'clauses',
  'framework',
  'adequacy',
  'precedence',
  'breach-notice',
  'third-party-terms',
  'defence',
  'appeal',
  'report-route',
  // What a wording is about.
  ...CONTRACT_SIGNALS,
  ...CONDUCT_SIGNALS,
  ...DATA_SIGNALS,
  ...RIGHTS_SIGNALS,
  ...RULE_SIGNALS,
  ...CHARGE_SIGNALS,
  ...DEALING_SIGNALS,
  ...DISPUTE_SIGNALS,
  ...EXCHANGE_SIGNALS,
  ...PURPOSE_SIGNALS,
  ...HEAD_SIGNALS,
  ...USE_SIGNALS,
] as const
export type Signal = (typeof SIGNALS)[number]

/** A signal that has to be there, or one that must not. */
export type Condition = Signal | `not ${Signal}`
