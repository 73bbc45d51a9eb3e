import { expect, test } from 'vitest'
import { stated } from './fixtures/fictional-document.ts'

test.each([
  ['You must be at least 13 years old to use the Services.', 13],
  ['You must be at least thirteen (13) years of age to create an account.', 13],
  ['By using Quillfern, you confirm that you are 18 years or older.', 18],
  ['Our Services are not directed to children under the age of 16.', 16],
  ['Any use of the Service by anyone under 13 is strictly prohibited.', 13],
  ['We do not knowingly collect personal information from children under 13.', 13],
  ['If you are under 18, you may not use our Services.', 18],
  ['“Minimum Age” means 16 years old.', 16],
  ['You must be 18 or over to use the Service, or at least 14 years old with the permission of a parent.', 14],
])('"%s" asks for an age of %d', (text, age) => {
  expect(stated('age.minimum', text)).toBe(age)
})

test('what is required counts before whom the service is not meant for', () => {
  expect(
    stated('age.minimum', [
      'Our Services are not directed to children under 13.',
      'Users must be at least 18 years of age to create an account.',
    ]),
  ).toBe(18)
})

test.each([
  'Do not send us any personal information of children under 13.',
  'We do not sell the personal information of consumers under 16 years of age.',
  'Content must never sexualize anyone under 18 years old.',
  'You must give notice at least 14 days before the date.',
  'Residents under 18 may request removal of content under the Business Code.',
])('"%s" asks for no age', (text) => {
  expect(stated('age.minimum', text)).toBeNull()
})

test('an age for purchases, or for people that the reader lets in, is not the age for the service', () => {
  expect(stated('age.minimum', 'You must be 18 years or older to make a purchase with your account.')).toBeNull()
  expect(
    stated('age.minimum', [
      'If you are under the age of 13, you are not permitted to register.',
      'You must ensure that all users of your profiles are 18 years of age or older.',
    ]),
  ).toBe(13)
})

test('who may use all of it comes before the age for one feature', () => {
  const feature = 'Private letters: You must be 16 or older to use the private letters feature.'
  expect(stated('age.minimum', feature)).toBeNull()
  expect(stated('age.minimum', 'You must be 18 and older to go live and to send gifts.')).toBeNull()
  expect(
    stated('age.minimum', [
      'You can only use the Platform if you are 13 years or older.',
      'Gems: You must be 18 or older to trade gems.',
      feature,
    ]),
  ).toBe(13)
})

test.each([
  ['Unless otherwise indicated, you need to be at least 18 to use the Platform.', 18],
  ['The Platform is for adults and users must be over 18 to use it.', 18],
  ['You can’t use Quillfern if you are younger than 13.', 13],
])('"%s" states %i', (text, age) => {
  expect(stated('age.minimum', text)).toBe(age)
})

test('minors of an age given before are those whom it is not for', () => {
  expect(
    stated(
      'age.minimum',
      '“Minors” are individuals under the age of 16. None of the Services are intended for Minors.',
    ),
  ).toBe(16)
  expect(
    stated('age.minimum', '“Minors” are individuals under the age of 16. Posts about Minors are removed.'),
  ).toBeNull()
})

test('a child who is told not to send data is still the reader', () => {
  const text =
    'We don’t knowingly collect information from children under 16; if you are a child under 16, please don’t send any personal information to us.'
  expect(stated('age.minimum', text)).toBe(16)
})

test('an age may stand in brackets behind the name of it', () => {
  expect(stated('age.minimum', 'Users must be of legal age (18 or older).')).toBe(18)
  expect(stated('age.minimum', 'If you are over 16 and wish to opt out of a sale, write to us.')).toBeNull()
})

test('an age for a part of the service is no age for all of it', () => {
  const part = 'Certain dating features are not intended for and cannot be used by users under 18.'
  expect(stated('age.minimum', part)).toBeNull()
  expect(stated('age.minimum', [part, 'You must be at least 13 years old to use the Service.'])).toBe(13)
})

test.each([
  ['You may not register for or use Quillfern if:', 'b. you are less than 13 years of age; or', 13],
  ['The following people are prohibited from using the Services:', 'persons under the age of 16;', 16],
  ['You cannot open an account where:', '(ii) you are under 18 or cannot enter into a contract;', 18],
])('an item below "%s" sets the age', (lead, item, age) => {
  expect(stated('age.minimum', [lead, item])).toBe(age)
})

test.each([
  ['You may not post content that:', 'shows persons under the age of 16;'],
  ['You may use the Services for free if:', 'you are under 18;'],
  ['You may not use the trial if:', 'you have been a member for less than 14 days;'],
])('an item below "%s" sets none: "%s"', (lead, item) => {
  expect(stated('age.minimum', [lead, item])).toBeNull()
})

test('who the reader is may come before the age', () => {
  const text =
    'By accepting this contract, you represent and warrant that you are an individual over the age of eighteen.'
  expect(stated('age.minimum', text)).toBe(18)
})
