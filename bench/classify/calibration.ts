/** Log-odds from raw scores, and the thresholds that serve F1, both fitted on predictions for rows not learned from. */
import { PROVISION_TYPES } from '../../src/core/provision.ts'
import { decide, GATE, probability } from '../../src/stages/5-analyse/classify/decision.ts'
import { figuresOf } from './figures.ts'
import type { GoldRow } from './gold-rows.ts'

export type Calibration = readonly [linear: number, network: number, constant: number]

/** How strongly a fit is drawn to its prior: as strongly as this many units of information would hold it there. */
const PRIOR_STRENGTH = 1

/** Logistic regression of `wanted` on two scores, drawn towards a prior, by Newton's method with halved steps. */
export function fitCalibration(
  linear: ArrayLike<number>,
  network: ArrayLike<number>,
  wanted: ArrayLike<number>,
  prior: Calibration = [0, 0, 0],
  strength = 0.1,
): Calibration {
  // A unit of the linear score means more than one of the network's: its range is smaller.
  const ridge = [0.1 * strength, strength, strength]
  const lossOf = (p: readonly number[]): number => {
    let loss = 0
    for (let k = 0; k < 3; k++) loss += 0.5 * ridge[k]! * (p[k]! - prior[k]!) ** 2
    for (let i = 0; i < wanted.length; i++) {
      const t = p[0]! * linear[i]! + p[1]! * network[i]! + p[2]!
      loss += Math.log1p(Math.exp(-Math.abs(t))) + (wanted[i]! > 0.5 ? Math.max(-t, 0) : Math.max(t, 0))
    }
    return loss
  }
  let best: readonly number[] = prior[0] === 0 ? [2, 0.3, 0] : prior
  let loss = lossOf(best)
  for (let iteration = 0; iteration < 60; iteration++) {
    const step = newtonStep(linear, network, wanted, best, prior, ridge)
    let size = 1
    let next = best
    let nextLoss = loss
    for (; size > 1e-3; size /= 2) {
      next = best.map((value, k) => value - size * step[k]!)
      nextLoss = lossOf(next)
      if (nextLoss <= loss) break
    }
    const gained = loss - nextLoss
    if (gained <= 0) break
    best = next
    loss = nextLoss
    if (gained < 1e-7 * loss) break
  }
  return [best[0]!, best[1]!, best[2]!]
}

/** Fits of several answers, each drawn towards what fits all of them together. */
export function fitCalibrations(
  answers: readonly { linear: readonly number[]; network: readonly number[]; wanted: readonly number[] }[],
): Calibration[] {
  const pooled = fitCalibration(
    answers.flatMap(({ linear }) => linear),
    answers.flatMap(({ network }) => network),
    answers.flatMap(({ wanted }) => wanted),
  )
  return answers.map(({ linear, network, wanted }) => fitCalibration(linear, network, wanted, pooled, PRIOR_STRENGTH))
}

function newtonStep(
  linear: ArrayLike<number>,
  network: ArrayLike<number>,
  wanted: ArrayLike<number>,
  at: readonly number[],
  prior: Calibration,
  ridge: readonly number[],
): number[] {
  const gradient = at.map((value, k) => ridge[k]! * (value - prior[k]!))
  const curvature = [ridge[0]!, 0, 0, ridge[1]!, 0, ridge[2]!] // of pairs: 00 01 02 11 12 22
  for (let i = 0; i < wanted.length; i++) {
    const x = linear[i]!
    const y = network[i]!
    const p = probability(at[0]! * x + at[1]! * y + at[2]!)
    const error = p - wanted[i]!
    const weight = p * (1 - p) + 1e-9
    gradient[0]! += error * x
    gradient[1]! += error * y
    gradient[2]! += error
    curvature[0]! += weight * x * x
    curvature[1]! += weight * x * y
    curvature[2]! += weight * x
    curvature[3]! += weight * y * y
    curvature[4]! += weight * y
    curvature[5]! += weight
  }
  return solve3(curvature, gradient)
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
const HALF_WAY = 400
const STEPS = [0.25, 0.3, 0.35, 0.375, 0.4, 0.425, 0.45, 0.475, 0.5, 0.55, 0.6]

/**
 * The gate is even odds, which is right most often where chances are calibrated (a searched one wins nothing on platforms
 * not seen). One threshold for all types by micro plus half macro F1; then each type's own best threshold, drawn towards
 * the common one the more, the rarer the type (free thresholds cost more on platforms not seen than they win).
 */
export function fitThresholds(logOdds: readonly Float64Array[], rows: readonly GoldRow[]): Thresholds {
  const gate = 0.5
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
  return { thresholds: thresholds.map((value) => Math.round(value * 1000) / 1000), gate }
}
