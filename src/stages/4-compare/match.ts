/** Matches the blocks that no equal block anchors: moved ones, edited ones, and those that were split or merged. */
import type { Block } from '../../core/policy-text.ts'
import { common, containment, likeness, type Unit, type UnitMaker } from './block-units.ts'
import { type Budget, increasing, type Match } from './sequence.ts'

export type Group = { readonly old: readonly number[]; readonly new: readonly number[]; readonly moved: boolean }

/** Likeness from which two blocks are one edited block: in the same place, and anywhere in the document. */
const ALIKE_IN_PLACE = 0.4
const ALIKE_ELSEWHERE = 0.6
const ALL_PAIRS = 2_500

type Rest = { readonly at: number; readonly unit: Unit; readonly gap: number }
type Candidate = { readonly old: Rest; readonly new: Rest; readonly score: number; readonly inPlace: boolean }

export function matchLeftovers(
  a: readonly Block[],
  b: readonly Block[],
  head: number,
  tail: number,
  anchors: readonly Match[],
  maker: UnitMaker,
  budget: Budget,
): Group[] {
  const old = leftovers(
    a,
    head,
    tail,
    anchors.map(([i]) => i),
    maker,
  )
  const now = leftovers(
    b,
    head,
    tail,
    anchors.map(([, j]) => j),
    maker,
  )
  const regrouped = regroup(a, b, old, now, maker)
  const open = {
    old: old.filter(({ at }) => !regrouped.old.has(at)),
    now: now.filter(({ at }) => !regrouped.now.has(at)),
  }
  const matched = assign(open.old, open.now, budget)
  const groups = gather(matched, open.old, open.now)
  return [...regrouped.groups, ...withMoves(groups, old, now)]
}

function leftovers(
  blocks: readonly Block[],
  head: number,
  tail: number,
  taken: readonly number[],
  maker: UnitMaker,
): Rest[] {
  const rest: Rest[] = []
  let gap = 0
  for (let at = head; at < blocks.length - tail; at++) {
    if (taken[gap] === at) gap++
    else rest.push({ at, unit: maker.unit(blocks[at]!), gap })
  }
  return rest
}

/** A gap whose words are the same on both sides, cut into other blocks. */
function regroup(
  a: readonly Block[],
  b: readonly Block[],
  old: readonly Rest[],
  now: readonly Rest[],
  maker: UnitMaker,
) {
  const groups: Group[] = []
  const [takenOld, takenNow] = [new Set<number>(), new Set<number>()]
  const newGaps = byGap(now)
  for (const [gap, rests] of byGap(old)) {
    const others = newGaps.get(gap)
    if (!others || rests.length + others.length < 3) continue
    const joined = (list: readonly Rest[], blocks: readonly Block[]): Block => ({
      ...blocks[list[0]!.at]!,
      text: list.map(({ at }) => blocks[at]!.text).join('\n'),
    })
    if (maker.id(joined(rests, a)) !== maker.id(joined(others, b))) continue
    groups.push({ old: rests.map(({ at }) => at), new: others.map(({ at }) => at), moved: false })
    for (const { at } of rests) takenOld.add(at)
    for (const { at } of others) takenNow.add(at)
  }
  return { groups, old: takenOld, now: takenNow }
}

function byGap(list: readonly Rest[]): Map<number, Rest[]> {
  const gaps = new Map<number, Rest[]>()
  for (const rest of list) {
    const gap = gaps.get(rest.gap)
    if (gap) gap.push(rest)
    else gaps.set(rest.gap, [rest])
  }
  return gaps
}

/** One to one, the most alike first. */
function assign(old: readonly Rest[], now: readonly Rest[], budget: Budget): Candidate[] {
  const candidates = old.length * now.length <= ALL_PAIRS ? allPairs(old, now) : likelyPairs(old, now, budget)
  const scored = candidates
    .filter(({ score, inPlace }) => score >= (inPlace ? ALIKE_IN_PLACE : ALIKE_ELSEWHERE))
    .sort(
      (x, y) =>
        y.score + (y.inPlace ? 0.1 : 0) - x.score - (x.inPlace ? 0.1 : 0) || x.old.at - y.old.at || x.new.at - y.new.at,
    )
  const [takenOld, takenNow] = [new Set<number>(), new Set<number>()]
  const chosen: Candidate[] = []
  for (const candidate of scored) {
    if (takenOld.has(candidate.old.at) || takenNow.has(candidate.new.at)) continue
    takenOld.add(candidate.old.at)
    takenNow.add(candidate.new.at)
    chosen.push(candidate)
  }
  return chosen
}

function candidate(x: Rest, y: Rest): Candidate {
  const inPlace = x.gap === y.gap
  if (x.unit.id === y.unit.id) return { old: x, new: y, score: 1.5, inPlace }
  const heading = x.unit.heading === y.unit.heading ? 0 : 0.15
  return { old: x, new: y, score: likeness(x.unit.words, y.unit.words) - heading, inPlace }
}

function allPairs(old: readonly Rest[], now: readonly Rest[]): Candidate[] {
  return old.flatMap((x) => now.map((y) => candidate(x, y)))
}

