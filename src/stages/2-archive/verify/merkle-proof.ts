/** Verification of RFC 6962 proofs by the algorithms of RFC 9162, sections 2.1.3.2 and 2.1.4.2. */
import { type Bytes, equalBytes, sha256Bytes } from './bytes.ts'

const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)

export function leafHashOf(leaf: Uint8Array): Promise<Bytes> {
  return sha256Bytes(LEAF, leaf)
}

/** The root that a leaf and its path lead to; null where the path does not fit the numbers. */
export async function rootFromInclusion(
  leafHash: Uint8Array,
  index: number,
  size: number,
  path: readonly Uint8Array[],
): Promise<Uint8Array | null> {
  if (index >= size || index < 0) return null
  let node = index
  let last = size - 1
  let root = leafHash
  for (const hash of path) {
    if (last === 0) return null
    if (node % 2 === 1 || node === last) {
      root = await sha256Bytes(NODE, hash, root)
      while (node % 2 === 0 && node !== 0) {
        node = node / 2
        last = Math.floor(last / 2)
      }
    } else {
      root = await sha256Bytes(NODE, root, hash)
    }
    node = Math.floor(node / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 ? root : null
}

/** Whether the tree of `to` leaves begins with the tree of `from` leaves. */
export async function isConsistent(
  from: { readonly size: number; readonly root: Uint8Array },
  to: { readonly size: number; readonly root: Uint8Array },
  path: readonly Uint8Array[],
): Promise<boolean> {
  if (from.size > to.size) return false
  if (from.size === to.size) return path.length === 0 && equalBytes(from.root, to.root)
  if (from.size === 0) return path.length === 0
  // A complete tree is its own first element.
  const isComplete = Number.isInteger(Math.log2(from.size))
  const [first, ...rest] = isComplete ? [from.root, ...path] : path
  if (!first) return false
  let node = from.size - 1
  let last = to.size - 1
  while (node % 2 === 1) {
    node = Math.floor(node / 2)
    last = Math.floor(last / 2)
  }
  let old = first
  let fresh = first
  for (const hash of rest) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      old = await sha256Bytes(NODE, hash, old)
      fresh = await sha256Bytes(NODE, hash, fresh)
      while (node % 2 === 0 && node !== 0) {
        node = node / 2
        last = Math.floor(last / 2)
      }
    } else {
      fresh = await sha256Bytes(NODE, fresh, hash)
    }
    node = Math.floor(node / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 && equalBytes(old, from.root) && equalBytes(fresh, to.root)
}
