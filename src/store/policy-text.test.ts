import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sha256 } from '../core/canonical-json.ts'
import { type Block, codePointLength, type PolicyText, plainText, policyTextSha256 } from '../core/policy-text.ts'
import { openStore, type Store } from './index.ts'
import { createTextCache, putText, readText, type TextFacts, textBySha256, textFacts } from './policy-text.ts'

const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .map((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
  .filter((text) => text !== '')
const block: fc.Arbitrary<Block> = fc.record({
  kind: fc.constantFrom('heading', 'paragraph', 'item', 'row', 'note'),
  depth: fc.nat({ max: 6 }),
  number: fc.option(fc.constantFrom('1', '4.2(b)', 'iii', '§ 7'), { nil: null }),
  headingPath: fc.array(words, { maxLength: 3 }),
  text: words,
  links: fc.array(fc.record({ start: fc.nat({ max: 9 }), end: fc.nat({ max: 20 }), href: fc.webUrl() }), {
    maxLength: 2,
  }),
})
const policyText: fc.Arbitrary<PolicyText> = fc
  .array(block, { minLength: 1, maxLength: 30 })
  .map((blocks) => ({ format: 1, blocks }))

const FACTS: TextFacts = {
  title: 'Terms of Service',
  language: 'en',
  stated: { kind: 'exact', on: '2026-01-31', printed: 'Last updated: January 31, 2026' },
  effective: { kind: 'approximate', from: '2026-01-01', to: '2026-01-31', printed: 'in January' },
}

let store: Store
beforeEach(async () => {
  store = await openStore(':memory:')
})
afterEach(() => store[Symbol.asyncDispose]())

const put = (text: PolicyText, cache = createTextCache()) =>
  putText(store.db, cache, { text: policyTextSha256(text), comparison: sha256(plainText(text)) }, text, FACTS)
const countOf = async (table: 'block' | 'policy_text' | 'text_block' | 'heading_path') =>
  Number(
    (
      await store.db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  )

describe('a policy text', () => {
  it('is read back as it was stored, and so keeps its name', async () => {
    await fc.assert(
      fc.asyncProperty(policyText, async (text) => {
        const stored = await put(text)
        const read = await readText(store.db, stored.id)
        expect(read).toEqual(text)
        expect(policyTextSha256(read)).toBe(stored.sha256)
        expect(stored.chars).toBe(codePointLength(plainText(text)))
      }),
      { numRuns: 60 },
    )
  })

  it('keeps its facts', async () => {
    const text: PolicyText = { format: 1, blocks: [paragraph('We keep logs for 30 days.')] }
    const { id, sha256: name } = await put(text)
    expect(await textFacts(store.db, id)).toMatchObject(FACTS)
    expect(await textBySha256(store.db, name)).toEqual(await textFacts(store.db, id))
    expect(await textBySha256(store.db, '0'.repeat(64))).toBeNull()
  })

  it('is stored once, however often it comes', async () => {
    const text: PolicyText = { format: 1, blocks: [paragraph('We keep logs for 30 days.')] }
    expect((await put(text)).id).toBe((await put(text)).id)
    expect(await countOf('policy_text')).toBe(1)
  })
})

describe('blocks', () => {
  it('are stored once for all texts that hold them, under whatever heading', async () => {
    const shared = paragraph('You must be at least sixteen years old.')
    const cache = createTextCache()
    await put({ format: 1, blocks: [shared, paragraph('One.')] }, cache)
    await put({ format: 1, blocks: [{ ...shared, headingPath: ['2. Age'] }, paragraph('Two.')] }, cache)
    // Another process has none of it in memory.
    await put({ format: 1, blocks: [shared, shared, paragraph('Three.')] })
    expect(await countOf('block')).toBe(4)
    expect(await countOf('text_block')).toBe(7)
    expect(await countOf('heading_path')).toBe(2)
  })

  it('that differ in their links only are different', async () => {
    const link = (href: string): Block => ({ ...paragraph('See the policy.'), links: [{ start: 8, end: 14, href }] })
    await put({ format: 1, blocks: [link('https://a.example/'), link('https://b.example/')] })
    expect(await countOf('block')).toBe(2)
  })
})

function paragraph(text: string): Block {
  return { kind: 'paragraph', depth: 0, number: null, headingPath: [], text, links: [] }
}
