import { expect, test } from 'vitest'
import { stated } from './fixtures/fictional-document.ts'

test.each([
  'You agree to indemnify, defend and hold harmless Quillfern and its affiliates from any claim.',
  'Customer shall defend and indemnify the provider against third-party claims.',
  'You must compensate us for all losses that we suffer by your breach.',
])('"%s" binds the reader', (text) => {
  expect(stated('indemnity.byUser', text)).toBe(true)
  expect(stated('indemnity.byProvider', text)).toBeNull()
})

test.each([
  'We will indemnify and defend you against claims that the Services infringe a patent.',
  'Fernhill agrees to indemnify, defend, and hold Customer harmless against any liabilities.',
])('"%s" binds the provider', (text) => {
  expect(stated('indemnity.byProvider', text)).toBe(true)
  expect(stated('indemnity.byUser', text)).toBeNull()
})

test('a mutual indemnity binds both', () => {
  const text = 'Each party will indemnify the other party and hold it harmless from third-party claims.'
  expect([stated('indemnity.byUser', text), stated('indemnity.byProvider', text)]).toEqual([true, true])
})

test.each([
  'We reserve the right to assume the exclusive defense of any matter subject to indemnification by you.',
  'The indemnified party must give prompt notice of the claim.',
  'You may defend your account with a password.',
])('"%s" binds nobody', (text) => {
  expect([stated('indemnity.byUser', text), stated('indemnity.byProvider', text)]).toEqual([null, null])
})

test('a condition for a promise to others is no indemnity', () => {
  expect(
    stated(
      'indemnity.byUser',
      'You may offer a warranty only if You agree to indemnify and hold each Contributor harmless for any liability.',
    ),
  ).toBeNull()
})

test('keeping somebody indemnified is an indemnity', () => {
  expect(
    stated(
      'indemnity.byUser',
      'Member shall be solely responsible, and shall keep Quillfern.example fully indemnified.',
    ),
  ).toBe(true)
})

test('an indemnity beside another one is one of its own', () => {
  const text =
    'In addition to your indemnification obligations under the Terms of Service, you agree to indemnify and hold harmless Quillfern from all claims.'
  expect(stated('indemnity.byUser', text)).toBe(true)
})

test('who holds the reader harmless is the provider', () => {
  const text =
    'We release you and agree to indemnify, defend, and hold you, your officers and agents harmless from any claims.'
  expect(stated('indemnity.byProvider', text)).toBe(true)
  expect(stated('indemnity.byUser', text)).toBeNull()
})

test.each([
  'You are financially responsible to us for any claim by any third party about what you post.',
  'You shall bear the liability alone and compensate all losses caused to the third party and Quillfern.',
  'You must reimburse us for all losses arising from claims by third parties.',
  'The user releases Quillfern from all claims that third parties assert because of the user’s content.',
  'You hold us free and harmless from any claim by a third party.',
  'Users exempt Quillfern from any third-party claims resulting from their use.',
])('"%s" is an indemnity by another name', (text) => {
  expect(stated('indemnity.byUser', text)).toBe(true)
})

test.each([
  'You release us from all claims arising out of disputes with other members.',
  'We will compensate you for the loss of your parcel.',
  'You may ask us to compensate damage that a third party did to you.',
])('"%s" is none', (text) => {
  expect(stated('indemnity.byUser', text)).toBeNull()
})

test('a defence against claims of others is an indemnity of the provider', () => {
  const text = 'We will defend you against claims that the Service infringes a patent, and pay what is awarded.'
  expect(stated('indemnity.byProvider', text)).toBe(true)
})

test('who is held harmless is not who promises it', () => {
  const text =
    'You waive any rights that you have against us, and agree to indemnify and hold us, our affiliates and licensors harmless.'
  expect(stated('indemnity.byUser', text)).toBe(true)
  expect(stated('indemnity.byProvider', text)).toBeNull()
})

test.each([
  'It will hold harmless and indemnify Quillfern, its officers and partners from any claim arising from use of the Site.',
  'In addition, Company will indemnify and defend Fernquill, its affiliates and its agents from all third-party claims.',
  'This limit also applies if you bring a claim against one of our suppliers, to the extent we would be required to indemnify the supplier for the claim.',
])('"%s" promises the reader nothing', (text) => {
  expect(stated('indemnity.byProvider', text)).toBeNull()
})

test.each([
  'Quillfern will indemnify, defend, and hold harmless the Customer and its officers from third-party claims.',
  'Quillfern shall indemnify, defend, and hold the Customer harmless against claims of third parties.',
])('"%s" promises the customer', (text) => {
  expect(stated('indemnity.byProvider', text)).toBe(true)
})

test('a streamer is a user', () => {
  const text =
    'The Streamer agrees to indemnify, defend, and hold harmless Quillfern and our affiliates from all claims.'
  expect(stated('indemnity.byUser', text)).toBe(true)
  expect(stated('indemnity.byProvider', text)).toBeNull()
})

test.each([
  'The parties shall indemnify and hold harmless each other from claims of third parties.',
  'The indemnification obligations of clause 12 will apply to both Merchant and Quillfern.',
  'Each Party (the "Indemnifying Party") shall be liable towards, and compensate, indemnify and hold the other Party harmless for any direct damages.',
])('"%s" binds both sides', (text) => {
  expect([stated('indemnity.byUser', text), stated('indemnity.byProvider', text)]).toEqual([true, true])
})

test.each([
  ['Quillfern shall indemnify, defend and hold harmless Company from any claim.', null, true],
  ['Integrator shall indemnify, defend and hold harmless Quillfern from any claim.', true, null],
  ['Integrator shall indemnify, defend and hold harmless Fernbridge from any claim.', null, null],
  ['The indemnification obligations will not apply to both of them.', null, null],
])('"%s" names both firms', (text, byUser, byProvider) => {
  expect([stated('indemnity.byUser', text), stated('indemnity.byProvider', text)]).toEqual([byUser, byProvider])
})
