/**
 * Lists whose bullets are drawn and not written: after a paragraph that ends with a colon, indented paragraphs that
 * hang (every line at the same place, which a paragraph with an indented first line does not).
 */
import type { Paragraph } from './paragraphs.ts'
import type { Table } from './table.ts'

const FEWEST_ITEMS = 2

/** Depths of the items found, from 1. */
export function drawnItems(found: readonly (Paragraph | Table)[]): ReadonlyMap<Paragraph, number> {
  const depths = new Map<Paragraph, number>()
  for (let i = 0; i < found.length; i++) {
    const opening = found[i]!
    if (opening.kind === 'table' || !opensList(opening)) continue
    const run: Paragraph[] = []
    for (let at = i + 1; at < found.length; at++) {
      const next = found[at]!
      if (next.kind === 'table' || !hangs(next) || indentOf(next) < indentOf(opening) + emOf(opening)) break
      run.push(next)
    }
    if (run.length >= FEWEST_ITEMS) nest(run, depths)
    i += run.length >= FEWEST_ITEMS ? run.length - 1 : 0
  }
  return depths
}

function nest(run: readonly Paragraph[], depths: Map<Paragraph, number>): void {
  const indents: number[] = []
  for (const item of run) {
    const indent = indentOf(item)
    const em = emOf(item)
    while (indents.length > 0 && indents[indents.length - 1]! > indent + 0.6 * em) indents.pop()
    const last = indents[indents.length - 1]
    if (last === undefined || last < indent - 0.6 * em) indents.push(indent)
    depths.set(item, indents.length)
  }
}

function opensList({ lines }: Paragraph): boolean {
  return lines[lines.length - 1]!.text.trimEnd().endsWith(':')
}

function hangs({ lines }: Paragraph): boolean {
  const first = lines[0]!
  return first.mark === null && lines.every((line) => Math.abs(line.x0 - first.x0) < 0.3 * first.size)
}

/** From the edge of its column. */
function indentOf({ lines, left }: Paragraph): number {
  return lines[0]!.x0 - left
}

function emOf({ lines }: Paragraph): number {
  return lines[0]!.size
}
