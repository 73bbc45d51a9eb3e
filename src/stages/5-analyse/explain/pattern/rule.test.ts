import { describe, expect, it } from 'vitest'
import type { Signal } from '../../../../core/signal.ts'
import { keepMainRecipient } from '../recipient.ts'
import { RULE_PATTERNS } from './rule.ts'

/** A signal, a passage that says it, and one close by that does not. */
const SAID: readonly (readonly [signal: Signal, says: string, not: string])[] = [
  ['protects-generally', 'we keep your files safe', 'we keep your files for a year'],
  ['measures-first', 'we maintain technical measures to protect data', 'we tell you of a breach within two days'],
  [
    'refund-excepted',
    'fees are non-refundable except where the law says so',
    'fees are non-refundable. taxes are extra',
  ],
  ['refund-early', 'refunds are paid monthly', 'invoices are due monthly'],
  ['credits-lapse', 'unused coins are forfeited in may', 'there are no refunds or credits for unused months'],
  ['ends-with-term', 'a cancellation takes effect at the end of the month', 'cancel before the end of the month'],
  ['supplier-limited', 'they use it only to provide the service', 'they help us to provide the service'],
  ['data-at-end', 'after termination we delete the data', 'after termination you may come back'],
  ['trade-early', 'exports need a permit', 'payments need a card'],
  ['subprocessors-first', 'sub-processors are listed below', 'the parties are listed below'],
]

describe('patterns of the main rule', () => {
  it.each(SAID)('%s is found where it is said, and not close by', (signal, says, not) => {
    expect(RULE_PATTERNS[signal]?.test(says)).toBe(true)
    expect(RULE_PATTERNS[signal]?.test(not)).toBe(false)
  })
})

describe('the recipient that a passage is about', () => {
  it.each<[opening: string, main: Signal]>([
    ['business transfers. in a merger, data may go to the buyer. affiliates may help.', 'in-a-sale'],
    [
      'we share account data with our affiliates in the same group of firms. a merger may move it as well.',
      'own-group',
    ],
  ])('is the one with which it opens: %s', (opening, main) => {
    const signals = new Set<Signal>(['in-a-sale', 'own-group'])
    keepMainRecipient(signals, opening)
    expect([...signals]).toEqual([main])
  })

  it('is left open where the opening names several', () => {
    const signals = new Set<Signal>(['own-group', 'to-suppliers'])
    keepMainRecipient(signals, 'we share data with our affiliates and our service providers, as they need it.')
    expect(signals.size).toBe(2)
  })
})
