/** From the vector of a block to the log-odds of every answer. */
import type { LinearMachines, Model, Network } from './model.ts'
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

/**
 * What a packed weight stands for, by its byte, in shares of 127 squared (16129) of its answer's or unit's largest. Looked
 * up rather than kept for every weight: threads that classify hold a model each.
 */
const SQUARES = Float64Array.from({ length: 256 }, (_, byte) => {
  const weight = (byte << 24) >> 24
  return weight * Math.abs(weight)
})

function linearScorer(
  { starts, answers, weights, largest, bias }: LinearMachines,
  count: number,
): (vector: BlockVector) => Float64Array {
  const scale = Float64Array.from(largest, (value) => value / 16129)
  return ({ length, columns, values }) => {
    const scores = new Float64Array(count)
    for (let k = 0; k < length; k++) {
      const column = columns[k]!
      const value = values[k]!
      const end = starts[column + 1]!
      for (let i = starts[column]!; i < end; i++) scores[answers[i]!]! += SQUARES[weights[i]! & 255]! * value
    }
    for (let answer = 0; answer < count; answer++) scores[answer] = scores[answer]! * scale[answer]! + bias[answer]!
    return scores
  }
}

function networkScorer(
  { width, weights, largest, bias, outWeights, outBias }: Network,
  count: number,
): (vector: BlockVector) => Float64Array {
  const columnsKnown = width === 0 ? 0 : weights.length / width
  const bytes = new Uint8Array(weights.buffer, weights.byteOffset, weights.length)
  const scale = Float64Array.from(largest, (value) => value / 16129)
  const hidden = new Float64Array(width)
  return ({ length, columns, values }) => {
    hidden.fill(0)
    for (let i = 0; i < length; i++) {
      const column = columns[i]!
      if (column >= columnsKnown) continue
      const value = values[i]!
      const base = column * width
      for (let unit = 0; unit < width; unit++) hidden[unit]! += SQUARES[bytes[base + unit]!]! * value
    }
    for (let unit = 0; unit < width; unit++) hidden[unit] = Math.max(0, hidden[unit]! * scale[unit]! + bias[unit]!)
    const scores = new Float64Array(count)
    for (let k = 0; k < count; k++) {
      let sum = outBias[k] ?? 0
      for (let unit = 0; unit < width; unit++) sum += outWeights[k * width + unit]! * hidden[unit]!
      scores[k] = sum
    }
    return scores
  }
}
