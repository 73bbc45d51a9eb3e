/** What the redline of a page shows: hunks of differences with their surroundings, and folds of what is unchanged. */
import type { Block, PolicyText } from '../core/policy-text.ts'
import type { RedlineRow } from '../service/redline/index.ts'

export type FullRow = Exclude<RedlineRow, { kind: 'fold' }>
export type Segment = FullRow['segments'][number]

export type LinkDifference = { readonly before: string | null; readonly after: string | null }

export type ShownRow = {
  readonly row: FullRow
  /** Its number in the old version, where that was another one. */
  readonly oldNumber: string | null
  /** The headings it stood under before it moved; null where it did not move to other headings. */
  readonly movedFrom: string | null
  readonly links: readonly LinkDifference[]
  readonly different: boolean
}

export type Stretch = {
  readonly kind: 'hunk' | 'fold'
  /** The headings above its first row. */
  readonly heading: string
  readonly rows: readonly ShownRow[]
}

/** Unchanged blocks shown before and after a difference. */
const CONTEXT = 1
/** A fold must hide more than the line that stands for it. */
const MIN_FOLD = 2

/** Takes rows that were asked for unfolded; a comparison that found no difference at all folds nevertheless. */
export function stretches(rows: readonly RedlineRow[], old: PolicyText, now: PolicyText): readonly Stretch[] {
  const shown = rows.flatMap((row) =>
    row.kind === 'fold' ? now.blocks.map(unchangedRow) : [describeRow(row, old.blocks, now.blocks)],
  )
  const near = nearDifference(shown)
  const result: Stretch[] = []
  for (let at = 0; at < shown.length; ) {
    let end = at
    while (end < shown.length && near[end] === near[at]) end++
    const heading = headingOf(shown[at]!.row, old.blocks, now.blocks)
    result.push({ kind: near[at] ? 'hunk' : 'fold', heading, rows: shown.slice(at, end) })
    at = end
  }
  return splitAtHeadings(result, old.blocks, now.blocks)
}

function unchangedRow({ kind, depth, number, text }: Block, at: number): ShownRow {
  const row: FullRow = {
    kind: 'same',
    block: kind,
    depth,
    number,
    segments: [{ kind: 'same', text }],
    oldBlocks: [],
    newBlocks: [at],
    moved: false,
  }
  return { row, oldNumber: null, movedFrom: null, links: [], different: false }
}

export function countDifferences(all: readonly Stretch[]): number {
  return all.reduce((sum, { rows }) => sum + rows.filter((row) => row.different).length, 0)
}

function describeRow(row: FullRow, old: readonly Block[], now: readonly Block[]): ShownRow {
  const before = row.oldBlocks.map((at) => old[at]!)
  const after = row.newBlocks.map((at) => now[at]!)
  const [first, last] = [before[0], after[0]]
  const renumbered = first && last && before.length === 1 && after.length === 1 && first.number !== last.number
  const moved = row.moved && first && last && path(first) !== path(last)
  const links = first && last ? linkDifferences(before, after) : []
  return {
    row,
    oldNumber: renumbered ? first.number : null,
    movedFrom: moved ? path(first) || 'the beginning of the document' : null,
    links,
    different: row.kind !== 'same' || row.moved || Boolean(renumbered) || links.length > 0,
  }
}

/** Targets that came, went or changed, paired in their order. */
function linkDifferences(before: readonly Block[], after: readonly Block[]): readonly LinkDifference[] {
  const [was, is] = [hrefs(before), hrefs(after)]
  const gone = was.filter((href) => !is.includes(href))
  const come = is.filter((href) => !was.includes(href))
  return Array.from({ length: Math.max(gone.length, come.length) }, (_, at) => ({
    before: gone[at] ?? null,
    after: come[at] ?? null,
  }))
}

function hrefs(blocks: readonly Block[]): readonly string[] {
  return [...new Set(blocks.flatMap((block) => block.links.map((link) => link.href)))]
}

/** Which rows stand near a difference. A heading is of no use behind one: it belongs to what comes next. */
function nearDifference(shown: readonly ShownRow[]): readonly boolean[] {
  const near = shown.map((row) => row.different)
  for (const [at, { different }] of shown.entries()) {
    if (!different) continue
    for (let by = 1; by <= CONTEXT; by++) {
      if (at - by >= 0) near[at - by] = true
      if (at + by < near.length && shown[at + by]!.row.block !== 'heading') near[at + by] = true
    }
  }
  for (let at = 0; at < near.length; ) {
    let end = at
    while (end < near.length && near[end] === near[at]) end++
    if (!near[at] && end - at < MIN_FOLD) near.fill(true, at, end)
    at = end
  }
  return near
}

/** A hunk that goes on under another heading is shown as two, so that the heading beside it is always right. */
function splitAtHeadings(all: readonly Stretch[], old: readonly Block[], now: readonly Block[]): readonly Stretch[] {
  return all.flatMap((stretch) => {
    if (stretch.kind === 'fold') return [stretch]
    const parts: Stretch[] = []
    for (const shown of stretch.rows) {
      const heading = headingOf(shown.row, old, now)
      const last = parts.at(-1)
      if (last && last.heading === heading) parts[parts.length - 1] = { ...last, rows: [...last.rows, shown] }
      else parts.push({ kind: 'hunk', heading, rows: [shown] })
    }
    return parts
  })
}

/** Of a heading itself: the path that it opens. */
function headingOf(row: FullRow, old: readonly Block[], now: readonly Block[]): string {
  const block = now[row.newBlocks[0] ?? -1] ?? old[row.oldBlocks[0] ?? -1]
  if (!block) return ''
  return block.kind === 'heading' ? [...block.headingPath, block.text].join(' › ') : path(block)
}

function path(block: Block): string {
  return block.headingPath.join(' › ')
}
