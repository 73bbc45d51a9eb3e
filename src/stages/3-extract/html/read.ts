/** An HTML page to what the door needs: the blocks of its document, and what was seen around it. */
import type { DeclaredSelectors } from '../../../core/document.ts'
import type { ExtractInput } from '../../../core/reading.ts'
import type { RawBlock } from '../shape/raw-block.ts'
import { choose } from './choose.ts'
import { selectDeclared } from './declared.ts'
import { type Editions, editionsOf } from './editions.ts'
import { attribute, isElement } from './element.ts'
import { type Element, type ParentNode, parsePage } from './parse.ts'
import { lateContents } from './streamed.ts'
import { textOf, type Walked, walk } from './walk.ts'

export type ReadPage = {
  readonly blocks: readonly RawBlock[]
  readonly page: Walked
  readonly title: string | null
  readonly declaredLanguage: string | null
  readonly editions: Editions
  readonly anchors: { readonly total: number; readonly missing: number }
  readonly controls: readonly { readonly label: string; readonly href: string | null }[]
  readonly tooLarge: boolean
}

type Asked = Pick<ExtractInput, 'url' | 'declared' | 'selectors'>

export function readHtml(html: string, { url, declared, selectors }: Asked): ReadPage {
  const { tree, tooLarge } = parsePage(html)
  const root = childElement(tree, 'html')
  const head = root && childElement(root, 'head')
  const body = root && childElement(root, 'body')
  const base = head && childElement(head, 'base')
  const late = body ? lateContents(body) : undefined
  const resolve = resolver(url, base ? attribute(base, 'href') : null)
  const page = walk(body ?? tree, { ...(late && late.size > 0 ? { late } : {}), resolve })
  const titleElement = head && childElement(head, 'title')
  const title = titleElement ? textOf(titleElement, 1000).replace(/\s+/g, ' ').trim() || null : null
  const selected = selectors && selectors.select.length > 0 ? fromSelectors(tree, selectors, resolve) : null
  const blocks = selected ?? choose(page, declared.title, url)
  return {
    blocks,
    page,
    title,
    declaredLanguage: root ? attribute(root, 'lang') : null,
    editions: editionsOf(head, resolve),
    anchors: page.anchors(),
    controls: controlsOutside(page, blocks),
    tooLarge,
  }
}

/** Null where the selectors match nothing: they have rotted, and the document is found without them. */
function fromSelectors(
  tree: ParentNode,
  selectors: DeclaredSelectors,
  resolve: (href: string) => string,
): RawBlock[] | null {
  const parts = matches(tree, selectors)
  const blocks = parts.flatMap((part) => walk(asChild(part), { resolve, keepsHidden: true }).blocks)
  return blocks.length > 0 ? blocks : null
}

/** A selector that cannot be parsed matches nothing; the declaration is checked where it is read, not here. */
function matches(tree: ParentNode, selectors: DeclaredSelectors): ParentNode[] {
  try {
    return selectDeclared(tree, selectors)
  } catch (error) {
    if (error instanceof Error) return []
    throw error
  }
}

/** The walk starts at children; a selected element is a child of nothing else. */
function asChild(part: ParentNode): ParentNode {
  return 'tagName' in part ? ({ nodeName: '#document-fragment', childNodes: [part] } as unknown as ParentNode) : part
}

/** Buttons, and links outside of the document. */
function controlsOutside(page: Walked, chosen: readonly RawBlock[]): ReadPage['controls'] {
  const inside = new Set(chosen)
  const controls: { label: string; href: string | null }[] = page.buttons.map(({ label }) => ({ label, href: null }))
  for (const block of page.blocks) {
    if (inside.has(block)) continue
    for (const link of block.links) controls.push({ label: block.text.slice(link.start, link.end), href: link.href })
  }
  return controls
}

export function childElement(node: ParentNode, tagName: string): Element | null {
  for (const child of node.childNodes) if (isElement(child) && child.tagName === tagName) return child
  return null
}

/** Makes addresses absolute; what cannot be resolved stays as printed. */
export function resolver(url: string | null, baseHref: string | null): (href: string) => string {
  const base = baseHref && URL.canParse(baseHref, url ?? undefined) ? new URL(baseHref, url ?? undefined).href : url
  const cache = new Map<string, string>()
  return (href) => {
    const known = cache.get(href)
    if (known !== undefined) return known
    const trimmed = href.trim()
    const absolute = URL.canParse(trimmed, base ?? undefined) ? new URL(trimmed, base ?? undefined).href : trimmed
    cache.set(href, absolute)
    return absolute
  }
}
