/**
 * Longest common subsequence of two integer sequences, bounded: common ends first, then elements that occur once on
 * both sides (patience), then Myers' greedy search inside what is left, as long as the budget lasts.
 */

/** Steps that may still be spent, shared by everything that one alignment does. */
export type Budget = { left: number; coarse: boolean }

/** Matched positions, ascending on both sides. */
export type Match = readonly [number, number]

const MAX_EDITS = 1200

export function commonSubsequence(a: Int32Array, b: Int32Array, budget: Budget): Match[] {
  const matches: Match[] = []
  search(a, 0, a.length, b, 0, b.length, budget, matches, 0)
  return matches
}

function search(
  a: Int32Array,
  aFrom: number,
  aTo: number,
  b: Int32Array,
  bFrom: number,
  bTo: number,
  budget: Budget,
  out: Match[],
  depth: number,
): void {
  while (aFrom < aTo && bFrom < bTo && a[aFrom] === b[bFrom]) out.push([aFrom++, bFrom++])
  let tail = 0
  while (aFrom < aTo - tail && bFrom < bTo - tail && a[aTo - 1 - tail] === b[bTo - 1 - tail]) tail++
  const [aEnd, bEnd] = [aTo - tail, bTo - tail]
  if (aFrom < aEnd && bFrom < bEnd) between(a, aFrom, aEnd, b, bFrom, bEnd, budget, out, depth)
  for (let i = tail; i > 0; i--) out.push([aTo - i, bTo - i])
}

function between(
  a: Int32Array,
  aFrom: number,
  aTo: number,
  b: Int32Array,
  bFrom: number,
  bTo: number,
  budget: Budget,
  out: Match[],
  depth: number,
): void {
  budget.left -= aTo - aFrom + bTo - bFrom
  if (budget.left <= 0) {
    budget.coarse = true
    return
  }
  const small = (aTo - aFrom) * (bTo - bFrom) <= 4096
  const anchors = small || depth > 12 ? [] : patience(a, aFrom, aTo, b, bFrom, bTo)
  if (anchors.length === 0) {
    myers(a, aFrom, aTo, b, bFrom, bTo, budget, out)
    return
  }
  let [i, j] = [aFrom, bFrom]
  for (const [x, y] of anchors) {
    // Taken already by the common run behind the anchor before.
    if (x < i || y < j) continue
    search(a, i, x, b, j, y, budget, out, depth + 1)
    out.push([x, y])
    i = x + 1
    j = y + 1
  }
  search(a, i, aTo, b, j, bTo, budget, out, depth + 1)
}

/** Elements that occur exactly once on both sides, thinned to a longest increasing run. */
function patience(a: Int32Array, aFrom: number, aTo: number, b: Int32Array, bFrom: number, bTo: number): Match[] {
  const seen = new Map<number, number>()
  for (let i = aFrom; i < aTo; i++) seen.set(a[i]!, seen.has(a[i]!) ? -1 : i)
  const other = new Map<number, number>()
  for (let j = bFrom; j < bTo; j++) if (seen.has(b[j]!)) other.set(b[j]!, other.has(b[j]!) ? -1 : j)
  const both: Match[] = []
  for (const [key, j] of other) {
    const i = seen.get(key)!
    if (i >= 0 && j >= 0) both.push([i, j])
  }
  both.sort((x, y) => x[0] - y[0])
  return increasing(both.map(([, j]) => j)).map((at) => both[at]!)
}

/** Positions of a longest strictly increasing run of values. */
export function increasing(values: readonly number[]): number[] {
  const tails: number[] = []
  const before: number[] = new Array(values.length).fill(-1)
  for (let i = 0; i < values.length; i++) {
    let [low, high] = [0, tails.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (values[tails[middle]!]! < values[i]!) low = middle + 1
      else high = middle
    }
    if (low > 0) before[i] = tails[low - 1]!
    tails[low] = i
  }
  const run: number[] = []
  for (let i = tails.at(-1) ?? -1; i >= 0; i = before[i]!) run.push(i)
  return run.reverse()
}

/**
 * Room for the trace of one search, used again by the next: what was reached after `d` edits stands from `d * (d + 2)`
 * on, `2 * d + 3` numbers. Grows to what `MAX_EDITS` needs (6 MB) and no further.
 */
let trace = new Int32Array(1 << 12)

function traceStart(edits: number): number {
  return edits * (edits + 2)
}

function makeRoom(size: number): void {
  if (size <= trace.length) return
  const larger = new Int32Array(Math.max(size, 2 * trace.length))
  larger.set(trace)
  trace = larger
}

/** Myers 1986, "An O(ND) difference algorithm", with its trace kept; gives up where the edits exceed the bound. */
function myers(
  a: Int32Array,
  aFrom: number,
  aTo: number,
  b: Int32Array,
  bFrom: number,
  bTo: number,
  budget: Budget,
  out: Match[],
): void {
  const [n, m] = [aTo - aFrom, bTo - bFrom]
  const limit = Math.min(n + m, MAX_EDITS)
  const v = new Int32Array(2 * limit + 3)
  const middle = limit + 1
  for (let d = 0; d <= limit; d++) {
    makeRoom(traceStart(d + 1))
    for (let i = middle - d - 1, at = traceStart(d); i <= middle + d + 1; i++) trace[at++] = v[i]!
    let steps = 0
    for (let k = -d; k <= d; k += 2) {
      let x =
        k === -d || (k !== d && v[middle + k - 1]! < v[middle + k + 1]!) ? v[middle + k + 1]! : v[middle + k - 1]! + 1
      const start = x
      while (x < n && x - k < m && a[aFrom + x] === b[bFrom + x - k]) x++
      steps += 1 + x - start
      v[middle + k] = x
      if (x >= n && x - k >= m) {
        budget.left -= steps
        backtrack(d, n, m, aFrom, bFrom, out)
        return
      }
    }
    budget.left -= steps
    if (budget.left <= 0) break
  }
  budget.coarse = true
}

function backtrack(edits: number, n: number, m: number, aFrom: number, bFrom: number, out: Match[]): void {
  const found: Match[] = []
  let [x, y] = [n, m]
  for (let d = edits; d >= 0; d--) {
    const zero = traceStart(d) + d + 1
    const at = (k: number): number => trace[zero + k]!
    const k = x - y
    const down = k === -d || (k !== d && at(k - 1) < at(k + 1))
    const previousX = d === 0 ? 0 : down ? at(k + 1) : at(k - 1)
    const previousY = d === 0 ? 0 : previousX - (down ? k + 1 : k - 1)
    const startX = d === 0 ? 0 : down ? previousX : previousX + 1
    while (x > startX) found.push([aFrom + --x, bFrom + --y])
    x = previousX
    y = previousY
  }
  for (let i = found.length - 1; i >= 0; i--) out.push(found[i]!)
}
