import fc from 'fast-check'
import { expect, test } from 'vitest'
import { passagesOf } from './passage.ts'
import { factFrom } from './reader.ts'

function quoteOf(text: string, evidence: RegExp): string {
  const [passage] = passagesOf([{ heading: '', text }])
  if (!passage) throw new Error('a passage is expected')
  return factFrom('competition.ban', true, passage, evidence).quote
}

test('a sentence of ordinary length is quoted whole', () => {
  expect(quoteOf('You may not copy the Service; you may not compete with us.', /compet/)).toBe(
    'You may not copy the Service; you may not compete with us.',
  )
})

test('of a long list the clause that states the fact is quoted', () => {
  const others = Array.from(
    { length: 20 },
    (_, i) => `(${String.fromCharCode(97 + i)}) do the forbidden thing number ${i + 1}`,
  )
  const text = `You may not: ${[...others.slice(0, 10), '(k) build a service that competes with ours', ...others.slice(11)].join('; ')}.`
  expect(quoteOf(text, /competes/)).toBe('build a service that competes with ours')
})

test('whatever the evidence, the quotation is an exact part of the sentence', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('alpha', 'beta;', 'gamma |', '(a)', 'delta:', 'word'), { minLength: 1, maxLength: 200 }),
      (words) => {
        const text = words.join(' ')
        const quote = quoteOf(text, /gamma|word/)
        expect(text.includes(quote)).toBe(true)
        expect(quote.length).toBeGreaterThan(0)
      },
    ),
  )
})
