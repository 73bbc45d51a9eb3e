/**
 * The one walk over a parsed page: blocks of visible text in reading order, and the regions (block elements) that hold
 * them as ranges of blocks, so that everything later is arithmetic on ranges.
 */
import type { BlockKind } from '../../../core/policy-text.ts'
import type { RawBlock } from '../shape/raw-block.ts'
import { TextRun } from '../shape/text-run.ts'
import { isAnchorMark } from './anchor-mark.ts'
import {
  attribute,
  BLOCK,
  boldness,
  headingLevel,
  holdsTag,
  isBlock,
  isElement,
  isShadowRoot,
  UNREAD,
} from './element.ts'
import { countItem, type ListCounter, listCounter } from './list-counter.ts'
import type { ChildNode, Element, ParentNode } from './parse.ts'
import { protectedLink, protectedText } from './protected-mail.ts'
import { endOfPlaceholder, lateContentId } from './streamed.ts'
import { type Surrounding, surroundingOf } from './surroundings.ts'
import { isLayoutTable, rowsOf } from './table.ts'
import { followsOpener, isHidden } from './visibility.ts'

export type Region = {
  readonly element: Element
  /** Index of the region around it; -1 for the outermost. */
  readonly parent: number
  readonly surrounding: Surrounding | null
  readonly start: number
  end: number
}

/** A button, or a link that works as one, and the region that it stands in. */
export type Button = { readonly label: string; readonly region: number }

export type Walked = {
  readonly blocks: readonly RawBlock[]
  readonly regions: readonly Region[]
  /** Labels of buttons, which are not text: some of them are choices. */
  readonly buttons: readonly Button[]
  readonly hasPasswordField: boolean
  readonly fieldCount: number
  /** Links to places on the page itself, and how many of those places it does not have. */
  anchors(): { total: number; missing: number }
}

export type WalkOptions = {
  /** Whether a declaration picked the elements, so that only what it removes is left out. */
  readonly keepsHidden?: boolean
  /** Content that arrived after its place in a streamed page, by the id of that place. */
  readonly late?: ReadonlyMap<string, Element>
  /** Absolute address for links. */
  readonly resolve: (href: string) => string
}

export function walk(root: ParentNode, options: WalkOptions): Walked {
  const walker = new Walker(options)
  walker.children(root)
  walker.flush()
  return walker
}

type List = { readonly depth: number; readonly counter: ListCounter | null }

class Walker implements Walked {
  readonly blocks: RawBlock[] = []
  readonly regions: Region[] = []
  readonly buttons: Button[] = []
  hasPasswordField = false
  fieldCount = 0
  private readonly ids = new Set<string>()
  private readonly targets = new Set<string>()

  private readonly options: WalkOptions
  private readonly run = new TextRun()
  private readonly controlled = new Set<string>()
  private region = -1
  private parent: Element | null = null
  private href: string | null = null
  private isBold = false
  private list: List = { depth: 0, counter: null }
  /** The item whose first text has not come yet. */
  private item: { readonly counter: string | null } | null = null
  private kind: BlockKind = 'paragraph'
  private headingLevel = 0
  private isNote = false
  /** Inside of a heading or a table cell everything is one line. */
  private oneLine = 0
  private isPreformatted = false

  constructor(options: WalkOptions) {
    this.options = options
  }

  children(node: ParentNode): void {
    const { childNodes } = node
    for (let i = 0; i < childNodes.length; i++) {
      const child = childNodes[i]!
      if (child.nodeName === '#text') this.text((child as { value: string }).value)
      else if (isElement(child)) {
        const late = lateContentId(child)
        const content = late === null ? undefined : this.options.late?.get(late)
        if (content) {
          this.children(content)
          i = endOfPlaceholder(childNodes, i)
        } else if (isShadowRoot(child)) this.children(child.content)
        else this.element(child, childNodes, i)
      }
    }
  }

  anchors(): { total: number; missing: number } {
    let missing = 0
    for (const target of this.targets) if (!this.ids.has(target)) missing++
    return { total: this.targets.size, missing }
  }

