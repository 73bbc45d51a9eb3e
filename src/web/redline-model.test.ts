import { describe, expect, it } from 'vitest'
import type { Block, PolicyText } from '../core/policy-text.ts'
import type { RedlineRow } from '../service/redline/index.ts'
import { countDifferences, stretches } from './redline-model.ts'

const block = (text: string, more: Partial<Block> = {}): Block => ({
  kind: 'paragraph',
  depth: 0,
  number: null,
  headingPath: [],
  text,
  links: [],
  ...more,
})
const textOf = (...blocks: Block[]): PolicyText => ({ format: 1, blocks })
const same = (text: string, old: number, now: number, more: Partial<RedlineRow> = {}): RedlineRow =>
  ({
    kind: 'same',
    block: 'paragraph',
    depth: 0,
    number: null,
    segments: [{ kind: 'same', text }],
    oldBlocks: [old],
    newBlocks: [now],
    moved: false,
    ...more,
  }) as RedlineRow
const inserted = (text: string, now: number): RedlineRow =>
  same(text, 0, now, { kind: 'inserted', segments: [{ kind: 'inserted', text }], oldBlocks: [] })

const words = (count: number) => Array.from({ length: count }, (_, at) => block(`Passage ${at}.`))

describe('the stretches of a redline', () => {
  it('shows a difference with one passage around it and folds the rest', () => {
    const old = textOf(...words(9))
    const now = textOf(...old.blocks.slice(0, 5), block('New.'), ...old.blocks.slice(5))
    const rows = [
      ...old.blocks.slice(0, 5).map(({ text }, at) => same(text, at, at)),
      inserted('New.', 5),
      ...old.blocks.slice(5).map(({ text }, at) => same(text, at + 5, at + 6)),
    ]
    const found = stretches(rows, old, now)
    expect(found.map(({ kind, rows }) => [kind, rows.length])).toEqual([
      ['fold', 4],
      ['hunk', 3],
      ['fold', 3],
    ])
    expect(countDifferences(found)).toBe(1)
  })

  it('folds no single passage: the fold would be as long', () => {
    const old = textOf(...words(3))
    const rows = [inserted('New.', 0), ...old.blocks.map(({ text }, at) => same(text, at, at + 1))]
    const now = textOf(block('New.'), ...old.blocks)
    expect(stretches(rows.slice(0, 3), old, now).map(({ kind }) => kind)).toEqual(['hunk'])
  })

  it('leaves a heading behind a difference to what it opens', () => {
    const heading = block('Next', { kind: 'heading', depth: 1 })
    const old = textOf(heading, ...words(2))
    const now = textOf(block('New.'), ...old.blocks)
    const rows = [
      inserted('New.', 0),
      same('Next', 0, 1, { block: 'heading' } as Partial<RedlineRow>),
      same('Passage 0.', 1, 2),
      same('Passage 1.', 2, 3),
    ]
    expect(stretches(rows, old, now).map(({ kind, rows }) => [kind, rows.length])).toEqual([
      ['hunk', 1],
      ['fold', 3],
    ])
  })

  it('shows a passage whose only difference is its number or the target of its link', () => {
    const link = (href: string) => [{ start: 0, end: 4, href }]
    const old = textOf(block('Here', { number: '4.1' }), block('There', { links: link('https://a.example/') }))
    const now = textOf(block('Here', { number: '4.2' }), block('There', { links: link('https://b.example/') }))
    const [hunk] = stretches(
      [same('Here', 0, 0, { number: '4.2' } as Partial<RedlineRow>), same('There', 1, 1)],
      old,
      now,
    )
    expect(hunk!.rows.map(({ oldNumber, links, different }) => ({ oldNumber, links, different }))).toEqual([
      { oldNumber: '4.1', links: [], different: true },
      { oldNumber: null, links: [{ before: 'https://a.example/', after: 'https://b.example/' }], different: true },
    ])
  })

  it('says under which headings a moved passage stood', () => {
    const old = textOf(block('Rule.', { headingPath: ['A', 'Old'] }))
    const now = textOf(block('Rule.', { headingPath: ['B', 'New'] }))
    const [hunk] = stretches([same('Rule.', 0, 0, { moved: true } as Partial<RedlineRow>)], old, now)
    expect(hunk!.heading).toBe('B › New')
    expect(hunk!.rows[0]!.movedFrom).toBe('A › Old')
  })

  it('shows the whole new text, folded, where the comparison found nothing', () => {
    const text = textOf(...words(4))
    const found = stretches([{ kind: 'fold', count: 4, heading: null }], text, text)
    expect(found.map(({ kind, rows }) => [kind, rows.length])).toEqual([['fold', 4]])
    expect(countDifferences(found)).toBe(0)
  })
})
