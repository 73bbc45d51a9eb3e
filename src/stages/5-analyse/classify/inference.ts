/** From the vector of a block to the log-odds of every answer. */
import { type LinearMachines, type Model, type Network, unpackWeight } from './model.ts'
import type { BlockVector } from './vocabulary.ts'

/** Log-odds of all answers of one block; the array is the caller's. */
export function createScorer({ settings, linear, network }: Model): (vector: BlockVector) => Float64Array {
  const scoreLinear = linearScorer(linear, settings.answers.length)
  const scoreNetwork = networkScorer(network, settings.answers.length)
  return (vector) => {
    const fromLinear = scoreLinear(vector)
    const fromNetwork = scoreNetwork(vector)
    return Float64Array.from(
      settings.calibration,
      ([a, b, constant], k) => a * fromLinear[k]! + b * fromNetwork[k]! + constant,
    )
  }
}

function linearScorer(
  { starts, answers, weights, largest, bias }: LinearMachines,
  count: number,
): (vector: BlockVector) => Float64Array {
  // One row of 256 decoded weights for every answer.
  const decoded = new Float32Array(count * 256)
  for (let k = 0; k < count; k++)
    for (let q = -127; q <= 127; q++) decoded[k * 256 + q + 128] = unpackWeight(q, largest[k] ?? 0)
  return ({ length, columns, values }) => {
    const scores = Float64Array.from(bias)
    for (let i = 0; i < length; i++) {
      const column = columns[i]!
      const value = values[i]!
      const end = starts[column + 1]!
      for (let entry = starts[column]!; entry < end; entry++) {
        const answer = answers[entry]!
        scores[answer]! += decoded[answer * 256 + weights[entry]! + 128]! * value
      }
    }
    return scores
  }
}

function networkScorer(
  { width, weights, largest, bias, outWeights, outBias }: Network,
  count: number,
): (vector: BlockVector) => Float64Array {
  const columnsKnown = width === 0 ? 0 : weights.length / width
  const squares = new Float32Array(256)
  for (let q = -127; q <= 127; q++) squares[q + 128] = unpackWeight(q, 1)
  const hidden = new Float64Array(width)
  return ({ length, columns, values }) => {
    hidden.fill(0)
    for (let i = 0; i < length; i++) {
      const column = columns[i]!
      if (column >= columnsKnown) continue
      const value = values[i]!
      const base = column * width
      for (let unit = 0; unit < width; unit++) hidden[unit]! += squares[weights[base + unit]! + 128]! * value
    }
    for (let unit = 0; unit < width; unit++) hidden[unit] = Math.max(0, hidden[unit]! * largest[unit]! + bias[unit]!)
    const scores = new Float64Array(count)
    for (let k = 0; k < count; k++) {
      let sum = outBias[k] ?? 0
      for (let unit = 0; unit < width; unit++) sum += outWeights[k * width + unit]! * hidden[unit]!
      scores[k] = sum
    }
    return scores
  }
}
