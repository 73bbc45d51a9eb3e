/** Log-odds from raw scores, and the thresholds that serve F1, both fitted on predictions for rows not learned from. */
import { PROVISION_TYPES } from '../../src/core/provision.ts'
import { decide, GATE, probability } from '../../src/stages/5-analyse/classify/decision.ts'
import { figuresOf } from './figures.ts'
import type { GoldRow } from './gold-rows.ts'

export type Calibration = readonly [linear: number, network: number, constant: number]

/** Ridge-regularised logistic regression of `wanted` on two scores, by Newton's method with halved steps. */
export function fitCalibration(
  linear: ArrayLike<number>,
  network: ArrayLike<number>,
  wanted: ArrayLike<number>,
): Calibration {
  const n = wanted.length
  let best = [2, 0.3, 0]
  const ridge = 0.5
  const lossOf = (p: readonly number[]): number => {
    let loss = ridge * 0.5 * (0.04 * p[0]! * p[0]! + p[1]! * p[1]!)
    for (let i = 0; i < n; i++) {
      const t = p[0]! * linear[i]! + p[1]! * network[i]! + p[2]!
      loss += Math.log1p(Math.exp(-Math.abs(t))) + (wanted[i]! > 0.5 ? Math.max(-t, 0) : Math.max(t, 0))
    }
    return loss
  }
  let loss = lossOf(best)
  for (let iteration = 0; iteration < 60; iteration++) {
    const g = [ridge * 0.04 * best[0]!, ridge * best[1]!, 0]
    const h = [ridge * 0.04, 0, 0, ridge, 0, 1e-6] // xx xy x1 yy y1 11
    for (let i = 0; i < n; i++) {
      const x = linear[i]!
      const y = network[i]!
      const p = probability(best[0]! * x + best[1]! * y + best[2]!)
      const d = p - wanted[i]!
      const w = p * (1 - p) + 1e-9
      g[0]! += d * x
      g[1]! += d * y
      g[2]! += d
      h[0]! += w * x * x
      h[1]! += w * x * y
      h[2]! += w * x
      h[3]! += w * y * y
      h[4]! += w * y
      h[5]! += w
    }
    const step = solve3(h, g)
    let size = 1
    let next = best
    let nextLoss = loss
    while (size > 1e-3) {
      next = best.map((value, k) => value - size * step[k]!)
      nextLoss = lossOf(next)
      if (nextLoss <= loss) break
      size /= 2
    }
    const gained = loss - nextLoss
    if (gained <= 0) break
    best = next
    loss = nextLoss
    if (gained < 1e-7 * loss) break
  }
  return [best[0]!, best[1]!, best[2]!]
}

/** Solves the symmetric system [[a b c][b d e][c e f]] x = g by Cramer's rule. */
function solve3(h: readonly number[], g: readonly number[]): number[] {
  const [a, b, c, d, e, f] = h as [number, number, number, number, number, number]
  const [p, q, r] = g as [number, number, number]
  const determinant = a * (d * f - e * e) - b * (b * f - c * e) + c * (b * e - c * d) || 1e-12
  return [
    (p * (d * f - e * e) - b * (q * f - e * r) + c * (q * e - d * r)) / determinant,
    (a * (q * f - e * r) - p * (b * f - c * e) + c * (b * r - q * c)) / determinant,
    (a * (d * r - q * e) - b * (b * r - q * c) + p * (b * e - c * d)) / determinant,
  ]
}

export type Thresholds = { readonly thresholds: readonly number[]; readonly gate: number }

/** A type seen this often follows its own best threshold half way. */
const HALF_WAY = 60
const STEPS = [0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6]

/**
 * The gate that is right most often; then one threshold for all types by micro plus half macro F1; then each type's own
 * best threshold, drawn towards the common one the more, the rarer the type.
 */
export function fitThresholds(logOdds: readonly Float64Array[], rows: readonly GoldRow[]): Thresholds {
  let gate = 0.5
  let mostRight = -1
  for (let candidate = 0.3; candidate <= 0.7; candidate += 0.02) {
    const right = rows.reduce(
      (sum, row, i) => sum + (probability(logOdds[i]![GATE]!) >= candidate === row.types.length > 0 ? 1 : 0),
      0,
    )
    if (right > mostRight) {
      mostRight = right
      gate = candidate
    }
  }
  let common = 0.4
  let bestValue = -1
  for (const candidate of STEPS) {
    const thresholds = PROVISION_TYPES.map(() => candidate)
    const figures = figuresOf(rows, (i) => decide(logOdds[i]!, { thresholds, gate }))
    if (figures.microF1 + 0.5 * figures.macroF1 > bestValue) {
      bestValue = figures.microF1 + 0.5 * figures.macroF1
      common = candidate
    }
  }
  const thresholds = PROVISION_TYPES.map((type, k) => {
    const wanted = rows.reduce((sum, row) => sum + (row.types.includes(type) ? 1 : 0), 0)
    let own = common
    let best = -1
    for (let candidate = 0.2; candidate <= 0.66; candidate += 0.02) {
      let stated = 0
      let right = 0
      rows.forEach((row, i) => {
        if (probability(logOdds[i]![GATE]!) < gate || probability(logOdds[i]![k]!) < candidate) return
        stated++
        if (row.types.includes(type)) right++
      })
      const f1 = (2 * right) / (stated + wanted || 1)
      if (f1 > best + 1e-9) {
        best = f1
        own = candidate
      }
    }
    return common + ((own - common) * wanted) / (wanted + HALF_WAY)
  })
  return { thresholds: thresholds.map((value) => Math.round(value * 1000) / 1000), gate: Math.round(gate * 100) / 100 }
}
