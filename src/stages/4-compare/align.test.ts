import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PolicyText, plainText } from '../../core/policy-text.ts'
import { align } from './align.ts'
import type { Alignment, Pair } from './alignment.ts'
import { anyText, block, documents, linked, policy, sentence } from './fixtures/texts.ts'

describe('align', () => {
  it('gives the new text when the difference is applied, and the old one when it is taken back', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        const alignment = align(a, b)
        expect(rebuilt(alignment, 'new')).toEqual(b.blocks.map(({ text }) => text))
        expect(rebuilt(alignment, 'old')).toEqual(a.blocks.map(({ text }) => text))
      }),
    )
  })

  it('finds no difference between a text and itself', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { pairs, hiddenBy } = align(text, { ...text, blocks: text.blocks.map((one) => ({ ...one })) })
        expect(
          pairs.every(({ kind, segments, links }) => kind === 'equal' && segments.length === 0 && links.length === 0),
        ).toBe(true)
        expect(hiddenBy).toEqual([])
      }),
    )
  })

  it('mirrors when its inputs are swapped', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        const there = align(a, b).pairs.map(signature)
        const back = align(b, a).pairs.map(mirrored).map(signature)
        expect(back.toSorted()).toEqual(there.toSorted())
      }),
    )
  })

  it('puts every block into exactly one pair', () => {
    fc.assert(
      fc.property(anyText, documents, (a, b) => {
        const { pairs } = align(a, b)
        expect(pairs.flatMap(({ old }) => old).toSorted((x, y) => x - y)).toEqual(a.blocks.map((_, i) => i))
        expect(pairs.flatMap(({ new: now }) => now).toSorted((x, y) => x - y)).toEqual(b.blocks.map((_, i) => i))
      }),
    )
  })

  it('recovers a passage that was added, removed or edited', () => {
    fc.assert(
      fc.property(documents, fc.nat(), (text, n) => {
        const at = n % text.blocks.length
        const added = { ...text, blocks: text.blocks.toSpliced(at, 0, block(sentence(900))) }
        expect(kinds(align(text, added))).toEqual(['added'])
        expect(kinds(align(added, text))).toEqual(['removed'])
        const one = text.blocks[at]!
        const edited = { ...text, blocks: text.blocks.with(at, { ...one, text: `${one.text} Unless it rains.` }) }
        expect(kinds(align(text, edited))).toEqual(['modified'])
      }),
    )
  })

  it('recovers a passage that was moved, as neither added nor removed', () => {
    fc.assert(
      fc.property(documents, fc.nat(), fc.nat(), (text, m, n) => {
        const from = m % text.blocks.length
        const rest = text.blocks.toSpliced(from, 1)
        const to = n % (rest.length + 1)
        const { pairs } = align(text, { ...text, blocks: rest.toSpliced(to, 0, text.blocks[from]!) })
        expect(pairs.every(({ kind }) => kind === 'equal' || kind === 'moved')).toBe(true)
        if (Math.abs(from - to) > 1) expect(pairs.filter(({ moved }) => moved)).toHaveLength(1)
      }),
    )
  })

  it('recovers a paragraph that was split, and one that was merged', () => {
    fc.assert(
      fc.property(documents, fc.nat(), (text, n) => {
        const at = n % (text.blocks.length + 1)
        const whole = { ...text, blocks: text.blocks.toSpliced(at, 0, block(`${sentence(901)} ${sentence(902)}`)) }
        const parts = { ...text, blocks: text.blocks.toSpliced(at, 0, block(sentence(901)), block(sentence(902))) }
        expect(kinds(align(whole, parts))).toEqual(['split'])
        expect(kinds(align(parts, whole))).toEqual(['merged'])
      }),
    )
  })

  it('sees nothing but numbers when a section is renumbered', () => {
    const numbered = (from: number): PolicyText => ({
      format: 1,
      blocks: [1, 2, 3, 4].map((i) => block(sentence(i), 'paragraph', { number: `${from + i}` })),
    })
    const { pairs } = align(numbered(0), numbered(1))
    expect(
      pairs.every(({ kind, renumbered, segments }) => kind === 'modified' && renumbered && segments.length === 0),
    ).toBe(true)
  })

  it('takes a list that became a paragraph, and a glued heading, for the same words', () => {
    const { pairs, hiddenBy } = align(
      policy('# Your duties', 'You shall:', '- pay on time;', '- keep it safe.'),
      policy('Your duties', 'You shall: pay on time; keep it safe.'),
    )
    expect(
      pairs.flatMap(({ segments }) => segments).some(({ kind }) => kind === 'deleted' || kind === 'inserted'),
    ).toBe(false)
    expect(hiddenBy.map(({ normaliser }) => normaliser)).toContain('extraction-joints')
  })

  it('tells a redirect id from a link that leads elsewhere', () => {
    const text = (href: string): PolicyText => ({
      format: 1,
      blocks: [linked('Read the pricing page first.', 'pricing page', href)],
    })
    const id = (n: number): string => `https://acme.example/pricing?visit-did=0a1b2c3d-0000-4000-8000-00000000000${n}`
    const hidden = align(text(id(1)), text(id(2)))
    expect(hidden.pairs[0]!.kind).toBe('equal')
    expect(hidden.hiddenBy).toEqual([{ normaliser: 'tracking-parameters', count: 1 }])
    const moved = align(text('https://acme.example/pricing'), text('https://acme.example/plans'))
    expect(moved.pairs[0]!.links).toEqual([
      { before: 'https://acme.example/pricing', after: 'https://acme.example/plans' },
    ])
  })

  it('shows what rules hide when they are off', () => {
    const [before, after] = [policy('“You” may stop – at any time.'), policy('"You" may stop - at any time.')]
    expect(align(before, after).pairs[0]!.kind).toBe('equal')
    expect(align(before, after, { rulesOff: true }).pairs[0]!.kind).toBe('modified')
  })

  it('ends with a coarse answer that is still exact when its budget is spent', () => {
    const text = (seed: number): PolicyText => policy(...Array.from({ length: 300 }, (_, i) => sentence(seed + i * 3)))
    const alignment = align(text(1), text(1000), { budget: 500 })
    expect(alignment.coarse).toBe(true)
    expect(rebuilt(alignment, 'new').join('\n')).toBe(plainText(text(1000)))
  })
})

