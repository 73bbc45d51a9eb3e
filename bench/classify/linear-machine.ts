/**
 * L2-regularised, squared-hinge linear machine by dual coordinate descent (Hsieh et al. 2008, the solver of liblinear),
 * with shrinking. Deterministic: the order of visits comes from a seeded generator.
 */
import type { Matrix } from './matrix.ts'

export type Machine = { readonly weights: Float32Array; readonly bias: number }

export type MachineOptions = {
  readonly cost: number
  /** Cost of a positive example in relation to a negative one. */
  readonly positiveWeight: number
  readonly epochs: number
  readonly seed: number
}

/** `target(row)` > 0 for positives; rows are those to learn from. */
export function trainMachine(
  matrix: Matrix,
  rows: Uint32Array,
  isPositive: Uint8Array,
  options: MachineOptions,
): Machine {
  const { starts, columns, values, width } = matrix
  const n = rows.length
  const weights = new Float32Array(width)
  let bias = 0
  const alpha = new Float64Array(n)
  const norm = new Float64Array(n)
  const diagonal = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    const row = rows[i]!
    let sum = 1
    for (let k = starts[row]!; k < starts[row + 1]!; k++) sum += values[k]! * values[k]!
    const cost = options.cost * (isPositive[row] ? options.positiveWeight : 1)
    diagonal[i] = 0.5 / cost
    norm[i] = sum + diagonal[i]!
  }
  const order = Uint32Array.from({ length: n }, (_, i) => i)
  let active = n
  let random = options.seed >>> 0 || 1
  let bound = Number.POSITIVE_INFINITY
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    let largest = 0
    for (let i = 0; i < active; i++) {
      random = (Math.imul(random, 1664525) + 1013904223) >>> 0
      const j = i + Math.floor((random / 4294967296) * (active - i))
      const swap = order[i]!
      order[i] = order[j]!
      order[j] = swap
    }
    for (let s = 0; s < active; s++) {
      const i = order[s]!
      const row = rows[i]!
      const y = isPositive[row] ? 1 : -1
      let dot = bias
      const end = starts[row + 1]!
      for (let k = starts[row]!; k < end; k++) dot += weights[columns[k]!]! * values[k]!
      const gradient = y * dot - 1 + alpha[i]! * diagonal[i]!
      if (alpha[i] === 0) {
        if (gradient > bound) {
          active--
          order[s] = order[active]!
          order[active] = i
          s--
          continue
        }
        if (gradient >= 0) continue
      }
      if (Math.abs(gradient) > largest) largest = Math.abs(gradient)
      if (Math.abs(gradient) < 1e-4) continue
      const before = alpha[i]!
      const after = Math.max(before - gradient / norm[i]!, 0)
      alpha[i] = after
      const step = (after - before) * y
      for (let k = starts[row]!; k < end; k++) weights[columns[k]!]! += step * values[k]!
      bias += step
    }
    if (largest < 0.02) {
      if (active === n) break
      active = n
      bound = Number.POSITIVE_INFINITY
    } else bound = largest
  }
  return { weights, bias }
}

export function score(matrix: Matrix, row: number, { weights, bias }: Machine): number {
  let dot = bias
  for (let k = matrix.starts[row]!; k < matrix.starts[row + 1]!; k++)
    dot += weights[matrix.columns[k]!]! * matrix.values[k]!
  return dot
}
