import { expect, it } from 'vitest'
import { type Line, smallText } from './fixtures/small-text.ts'
import { groupBlocks } from './group.ts'

function groups(...lines: Line[]): string[] {
  const { text, answers } = smallText(lines)
  return groupBlocks(text.blocks, answers).map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`))
}

it('a bare lead-in is one provision with its items', () => {
  expect(
    groups(
      ['h', 'Conduct'],
      ['p', 'You may not:'],
      ['i', 'send spam;', ['prohibited-use']],
      ['i', 'bully people;', ['prohibited-use']],
      ['p', 'We like kind people.'],
    ),
  ).toEqual(['1-3'])
})

it('items of another kind of rule are provisions of their own, and those behind them go on', () => {
  expect(
    groups(
      ['p', 'We share your data with:'],
      ['i', 'our affiliates;', ['data-sharing']],
      ['i', 'the police, where the law demands it;', ['government-access']],
      ['i', 'our vendors.', ['data-sharing']],
    ),
  ).toEqual(['0-1', '2', '3'])
})

it('numbered paragraphs under a lead-in are its items', () => {
  expect(
    groups(
      ['n', 'In particular you must not:', [], '4.2'],
      ['n', 'resell the service;', ['prohibited-use'], '(a)'],
      ['n', 'harm anybody.', ['prohibited-use'], '(b)'],
      ['n', 'You must pay.', ['fees-payment'], '4.3'],
    ),
  ).toEqual(['0-2', '3'])
})

it('paragraphs that go on with the same types under one heading are one, and a heading or a run-in heading ends it', () => {
  expect(
    groups(
      ['h', 'Liability'],
      ['p', 'We are not liable for loss of profit.', ['liability-limit']],
      ['p', 'We are not liable for loss of data either.', ['liability-limit']],
      ['p', 'Cap. Our liability is capped at 100 euros in any year.', ['liability-limit']],
      ['h', 'More'],
      ['p', 'We are not liable for acts of others.', ['liability-limit']],
    ),
  ).toEqual(['1-2', '3', '5'])
})

it('an item without a type between items of the rule is inside of it', () => {
  expect(
    groups(
      ['p', 'You have the right to:'],
      ['i', 'see your data', ['privacy-rights']],
      ['i', 'and so on', []],
      ['i', 'have it deleted', ['privacy-rights']],
    ),
  ).toEqual(['0-3'])
})

it('clauses that stand as long items without a lead-in stay apart', () => {
  const long =
    'You must keep your password to yourself and tell us at once where somebody else has learned it. '.repeat(3)
  expect(groups(['i', long, ['account-duties']], ['i', long, ['account-duties']])).toEqual(['0', '1'])
})

it('what states nothing is no provision', () => {
  expect(groups(['h', 'Definitions'], ['p', '"Service" means the service.'], ['p', 'Read on.'])).toEqual([])
})
