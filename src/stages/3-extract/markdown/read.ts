/**
 * Markdown, as other archives publish versions in it (Turndown's dialect of CommonMark with GFM tables), to raw
 * blocks. The text is what a reader of the rendered page would see; images and raw HTML tags are no text.
 */
import MarkdownIt, { type Token } from 'markdown-it'
import type { BlockKind } from '../../../core/policy-text.ts'
import type { RawBlock } from '../shape/raw-block.ts'
import { TextRun } from '../shape/text-run.ts'

const parser = new MarkdownIt('default', { html: false, linkify: false, typographer: false })

/** Addresses are judged elsewhere; here every printed one is kept. */
parser.validateLink = () => true

export function readMarkdown(source: string): RawBlock[] {
  const reader = new Reader()
  for (const token of parser.parse(source, {})) reader.token(token)
  return reader.blocks
}

class Reader {
  readonly blocks: RawBlock[] = []
  private readonly run = new TextRun()
  private readonly parents: Token[] = []
  private listDepth = 0
  private noteDepth = 0
  private headingLevel = 0
  private isRow = false
  private cells = 0
  private item: { readonly counter: string | null } | null = null
  private href: string | null = null
  private boldDepth = 0

  token(token: Token): void {
    if (token.nesting === 1) this.parents.push(token)
    switch (token.type) {
      case 'heading_open':
        this.headingLevel = Number(token.tag.slice(1))
        break
      case 'bullet_list_open':
      case 'ordered_list_open':
        this.listDepth++
        break
      case 'bullet_list_close':
      case 'ordered_list_close':
        this.listDepth--
        break
      case 'list_item_open':
        this.item = { counter: token.info === '' ? null : token.info }
        break
      case 'list_item_close':
        this.item = null
        break
      case 'blockquote_open':
        this.noteDepth++
        break
      case 'blockquote_close':
        this.noteDepth--
        break
      case 'tr_open':
        this.isRow = true
        this.cells = 0
        break
      case 'th_open':
      case 'td_open':
        if (this.cells++ > 0) this.run.append(' | ', null, false)
        break
      case 'tr_close':
        this.flush('row')
        this.isRow = false
        break
      case 'inline':
        for (const child of token.children ?? []) this.inline(child)
        if (!this.isRow) this.flush('paragraph')
        break
      case 'code_block':
      case 'fence':
        for (const line of token.content.split('\n')) {
          if (line.trim() === '') this.flush('paragraph')
          else {
            this.run.break()
            this.run.append(line, null, false)
          }
        }
        this.flush('paragraph')
        break
    }
    if (token.nesting === -1) {
      this.parents.pop()
      if (token.type === 'heading_close') this.headingLevel = 0
    }
  }

  private inline(token: Token): void {
    switch (token.type) {
      case 'text':
      case 'code_inline':
        this.run.append(token.content, this.href, this.boldDepth > 0)
        break
      case 'softbreak':
        this.run.append(' ', null, false)
        break
      case 'hardbreak':
        if (this.isRow || this.headingLevel > 0) this.run.append(' ', null, false)
        else if (this.run.endsInBreak) this.flush('paragraph')
        else this.run.break()
        break
      case 'strong_open':
        this.boldDepth++
        break
      case 'strong_close':
        this.boldDepth--
        break
      case 'link_open':
        this.href = String(token.attrGet('href') ?? '')
        break
      case 'link_close':
        this.href = null
        break
    }
  }

  private flush(fallback: BlockKind): void {
    if (this.run.isEmpty) return
    const taken = this.run.take()
    if (!taken) return
    const isHeading = this.headingLevel > 0
    const kind = isHeading ? 'heading' : this.item ? 'item' : this.noteDepth > 0 ? 'note' : fallback
    this.blocks.push({
      ...taken,
      kind,
      depth: isHeading ? this.headingLevel : this.listDepth,
      counter: this.item?.counter ?? null,
      parent: this.container(),
    })
    this.item = null
  }

  /** The innermost open block that is not the paragraph itself. */
  private container(): Token | null {
    for (let i = this.parents.length - 1; i >= 0; i--) {
      if (this.parents[i]!.type !== 'paragraph_open') return this.parents[i]!
    }
    return null
  }
}
