import { describe, expect, it } from 'vitest'
import type { DropReason, Subject } from '../../../core/analyst.ts'
import type { Knowledge } from '../../../core/knowledge.ts'
import { checkAnswer } from './check.ts'

const PASSAGE =
  'Starting 1 March 2026, Larkspur may keep your prompts for thirty (30) days and charge a fee of $1,250.50. Write to care@larkspur.example to object.'
const QUOTE = 'Larkspur may keep your prompts for thirty (30) days'
const subject: Subject = { kind: 'passage', types: [], ours: '', passage: PASSAGE }

/** One law is enough to look things up in. */
const knowledge = {
  regulations: new Map([
    [
      'privacy-act',
      {
        id: 'privacy-act',
        title: 'General Privacy Regulation',
        short: 'GPR/GPRA',
        citation: 'Regulation 12/34',
        sections: { 'Art. 12(3)': 'time to answer', '§ 5': 'scope' },
      },
    ],
  ]),
} as unknown as Knowledge

describe('a note of a model', () => {
  it.each([
    'Prompts are kept for 30 days from 1 March 2026.',
    'From March on, prompts are kept for thirty days.',
    'Keeping costs $1,250.50; nobody under another plan is named.',
    'Larkspur says that it “may keep your prompts”.',
    'Prompts may be kept to meet legal obligations, and one can object.',
  ])('is shown where everything in it stands in the passage: %s', (text) => {
    expect(check({ text, quote: QUOTE })).toEqual({ shown: 1, dropped: {} })
  })

  it.each<[string, string, DropReason]>([
    ['Prompts are kept for 60 days.', QUOTE, 'number-not-in-passage'],
    ['Prompts are kept for ninety days.', QUOTE, 'number-not-in-passage'],
    ['A fee of $1,250 is charged.', QUOTE, 'number-not-in-passage'],
    ['This begins on 2 March 2026.', QUOTE, 'date-not-in-passage'],
    ['This begins in April.', QUOTE, 'date-not-in-passage'],
    ['Prompts are kept.', 'Larkspur will keep your prompts for thirty (30) days', 'quotation-not-verbatim'],
    ['Prompts are kept.', 'may', 'quotation-not-verbatim'],
    ['Larkspur “keeps everything forever”.', QUOTE, 'quotation-not-verbatim'],
    ['Object at care@larkspur.example.', QUOTE, 'address'],
    ['See larkspur.com/help for more.', QUOTE, 'address'],
    ['The Freedonia Privacy Act allows this.', QUOTE, 'law-unknown'],
    ['The FDPA allows this.', QUOTE, 'law-unknown'],
    ['Article 30 gives a right.', QUOTE, 'law-unknown'],
    ['This term is unenforceable.', QUOTE, 'verdict'],
    ['The fee is probably not lawful.', QUOTE, 'verdict'],
    ['Prompts are <b>kept</b>.', QUOTE, 'not-plain-text'],
    ['Prompts are [kept](somewhere).', QUOTE, 'not-plain-text'],
    ['Prompts\u202E are kept.', QUOTE, 'not-plain-text'],
    ['  ', QUOTE, 'not-plain-text'],
    [`Prompts are kept. ${'Really. '.repeat(60)}`, QUOTE, 'too-long'],
  ])('is dropped and counted: %s', (text, quote, reason) => {
    const found = check({ text, quote })
    expect(found.shown).toBe(0)
    expect(Object.keys(found.dropped)).toEqual([reason])
  })

  it('quotes the side that it names', () => {
    const difference: Subject = {
      kind: 'difference',
      types: [],
      ours: '',
      before: 'Old words stood here.',
      after: null,
    }
    const answer = (side: 'before' | 'after') => ({
      notes: [{ text: 'Words are gone.', quote: 'Old words stood', side }],
      laws: [],
    })
    expect(checkAnswer(answer('before'), difference, knowledge).notes).toHaveLength(1)
    expect(checkAnswer(answer('after'), difference, knowledge).dropped).toEqual({ 'quotation-not-verbatim': 1 })
  })
})

describe('a law that a model names', () => {
  it.each([
    ['GPR', 'Article 12(3)'],
    ['the General Privacy Regulation', '12 (3)'],
    ['GPRA', 'Sec. 5'],
    ['Regulation 12/34', null],
  ])('%s, %s is found in the knowledge', (law, section) => {
    expect(checkLaw(law, section, 'Does the law reach this?')).toEqual({ shown: 1, dropped: {} })
  })

  it.each<[string, string | null, string, DropReason]>([
    ['Freedonia Act', null, 'Does the law reach this?', 'law-unknown'],
    ['GPR', 'Article 99', 'Does the law reach this?', 'section-unknown'],
    ['GPR', null, 'The law forbids this.', 'not-a-question'],
    ['GPR', null, 'Must they answer in 45 days?', 'number-not-in-passage'],
  ])('%s, %s: %s is dropped', (law, section, question, reason) => {
    expect(checkLaw(law, section, question)).toEqual({ shown: 0, dropped: { [reason]: 1 } })
  })
})

function check({ text, quote }: { text: string; quote: string }) {
  const { notes, dropped } = checkAnswer({ notes: [{ text, quote, side: 'passage' }], laws: [] }, subject, knowledge)
  return { shown: notes.length, dropped }
}

function checkLaw(law: string, section: string | null, question: string) {
  const { laws, dropped } = checkAnswer({ notes: [], laws: [{ law, section, question }] }, subject, knowledge)
  return { shown: laws.length, dropped }
}
