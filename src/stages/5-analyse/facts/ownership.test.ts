import { expect, test } from 'vitest'
import { stated } from './fixtures/fictional-document.ts'

test.each([
  'As between you and Quillfern, you own all Output.',
  'We assign to you all our right, title and interest, if any, in Outputs.',
  'You retain ownership of your inputs and the generated content.',
  'Output belongs to you.',
  'We do not claim ownership of the images you generate with the Service.',
])('"%s" gives the output to the reader', (text) => {
  expect(stated('output.ownership', text)).toBe('user')
})

test('a name that covers input and output stands for the output', () => {
  expect(
    stated('output.ownership', [
      'Input and Output are collectively “Customer Property”.',
      'The Customer Property remains yours.',
    ]),
  ).toBe('user')
})

test('a provider may own the output', () => {
  expect(stated('output.ownership', 'We own all right, title and interest in generated content.')).toBe('provider')
})

test.each([
  'You retain all rights in your User Generated Content.',
  'You use Output at your own risk.',
  'Output may not be unique, and other users may own similar output.',
  'We keep your input and output until you delete them.',
])('"%s" says nothing of who owns outputs', (text) => {
  expect(stated('output.ownership', text)).toBeNull()
})

test.each([
  'You may not use Output to develop models that compete with Quillfern.',
  'You will not access the Services to build a similar or competitive product.',
  'Customer must not use the Services for competitive analysis.',
])('"%s" bans competition', (text) => {
  expect(stated('competition.ban', text)).toBe(true)
})

test('a ban may stand in the introduction of its list', () => {
  expect(stated('competition.ban', ['You may not:', 'use the Services to develop a competing service;'])).toBe(true)
})

test.each([
  'We may develop products that compete with yours.',
  'Nothing in these Terms prevents us from developing similar products.',
  'Ads must not make unsubstantiated claims about a competitor.',
  'You must comply with competition law and may not create cartels.',
])('"%s" bans nothing', (text) => {
  expect(stated('competition.ban', text)).toBeNull()
})
