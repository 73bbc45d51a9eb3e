/** What tags mean for reading order, and access to attributes. */
import type { ChildNode, Element, Template } from './parse.ts'

export function attribute(element: Element, name: string): string | null {
  for (const attr of element.attrs) if (attr.name === name) return attr.value
  return null
}

export function isElement(node: ChildNode): node is Element {
  return 'tagName' in node
}

/** A template whose content a browser shows in place: a declarative shadow root. */
export function isShadowRoot(element: Element): element is Template {
  return element.tagName === 'template' && attribute(element, 'shadowrootmode') !== null
}

/** Never text that a reader sees in place. */
export const UNREAD = new Set(
  (
    'script style noscript template iframe object embed canvas video audio picture img map area select datalist input ' +
    'textarea option optgroup progress meter head title meta link base svg frame frameset param source track wbr rp rt'
  ).split(' '),
)

export const BLOCK = new Set(
  (
    'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody ' +
    'td tfoot th thead tr ul caption'
  ).split(' '),
)

const BLOCK_STYLE = /(?:^|;)\s*display\s*:\s*(?:block|flex|grid|table|list-item)\b/i
const INLINE_STYLE = /(?:^|;)\s*display\s*:\s*(?:inline|contents)\s*(?:;|$|!)/i
const BLOCK_CLASS = /(?:^|\s)(?:block|flex|grid|d-block|d-flex)(?:\s|$)/

/** Whether an element starts a line of its own, by tag or by what it says of its own style. */
export function isBlock(element: Element): boolean {
  const isBlockTag = BLOCK.has(element.tagName)
  for (const attr of element.attrs) {
    if (attr.name === 'style') {
      if (!isBlockTag && BLOCK_STYLE.test(attr.value)) return true
      if (isBlockTag && element.tagName === 'div' && INLINE_STYLE.test(attr.value)) return false
    } else if (!isBlockTag && attr.name === 'class' && element.tagName !== 'a' && BLOCK_CLASS.test(attr.value))
      return true
  }
  return isBlockTag
}

const BOLD_STYLE = /(?:^|;)\s*font-weight\s*:\s*(?:bold|bolder|[6-9]00)\b/i
const LIGHT_STYLE = /(?:^|;)\s*font-weight\s*:\s*(?:normal|lighter|[1-4]00)\b/i

/** true or false where the element itself decides the weight of its text, null where it leaves it. */
export function boldness(element: Element): boolean | null {
  const style = attribute(element, 'style')
  if (style !== null) {
    if (BOLD_STYLE.test(style)) return true
    if (LIGHT_STYLE.test(style)) return false
  }
  if (element.tagName === 'b' || element.tagName === 'strong') return true
  const className = attribute(element, 'class')
  return className !== null && /(?:^|\s)(?:font-(?:bold|semibold|extrabold)|fw-bold|bold)(?:\s|$)/.test(className)
    ? true
    : null
}

/** The level of a heading element, by tag or role; null for anything else. */
export function headingLevel(element: Element): number | null {
  const tag = element.tagName
  if (tag.length === 2 && tag[0] === 'h' && tag[1]! >= '1' && tag[1]! <= '6') return Number(tag[1])
  if (attribute(element, 'role') !== 'heading') return null
  const level = Number(attribute(element, 'aria-level') ?? 2)
  return level >= 1 && level <= 6 ? Math.floor(level) : 2
}

/** Whether one of the first elements in it, to a depth, is such a one. */
export function holdsTag(element: Element, is: (element: Element) => boolean, depth: number): boolean {
  return element.childNodes
    .slice(0, 6)
    .some((child) => isElement(child) && (is(child) || (depth > 1 && holdsTag(child, is, depth - 1))))
}
