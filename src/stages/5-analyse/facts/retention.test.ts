import { expect, test } from 'vitest'
import { stated } from './fixtures/fictional-document.ts'

const PRIVACY = { document: 'Privacy Policy' }

test.each([
  ['We delete your conversations within 30 days.', [{ what: 'conversations', period: '30 days' }]],
  ['Server logs are retained for twelve (12) months.', [{ what: 'Server logs', period: '12 months' }]],
  [
    'We keep account data for as long as your account is active.',
    [{ what: 'account data', period: 'for as long as your account is active' }],
  ],
])('"%s" states a period', (text, periods) => {
  expect(stated('retention.periods', text, PRIVACY)).toEqual(periods)
})

test('items under a heading on retention need no verb', () => {
  expect(
    stated(
      'retention.periods',
      ['Invoices: for 10 years from the close of the financial year', 'Support tickets: 2 years'],
      { ...PRIVACY, heading: 'How long do we keep your data?' },
    ),
  ).toEqual([
    { what: 'Invoices', period: '10 years' },
    { what: 'Support tickets', period: '2 years' },
  ])
})

test('rows of a table of cookies state their lifetime', () => {
  expect(
    stated(
      'retention.periods',
      '| Cookie Name | Purpose | Duration | | --- | --- | --- | | qf_id | Sign-in | 400 days | | qf_sess | Security | Session |',
      { document: 'Cookie Policy' },
    ),
  ).toEqual([
    { what: 'qf_id', period: '400 days' },
    { what: 'qf_sess', period: 'Session' },
  ])
})

test.each([
  'We retain your data only as long as necessary for the purposes of this policy.',
  'We respond to requests to delete data within 30 days.',
  'You must be 16 years of age to store data with us.',
  'We will replace removed material within 10 business days of a counter-notification.',
])('"%s" states no period', (text) => {
  expect(stated('retention.periods', text, PRIVACY)).toBeNull()
})

test('a cell of a table may tell the period in a sentence', () => {
  const text =
    '| Kind | How long | | Invoices | We retain invoices for up to 7 years after your last payment. | | Leads | 2 years after the last interaction with the person concerned |'
  expect(stated('retention.periods', text, { document: 'Privacy Policy', heading: 'Retention' })).toEqual([
    { what: 'Invoices', period: '7 years' },
    { what: 'Leads', period: '2 years after the last interaction with the person concerned' },
  ])
})
