import { expect, test } from 'vitest'
import { stated } from './fixtures/fictional-document.ts'
import { readFacts } from './index.ts'

test.each([
  ['Last updated: March 3, 2025', '2025-03-03'],
  ['LAST MODIFIED 3 March 2025 (view archive)', '2025-03-03'],
  ['Date of last revision: 2025-03-03', '2025-03-03'],
  ['Last Update – 3rd of March 2025.', '2025-03-03'],
  ['These Terms were last revised on March 3rd, 2025.', '2025-03-03'],
  ['2025-03-03: We’ve updated our usage rules', '2025-03-03'],
])('"%s" states its date', (text, date) => {
  expect(stated('dates.stated', text)).toBe(date)
})

test('of several revision dates the newest is stated', () => {
  expect(stated('dates.stated', ['Revised on January 5, 2022', 'Revised on June 1, 2024'])).toBe('2024-06-01')
})

test.each([
  'We will change the “Last updated” date when we update these Terms.',
  'Directive 2002/58/EC, as amended on 25 November 2009, applies to the use of cookies and to similar technologies on our pages.',
  'The previous version, in force until January 1, 2019, remains in our archive.',
  'Last updated: March 2025',
])('"%s" states no date', (text) => {
  expect(stated('dates.stated', text)).toBeNull()
})

test.each([
  ['Effective: January 31, 2024', '2024-01-31'],
  ['Effective as of May 27 2025', '2025-05-27'],
  ['This Privacy Notice applies from December 19, 2022.', '2022-12-19'],
  ['These Terms come into force on 1 July 2024.', '2024-07-01'],
  ['Last Updated/Effective Date: June 30, 2022', '2022-06-30'],
])('"%s" is effective from its date', (text, date) => {
  expect(stated('dates.effective', text)).toBe(date)
})

test.each([
  'Effective January 1, 2020, the California Consumer Privacy Act allows residents of California certain rights over their data.',
  'Terms of 2014: effective from June 16, 2014, until June 7, 2023',
])('"%s" is no effective date of the document', (text) => {
  expect(stated('dates.effective', text)).toBeNull()
})

test('"effective as of the last updated date" points at the stated date', () => {
  expect(
    stated('dates.effective', [
      'Last updated: March 3, 2025',
      'Changes are effective as of the stated “last updated” date.',
    ]),
  ).toBe('2025-03-03')
})

test('a second document on the same page does not date the first', () => {
  const facts = readFacts(
    [
      { heading: 'Terms of Use', text: 'Last updated: March 3, 2025' },
      { heading: 'Terms of Use > Accounts', text: 'Keep your password.' },
      { heading: 'Licence of the Lantern models', text: 'Last updated: June 9, 2026' },
    ],
    { platform: 'Quillfern', document: 'Terms of Service' },
  )
  expect(facts.find(({ fact }) => fact === 'dates.stated')?.value).toBe('2025-03-03')
})

test.each([
  ['This policy was last published on: 27 November 2024', '2024-11-27'],
  ['Current as of: 18 November 2019', '2019-11-18'],
  ['Version: 24 September 2020', '2020-09-24'],
  ['Version of 3 May 2021', '2021-05-03'],
  ['Email: privacy@quillfern.example Updated May 23, 2018 by Quillfern Legal', '2018-05-23'],
])('"%s" is stated as %s', (text, date) => {
  expect(stated('dates.stated', text)).toBe(date)
})

test.each([
  'Effective January 1, 2017, we will begin to withhold tax from your payout in the countries of the list that follows.',
  'Those who opted out pursuant to our Terms of Service that were effective as of December 4, 2012, are not bound.',
])('"%s" dates no document', (text) => {
  expect(stated('dates.effective', text)).toBeNull()
})

test('a date before a version is stated, and the words before an effective date may name the document', () => {
  expect(stated('dates.stated', 'October 1, 2016, Version 7.8')).toBe('2016-10-01')
  expect(stated('dates.effective', 'The effective date of these Terms of Use is December 22, 2023.')).toBe('2023-12-22')
})

test.each([
  ['We last updated this Quillfern Statement on September 27, 2024.', '2024-09-27'],
  ['Version 2. February 17, 2020', '2020-02-17'],
])('"%s" is stated in other words: %s', (text, date) => {
  expect(stated('dates.stated', text)).toBe(date)
})

