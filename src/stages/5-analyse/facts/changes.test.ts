import { expect, test } from 'vitest'
import { stated } from './fixtures/fictional-document.ts'

test.each([
  ['We will give you at least 30 days’ advance notice of changes to these Terms.', 30],
  ['Material changes to this Policy take effect fourteen (14) days after we post them.', 14],
  ['If we change these Terms, we will email you two weeks before the changes apply to you.', 14],
  ['We may amend this Agreement on one month’s prior written notice.', 30],
])('"%s" promises notice', (text, days) => {
  expect(stated('changes.noticeDays', text)).toBe(days)
})

test('the notice of a material change counts before that of a small one', () => {
  const text =
    'We may update these Terms. Minor changes to these Terms take effect 7 days after we post them. Substantial changes to these Terms take effect 30 days after we post them.'
  expect(stated('changes.noticeDays', text)).toBe(30)
})

test.each([
  'You may reject a change to this arbitration section within 30 days of the change.',
  'We may change our prices on 30 days’ notice.',
  'Customer must notify us at least 30 days before it changes its address.',
  'We may change these Terms at any time.',
])('"%s" promises no days of notice', (text) => {
  expect(stated('changes.noticeDays', text)).toBeNull()
})

test.each([
  'Your continued use of the Services after a change to these Terms means that you accept it.',
  'If you keep using Quillfern after the revised Terms take effect, you agree to them.',
  'Any use of the Site following the amendment of these Terms constitutes acceptance.',
])('"%s" accepts by use', (text) => {
  expect(stated('changes.continuedUseAccepts', text)).toBe(true)
})

test.each([
  'You may be required to accept the updated Terms in order to continue to use the Services.',
  'We will replace or modify the infringing part so that you may continue using the Services, and each party agrees to cooperate.',
  'By using the Services you agree to these Terms.',
])('"%s" accepts nothing by use', (text) => {
  expect(stated('changes.continuedUseAccepts', text)).toBeNull()
})

test('new prices are no change of the document', () => {
  const fees = { heading: 'Fees' }
  expect(stated('changes.noticeChannel', 'We may revise the fees of these Terms by posting them.', fees)).toBeNull()
  expect(
    stated('changes.continuedUseAccepts', 'Your continued use after a price change means you accept it.'),
  ).toBeNull()
})

test('a notice period is a promise of time', () => {
  expect(stated('changes.noticeDays', 'We may amend the Terms, subject to a notice period of 15 days.')).toBe(15)
})

test('of several times of notice that for prices does not count', () => {
  expect(
    stated(
      'changes.noticeDays',
      'If we change these Terms, we give notice as follows: (a) if we change the pricing, at least 30 days advance notice; and (b) if we otherwise modify these Terms, at least 15 days advance notice.',
    ),
  ).toBe(15)
})

test('a change that has to be accepted anew is not accepted by use', () => {
  expect(
    stated(
      'changes.continuedUseAccepts',
      'Any change to these Terms will be labelled as a new version, and you are asked for your consent when you log in.',
    ),
  ).toBe(false)
})

test('going on that constitutes acceptance counts beside a click that may be asked for', () => {
  expect(
    stated(
      'changes.continuedUseAccepts',
      'You may be required to click to accept the modified Agreement in order to continue using the Service, and in any event continued use of the Service will constitute your acceptance of the updated version.',
    ),
  ).toBe(true)
})

test('days before a change of the arbitration alone are not those of the document', () => {
  expect(
    stated(
      'changes.noticeDays',
      'We will give notice of material changes to this Arbitration Agreement 30 days in advance.',
    ),
  ).toBeNull()
})

test('who goes on confirms to have read the latest version', () => {
  const texts = [
    'By continuing to use the Services, you are confirming that you have read and understood the latest version of this Policy.',
    'By using the Website, you agree that the latest version of these Terms will always apply.',
  ]
  for (const text of texts) expect(stated('changes.continuedUseAccepts', text)).toBe(true)
})

test('a company that gives notice to the reader gives it, and a policy may bear the name of its author', () => {
  expect(
    stated(
      'changes.noticeDays',
      'The Company will give you at least 30 days advance notice of changes to these Terms.',
    ),
  ).toBe(30)
  expect(
    stated(
      'changes.noticeChannel',
      'Changes to Quillfern’s Terms of Service are effective when they are posted on this page.',
    ),
  ).toEqual(['posting'])
})