/** Block texts of one side, from the difference and the blocks of the other side alone where nothing was added. */
function rebuilt({ pairs, old, new: now }: Alignment, side: 'old' | 'new'): string[] {
  const other = side === 'new' ? old : now
  const own = side === 'new' ? now : old
  const texts: string[] = []
  for (const pair of pairs) {
    if (pair[side].length === 0) continue
    const from = side === 'new' ? pair.old : pair.new
    const whole =
      from.length === 0
        ? pair[side].map((at) => own.blocks[at]!.text).join('\n')
        : pair.segments.length === 0
          ? from.map((at) => other.blocks[at]!.text).join('\n')
          : pair.segments
              .map((s) =>
                s.kind === 'hidden'
                  ? side === 'new'
                    ? s.after
                    : s.before
                  : s.kind === (side === 'new' ? 'deleted' : 'inserted')
                    ? ''
                    : s.text,
              )
              .join('')
    for (const [i, part] of whole.split('\n').entries()) texts[pair[side][i]!] = part
  }
  return texts
}

function kinds({ pairs }: Alignment): string[] {
  return pairs.map(({ kind }) => kind).filter((kind) => kind !== 'equal')
}

function signature(pair: Pair): string {
  return JSON.stringify([
    pair.kind,
    pair.old,
    pair.new,
    pair.moved,
    pair.segments.map((s) => (s.kind === 'hidden' ? [s.kind, s.before, s.after] : [s.kind, s.text])),
  ])
}

function mirrored(pair: Pair): Pair {
  const other = { added: 'removed', removed: 'added', split: 'merged', merged: 'split' } as const
  const segments = pair.segments.map((s) =>
    s.kind === 'hidden'
      ? { ...s, before: s.after, after: s.before }
      : s.kind === 'deleted'
        ? { ...s, kind: 'inserted' as const }
        : s.kind === 'inserted'
          ? { ...s, kind: 'deleted' as const }
          : s,
  )
  // Deleted before inserted, as everywhere.
  for (let i = 1; i < segments.length; i++) {
    if (segments[i]!.kind === 'deleted' && segments[i - 1]!.kind === 'inserted')
      segments.splice(i - 1, 2, segments[i]!, segments[i - 1]!)
  }
  return { ...pair, kind: other[pair.kind as keyof typeof other] ?? pair.kind, old: pair.new, new: pair.old, segments }
}
