/**
 * The small Markdown in which the demo's documents are written: one line a block.
 *
 * `## 4. Heading`, `4.2 Numbered paragraph`, `- (a) item`, `1. item` (nested by two spaces), `| cell | cell |`,
 * `> boxed example`, and `+++ Question` … `+++` around what a page may fold away.
 */

export type ListItem = { readonly depth: number; readonly marker: string | null; readonly text: string }

export type PageBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly number: string | null; readonly text: string }
  | { readonly kind: 'paragraph'; readonly number: string | null; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly ListItem[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'note'; readonly lines: readonly string[] }
  | { readonly kind: 'fold'; readonly summary: string; readonly blocks: readonly PageBlock[] }

export function parseBlocks(markdown: string): PageBlock[] {
  return parseLines(markdown.split('\n').filter((line) => line.trim() !== ''))
}

function parseLines(lines: readonly string[]): PageBlock[] {
  const blocks: PageBlock[] = []
  for (let i = 0; i < lines.length; ) {
    const line = lines[i]!
    const run = (pattern: RegExp) => {
      const start = i
      while (i < lines.length && pattern.test(lines[i]!)) i++
      return lines.slice(start, i)
    }
    if (line.startsWith('#')) {
      blocks.push(heading(line))
      i++
    } else if (ITEM.test(line)) {
      blocks.push({ kind: 'list', items: run(ITEM).map(item) })
    } else if (line.startsWith('|')) {
      const [head, , ...rows] = run(/^\|/).map(cells)
      blocks.push({ kind: 'table', head: head!, rows })
    } else if (line.startsWith('>')) {
      blocks.push({
        kind: 'note',
        lines: run(/^>/)
          .map((text) => text.slice(1).trim())
          .filter(Boolean),
      })
    } else if (line.startsWith('+++')) {
      const end = lines.indexOf('+++', i + 1)
      if (end < 0) throw new Error(`nothing closes: ${line}`)
      blocks.push({ kind: 'fold', summary: line.slice(3).trim(), blocks: parseLines(lines.slice(i + 1, end)) })
      i = end + 1
    } else {
      const match = /^(\d+(?:\.\d+)+|\(\d+\))\s+(.*)$/.exec(line)
      blocks.push({ kind: 'paragraph', number: match?.[1] ?? null, text: match?.[2] ?? line })
      i++
    }
  }
  return blocks
}

const ITEM = /^ *(?:-|\d+\.) /

function heading(line: string): PageBlock {
  const [, marks, text] = /^(#+) (.*)$/.exec(line)!
  const match = /^(§ ?\d+[a-z]?|Article \d+|Part [A-Z]|\d+(?:\.\d+)*\.?|[A-Z]\.|[IVX]+\.)\s+(.*)$/.exec(text!)
  return { kind: 'heading', level: marks!.length, number: match?.[1] ?? null, text: match?.[2] ?? text! }
}

function item(line: string): ListItem {
  const [, indent, bullet, rest] = /^( *)(-|\d+\.) (.*)$/.exec(line)!
  const lettered = /^(\([a-z0-9]+\))\s+(.*)$/.exec(rest!)
  return {
    depth: indent!.length / 2,
    marker: lettered?.[1] ?? (bullet === '-' ? null : bullet!),
    text: lettered?.[2] ?? rest!,
  }
}

function cells(line: string): string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())
}
