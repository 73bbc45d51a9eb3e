import { describe, expect, it } from 'vitest'
import { surroundingsOf } from './surroundings.ts'

const of = (...texts: readonly string[]) => surroundingsOf(texts.map((text) => ({ heading: 'Terms > Rules', text })))

describe('surroundings', () => {
  it('give the items of a list the sentence that opens it', () => {
    expect(of('You may not:', 'scrape;', '(b) resell.').map(({ leadIn }) => leadIn)).toEqual([
      '',
      'you may not:',
      'you may not:',
    ])
  })

  it('end a list at a long paragraph', () => {
    const long = `${'This paragraph speaks of another matter at some length. '.repeat(8)}`.trim()
    expect(of('You may not:', 'scrape.', long, 'Short.').map(({ leadIn }) => leadIn !== '')).toEqual([
      false,
      true,
      false,
      false,
    ])
  })

  it('end a list at another heading', () => {
    const blocks = [
      { heading: 'A', text: 'You may not:' },
      { heading: 'A', text: 'scrape;' },
      { heading: 'B', text: 'We collect data.' },
    ]
    expect(surroundingsOf(blocks)[2]?.leadIn).toBe('')
  })

  it('take the outline number off and remember that it was there', () => {
    const [plain, dotted, lettered, bullet] = of('Pay us.', '4.2 Pay us.', '(b) Pay us.', '• Pay us.')
    expect([plain, dotted, lettered, bullet].map((around) => around?.text)).toEqual(Array(4).fill('pay us.'))
    expect([plain, dotted, lettered, bullet].map((around) => around?.numbered)).toEqual([false, true, true, true])
  })

  it('find a heading that runs into its text, and keep it for the blocks after it', () => {
    const [first, second] = of('Eligibility. You must be an adult to use this service.', 'You must also be a person.')
    expect(first?.runIn).toBe('eligibility')
    expect(second?.section).toBe('eligibility')
  })
})
