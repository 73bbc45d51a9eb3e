import { describe, expect, it } from 'vitest'
import type { Signal } from '../../../../core/signal.ts'
import { CHARGE_PATTERNS } from './charge.ts'

/** A signal, a passage that says it, and one close by that does not. */
const SAID: readonly (readonly [signal: Signal, says: string, not: string])[] = [
  ['recurring-charge', 'your card will be automatically charged each month', 'your card is charged once'],
  ['takes-share', 'we deduct a commission from each sale', 'your bank may charge a transaction fee'],
  ['tax-rule', 'prices are exclusive of taxes', 'you are charged the fee plus taxes'],
  ['open-at-end', 'upon termination all fees are due', 'upon termination your access ends'],
  ['held-back', 'we may withhold a payment', 'we may delay a payment'],
  ['price-notice', 'new fees apply after notice', 'notice is sent by post'],
  ['reader-taxed', 'you must report and remit taxes', 'our prices include taxes'],
  ['choice-first', 'disable cookies in your browser', 'cookies measure how pages are read'],
  ['ad-trackers', 'cookies show you advertising', 'cookies measure use. we place advertising'],
  ['device-log', 'we automatically collect your ip address', 'we collect your postal address'],
  ['signal-first', 'we follow do not track', 'we follow the law'],
  ['security-first', 'cookies for security', 'cookies for comfort'],
  ['explained-first', 'a cookie is a small file', 'we use a cookie'],
  ['free-first', 'you do not have to pay', 'we charge a fee'],
  ['needed-first', 'strictly necessary cookies keep you in', 'cookies keep you in'],
  ['uses-trackers', 'we use cookies', 'cookies: a, b'],
  ['tracker-named', 'emails hold a clear gif', 'emails hold a picture'],
  ['parts-unannounced', 'we may remove features without notice', 'we may move house without notice'],
  ['copied-expression', 'software similar in its expression', 'a similar product'],
  ['output-named', 'do not train a model on generated music', 'do not train a model on us'],
]

describe('patterns of charges, trackers, changes and rivals', () => {
  it.each(SAID)('%s is found where it is said, and not close by', (signal, says, not) => {
    expect(CHARGE_PATTERNS[signal]?.test(says)).toBe(true)
    expect(CHARGE_PATTERNS[signal]?.test(not)).toBe(false)
  })
})
