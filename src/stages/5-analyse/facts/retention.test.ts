import { expect, test } from 'vitest'
import { stated } from './fixtures/fictional-document.ts'

const PRIVACY = { document: 'Privacy Policy' }

test.each([
  ['We delete your conversations within 30 days.', [{ what: 'conversations', period: '30 days' }]],
  ['Server logs are retained for twelve (12) months.', [{ what: 'Server logs', period: '12 months' }]],
  [
    'We keep account data for as long as your account is active.',
    [{ what: 'account data', period: 'for as long as your account is active' }],
  ],
])('"%s" states a period', (text, periods) => {
  expect(stated('retention.periods', text, PRIVACY)).toEqual(periods)
})

test('items under a heading on retention need no verb', () => {
  expect(
    stated(
      'retention.periods',
      ['Invoices: for 10 years from the close of the financial year', 'Support tickets: 2 years'],
      { ...PRIVACY, heading: 'How long do we keep your data?' },
    ),
  ).toEqual([
    { what: 'Invoices', period: '10 years from the close of the financial year' },
    { what: 'Support tickets', period: '2 years' },
  ])
})

test('rows of a table of cookies state their lifetime', () => {
  expect(
    stated(
      'retention.periods',
      '| Cookie Name | Purpose | Duration | | --- | --- | --- | | qf_id | Sign-in | 400 days | | qf_sess | Security | Session |',
      { document: 'Cookie Policy' },
    ),
  ).toEqual([
    { what: 'qf_id', period: '400 days' },
    { what: 'qf_sess', period: 'Session' },
  ])
})

test.each([
  ['After 70 days, all problem reports are permanently erased.', ['70 days']],
  [
    'Receipts are refunded on request and kept for seven years after your last purchase.',
    ['seven years after your last purchase'],
  ],
  ['Your account may be deleted after three (3) years of continuous inactivity.', ['3 years of continuous inactivity']],
  ['We store your stories until you choose to delete them.', ['until you choose to delete them']],
  [
    'Voice samples are immediately deleted after the comparison is complete.',
    ['immediately deleted after the comparison is complete'],
  ],
  ['Data is kept in an archive for one year before being destroyed.', ['one year']],
  ['Traffic data is kept for one year to comply with the law.', ['one year']],
  [
    'Data is retained for the duration of your membership and thereafter as necessary.',
    ['for the duration of your membership and thereafter as necessary'],
  ],
  ['Requests are stored for five (5) additional years.', ['5 additional years']],
  ['We will wait 60 days before permanently deleting the account.', ['60 days']],
  ['Your photo is kept while your subscription is active.', ['while your subscription is active']],
])('"%s" states how long, with and without a number', (text, periods) => {
  const found = stated('retention.periods', text, PRIVACY) as readonly { period: string }[] | null
  expect(found?.map((one) => one.period)).toEqual(periods)
})

test.each([
  ['For thirty days following termination, we let you retrieve your content.', ['thirty days following termination']],
  [
    'You will have 30 days following that termination to retrieve your content.',
    ['30 days following that termination'],
  ],
  ['Logs are securely stored for at least one year.', ['one year']],
  ['If you do not use your account for 6 months, Quillfern may delete it.', ['6 months']],
])('terms state it too: "%s"', (text, periods) => {
  const found = stated('retention.periods', text) as readonly { period: string }[] | null
  expect(found?.map((one) => one.period)).toEqual(periods)
})

test.each([
  'Upon termination you will destroy all copies within seven (7) days.',
  'We may delete your data by giving you 30 days’ notice.',
  'If you do not remove the content within 2 business days of our notice, we suspend the service.',
  'Guests retain access to the content until the end of the owner’s subscription.',
  'At the choice of the Controller, delete or return all personal data after the end of the provision of services.',
  'If your account details are wrong, the payments will be held for 180 days.',
  'You must keep your account data accurate for as long as you have an account.',
])('terms state no period: "%s"', (text) => {
  expect(stated('retention.periods', text)).toBeNull()
})

test.each([
  'We retain your data only as long as necessary for the purposes of this policy.',
  'We respond to requests to delete data within 30 days.',
  'You must be 16 years of age to store data with us.',
  'We will replace removed material within 10 business days of a counter-notification.',
])('"%s" states no period', (text) => {
  expect(stated('retention.periods', text, PRIVACY)).toBeNull()
})

test('a cell of a table may tell the period in a sentence', () => {
  const text =
    '| Kind | How long | | Invoices | We retain invoices for up to 7 years after your last payment. | | Leads | 2 years after the last interaction with the person concerned |'
  expect(stated('retention.periods', text, { document: 'Privacy Policy', heading: 'Retention' })).toEqual([
    { what: 'Invoices', period: '7 years' },
    { what: 'Leads', period: '2 years after the last interaction with the person concerned' },
  ])
})

test.each([
  ['Anonymous data may be retained indefinitely.', 'indefinitely'],
  [
    'We process your voice to make prompts and then discard the audio after the processing is complete.',
    'then discard the audio after the processing is complete',
  ],
  ['We will save the letters for ninety (90) days after you report them.', '90 days after you report them'],
])('"%s" states "%s"', (text, period) => {
  expect((stated('retention.periods', text, PRIVACY) as { period: string }[] | null)?.map((p) => p.period)).toEqual([
    period,
  ])
})

