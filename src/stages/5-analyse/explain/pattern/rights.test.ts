import { describe, expect, it } from 'vitest'
import { RIGHTS_SIGNALS } from '../../../../core/signal-rights.ts'
import { RIGHTS_PATTERNS } from './rights.ts'

const found = (quote: string): readonly string[] =>
  Object.entries(RIGHTS_PATTERNS).flatMap(([signal, pattern]) => (pattern.test(quote.toLowerCase()) ? [signal] : []))

describe('patterns of rights, endings, trackers, authorities, promises and results', () => {
  it('have a pattern for each signal', () => {
    expect(Object.keys(RIGHTS_PATTERNS).sort()).toEqual([...RIGHTS_SIGNALS].sort())
  })

  it.each([
    ['You can request that we delete data about you.', 'right-named'],
    ['We answer each request within 40 days of its receipt.', 'answer-time'],
    ['We will not discriminate against anybody who uses a right.', 'equal-treatment'],
    ['We may decline your request where it harms others.', 'request-refused'],
    ['To stop our newsletter, click unsubscribe.', 'marketing-messages'],
    ['We may close any account at any time in our discretion.', 'ends-at-will'],
    ['You may close your account whenever you like.', 'reader-ends'],
    ['Either party may terminate with a month of notice.', 'either-ends'],
    ['The licence terminates automatically.', 'ends-itself'],
    ['We suspend access in the case of non-payment.', 'ends-unpaid'],
    ['Our site does not respond to Do Not Track signals.', 'signal-ignored'],
    ['We set other cookies only if you have agreed.', 'tracker-consent'],
    ['Strictly necessary cookies keep the basket.', 'needed-trackers'],
    ['We disclose data if we believe that disclosure is required.', 'believes-required'],
    ['We may report threats to the police.', 'reports-itself'],
    ['Consumer laws give you a legal guarantee for the service.', 'guarantee-confirmed'],
    ['Neither party makes any other warranty.', 'neither-promises'],
    ['You own the output.', 'owns-output'],
    ['Northwind claims no ownership of your stories.', 'owns-input'],
  ])('find in "%s" that it speaks of %s', (quote, signal) => {
    expect(found(quote)).toContain(signal)
  })

  it.each([
    ['We disclosed it in the past twelve months.', 'answer-time'],
    ['You may refuse to give the data that we request.', 'request-refused'],
    ['We may close your account at any time if you break a rule.', 'ends-at-will'],
    ['If we end your account for any reason, do not open a new one.', 'ends-at-will'],
    ['You may appeal against a suspension.', 'reader-ends'],
    ['The end does not touch rights of either party that arose before the termination.', 'either-ends'],
    ['Your right to use the agent will cease with the account.', 'stop-and-delete'],
    ['We may terminate your use of the services.', 'whole-service-ends'],
    ['Cookies help us with additional security measures.', 'tracker-analytics'],
    ['We take such action as we deem appropriate, as listed here.', 'believes-required'],
    ['The scope of copyright protection is told in section 5.', 'authorship'],
  ])('do not find in "%s" that it speaks of %s', (quote, signal) => {
    expect(found(quote)).not.toContain(signal)
  })
})
