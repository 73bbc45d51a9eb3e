/**
 * The numbers of stage 3 on labelled pages. The data stays outside of the repository; where it is absent the tests are
 * skipped. Bounds are below what was measured, so that they fail on a loss and not on noise.
 */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { extract, renderStageText } from '../../../src/stages/3-extract/index.ts'

const GOLD = fileURLToPath(new URL('../../../../shared/gold/', import.meta.url))
const isHere = existsSync(GOLD)
if (!isHere) console.warn('skipped: labelled pages (../shared/gold) are not here')

const rows = (file: string): Record<string, string>[] =>
  readFileSync(`${GOLD}${file}`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
const read = (file: string, url: string | null, platform: string, title: string) =>
  extract({
    bytes: gunzipSync(readFileSync(`${GOLD}${file}`)),
    mediaType: 'text/html',
    url,
    declared: { platform, title, type: 'other' },
  })

/** Runs of four words, links and images of the reference taken out of it. */
function runs(text: string): Map<string, number> {
  const plain = text
    .replace(/!\[[^\]]*\]\([^)]*\)/g, ' ')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<[^>]+>/g, ' ')
  const words = plain.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const found = new Map<string, number>()
  for (let i = 0; i + 3 < words.length; i++) {
    const run = words.slice(i, i + 4).join(' ')
    found.set(run, (found.get(run) ?? 0) + 1)
  }
  return found
}

function f1(got: string, want: string): number {
  const a = runs(got)
  const b = runs(want)
  const count = (map: Map<string, number>): number => [...map.values()].reduce((sum, n) => sum + n, 0)
  let shared = 0
  for (const [run, n] of b) shared += Math.min(n, a.get(run) ?? 0)
  return (2 * shared) / (count(a) + count(b) || 1)
}

describe.skipIf(!isHere)('labelled pages', () => {
  test('texts are those that hand-written selectors take', { timeout: 120_000 }, async () => {
    const scores: number[] = []
    for (const row of rows('extraction/pages.jsonl')) {
      const [platform, file] = row.path!.split('/')
      const { text } = await read(`extraction/${row.file}`, row.url ?? null, platform!, file!.replace(/\.md$/, ''))
      scores.push(f1(renderStageText(text), readFileSync(`${GOLD}extraction/${row.reference}`, 'utf8')))
    }
    scores.sort((a, b) => a - b)
    expect(scores.reduce((sum, score) => sum + score, 0) / scores.length).toBeGreaterThan(0.985)
    expect(scores[scores.length >> 1]).toBeGreaterThan(0.997)
    expect(scores.filter((score) => score < 0.8).length).toBeLessThanOrEqual(1)
  })

  test('no bad capture is accepted and no good one refused, without sizes', { timeout: 120_000 }, async () => {
    const wrong: string[] = []
    for (const row of rows('captures/captures.jsonl')) {
      const { verdict, reason } = await read(`captures/${row.file}`, null, row.platform!, row.document!)
      if ((verdict === 'policy') !== (row.verdict === 'policy'))
        wrong.push(`${row.id} ${row.verdict}: ${verdict}, ${reason}`)
    }
    expect(wrong).toEqual([])
  })
})
