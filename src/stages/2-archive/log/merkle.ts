/**
 * The Merkle tree of RFC 6962, section 2.1, over leaves that only grow in number. Hashes of complete subtrees whose
 * height is a multiple of 8 are kept (they are the tiles of C2SP tlog-tiles); everything else is made from them.
 */
import { createHash, hash as hashOnce } from 'node:crypto'

export const HASH_BYTES = 32
/** Height of a tile: 256 hashes wide. */
export const TILE_HEIGHT = 8
export const TILE_WIDTH = 1 << TILE_HEIGHT

const EMPTY_ROOT = hashOnce('sha256', '', 'buffer')

/** Gives `count` hashes of complete subtrees of height `8 * level`, from the index-th on. */
export type HashReader = (level: number, index: number, count: number) => Buffer

export function leafHash(leaf: Uint8Array): Buffer {
  return createHash('sha256').update(Buffer.of(0)).update(leaf).digest()
}

export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return createHash('sha256').update(Buffer.of(1)).update(left).update(right).digest()
}

/** The right edge of a tree: what is needed to add leaves and to tell the root, and nothing else. */
export class RightEdge {
  #size: number
  /** Hashes of the complete subtrees of the size's set bits, largest first. */
  readonly #subtrees: Buffer[]

  constructor(size = 0, subtrees: readonly Buffer[] = []) {
    this.#size = size
    this.#subtrees = [...subtrees]
  }

  static of(size: number, read: HashReader): RightEdge {
    return new RightEdge(
      size,
      subtreesOf(size).map(({ start, height }) => completeHash(read, start, height)),
    )
  }

  get size(): number {
    return this.#size
  }

  /** `emit` is called with the hash of every subtree that a tile holds, level by level. */
  add(leaf: Buffer, emit: (level: number, hash: Buffer) => void): void {
    let hash = leaf
    emit(0, hash)
    let height = 0
    for (let rest = this.#size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
      hash = nodeHash(this.#subtrees.pop()!, hash)
      height++
      if (height % TILE_HEIGHT === 0) emit(height / TILE_HEIGHT, hash)
    }
    this.#subtrees.push(hash)
    this.#size++
  }

  root(): Buffer {
    const [last, ...others] = this.#subtrees.toReversed()
    if (!last) return EMPTY_ROOT
    return others.reduce((right, left) => nodeHash(left, right), last)
  }
}

/** The root of the first `size` leaves. */
export function rootAt(size: number, read: HashReader): Buffer {
  return RightEdge.of(size, read).root()
}

/** PATH(index, D[size]) of RFC 6962, section 2.1.1: from the leaf's sibling up. */
export function inclusionPath(index: number, size: number, read: HashReader): readonly Buffer[] {
  const path: Buffer[] = []
  let start = 0
  let end = size
  while (end - start > 1) {
    const middle = start + largestPowerBelow(end - start)
    if (index < middle) {
      path.push(rangeHash(read, middle, end))
      end = middle
    } else {
      path.push(rangeHash(read, start, middle))
      start = middle
    }
  }
  return path.reverse()
}

/** PROOF(from, D[to]) of RFC 6962, section 2.1.2. */
export function consistencyPath(from: number, to: number, read: HashReader): readonly Buffer[] {
  if (from === 0 || from === to) return []
  const path: Buffer[] = []
  let start = 0
  let end = to
  let isWhole = true
  while (end !== from) {
    const middle = start + largestPowerBelow(end - start)
    if (from <= middle) {
      path.push(rangeHash(read, middle, end))
      end = middle
    } else {
      path.push(rangeHash(read, start, middle))
      start = middle
      isWhole = false
    }
  }
  if (!isWhole) path.push(rangeHash(read, start, end))
  return path.reverse()
}

function rangeHash(read: HashReader, start: number, end: number): Buffer {
  const size = end - start
  const height = Math.log2(size)
  if (Number.isInteger(height)) return completeHash(read, start, height)
  const middle = start + largestPowerBelow(size)
  return nodeHash(rangeHash(read, start, middle), rangeHash(read, middle, end))
}

/** The hash of the complete subtree of `2 ** height` leaves from `start` on. */
function completeHash(read: HashReader, start: number, height: number): Buffer {
  const level = Math.floor(height / TILE_HEIGHT)
  const count = 2 ** (height % TILE_HEIGHT)
  const bytes = read(level, start / TILE_WIDTH ** level, count)
  let row = Array.from({ length: count }, (_, i) => bytes.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES))
  while (row.length > 1) row = row.flatMap((left, i) => (i % 2 === 0 ? [nodeHash(left, row[i + 1]!)] : []))
  return row[0]!
}

function subtreesOf(size: number): readonly { start: number; height: number }[] {
  const subtrees: { start: number; height: number }[] = []
  for (let start = 0; start < size; ) {
    const height = Math.floor(Math.log2(size - start))
    subtrees.push({ start, height })
    start += 2 ** height
  }
  return subtrees
}

function largestPowerBelow(size: number): number {
  return 2 ** Math.ceil(Math.log2(size) - 1)
}
