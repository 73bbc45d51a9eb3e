import { expect, test } from 'vitest'
import { stated } from './fixtures/fictional-document.ts'

test.each([
  [
    'OUR AGGREGATE LIABILITY WILL NOT EXCEED THE GREATER OF THE AMOUNT YOU PAID IN THE TWELVE (12) MONTHS BEFORE THE CLAIM OR ONE HUNDRED DOLLARS ($100).',
    'greater of fees paid in prior 12 months and USD 100',
  ],
  ['In no event shall our liability exceed €50.', 'EUR 50'],
  [
    'Each party’s total liability is limited to the fees paid by Customer in the previous six months.',
    'fees paid in prior 6 months',
  ],
  ['Our liability is limited to the lesser of the fees you paid us and $200.', 'lesser of fees paid and USD 200'],
])('"%s" caps liability', (text, cap) => {
  expect(stated('liability.cap', text)).toBe(cap)
})

test('a cap whose parts stand in a list is read with its items', () => {
  expect(
    stated('liability.cap', [
      'Our total liability will not exceed the greater of:',
      '(a) the fees you paid in the 3 months before the claim; and',
      '(b) $500.',
    ]),
  ).toBe('greater of fees paid in prior 3 months and USD 500')
})

test.each([
  'We are not liable for indirect damages.',
  'Liability includes, but is not limited to, fees paid to third parties.',
  'Refunds will not exceed the amount you paid.',
  'Your file may not exceed 100 megabytes, and we have no liability for its loss.',
])('"%s" states no cap', (text) => {
  expect(stated('liability.cap', text)).toBeNull()
})

test.each([
  [
    'Nobody shall be liable for any direct damages in excess (in the aggregate) of the fees paid by you for the service or, if greater, $500.',
    'greater of fees paid and USD 500',
  ],
  [
    'Quillfern’s responsibility will be capped, for all causes combined, at the amount of payments made over the last twelve (12) months.',
    'fees paid in prior 12 months',
  ],
  [
    'Quillfern’s total liability shall not exceed the value of the performance under the Terms for the previous twelve (12) months.',
    'fees paid in prior 12 months',
  ],
])('"%s" caps what is owed', (text, cap) => {
  expect(stated('liability.cap', text)).toBe(cap)
})

test('days after a payment cap nothing', () => {
  const text =
    'Publisher will report a discrepancy at once, but in no event more than five (5) days after receiving a payment from Quillfern.'
  expect(stated('liability.cap', text)).toBeNull()
})

test('a share of purchases caps what is owed', () => {
  const text =
    'Quillfern’s liability shall in any case be limited to a maximum of 20% of the purchases made during the past 12 months.'
  expect(stated('liability.cap', text)).toBe('20% of fees paid in prior 12 months')
})

test('a cap of all that was paid says by whom and for what', () => {
  const text =
    'In no event shall Quillfern’s aggregate liability exceed the amounts paid by you to Quillfern pursuant to this agreement.'
  expect(stated('liability.cap', text)).toBe('fees paid by the user under the agreement')
})

test('what the reader pays for a stolen card is no cap', () => {
  const text = 'You are liable for misuse of your card up to $50 if you report its loss within two days.'
  expect(stated('liability.cap', text)).toBeNull()
  expect(stated('liability.cap', 'Your sole remedy and our entire liability is USD 50.')).toBe('USD 50')
})

test('the value of purchases is what was paid', () => {
  const text =
    'Our total liability shall not exceed the greater of $25 or the value of your purchases on the Services for the six months before the claim.'
  expect(stated('liability.cap', text)).toBe('greater of fees paid in prior 6 months and USD 25')
})

const FEES_OF_A_YEAR =
  'Our total liability will not exceed the fees you paid in the twelve (12) months before the claim.'

test.each([
  'However, if that amount is zero because you use a free plan, our total liability will not exceed fifty dollars ($50).',
  'If you have not paid us anything, our liability is limited to $50.',
  'Where no fees were paid, our liability to you shall not exceed USD 50.',
])('what holds where nothing was paid goes along: "%s"', (next) => {
  expect(stated('liability.cap', `${FEES_OF_A_YEAR} ${next}`)).toBe(
    'fees paid in prior 12 months, USD 50 where nothing was paid',
  )
})

test.each([
  'If you pay late, our claim for damages will not exceed $50.',
  'For lost parcels our liability is limited to $50.',
])('another sum in the next sentence does not: "%s"', (next) => {
  expect(stated('liability.cap', `${FEES_OF_A_YEAR} ${next}`)).toBe('fees paid in prior 12 months')
})

test('a name that ends in an exclamation mark ends no sentence', () => {
  const text =
    'OUR LIABILITY WILL BE LIMITED TO THE GREATER OF (A) THE AMOUNT PAID IN THE LAST SIX MONTHS BY YIPPEE! TO PUBLISHER OR (B) U.S. $9,000.'
  expect(stated('liability.cap', text)).toBe('greater of fees paid in prior 6 months and USD 9000')
})

test.each([
  'Our total liability will be the amount you paid us in the period of the claim (up to a maximum of USD 900).',
  'Our total liability is limited to the fees paid, subject to an overall cap of $900.',
])('a sum that bounds the fees makes the lesser of both: "%s"', (text) => {
  expect(stated('liability.cap', text)).toBe('lesser of fees paid and USD 900')
})

test.each([
  [
    'Our liability will not exceed the greater of $700 or three (3) times the amounts paid by you in the twelve (12) months before the claim.',
    'greater of 3 times the fees paid in prior 12 months and USD 700',
  ],
  ['Our total liability is limited to twice the fees you paid us.', '2 times the fees paid'],
  [
    'Our liability shall not exceed the fees paid or EUR 900 (whichever is the lower).',
    'lesser of fees paid and EUR 900',
  ],
])('"%s" is read with its measure', (text, cap) => {
  expect(stated('liability.cap', text)).toBe(cap)
})

test.each([
  [
    'OUR LIABILITY IN ALL EVENTS IS LIMITED TO THE PURCHASE PRICE PAID FOR THE PRODUCT OR SERVICE THAT GIVES RISE TO THE CLAIM.',
    'fees paid for the product or service that gives rise to the claim',
  ],
  [
    'Our total liability is limited to the amount you paid for the Service during the current subscription period.',
    'fees paid during the current subscription period',
  ],
  [
    'Our total liability shall not exceed the price you paid for the order in question.',
    'fees paid for the order in question',
  ],
  ['Our total liability shall not exceed the fees paid for the Service.', 'fees paid'],
])('"%s" says which payment counts', (text, cap) => {
  expect(stated('liability.cap', text)).toBe(cap)
})

test.each([
  [
    'Our liability is limited to the amount paid, if any, by you during the term of your use of the Services.',
    'fees paid during the term of your use',
  ],
  [
    'Neither party’s liability shall exceed (a) for all other claims, the fees paid in the six months before the claim, and (b) for indemnity obligations, $500,000.',
    'fees paid in prior 6 months; USD 500000 for indemnity obligations',
  ],
  ['The financial liability of Quillfern shall be limited to EUR 500 per partner.', 'EUR 500'],
  ['You may ask the guest for a contractual penalty up to 140 EUR and for damages exceeding it.', null],
])('"%s" is read with what it is for', (text, cap) => {
  expect(stated('liability.cap', text)).toBe(cap)
})
