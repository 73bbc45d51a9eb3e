/** The blocks of a policy text as a page nests them: lists within items, rows as tables, headings without a skipped level. */
import type { Block } from '../core/policy-text.ts'

export type Placed = { readonly at: number; readonly block: Block }

export type Flow =
  | { readonly kind: 'heading'; readonly at: number; readonly block: Block; readonly level: number }
  | { readonly kind: 'paragraph'; readonly at: number; readonly block: Block }
  | { readonly kind: 'note'; readonly at: number; readonly block: Block }
  | { readonly kind: 'table'; readonly rows: readonly Placed[] }
  | { readonly kind: 'list'; readonly items: readonly FlowItem[] }

export type FlowItem = Placed & { readonly children: readonly Flow[] }

/** `top` is the level of the outermost heading; a page's own title stands above it. */
export function toFlow(blocks: readonly Block[], top: number): readonly Flow[] {
  const levels = headingLevels(blocks, top)
  const placed = blocks.map((block, at) => ({ at, block }))
  return readFlow(placed, 0, placed.length, 0, levels)
}

/**
 * Levels of headings such that no level is skipped: a heading stands one below the nearest one before it that is less
 * deep in the document. HTML ends at six.
 */
export function headingLevels(blocks: readonly Block[], top: number): ReadonlyMap<number, number> {
  const levels = new Map<number, number>()
  const open: number[] = []
  for (const [at, block] of blocks.entries()) {
    if (block.kind !== 'heading') continue
    while (open.length > 0 && open.at(-1)! >= block.depth) open.pop()
    open.push(block.depth)
    levels.set(at, Math.min(6, top + open.length - 1))
  }
  return levels
}

function readFlow(
  placed: readonly Placed[],
  from: number,
  to: number,
  depth: number,
  levels: ReadonlyMap<number, number>,
): Flow[] {
  const flow: Flow[] = []
  for (let at = from; at < to; ) {
    const { block } = placed[at]!
    if (block.kind === 'item') {
      const end = endOf(placed, at, to, (next) => next.kind !== 'heading' && next.depth > depth)
      flow.push({ kind: 'list', items: readItems(placed, at, end, block.depth, levels) })
      at = end
    } else if (block.kind === 'row') {
      const end = endOf(placed, at, to, (next) => next.kind === 'row')
      flow.push({ kind: 'table', rows: placed.slice(at, end) })
      at = end
    } else if (block.kind === 'heading') {
      flow.push({ kind: 'heading', at, block, level: levels.get(at)! })
      at++
    } else {
      flow.push({ kind: block.kind, at, block })
      at++
    }
  }
  return flow
}

/** Items of one list; what is deeper than an item, or belongs to it, is its child. */
function readItems(
  placed: readonly Placed[],
  from: number,
  to: number,
  depth: number,
  levels: ReadonlyMap<number, number>,
): FlowItem[] {
  const items: FlowItem[] = []
  for (let at = from; at < to; ) {
    const end = endOf(placed, at, to, (next) => next.kind !== 'item' || next.depth > depth)
    items.push({ ...placed[at]!, children: readFlow(placed, at + 1, end, depth, levels) })
    at = end
  }
  return items
}

function endOf(placed: readonly Placed[], from: number, to: number, goesOn: (block: Block) => boolean): number {
  let end = from + 1
  while (end < to && goesOn(placed[end]!.block)) end++
  return end
}
