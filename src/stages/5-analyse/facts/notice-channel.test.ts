import { expect, test } from 'vitest'
import { stated } from './fixtures/fictional-document.ts'

test('what does not change is no change of the document', () => {
  const texts = [
    'We may change these Terms, and you accept a revised version that we post.',
    'These Terms do not change your ownership of content that you create through our Services or otherwise make available.',
  ]
  expect(stated('changes.noticeChannel', texts)).toEqual(['posting'])
})

test.each([
  ['We may change this Policy and will post the new version on this page.', ['posting']],
  ['If we change these Terms, we will notify you by email.', ['email']],
  ['When we update these Terms, we will email you or show a banner in the Services.', ['email', 'in-product']],
  [
    'We may revise these Terms by posting them on our website, by email or by other means.',
    ['email', 'posting', 'other'],
  ],
])('"%s" names its channels', (text, channels) => {
  expect(stated('changes.noticeChannel', text)).toEqual(channels)
})

test.each([
  'We may change these Terms. We will notify you.',
  'To change your email address, visit the settings page.',
  'Please check this Policy from time to time.',
  'We may post your content on our website.',
])('"%s" names no channel of notice', (text) => {
  expect(stated('changes.noticeChannel', text)).toBeNull()
})

test.each([
  [
    [
      'We may update this policy.',
      'If the changes matter, we’ll let you know. It might be an email or a message in your app.',
    ],
    ['email', 'in-product'],
  ],
  [
    ['We may change, add, or remove portions of these Terms. Your use following the posting of changes is acceptance.'],
    ['posting'],
  ],
  [['If we update this policy, we will do so online.'], ['posting']],
  [['This policy may be revised periodically and this will be reflected by the “effective date” below.'], ['posting']],
  [['We may update these Terms from time to time, so check this page regularly for updates.'], ['posting']],
  [
    [
      'If we change our policy, we notify you by sending a notice to the email address provided to us or by placing a notice on our website.',
    ],
    ['email', 'posting'],
  ],
  [['To see when this policy was last updated, please see the “Last Updated” date below.'], ['posting']],
])('%j tells of changes by %j', (texts, channels) => {
  expect(stated('changes.noticeChannel', texts, { heading: 'Changes to this policy' })).toEqual(channels)
})

test('a notice of the reader’s termination is no channel of ours', () => {
  expect(
    stated(
      'changes.noticeChannel',
      'If you do not agree to the amended terms, you may leave by providing termination notice through our app.',
    ),
  ).toBeNull()
})

test('changes count from when they are posted; goods that go through a service tell of none', () => {
  expect(
    stated(
      'changes.noticeChannel',
      'We may amend this policy at any time. Such changes become effective on the date Quillfern posts them to the legal page.',
    ),
  ).toEqual(['posting'])
  expect(
    stated(
      'changes.noticeChannel',
      'If we give you notice of a change to these Terms and you make new Products available to your customers through the Service, you waive your right to leave.',
    ),
  ).toBeNull()
})

test('adjustments of the policy and changed ways of using data are changes of the document', () => {
  const privacy = { document: 'Privacy Policy' }
  expect(
    stated('changes.noticeChannel', 'We will post any adjustments to the Privacy Policy on this page.', privacy),
  ).toEqual(['posting'])
  expect(
    stated(
      'changes.noticeChannel',
      'If we materially change the ways in which we use your information, we will notify you by email.',
      privacy,
    ),
  ).toEqual(['email'])
})

test('a notification on the site is no mail, and what is made accessible is posted', () => {
  expect(
    stated('changes.noticeChannel', [
      'We may notify you of material changes to these Terms by sending a notification on the Site.',
      'If we find a copy that infringes your rights, we will send you a notice via email.',
    ]),
  ).toEqual(['in-product'])
  expect(stated('changes.noticeChannel', 'We will make the revised Terms accessible on the Services.')).toEqual([
    'posting',
  ])
})

test('what a change leaves as it costs is a change all the same, and a name is no channel', () => {
  expect(
    stated(
      'changes.noticeChannel',
      'We may amend these Terms by posting them anew, but an increase in fees will not affect the cost of your plan.',
    ),
  ).toEqual(['posting'])
  expect(
    stated('changes.noticeChannel', 'Fern Post may change the Privacy Policy; please review the updated policy.', {
      platform: 'Fern Post',
    }),
  ).toBeNull()
})

test('guidelines that authorities publish are no channel', () => {
  const text = 'We may amend this Privacy Notice to reflect the publication of new guidelines by the authorities.'
  expect(stated('changes.noticeChannel', text)).toBeNull()
})

