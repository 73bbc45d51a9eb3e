/**
 * Aligns the blocks of two policy texts, then the words of the blocks that belong together. Equal blocks are anchored
 * first (common ends, unique blocks, longest common subsequence); what is left is matched by likeness, wherever it
 * stands; then splits and merges are gathered. Ends on any input: every step is paid from one budget.
 */
import type { Block, PolicyText } from '../../core/policy-text.ts'
import type { Alignment, AlignOptions } from './alignment.ts'
import { UnitMaker } from './block-units.ts'
import { finishPairs } from './finish.ts'
import { type Group, matchLeftovers } from './match.ts'
import { mirrorAlignment } from './mirror.ts'
import { inReadingOrder } from './reading-order.ts'
import { type Budget, commonSubsequence } from './sequence.ts'

/** A few seconds on one core. */
export const DEFAULT_BUDGET = 30_000_000

/** Which blocks of `to` stand for which blocks of `from`, and what differs inside them. Swapped inputs give the mirror. */
export function align(from: PolicyText, to: PolicyText, options: AlignOptions = {}): Alignment {
  // One canonical direction makes ties fall the same way for swapped inputs.
  return isAhead(from.blocks, to.blocks)
    ? alignOrdered(from, to, options)
    : mirrorAlignment(alignOrdered(to, from, options))
}

function alignOrdered(from: PolicyText, to: PolicyText, options: AlignOptions): Alignment {
  const budget: Budget = { left: options.budget ?? DEFAULT_BUDGET, coarse: false }
  const rulesOff = options.rulesOff ?? false
  const [a, b] = [from.blocks, to.blocks]
  const [head, tail] = commonEnds(a, b)
  const maker = new UnitMaker(rulesOff)
  const [aMiddle, bMiddle] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)]
  const anchors = commonSubsequence(
    Int32Array.from(aMiddle, (block) => maker.id(block)),
    Int32Array.from(bMiddle, (block) => maker.id(block)),
    budget,
  ).map(([i, j]): [number, number] => [i + head, j + head])
  const groups: Group[] = []
  for (let i = 0; i < head; i++) groups.push({ old: [i], new: [i], moved: false })
  for (const [i, j] of anchors) groups.push({ old: [i], new: [j], moved: false })
  groups.push(...matchLeftovers(a, b, head, tail, anchors, maker, budget))
  for (let i = tail; i > 0; i--) groups.push({ old: [a.length - i], new: [b.length - i], moved: false })
  const { pairs, hiddenBy } = finishPairs(from, to, groups, budget, rulesOff)
  return { old: from, new: to, pairs: inReadingOrder(pairs), hiddenBy, coarse: budget.coarse }
}

/** A total order on texts that differ, so that one of two directions is always chosen. */
function isAhead(a: readonly Block[], b: readonly Block[]): boolean {
  if (a.length !== b.length) return a.length < b.length
  for (let i = 0; i < a.length; i++) {
    if (a[i]!.text !== b[i]!.text) return a[i]!.text < b[i]!.text
  }
  return true
}

function commonEnds(a: readonly Block[], b: readonly Block[]): [number, number] {
  const shorter = Math.min(a.length, b.length)
  let head = 0
  while (head < shorter && a[head]!.text === b[head]!.text) head++
  let tail = 0
  while (tail < shorter - head && a[a.length - 1 - tail]!.text === b[b.length - 1 - tail]!.text) tail++
  return [head, tail]
}
