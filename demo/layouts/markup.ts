/** From blocks to HTML; layouts override the elements that they write differently. */
import MarkdownIt from 'markdown-it'
import type { ListItem, PageBlock } from '../site/block.ts'

const inlineMarkdown = new MarkdownIt({ html: false, linkify: false })

export function inline(text: string): string {
  return inlineMarkdown.renderInline(text)
}

export function escaped(text: string): string {
  return inlineMarkdown.utils.escapeHtml(text)
}

export function anchor(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

export type Markup = {
  readonly heading: (level: number, number: string | null, html: string, id: string) => string
  readonly paragraph: (number: string | null, html: string) => string
  readonly list: (items: readonly ListItem[]) => string
  readonly table: (head: readonly string[], rows: readonly (readonly string[])[]) => string
  readonly note: (paragraphs: readonly string[]) => string
  readonly fold: (summary: string, inner: string) => string
}

export const standardMarkup: Markup = {
  heading: (level, number, html, id) => `<h${level} id="${id}">${number ? `${number} ` : ''}${html}</h${level}>`,
  paragraph: (number, html) => `<p>${number ? `${number} ` : ''}${html}</p>`,
  list: (items) => nestedList(items),
  table: (head, rows) =>
    `<table><thead><tr>${head.map((cell) => `<th>${inline(cell)}</th>`).join('')}</tr></thead><tbody>${rows
      .map((row) => `<tr>${row.map((cell) => `<td>${inline(cell)}</td>`).join('')}</tr>`)
      .join('\n')}</tbody></table>`,
  note: (paragraphs) => `<div class="example-box">${paragraphs.map((html) => `<p>${html}</p>`).join('\n')}</div>`,
  fold: (summary, inner) => `<h3>${summary}</h3>\n${inner}`,
}

export function blocksToHtml(blocks: readonly PageBlock[], markup: Markup = standardMarkup): string {
  return blocks.map((block) => blockToHtml(block, markup)).join('\n')
}

function blockToHtml(block: PageBlock, markup: Markup): string {
  switch (block.kind) {
    case 'heading':
      return markup.heading(block.level, block.number, inline(block.text), anchor(block.text))
    case 'paragraph':
      return markup.paragraph(block.number, inline(block.text))
    case 'list':
      return markup.list(block.items)
    case 'table':
      return markup.table(block.head, block.rows)
    case 'note':
      return markup.note(block.lines.map(inline))
    case 'fold':
      return markup.fold(inline(block.summary), blocksToHtml(block.blocks, markup))
  }
}

/** Bullets as `<ul>`, "1." as `<ol>` that starts at its number, "(a)" printed in the text of an unmarked `<ul>`. */
export function nestedList(items: readonly ListItem[], depth = 0): string {
  const own = items.filter((item) => item.depth === depth)
  const first = own[0]
  const number = /^(\d+)\./.exec(first?.marker ?? '')?.[1]
  const tag = number ? 'ol' : 'ul'
  const open = number
    ? number === '1'
      ? '<ol>'
      : `<ol start="${number}">`
    : first?.marker
      ? '<ul class="lettered">'
      : '<ul>'
  const html = items.map((item, index) => {
    if (item.depth !== depth) return ''
    const next = items.findIndex((other, at) => at > index && other.depth <= depth)
    const children = items.slice(index + 1, next < 0 ? undefined : next)
    const printed = item.marker && !number ? `${item.marker} ` : ''
    return `<li>${printed}${inline(item.text)}${children.length ? `\n${nestedList(children, depth + 1)}` : ''}</li>\n`
  })
  return `${open}\n${html.join('')}</${tag}>`
}

/** The blocks before the first heading of level 2, and then one group a heading. */
export function sections(blocks: readonly PageBlock[]): {
  readonly opening: readonly PageBlock[]
  readonly sections: readonly {
    readonly heading: PageBlock & { kind: 'heading' }
    readonly blocks: readonly PageBlock[]
  }[]
} {
  const starts = blocks.flatMap((block, index) => (block.kind === 'heading' && block.level === 2 ? [index] : []))
  return {
    opening: blocks.slice(0, starts[0] ?? blocks.length),
    sections: starts.map((start, index) => ({
      heading: blocks[start] as PageBlock & { kind: 'heading' },
      blocks: blocks.slice(start + 1, starts[index + 1] ?? blocks.length),
    })),
  }
}