test('how notices are given in general holds for changes', () => {
  const change = 'We may change these Terms.'
  const mail = 'Messages about the Services are provided via e-mail to the contact person.'
  const ways =
    'Quillfern may send you all notifications by webpage announcements, webpage prompts, emails, text messages, or internal letters.'
  expect(stated('changes.noticeChannel', [change, mail])).toEqual(['email'])
  expect(stated('changes.noticeChannel', [change, ways])).toEqual(['email', 'posting', 'in-product', 'other'])
  expect(stated('changes.noticeChannel', [change, 'You may write to us by e-mail.'])).toBeNull()
})

test('mail about updates that nobody can opt out of is a channel', () => {
  const texts =
    'Email. You can unsubscribe from our newsletters. We may send you other communications that you cannot opt out of (for example about updates to our Terms).'
  expect(stated('changes.noticeChannel', texts)).toEqual(['email'])
  expect(stated('changes.noticeChannel', 'We may send you messages about updates to our Terms.')).toBeNull()
})

test.each([
  ['Notice of changes to these Terms will be provided via electronic mail.', ['email']],
  ['We may change these Terms; visit our portal for the most current Terms.', ['posting']],
  ['Our Privacy Notice may change. You should check our websites frequently to see recent changes.', ['posting']],
])('"%s" tells of changes', (text, channels) => {
  expect(stated('changes.noticeChannel', text)).toEqual(channels)
})

test.each([
  'The scope of the agreement may be amended by agreement of both parties in an email.',
  'Any notice to us must be delivered by email. This email address may change with an update to these Terms.',
])('"%s" tells the reader of nothing', (text) => {
  expect(stated('changes.noticeChannel', text)).toBeNull()
})

test.each([
  'These terms apply to all bookings, whether made on our website, by email or by telephone.',
  'This Policy covers everything that you send to us on this site or by email.',
  'The Terms of Use govern what we offer on our website and by text message.',
])('what a document is about names no channel: "%s"', (scope) => {
  expect(
    stated('changes.noticeChannel', ['We may amend these Terms. The amended terms bind you upon posting.', scope]),
  ).toEqual(['posting'])
})

test.each([
  'We may update these Terms, and will give 30 days’ notice of the date of any material change to these Terms.',
  'We may amend these Terms. An email or another message will not constitute a written agreement that amends these Terms.',
  'The Terms of [name] were updated as of [date of publication].',
])('"%s" names no channel', (text) => {
  expect(stated('changes.noticeChannel', text)).toBeNull()
})

test.each([
  ['When we change these Terms we will revise the date of last update.', ['posting']],
  ['We will tell you of the date of changes to these Terms by email.', ['email']],
  ['If we amend these Terms we will send an email; mail to an address that is not valid is still notice.', ['email']],
])('"%s" names its channel', (text, channels) => {
  expect(stated('changes.noticeChannel', text)).toEqual(channels)
})

test.each([
  'This website is made available for your personal use only.',
  'If you want us to remove a listing after it was published, send us other forms of proof.',
  'Notwithstanding anything else, this Agreement does not apply to advertisements published on our website.',
])('what follows a change without speaking of it names no channel: "%s"', (next) => {
  expect(stated('changes.noticeChannel', `We may revise these Terms from time to time. ${next}`)).toBeNull()
})

test('updates that one subscribes to are no changes of the document', () => {
  const setting = { document: 'Privacy Policy', heading: '“Subscribe to updates” feature on status pages' }
  expect(stated('changes.noticeChannel', 'These emails are sent from our servers.', setting)).toBeNull()
})

test.each([
  'This agreement and the terms for updates are the entire agreement between you and the publisher of the application.',
  'You may modify it under the terms of the Common License as published by the Free Quill Foundation, in any later version.',
])('publishers, and what others publish, post nothing: "%s"', (text) => {
  expect(stated('changes.noticeChannel', text)).toBeNull()
})

test.each([
  'Please review this change log for updates to this document.',
  'Changes to these Terms are listed in our revision history.',
  'We will give notice of changes to these Terms by updating this Policy.',
])('a log of changes and an update in place are postings: "%s"', (text) => {
  expect(stated('changes.noticeChannel', text)).toEqual(['posting'])
})

test.each([
  'You may review the version history of a file and restore it.',
  'We may amend the applicable payment terms immediately upon giving notice to you by email.',
  'We may vary your existing credit terms by email.',
])('changes of something else have no channel: "%s"', (text) => {
  expect(stated('changes.noticeChannel', text)).toBeNull()
})

test('a policy on changes of a booking is no change of a policy', () => {
  const text =
    'Hosts offer the same rules, such as reservation changes and cancellation policy, as are available on their websites.'
  expect(stated('changes.noticeChannel', text)).toBeNull()
})
