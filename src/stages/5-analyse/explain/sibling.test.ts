import { expect, it } from 'vitest'
import type { DocumentType } from '../../../core/document.ts'
import type { ExplainInput, Explanation } from '../../../core/explanation.ts'
import type { Fact } from '../../../core/provision.ts'
import { packageKnowledge } from '../../../service/knowledge.ts'
import { explain } from './index.ts'

const fact = (name: Fact['fact'], value: Fact['value']): Fact => ({ fact: name, value, quote: 'q', block: 0 })
const WAY_OUT = [fact('training.stance', 'opt-out'), fact('training.optOutRoute', ['settings'])]
const QUOTE = 'We may use your prompts to train our models.'

function of(
  facts: ExplainInput['facts'],
  sibling?: readonly Fact[] | null,
  type: DocumentType = 'privacy-policy',
): Explanation {
  const block = { kind: 'paragraph', depth: 0, number: null, headingPath: [], text: QUOTE, links: [] } as const
  const privacy = { title: 'Privacy Policy', type, href: '/d/privacy' } as const
  const input: ExplainInput = {
    platform: 'Northwind Models',
    document: { title: 'Terms of Service', type: 'terms-of-service' },
    text: { format: 1, blocks: [block] },
    blocks: { first: 0, last: 0 },
    quote: QUOTE,
    types: ['model-training'],
    severity: 'high',
    facts,
    provisions: [],
    documents: sibling === undefined ? [privacy] : [{ ...privacy, facts: sibling }],
  }
  return explain(input, packageKnowledge())
}
const ON = [fact('training.stance', 'default-on')]

it('a way out that the privacy policy states is told to whoever reads the terms, with a link', () => {
  const { elsewhere, whatItIs } = of(ON, WAY_OUT)
  expect(elsewhere).toEqual([
    {
      title: 'Privacy Policy',
      href: '/d/privacy',
      text: 'states a way to keep content out of training: a setting in the account.',
    },
  ])
  expect(whatItIs).not.toMatch(/no way for the reader|no choice/i)
})

it('a way out by contract alone is none', () => {
  const byContract = [fact('training.optOutRoute', ['contract'])]
  expect(of(ON, byContract).elsewhere).toEqual([])
  expect(of(ON, byContract).whatItIs).toBe(of(ON, []).whatItIs)
})

it('what the own document states comes first, and nothing is said of documents that nobody assessed', () => {
  expect(of(WAY_OUT, WAY_OUT).elsewhere).toEqual([])
  expect(of(ON, null).elsewhere).toEqual([])
  expect(of(ON).elsewhere).toEqual([])
  expect(of(null, WAY_OUT).elsewhere).toEqual([])
})

it('a way out that an agreement with organisations states is none for readers of the terms', () => {
  const elsewhere = of(ON, WAY_OUT, 'data-processing-agreement')
  expect(elsewhere.elsewhere).toEqual([])
  expect(elsewhere.whatItIs).toBe(of(ON, []).whatItIs)
})

it('whoever is asked first, or left out, is told of no way out', () => {
  expect(of([fact('training.stance', 'opt-in')], [fact('training.optOutRoute', ['settings'])]).elsewhere).toEqual([])
  expect(of([fact('training.stance', 'never')], WAY_OUT).elsewhere).toEqual([])
})
