/** Redline data for one renderer of web, mail and terminal: rows in reading order, unchanged runs folded. */

import type { BlockKind } from '../../core/policy-text.ts'
import type { Alignment, Segment } from './alignment.ts'
import { readable } from './readable.ts'

export type RedlineRow =
  /** `count` unchanged blocks, left out; `heading`: the last heading among them, for orientation. */
  | { readonly kind: 'fold'; readonly count: number; readonly heading: string | null }
  | {
      readonly kind: 'same' | 'inserted' | 'deleted' | 'edited'
      readonly block: BlockKind
      readonly depth: number
      readonly number: string | null
      /** Never empty; a row of one piece has one segment. */
      readonly segments: readonly Segment[]
      readonly oldBlocks: readonly number[]
      readonly newBlocks: readonly number[]
      /** It stood elsewhere before. */
      readonly moved: boolean
    }

export type RedlineOptions = {
  /** Unchanged blocks shown before and after a change; the rest is folded. */
  readonly context?: number
}

export function redline(alignment: Alignment, options: RedlineOptions = {}): readonly RedlineRow[] {
  const context = options.context ?? 1
  const rows = alignment.pairs.map((pair) => rowOf(alignment, pair))
  const changed = rows.map((row) => row.kind !== 'same' || row.moved)
  const shown = rows.map((_, at) => changed.slice(Math.max(0, at - context), at + context + 1).some(Boolean))
  const result: RedlineRow[] = []
  for (let at = 0; at < rows.length; ) {
    if (shown[at]) {
      result.push(rows[at++]!)
      continue
    }
    let [count, heading] = [0, null as string | null]
    for (; at < rows.length && !shown[at]; at++, count++) {
      const row = rows[at]!
      if (row.block === 'heading') heading = textOf(row.segments)
    }
    result.push({ kind: 'fold', count, heading })
  }
  return result
}

function rowOf(
  alignment: Alignment,
  pair: Alignment['pairs'][number],
): RedlineRow & { kind: 'same' | 'inserted' | 'deleted' | 'edited' } {
  const oldBlocks = pair.old.map((at) => alignment.old.blocks[at]!)
  const newBlocks = pair.new.map((at) => alignment.new.blocks[at]!)
  const { kind: block, depth, number } = (newBlocks[0] ?? oldBlocks[0])!
  const base = { block, depth, number, oldBlocks: pair.old, newBlocks: pair.new, moved: pair.moved }
  const whole = (newBlocks.length > 0 ? newBlocks : oldBlocks).map(({ text }) => text).join('\n')
  if (pair.kind === 'added') return { ...base, kind: 'inserted', segments: [{ kind: 'inserted', text: whole }] }
  if (pair.kind === 'removed') return { ...base, kind: 'deleted', segments: [{ kind: 'deleted', text: whole }] }
  const segments: readonly Segment[] =
    pair.segments.length > 0 ? readable(pair.segments) : [{ kind: 'same', text: whole }]
  const unedited = pair.kind === 'equal' || pair.kind === 'moved'
  return { ...base, kind: unedited ? 'same' : 'edited', segments }
}

function textOf(segments: readonly Segment[]): string {
  return segments
    .map((segment) => (segment.kind === 'hidden' ? segment.after : segment.kind === 'deleted' ? '' : segment.text))
    .join('')
}
