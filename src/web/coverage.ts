/** When a document was observed, as blocks of time: a block goes on until the publisher changed something. */
import type { VersionLine } from '../store/view/track.ts'

export type Block = { readonly from: string; readonly to: string; readonly edition: number }

/**
 * Versions that differ only in what is muted are one edition; its spans that follow each other are one block. Gaps
 * within a block are drawn over it by whoever draws.
 */
export function coverageBlocks(versions: readonly VersionLine[]): readonly Block[] {
  const editions = new Map<number, number>()
  let newest = 0
  for (const { number, change } of versions) {
    const muted = change?.kind === 'noise' || change?.kind === 'broken-capture'
    editions.set(number, (muted ? editions.get(change.fromVersion) : undefined) ?? ++newest)
  }
  const spans = versions
    .flatMap(({ number, spans }) => spans.map(({ from, to }) => ({ from, to, edition: editions.get(number)! })))
    .sort((a, b) => (a.from < b.from ? -1 : 1))
  const blocks: Block[] = []
  for (const span of spans) {
    const last = blocks.at(-1)
    if (last?.edition !== span.edition) blocks.push(span)
    else if (span.to > last.to) blocks[blocks.length - 1] = { ...last, to: span.to }
  }
  return blocks
}