  flush(): void {
    if (this.oneLine > 0) {
      this.run.append(' ', null, false)
      return
    }
    if (this.run.isEmpty) return
    const taken = this.run.take()
    if (!taken) return
    const isHeading = this.headingLevel > 0
    const kind = isHeading ? 'heading' : this.item && !this.isNote ? 'item' : this.isNote ? 'note' : this.kind
    this.blocks.push({
      ...taken,
      kind,
      depth: isHeading ? this.headingLevel : this.list.depth,
      counter: this.item?.counter ?? null,
      parent: this.parent,
    })
    this.item = null
  }

  private text(value: string): void {
    if (this.isPreformatted && value.includes('\n') && this.oneLine === 0) {
      const lines = value.split('\n')
      lines.forEach((line, i) => {
        if (line.trim() === '' && i > 0) this.flush()
        else {
          if (i > 0) this.run.break()
          this.run.append(line, this.href, this.isBold)
        }
      })
    } else this.run.append(value, this.href, this.isBold)
  }

  private element(element: Element, siblings: readonly ChildNode[], position: number): void {
    const tag = element.tagName
    if (tag === 'br' || UNREAD.has(tag)) {
      if (tag === 'br') this.lineBreak()
      else this.unread(element)
      return
    }
    if (element.attrs.length > 0) {
      const id = attribute(element, 'id') ?? (tag === 'a' ? attribute(element, 'name') : null)
      if (id !== null) this.ids.add(id)
      const controls = attribute(element, 'aria-controls')
      if (controls !== null) this.controlled.add(controls)
      if (!this.options.keepsHidden && isHidden(element, this.controlled) && !followsOpener(siblings, position)) return
    }
    if (tag === 'button' || attribute(element, 'role') === 'button') {
      if (!this.isSectionOpener(element)) {
        this.button(element)
        return
      }
    }
    if (isBlock(element)) this.block(element)
    else this.inline(element)
  }

  private inline(element: Element): void {
    const { href, isBold } = this
    const mail = protectedText(element)
    if (mail !== null) {
      this.run.append(mail, href, isBold)
      return
    }
    if (element.tagName === 'a') {
      if (/\b(?:button|btn)\b/i.test(attribute(element, 'class') ?? '')) this.button(element)
      const target = attribute(element, 'href')
      if (target?.startsWith('#') && isAnchorMark(element)) return
      if (target?.startsWith('#') && target.length > 2) {
        this.targets.add(target.slice(1))
        this.controlled.add(target.slice(1))
      }
      this.href = target === null ? null : (protectedLink(target) ?? this.options.resolve(target))
    }
    this.isBold = boldness(element) ?? isBold
    if (element.tagName === 'button') this.isBold = true
    this.children(element)
    this.href = href
    this.isBold = isBold
  }

  private block(element: Element): void {
    this.flush()
    if (this.oneLine > 0) {
      this.inline(element)
      this.flush()
      return
    }
    const saved = {
      region: this.region,
      parent: this.parent,
      href: this.href,
      isBold: this.isBold,
      list: this.list,
      kind: this.kind,
      isNote: this.isNote,
      isPreformatted: this.isPreformatted,
    }
    const index = this.regions.length
    const region: Region = {
      element,
      parent: this.region,
      surrounding: surroundingOf(element),
      start: this.blocks.length,
      end: 0,
    }
    this.regions.push(region)
    this.region = index
    this.parent = BLOCK.has(element.tagName) && element.tagName !== 'p' ? element : (this.parent ?? element)
    if (element.tagName === 'p') this.parent = saved.parent ?? element
    this.isBold = boldness(element) ?? saved.isBold
    if (element.tagName === 'a') this.href = this.options.resolve(attribute(element, 'href') ?? '')
    this.blockContent(element)
    this.flush()
    Object.assign(this, saved)
    region.end = this.blocks.length
    const lastButton = this.buttons[this.buttons.length - 1]
    if (region.end === region.start && (lastButton?.region ?? -1) < index) this.regions.length = index
  }

