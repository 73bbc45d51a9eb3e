import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HAS_LABELLED_DOCUMENTS, labelledDocuments } from './fixtures/labelled-documents.ts'
import { createFactMemory, readFacts } from './index.ts'
import { ofSentence } from './memory.ts'
import { type FactBlock, passagesOf } from './passage.ts'

const HEADINGS = ['', 'Changes to these Terms', 'Disputes', 'How we use your data', 'Restrictions', 'Contact'] as const
/** Of every family some; many say something else under another heading, lead-in or neighbour, or of another document. */
const TEXTS = [
  'Last updated: March 3, 2025',
  'These Terms are effective as of the last updated date above.',
  'We may change these Terms. We will email you at least 30 days before the changes to these Terms take effect.',
  'If you continue to use the Service after a change, you accept the revised Terms.',
  'Notices are posted on our website.',
  'These Terms are governed by Irish law.',
  'You agree that any dispute will be resolved by binding arbitration. You waive any class action.',
  'You may opt out within 30 days of first accepting these Terms.',
  'Our total liability is limited to the greater of:',
  'the fees paid by you in the prior 12 months; or',
  '$100.',
  'You must be at least 18 years old to use the Services.',
  'You may not:',
  'use the Services to develop models that compete with us',
  'train models on your data',
  'As between you and us, you own all Output. Input and Output are together your "Material".',
  'You retain ownership of your Material.',
  'You will indemnify Quillfern. Quillfern will defend you against claims.',
  'We may suspend your account at any time for any reason.',
  'We keep your conversations for 30 days. Cookies are deleted at the end of the session.',
  '| Session cookie | 12 months |',
  'Photos are kept for 90 days.',
  'Whatever happens, quillfern will indemnify you.',
  'We transfer personal data to other countries. We rely on standard contractual clauses.',
  'Questions about privacy? Write to privacy@quillfern.example.',
  'Let us know at abuse@quillfern.example. To report harm, use the form.',
  'We use your content to train our AI models. You can opt out in your account settings.',
  'This may include training our models.',
] as const
const CONTEXTS = [
  { platform: 'Quillfern', document: 'Terms of Service' },
  { platform: 'Quillfern', document: 'Privacy Policy' },
  { platform: 'Ostrelle', document: 'Terms of Service' },
] as const

const block = fc.record({ heading: fc.constantFrom(...HEADINGS), text: fc.constantFrom(...TEXTS) })
const edit = fc.record({ at: fc.nat(40), gone: fc.nat(2), come: fc.array(block, { maxLength: 3 }) })

test.each([
  ['room for all', 10_000],
  ['room for a few sentences', 8],
])('with %s, a history of changed documents is read as if each were alone', (_, room) => {
  fc.assert(
    fc.property(
      fc.array(block, { minLength: 5, maxLength: 25 }),
      fc.array(edit, { maxLength: 8 }),
      fc.constantFrom(...CONTEXTS),
      (first, edits, context) => {
        const memory = createFactMemory(room)
        let blocks: readonly FactBlock[] = first
        for (const { at, gone, come } of [{ at: 0, gone: 0, come: [] }, ...edits]) {
          blocks = blocks.toSpliced(at % (blocks.length + 1), gone, ...come)
          expect(readFacts(blocks, context, memory)).toEqual(readFacts(blocks, context))
        }
        for (const other of CONTEXTS) expect(readFacts(blocks, other, memory)).toEqual(readFacts(blocks, other))
      },
    ),
    { numRuns: 60 },
  )
})

test('only the blocks that changed are asked about', () => {
  const asked: string[] = []
  const isAsked = ofSentence(({ text }) => asked.push(text) > 0)
  const memory = createFactMemory()
  const read = (texts: readonly string[]): readonly string[] => {
    asked.length = 0
    for (const passage of passagesOf(
      texts.map((text) => ({ heading: 'Use', text })),
      undefined,
      memory,
    ))
      isAsked(passage)
    return [...asked]
  }
  expect(read(['One. Two.', 'Three.', 'Four.'])).toEqual(['One.', 'Two.', 'Three.', 'Four.'])
  expect(read(['One. Two.', 'Three.', 'Four.'])).toEqual([])
  expect(read(['Three.', 'One. Two more.', 'Four.'])).toEqual(['One.', 'Two more.'])
  // Everything under a new introduction may mean something else.
  expect(read(['You may not:', 'Three.', 'Four.'])).toEqual(['You may not:', 'Three.', 'Four.'])
})

test('what was not asked for lately is forgotten', () => {
  const memory = createFactMemory(8)
  let read = 0
  const ask = (key: string) =>
    memory.sentencesOf(key, () => {
      read++
      return { sentences: [], leadAfter: '' }
    })
  for (let round = 0; round < 3; round++) for (const key of ['a', 'b', 'c', 'd']) ask(key)
  expect(read).toBe(4)
  for (const key of 'efghijkl') ask(key)
  ask('a')
  expect(read).toBe(13)
})

describe.skipIf(!HAS_LABELLED_DOCUMENTS)('on the labelled documents in ../shared', () => {
  test('an edited document is read from memory as it is read alone', () => {
    const memory = createFactMemory()
    let [stated, differs] = [0, 0]
    for (const [at, { platform, document, blocks }] of labelledDocuments().slice(0, 60).entries()) {
      const context = { platform, document }
      const edited = [
        blocks,
        blocks.filter((_, place) => place % 7 !== at % 7),
        blocks.toSpliced(blocks.length / 2, 2, { heading: 'Fees', text: 'We may change our prices.' }),
      ]
      const [first, ...rest] = edited.map((one) => {
        const facts = readFacts(one, context, memory)
        expect(facts).toEqual(readFacts(one, context))
        stated += facts.length
        return JSON.stringify(facts)
      })
      if (rest.some((one) => one !== first)) differs++
    }
    expect(stated).toBeGreaterThan(600)
    expect(differs).toBeGreaterThan(30)
  })
})
