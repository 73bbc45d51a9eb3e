/** Main rules told by what a passage opens with, who ends what, and in which cases. */
import { expect, it } from 'vitest'
import { HEAD_SIGNALS } from '../../../../core/signal-head.ts'
import { HEAD_PATTERNS } from './head.ts'

const has = (signal: string, quote: string): boolean =>
  new RegExp(HEAD_PATTERNS[signal as keyof typeof HEAD_PATTERNS]!).test(quote.toLowerCase())

it('have a pattern for each signal', () => {
  expect(Object.keys(HEAD_PATTERNS).sort()).toEqual([...HEAD_SIGNALS].sort())
})

it.each([
  ['access-ended', 'We may suspend your account.', 'You may suspend judgement.'],
  ['platform-ends', 'Gridwell reserves the right to close your account.', 'You may close your account.'],
  ['breach-ends', 'If you break our rules, your account is closed.', 'Your account is closed at your wish.'],
  ['mixed-cases', 'We close accounts if a judge asks us or you do not pay.', 'We close accounts if you lie.'],
  [
    'cut-unannounced',
    'We may close your account without notice if you lie.',
    'We may close your account if you lie. Prices change without notice.',
  ],
  ['either-cases', 'Either side may end it with 30 days notice.', 'Either side may end it if the other lies.'],
  ['leaving-brings', 'If you close your account, you will lose your drafts.', 'You may close your account.'],
  ['after-end', 'If we close your account, you are prohibited from opening another.', 'We may close your account.'],
  ['hearing-first', 'The arbitrator shall decide in writing.', 'You agree to arbitration.'],
  ['refusal-first', 'You may opt out within 30 days.', 'You agree to arbitration.'],
  ['waiver-first', 'Claims are brought on an individual basis only.', 'Claims go to court.'],
  ['arbitration-first', 'Each dispute will be settled by binding arbitration.', 'A mediator helps you.'],
  ['fees-first', 'We reimburse the filing fee.', 'A judge decides about the costs.'],
  ['talks-first', 'First try to resolve it informally.', 'Claims go to court.'],
  ['jury-waived', 'You waive the right to a jury.', 'An arbitrator decides, and no jury.'],
  ['mass-first', 'Batch rules: similar claims are put together.', 'Claims go to court.'],
  ['marketing-heads', 'Marketing: we send you offers.', 'Billing: we send you invoices.'],
  ['contact-first', 'To contact you about your order.', 'To run the shop.'],
  ['trains-expressly', 'We use prompts to train our models.', 'We make our models better.'],
  ['open-end', 'We may use it for other purposes.', 'We use it for other purposes described below.'],
  ['abroad-first', 'We store data in other countries.', 'Under an adequacy decision, data goes to other countries.'],
  ['country-first', 'For the UK, the form below counts.', 'The form below counts.'],
  ['unnamed-safeguard', 'We ensure that data is protected abroad.', 'Data is sent abroad.'],
  ['output-limit', 'You may not sell outputs.', 'You own outputs.'],
])('%s is said by "%s", and not by "%s"', (signal, said, other) => {
  expect(has(signal, said)).toBe(true)
  expect(has(signal, other)).toBe(false)
})
