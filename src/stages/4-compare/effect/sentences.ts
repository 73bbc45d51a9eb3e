/** Sentences: where they begin and end, and how many came, went or were edited. */
import type { Alignment, Pair } from '../alignment.ts'
import { comparisonKey } from '../comparison-text.ts'
import { sideText } from '../kind/edits.ts'

export type Range = readonly [start: number, end: number]

/** Ends at a full stop before a capital letter, a line break, or a mark of Chinese and Japanese. Abbreviations do not end one. */
export function sentenceRanges(text: string): Range[] {
  const ranges: Range[] = []
  let start = 0
  for (const match of text.matchAll(/[.!?]["”’)\]]*\s+(?=["“([]?[\p{Lu}\p{N}])|[。！？]|\n/gu)) {
    const end = match.index + match[0].trimEnd().length
    if (ABBREVIATION.test(text.slice(Math.max(0, match.index - 6), match.index + 1))) continue
    if (end > start) ranges.push([start, end])
    start = match.index + match[0].length
  }
  if (start < text.length) ranges.push([start, text.length])
  return ranges
}

const ABBREVIATION =
  /(?:\b(?:Inc|Ltd|Co|Corp|No|Nos|Art|Sec|St|vs|e\.g|i\.e|etc|U\.S|Mr|Ms|Dr|approx|incl)|\b\p{Lu})\.$/u

/** The sentences that touch a piece of the text, from the first to the last of them. */
export function sentencesAround(text: string, from: number, to: number): Range {
  const touched = sentenceRanges(text).filter(([start, end]) => start <= to && end >= from)
  return touched.length === 0 ? [from, to] : [touched[0]![0], touched.at(-1)![1]]
}

export function countSentences(
  alignment: Alignment,
  pairs: readonly Pair[],
): { added: number; removed: number; modified: number } {
  let [added, removed, modified] = [0, 0, 0]
  for (const pair of pairs) {
    const [gone, come] = [keysOf(sideText(alignment, pair, 'old')), keysOf(sideText(alignment, pair, 'new'))]
    const rest = new Map<string, number>()
    for (const key of come) rest.set(key, (rest.get(key) ?? 0) + 1)
    let kept = 0
    for (const key of gone) {
      const left = rest.get(key) ?? 0
      if (left > 0) kept++
      rest.set(key, left - 1)
    }
    const [lost, gained] = [gone.length - kept, come.length - kept]
    const both = Math.min(lost, gained)
    modified += both
    removed += lost - both
    added += gained - both
  }
  return { added, removed, modified }
}

function keysOf(text: string): string[] {
  return sentenceRanges(text)
    .map(([start, end]) => comparisonKey(text.slice(start, end)))
    .filter((key) => key !== '')
}
