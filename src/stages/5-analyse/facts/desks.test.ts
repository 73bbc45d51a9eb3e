import { expect, test } from 'vitest'
import { stated } from './fixtures/fictional-document.ts'

test.each([
  ['If you have any questions about these Terms, write to terms@quillfern.example.', ['terms@quillfern.example']],
  ['Contact email: hello@quillfern.example.', ['hello@quillfern.example']],
  ['You may reach us at support [at] quillfern [dot] example.', ['support@quillfern.example']],
])('"%s" says where to ask', (text, addresses) => {
  expect(stated('contact.general', text)).toEqual(addresses)
})

test('a desk known by its name goes before one known by its sentence', () => {
  const texts = ['Questions? Write to ada@quillfern.example.', 'Our team answers at support@quillfern.example.']
  expect(stated('contact.general', texts)).toEqual(['support@quillfern.example'])
})

test.each([
  'Copyright notices go to dmca@quillfern.example.',
  'For press enquiries contact press@quillfern.example.',
  'To exercise your rights over personal data, write to legal@quillfern.example.',
  'Send legal notices to office@quillfern.example.',
])('"%s" names no general desk', (text) => {
  expect(stated('contact.general', text)).toBeNull()
})

test.each([
  ['Report abuse or harmful content to help@quillfern.example.', ['help@quillfern.example']],
  ['Please tell our team: safety@quillfern.example.', ['safety@quillfern.example']],
  ['Found a vulnerability? Let us know at dev@quillfern.example.', ['dev@quillfern.example']],
])('"%s" says where to report harm', (text, addresses) => {
  expect(stated('contact.safety', text)).toEqual(addresses)
})

test('an address for copyright complaints is no contact for safety', () => {
  expect(
    stated('contact.safety', 'Report content that infringes your copyright to legal@quillfern.example.'),
  ).toBeNull()
})
