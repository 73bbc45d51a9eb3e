/** The alignment of swapped inputs. */
import type { Alignment, Pair, PairKind, Segment } from './alignment.ts'
import { inReadingOrder } from './reading-order.ts'

const OTHER: Partial<Record<PairKind, PairKind>> = {
  added: 'removed',
  removed: 'added',
  split: 'merged',
  merged: 'split',
}

export function mirrorAlignment(alignment: Alignment): Alignment {
  return {
    ...alignment,
    old: alignment.new,
    new: alignment.old,
    pairs: inReadingOrder(alignment.pairs.map(mirrorPair)),
  }
}

function mirrorPair(pair: Pair): Pair {
  return {
    ...pair,
    kind: OTHER[pair.kind] ?? pair.kind,
    old: pair.new,
    new: pair.old,
    segments: mirrorSegments(pair.segments),
    links: pair.links.map(({ before, after }) => ({ before: after, after: before })),
  }
}

/** What is deleted comes before what is inserted at the same place. */
function mirrorSegments(segments: readonly Segment[]): readonly Segment[] {
  const result: Segment[] = []
  for (const segment of segments) {
    if (segment.kind === 'hidden') result.push({ ...segment, before: segment.after, after: segment.before })
    else if (segment.kind === 'deleted') result.push({ kind: 'inserted', text: segment.text })
    else if (segment.kind === 'inserted') {
      const last = result.at(-1)
      const deleted: Segment = { kind: 'deleted', text: segment.text }
      if (last?.kind === 'inserted') result.splice(-1, 0, deleted)
      else result.push(deleted)
    } else result.push(segment)
  }
  return result
}
