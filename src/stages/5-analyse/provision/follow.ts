/**
 * Provisions of a version, given those of the version before it: what is unchanged keeps its wording, what was edited
 * gets a new one, and identity goes along the alignment. On a split the largest part goes on, on a merge the oldest.
 */
import type { Block, PolicyText } from '../../../core/policy-text.ts'
import type { BlockRange, Fact, Wording } from '../../../core/provision.ts'
import { type Answers, groupBlocks } from './group.ts'
import { titlesOf } from './title.ts'
import { exactText, makeWording } from './wording.ts'

/** Blocks that belong together, by position, and how alike they are (0 to 1); as stage 4 aligns them. */
export type BlockPair = {
  readonly old: readonly number[]
  readonly new: readonly number[]
  readonly similarity: number
}

/** A provision as the version before has it. `number` is that of its public id: the lower, the older. */
export type HeldProvision = BlockRange & { readonly number: number }

export type VersionBefore = {
  readonly text: PolicyText
  readonly provisions: readonly HeldProvision[]
  readonly pairs: readonly BlockPair[]
}

export type FollowedProvision = BlockRange & {
  /** The provision that goes on here; null where one begins. */
  readonly from: number | null
  /** Null: the words are those of the version before, and so is what is said of them. */
  readonly wording: Wording | null
  /** Of one that begins: the provision from which it was split off, if any. */
  readonly splitFrom: number | null
}

export type FollowedProvisions = {
  readonly provisions: readonly FollowedProvision[]
  /** Provisions whose text went into another one. */
  readonly merged: readonly { readonly from: number; readonly into: number }[]
}

/** An old provision goes into a new one where at least this share of its text did. */
const LEAST_SHARE = 0.3

export function followProvisions(
  text: PolicyText,
  answers: Answers,
  facts: readonly Fact[],
  before: VersionBefore | null,
): FollowedProvisions {
  const { blocks } = text
  const fresh = groupBlocks(blocks, answers)
  const { ranges, kept } = before ? settle(blocks, fresh, before) : { ranges: fresh, kept: new Map() }
  const { goesOn, splitFrom, merged } = before
    ? succeed(blocks, ranges, before)
    : { goesOn: new Map<number, number>(), splitFrom: new Map<number, number>(), merged: [] }
  const titles = titlesOf(blocks, ranges)
  return {
    provisions: ranges.map((range, at): FollowedProvision => {
      const from = goesOn.get(at) ?? null
      // The same words under the same id: the same analysis.
      const isKept = from !== null && kept.get(range) === from
      return {
        ...range,
        from,
        wording: isKept ? null : makeWording(blocks, range, answers, titles[at]!, facts),
        splitFrom: splitFrom.get(at) ?? null,
      }
    }),
    merged,
  }
}

type Settled = { readonly ranges: readonly BlockRange[]; readonly kept: ReadonlyMap<BlockRange, number> }

/**
 * An unchanged text is the same provision, whatever is thought of it now: only where a block came, went or was edited
 * are blocks grouped anew.
 */
function settle(blocks: readonly Block[], fresh: readonly BlockRange[], before: VersionBefore): Settled {
  const unchanged = unchangedBlocks(blocks, before)
  const isUnchanged = new Set(unchanged.values())
  const locked = before.provisions.flatMap((held) => lockedRange(blocks, held, unchanged, before))
  const touched = fresh.filter((range) => positions(range).some((at) => !isUnchanged.has(at)))
  const stays = locked.filter(({ range }) => !touched.some((one) => overlaps(one, range)))
  // What is left of a provision that is not there as a whole any more.
  const rest = fresh.filter(
    (range) =>
      !touched.includes(range) &&
      !stays.some((one) => overlaps(one.range, range)) &&
      wasProvision(range, unchanged, before),
  )
  const ranges = [...touched, ...rest, ...stays.map(({ range }) => range)].sort((a, b) => a.first - b.first)
  return { ranges, kept: new Map(stays.map(({ range, number }) => [range, number])) }
}

