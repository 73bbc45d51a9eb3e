import { describe, expect, it } from 'vitest'
import { fitCalibration } from '../../bench/classify/calibration.ts'
import { foldsOf } from '../../bench/classify/experiment.ts'
import { figuresOf } from '../../bench/classify/figures.ts'
import { type GoldRow, isHeldOut, ownerOf } from '../../bench/classify/gold-rows.ts'
import { score, trainMachine } from '../../bench/classify/linear-machine.ts'
import type { Matrix } from '../../bench/classify/matrix.ts'
import { joinNetworks, networkScores, seededRandom, trainNetwork } from '../../bench/classify/network.ts'
import { probability } from '../../src/stages/5-analyse/classify/decision.ts'

/** One row a point, one column a coordinate. */
function matrixOf(points: readonly (readonly [number, number])[]): Matrix {
  return {
    rows: points.length,
    width: 2,
    starts: Uint32Array.from({ length: points.length + 1 }, (_, i) => i * 2),
    columns: Uint32Array.from(points.flatMap(() => [0, 1])),
    values: Float32Array.from(points.flat()),
    fields: new Uint8Array(points.length * 2),
  }
}

const random = seededRandom(7)
const POINTS = Array.from({ length: 400 }, (): [number, number] => [random() * 2 - 1, random() * 2 - 1])
const MATRIX = matrixOf(POINTS)
const ALL = Uint32Array.from(POINTS.keys())

describe('the linear machine', () => {
  it('separates what a line separates, and the same way each time', () => {
    const positive = Uint8Array.from(POINTS, ([x, y]) => (x + 2 * y > 0.1 ? 1 : 0))
    const options = { cost: 10, positiveWeight: 1, epochs: 100, seed: 3 }
    const machine = trainMachine(MATRIX, ALL, positive, options)
    const right = POINTS.filter((_, i) => score(MATRIX, i, machine) > 0 === (positive[i] === 1)).length
    expect(right / POINTS.length).toBeGreaterThan(0.97)
    expect(trainMachine(MATRIX, ALL, positive, options).weights).toEqual(machine.weights)
  })
})

describe('the network', () => {
  const options = { width: 16, epochs: 60, rate: 0.1, dropInputs: 0, dropUnits: 0, seed: 5 }
  const target = (row: number, answer: number): number => {
    const [x, y] = POINTS[row]!
    return answer === 0 ? (x * y > 0 ? 1 : 0) : x > 0 ? 1 : 0
  }

  it('learns what no line separates', () => {
    const network = trainNetwork(MATRIX, 2, ALL, 2, target, options)
    const right = POINTS.filter((_, i) => networkScores(MATRIX, i, network)[0]! > 0 === (target(i, 0) === 1)).length
    expect(right / POINTS.length).toBeGreaterThan(0.93)
  })

  it('does not learn from what a row does not say', () => {
    const silent = trainNetwork(
      MATRIX,
      2,
      ALL,
      2,
      (row, answer) => (answer === 1 ? Number.NaN : target(row, 0)),
      options,
    )
    expect(new Set(silent.outBias.slice(1))).toEqual(new Set([-2]))
  })

  it('joined with others answers with the mean of all', () => {
    const networks = [1, 2, 3].map((seed) => trainNetwork(MATRIX, 2, ALL, 2, target, { ...options, epochs: 2, seed }))
    const joined = networkScores(MATRIX, 3, joinNetworks(networks))
    const each = networks.map((network) => networkScores(MATRIX, 3, network))
    joined.forEach((value, k) => {
      expect(value).toBeCloseTo((each[0]![k]! + each[1]![k]! + each[2]![k]!) / 3, 4)
    })
  })
})

describe('calibration', () => {
  it('finds the log-odds that made the labels', () => {
    const scores = Array.from({ length: 4000 }, () => random() * 4 - 2)
    const labels = scores.map((s) => (random() < probability(1.5 * s - 1) ? 1 : 0))
    const [linear, network, constant] = fitCalibration(scores, new Float64Array(scores.length), labels)
    expect(linear).toBeCloseTo(1.5, 0)
    expect(network).toBeCloseTo(0, 5)
    expect(constant).toBeCloseTo(-1, 0)
  })
})

const row = (platform: string, types: GoldRow['types'] = [], severity: GoldRow['severity'] = null): GoldRow => ({
  id: platform,
  platform,
  document: 'Terms of Service',
  heading: '',
  text: '',
  types,
  severity,
})

describe('the split', () => {
  it('keeps the platforms of one owner on one side', () => {
    expect(ownerOf('DALL·E')).toBe(ownerOf('ChatGPT'))
    expect(isHeldOut('DALL·E')).toBe(isHeldOut('OpenAI'))
    const folds = foldsOf(
      ['OpenAI', 'Quora', 'ChatGPT', 'Zoom', 'DALL·E'].map((name) => row(name)),
      2,
    )
    expect(new Set([folds[0], folds[2], folds[4]]).size).toBe(1)
    expect(new Set(folds).size).toBe(2)
  })
})

describe('figures', () => {
  it('count hits, misses and extras as the scorer does', () => {
    const rows = [row('a', ['fees-payment'], 'medium'), row('b'), row('c', ['arbitration', 'governing-law'], 'high')]
    const answers = [
      { types: [31], severity: 'low' as const },
      { types: [], severity: null },
      { types: [42], severity: 'high' as const },
    ]
    const { microF1, provisionOrNot, severity, exact } = figuresOf(rows, (i) => answers[i]!)
    expect({ microF1, provisionOrNot, severity, exact }).toEqual({
      microF1: 0.8,
      provisionOrNot: 1,
      severity: 0.5,
      exact: 0.6667,
    })
  })
})
