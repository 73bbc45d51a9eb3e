/** Blocks as the alignment sees them: one integer for equal words, and the words themselves for likeness. */
import type { Block } from '../../core/policy-text.ts'
import { comparisonKey } from './comparison-text.ts'
import { tokenise } from './tokens.ts'

export type Unit = {
  /** Equal numbers: equal words. */
  readonly id: number
  /** Ascending word numbers, with repetitions. */
  readonly words: Int32Array
  readonly heading: boolean
}

/** Numbers words and blocks of one alignment, the same on both sides. */
export class UnitMaker {
  private readonly blockIds = new Map<string, number>()
  private readonly wordIds = new Map<string, number>()
  private readonly made = new Map<string, Int32Array>()
  private readonly rulesOff: boolean

  constructor(rulesOff: boolean) {
    this.rulesOff = rulesOff
  }

  id(block: Block): number {
    return number(this.blockIds, comparisonKey(block.text, this.rulesOff))
  }

  unit(block: Block): Unit {
    let words = this.made.get(block.text)
    if (!words) {
      const list = tokenise(block.text, this.rulesOff).tokens.filter((token) => token.word)
      words = Int32Array.from(list, ({ key }) => number(this.wordIds, key.toLowerCase())).sort()
      this.made.set(block.text, words)
    }
    return { id: this.id(block), words, heading: block.kind === 'heading' }
  }
}

function number(ids: Map<string, number>, key: string): number {
  const known = ids.get(key)
  if (known !== undefined) return known
  ids.set(key, ids.size)
  return ids.size - 1
}

/** Words in common, counted with repetitions. */
export function common(a: Int32Array, b: Int32Array): number {
  let [i, j, count] = [0, 0, 0]
  while (i < a.length && j < b.length) {
    if (a[i]! === b[j]!) {
      count++
      i++
      j++
    } else if (a[i]! < b[j]!) i++
    else j++
  }
  return count
}

/** 0 to 1. A block inside a longer one is like it to three quarters at most. */
export function likeness(a: Int32Array, b: Int32Array): number {
  if (a.length === 0 || b.length === 0) return a.length === b.length ? 1 : 0
  const shared = common(a, b)
  const dice = (2 * shared) / (a.length + b.length)
  const smaller = Math.min(a.length, b.length)
  return smaller >= 4 ? Math.max(dice, (0.75 * shared) / smaller - 0.05) : dice
}

/** Share of the words of `part` that occur in `whole`. */
export function containment(part: Int32Array, whole: Int32Array): number {
  return part.length === 0 ? 0 : common(part, whole) / part.length
}