test.each([
  'We are under no obligation to store such information indefinitely.',
  'Our policy is made to prevent identifiers from being retained indefinitely.',
])('"%s" keeps nothing for good', (text) => {
  expect(stated('retention.periods', text, PRIVACY)).toBeNull()
})

test('what the reader agrees that we keep is kept by us', () => {
  expect(stated('retention.periods', 'You agree that we may keep your chat logs for 30 days.', PRIVACY)).toEqual([
    { what: 'chat logs', period: '30 days' },
  ])
})

test('a caption says what is kept, and that one may opt out earlier changes no period', () => {
  expect(stated('retention.periods', 'Information retained until your account is deleted', PRIVACY)).toEqual([
    { what: 'Information', period: 'until your account is deleted' },
  ])
  expect(
    stated(
      'retention.periods',
      'We keep mailing lists for up to two years after your plan ends, unless you opt out earlier.',
      PRIVACY,
    ),
  ).toEqual([{ what: 'mailing lists', period: 'two years after your plan ends' }])
})

test('asides hide no thing that is kept', () => {
  expect(
    stated(
      'retention.periods',
      'We keep your communications with us (for example, where you contact support) for a period of 2 years.',
      PRIVACY,
    ),
  ).toEqual([{ what: 'communications with us', period: '2 years' }])
  expect(
    stated(
      'retention.periods',
      'We remind you that the data on traffic, excluding contents, will be kept for no more than 6 years.',
      PRIVACY,
    ),
  ).toEqual([{ what: 'the data on traffic', period: '6 years' }])
  expect(
    stated(
      'retention.periods',
      'We may require up to 60 days to fully remove your address from our mailings.',
      PRIVACY,
    ),
  ).toBeNull()
})

test('ranges are kept whole, and who does not come online is idle', () => {
  expect(
    stated('retention.periods', 'This data remains in server logs that we keep 10-14 days for diagnosis.', PRIVACY),
  ).toEqual([{ what: 'server logs', period: '10-14 days' }])
  expect(
    stated('retention.periods', 'If you do not come online for at least 6 months, your account will be deleted.', {
      ...PRIVACY,
      heading: 'Accounts',
    }),
  ).toEqual([{ what: 'accounts', period: '6 months' }])
})

test('a word of time is no thing that is kept', () => {
  expect(
    stated('retention.periods', 'Quillfern deletes this after 24 hours.', { ...PRIVACY, heading: 'Data of visits' }),
  ).toEqual([{ what: 'data of visits', period: '24 hours' }])
})

test('a heading at the beginning of the paragraph says what is kept where nothing nearer does', () => {
  expect(
    stated(
      'retention.periods',
      'Marketing messages. We may go on with them for up to two years after your plan ends.',
      {
        ...PRIVACY,
        heading: 'How long we keep data',
      },
    ),
  ).toEqual([{ what: 'Marketing messages', period: 'two years after your plan ends' }])
})

test.each([
  ['We keep backups for a week.', 'a week'],
  ['Logs are wiped after 1 year.', '1 year'],
  ['All recordings are discarded within 24 hours.', '24 hours'],
  ['Our cookies have a lifetime of 13 months.', '13 months'],
])('"%s" says how long', (text, period) => {
  expect(stated('retention.periods', text, { document: 'Privacy Policy' })).toMatchObject([{ period }])
})

test.each([
  ['All files are purged from our databases when you cancel your plan.', /when you cancel your plan$/],
  ['You will be able to restore your account and profile within 28 days of closing it.', /^28 days/],
  ['During the term or within 30 days thereafter, Customer may export its content.', /^30 days/],
])('"%s" keeps data in terms of service', (text, period) => {
  expect(stated('retention.periods', text)).toMatchObject([{ period: expect.stringMatching(period) as string }])
})

test('compliance that is restored is no data', () => {
  const text = 'Transfer of personal data ends if compliance is not restored within one month of suspension.'
  expect(stated('retention.periods', text)).toBeNull()
})

test('a table of cookies names them by its column of names', () => {
  const rows =
    '| Type | Name | Purpose | Duration | | | --- | --- | --- | --- | --- | | Cookie | sid | Log-in | 1 month | Needed | | Local Storage | theme | Colours | 1 y | Needed |'
  expect(stated('retention.periods', rows, { document: 'Cookie Policy' })).toEqual([
    { what: 'sid', period: '1 month' },
    { what: 'theme', period: '1 y' },
  ])
})

test('a cookie may be described field by field', () => {
  const rows =
    '| Name | quill.session | | Type | Persistent | | Purpose | Keeps you logged in | | Lifetime | 90 days max |'
  expect(stated('retention.periods', rows, { document: 'Cookie Policy' })).toEqual([
    { what: 'quill.session', period: '90 days max' },
  ])
})

