import { describe, expect, test } from 'vitest'
import { FACTS } from '../../../core/provision.ts'
import { HAS_LABELLED_DOCUMENTS, labelledDocuments } from './fixtures/labelled-documents.ts'
import { readFacts } from './index.ts'
import type { FactBlock } from './passage.ts'

const BLOCKS: readonly FactBlock[] = [
  { heading: '', text: 'Last updated: March 3, 2025' },
  {
    heading: 'Changes',
    text: 'We may change these Terms. We will email you at least 30 days before the changes to these Terms take effect.',
  },
  {
    heading: 'General',
    text: 'These Terms are governed by Irish law. You must be at least 18 years old to use the Services.',
  },
]

test('each fact is stated at most once, with an exact quotation of the block it names', () => {
  const facts = readFacts(BLOCKS, { platform: 'Quillfern', document: 'Terms of Service' })
  expect(facts.map(({ fact, value, block }) => [fact, value, block])).toEqual([
    ['dates.stated', '2025-03-03', 0],
    ['changes.noticeDays', 30, 1],
    ['changes.noticeChannel', ['email'], 1],
    ['law.governing', 'Ireland', 2],
    ['age.minimum', 18, 2],
  ])
  for (const { quote, block } of facts) expect(BLOCKS[block]?.text).toContain(quote)
})

test('an empty document states nothing', () => {
  expect(readFacts([], { platform: '', document: '' })).toEqual([])
  expect(readFacts([{ heading: '', text: '' }], { platform: 'C++ (beta)', document: '' })).toEqual([])
})

test('a long block of repeated words is read in good time', () => {
  const parts = [
    'you will not ',
    'thirty (30) days notice before ',
    'update the terms of the ',
    'indemnify hold ',
    'privacy@a.',
    '| a ',
    'own output assign ',
    'if you are under the age of ',
    'Aaa Bbb of ',
    'train models on your data unless ',
  ]
  const started = performance.now()
  for (const part of parts)
    readFacts([{ heading: 'Changes', text: part.repeat(Math.ceil(60_000 / part.length)) }], {
      platform: 'Quillfern',
      document: 'Privacy Policy',
    })
  expect(performance.now() - started).toBeLessThan(10_000)
})

describe.skipIf(!HAS_LABELLED_DOCUMENTS)('on the labelled documents in ../shared', () => {
  test('every quotation is an exact part of its block, and no fact comes twice', () => {
    const documents = labelledDocuments()
    expect(documents.length).toBeGreaterThan(200)
    let count = 0
    for (const { platform, document, blocks } of documents) {
      const facts = readFacts(blocks, { platform, document })
      expect(new Set(facts.map((one) => one.fact)).size).toBe(facts.length)
      for (const { fact, quote, block } of facts) {
        count++
        expect(FACTS).toContain(fact)
        expect(quote.length).toBeGreaterThan(0)
        expect(blocks[block]?.text.includes(quote)).toBe(true)
      }
    }
    expect(count).toBeGreaterThan(1000)
  })
})
