import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, passagesOf, sentencesOf } from './passage.ts'

test('folding keeps every position', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      expect(fold(text)).toHaveLength(text.length)
    }),
  )
  expect(fold('İstanbul “A”')).toHaveLength('İstanbul “A”'.length)
  expect(fold('You’ll “see” —\u00a0OK')).toBe('you\'ll "see" - ok')
})

test('sentences end at full stops and not at abbreviations', () => {
  expect(sentencesOf('We may act. You agree! Is it so? Yes.')).toEqual([
    'We may act.',
    'You agree!',
    'Is it so?',
    'Yes.',
  ])
  expect(sentencesOf('Use of Quillfern Inc. Services (e.g. The App) is free. Enjoy.')).toEqual([
    'Use of Quillfern Inc. Services (e.g. The App) is free.',
    'Enjoy.',
  ])
})

test('every sentence is an exact part of its text', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), (text) => {
      for (const sentence of sentencesOf(text)) expect(text.includes(sentence)).toBe(true)
    }),
  )
})

test('items know the sentence that introduces their list, and a new heading ends it', () => {
  const passages = passagesOf([
    { heading: 'Use', text: 'You may not:' },
    { heading: 'Use', text: 'resell the Service' },
    { heading: 'Other', text: 'resell is allowed here' },
  ])
  expect(passages.map((one) => one.lead)).toEqual(['', 'you may not:', ''])
})

test('a name with an exclamation mark goes on, an exclamation ends', () => {
  expect(sentencesOf('Fees paid by Yippee! To publishers they go.')).toEqual([
    'Fees paid by Yippee! To publishers they go.',
  ])
  expect(sentencesOf('We are here for you! Write to us! Now read on.')).toEqual([
    'We are here for you!',
    'Write to us!',
    'Now read on.',
  ])
})