test.each([
  'Publication date July 19, 2031',
  'These Terms and Conditions were published on 19 July 2031.',
  'Released as notice | Release date: July 19, 2031',
])('"%s" says when it was published', (text) => {
  expect(stated('dates.stated', text)).toBe('2031-07-19')
})

test('what replaces a former document with immediate effect applies from its date', () => {
  const text =
    'These Terms were published on 1 July 2031 and replace with immediate effect the Terms previously published on 5 May 2030.'
  expect(stated('dates.effective', text)).toBe('2031-07-01')
  expect(stated('dates.stated', text)).toBe('2031-07-01')
  expect(stated('dates.effective', 'Last updated: 2 May 2031', { heading: 'Terms > Effective date' })).toBe(
    '2031-05-02',
  )
})

test.each([
  [
    'This User Agreement is effective upon acceptance for new users, and from March 11, 2031 for existing users.',
    '2031-03-11',
  ],
  ['The Effective Date of these Terms is 10.19.2031', '2031-10-19'],
  ['This Policy is effective on and from July 1st , 2031.', '2031-07-01'],
  ['Effective Date in the EEA and Switzerland: April 30, 2031', '2031-04-30'],
])('"%s" says from when it applies', (text, date) => {
  expect(stated('dates.effective', text)).toBe(date)
})

test.each([
  'The previous amendment to this User Agreement was effective for all users on October 8, 2030.',
  '(VERSION B1.0, in force 21 March 2022)',
])('"%s" dates something else', (text) => {
  expect(stated('dates.effective', text)).toBeNull()
})

test('a date may follow a time of day', () => {
  expect(stated('dates.stated', 'Published: 04:50, 7 June 2030 | Updated: 16:09, 29 July 2031')).toBe('2031-07-29')
})

test.each([
  ['As of 6/18/25, this policy also applies to all use of quillfern.example and its sites.', '2025-06-18'],
  ['From 1 May 2031, these Terms of Use will govern your use of our Services.', '2031-05-01'],
  [
    'With effect from May 1, 2031, this Notice applies to every member of the Quillfern family of companies.',
    '2031-05-01',
  ],
  ['These Terms are effective upon sign up for new users and beginning May 1, 2031 for existing users.', '2031-05-01'],
])('a date may stand before what begins with it: "%s"', (text, date) => {
  expect(stated('dates.effective', text)).toBe(date)
})

test.each([
  'As of 6/18/25, this policy was read by two million people.',
  'From 1 May 2031, the new tax law applies to all sellers on our platform.',
  'From 1 May 2031, this policy no longer applies to sellers in Norland.',
])('a date before something else makes nothing effective: "%s"', (text) => {
  expect(stated('dates.effective', text)).toBeNull()
})

test('a year may have two figures', () => {
  expect(stated('dates.stated', 'Last updated: 6/18/25')).toBe('2025-06-18')
  expect(stated('dates.stated', 'Last updated: available 24/7/365')).toBeNull()
})

test.each([
  ['Date of entry into force of the General Terms and Conditions: 04.11.2023', '2023-11-04'],
  ['Effective date of these Seller Rules: 4 November 2023', '2023-11-04'],
  ['Entry into force of the measure: 04.11.2023', null],
])('"%s" names what comes into force', (text, date) => {
  expect(stated('dates.effective', text)).toBe(date)
})

test.each([
  ['These Terms are governed by the laws of Ireland.', '2023-09-08'],
  ['Orders placed before 25/12/2022 stay as they were.', '2023-09-08'],
  ['These Terms are governed by the laws of the State of Delaware.', '2023-08-09'],
  ['Orders placed before 12/25/2022 fall under the laws of Ireland.', '2023-08-09'],
  ['We like plain words.', '2023-08-09'],
])('beside "%s" a date in figures is read in its order', (text, date) => {
  expect(stated('dates.stated', ['Last modified: 08/09/2023', text])).toBe(date)
})

test('one date may be of both', () => {
  const text = 'These Terms are effective and were last updated on May 25, 2023.'
  expect([stated('dates.effective', text), stated('dates.stated', text)]).toEqual(['2023-05-25', '2023-05-25'])
})
