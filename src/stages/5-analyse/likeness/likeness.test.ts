import { describe, expect, it } from 'vitest'
import type { ComparedWording } from '../../../core/likeness.ts'
import { isSameStance, LIKE_FROM, nearestWordings, stanceOf } from './index.ts'

let number = 0
const wording = (platform: string, quote: string, type: ComparedWording['types'][0] = 'model-training') => ({
  provision: ++number,
  platform,
  types: [type] as const,
  quote,
})
const own = wording(
  'Northwind',
  'We may use your prompts and outputs to train our models unless you opt out in settings.',
)
const twin = wording('Bluefin', 'We use prompts and outputs to train our models, unless you opt out in your settings.')
const refusal = wording('Quarry', 'Prompts and outputs are never used to train our models.')
const other = wording('Tern', 'Recordings of calls help our speech laboratory to study dialects.')

describe('nearest provisions', () => {
  const { near, nearest, compared } = nearestWordings(own, [other, refusal, twin], 5)

  it('put likeness of words first, and say whose stance is the same', () => {
    expect(near[0]).toMatchObject({ wording: { platform: 'Bluefin' }, sameStance: true })
    expect(near.find(({ wording: { platform } }) => platform === 'Quarry')?.sameStance ?? false).toBe(false)
    expect(nearest?.wording.platform).toBe('Bluefin')
    expect(compared).toBe(3)
  })

  it('leave out what only shares the type', () => {
    expect(near.map(({ wording: { platform } }) => platform)).not.toContain('Tern')
  })

  it('say that none is close, and still name the nearest', () => {
    const alone = nearestWordings(own, [other], 5)
    expect(alone.near).toEqual([])
    expect(alone.nearest?.wording.platform).toBe('Tern')
    expect(alone.nearest!.likeness).toBeLessThan(LIKE_FROM)
  })

  it('count one text of several platforms once', () => {
    const copy = wording('Cormorant', twin.quote)
    const found = nearestWordings(own, [twin, copy, refusal], 5)
    expect(found.compared).toBe(2)
    expect(found.near[0]?.sameTextOf).toEqual(['Cormorant'])
  })

  it('compare with other platforms and the same main type only', () => {
    const mine = wording('Northwind', twin.quote)
    const foreign = wording('Bluefin', twin.quote, 'data-use')
    expect(nearestWordings(own, [mine, foreign], 5)).toEqual({ near: [], nearest: null, compared: 0 })
  })
})

describe('a stance', () => {
  it('tells a refusal from a permission, and a way out from none', () => {
    const stances = [own, refusal, other].map(({ quote }) => stanceOf('model-training', quote))
    expect(stances[0]).toContain('opt-out')
    expect(stances[1]).toContain('denies')
    expect(isSameStance(stances[0]!, stances[1]!)).toBe(false)
  })
})
