import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Block, plainText } from './policy-text.ts'
import { quoteBlocks, textFragmentLink } from './quotation.ts'

const block = (text: string): Block => ({ kind: 'paragraph', depth: 0, number: null, headingPath: [], text, links: [] })

it('a quotation stands in the canonical string where its positions say, between its prefix and suffix', () => {
  const texts = fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(texts, fc.nat(5), fc.nat(5), (lines, a, b) => {
      const text = { format: 1, blocks: lines.map(block) } as const
      const [first, last] = [Math.min(a, b) % lines.length, Math.max(a, b) % lines.length].sort((x, y) => x - y)
      const { exact, prefix, suffix, start, end } = quoteBlocks(text, { first: first!, last: last! })
      const points = [...plainText(text)]
      expect(points.slice(start, end).join('')).toBe(exact)
      expect(points.slice(Math.max(0, start - 32), start).join('')).toBe(prefix)
      expect(points.slice(end, end + 32).join('')).toBe(suffix)
    }),
  )
})

it('a link to the live page names short words whole and long ones by their ends', () => {
  expect(textFragmentLink('https://a.example/terms#top', 'Opt-out, please.')).toBe(
    'https://a.example/terms#:~:text=Opt%2Dout%2C%20please.',
  )
  expect(textFragmentLink('https://a.example/', 'First line here\nand the last one')).toBe(
    'https://a.example/#:~:text=First%20line%20here,and%20the%20last%20one',
  )
})