test.each([
  ['We keep a log of the steps of your order (stored for up to 90 days).', '90 days'],
  ['Customer service calls will be stored for seven months.', 'seven months'],
  ['We retain a copy of your bills (e.g. invoices) for up to 7 years.', '7 years'],
  ['We will delete the data within 6 months of receiving the request.', '6 months'],
])('"%s" keeps it that long', (text, period) => {
  expect(stated('retention.periods', text, { document: 'Privacy Policy' })).toMatchObject([{ period }])
})

test('an answer to a request keeps nothing', () => {
  const text = 'We will tell you that the data is deleted and respond within 6 months of receiving the request.'
  expect(stated('retention.periods', text, { document: 'Privacy Policy' })).toBeNull()
})

test.each([
  [
    'We retain your answers, scores and related notes for up to 90 days.',
    'answers, scores and related notes',
    '90 days',
  ],
  ['We store and maintain school data for up to 30 days.', 'school data', '30 days'],
  ['Fernquill states that voice inputs are deleted within 30 days.', 'voice inputs', '30 days'],
  [
    'We store some data, such as the name of the holder (retained for a period of one year) or invoices.',
    'the name of the holder',
    'one year',
  ],
  [
    'Selfie Data is deleted immediately after your verification is complete.',
    'Selfie Data',
    'is deleted immediately after your verification is complete',
  ],
])('"%s" says what is kept', (text, what, period) => {
  expect(stated('retention.periods', text, PRIVACY)).toEqual([{ what, period }])
})

test('a word that stands for something else names nothing', () => {
  const text = 'These are deleted after 14 days.'
  expect(stated('retention.periods', text, { ...PRIVACY, heading: 'Chat logs' })).toEqual([
    { what: 'chat logs', period: '14 days' },
  ])
})

test.each([
  'If you log back into your account during that 15-day period, the deletion of your data stops.',
  'If your browser permits local storage and you accept it within 21 days of that choice, your data may be linked again.',
  'Please keep monitoring the page to make sure that the content is down within 24 hours.',
])('"%s" states no period', (text) => {
  expect(stated('retention.periods', text, PRIVACY)).toBeNull()
})

test('words that begin with an article are kept whole', () => {
  expect(stated('retention.periods', 'We will delete these logs within 72 hours.', PRIVACY)).toEqual([
    { what: 'these logs', period: '72 hours' },
  ])
})

test('access that is kept is no data', () => {
  const text = 'Users retain their access to such features until they delete their account.'
  expect(stated('retention.periods', text, PRIVACY)).toBeNull()
})

test.each([
  [
    'Once the verification is complete, we will permanently delete the images of your ID.',
    'Once the verification is complete',
    'images of your ID',
  ],
  [
    'After you stop using the test bench, the system shall remove all the files that you uploaded.',
    'After you stop using the test bench',
    'files that you uploaded',
  ],
  [
    'Once Quillfern has seen the permit, it ticks a box, and the copy of the permit will be deleted.',
    'Once Quillfern has seen the permit',
    'copy of the permit',
  ],
])('what goes at an event that comes first is kept until then: "%s"', (text, period, what) => {
  expect(stated('retention.periods', text)).toEqual([{ what, period }])
})

test.each([
  'When your account is deleted, all associated personal data is deleted.',
  'When you complete the check, you may request that we delete the scan.',
  'Once the verification is complete, your data will not be deleted.',
  'After the transfer is completed, remove the files from your device.',
  'When we no longer have a need to process the data, we will delete it.',
])('an end in general, a choice or a denial is no period: "%s"', (text) => {
  expect(stated('retention.periods', text)).toBeNull()
})

test('a table may tie its periods to the contract', () => {
  const text =
    '| Data subject | Purpose | Retention time | | --- | --- | --- | | Client | Accounts | Duration of the Agreement + archiving: 5 years | | User | Newsletter | Duration of consent | | Payer | Invoices | 10 years from the date of the invoice |'
  expect(stated('retention.periods', text, PRIVACY)).toEqual([
    { what: 'Client', period: 'Duration of the Agreement + archiving: 5 years' },
    { what: 'User', period: 'Duration of consent' },
    { what: 'Payer', period: '10 years from the date of the invoice' },
  ])
})

test('the head of a table is no row of it', () => {
  const text = '| Type of data | Term of storage | | --- | --- | | Drafts | 30 days |'
  expect(stated('retention.periods', text, PRIVACY)).toEqual([{ what: 'Drafts', period: '30 days' }])
})

test.each([
  [
    'Transcriptions of those calls may be stored and retained indefinitely.',
    [{ what: 'Transcriptions of those calls', period: 'indefinitely' }],
  ],
  ['The license to your messages that is stored with us continues indefinitely.', null],
  ['We may suspend accounts whose messages are kept from others indefinitely.', null],
])('in terms, "%s" says what stays for good', (text, periods) => {
  expect(stated('retention.periods', text, { document: 'Terms of Service' })).toEqual(periods)
})

test('what can be taken out after the end is what was kept', () => {
  const text =
    'For 30 days following termination, we will give you access to retrieve your Workspace Content, after which it will be deleted.'
  expect(stated('retention.periods', text, { document: 'Terms of Service' })).toEqual([
    { what: 'Workspace Content', period: '30 days following termination' },
  ])
})
