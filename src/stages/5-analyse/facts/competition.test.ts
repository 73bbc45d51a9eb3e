import { expect, test } from 'vitest'
import { stated } from './fixtures/fictional-document.ts'

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

test('of a long list of bans, the item on competing counts for itself', () => {
  const text =
    'You shall not (a) copy our trademarks; (b) promote goods of others; or (c) access the Service in order to build a similar or competitive website.'
  expect(stated('competition.ban', text)).toBe(true)
  expect(stated('competition.ban', 'You shall not (a) create works; or (b) enter unfair competition.')).toBeNull()
})

test('a ban may say won’t, and what the provider will not do to the reader is none', () => {
  expect(stated('competition.ban', 'You won’t use the Site to create any product that competes with Quillfern.')).toBe(
    true,
  )
  expect(
    stated('competition.ban', 'We will not use Your Content to compete with your products and services.'),
  ).toBeNull()
})

test('what Quillfern may make beside the reader’s is no ban', () => {
  const text =
    'You agree that Quillfern may create content similar to or competitive with your application, and nothing here prevents that.'
  expect(stated('competition.ban', text)).toBeNull()
})

test('postings on competing products and competitive sports are no ban', () => {
  for (const text of [
    'You may not make postings about a product that directly competes with a product offered by you.',
    'We do not allow extreme diets, except when preparing for competitive sports or building competitions.',
  ])
    expect(stated('competition.ban', text)).toBeNull()
})

test.each([
  'You may not use Quillfern to create something that serves as a replacement or alternative to using Quillfern itself.',
  'You agree not to create an alternative to the Quillfern platform.',
  'Access for the purpose of building a rival product is prohibited.',
  'You will not clone the Service or develop a look-alike.',
  'Do not use our data to create a service with the same or similar functions.',
])('"%s" bans what would take the place of the service', (text) => {
  expect(stated('competition.ban', text)).toBe(true)
})

test.each([
  'Our health tips are no substitute for professional advice.',
  'We do not offer an alternative to paid shipping for products.',
])('"%s" speaks of another substitute', (text) => {
  expect(stated('competition.ban', text)).toBeNull()
})

test.each([
  'We will not use your content to train models that replicate your voice or compete with you.',
  'Cheats that provide unfair advantages in competitive environments are not allowed.',
  'The programme is not provided in furtherance of any competitive procurement.',
  'Quillfern is not authorised by the Competition and Consumer Commission to provide similar services.',
  'Do not offer votes for competitions or game shows.',
])('"%s" is about other competition', (text) => {
  expect(stated('competition.ban', text)).toBeNull()
})

test('content that may not train a model or a similar technology bans no rival', () => {
  const text =
    'You may not scrape the Content for the purpose of training any artificial intelligence model or any similar technology.'
  expect(stated('competition.ban', text)).toBeNull()
})
