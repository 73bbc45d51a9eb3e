import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { type Before, chooseBase, MAX_DEPTH, WINDOW } from './choose-base.ts'

/** Snapshots and the depths they got, packed one after the other. */
class Chain {
  readonly bytes: Uint8Array[] = []
  readonly bases: (number | null)[] = []
  readonly released = new Set<number>()

  readonly before: Before = {
    depthOf: (position) => (this.released.has(position) ? null : this.depthOf(position)),
    read: async (position) => this.bytes[position]!,
  }

  depthOf(position: number): number {
    const base = this.bases[position]!
    return base === null ? 0 : this.depthOf(base) + 1
  }

  async add(bytes: Uint8Array): Promise<void> {
    const base = await chooseBase(bytes, this.bytes.length, this.before)
    this.bytes.push(bytes)
    this.bases.push(base?.position ?? null)
  }

  get maxDepth(): number {
    return Math.max(...this.bases.map((_, i) => this.depthOf(i)))
  }
}

const kinds = [randomBytes(2000), randomBytes(2000), randomBytes(2000)]

const reel = randomBytes(40_000)

/** Changes all the way: the one before it is always the nearest. */
function drifting(i: number): Buffer {
  return reel.subarray(i * 100, i * 100 + 2000)
}

describe('the base of a snapshot', () => {
  test('is the planned one where all are as near', async () => {
    const chain = new Chain()
    for (let i = 0; i < 8; i++) await chain.add(Buffer.concat([kinds[0]!, Buffer.from(`${i}`)]))
    expect(chain.bases).toEqual([null, 0, 0, 2, 0, 4, 4, 6])
  })

  test.each([2, 3])('is of the same kind where a page alternates between %i', async (count) => {
    const chain = new Chain()
    for (let i = 0; i < WINDOW; i++) await chain.add(Buffer.concat([kinds[i % count]!, Buffer.from(`${i}`)]))
    const strangers = chain.bases.filter((base, i) => base !== null && base % count !== i % count)
    // The first of each kind has no other, and the plan leaves few to choose from at the roots of long chains.
    expect(strangers.length).toBeLessThan(WINDOW / 8)
  })

  test('never makes a chain longer than allowed, wherever the nearest stands', async () => {
    const chain = new Chain()
    for (let i = 0; i < WINDOW * 4; i++) await chain.add(drifting(i))
    expect(chain.maxDepth).toBe(MAX_DEPTH)
    expect(chain.bases.filter((base) => base === null)).toHaveLength(2)
  })

  test('leaves depth for those that the plan rests on it', async () => {
    const chain = new Chain()
    for (let i = 0; i <= 32; i++) await chain.add(drifting(i))
    expect(chain.depthOf(8)).toBeLessThanOrEqual(3)
    expect(chain.depthOf(16)).toBeLessThanOrEqual(2)
    expect(chain.depthOf(32)).toBeLessThanOrEqual(1)
  })

  test('is not one that was released, nor one too deep', async () => {
    const chain = new Chain()
    for (let i = 0; i < 20; i++) {
      if (i > 2) chain.released.add(i - 2)
      await chain.add(drifting(i))
      expect(chain.released.has(chain.bases[i] ?? -1)).toBe(false)
    }
    expect(chain.maxDepth).toBeLessThanOrEqual(MAX_DEPTH)
  })

  test('is not an empty one', async () => {
    const chain = new Chain()
    await chain.add(Buffer.alloc(0))
    await chain.add(kinds[0]!)
    expect(chain.bases).toEqual([null, null])
  })
})
