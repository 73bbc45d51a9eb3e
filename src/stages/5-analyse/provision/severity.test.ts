import { expect, it } from 'vitest'
import { severityReasons } from './severity.ts'

const ask = { leadIn: '', types: ['content-license'], severity: 'high', facts: [] } as const

it('names what speaks for the severity first', () => {
  expect(severityReasons({ ...ask, text: 'You grant us a perpetual, worldwide licence.' })).toEqual([
    'the licence is perpetual, irrevocable or can be passed on',
  ])
  expect(severityReasons({ ...ask, text: 'You get a non-transferable right.' })[0]).toMatch(/^the words read as high/)
})

it('says what speaks against it, and that measures nobody can exercise lower nothing', () => {
  const reasons = severityReasons({
    ...ask,
    text: 'You grant us an irrevocable licence. We take reasonable measures. You can opt out.',
  })
  expect(reasons).toEqual([
    'the licence is perpetual, irrevocable or can be passed on',
    'eased in that it names a way out that the reader can take',
    '"reasonable" or "appropriate" measures are no safeguard that a reader can exercise, and lower nothing',
  ])
})

it('takes the lead-in of a list and the stated facts into account', () => {
  const reasons = severityReasons({
    text: 'resell the Service',
    leadIn: 'You may not:',
    types: ['prohibited-use'],
    severity: 'medium',
    facts: [{ fact: 'changes.noticeDays', value: 30, quote: '', block: 0 }],
  })
  expect(reasons).toEqual(['forbids something to the reader', 'changes are announced 30 days before'])
})

it('never says nothing', () => {
  expect(severityReasons({ ...ask, severity: 'low', text: 'Lovely weather.' })).toHaveLength(1)
})
