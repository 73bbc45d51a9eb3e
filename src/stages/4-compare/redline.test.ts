import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { align } from './align.ts'
import { documents, policy, sentence } from './fixtures/texts.ts'
import { redline } from './redline.ts'

describe('redline', () => {
  it('folds what is unchanged, names the heading it passed, and shows what stands beside a change', () => {
    const before = policy(
      '# One',
      ...[1, 2, 3, 4].map(sentence),
      '# Two',
      sentence(5),
      'You may sail at night.',
      sentence(6),
      sentence(7),
      sentence(8),
    )
    const after = policy(
      '# One',
      ...[1, 2, 3, 4].map(sentence),
      '# Two',
      sentence(5),
      'You may not sail at night.',
      sentence(6),
      sentence(7),
      sentence(8),
    )
    const rows = redline(align(before, after))
    expect(rows.map(({ kind }) => kind)).toEqual(['fold', 'same', 'edited', 'same', 'fold'])
    expect(rows[0]).toEqual({ kind: 'fold', count: 6, heading: 'Two' })
    expect(rows[2]).toMatchObject({
      segments: [{ kind: 'same' }, { kind: 'inserted', text: ' not' }, { kind: 'same' }],
    })
  })

  it('marks what moved and counts every block once', () => {
    fc.assert(
      fc.property(documents, documents, (a, b) => {
        const rows = redline(align(a, b))
        const counted = rows.reduce((sum, row) => sum + (row.kind === 'fold' ? row.count : row.newBlocks.length), 0)
        expect(counted).toBe(b.blocks.length)
      }),
    )
    const text = [1, 2, 3, 4, 5, 6].map(sentence)
    const moved = redline(align(policy(...text), policy(...text.slice(1, 5), text[0]!, text[5]!)))
    expect(moved.filter((row) => row.kind !== 'fold' && row.moved)).toHaveLength(1)
  })
})
