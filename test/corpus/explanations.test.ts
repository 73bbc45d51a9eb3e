/**
 * Explanations of real provisions, as far as the labelled data lie in `../shared/gold`: they differ where provisions
 * differ, and nothing in them contradicts the facts of the document. No text of that data stands here.
 */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Explanation } from '../../src/core/explanation.ts'
import type { Fact, ProvisionType } from '../../src/core/provision.ts'
import { packageKnowledge } from '../../src/service/knowledge.ts'
import { explain, readFacts } from '../../src/stages/5-analyse/index.ts'

const file = path.join(import.meta.dirname, '../../../shared/gold/provisions/provisions.jsonl')
const present = existsSync(file)

type Row = {
  readonly id: string
  readonly platform: string
  readonly document: string
  readonly heading: string
  readonly text: string
  readonly types: readonly ProvisionType[]
  readonly severity: 'high' | 'medium' | 'low' | null
}
type Explained = { readonly row: Row; readonly facts: readonly Fact[]; readonly says: Explanation }

/** Every fifth document: enough to see every type, and quick. */
function explained(): readonly Explained[] {
  const documents = new Map<string, Row[]>()
  for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
    const row = JSON.parse(line) as Row
    const key = row.id.split('.')[0]!
    documents.set(key, [...(documents.get(key) ?? []), row])
  }
  const knowledge = packageKnowledge()
  return [...documents.values()]
    .filter((_, at) => at % 5 === 0)
    .flatMap((rows) => {
      const [{ platform, document: title }] = rows as [Row]
      const facts = readFacts(rows, { platform, document: title })
      const blocks = rows.map(({ heading, text }) => ({
        kind: 'paragraph' as const,
        depth: 0,
        number: null,
        headingPath: heading === '' ? [] : heading.split(' > '),
        text,
        links: [],
      }))
      const text = { format: 1 as const, blocks }
      return rows.flatMap((row, at) => {
        if (row.types.length === 0 || row.severity === null) return []
        const says = explain(
          {
            platform,
            document: { title, type: /privacy/i.test(title) ? 'privacy-policy' : 'terms-of-service' },
            text,
            blocks: { first: at, last: at },
            quote: row.text,
            types: row.types,
            severity: row.severity,
            facts,
            provisions: [],
            documents: [],
          },
          knowledge,
        )
        return [{ row, facts, says }]
      })
    })
}

const numbersIn = (text: string): readonly string[] => text.match(/\d+(?:[.,]\d+)*/g) ?? []

describe.skipIf(!present)('explanations of labelled provisions (skipped where ../shared is not)', () => {
  const all = present ? explained() : []

  it('are not one sentence pasted on many', () => {
    const byType = new Map<string, Explained[]>()
    for (const one of all) byType.set(one.row.types[0]!, [...(byType.get(one.row.types[0]!) ?? []), one])
    const pasted = [...byType].flatMap(([type, list]) => {
      const texts = new Set(list.map(({ row }) => row.text)).size
      const said = new Set(list.map(({ says }) => says.whatItIs)).size
      return list.length >= 20 && said < texts * 0.6 ? [`${type}: ${said} of ${texts}`] : []
    })
    expect(byType.size).toBeGreaterThan(40)
    expect(pasted).toEqual([])
  })

  it('deny no way out of training that the document states', () => {
    const stated = all.filter(({ facts }) =>
      facts.some(({ fact, value }) => fact === 'training.stance' && (value === 'opt-out' || value === 'varies')),
    )
    expect(stated.length).toBeGreaterThan(50)
    const denied = stated.filter(({ says }) =>
      /states no way for the reader to refuse|without a stated choice|the document states no choice/.test(
        JSON.stringify(says),
      ),
    )
    expect(denied.map(({ row }) => row.id)).toEqual([])
  })

  it('name no number that neither the passage nor a fact nor the law holds', () => {
    const invented = all.flatMap(({ row, facts, says }) => {
      const known = new Set(numbersIn(`${row.text} ${row.platform} ${JSON.stringify(facts)} GDPR Article 28(3)`))
      const named = numbersIn(`${says.whatItIs} ${says.whyItMatters} ${Object.values(says.impact).join(' ')}`)
      return named.filter((number) => !known.has(number)).map((number) => `${row.id}: ${number}`)
    })
    expect(invented).toEqual([])
  })

  it('hold no empty place and no double stop', () => {
    const broken = all.filter(({ says }) =>
      /\{[a-zA-Z]+\}|undefined|\.\.(?!\.)| {2}| ,/.test(
        [says.whyItMatters, says.contract, says.compliance, ...Object.values(says.impact), ...says.dueDiligence].join(
          ' ',
        ),
      ),
    )
    expect(broken.map(({ row }) => row.id)).toEqual([])
  })
})
