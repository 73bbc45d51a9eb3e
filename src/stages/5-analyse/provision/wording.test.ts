import { describe, expect, it } from 'vitest'
import type { Classification } from '../../../core/provision.ts'
import { smallText } from './fixtures/small-text.ts'
import { runInHeading, titlesOf } from './title.ts'
import { makeWording } from './wording.ts'

describe('the wording of a provision', () => {
  const { text, answers } = smallText([
    ['h', 'Data'],
    ['p', 'We share personal data with:', []],
    ['i', 'our vendors, who help us to run the Service', ['data-sharing']],
    ['i', 'advertisers', ['data-sharing', 'advertising-sale']],
  ])
  const rated = answers.map((answer, at): Classification | null =>
    at === 3 ? { ...answer!, severity: 'high', confidence: 'low' } : answer,
  )

  it('quotes its blocks as they stand, and is as hard as its hardest block', () => {
    const wording = makeWording(text.blocks, { first: 1, last: 3 }, rated, null, [])
    expect(wording).toMatchObject({ types: ['data-sharing'], severity: 'high', basis: 'explicit' })
    expect(wording.exact).toBe(
      text.blocks
        .slice(1)
        .map((block) => block.text)
        .join('\n'),
    )
  })

  it('is as sure as the text in the middle', () => {
    expect(makeWording(text.blocks, { first: 1, last: 3 }, rated, null, []).confidence).toBe('high')
    expect(makeWording(text.blocks, { first: 3, last: 3 }, rated, null, []).confidence).toBe('low')
  })

  it('is inferred where the quotation alone does not say it', () => {
    expect(makeWording(text.blocks, { first: 3, last: 3 }, rated, null, []).basis).toBe('inferred')
  })
})

it('training by default without a choice is hard on the reader, whatever softens its words', () => {
  const { text, answers } = smallText([
    ['p', 'We may use your prompts to train our models, with reasonable measures.', ['model-training']],
  ])
  const stance = (value: string) => [{ fact: 'training.stance' as const, value, quote: 'We may', block: 0 }]
  const severity = (value: string) =>
    makeWording(text.blocks, { first: 0, last: 0 }, answers, null, stance(value)).severity
  expect(severity('default-on')).toBe('high')
  expect(severity('opt-out')).not.toBe('high')
})

it('a title is the run-in heading, else the heading of the only provision under it', () => {
  expect(runInHeading('Eligibility. You must be 18 or older to use it.')).toBe('Eligibility')
  expect(runInHeading('You must be 18. Otherwise you may not use the service.')).toBeNull()
  const { text } = smallText([
    ['h', 'Age'],
    ['p', 'You must be 18.'],
    ['h', 'Money'],
    ['p', 'Pay in time.'],
    ['p', 'Refunds. We give nothing back, whatever happens.'],
  ])
  const at = (first: number) => ({ first, last: first })
  expect(titlesOf(text.blocks, [at(1), at(3), at(4)])).toEqual(['Age', null, 'Refunds'])
})
