/** Which signals a wording gives, and what a reading that asks for them may take from that. */
import type { Condition, Signal } from '../../../core/signal.ts'
import { DURATION } from '../facts/duration.ts'
import { MONEY } from '../facts/money.ts'
import { LISTS, named } from './name.ts'
import { ILLEGAL } from './names/conduct.ts'
import { CHARGE_PATTERNS } from './pattern/charge.ts'
import { CONDUCT_PATTERNS } from './pattern/conduct.ts'
import { CLOSING_CLAUSES, CONTRACT_PATTERNS } from './pattern/contract.ts'
import { DATA_PATTERNS } from './pattern/data.ts'
import { DEALING_PATTERNS, RECIPIENTS } from './pattern/dealing.ts'
import { DISPUTE_PATTERNS } from './pattern/dispute.ts'
import { EXCHANGE_MANNERS, EXCHANGE_PATTERNS } from './pattern/exchange.ts'
import { GATHERING_PATTERNS } from './pattern/gathering.ts'
import { GIST_PATTERNS } from './pattern/gist.ts'
import { HEAD_PATTERNS } from './pattern/head.ts'
import { PATTERNS } from './pattern/manner.ts'
import { MODEL_PATTERNS } from './pattern/model.ts'
import { MONEY_PATTERNS } from './pattern/money.ts'
import { PERSON_PATTERNS } from './pattern/person.ts'
import { POINT_PATTERNS } from './pattern/point.ts'
import { PURPOSE_PATTERNS } from './pattern/purpose.ts'
import { RIGHTS_PATTERNS } from './pattern/rights.ts'
import { RULE_PATTERNS } from './pattern/rule.ts'
import { USE_PATTERNS } from './pattern/use.ts'
import { keepMainRecipient } from './recipient.ts'

/** The signals of a folded wording with its lead-in; times and amounts count where the wording itself holds them. */
export function signalsOf(folded: string, quote: string = folded): Set<Signal> {
  const signals = new Set<Signal>()
  for (const [signal, pattern] of Object.entries(PATTERNS)) if (pattern.test(folded)) signals.add(signal as Signal)
  if (HAS_TIME.test(quote)) signals.add('period')
  if (HAS_AMOUNT.test(quote)) signals.add('amount')
  return signals
}

/** What a wording is about, which only explanations ask for. */
export function addSubjects(signals: Set<Signal>, folded: string, quote: string): void {
  for (const [signal, pattern] of SUBJECTS) if (pattern.test(folded)) signals.add(signal as Signal)
  if (CLOSING_CLAUSES.filter(([signal]) => signals.has(signal) && !signals.has(WITHIN.get(signal)!)).length > 1)
    signals.add('several-rules')
  keepMainRecipient(signals, folded)
  if (RECIPIENTS.filter((signal) => signals.has(signal)).length > 1) signals.add('several-recipients')
  const conduct = named(LISTS.conduct, quote)
  if (conduct.length > 0) signals.add('conduct-named')
  if (KEEPS_LAW.test(folded) && conduct.every((kind) => kind === ILLEGAL)) signals.add('only-unlawful')
  const purposes = named(LISTS.purposes, quote).length
  if (purposes > 2 || (purposes === 2 && IN_ITEMS.test(quote))) signals.add('several-purposes')
  if (named(LISTS.data, quote).filter((kind) => kind !== 'personal data').length > 1) signals.add('data-listed')
}

/** Closing clauses that are no rule of their own beside another: e-mail as a form of notice, say. */
const WITHIN: ReadonlyMap<Signal, Signal> = new Map([
  ['electronic-messages', 'formal-notice'],
  ['cumulative-remedies', 'injunction'],
])
/** Items of a list, each on a line or after a semicolon. */
const IN_ITEMS = /[^\n;]{8,}[\n;][^\n;]{8,}/

/** Subjects weigh more than manners of speaking: "severability" says what a passage is, "provider-may" only how it speaks. */
export const isSubject = (signal: Condition): boolean => SUBJECT_SIGNALS.has(signal)
/** Of everything that a wording can be about, the pattern by which it is seen. */
export const SUBJECTS = [
  ...CLOSING_CLAUSES.map(([signal, , pattern]) => [signal, pattern] as const),
  ...[
    CHARGE_PATTERNS,
    CONDUCT_PATTERNS,
    CONTRACT_PATTERNS,
    DATA_PATTERNS,
    DEALING_PATTERNS,
    DISPUTE_PATTERNS,
    EXCHANGE_PATTERNS,
    GATHERING_PATTERNS,
    GIST_PATTERNS,
    HEAD_PATTERNS,
    MODEL_PATTERNS,
    MONEY_PATTERNS,
    PERSON_PATTERNS,
    POINT_PATTERNS,
    PURPOSE_PATTERNS,
    RIGHTS_PATTERNS,
    RULE_PATTERNS,
    USE_PATTERNS,
  ].flatMap((patterns) => Object.entries(patterns)),
]

const SUBJECT_SIGNALS: ReadonlySet<string> = new Set([
  ...SUBJECTS.map(([signal]) => signal).filter((signal) => !EXCHANGE_MANNERS.has(signal)),
  ...[
    'several-rules',
    'several-purposes',
    'several-recipients',
    'renews',
    'price-change',
    'no-refund',
    'time-bar',
    'exclusive-courts',
    'paid-fees-cap',
    'survives',
    'conduct-named',
  ],
  ...['breach-notice', 'clauses', 'framework', 'adequacy', 'subprocessors', 'reverse', 'scraping', 'benchmarks'],
  ...['model-building', 'arbitration-opt-out', 'small-claims', 'jury', 'successors', 'legal-basis', 'group-waiver'],
])

const KEEPS_LAW =
  /\bfor lawful purposes\b|\blawful manner\b|\b(?:comply|compliance|accordance) with (?:all )?(?:applicable )?(?:laws?|legislation)\b|\bviolat\w+ (?:of )?(?:\w+ ){0,2}?(?:laws?|regulations?)\b|\bbreach\w* (?:\w+ ){0,3}?laws?\b|\b(?:illegal|unlawful|anything illegal) (?:act|activit|purpose|use\b)|\b(?:do|is|be) (?:anything |something )?(?:illegal|unlawful)(?![^.;]{0,4} or (?:harm|otherwise))/
const HAS_TIME = new RegExp(`\\b(?:${DURATION})\\b`)
const HAS_AMOUNT = new RegExp(`(?:${MONEY})`)

/** Whether all conditions hold of a wording. */
export function holds(conditions: readonly Condition[], signals: ReadonlySet<Signal>): boolean {
  return conditions.every((condition) =>
    condition.startsWith('not ') ? !signals.has(condition.slice(4) as Signal) : signals.has(condition as Signal),
  )
}
