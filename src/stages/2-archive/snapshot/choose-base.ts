/**
 * Which snapshot is the dictionary of the next one. The snapshots of one page, in the order in which they were captured,
 * form windows of 64; within a window the plan is the one whose number is i without its lowest set bit, and every
 * second window begins with the beginning of the one before it. So any one is read through at most 6 others, however
 * long the history is. A page that alternates, or comes in kinds, is far from what the plan names: so a few of those
 * just before are tried too, as far as the plan has depth left for those that will rest on this one.
 */
import { MAX_SPAN_BYTES, probeFrame } from './delta.ts'

export const WINDOW = 64
export const MAX_DEPTH = 6
/** Beside the planned one. */
const TRIED = 4
/** Another one is deeper as a rule, and has to be worth it. */
const WORTH = 0.9

/** The stream before the snapshot in question, by position. */
export type Before = {
  /** How many others it is read through; null where it is not packed. */
  readonly depthOf: (position: number) => number | null
  readonly read: (position: number) => Promise<Uint8Array>
}

export type Base = { readonly position: number; readonly bytes: Uint8Array }

export async function chooseBase(bytes: Uint8Array, position: number, before: Before): Promise<Base | null> {
  const planned = plannedBase(position)
  const bases: Base[] = []
  for (const candidate of candidatesOf(position, before.depthOf)) {
    const base = { position: candidate, bytes: await before.read(candidate) }
    if (base.bytes.length > 0 && base.bytes.length + bytes.length <= MAX_SPAN_BYTES) bases.push(base)
  }
  if (bases.length < 2) return bases[0] ?? null
  let best: { readonly base: Base; readonly cost: number } | null = null
  for (const base of bases) {
    const frameBytes = await probeFrame(bytes, base.bytes)
    const cost = base.position === planned ? frameBytes * WORTH : frameBytes
    if (best === null || cost < best.cost) best = { base, cost }
  }
  return best?.base ?? null
}

function candidatesOf(position: number, depthOf: Before['depthOf']): readonly number[] {
  const planned = plannedBase(position)
  if (planned === null) return []
  const depth = depthOf(planned)
  if (position % WINDOW === 0) return depth === 0 ? [planned] : []
  const isUsable = depth !== null && depth < MAX_DEPTH
  const others = [...shallower(position, depthOf, maxDepthAt(position))].filter((one) => one !== planned)
  if (isUsable) return [planned, ...others.slice(0, TRIED)]
  // What the plan names may be gone (released) or stand deeper than planned: then the nearest that will do.
  return others.length > 0 ? others.slice(0, TRIED) : [...shallower(position, depthOf, MAX_DEPTH)].slice(0, 1)
}

function plannedBase(position: number): number | null {
  const inWindow = position % WINDOW
  if (inWindow > 0) return position - inWindow + (inWindow & (inWindow - 1))
  return position === 0 ? null : position - WINDOW
}

/** The plan rests chains as long as the number of lowest zero bits on this one. */
function maxDepthAt(position: number): number {
  return MAX_DEPTH - (31 - Math.clz32(position & -position))
}

/** Of the last window's length, the nearest first. */
function* shallower(position: number, depthOf: Before['depthOf'], limit: number): Iterable<number> {
  for (let i = position - 1; i >= 0 && i > position - WINDOW; i--) {
    const depth = depthOf(i)
    if (depth !== null && depth < limit) yield i
  }
}
