import { expect, test } from 'vitest'
import { stated } from './fixtures/fictional-document.ts'

test.each([
  'We may suspend or terminate your account at any time for any reason.',
  'Quillfern may, in its sole discretion, terminate your access to the Services.',
  'Either party may terminate this Agreement for convenience on 30 days’ notice.',
  'We reserve the right to suspend or end the Services at any time, with or without cause.',
  'We may terminate your access for any reason, including if you breach these Terms.',
  'If you have a Subscription, we may terminate it and your account at any time.',
  'We may restrict or end your account at our sole and absolute discretion, including where (a) the law requires it, or (b) you abuse offers.',
  'Each Party may terminate the Agreement by giving to the other Party at least three (3) months written notice.',
  'We reserve the right, at any time, to: (i) discontinue the Services; and/or (ii) terminate these Terms if you break them.',
  'We can also terminate the Services in our reasonable discretion.',
  'We may change or cancel this TOU at any time.',
])('"%s" lets the provider end it', (text) => {
  expect(stated('termination.anytime', text)).toBe(true)
})

test.each([
  'You may terminate your account at any time.',
  'We may suspend your account at any time if you breach these Terms.',
  'We may remove content at any time in our sole discretion.',
  'Either party may terminate this Agreement upon written notice if the other party materially breaches it.',
  'Upon the termination of these Terms for any reason, we may delete your account.',
  'We may discontinue a beta feature at any time in our sole discretion.',
  'Otherwise, Quillfern is entitled to suspend your account at any time.',
  'Quillfern may, in its sole discretion, suspend accounts of users that are found to be repeat infringers.',
])('"%s" does not', (text) => {
  expect(stated('termination.anytime', text)).toBeNull()
})

test.each([
  'Quillfern is also free to terminate your account, for any reason in our discretion.',
  'We may disable your access when your account is at risk, or for other reasons in our sole discretion.',
  'Quillfern reserves the right, without notice and at any time, to terminate your license to use this site and to remove any material.',
  'We may stop (permanently or for a while) providing the Services at our sole discretion, without prior notice.',
  'We may modify, suspend or discontinue the Quillfern Appstore at any time without notice.',
  'Quillfern and the user may terminate free membership at any time without cause.',
  'In all cases we reserve the right to suspend accounts, or remove content, without notice, for any reason.',
  'These Terms may be terminated for convenience upon written notice to the other party:',
])('"%s" leaves the provider free', (text) => {
  expect(stated('termination.anytime', text)).toBe(true)
})

test.each([
  'We may change, add or remove portions of these Terms at any time.',
  'However, should we find that you break these rules, we reserve the right to suspend your access without prior notice.',
  'For convenience, the following format may be used to say that the material was removed by the service provider.',
  'This permission may not be revoked for any reason, including the end of the service.',
  'Such attempts may result in Quillfern, at its sole discretion, terminating your account.',
  'Quillfern may at any time, under certain circumstances and without prior notice, suspend your account.',
  'We may refuse to show or remove any user submission from the service for any reason.',
  'Either party may terminate the Agreement on notice if the other ceases for any reason to carry on business.',
  'Quillfern reserves the right to change, cancel or add to any part of this Agreement at any time, and your use of the Services is agreement.',
  'We do not warrant that your game may be listed, or that a store will not revoke its approval of any game for any or no reason.',
  'We may end your app’s access to any feature that your app has not used for 90 days with or without notice.',
  'Your organization can close your account at any time.',
  'Data may be kept on Quillfern, at Quillfern’s sole discretion, under a license of the user even after the deletion of the account.',
  'After the termination of the Agreement, Quillfern is entitled to delete the account without prior notice.',
])('"%s" does not', (text) => {
  expect(stated('termination.anytime', text)).toBeNull()
})

