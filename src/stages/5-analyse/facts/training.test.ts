import { expect, test } from 'vitest'
import { stated } from './fixtures/fictional-document.ts'

const ON = 'We may use your content to train our AI models.'

test.each([
  [ON, 'default-on'],
  ['We do not use your inputs or outputs to train our models.', 'never'],
  ['We will not use Customer Data to train our models without your explicit consent.', 'opt-in'],
  ['We do not use your prompts to train models unless you have opted in.', 'opt-in'],
  [
    'If you do not want us to use your content to train our models, you can opt out in your account settings.',
    'opt-out',
  ],
  [
    'We do not use your data to train our models except when you use a free plan and have not opted out of training.',
    'varies',
  ],
])('"%s" is %s', (text, stance) => {
  expect(stated('training.stance', text)).toBe(stance)
})

test('a way out after a permission makes it an opt-out', () => {
  expect(stated('training.stance', [ON, 'You can opt out of this use at any time.'])).toBe('opt-out')
})

test('training on some plans and not on others varies', () => {
  expect(
    stated('training.stance', [ON, 'We do not use the data of Enterprise or Team customers to train our models.']),
  ).toBe('varies')
})

test('a list of purposes under its heading permits training', () => {
  expect(
    stated('training.stance', 'To train and improve our machine learning models.', {
      document: 'Privacy Policy',
      heading: 'How we use your personal data',
    }),
  ).toBe('default-on')
})

test.each([
  'You may not use the output to train competing AI models.',
  'Our models are trained on publicly available information from the Internet.',
  'Our employees receive training on data protection.',
  'You may upload training data to fine-tune your own model.',
  'Developing, training or benchmarking machine learning models with our content is prohibited.',
])('"%s" says nothing of training on what readers give', (text) => {
  expect(stated('training.stance', text)).toBeNull()
})

test.each([
  ['You can opt out of training in your account settings.', ['settings']],
  ['You may object to the use of your content to train our models by emailing privacy@quillfern.example.', ['email']],
  ['You can opt out of training our models on your content by completing this form.', ['form']],
  ['Read our instructions on how to opt out of our use of your content to train our models.', ['other']],
])('"%s" names its route', (text, routes) => {
  expect(stated('training.optOutRoute', [ON, text])).toEqual(routes)
})

test('a separately signed agreement is a route of its own', () => {
  const text = 'We may use your content to train our AI models unless a separate written agreement says otherwise.'
  expect(stated('training.stance', text)).toBe('default-on')
  expect(stated('training.optOutRoute', text)).toEqual(['contract'])
})
