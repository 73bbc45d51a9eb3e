import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { align } from './align.ts'
import type { Segment } from './alignment.ts'
import { policy } from './fixtures/texts.ts'
import { readable } from './readable.ts'
import { redline } from './redline.ts'

const segment: fc.Arbitrary<Segment> = fc.oneof(
  fc.record({ kind: fc.constantFrom('same', 'deleted', 'inserted' as const), text: fc.string({ minLength: 1 }) }),
  fc.record({ kind: fc.constant('hidden' as const), before: fc.string(), after: fc.string(), normaliser: fc.string() }),
)
const side = (segments: readonly Segment[], gone: 'deleted' | 'inserted') =>
  segments
    .map((one) =>
      one.kind === 'hidden' ? one[gone === 'deleted' ? 'after' : 'before'] : one.kind === gone ? '' : one.text,
    )
    .join('')

describe('a readable redline', () => {
  it('holds both texts as they are', () => {
    fc.assert(
      fc.property(fc.array(segment), (segments) => {
        const result = readable(segments)
        expect(side(result, 'deleted')).toBe(side(segments, 'deleted'))
        expect(side(result, 'inserted')).toBe(side(segments, 'inserted'))
      }),
    )
  })

  it('shows one phrase in place of another where they share a little word', () => {
    const row = redline(
      align(
        policy('You may cancel by letter to the harbour office before the ship leaves.'),
        policy('You may cancel by telephone or to any captain before the ship leaves.'),
      ),
    )[0]!
    expect(row).toMatchObject({
      segments: [
        { kind: 'same', text: 'You may cancel by ' },
        { kind: 'deleted', text: 'letter to the harbour office' },
        { kind: 'inserted', text: 'telephone or to any captain' },
        { kind: 'same', text: ' before the ship leaves.' },
      ],
    })
  })

  it('leaves words that only came where they stand, and never joins two sentences', () => {
    const came: Segment[] = [
      { kind: 'inserted', text: 'new ' },
      { kind: 'same', text: 'ships ' },
      { kind: 'inserted', text: 'and boats ' },
    ]
    expect(readable(came)).toEqual(came)
    const sentences: Segment[] = [
      { kind: 'deleted', text: 'pay the fee' },
      { kind: 'inserted', text: 'pay the tax' },
      { kind: 'same', text: '. You ' },
      { kind: 'deleted', text: 'must sail' },
      { kind: 'inserted', text: 'may stay' },
    ]
    expect(readable(sentences)).toEqual(sentences)
  })
})
