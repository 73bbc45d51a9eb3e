/** The measures of `score.mjs classify`, and the counts behind them. */
import { PROVISION_TYPES } from '../../src/core/provision.ts'
import type { Decision } from '../../src/stages/5-analyse/classify/decision.ts'
import type { GoldRow } from './gold-rows.ts'

export type TypeFigures = {
  readonly type: string
  readonly count: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

export type Figures = {
  readonly blocks: number
  readonly microF1: number
  readonly microPrecision: number
  readonly microRecall: number
  /** Over types with at least ten labelled blocks. */
  readonly macroF1: number
  readonly exact: number
  readonly provisionOrNot: number
  readonly severity: number
  readonly perType: readonly TypeFigures[]
}

/** Types with fewer labelled blocks do not count for the macro figure. */
const FEWEST = 10

export function figuresOf(
  rows: readonly GoldRow[],
  answer: (index: number) => Pick<Decision, 'types' | 'severity'>,
): Figures {
  const hits = new Float64Array(PROVISION_TYPES.length)
  const extra = new Float64Array(PROVISION_TYPES.length)
  const missed = new Float64Array(PROVISION_TYPES.length)
  let exact = 0
  let gate = 0
  let severityRight = 0
  let severityAsked = 0
  rows.forEach((row, index) => {
    const { types, severity } = answer(index)
    const wanted = row.types.map((type) => PROVISION_TYPES.indexOf(type))
    for (const type of types) (wanted.includes(type) ? hits : extra)[type]!++
    for (const type of wanted) if (!types.includes(type)) missed[type]!++
    if (types.length === wanted.length && types.every((type) => wanted.includes(type))) exact++
    if (types.length > 0 === wanted.length > 0) gate++
    if (types.length > 0 && wanted.length > 0) {
      severityAsked++
      if (severity === row.severity) severityRight++
    }
  })
  const sum = (array: Float64Array): number => array.reduce((a, b) => a + b, 0)
  const f1 = (hit: number, more: number, less: number): number => (hit === 0 ? 0 : (2 * hit) / (2 * hit + more + less))
  const perType = PROVISION_TYPES.map(
    (type, k): TypeFigures => ({
      type,
      count: hits[k]! + missed[k]!,
      precision: round(hits[k]! / (hits[k]! + extra[k]! || 1)),
      recall: round(hits[k]! / (hits[k]! + missed[k]! || 1)),
      f1: round(f1(hits[k]!, extra[k]!, missed[k]!)),
    }),
  )
  const counted = perType.filter(({ count }) => count >= FEWEST)
  return {
    blocks: rows.length,
    microF1: round(f1(sum(hits), sum(extra), sum(missed))),
    microPrecision: round(sum(hits) / (sum(hits) + sum(extra) || 1)),
    microRecall: round(sum(hits) / (sum(hits) + sum(missed) || 1)),
    macroF1: round(counted.reduce((total, { f1: value }) => total + value, 0) / (counted.length || 1)),
    exact: round(exact / (rows.length || 1)),
    provisionOrNot: round(gate / (rows.length || 1)),
    severity: round(severityRight / (severityAsked || 1)),
    perType,
  }
}

export function round(value: number): number {
  return Math.round(value * 10000) / 10000
}
