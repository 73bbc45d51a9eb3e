import { expect, test } from 'vitest'
import { stated } from './fixtures/fictional-document.ts'

const PRIVACY = { document: 'Privacy Policy' }

test.each([
  ['For transfers outside the EEA we rely on the Standard Contractual Clauses.', ['scc']],
  [
    'We transfer personal data on the basis of an adequacy decision of the European Commission or standard data protection clauses.',
    ['scc', 'adequacy'],
  ],
  ['Quillfern complies with the EU-U.S. Data Privacy Framework.', ['dpf']],
  ['Transfers within our group rest on binding corporate rules.', ['bcr']],
  [
    'Your submission represents your agreement to the transfer of your personal information to another country.',
    ['consent'],
  ],
  ['Transfers within our group rest on adequate safeguards, that is on binding internal company rules.', ['bcr']],
  [
    'By using the service, you consent that we may transfer to, and store the data we collect about you, in countries other than your own.',
    ['consent'],
  ],
  [
    'You understand and agree that we must collect, store and transfer this information in the countries where we operate.',
    ['consent'],
  ],
  [
    'By using the service, you consent to the processing, transfer and storage of information in and to the U.S. and elsewhere.',
    ['consent'],
  ],
  [
    'We transfer personal data to countries which are recognised as providing an adequate level of protection.',
    ['adequacy'],
  ],
  ['We use the SCCs as amended by the UK Addendum for transfers of personal data.', ['scc', 'other']],
  [
    'Where data goes to a country that has not been recognised as having an adequate level of protection in Europe, we use standard contractual clauses.',
    ['scc'],
  ],
  ['When we transfer personal data abroad we use the SCCs or other lawful transfer mechanisms.', ['scc', 'other']],
])('"%s" names its mechanisms', (text, mechanisms) => {
  expect(stated('transfer.mechanisms', text, PRIVACY)).toEqual(mechanisms)
})

test.each([
  'Your data may be transferred to the United States.',
  'You have all necessary rights, permissions and consents to transfer personal data to us abroad.',
  'You agree to the Data Transfer Addendum for personal data from the EU.',
  'We review the adequacy of our information security program every year.',
  'You have the right to transfer your personal data and to withdraw consent.',
  'In a merger, personal data may be transferred with other assets.',
  'We use appropriate safeguards where required.',
])('"%s" names none', (text) => {
  expect(stated('transfer.mechanisms', text, PRIVACY)).toBeNull()
})

test('who agrees to and acknowledges transfers consents', () => {
  const text =
    'Your information is processed in other countries. By using the Services, you agree to and acknowledge these transfers.'
  expect(stated('transfer.mechanisms', text, PRIVACY)).toEqual(['consent'])
})

test('a decision on adequacy may be told in other words', () => {
  const text = 'We only transfer data to countries for which the Commission has decided that protection is adequate.'
  expect(stated('transfer.mechanisms', text, { document: 'Privacy Policy' })).toEqual(['adequacy'])
})

test.each([
  ['We rely on the Commission’s model contracts for transfers of personal data to third countries.', ['scc']],
  ['Your personal data may be stored abroad. We will ask for your consent before making such a transfer.', ['consent']],
  ['When we send your personal data outside of the EEA, a proper legal agreement covers the transfer.', ['other']],
])('"%s" rests on a mechanism', (text, mechanisms) => {
  expect(stated('transfer.mechanisms', text, { document: 'Privacy Policy' })).toEqual(mechanisms)
})
