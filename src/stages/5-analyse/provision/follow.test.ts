import { describe, expect, it } from 'vitest'
import { plainText } from '../../../core/policy-text.ts'
import { type Line, smallText } from './fixtures/small-text.ts'
import { type BlockPair, followProvisions } from './follow.ts'

const RULES: readonly Line[] = [
  ['h', 'Rules'],
  ['p', 'You must be 16 years old to use the Service at all.', ['children-age']],
  ['p', 'We may end your account at any time and for any reason.', ['termination-suspension']],
  ['p', 'Do not resell the Service to anybody else.', ['prohibited-use']],
]

/** Provisions of `RULES` are numbers 11, 12 and 13, in order. */
function follow(lines: readonly Line[], pairs: readonly BlockPair[], before: readonly Line[] = RULES) {
  const old = smallText(before)
  const now = smallText(lines)
  const provisions = followProvisions(old.text, old.answers, [], null).provisions.map(({ first, last }, at) => ({
    first,
    last,
    number: 11 + at,
  }))
  return followProvisions(now.text, now.answers, [], { text: old.text, provisions, pairs })
}

const same = (old: number, now: number): BlockPair => ({ old: [old], new: [now], similarity: 1 })

describe('provisions followed from version to version', () => {
  it('begin with no past, each quoting its blocks verbatim', () => {
    const { text, answers } = smallText(RULES)
    const { provisions } = followProvisions(text, answers, [], null)
    expect(provisions.map(({ from, first }) => [from, first])).toEqual([
      [null, 1],
      [null, 2],
      [null, 3],
    ])
    for (const { wording } of provisions) expect(plainText(text)).toContain(wording!.exact)
  })

  it('keep id and wording where the words are the same, whatever is thought of them now', () => {
    const rethought = RULES.map(([kind, text, types]): Line => [kind, text, types ? ['general-terms'] : []])
    const { provisions, merged } = follow(
      rethought,
      [0, 1, 2, 3].map((at) => same(at, at)),
    )
    expect(provisions.map(({ from, wording }) => [from, wording])).toEqual([
      [11, null],
      [12, null],
      [13, null],
    ])
    expect(merged).toEqual([])
  })

  it('keep the id under a new wording where the words were edited', () => {
    const edited: Line[] = [...RULES]
    edited[1] = ['p', 'You must be 18 years old to use the Service at all.', ['children-age']]
    const { provisions } = follow(edited, [same(0, 0), { ...same(1, 1), similarity: 0.9 }, same(2, 2), same(3, 3)])
    expect(provisions.map(({ from, wording }) => [from, wording?.exact ?? null])).toEqual([
      [11, 'You must be 18 years old to use the Service at all.'],
      [12, null],
      [13, null],
    ])
  })

  it('begin where a block is new, and end where one is gone', () => {
    const lines: Line[] = [RULES[0]!, RULES[3]!, ['p', 'We may raise prices at any time.', ['fees-payment']]]
    const { provisions } = follow(lines, [same(0, 0), same(3, 1)])
    expect(provisions.map(({ from, splitFrom }) => [from, splitFrom])).toEqual([
      [13, null],
      [null, null],
    ])
  })

  it('go on in the largest part where they are split, and the other part says where it came from', () => {
    const both = 'You must be 16. We may end your account at any time, for any reason, and without telling you why.'
    const before: Line[] = [
      ['h', 'Rules'],
      ['p', both, ['children-age', 'termination-suspension']],
    ]
    const lines: Line[] = [
      ['h', 'Rules'],
      ['p', 'You must be 16.', ['children-age']],
      [
        'p',
        'We may end your account at any time, for any reason, and without telling you why.',
        ['termination-suspension'],
      ],
    ]
    const { provisions } = follow(lines, [same(0, 0), { old: [1], new: [1, 2], similarity: 0.95 }], before)
    expect(provisions.map(({ from, splitFrom }) => [from, splitFrom])).toEqual([
      [null, 11],
      [11, null],
    ])
  })

  it('go on in the oldest where they are merged', () => {
    const lines: Line[] = [
      ['h', 'Rules'],
      ['p', `${RULES[1]![1]} ${RULES[2]![1]}`, ['children-age', 'termination-suspension']],
      RULES[3]!,
    ]
    const { provisions, merged } = follow(lines, [same(0, 0), { old: [1, 2], new: [1], similarity: 0.97 }, same(3, 2)])
    expect(provisions.map(({ from }) => from)).toEqual([11, 13])
    expect(merged).toEqual([{ from: 12, into: 11 }])
  })

  it('take an item in that is added to their list', () => {
    const before: Line[] = [
      ['p', 'You may not:'],
      ['i', 'send spam to people who did not ask for it;', ['prohibited-use']],
      ['i', 'bully people or have them bullied;', ['prohibited-use']],
    ]
    const lines: Line[] = [...before, ['i', 'resell the Service.', ['prohibited-use']]]
    const { provisions } = follow(lines, [same(0, 0), same(1, 1), same(2, 2)], before)
    expect(provisions).toHaveLength(1)
    expect(provisions[0]).toMatchObject({ from: 11, first: 0, last: 3 })
    expect(provisions[0]!.wording!.exact).toContain('resell the Service.')
  })

  it('are not made of unchanged text that stated nothing before', () => {
    const before: Line[] = [['h', 'Rules'], ['p', 'Welcome to the Service.'], ...RULES.slice(1)]
    const lines: Line[] = [['h', 'Rules'], ['p', 'Welcome to the Service.', ['acceptance']], ...RULES.slice(1)]
    const { provisions } = follow(
      lines,
      [0, 1, 2, 3, 4].map((at) => same(at, at)),
      before,
    )
    expect(provisions.map(({ from }) => from)).toEqual([11, 12, 13])
  })
})
