import { expect, test } from 'vitest'
import { stated } from './fixtures/fictional-document.ts'

test.each([
  'As between you and Quillfern, you own all Output.',
  'We assign to you all our right, title and interest, if any, in Outputs.',
  'You retain ownership of your inputs and the generated content.',
  'Output belongs to you.',
  'We do not claim ownership of the images you generate with the Service.',
  'Quillfern hereby grants to you all right, title and interest in and to Output.',
  'We do not claim ownership of prompts, creations or any other content you provide to, or receive from, the Services.',
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

test('a name may be explained in the sentence after it', () => {
  expect(
    stated('output.ownership', [
      'What you submit or receive is “User Content”. This includes your prompts as well as any and all outputs.',
      'As between you and Quillfern, you own your User Content.',
    ]),
  ).toBe('user')
})

test('both may own it together', () => {
  expect(stated('output.ownership', 'You and Quillfern jointly own the Output.')).toBe('shared')
})

test.each([
  'As between the parties, and subject to Customer Data, Quillfern shall own all right, title and interest in any Output.',
  'Quillfern shall otherwise retain full ownership over any Outputs.',
])('"%s" leaves the output with the provider', (text) => {
  expect(stated('output.ownership', text)).toBe('provider')
})

test('a provider may own the output', () => {
  expect(stated('output.ownership', 'We own all right, title and interest in generated content.')).toBe('provider')
})

test.each([
  'You retain all rights in your User Generated Content.',
  'You use Output at your own risk.',
  'Quillfern owns the tools and any underlying technologies used to generate Outputs.',
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

test('a condition of a permission is no ban on competing', () => {
  const texts = [
    'You may show short excerpts for teaching, provided:',
    'The use does not compete with the Service; and',
  ]
  expect(stated('competition.ban', texts)).toBeNull()
})

test('whoever may build no other model may build no competing one', () => {
  expect(
    stated('competition.ban', 'You may not use the AI services to create, train, or improve any other AI service.'),
  ).toBe(true)
  expect(stated('competition.ban', 'You agree not to use voices for training any AI model.')).toBeNull()
  expect(stated('competition.ban', 'We do not use your data to train any other machine learning model.')).toBeNull()
})

test('what generative features make may be kept by the provider', () => {
  expect(stated('output.ownership', 'We retain all rights to the Generative Automations.')).toBe('provider')
})

test('of a long list of bans, the item on competing counts for itself', () => {
  const text =
    'You shall not (a) copy our trademarks; (b) promote goods of others; or (c) access the Service in order to build a similar or competitive website.'
  expect(stated('competition.ban', text)).toBe(true)
  expect(stated('competition.ban', 'You shall not (a) create works; or (b) enter unfair competition.')).toBeNull()
})

test('feedback in an aside takes nothing from what is said of the output', () => {
  expect(
    stated(
      'output.ownership',
      'Quillfern does not claim ownership of Prompts, Creations, or other content you submit to, or receive from, the Services (including feedback and suggestions).',
    ),
  ).toBe('user')
})

test('a ban may say won’t, and what the provider will not do to the reader is none', () => {
  expect(stated('competition.ban', 'You won’t use the Site to create any product that competes with Quillfern.')).toBe(
    true,
  )
  expect(
    stated('competition.ban', 'We will not use Your Content to compete with your products and services.'),
  ).toBeNull()
})

test('what a provider made itself is no output', () => {
  expect(stated('output.ownership', 'Quillfern owns its name, design, code, and other creations.')).toBeNull()
})

test('what Quillfern may make beside the reader’s is no ban', () => {
  const text =
    'You agree that Quillfern may create content similar to or competitive with your application, and nothing here prevents that.'
  expect(stated('competition.ban', text)).toBeNull()
})

test('output that is the exclusive property of a name is the provider’s', () => {
  expect(
    stated(
      'output.ownership',
      'You agree that the Site and Output are the exclusive property of Quillfern and its licensors.',
    ),
  ).toBe('provider')
  expect(stated('output.ownership', 'Outputs are the exclusive property of their creators.')).toBeNull()
})

test('postings on competing products and competitive sports are no ban', () => {
  for (const text of [
    'You may not make postings about a product that directly competes with a product offered by you.',
    'We do not allow extreme diets, except when preparing for competitive sports or building competitions.',
  ])
    expect(stated('competition.ban', text)).toBeNull()
})
