import { describe, expect, it } from 'vitest'
import { contextKey, contextKeys } from './context.ts'

const CONTEXT = { platform: 'Larkfield', document: 'Terms of Service' }
const block = (text: string, heading = 'Terms') => ({ heading, text })
const FILLER = Array.from({ length: 60 }, (_, i) => block(`Sentence number ${i} says nothing of interest to anybody.`))

describe('the key of a block', () => {
  it('stays when something far away changes', () => {
    const before = [block('First.'), ...FILLER, block('You pay.')]
    const after = [block('Another first.'), ...FILLER, block('You pay.')]
    expect(contextKeys(after, CONTEXT)[61]).toBe(contextKeys(before, CONTEXT)[61])
  })

  it.each([
    ['its text', [block('a. b. c.'), block('You may pay.'), block('End.')], CONTEXT],
    ['the block before it', [block('a. b. d.'), block('You pay.'), block('End.')], CONTEXT],
    ['the block after it', [block('a. b. c.'), block('You pay.'), block('Ending.')], CONTEXT],
    ['its heading', [block('a. b. c.'), block('You pay.', 'Fees'), block('End.')], CONTEXT],
    ['the document', [block('a. b. c.'), block('You pay.'), block('End.')], { ...CONTEXT, document: 'Privacy Policy' }],
    ['the platform', [block('a. b. c.'), block('You pay.'), block('End.')], { ...CONTEXT, platform: 'Otherfield' }],
  ])('changes with %s', (_, blocks, context) => {
    const usual = contextKey([block('a. b. c.'), block('You pay.'), block('End.')], 1, CONTEXT)
    expect(contextKey(blocks, 1, context)).not.toBe(usual)
  })

  it('changes with what the answer for the block before depends on', () => {
    const under = (heading: string) => [block('Old.', heading), block('a. b. c.', heading), block('You pay.', 'Fees')]
    expect(contextKey(under('Fees'), 2, CONTEXT)).not.toBe(contextKey(under('Privacy'), 2, CONTEXT))
  })

  it('changes with the lead-in of its list, also from afar', () => {
    const items = Array.from({ length: 5 }, (_, i) => block(`item ${i};`))
    const [may, mayNot] = ['You may:', 'You may not:'].map((text) => contextKey([block(text), ...items], 5, CONTEXT))
    expect(may).not.toBe(mayNot)
  })
})
