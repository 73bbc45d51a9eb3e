import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from './canonical-json.ts'
import { canonicalBlock, canonicalPolicyText, codePointLength, type PolicyText } from './policy-text.ts'

const block = fc.record({
  kind: fc.constantFrom('heading', 'paragraph', 'item', 'row', 'note' as const),
  depth: fc.nat(9),
  number: fc.option(fc.string()),
  headingPath: fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 3 }),
  text: fc.string({ unit: 'grapheme' }),
  links: fc.array(fc.record({ start: fc.nat(), end: fc.nat(), href: fc.webUrl() }), { maxLength: 2 }),
})

test('the fast serialisation is the canonical one', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 5 }), (blocks) => {
      const text = { format: 1, blocks } as PolicyText
      expect(canonicalPolicyText(text)).toBe(canonicalJson(text))
      for (const one of text.blocks) {
        const { headingPath: _, ...alone } = one
        expect(canonicalBlock(one)).toBe(canonicalJson(alone))
      }
    }),
  )
})

test('positions count code points, not UTF-16 units', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(codePointLength(text)).toBe([...text].length)
    }),
  )
  expect(codePointLength('a😀b')).toBe(3)
})
