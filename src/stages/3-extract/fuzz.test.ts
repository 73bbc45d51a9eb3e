/**
 * Mutated pages: whatever is done to the bytes, there is a verdict, the text keeps its promises, and the same bytes give
 * the same answer. `EXTRACT_FUZZ_RUNS=20000` is the nightly size; a failure prints the seed that repeats it.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bodyOf, PRIVACY, pageOf, TERMS } from '../../../test/corpus/extract/fictional-policy.ts'
import { VERDICTS } from '../../core/capture.ts'
import { codePointLength } from '../../core/policy-text.ts'
import { extract } from './index.ts'

const RUNS = Number(process.env.EXTRACT_FUZZ_RUNS ?? 300)
const SEED = Number(process.env.EXTRACT_FUZZ_SEED ?? Date.now() % 2 ** 31)
const LIMIT_MS = 2000

const PAGES = [
  pageOf(bodyOf('Privacy Policy', PRIVACY)),
  pageOf(
    `${bodyOf('Terms of Service', TERMS)}<table><tr><th>Fee</th><td>5 €</td></tr></table><ol start=3 type=i><li>a<li>b<ul><li>c</ul></ol>`,
  ),
  `# Terms\n\n${TERMS.map(({ heading, paragraphs }) => `## ${heading}\n\n* ${paragraphs.join('\n* ')}\n\n| a | b |\n| - | - |\n| 1 | 2 |`).join('\n\n')}`,
]
const PIECES = [
  '<',
  '>',
  '</',
  '<!--',
  '-->',
  '&',
  '&#x',
  ';',
  '"',
  "'",
  '\u0000',
  '<div hidden>',
  '<table>',
  '<tr>',
  '<td>',
  '</table>',
  '<li>',
  '<ol type=I start=-5>',
  '<template>',
  '<svg>',
  '<math><mi>',
  '<b>',
  '</b>',
  '<a href="',
  '<h2>',
  '<select>',
  '<textarea>',
  '<script>',
  '<style>',
  '<plaintext>',
  '<frameset>',
  '<p',
  '<br>',
  '<aside class=note>',
  '<button aria-expanded=false aria-controls=x>',
  '<template id="B:0">',
  '<div hidden id="S:0">',
  '\ud800',
  '😀',
  'ﬁ',
  '\u200d',
  '- ',
  '1. ',
  '(a) ',
  '> ',
  '```',
  '| ',
  '**',
  '](',
  '[',
  '    ',
  '\n\n',
] as const

type Cut = { readonly at: number; readonly remove: number; readonly insert: string }
const cut: fc.Arbitrary<Cut> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.oneof(fc.constant(0), fc.nat(12), fc.nat(2000)),
  insert: fc.oneof(
    fc.constantFrom(...PIECES),
    fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join('')),
    fc.tuple(fc.constantFrom(...PIECES), fc.nat(400)).map(([piece, count]) => piece.repeat(count)),
    fc.string({ unit: 'binary', maxLength: 20 }),
  ),
})
const mutated = fc.tuple(fc.constantFrom(...PAGES), fc.array(cut, { minLength: 1, maxLength: 8 })).map(([page, cuts]) =>
  cuts.reduce((text, { at, remove, insert }) => {
    const position = Math.floor(at * text.length)
    return text.slice(0, position) + insert + text.slice(position + remove)
  }, page),
)
const mediaType = fc.constantFrom(
  'text/html',
  'text/html; charset=utf-16',
  'text/html; charset=gbk',
  'text/markdown',
  'text/plain',
  '',
)

test(`mutated pages have a verdict and a text that keeps its promises (seed ${SEED})`, {
  timeout: 3_600_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(mutated, mediaType, async (page, type) => {
      const input = {
        bytes: new TextEncoder().encode(page),
        mediaType: type,
        url: 'https://larkspur.example/legal#terms',
        declared: { platform: 'Larkspur', title: 'Terms of Service', type: 'terms-of-service' as const },
        receivedAt: '2026-11-21T10:00:00Z',
      }
      const started = performance.now()
      const found = await extract(input)
      expect(performance.now() - started).toBeLessThan(LIMIT_MS)
      expect(VERDICTS).toContain(found.verdict)
      expect(found.reason).not.toBe('')
      for (const { kind, depth, text, links } of found.text.blocks) {
        expect(text).toBe(text.normalize('NFC').trim())
        expect(text).not.toMatch(/\n| {2}|^$/)
        expect(text.isWellFormed()).toBe(true)
        if (kind === 'heading') expect(depth).toBeGreaterThan(0)
        const length = codePointLength(text)
        for (const link of links) expect(link.start >= 0 && link.start <= link.end && link.end <= length).toBe(true)
      }
      expect(await extract(input)).toEqual(found)
    }),
    { numRuns: RUNS, seed: SEED, verbose: 1 },
  )
})