  private blockContent(element: Element): void {
    const tag = element.tagName
    const level = headingLevel(element)
    if (level !== null) {
      this.heading(element, level)
      return
    }
    switch (tag) {
      case 'ol':
      case 'ul':
      case 'menu':
      case 'dir':
      case 'dl':
        this.item = null
        this.list = { depth: this.list.depth + 1, counter: listCounter(element) }
        break
      case 'li':
        this.item = { counter: this.list.counter ? countItem(this.list.counter, element) : null }
        if (this.list.depth === 0) this.list = { depth: 1, counter: null }
        break
      case 'dt':
        this.item = { counter: null }
        break
      case 'blockquote':
        this.isNote = true
        break
      case 'aside':
        this.isNote = true
        break
      case 'pre':
        this.isPreformatted = true
        break
      case 'summary':
        this.isBold = true
        break
      case 'table':
        if (!isLayoutTable(element)) {
          this.table(element)
          return
        }
        break
      default:
        if (isBox(element)) this.isNote = true
    }
    this.children(element)
    if (tag === 'li') {
      this.flush()
      this.item = null
    }
  }

  private heading(element: Element, level: number): void {
    this.headingLevel = level
    this.oneLine++
    this.children(element)
    this.oneLine--
    this.flush()
    this.headingLevel = 0
  }

  private table(table: Element): void {
    for (const row of rowsOf(table)) {
      this.flush()
      let isFirst = true
      for (const cell of row.childNodes) {
        if (!isElement(cell) || (cell.tagName !== 'td' && cell.tagName !== 'th')) continue
        if (isHidden(cell, this.controlled)) continue
        if (!isFirst) this.run.append(' | ', null, false)
        isFirst = false
        this.oneLine++
        this.children(cell)
        this.oneLine--
      }
      this.kind = 'row'
      this.flush()
      this.kind = 'paragraph'
    }
  }

  private lineBreak(): void {
    if (this.oneLine > 0) this.run.append(' ', null, false)
    else if (this.run.endsInBreak) this.flush()
    else this.run.break()
  }

  private unread(element: Element): void {
    const tag = element.tagName
    if (tag === 'input' || tag === 'textarea' || tag === 'select') {
      const type = attribute(element, 'type')?.toLowerCase()
      if (type === 'hidden' || type === 'checkbox') return
      this.fieldCount++
      if (type === 'password') this.hasPasswordField = true
      if (type === 'submit' || type === 'button')
        this.buttons.push({ label: attribute(element, 'value') ?? '', region: this.region })
    } else if (BLOCK.has(tag)) this.flush()
  }

  /** A button inside of a heading, or one that opens a section of the text, is the title of that section. */
  private isSectionOpener(element: Element): boolean {
    if (this.headingLevel > 0 || holdsTag(element, (child) => headingLevel(child) !== null, 2)) return true
    if (attribute(element, 'aria-expanded') === null || attribute(element, 'aria-haspopup') !== null) return false
    return (
      attribute(element, 'aria-controls') !== null || /accordion|collaps|faq/i.test(attribute(element, 'class') ?? '')
    )
  }

  private button(element: Element): void {
    const label = textOf(element, 200).replace(/\s+/g, ' ').trim()
    if (label) this.buttons.push({ label, region: this.region })
  }
}

/** Text of a subtree without shaping, at most `limit` units. */
export function textOf(node: ParentNode, limit: number): string {
  let text = ''
  for (const child of node.childNodes) {
    if (text.length >= limit) break
    if (child.nodeName === '#text') text += (child as { value: string }).value
    else if (isElement(child) && !UNREAD.has(child.tagName)) text += textOf(child, limit - text.length)
  }
  return text.slice(0, limit)
}

const BOX_CLASS =
  /(?:^|[\s_-])(?:callout|admonition|infobox|info-box|note|notebox|example|example-box|alert-info|highlight-box|summary-box|boxed|tip)(?:$|[\s_-])/i

/** A box beside the rule that it explains. */
function isBox(element: Element): boolean {
  const role = attribute(element, 'role')
  if (role === 'note') return true
  const className = attribute(element, 'class')
  return className !== null && className.length < 200 && BOX_CLASS.test(className)
}
