import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isConsistent, leafHashOf, rootFromInclusion } from '../verify/merkle-proof.ts'
import {
  consistencyPath,
  HASH_BYTES,
  type HashReader,
  inclusionPath,
  leafHash,
  nodeHash,
  RightEdge,
  rootAt,
} from './merkle.ts'

/** The reference leaves and roots of the Certificate Transparency tests. */
const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

type Tree = { readonly leaves: readonly Buffer[]; readonly roots: readonly Buffer[]; readonly read: HashReader }

function grow(leaves: readonly Buffer[]): Tree {
  const levels: Buffer[][] = []
  const edge = new RightEdge()
  const roots = [edge.root()]
  for (const leaf of leaves) {
    edge.add(leafHash(leaf), (level, hash) => {
      levels[level] ??= []
      levels[level].push(hash)
    })
    roots.push(edge.root())
  }
  return {
    leaves,
    roots,
    read(level, index, count) {
      const bytes = Buffer.concat((levels[level] ?? []).slice(index, index + count))
      if (bytes.length !== count * HASH_BYTES) throw new RangeError(`level ${level} has no ${index} + ${count}`)
      return bytes
    },
  }
}

/** The definition of RFC 6962, section 2.1, without any store. */
function rootByDefinition(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 1) return leafHash(leaves[0]!)
  let middle = 1
  while (middle * 2 < leaves.length) middle *= 2
  return nodeHash(rootByDefinition(leaves.slice(0, middle)), rootByDefinition(leaves.slice(middle)))
}

const reference = grow(LEAVES.map((leaf) => Buffer.from(leaf, 'hex')))
const large = grow(Array.from({ length: 1500 }, (_, i) => Buffer.from(`leaf ${i}`)))
const hex = (hashes: readonly Uint8Array[]) => hashes.map((hash) => Buffer.from(hash).toString('hex'))

describe('the tree', () => {
  test('has the roots of the reference vectors at every size', () => {
    expect(hex(reference.roots)).toEqual(ROOTS)
  })

  test.each([1, 2, 255, 256, 257, 511, 600])('of %i leaves has the root of the definition', (size) => {
    expect(large.roots[size]!.equals(rootByDefinition(large.leaves.slice(0, size)))).toBe(true)
  })

  test('tells the root of every earlier size from its tiles', () => {
    for (const size of [1, 255, 256, 257, 1000, 1499, 1500]) {
      expect(rootAt(size, large.read).equals(large.roots[size]!)).toBe(true)
    }
  })

  test('goes on from its right edge', () => {
    const edge = RightEdge.of(700, large.read)
    for (const leaf of large.leaves.slice(700)) edge.add(leafHash(leaf), () => {})
    expect(edge.root().equals(large.roots[1500]!)).toBe(true)
  })
})

describe('inclusion', () => {
  test('has the paths of the reference vectors', () => {
    expect(hex(inclusionPath(0, 8, reference.read))).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ])
    expect(hex(inclusionPath(5, 8, reference.read))).toEqual([
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ])
  })

  test('of any leaf in any tree is verified, and of no other leaf', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1500 }), fc.nat(), async (size, seed) => {
        const index = seed % size
        const path = inclusionPath(index, size, large.read)
        const root = await rootFromInclusion(await leafHashOf(large.leaves[index]!), index, size, path)
        expect(Buffer.from(root!).equals(large.roots[size]!)).toBe(true)
        const other = await rootFromInclusion(await leafHashOf(Buffer.from('other')), index, size, path)
        expect(Buffer.from(other!).equals(large.roots[size]!)).toBe(false)
        const longer = await rootFromInclusion(await leafHashOf(large.leaves[index]!), index, size, [
          ...path,
          path[0] ?? Buffer.alloc(32),
        ])
        expect(longer).toBeNull()
      }),
    )
  })
})

describe('consistency', () => {
  test('has the paths of the reference vectors', () => {
    expect(hex(consistencyPath(6, 8, reference.read))).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ])
    expect(hex(consistencyPath(2, 5, reference.read))).toEqual([
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ])
    expect(consistencyPath(1, 1, reference.read)).toEqual([])
  })

  test('of any two sizes is verified, and not with another root', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 1500 }), fc.integer({ min: 0, max: 1500 }), async (a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)]
        const path = consistencyPath(from, to, large.read)
        const head = { size: to, root: large.roots[to]! }
        expect(await isConsistent({ size: from, root: large.roots[from]! }, head, path)).toBe(true)
        if (from > 0) expect(await isConsistent({ size: from, root: Buffer.alloc(32, 7) }, head, path)).toBe(false)
      }),
    )
  })
})