test.each([
  ['Your continued membership after we change these Terms constitutes your acceptance of the changes.', true],
  ['Your use of the Services constitutes acceptance of these Terms, including any changes made by us.', true],
  [
    'You have eight weeks to decide if you want to accept the updated terms and be in a position to continue using the service.',
    null,
  ],
])('"%s" accepts: %s', (text, value) => {
  expect(stated('changes.continuedUseAccepts', text)).toBe(value)
})

test('who goes on receiving accepts; an agreement that changes later is no acceptance', () => {
  expect(
    stated(
      'changes.continuedUseAccepts',
      'Your continued receipt of the Service after we deliver notice of the change will constitute your acceptance of the change.',
    ),
  ).toBe(true)
  expect(
    stated(
      'changes.continuedUseAccepts',
      'Any modifications to this Agreement will take effect at the start of the Subscription Term following the notice.',
    ),
  ).toBeNull()
})

test.each([
  'When you use Quillfern, you are agreeing to the most recent terms of this policy.',
  'If you do not cancel before the change takes effect, you shall be deemed to have accepted the amendment.',
  'Amended terms are considered accepted unless you object within six weeks.',
])('"%s" accepts a change', (text) => {
  expect(stated('changes.continuedUseAccepts', ['We may change these Terms.', text])).toBe(true)
})

test('a contract with somebody else may change without us', () => {
  const text =
    'By continuing to operate as a seller, you agree to be bound by the Papermill Services Agreement, as the same may be modified by Papermill from time to time.'
  expect(stated('changes.continuedUseAccepts', text)).toBeNull()
})

test.each([
  'By not closing your account after we change the Terms, you accept the new Terms.',
  'Staying on the platform after an update means that you are okay with it.',
])('"%s" accepts by going on', (text) => {
  expect(stated('changes.continuedUseAccepts', ['We may change these Terms.', text])).toBe(true)
})

test('time to review a change is notice of it', () => {
  const text = 'If we amend the Terms, we give you a minimum of two weeks to review them.'
  expect(stated('changes.noticeDays', text)).toBe(14)
})

test.each([
  'We may change these Terms as of [date of publication]. The changes apply from [enter a date - about 2 weeks from publication].',
  'We may change the payment terms and fees on thirty (30) days’ prior written notice.',
  'We may amend these Terms. Your termination of the contract takes effect within 15 days after receipt of the notice of the amended Terms.',
  'We may amend these Terms. Termination will become effective 10 days after you receive the amended Terms.',
])('"%s" promises no notice of a change of the document', (text) => {
  expect(stated('changes.noticeDays', text)).toBeNull()
})

test('fees beside the terms take no notice away from these', () => {
  expect(stated('changes.noticeDays', 'We may change these Terms and our fees on 20 days’ notice to you.')).toBe(20)
})

test('who agrees to comply is deemed to agree to later changes', () => {
  const text = [
    'We may amend these Guidelines.',
    'Your agreement to comply with the guidelines will be deemed agreement to any changes to it.',
  ]
  expect(stated('changes.continuedUseAccepts', text)).toBe(true)
  const other = 'The annex is deemed agreement to the processing; we may amend these Guidelines.'
  expect(stated('changes.continuedUseAccepts', other)).toBeNull()
})

test.each([
  [
    'Changes to these Terms will be notified within a notice period which is reasonable in the circumstances and which is at least 15 days.',
    15,
  ],
  ['We may amend these Terms; the notice period for such amendments is not shorter than 30 days.', 30],
  ['You may terminate; the notice period for your account is at least 15 days.', null],
])('"%s" sets a notice period', (text, days) => {
  expect(stated('changes.noticeDays', text)).toBe(days)
})

test('what the reader may do in the days of the notice does not end the promise', () => {
  const text =
    'If we change the Terms, we will give you at least seven (7) days notice before the changes take effect, during which period you may reject the changes.'
  expect(stated('changes.noticeDays', text)).toBe(7)
  const told =
    'We will inform you of the changes to these Terms and of your right to object to them no later than 30 days before such changes come into force.'
  expect(stated('changes.noticeDays', told)).toBe(30)
  const reject = 'You may reject changes to these Terms by written notice within 30 days after they take effect.'
  expect(stated('changes.noticeDays', reject)).toBeNull()
})
