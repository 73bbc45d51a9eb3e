import { expect, describe as group, it } from 'vitest'
import { plainText } from '../../../core/policy-text.ts'
import { align } from '../align.ts'
import { describe } from '../describe.ts'
import { policy } from '../fixtures/texts.ts'
import { directionOf, isDefinition } from './stance.ts'
import { clause, plain, writtenDate } from './words-of-text.ts'

const LONG =
  'The keeper of the harbour keeps a book of all boats that come and go, and shows it to nobody but the owner.'

function effectOf(before: string, after: string) {
  const [old, now] = [policy('# Rules', LONG, before, LONG), policy('# Rules', LONG, after, LONG)]
  const described = describe(align(old, now), {
    old: { text: old },
    new: { text: now },
    platform: 'Harbour AI',
    documentType: 'terms-of-service',
    documentTitle: 'Terms',
  })
  return { described, effect: described.effects[0]!, text: plainText(now) }
}

group('the meaning of an edit', () => {
  it.each([
    ['You may appeal within 30 days.', 'You may appeal within 14 days.', 'now says “14” instead of “30”'],
    ['Fees are due in euros.', 'Fees are due in euros or pounds.', 'now adds “or pounds”'],
    ['We sell (or rent) no data.', 'We sell no data.', 'no longer says “or rent”'],
    ['You may moor at night.', 'You may not moor at night.', 'now adds “not moor …”'],
  ])('says its words: %s', (before, after, says) => {
    expect(effectOf(before, after).effect.meaning).toContain(says)
  })

  it('never quotes marks without words, nor half a pair of brackets', () => {
    for (const [before, after] of [
      ['You pay the fee.', 'You pay the fee (and the tax).'],
      ['You pay “the fee” at sea.', 'You pay “the fee” and “the tax” at sea.'],
    ]) {
      const { effect, described } = effectOf(before!, after!)
      for (const sentence of [effect.meaning, described.summary]) {
        expect(sentence).not.toMatch(/“\W*”/)
        expect(sentence.split('(')).toHaveLength(sentence.split(')').length)
      }
    }
  })

  it('tells which way a rewritten passage leans', () => {
    const { effect } = effectOf(
      'Boats that enter the harbour after dusk wait outside for the bell, then moor at the west quay, where the keeper writes their names down.',
      'You must not enter the harbour after dusk; boats that do shall pay a penalty at the west quay, where we may at our sole discretion remove them without notice, and the keeper writes their names down.',
    )
    expect(effect.meaning).toMatch(/less favourable to you/)
  })
})

group('direction', () => {
  it('does not call it a gain that a practice is no longer stated', () => {
    expect(directionOf('We collect your address and your name.', '', ['data-collection'])).toBe('neutral')
    expect(directionOf('We only use your prompts to answer you.', '', ['data-use'])).toBe('less-protective')
  })

  it('takes the name of the provider for the provider, and a way out of training for a burden', () => {
    const training =
      'Brightloom may use Customer Data to train models. If you subscribe to a paid tier, you may opt out of this use.'
    expect(directionOf('', training, ['model-training'])).toBe('less-protective')
    expect(directionOf('', 'We do not use your data to train models.', ['model-training'])).toBe('more-protective')
  })

  it('is neutral for definitions', () => {
    expect(isDefinition('“Emergency” means use by you that could result in liability.')).toBe(true)
    expect(isDefinition('You agree that “Emergency” means trouble.')).toBe(false)
    expect(directionOf('', '“Emergency” means use by which you become liable.', ['liability-limit'])).toBe('neutral')
  })

  it('does not count “at any time” against the reader who may', () => {
    expect(directionOf('You may withdraw at any time.', 'You may withdraw.', ['privacy-rights'])).not.toBe(
      'more-protective',
    )
  })
})

group('words of a document in ours', () => {
  it('stand without tags and marks, with inner quotation marks', () => {
    expect(plain('**Fees.**<br>* “Seat” and "plan"')).toBe('Fees. ‘Seat’ and ‘plan’')
    expect(clause('“Seat” means a place.')).toBe('“‘Seat’ means a place”.')
  })

  it('write dates as readers do', () => {
    expect(writtenDate('2026-03-01')).toBe('1 March 2026')
  })
})
