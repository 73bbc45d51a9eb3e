import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block, BlockKind } from '../core/policy-text.ts'
import { type Flow, headingLevels, toFlow } from './policy-flow.ts'

const block = (kind: BlockKind, depth: number, text = kind as string): Block => ({
  kind,
  depth,
  number: null,
  headingPath: [],
  text,
  links: [],
})

/** Positions of all blocks of a flow, in order. */
function positions(flow: readonly Flow[]): readonly number[] {
  return flow.flatMap((one) => {
    if (one.kind === 'list') return one.items.flatMap((item) => [item.at, ...positions(item.children)])
    if (one.kind === 'table') return one.rows.map((row) => row.at)
    return [one.at]
  })
}

const anyBlock = fc.record({
  kind: fc.constantFrom<BlockKind>('heading', 'paragraph', 'item', 'row', 'note'),
  depth: fc.integer({ min: 0, max: 7 }),
})

describe('the flow of a policy text', () => {
  it('nests items by depth, with what belongs to them', () => {
    const flow = toFlow(
      [block('item', 1), block('item', 2), block('note', 2), block('item', 1), block('paragraph', 0)],
      2,
    )
    expect(flow.map(({ kind }) => kind)).toEqual(['list', 'paragraph'])
    const [first, second] = (flow[0] as Extract<Flow, { kind: 'list' }>).items
    expect(first!.children.map(({ kind }) => kind)).toEqual(['list'])
    expect(positions(first!.children)).toEqual([1, 2])
    expect(second!.children).toEqual([])
  })

  it('makes rows that follow each other one table', () => {
    const flow = toFlow([block('row', 0), block('row', 0), block('paragraph', 0), block('row', 0)], 2)
    expect(flow.map(({ kind }) => kind)).toEqual(['table', 'paragraph', 'table'])
  })

  it('skips no level of headings, whatever the document skips', () => {
    const levels = headingLevels(
      [block('heading', 1), block('heading', 4), block('heading', 5), block('heading', 2)],
      2,
    )
    expect([...levels.values()]).toEqual([2, 3, 4, 3])
  })

  it('holds every block once and in order, for any text', () => {
    fc.assert(
      fc.property(fc.array(anyBlock, { maxLength: 40 }), (kinds) => {
        const blocks = kinds.map(({ kind, depth }) => block(kind, depth))
        expect(positions(toFlow(blocks, 2))).toEqual(blocks.map((_, at) => at))
      }),
    )
  })

  it('never goes down by more than one level of heading, for any text', () => {
    fc.assert(
      fc.property(fc.array(anyBlock, { maxLength: 40 }), (kinds) => {
        const levels = [
          ...headingLevels(
            kinds.map(({ kind, depth }) => block(kind, depth)),
            2,
          ).values(),
        ]
        for (const [at, level] of levels.entries()) {
          expect(level).toBeLessThanOrEqual((levels[at - 1] ?? 1) + 1)
          expect(level).toBeLessThanOrEqual(6)
        }
      }),
    )
  })
})
