import { describe, expect, it } from 'vitest'
import type { Signal } from '../../../../core/signal.ts'
import { EXCHANGE_PATTERNS } from './exchange.ts'

/** Of each signal a sentence that gives it and one that is close and does not. */
const SENTENCES: readonly (readonly [signal: Signal, gives: string, not: string])[] = [
  ['registration', 'To leave a review you need to create an account.', 'A review needs some care.'],
  ['partner-duty', 'The carrier shall answer each order within a day.', 'Your parcel shall arrive within a day.'],
  ['ad-serving', 'Ad placements may not cover the text.', 'The text may not cover the picture.'],
  ['account-administered', 'An administrator may close accounts of staff.', 'You may close your account.'],
  ['answers-alone', 'You are solely responsible for the choice of a plan.', 'We are responsible for the plan.'],
  ['own-site', 'The button on your site must stay visible.', 'The button on our page stays visible.'],
  ['their-terms', 'Use of the map is subject to the terms of its provider.', 'The map shows the way to our office.'],
  [
    'content-of-others',
    'Third-party content may be shown beside an answer.',
    'An answer may be shown beside your question.',
  ],
  ['hosted-by-others', 'The service is hosted by Cloudharbour.', 'A dinner for customers is given by Cloudharbour.'],
  ['keeps-ownership', 'You retain all rights in your drawings.', 'We retain all rights in the software.'],
  ['licence-ends', 'This licence ends when you delete the drawing.', 'The service ends at midnight.'],
  ['users-licensed', 'You grant other users a licence to copy the drawing.', 'Other users like the drawing.'],
  ['feedback-owned', 'Feedback becomes the property of Northwind.', 'Feedback may be used freely.'],
  ['training-excluded', 'The licence does not allow us to train models.', 'The licence allows us to train models.'],
  ['to-run-service', 'You let us copy it only to provide the service.', 'You let us copy it for advertising.'],
  ['commons-licence', 'Texts are shared under a Creative Commons licence.', 'Texts are shared with friends.'],
  ['contribution', 'Each contribution falls under this licence.', 'Each contribution to the fund is welcome.'],
  ['old-framework', 'We rely on the Privacy Shield.', 'The Data Privacy Framework replaced the Privacy Shield.'],
  ['onward-transfer', 'We stay liable for an onward transfer.', 'We stay liable for the transfer of money.'],
  ['data-location', 'Data is stored in Norway.', 'Data is stored in accordance with this notice.'],
  ['agent-named', 'Write to our designated agent.', 'Write to our support.'],
  ['sends-openly', 'Ideas that you send are not confidential.', 'The price list is not confidential.'],
  ['secrecy-duty', 'Each side shall protect what it learns.', 'Each side knows what it learns.'],
  [
    'secrecy-promised',
    'We treat your drawings as confidential.',
    'We are not obliged to keep your ideas confidential.',
  ],
  [
    'secrecy-excluded',
    'The parties have no confidentiality obligations.',
    'The parties have confidentiality obligations.',
  ],
  [
    'secrecy-exclusions',
    'Confidential information is not what was publicly known.',
    'Confidential information is marked in red.',
  ],
]

describe('signals of what passes between people and platforms', () => {
  it.each(SENTENCES)('%s', (signal, gives, not) => {
    const pattern = EXCHANGE_PATTERNS[signal]!
    expect(pattern.test(gives.toLowerCase())).toBe(true)
    expect(pattern.test(not.toLowerCase())).toBe(false)
  })

  it('are all shown here', () => {
    expect(SENTENCES.map(([signal]) => signal).sort()).toEqual(Object.keys(EXCHANGE_PATTERNS).sort())
  })
})
