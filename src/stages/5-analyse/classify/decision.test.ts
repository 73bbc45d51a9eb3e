import { describe, expect, it } from 'vitest'
import { PROVISION_TYPES } from '../../../core/provision.ts'
import { ANSWERS, cueOf, FIRST_SEVERITY, GATE, inContext } from './decision.ts'

const FEES = PROVISION_TYPES.indexOf('fees-payment')
const odds = (fees: number, gate: number): Float64Array => {
  const all = new Float64Array(ANSWERS.length)
  all[FEES] = fees
  all[GATE] = gate
  return all
}

const AS_IT_IS = [1, 0, 0] as const

describe('the gate', () => {
  it('opens further for a block that surely is of a type', () => {
    const settings = { context: [], gateContext: [0.5, 0.25, 0.125] as const }
    expect(inContext(odds(4, 1), undefined, settings)[GATE]).toBeCloseTo(0.5 + 1 + 0.125)
    // All other types stand at even odds here.
    expect(inContext(odds(-4, 1), undefined, settings)[GATE]).toBeCloseTo(0.5 + 0.125)
  })
})

describe('the block before', () => {
  it('speaks for its types, against others, and not at all where it states no provision', () => {
    expect(cueOf(odds(6, 6), FEES)).toBeGreaterThan(3)
    expect(cueOf(odds(-6, 6), FEES)).toBeLessThan(-3)
    expect(cueOf(odds(6, -9), FEES)).toBeCloseTo(cueOf(undefined, FEES), 1)
  })

  it('counts as much as the model says, and leaves gate and severities alone', () => {
    const context = PROVISION_TYPES.map((): [number, number, number, number] => [2, 0.5, 1, -1])
    const own = odds(0.5, 3)
    const seen = inContext(own, odds(6, 6), { context, gateContext: AS_IT_IS })
    expect(seen[FEES]).toBeCloseTo(2 * 0.5 + 0.5 * 3 + cueOf(odds(6, 6), FEES) - 1)
    expect(seen[GATE]).toBe(3)
    expect(seen.slice(FIRST_SEVERITY)).toEqual(own.slice(FIRST_SEVERITY))
  })
})
