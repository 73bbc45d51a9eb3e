import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ANSWERS, GATE } from './decision.ts'
import { createScorer } from './inference.ts'
import { decodeModel, encodeModel, type Model, packWeight, unpackWeight } from './model.ts'

/** Two columns; the network looks at the first alone, and only the gate hears of either. */
const SMALL: Model = {
  settings: {
    answers: ANSWERS,
    calibration: ANSWERS.map(() => [1, 10, 0.5]),
    context: ANSWERS.slice(0, GATE).map(() => [1, 0, 0, 0]),
    gateContext: [1, 0, 0],
    thresholds: ANSWERS.slice(0, GATE).map(() => 0.4),
    gate: 0.5,
    confidence: { high: 0.8, medium: 0.5 },
  },
  vocabulary: { hashes: Uint32Array.of(17, 4_000_000_000), rarities: Uint8Array.of(16, 255) },
  linear: {
    starts: Uint32Array.of(0, 1, 2),
    answers: Uint8Array.of(GATE, GATE),
    weights: Int8Array.of(127, -127),
    largest: new Float32Array(ANSWERS.length).fill(2),
    bias: new Float32Array(ANSWERS.length),
  },
  network: {
    width: 1,
    weights: Int8Array.of(127),
    largest: Float32Array.of(3),
    bias: Float32Array.of(0),
    outWeights: Float32Array.from(ANSWERS, (_, k) => (k === GATE ? 1 : 0)),
    outBias: new Float32Array(ANSWERS.length),
  },
}

describe('a model file', () => {
  it('gives back what was put in', () => {
    expect(decodeModel(encodeModel(SMALL))).toEqual(SMALL)
  })

  it.each([
    ['of another format', new TextEncoder().encode('CWCLASS9 and something more')],
    ['of a few bytes', Uint8Array.of(1, 2, 3)],
    ['cut in its header', encodeModel(SMALL).subarray(0, 40)],
    ['cut in its arrays', encodeModel(SMALL).subarray(0, -16)],
  ])('%s is refused', (_, bytes) => {
    expect(() => decodeModel(bytes)).toThrow(expect.objectContaining({ code: 'model-unreadable' }))
  })
})

describe('a packed weight', () => {
  it('keeps its sign, and its size within two hundredths of the largest', () => {
    fc.assert(
      fc.property(fc.float({ min: -1, max: 1, noNaN: true }), (weight) => {
        const back = unpackWeight(packWeight(weight, 1), 1)
        expect(Math.abs(back - weight)).toBeLessThan(0.02)
        expect(back * weight).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

describe('scores', () => {
  const score = createScorer(SMALL)
  const vector = (columns: number[], values: number[]) => ({
    length: columns.length,
    columns: Uint32Array.from(columns),
    values: Float32Array.from(values),
    fields: new Uint8Array(columns.length),
  })

  it('add what linear machine and network say, each with its share', () => {
    // linear: 2 * 0.5; network: 3 * 0.5, counted ten times; and the constant.
    expect(score(vector([0], [0.5]))[GATE]).toBeCloseTo(1 + 15 + 0.5)
  })

  it('leave columns beyond those of the network to the linear machine', () => {
    expect(score(vector([1], [1]))[GATE]).toBeCloseTo(-2 + 0.5)
  })

  it('are the constants where nothing is known', () => {
    expect(new Set(score(vector([], [])))).toEqual(new Set([0.5]))
  })
})
