/** From what was learned to the model file's arrays. */
import { ANSWERS } from '../../src/stages/5-analyse/classify/decision.ts'
import {
  type LinearMachines,
  type Model,
  type Network,
  packWeight,
  type Settings,
  unpackWeight,
} from '../../src/stages/5-analyse/classify/model.ts'
import type { Vocabulary } from '../../src/stages/5-analyse/classify/vocabulary.ts'
import type { Machine } from './linear-machine.ts'
import type { TrainedNetwork } from './network.ts'
import type { Taught } from './teach.ts'

/** Entries of the linear machines that are packed, the heaviest first: two bytes each. */
const MOST_ENTRIES = 3_600_000
/** Of these, so many stay in the file: what the last ones say costs more bytes than it is worth. */
const KEPT_ENTRIES = 3_000_000

export function packModel(
  vocabulary: Vocabulary,
  { machines, network }: Taught,
  settings: Omit<Settings, 'answers'>,
): Model {
  const order = packedOrder(vocabulary, network.columns)
  return {
    settings: { answers: ANSWERS, ...settings },
    vocabulary: {
      hashes: order.map((column) => vocabulary.hashes[column]!),
      rarities: Uint8Array.from(order, (column) => vocabulary.rarities[column]!),
    },
    linear: lightened(packMachines(machines, order), KEPT_ENTRIES),
    network: packNetwork(network, order),
  }
}

/** The network's columns first, and the commonest first, so that what is looked up most lies close together. */
function packedOrder({ hashes, rarities }: Vocabulary, networkColumns: number): Uint32Array {
  return Uint32Array.from(hashes.keys()).sort(
    (a, b) =>
      Number(b < networkColumns) - Number(a < networkColumns) || rarities[a]! - rarities[b]! || hashes[a]! - hashes[b]!,
  )
}

/** Weights count in shares of their machine's length, so that no machine is stripped for another. */
function packMachines(machines: readonly Machine[], order: Uint32Array): LinearMachines {
  const lengths = machines.map(
    ({ weights }) => Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0)) || 1,
  )
  const floor = floorOf(machines, lengths)
  const largest = Float32Array.from(machines, ({ weights }) =>
    weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0),
  )
  const starts = new Uint32Array(order.length + 1)
  const answers: number[] = []
  const weights: number[] = []
  order.forEach((column, position) => {
    starts[position] = answers.length
    machines.forEach((machine, answer) => {
      const weight = machine.weights[column]!
      if (Math.abs(weight) / lengths[answer]! < floor) return
      const packed = packWeight(weight, largest[answer]!)
      if (packed === 0) return
      answers.push(answer)
      weights.push(packed)
    })
  })
  starts[order.length] = answers.length
  return {
    starts,
    answers: Uint8Array.from(answers),
    weights: Int8Array.from(weights),
    largest,
    bias: Float32Array.from(machines, ({ bias }) => bias),
  }
}

/** The same with its `most` heaviest entries, in shares of their machine's length, as they are packed. */
function lightened(linear: LinearMachines, most: number): LinearMachines {
  const { starts, answers, weights, largest } = linear
  const size = (entry: number): number => Math.abs(unpackWeight(weights[entry]!, largest[answers[entry]!]!))
  const squares = new Float64Array(largest.length)
  answers.forEach((answer, entry) => {
    squares[answer]! += size(entry) ** 2
  })
  const shares = Float64Array.from(answers, (answer, entry) => size(entry) / (Math.sqrt(squares[answer]!) || 1))
  const floor = Float64Array.from(shares).sort()[Math.max(0, shares.length - most)] ?? 0
  const kept = (entry: number): boolean => shares[entry]! >= floor
  const left = new Uint32Array(starts.length)
  for (let column = 0; column + 1 < starts.length; column++) {
    let inside = 0
    for (let entry = starts[column]!; entry < starts[column + 1]!; entry++) if (kept(entry)) inside++
    left[column + 1] = left[column]! + inside
  }
  return {
    ...linear,
    starts: left,
    answers: answers.filter((_, entry) => kept(entry)),
    weights: weights.filter((_, entry) => kept(entry)),
  }
}

/** The share below which weights are left out. Found on a histogram of logarithms. */
function floorOf(machines: readonly Machine[], lengths: readonly number[]): number {
  const bins = new Float64Array(400)
  machines.forEach(({ weights }, answer) => {
    for (const weight of weights) {
      if (weight === 0) continue
      bins[Math.max(0, Math.min(399, Math.floor(-20 * Math.log(Math.abs(weight) / lengths[answer]!))))]!++
    }
  })
  let kept = 0
  for (let bin = 0; bin < bins.length; bin++) {
    kept += bins[bin]!
    if (kept > MOST_ENTRIES) return Math.exp(-bin / 20)
  }
  return 0
}

function packNetwork(
  { width, columns, weights, bias, outWeights, outBias }: TrainedNetwork,
  order: Uint32Array,
): Network {
  const largest = new Float32Array(width)
  for (let i = 0; i < weights.length; i++) largest[i % width] = Math.max(largest[i % width]!, Math.abs(weights[i]!))
  const packed = new Int8Array(columns * width)
  for (let position = 0; position < columns; position++) {
    const from = order[position]! * width
    for (let unit = 0; unit < width; unit++)
      packed[position * width + unit] = packWeight(weights[from + unit]!, largest[unit]!)
  }
  return { width, weights: packed, largest, bias, outWeights, outBias }
}
