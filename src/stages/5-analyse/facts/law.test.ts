import { expect, test } from 'vitest'
import { stated } from './fixtures/fictional-document.ts'

test.each([
  [
    'These Terms are governed by the laws of the State of California, without regard to its conflict of laws rules.',
    'California',
  ],
  ['This Agreement shall be construed in accordance with the laws of England and Wales.', 'England and Wales'],
  ['These Terms are governed by Irish law.', 'Ireland'],
  ['California law will govern these Terms except for its conflicts of laws principles.', 'California'],
  ['The laws of the Netherlands apply to this contract.', 'Netherlands'],
  ['THESE TERMS SHALL BE GOVERNED BY THE LAWS OF WASHINGTON, USA, AS THEY APPLY TO AGREEMENTS.', 'Washington'],
  ['These Terms are governed by the laws of the state of Connecticut.', 'Connecticut'],
  ['This Agreement is governed by the laws of the United States and the laws of the State of Ohio.', 'Ohio'],
  ['Dutch law applies.', 'Netherlands'],
  ['The law of Ireland applies.', 'Ireland'],
  ['All other regions: Oregon law governs.', 'Oregon'],
  ['This Annex is governed by the laws of Malta.', 'Malta'],
  ['These Terms are governed by the laws of the United States and the State of Ohio.', 'Ohio'],
])('"%s" is governed by the law of %s', (text, place) => {
  expect(stated('law.governing', text)).toBe(place)
})

test('places by region are all named', () => {
  expect(
    stated(
      'law.governing',
      '“Governing Laws” means (i) for Customers in the EEA, the laws of Ireland; and (ii) for all other Customers, the laws of the State of California.',
    ),
  ).toBe('Ireland; California')
})

test.each([
  'Quillfern is a company organized under the laws of the State of Delaware.',
  'You must comply with the laws of the United States on exports.',
  'Our handling of requests is governed by the Privacy Policy.',
  'You represent that you are not barred from using the Services under the laws of France.',
])('"%s" chooses no law', (text) => {
  expect(stated('law.governing', text)).toBeNull()
})

test('the use of a site may be what a law governs', () => {
  expect(stated('law.governing', 'The use of the site is governed by the provisions of Greek law.')).toBe('Greece')
})

test('the law of the place where the reader lives governs where no place is named', () => {
  const home = 'If you are a consumer, these Terms are governed by the law of the country in which you live.'
  expect(stated('law.governing', home)).toBe('country in which you live')
  expect(stated('law.governing', [home, 'Otherwise these Terms are governed by the laws of Norway.'])).toBe('Norway')
  expect(
    stated('law.governing', 'The mandatory laws of your country of residence apply to disputes under these Terms.'),
  ).toBeNull()
})

test('services are governed by a law too', () => {
  const text = 'Our Services are governed by and operated in accordance with the laws of the United States.'
  expect(stated('law.governing', text, { document: 'Privacy Policy' })).toBe('United States')
})

test.each([
  ['The contract is concluded under and governed by Estonian legislation.', 'Estonia'],
  ['Governing Law: Delaware.', 'Delaware'],
])('"%s" names its law', (text, place) => {
  expect(stated('law.governing', text)).toBe(place)
})

test('under a heading on the law its name is enough', () => {
  expect(stated('law.governing', 'The laws of Ontario.', { heading: 'Terms > Governing law' })).toBe('Ontario')
})

test('the law of standard clauses counts where a contract names no other', () => {
  const clauses = 'The Standard Contractual Clauses shall be governed by the laws of Ireland.'
  const contract = { document: 'Data Processing Agreement' }
  expect(stated('law.governing', clauses, contract)).toBe('Ireland')
  expect(stated('law.governing', [clauses, 'This Agreement is governed by the laws of Norway.'], contract)).toBe(
    'Norway',
  )
  expect(stated('law.governing', clauses, { document: 'Privacy Policy' })).toBeNull()
})
