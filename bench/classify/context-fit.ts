/** How much a block's own score, the gate and the block before count for each type: fitted on rows not learned from. */
import { PROVISION_TYPES } from '../../src/core/provision.ts'
import { cueOf, GATE, likeliest, probability } from '../../src/stages/5-analyse/classify/decision.ts'
import type { Label } from './corpus-blocks.ts'
import { wantedAnswer } from './teach.ts'

type Weights = [own: number, gate: number, previous: number, constant: number]
type GateWeights = [own: number, likeliest: number, constant: number]

/** Types are rare: each is held near what fits all of them together. */
const STRENGTH_OF_ALL = 0.1
const STRENGTH_OF_ONE = 30

/** `previous[i]`: log-odds of the block before row i of the same document. */
export function fitContext(
  own: readonly Float64Array[],
  previous: readonly (Float64Array | undefined)[],
  rows: readonly Label[],
): Weights[] {
  const asked = PROVISION_TYPES.map((_, type) => ({
    inputs: Float64Array.from(
      { length: own.length * 4 },
      (_, at) =>
        [own[at >> 2]![type]!, own[at >> 2]![GATE]!, at % 4 === 2 ? cueOf(previous[at >> 2], type) : 0, 1][at % 4]!,
    ),
    wanted: Float64Array.from(rows, (row) => wantedAnswer(row, type)),
  }))
  const together = fitWeights<Weights>(asked, [1, 0, 0, 0], STRENGTH_OF_ALL)
  return asked.map((one) => fitWeights<Weights>([one], together, STRENGTH_OF_ONE))
}

/** How much the gate's own score and that of the likeliest type count for whether there is a provision. */
export function fitGateContext(own: readonly Float64Array[], rows: readonly Label[]): GateWeights {
  const asked = {
    inputs: Float64Array.from(own.flatMap((odds) => [odds[GATE]!, likeliest(odds), 1])),
    wanted: Float64Array.from(rows, (row) => wantedAnswer(row, GATE)),
  }
  return fitWeights<GateWeights>([asked], [1, 0, 0], STRENGTH_OF_ALL)
}

type Asked = { readonly inputs: Float64Array; readonly wanted: Float64Array }

/** Logistic regression drawn towards a prior, by Newton's method: from there it needs no smaller steps. */
function fitWeights<W extends number[]>(asked: readonly Asked[], prior: Readonly<W>, strength: number): W {
  const at = [...prior] as W
  const size = prior.length
  for (let iteration = 0; iteration < 25; iteration++) {
    const gradient = at.map((value, k) => strength * (value - prior[k]!))
    const curvature = Array.from({ length: size }, (_, j) =>
      Array.from({ length: size }, (_, k) => (j === k ? strength : 0)),
    )
    for (const { inputs, wanted } of asked)
      for (let row = 0; row < wanted.length; row++) {
        const from = row * size
        let sum = 0
        for (let k = 0; k < size; k++) sum += at[k]! * inputs[from + k]!
        const chance = probability(sum)
        const error = chance - wanted[row]!
        const weight = chance * (1 - chance)
        for (let j = 0; j < size; j++) {
          gradient[j]! += error * inputs[from + j]!
          for (let k = 0; k < size; k++) curvature[j]![k]! += weight * inputs[from + j]! * inputs[from + k]!
        }
      }
    const step = solve(curvature, gradient)
    step.forEach((value, k) => {
      at[k]! -= value
    })
    if (Math.max(...step.map(Math.abs)) < 1e-6) break
  }
  return at
}

/** Gauss-Jordan elimination of a small positive definite system. */
function solve(matrix: readonly (readonly number[])[], wanted: readonly number[]): number[] {
  const rows = matrix.map((row, j) => [...row, wanted[j]!])
  for (let pivot = 0; pivot < rows.length; pivot++) {
    const scale = rows[pivot]![pivot]!
    rows[pivot] = rows[pivot]!.map((value) => value / scale)
    for (let other = 0; other < rows.length; other++) {
      const factor = rows[other]![pivot]!
      if (other !== pivot) rows[other] = rows[other]!.map((value, k) => value - factor * rows[pivot]![k]!)
    }
  }
  return rows.map((row) => row.at(-1)!)
}
