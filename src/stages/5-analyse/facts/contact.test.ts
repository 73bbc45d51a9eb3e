import { expect, test } from 'vitest'
import { stated } from './fixtures/fictional-document.ts'

const PRIVACY = { document: 'Privacy Policy' }

test('a form of another company may take the requests, a form that collects data does not', () => {
  expect(
    stated(
      'contact.privacy',
      'To exercise your rights, please submit your request through Fernquill’s online form.',
      PRIVACY,
    ),
  ).toEqual(['Fernquill’s online form'])
  expect(
    stated(
      'contact.privacy',
      'We collect your data when you submit requests or questions via our contact form.',
      PRIVACY,
    ),
  ).toBeNull()
})

test('an address for turning off mail is no address for privacy', () => {
  const texts = ['To stop our mail write to opt-out@quillfern.example.', 'Write to privacy@quillfern.example.']
  expect(stated('contact.privacy', texts, PRIVACY)).toEqual(['privacy@quillfern.example'])
})

test.each([
  ['To exercise your rights, write to privacy@quillfern.example.', ['privacy@quillfern.example']],
  [
    'Submit a request through privacy.quillfern.com or to dsar@quillfern.example.',
    ['dsar@quillfern.example', 'privacy.quillfern.com'],
  ],
  ['To exercise your privacy rights, use the in-app feedback form.', ['in-app feedback form']],
  ['You can make a request by using the “Privacy Requests” contact form.', ['“Privacy Requests” contact form']],
])('"%s" says where to ask', (text, places) => {
  expect(stated('contact.privacy', text, PRIVACY)).toEqual(places)
})

test('terms of service name an address for privacy only where they speak of it', () => {
  expect(stated('contact.privacy', 'To dispute an invoice, write to billing@quillfern.example.')).toBeNull()
  expect(stated('contact.privacy', 'For questions about your personal data, write to help@quillfern.example.')).toEqual(
    ['help@quillfern.example'],
  )
  expect(stated('contact.privacy', 'Cancel by email to hello@quillfern.example.')).toBeNull()
})

test.each([
  'Report vulnerabilities to security@quillfern.example.',
  'Lodge a complaint with the authority at imy@imy.se.',
  'Copyright notices go to dmca@quillfern.example.',
])('"%s" is no desk for privacy', (text) => {
  expect(stated('contact.privacy', text, PRIVACY)).toBeNull()
})

test.each([
  ['You may ask about this Privacy Policy by submitting a help desk request here.', ['help desk request form']],
  [
    'If you have questions about this Privacy Policy, you can contact us online, or by mail at:',
    ['“contact us online” form'],
  ],
  ['To exercise your rights, please contact us here.', ['“contact us here” link']],
  ['To exercise any of these rights, please use this form.', ['contact form']],
  [
    'Contact us about your data at https://help.quillfern.example/requests.',
    ['https://help.quillfern.example/requests'],
  ],
  [
    'Questions about privacy? Contact us at [[email protected]](https://quillfern.example/cdn-cgi/l/email-protection).',
    ['[email protected]'],
  ],
  ['Reach our Data Protection Officer at DPO @ quillfern.example.', ['dpo@quillfern.example']],
])('"%s" tells where, without a name or in disguise', (text, where) => {
  expect(stated('contact.privacy', text, PRIVACY)).toEqual(where)
})

test('a link without a name counts where nothing else is given, and hidden mail where there is no link', () => {
  const hidden =
    'Contact us about your rights at [[email protected]](https://quillfern.example/cdn-cgi/l/email-protection).'
  const here = 'To exercise your rights, please contact us here.'
  expect(stated('contact.privacy', [here, 'Questions go to privacy@quillfern.example.'], PRIVACY)).toEqual([
    'privacy@quillfern.example',
  ])
  expect(stated('contact.privacy', [hidden, here], PRIVACY)).toEqual(['“contact us here” link'])
})

test.each([
  'The contact details of the data protection authorities are here: https://authorities.example.',
  'Opt out of personal advertising at https://choices.example or contact us here.',
  'If you fill out this form, we use your personal data to answer your request.',
])('"%s" is no place for requests to us', (text) => {
  expect(stated('contact.privacy', text, PRIVACY)).toBeNull()
})

test('terms give a place for deleting the reader’s data, and for questions on the processing', () => {
  expect(
    stated(
      'contact.privacy',
      'For help with deleting Your data, please contact support https://dev.quillfern.example/contact.',
    ),
  ).toEqual(['https://dev.quillfern.example/contact'])
  expect(
    stated('contact.privacy', 'The Controller can write about these Data Processing Terms to info@quillfern.example.'),
  ).toEqual(['info@quillfern.example'])
})

test('the address of a form says more than its name', () => {
  expect(
    stated(
      'contact.privacy',
      'You may exercise your rights by using Fernquill’s online request form at https://fernquill.example/data-request or',
      PRIVACY,
    ),
  ).toEqual(['https://fernquill.example/data-request'])
})

