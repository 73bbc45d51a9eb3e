/**
 * A network with one hidden layer over sparse vectors, trained by AdaGrad with dropped inputs and units. Deterministic:
 * every draw comes from a seeded generator.
 */
import type { Matrix } from './matrix.ts'

export type TrainedNetwork = {
  readonly width: number
  readonly answers: number
  /** Columns from this one on are not looked at. */
  readonly columns: number
  readonly weights: Float32Array
  readonly bias: Float32Array
  readonly outWeights: Float32Array
  readonly outBias: Float32Array
}

export type NetworkOptions = {
  readonly width: number
  readonly epochs: number
  readonly rate: number
  /** Share of inputs, and of hidden units, left out at a step. */
  readonly dropInputs: number
  readonly dropUnits: number
  readonly seed: number
}

/** Wanted probability of an answer for a row; NaN where the row says nothing about it. */
export type Target = (row: number, answer: number) => number

export function seededRandom(seed: number): () => number {
  let state = (Math.imul(seed, 2654435761) ^ 0x9e3779b9) >>> 0 || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state / 4294967296
  }
}

export function trainNetwork(
  matrix: Matrix,
  columns: number,
  rows: Uint32Array,
  answers: number,
  target: Target,
  options: NetworkOptions,
): TrainedNetwork {
  const { width } = options
  const random = seededRandom(options.seed)
  for (let i = 0; i < 32; i++) random()
  const weights = Float32Array.from({ length: columns * width }, () => (random() - 0.5) * 0.2)
  const bias = new Float32Array(width)
  const outWeights = Float32Array.from(
    { length: answers * width },
    () => ((random() + random() + random() - 1.5) * 2) / Math.sqrt(width),
  )
  const outBias = new Float32Array(answers).fill(-2)
  // Sums of squared gradients, by which AdaGrad slows each weight down.
  // The weights of one input share one sum, which costs a third of the time and no accuracy.
  const pastInputs = new Float32Array(columns).fill(1e-4)
  const pastBias = new Float32Array(width).fill(1e-4)
  const pastOut = new Float32Array(answers * width).fill(1e-4)
  const pastOutBias = new Float32Array(answers).fill(1e-4)
  const hidden = new Float32Array(width)
  const slope = new Float32Array(width)
  const order = Uint32Array.from(rows)
  const inputs = new Uint32Array(65536)
  const values = new Float32Array(65536)
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    const rate = options.rate * (1 - (0.9 * epoch) / options.epochs)
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1))
      const swap = order[i]!
      order[i] = order[j]!
      order[j] = swap
    }
    for (const row of order) {
      let count = 0
      for (let k = matrix.starts[row]!; k < matrix.starts[row + 1]!; k++) {
        const column = matrix.columns[k]!
        if (column >= columns || random() < options.dropInputs || count === inputs.length) continue
        inputs[count] = column * width
        values[count++] = matrix.values[k]! / (1 - options.dropInputs)
      }
      hidden.set(bias)
      for (let i = 0; i < count; i++) {
        const base = inputs[i]!
        const value = values[i]!
        for (let u = 0; u < width; u++) hidden[u]! += weights[base + u]! * value
      }
      for (let u = 0; u < width; u++) {
        if (hidden[u]! < 0 || random() < options.dropUnits) hidden[u] = 0
        else hidden[u]! /= 1 - options.dropUnits
      }
      slope.fill(0)
      for (let answer = 0; answer < answers; answer++) {
        const wanted = target(row, answer)
        if (Number.isNaN(wanted)) continue
        const base = answer * width
        let sum = outBias[answer]!
        for (let u = 0; u < width; u++) sum += outWeights[base + u]! * hidden[u]!
        const error = 1 / (1 + Math.exp(-sum)) - wanted
        if (error < 1e-3 && error > -1e-3) continue
        pastOutBias[answer]! += error * error
        outBias[answer]! -= (rate * error) / Math.sqrt(pastOutBias[answer]!)
        for (let u = 0; u < width; u++) {
          const activity = hidden[u]!
          if (activity === 0) continue
          slope[u]! += error * outWeights[base + u]!
          const gradient = error * activity
          pastOut[base + u]! += gradient * gradient
          outWeights[base + u]! -= (rate * 0.5 * gradient) / Math.sqrt(pastOut[base + u]!)
        }
      }
      let steepness = 0
      for (let u = 0; u < width; u++) {
        if (hidden[u] === 0) slope[u] = 0
        else {
          const gradient = slope[u]! / (1 - options.dropUnits)
          slope[u] = gradient
          steepness += gradient * gradient
          pastBias[u]! += gradient * gradient
          bias[u]! -= (rate * gradient) / Math.sqrt(pastBias[u]!)
        }
      }
      steepness /= width
      for (let i = 0; i < count; i++) {
        const base = inputs[i]!
        const value = values[i]!
        const column = base / width
        const sum = pastInputs[column]! + value * value * steepness
        pastInputs[column] = sum
        const step = (rate * value) / Math.sqrt(sum)
        for (let u = 0; u < width; u++) weights[base + u]! -= step * slope[u]!
      }
    }
  }
  return { width, answers, columns, weights, bias, outWeights, outBias }
}

/** Scores of all answers of one row. */
export function networkScores(matrix: Matrix, row: number, network: TrainedNetwork): Float64Array {
  const { width, answers, columns, weights, bias, outWeights, outBias } = network
  const hidden = Float64Array.from(bias)
  for (let k = matrix.starts[row]!; k < matrix.starts[row + 1]!; k++) {
    const column = matrix.columns[k]!
    if (column >= columns) continue
    const value = matrix.values[k]!
    for (let u = 0; u < width; u++) hidden[u]! += weights[column * width + u]! * value
  }
  const scores = new Float64Array(answers)
  for (let answer = 0; answer < answers; answer++) {
    let sum = outBias[answer]!
    for (let u = 0; u < width; u++) sum += outWeights[answer * width + u]! * Math.max(0, hidden[u]!)
    scores[answer] = sum
  }
  return scores
}

/** One network whose answers are the mean of theirs. */
export function joinNetworks(networks: readonly TrainedNetwork[]): TrainedNetwork {
  const { columns, answers } = networks[0]!
  const join = (rows: number, of: (network: TrainedNetwork) => Float32Array, factor: number): Float32Array => {
    const joined: number[] = []
    for (let row = 0; row < rows; row++)
      for (const network of networks)
        for (let u = 0; u < network.width; u++) joined.push(factor * of(network)[row * network.width + u]!)
    return Float32Array.from(joined)
  }
  const share = 1 / networks.length
  return {
    width: networks.reduce((sum, network) => sum + network.width, 0),
    answers,
    columns,
    weights: join(columns, ({ weights }) => weights, 1),
    bias: join(1, ({ bias }) => bias, 1),
    outWeights: join(answers, ({ outWeights }) => outWeights, share),
    outBias: Float32Array.from({ length: answers }, (_, answer) =>
      networks.reduce((sum, { outBias }) => sum + share * outBias[answer]!, 0),
    ),
  }
}
