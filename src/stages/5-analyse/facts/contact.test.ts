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