test('a link to a team counts, a company with Online in its name does not', () => {
  expect(
    stated('contact.privacy', 'To exercise your rights, please contact our Data Protection Officer here.', PRIVACY),
  ).toEqual(['“contact us here” link'])
  expect(
    stated(
      'contact.privacy',
      'On your rights, contact our representative at Fernquill Online Ltd, 1 Mill Row.',
      PRIVACY,
    ),
  ).toBeNull()
})

test('mail that a page hides is told where it stands under rights or serves changes of data', () => {
  const hidden = '[[email protected]](https://quillfern.example/cdn-cgi/l/email-protection)'
  expect(stated('contact.privacy', `Email: ${hidden}`, { ...PRIVACY, heading: 'Privacy > Your rights' })).toEqual([
    '[email protected]',
  ])
  expect(stated('contact.privacy', `Please ${hidden} to update or change your personal information.`, PRIVACY)).toEqual(
    ['[email protected]'],
  )
})

test.each([
  [
    'To make a request, contact Fernquill using this contact form: https://fernquill.example/ask or by telephone.',
    'https://fernquill.example/ask',
  ],
  [
    'To exercise your rights, please complete the form available at ask.quillfern.example and include your name.',
    'ask.quillfern.example',
  ],
  ['To exercise your rights, use our online form at any time.', 'online form'],
])('"%s" leads to %s', (text, where) => {
  expect(stated('contact.privacy', text, PRIVACY)).toEqual([where])
})

test('a desk of any name answers where it is said to, and an imprint may hide its mail', () => {
  expect(
    stated(
      'contact.privacy',
      'For any matters relating to data protection you may contact notices@quillfern.example.',
      PRIVACY,
    ),
  ).toEqual(['notices@quillfern.example'])
  expect(
    stated(
      'contact.privacy',
      'Quillfern 5 Fern Street, Fernhill 94104 [[email protected]](https://quillfern.example/cdn-cgi/l/email-protection)',
      { ...PRIVACY, heading: 'Contact us' },
    ),
  ).toEqual(['[email protected]'])
})

test.each([
  ['To exercise your rights, use the “Data request” button in your account.', ['“Data request” button']],
  ['You can exercise your rights in our Privacy Center.', ['Privacy Center']],
  ['To exercise these rights, go to https://quillfern.example/rights.', ['https://quillfern.example/rights']],
])('"%s" is where requests go', (text, places) => {
  expect(stated('contact.privacy', text, { document: 'Privacy Policy' })).toEqual(places)
})

test('a link to leave a newsletter takes no requests', () => {
  const text = 'You can object by clicking the “unsubscribe” link in our messages.'
  expect(stated('contact.privacy', text, { document: 'Privacy Policy' })).toBeNull()
})

test.each([
  [
    'If you have questions about your personal data, contact us through our individual rights request portal.',
    ['individual rights request portal'],
  ],
  ['You can make a request to delete your information here.', ['request form']],
  ['For questions on personal data, please contact us via the contact page.', ['contact page']],
  ['Our Data Protection Officer is at: [email protected]', ['[email protected]']],
])('"%s" takes requests', (text, places) => {
  expect(stated('contact.privacy', text, { document: 'Privacy Policy' })).toEqual(places)
})

test.each([
  'If you have any questions about these Terms, please write to privacy@quillfern.example.',
  'Questions regarding, or in connection with, this Agreement go to privacy@quillfern.example.',
])('in terms, a desk for questions about them takes no requests: "%s"', (text) => {
  expect(stated('contact.privacy', text)).toBeNull()
})

test.each([
  ['For questions about these Terms or your personal data write to privacy@quillfern.example.', {}],
  ['Write to privacy@quillfern.example.', {}],
  ['If you have any questions about these terms, write to privacy@quillfern.example.', PRIVACY],
])('"%s" names a desk for privacy', (text, setting) => {
  expect(stated('contact.privacy', text, setting)).toEqual(['privacy@quillfern.example'])
})

test.each([
  'You do not have to fill in a specific form to make this kind of request about your rights.',
  'There is no need to use any particular form to exercise your rights.',
])('a form that is not needed is none: "%s"', (text) => {
  expect(stated('contact.privacy', text, PRIVACY)).toBeNull()
})

test('a form that only stops advertising takes no requests', () => {
  const text = 'You can opt out from receiving personalized communications by submitting an opt out request form.'
  expect(stated('contact.privacy', text, PRIVACY)).toBeNull()
})

test('a portal is given with its address as printed', () => {
  expect(
    stated(
      'contact.privacy',
      'To exercise your rights, submit a request at https://privacy.quillfern.example/requests.',
      PRIVACY,
    ),
  ).toEqual(['https://privacy.quillfern.example/requests'])
  expect(stated('contact.privacy', 'To exercise your rights, visit privacy.quillfern.example.', PRIVACY)).toEqual([
    'privacy.quillfern.example',
  ])
})