test.each([
  'You acknowledge and agree that Quillfern may terminate your account at any time for any reason.',
  'You agree that from time to time we may cancel the service at any time, without notice to you.',
  'In addition, we may terminate the license in whole or in part upon written notice to you.',
  'Q may suspend your access immediately without notice, including if Q believes that it harms others.',
])('"%s" lets the provider end it, though the reader agrees', (text) => {
  expect(stated('termination.anytime', text)).toBe(true)
})

test.each([
  'You agree that you may terminate your account at any time.',
  'You agree that Quillfern may delete or remove any User Content in its sole discretion, including what violates the Agreement.',
])('"%s" ends nothing of the reader’s', (text) => {
  expect(stated('termination.anytime', text)).toBeNull()
})

test.each([
  'We may, at any time, terminate or suspend your use of the Beta Service without cause.',
  'Quillfern shall be able to terminate the Service without advance notice.',
])('"%s" ends it freely', (text) => {
  expect(stated('termination.anytime', text)).toBe(true)
})

test('a name beside the reader is no party to what the reader alone may do', () => {
  const text =
    'After you have stopped using Quill Pay and the Quill interfaces, you may terminate these Terms for your convenience, for any reason.'
  expect(stated('termination.anytime', text)).toBeNull()
})

test.each([
  'You or the Company may suspend or terminate your account at any time, for any reason.',
  'This means that Quillfern may modify or discontinue portions or all of Quillfern’s Platform with or without notice.',
])('"%s" names the provider in other words', (text) => {
  expect(stated('termination.anytime', text)).toBe(true)
})

test.each([
  'We reserve the right, without prior notice, to suspend your account, at our sole discretion, including if:',
  'You agree that termination of your use of the Website by us shall be made in our sole discretion.',
])('"%s" needs no cause', (text) => {
  expect(stated('termination.anytime', text)).toBe(true)
})

test('how to cancel may be found is no right of ours', () => {
  expect(
    stated(
      'termination.anytime',
      'You may cancel your Subscription at any time (instructions can be found on the Help site here).',
    ),
  ).toBeNull()
})

test('who may be refused the service, and whom it may cease to be provided to', () => {
  expect(
    stated('termination.anytime', 'Quillfern may, in its sole discretion, refuse to offer the Service to any person.'),
  ).toBe(true)
  expect(
    stated('termination.anytime', 'In such case, we reserve the right to terminate accounts in our sole discretion;'),
  ).toBeNull()
})

test('this website may end at any time; an application that is refused ends nothing', () => {
  expect(
    stated(
      'termination.anytime',
      'Quillfern reserves the right at any time to discontinue this Website with or without notice.',
    ),
  ).toBe(true)
  expect(
    stated('termination.anytime', 'At our discretion, we may refuse your application for registration.'),
  ).toBeNull()
})

test.each([
  'We retain the right to deny anyone access to the services we offer, at any time and for any reason.',
  'We reserve the right to cut off use by spammers, or to limit access in any other way for any reason.',
  'We describe the services on this site, and may discontinue the same without prior notice.',
  'We can close your account whenever we choose.',
  'Your account may be suspended at any time, with or without cause.',
  'Access to the Service may be withdrawn by us at any time without explanation.',
  'We reserve the right to withdraw or amend the Service without notice.',
  'The provider may terminate the contract with a notice period of 30 days.',
])('"%s" ends without cause', (text) => {
  expect(stated('termination.anytime', text)).toBe(true)
})

test.each([
  'Your account may be deleted by you at any time for any reason.',
  'You may withdraw your consent at any time.',
  'This right to link to us may be revoked at any time at our discretion.',
  'Your access may be suspended at our discretion if you breach these Terms.',
])('"%s" does not end a contract at will', (text) => {
  expect(stated('termination.anytime', text)).toBeNull()
})

test('adding and removing what is offered ends nothing', () => {
  expect(stated('termination.anytime', 'We may add or remove AI models from the Service at any time.')).toBeNull()
  expect(
    stated('termination.anytime', 'We may add or remove features and may terminate the Service at any time.'),
  ).toBe(true)
})
