/** How much of the old text is still there. */
import type { Alignment } from './alignment.ts'

/** Share of the old text's words that are still in the new one, 0 to 1, from an alignment. */
export function keptShare(alignment: Alignment): number {
  let [kept, all] = [0, 0]
  for (const pair of alignment.pairs) {
    const size = pair.old.reduce((sum, at) => sum + alignment.old.blocks[at]!.text.length, 0)
    all += size
    if (pair.new.length === 0) continue
    const deleted = pair.segments.reduce(
      (sum, segment) => sum + (segment.kind === 'deleted' ? segment.text.length : 0),
      0,
    )
    kept += size - deleted
  }
  return all === 0 ? 1 : kept / all
}
