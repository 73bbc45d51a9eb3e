import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readCorpusBlocks } from '../../bench/classify/corpus-blocks.ts'
import { isHeldOut, readGold } from '../../bench/classify/gold-rows.ts'
import { SEVERITIES } from '../../src/core/change.ts'
import { PROVISION_TYPES } from '../../src/core/provision.ts'

const ROOT = path.join(import.meta.dirname, '../..')
const SHARED = path.join(ROOT, '../shared')

describe('the labels of corpus blocks', () => {
  const lines = readFileSync(path.join(ROOT, 'bench/classify/corpus-labels.tsv'), 'utf8').trimEnd().split('\n').slice(1)

  it('name known types, at most three, with a severity exactly where there are any', () => {
    const types: readonly string[] = PROVISION_TYPES
    const severities: readonly string[] = SEVERITIES
    for (const line of lines) {
      const [block, severity = '', stated = ''] = line.split('\t')
      expect(block).toMatch(/^[0-9a-f]{16}$/)
      const names = stated === '-' ? [] : stated.split(' ')
      expect(names.length).toBeLessThanOrEqual(3)
      expect(names.every((name) => types.includes(name))).toBe(true)
      expect(severities.includes(severity)).toBe(names.length > 0)
    }
  })

  // Absent from a checkout on its own: the corpus is read in place.
  it.skipIf(!existsSync(path.join(SHARED, 'corpus/policy-blocks.jsonl.gz')))(
    'are all found in the corpus, and none stands on a text of a held-out platform',
    () => {
      const gold = readGold(path.join(SHARED, 'gold')) ?? []
      const corpus = readCorpusBlocks(path.join(SHARED, 'corpus'), gold)
      const labelled = corpus.flatMap(({ blocks, labels }) => blocks.filter((_, i) => labels[i] !== undefined))
      expect(labelled).toHaveLength(lines.length)
      const heldOut = new Set(gold.filter(({ platform }) => isHeldOut(platform)).map(({ text }) => text))
      expect(labelled.filter(({ text }) => heldOut.has(text))).toEqual([])
    },
  )
})
