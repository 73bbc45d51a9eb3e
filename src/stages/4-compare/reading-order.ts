/** The order of pairs: as one reads the new text, with what is gone where it stood. */
import type { Pair } from './alignment.ts'

/** By the new side; what was removed comes after the last block that stood before it and stayed in place. */
export function inReadingOrder(pairs: readonly Pair[]): readonly Pair[] {
  const stays: [number, number][] = pairs
    .filter((pair) => !pair.moved && pair.old.length > 0 && pair.new.length > 0)
    .map((pair): [number, number] => [pair.old[0]!, pair.new[0]!])
    .sort((x, y) => x[0] - y[0])
  const place = (pair: Pair): number => {
    if (pair.new.length > 0) return pair.new[0]!
    let [low, high] = [0, stays.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (stays[middle]![0] < pair.old[0]!) low = middle + 1
      else high = middle
    }
    return low === 0 ? -0.5 : stays[low - 1]![1] + 0.5
  }
  return pairs
    .map((pair) => ({ pair, at: place(pair) }))
    .sort((x, y) => x.at - y.at || (x.pair.old[0] ?? 0) - (y.pair.old[0] ?? 0))
    .map(({ pair }) => pair)
}
