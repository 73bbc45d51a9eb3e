/**
 * The trained numbers as one file, little endian: the eight bytes `CWCLASS2`, the length of a JSON header (uint32), the
 * header, and the arrays that it lists, each at a multiple of eight bytes.
 *
 * A model is a vocabulary, a linear machine for every answer over all of it, and a small network over its first columns.
 * The answers are those of `answers`: types, whether there is a provision at all, and severities.
 */
import { ClausewatchError } from '../../../core/error.ts'
import type { Vocabulary } from './vocabulary.ts'

export type LinearMachines = {
  /** Entries of column c are [starts[c], starts[c + 1]). */
  readonly starts: Uint32Array
  /** Number of the answer that an entry is for. */
  readonly answers: Uint8Array
  /** Square root of the weight's share of the answer's largest, in 127ths, with the weight's sign. */
  readonly weights: Int8Array
  /** Largest weight of every answer. */
  readonly largest: Float32Array
  readonly bias: Float32Array
}

export type Network = {
  /** Hidden units. */
  readonly width: number
  /** `width` weights for each of the first columns, in shares of the unit's largest, as in `LinearMachines`. */
  readonly weights: Int8Array
  readonly largest: Float32Array
  readonly bias: Float32Array
  /** `width` weights for every answer. */
  readonly outWeights: Float32Array
  readonly outBias: Float32Array
}

export type Settings = {
  readonly answers: readonly string[]
  /** Log-odds of an answer: `[linear, network, constant]`. */
  readonly calibration: readonly (readonly [number, number, number])[]
  /** Log-odds of a type in its context: `[own, gate, previous, constant]` (see `inContext`), in the order of the types. */
  readonly context: readonly (readonly [number, number, number, number])[]
  /** Log-odds of a provision at all: `[own, likeliest, constant]`, where `likeliest` are those of the likeliest type. */
  readonly gateContext: readonly [number, number, number]
  /** Probability from which a type is stated, in the order of the types. */
  readonly thresholds: readonly number[]
  /** Probability from which a block states a provision. */
  readonly gate: number
  /** Lowest agreement of an answer (see `confidenceOf`) that is called high, and medium. */
  readonly confidence: { readonly high: number; readonly medium: number }
}

export type Model = {
  readonly settings: Settings
  readonly vocabulary: Vocabulary
  readonly linear: LinearMachines
  readonly network: Network
}

const MAGIC = 'CWCLASS2'
const ARRAY_KINDS = { u8: Uint8Array, i8: Int8Array, u32: Uint32Array, f32: Float32Array } as const
type ArrayKind = keyof typeof ARRAY_KINDS
type Numbers = Uint8Array | Int8Array | Uint32Array | Float32Array
type Section = { readonly name: string; readonly kind: ArrayKind; readonly length: number }
type Header = { readonly settings: Settings; readonly networkWidth: number; readonly sections: readonly Section[] }

export function encodeModel(model: Model): Uint8Array {
  const arrays = arraysOf(model)
  const sections = arrays.map(({ name, kind, numbers }): Section => ({ name, kind, length: numbers.length }))
  const header: Header = { settings: model.settings, networkWidth: model.network.width, sections }
  const headerBytes = new TextEncoder().encode(JSON.stringify(header))
  let size = padded(12 + headerBytes.length)
  for (const { numbers } of arrays) size = padded(size + numbers.byteLength)
  const file = new Uint8Array(size)
  file.set(new TextEncoder().encode(MAGIC))
  new DataView(file.buffer).setUint32(8, headerBytes.length, true)
  file.set(headerBytes, 12)
  let at = padded(12 + headerBytes.length)
  for (const { numbers } of arrays) {
    file.set(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength), at)
    at = padded(at + numbers.byteLength)
  }
  return file
}

/** Refuses, with the code `model-unreadable`, what is not a whole model of this format. */
export function decodeModel(bytes: Uint8Array): Model {
  if (bytes.length < 12 || new TextDecoder().decode(bytes.subarray(0, 8)) !== MAGIC)
    throw unreadable('not a classifier model')
  // A copy, because a view of a pooled buffer may stand at an address that typed arrays cannot start from.
  const file = bytes.slice()
  const headerLength = new DataView(file.buffer).getUint32(8, true)
  if (12 + headerLength > file.length) throw unreadable('the header is cut')
  const header = JSON.parse(new TextDecoder().decode(file.subarray(12, 12 + headerLength))) as Header
  const found = new Map<string, Numbers>()
  let at = padded(12 + headerLength)
  for (const { name, kind, length } of header.sections) {
    const end = at + length * ARRAY_KINDS[kind].BYTES_PER_ELEMENT
    if (end > file.length) throw unreadable(`the section ${name} is cut`)
    found.set(name, new ARRAY_KINDS[kind](file.buffer, at, length))
    at = padded(end)
  }
  const take = <T extends Numbers>(name: string): T => {
    const numbers = found.get(name)
    if (numbers === undefined) throw unreadable(`the section ${name} is missing`)
    return numbers as T
  }
  return {
    settings: header.settings,
    vocabulary: { hashes: take('hashes'), rarities: take('rarities') },
    linear: {
      starts: take('linear-starts'),
      answers: take('linear-answers'),
      weights: take('linear-weights'),
      largest: take('linear-largest'),
      bias: take('linear-bias'),
    },
    network: {
      width: header.networkWidth,
      weights: take('network-weights'),
      largest: take('network-largest'),
      bias: take('network-bias'),
      outWeights: take('network-out-weights'),
      outBias: take('network-out-bias'),
    },
  }
}

function unreadable(what: string): ClausewatchError {
  return new ClausewatchError(
    'model-unreadable',
    `The classifier's model cannot be read: ${what}.`,
    'Install the package again, or train the model anew.',
    {
      kind: 'environment',
    },
  )
}

function arraysOf({ vocabulary, linear, network }: Model): { name: string; kind: ArrayKind; numbers: Numbers }[] {
  return [
    { name: 'hashes', kind: 'u32', numbers: vocabulary.hashes },
    { name: 'rarities', kind: 'u8', numbers: vocabulary.rarities },
    { name: 'linear-starts', kind: 'u32', numbers: linear.starts },
    { name: 'linear-answers', kind: 'u8', numbers: linear.answers },
    { name: 'linear-weights', kind: 'i8', numbers: linear.weights },
    { name: 'linear-largest', kind: 'f32', numbers: linear.largest },
    { name: 'linear-bias', kind: 'f32', numbers: linear.bias },
    { name: 'network-weights', kind: 'i8', numbers: network.weights },
    { name: 'network-largest', kind: 'f32', numbers: network.largest },
    { name: 'network-bias', kind: 'f32', numbers: network.bias },
    { name: 'network-out-weights', kind: 'f32', numbers: network.outWeights },
    { name: 'network-out-bias', kind: 'f32', numbers: network.outBias },
  ]
}

function padded(size: number): number {
  return Math.ceil(size / 8) * 8
}

/** Small weights keep more of their figures: a stored weight q stands for largest * (q / 127)^2, with the sign of q. */
export function packWeight(weight: number, largest: number): number {
  if (largest === 0) return 0
  return Math.round(Math.sign(weight) * Math.sqrt(Math.min(1, Math.abs(weight) / largest)) * 127)
}

export function unpackWeight(stored: number, largest: number): number {
  return (Math.sign(stored) * stored * stored * largest) / 16129
}
