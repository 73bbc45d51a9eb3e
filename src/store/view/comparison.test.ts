import { describe, expect, it } from 'vitest'
import type { FactName, FactValue } from '../../core/provision.ts'
import { type ComparedDocument, cellOf, sharesOf } from './comparison.ts'

let texts = 0
function document(
  platform: string,
  facts: Partial<Record<FactName, FactValue>> | null,
  textId = ++texts,
): ComparedDocument {
  return {
    platformName: platform,
    platformSlug: platform,
    documentTitle: 'Terms',
    documentSlug: 'terms',
    type: 'terms-of-service',
    version: 1,
    textId,
    facts:
      facts &&
      new Map(
        Object.entries(facts).map(([fact, value]) => [
          fact as FactName,
          { value: value!, quote: 'so it says', block: 0 },
        ]),
      ),
  }
}

describe('a cell', () => {
  it('differs where documents state different things, and not where one is silent', () => {
    const one = document('a', { 'training.stance': 'opt-out' })
    const other = document('a', { 'training.stance': 'never' })
    expect(cellOf([one, document('a', {})], 'training.stance')).toMatchObject({ differs: false, silent: 1 })
    expect(cellOf([one, other], 'training.stance')).toMatchObject({ differs: true, silent: 0 })
  })

  it('tells what is not stated from what was not assessed', () => {
    const cell = cellOf([document('a', {}), document('a', null)], 'age.minimum')
    expect(cell).toMatchObject({ answers: [], silent: 1, notAssessed: 1 })
  })

  it('knows lists in another order as the same, and dates as each document’s own', () => {
    const lists = [
      document('a', { 'changes.noticeChannel': ['email', 'posting'], 'dates.stated': '2026-01-01' }),
      document('a', { 'changes.noticeChannel': ['posting', 'email'], 'dates.stated': '2026-02-02' }),
    ]
    expect(cellOf(lists, 'changes.noticeChannel').differs).toBe(false)
    expect(cellOf(lists, 'dates.stated').differs).toBe(false)
  })
})

describe('a share', () => {
  it('counts a text that governs several platforms once, and says what it is a share of', () => {
    const shared = { 'law.governing': 'California' } as const
    const documents = [
      document('a', shared, 900),
      document('b', shared, 900),
      document('c', { 'law.governing': 'california' }),
      document('d', { 'law.governing': 'England and Wales' }),
      document('e', {}),
      document('f', null),
    ]
    const { shares, stating, assessed } = sharesOf(documents, 'law.governing')
    expect(shares.map(({ key, platforms, texts: count }) => [key, platforms, count])).toEqual([
      ['california', 3, 2],
      ['england and wales', 1, 1],
    ])
    expect(stating).toEqual({ platforms: 4, texts: 3 })
    expect(assessed).toEqual({ platforms: 5, texts: 4 })
  })
})