/** For long lists: blocks that share rare words, and the neighbours in the same gap. */
function likelyPairs(old: readonly Rest[], now: readonly Rest[], budget: Budget): Candidate[] {
  const rare = Math.max(8, Math.floor(Math.sqrt(now.length)))
  const postings = rareWords(now, rare)
  const equal = new Map<number, number[]>()
  for (const [index, { unit }] of now.entries()) {
    const same = equal.get(unit.id)
    if (!same) equal.set(unit.id, [index])
    else if (same.length < 8) same.push(index)
  }
  // How many rare words each block shares with the one at hand; zero again after each.
  const shared = new Int32Array(now.length)
  const found: Candidate[] = []
  for (const x of old) {
    if (budget.left <= 0) {
      budget.coarse = true
      break
    }
    const touched: number[] = []
    let last = -1
    for (const word of x.unit.words) {
      if (word === last) continue
      last = word
      const list = postings.get(word)
      if (!list) continue
      budget.left -= list.length
      for (const index of list) if (shared[index]!++ === 0) touched.push(index)
    }
    const first = equal.get(x.unit.id) ?? []
    for (const index of new Set([...first, ...mostShared(touched, shared)])) {
      const y = now[index]!
      budget.left -= x.unit.words.length + y.unit.words.length
      found.push(candidate(x, y))
    }
    for (const index of touched) shared[index] = 0
  }
  return found
}

/** The blocks in which a word stands, for words of at most so many blocks. */
function rareWords(rests: readonly Rest[], most: number): Map<number, readonly number[]> {
  const postings = new Map<number, number[]>()
  for (const [index, { unit }] of rests.entries()) {
    let last = -1
    for (const word of unit.words) {
      if (word === last) continue
      last = word
      const list = postings.get(word)
      if (!list) postings.set(word, [index])
      else if (list.length <= most) list.push(index)
    }
  }
  for (const [word, list] of postings) if (list.length > most) postings.delete(word)
  return postings
}

const MOST_SHARED = 6

/** The few positions with the highest counts, the earlier one first among equals. */
function mostShared(touched: readonly number[], counts: Int32Array): number[] {
  const best: number[] = []
  const isBefore = (p: number, q: number): boolean => counts[p]! > counts[q]! || (counts[p]! === counts[q]! && p < q)
  for (const index of touched) {
    if (best.length === MOST_SHARED && !isBefore(index, best[MOST_SHARED - 1]!)) continue
    let at = best.length === MOST_SHARED ? MOST_SHARED - 1 : best.length
    while (at > 0 && isBefore(index, best[at - 1]!)) {
      best[at] = best[at - 1]!
      at--
    }
    best[at] = index
  }
  return best
}

/** Joins unmatched neighbours to a match that holds their words on the other side. */
function gather(matched: readonly Candidate[], old: readonly Rest[], now: readonly Rest[]): Group[] {
  const free = { old: new Map(old.map((rest) => [rest.at, rest])), now: new Map(now.map((rest) => [rest.at, rest])) }
  for (const { old: x, new: y } of matched) {
    free.old.delete(x.at)
    free.now.delete(y.at)
  }
  const groups: Group[] = matched.map(({ old: x, new: y }) => {
    const right = grow(y, x.unit.words, free.now)
    if (right.length > 1) return { old: [x.at], new: right, moved: false }
    return { old: grow(x, y.unit.words, free.old), new: [y.at], moved: false }
  })
  for (const at of free.old.keys()) groups.push({ old: [at], new: [], moved: false })
  for (const at of free.now.keys()) groups.push({ old: [], new: [at], moved: false })
  return groups
}

function grow(start: Rest, whole: Int32Array, free: Map<number, Rest>): number[] {
  const members = [start.at]
  // What of the whole is spoken for already; a neighbour needs words of its own there.
  let covered = common(start.unit.words, whole)
  for (const step of [1, -1]) {
    for (let at = start.at + step; free.has(at); at += step) {
      const { words } = free.get(at)!.unit
      if (containment(words, whole) < 0.8 || covered + 0.7 * words.length > whole.length) break
      covered += words.length
      members.push(at)
      free.delete(at)
    }
  }
  return members.sort((x, y) => x - y)
}

/** Marks the groups that changed their place among the anchors, or among each other within one gap. */
function withMoves(groups: readonly Group[], old: readonly Rest[], now: readonly Rest[]): Group[] {
  const gapOfOld = new Map(old.map(({ at, gap }) => [at, gap]))
  const gapOfNew = new Map(now.map(({ at, gap }) => [at, gap]))
  const paired = groups.filter((group) => group.old.length > 0 && group.new.length > 0)
  const inGap = paired
    .filter((group) => gapOfOld.get(group.old[0]!) === gapOfNew.get(group.new[0]!))
    .sort((x, y) => x.old[0]! - y.old[0]!)
  const stay = new Set(increasing(inGap.map((group) => group.new[0]!)).map((at) => inGap[at]!))
  return groups.map((group) =>
    group.old.length === 0 || group.new.length === 0 || stay.has(group) ? group : { ...group, moved: true },
  )
}