/** Whether a range holds unchanged blocks of a provision. */
function wasProvision(range: BlockRange, unchanged: ReadonlyMap<number, number>, before: VersionBefore): boolean {
  const inside = new Set(positions(range))
  return before.provisions.some((held) => positions(held).some((old) => inside.has(unchanged.get(old) ?? -1)))
}

/** New positions of old blocks whose text is the same. */
function unchangedBlocks(blocks: readonly Block[], { text, pairs }: VersionBefore): ReadonlyMap<number, number> {
  const map = new Map<number, number>()
  for (const { old, new: now } of pairs) {
    if (old.length !== 1 || now.length !== 1) continue
    if (text.blocks[old[0]!]!.text === blocks[now[0]!]!.text) map.set(old[0]!, now[0]!)
  }
  return map
}

function lockedRange(
  blocks: readonly Block[],
  held: HeldProvision,
  unchanged: ReadonlyMap<number, number>,
  { text }: VersionBefore,
): { range: BlockRange; number: number }[] {
  const first = unchanged.get(held.first)
  if (first === undefined) return []
  const range = { first, last: first + held.last - held.first }
  const isWhole = positions(held).every((old) => unchanged.get(old) === first + old - held.first)
  return isWhole && exactText(text.blocks, held) === exactText(blocks, range) ? [{ range, number: held.number }] : []
}

function succeed(blocks: readonly Block[], ranges: readonly BlockRange[], before: VersionBefore) {
  const shared = sharedText(blocks, ranges, before)
  const goesOn = new Map<number, number>()
  const splitFrom = new Map<number, number>()
  const merged: { from: number; into: number }[] = []
  /** Of every new range: the old provisions whose largest part it is. */
  const contenders = new Map<number, number[]>()
  for (const [number, parts] of shared) {
    const [largest] = [...parts].sort((a, b) => b[1] - a[1] || a[0] - b[0])
    if (largest) contenders.set(largest[0], [...(contenders.get(largest[0]) ?? []), number])
  }
  for (const [at, numbers] of contenders) {
    const [oldest, ...others] = numbers.sort((a, b) => a - b)
    goesOn.set(at, oldest!)
    merged.push(...others.map((from) => ({ from, into: oldest! })))
  }
  for (const [number, parts] of shared)
    for (const at of parts.keys()) if (!goesOn.has(at) && !splitFrom.has(at)) splitFrom.set(at, number)
  return { goesOn, splitFrom, merged }
}

/** How much text of every old provision stands in which new range, where it is enough of either to count. */
function sharedText(
  blocks: readonly Block[],
  ranges: readonly BlockRange[],
  { text, provisions, pairs }: VersionBefore,
): Map<number, Map<number, number>> {
  const rangeOf = new Map(ranges.flatMap((range, index) => positions(range).map((at) => [at, index] as const)))
  const provisionOf = new Map(provisions.flatMap((held) => positions(held).map((at) => [at, held] as const)))
  const shared = new Map<number, Map<number, number>>()
  for (const { old, new: now, similarity } of pairs) {
    for (const oldAt of old) {
      const held = provisionOf.get(oldAt)
      if (!held) continue
      for (const newAt of now) {
        const index = rangeOf.get(newAt)
        if (index === undefined) continue
        const parts = shared.get(held.number) ?? new Map<number, number>()
        const chars = similarity * Math.min(text.blocks[oldAt]!.text.length, blocks[newAt]!.text.length)
        parts.set(index, (parts.get(index) ?? 0) + chars)
        shared.set(held.number, parts)
      }
    }
  }
  for (const held of provisions) {
    const parts = shared.get(held.number)
    if (!parts) continue
    const length = exactText(text.blocks, held).length
    for (const [index, chars] of parts) {
      const smaller = Math.min(length, exactText(blocks, ranges[index]!).length)
      if (chars < smaller * LEAST_SHARE) parts.delete(index)
    }
  }
  return shared
}

function positions({ first, last }: BlockRange): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}

function overlaps(a: BlockRange, b: BlockRange): boolean {
  return a.first <= b.last && b.first <= a.last
}
