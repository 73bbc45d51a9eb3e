import { describe, expect, it } from 'vitest'
import { fitContext, fitGateContext } from '../../bench/classify/context-fit.ts'
import type { Label } from '../../bench/classify/corpus-blocks.ts'
import { documentsOf, prepare, rawScores } from '../../bench/classify/experiment.ts'
import type { GoldRow } from '../../bench/classify/gold-rows.ts'
import { packModel } from '../../bench/classify/pack.ts'
import { teach } from '../../bench/classify/teach.ts'
import { ANSWERS, GATE, inContext } from '../../src/stages/5-analyse/classify/decision.ts'
import { documentContextOf } from '../../src/stages/5-analyse/classify/features.ts'
import { CLAUSES } from '../../src/stages/5-analyse/classify/fixtures/clauses.ts'
import { createScorer } from '../../src/stages/5-analyse/classify/inference.ts'
import { decodeModel, encodeModel } from '../../src/stages/5-analyse/classify/model.ts'
import { surroundingsOf } from '../../src/stages/5-analyse/classify/surroundings.ts'
import { createVectoriser } from '../../src/stages/5-analyse/classify/vocabulary.ts'
import { createClassifier } from '../../src/stages/5-analyse/index.ts'

const ARBITRATION = ANSWERS.indexOf('arbitration')

/** Every clause as stated by four platforms, with a line that states nothing before it. */
const ROWS: readonly GoldRow[] = ['Larkfield', 'Mossgate', 'Penhollow', 'Quayside'].flatMap((platform, p) =>
  CLAUSES.flatMap(({ type, document, heading, text }, c): GoldRow[] => {
    const of = { platform, document, heading }
    return [
      { ...of, id: `${p}-${c}.0`, text: 'Last updated: 3 March 2026', types: [], severity: null },
      { ...of, id: `${p}-${c}.1`, text: `${text} This is how ${platform} sees it.`, types: [type], severity: 'medium' },
    ]
  }),
)

describe('the design, learned from a few fictional clauses', () => {
  const lesson = prepare(ROWS, [])
  const taught = teach(lesson, Uint32Array.from(ROWS.keys()), () => undefined)
  const settings = {
    calibration: ANSWERS.map((): [number, number, number] => [2, 1, 0]),
    context: ANSWERS.slice(0, GATE).map((): [number, number, number, number] => [1, 0, 0, 0]),
    gateContext: [1, 0, 0] as const,
    thresholds: ANSWERS.slice(0, GATE).map(() => 0.4),
    gate: 0.5,
    confidence: { high: 0.8, medium: 0.5 },
  }
  const bytes = encodeModel(packModel(lesson.vocabulary, taught, settings))

  it('scores the same, near enough, when it is packed', () => {
    const model = decodeModel(bytes)
    const score = createScorer(model)
    const vectorise = createVectoriser(model.vocabulary)
    const odds = documentsOf(ROWS).flatMap(({ blocks, ...context }) =>
      surroundingsOf(blocks).map((around) => score(vectorise(around, documentContextOf(context)))),
    )
    const furthest = odds.flatMap((row, i) => {
      const { linear, network } = rawScores(lesson, taught, i)
      return Array.from(row, (value, k) => Math.abs(value - 2 * linear[k]! - network[k]!))
    })
    expect(Math.max(...furthest)).toBeLessThan(0.5)
  })

  it('knows its lessons', () => {
    const classifier = createClassifier(bytes)
    const answers = documentsOf(ROWS).flatMap(({ blocks, ...context }) => classifier.classify(blocks, context))
    const right = answers.filter(
      ({ types }, i) =>
        ROWS[i]!.types.every((type) => types.includes(type)) && types.length > 0 === ROWS[i]!.types.length > 0,
    )
    expect(right.length / ROWS.length).toBeGreaterThan(0.95)
  })
})

it('notes which labelled platforms are named around a labelled row of the corpus', () => {
  const blocks = [
    { heading: '', text: 'Mossgate keeps logs for ninety days.' },
    { heading: 'Fees', text: 'Fees are due at once.' },
  ]
  const label: Label = { types: ['fees-payment'], severity: 'medium' }
  const apart = [{ heading: '', text: 'Mossgates are a kind of gate.' }]
  const lesson = prepare(ROWS, [
    { platform: '', document: 'Terms of Service', blocks, labels: [undefined, label] },
    { platform: '', document: 'Terms of Service', blocks: apart, labels: [label] },
  ])
  const named = [...lesson.namedOwners].map(([row, owners]) => [row - ROWS.length, [...owners]])
  expect(named).toEqual([
    [1, ['Mossgate']],
    [2, []],
  ])
  expect([...lesson.corpusLabels.keys()]).toEqual([...lesson.namedOwners.keys()])
})

describe('the weights of a context', () => {
  const odds = (arbitration: number): Float64Array => {
    const all = new Float64Array(ANSWERS.length).fill(-4)
    all[GATE] = 4
    all[ARBITRATION] = arbitration
    return all
  }

  it('follow the block before it where rules of one kind stand together', () => {
    // Two hundred doubtful blocks: those after one that surely speaks of arbitration do so too.
    const rows = Array.from({ length: 200 }, (_, i): Label => {
      const types: Label['types'] = i % 2 === 0 ? ['arbitration'] : ['fees-payment']
      return { types, severity: 'medium' }
    })
    const own = rows.map(() => odds(0))
    const previous = rows.map((_, i) => odds(i % 2 === 0 ? 4 : -4))
    const context = fitContext(own, previous, rows)
    const [after, alone] = [odds(4), odds(-4)].map(
      (before) => inContext(odds(0), before, { context, gateContext: [1, 0, 0] })[ARBITRATION]!,
    )
    expect(after).toBeGreaterThan(0)
    expect(alone).toBeLessThan(0)
  })

  it('let the likeliest type speak for the gate where it tells more than the gate itself', () => {
    const rows = Array.from(
      { length: 200 },
      (_, i): Label => (i % 2 === 0 ? { types: ['arbitration'], severity: 'medium' } : { types: [], severity: null }),
    )
    const own = rows.map((_, i) => {
      const of = odds(i % 2 === 0 ? 2 : -2)
      of[GATE] = 0
      return of
    })
    const [ofOwn, ofLikeliest] = fitGateContext(own, rows)
    expect(ofLikeliest).toBeGreaterThan(0.5)
    expect(ofOwn).toBeCloseTo(1)
  })
})
