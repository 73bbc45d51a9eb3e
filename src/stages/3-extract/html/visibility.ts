/**
 * Whether a reader would see an element, as far as markup tells without layout. Collapsed sections count as seen: they
 * are one click away and belong to the document. A responsive class ("hidden md:block") counts as seen.
 */
import { attribute, headingLevel, holdsTag, isElement } from './element.ts'
import type { ChildNode, Element } from './parse.ts'
import { surroundingOf } from './surroundings.ts'

const HIDING_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px)?\s*(?:;|$|!))/i
const OFFSCREEN_STYLE = /(?:^|;)\s*(?:left|top|text-indent)\s*:\s*-\d{3,}/i
const HIDING_CLASS =
  /(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-reader(?:-text|-only)?|screenreader|assistive-text|a11y-hidden|element-invisible|w-condition-invisible)(?:$|[\s_-])/i
const HIDDEN_CLASS = /(?:^|\s)(?:hidden|d-none|is-hidden|u-hidden|invisible|display-none|hide)(?:\s|$)/
const SHOWN_AT_SOME_WIDTH =
  /(?:^|\s)(?:(?:sm|md|lg|xl|2xl|xxl|@\w+)[:\\](?:block|flex|grid|inline\S*|table\S*|contents|visible)|d-(?:sm|md|lg|xl|xxl)-(?:block|flex|inline\S*|grid))(?:\s|$)/
/** Sections that a page collapses until somebody opens them. */
const COLLAPSIBLE = /accordion|collaps|expand|toggle|panel|faq|tab-?content|tab-?pane|disclosure|read-?more/i
const INLINE_DECORATION = new Set(['span', 'i', 'a', 'sup', 'b', 'em', 'svg', 'small'])

/** `controlled`: ids that a visible control or link opens. */
export function isHidden(element: Element, controlled: ReadonlySet<string>): boolean {
  let hides = false
  let id = ''
  let className = ''
  for (const { name, value } of element.attrs) {
    if (name === 'hidden') {
      if (value !== 'until-found') hides = true
    } else if (name === 'style') {
      if (HIDING_STYLE.test(value)) hides = true
      else if (OFFSCREEN_STYLE.test(value)) return true
    } else if (name === 'class') {
      className = value
      if (HIDING_CLASS.test(value)) return true
      if (HIDDEN_CLASS.test(value) && !SHOWN_AT_SOME_WIDTH.test(value)) hides = true
    } else if (name === 'id') id = value
    else if (name === 'aria-hidden') {
      // On blocks it is set while a dialog is open, so it says nothing about the document itself.
      if (value === 'true' && INLINE_DECORATION.has(element.tagName)) return true
    }
  }
  return hides && !isCollapsedSection(element, id, className, controlled)
}

function isCollapsedSection(element: Element, id: string, className: string, controlled: ReadonlySet<string>): boolean {
  const role = attribute(element, 'role')
  if (role === 'dialog' || role === 'alertdialog' || role === 'menu' || role === 'listbox') return false
  if (surroundingOf(element) !== null || holdsTag(element, isForm, 2)) return false
  if (id !== '' && controlled.has(id)) return true
  if (role === 'tabpanel' || (role === 'region' && attribute(element, 'aria-labelledby') !== null)) return true
  return COLLAPSIBLE.test(className) || COLLAPSIBLE.test(id)
}

/** Indented source counts too. */
const LABEL_UNITS = 160
const OPENER_TEXT = /^\s*(?:learn|read|show|see|view|expand|more)\b.{0,20}$|^\s*[+▾▼⌄]\s*$/i

/**
 * Whether a hidden element stands right beside what opens it: after a heading or a button, or before "Learn more".
 * Only those are looked at, so that a page of hidden siblings costs no more than its length.
 */
export function followsOpener(siblings: readonly ChildNode[], position: number): boolean {
  const previous = neighbour(siblings, position, -1)
  if (previous && (headingLevel(previous) !== null || isOpener(previous) || isTitleBar(previous))) return true
  if (previous && holdsTag(previous, isButton, 2) && holdsTag(siblings[position] as Element, isParagraph, 3))
    return true
  const next = neighbour(siblings, position, 1)
  return next !== null && isOpener(next)
}

function neighbour(siblings: readonly ChildNode[], position: number, step: 1 | -1): Element | null {
  for (let i = position + step, tries = 0; i >= 0 && i < siblings.length && tries < 4; i += step, tries++) {
    const sibling = siblings[i]!
    if (isElement(sibling)) return sibling
  }
  return null
}

function isOpener(element: Element): boolean {
  if (attribute(element, 'aria-expanded') !== null && attribute(element, 'aria-haspopup') === null) return true
  if (attribute(element, 'onclick') !== null) return true
  return OPENER_TEXT.test(shortText(element, 3))
}

const DOCUMENT_TITLE =
  /\b(?:policy|policies|terms|conditions|agreement|addendum|notice|statement|guidelines|imprint|licen[cs]e|requirements|disclosure|standards|sub-?processors)\b/i
const SECTION_TITLE = /\d[.)]|\b(?:to|about|this|these|our|your|we|you|how)\b/i

/**
 * A heading in a box of its own, with a sign that it opens. One that names a whole document opens another document of
 * a legal centre, which the reader of this one does not see.
 */
function isTitleBar(element: Element): boolean {
  if (!holdsTag(element, (child) => headingLevel(child) !== null, 2)) return false
  const text = shortText(element, 4)
  return text !== '' && !(DOCUMENT_TITLE.test(text) && !SECTION_TITLE.test(text))
}

const isForm = (element: Element): boolean => element.tagName === 'form' || element.tagName === 'input'
const isButton = (element: Element): boolean => element.tagName === 'button'

/** A paragraph as documents have, and menus have not. */
function isParagraph(element: Element): boolean {
  if (element.tagName !== 'p') return false
  const first = element.childNodes[0]
  return first !== undefined && first.nodeName === '#text' && (first as { value: string }).value.length > 60
}

/** The text of a small element; empty where there is more than a label. */
function shortText(element: Element, depth: number): string {
  const text = labelText(element, depth)
  return text === null ? '' : text.replace(/\s+/g, ' ').trim()
}

function labelText(element: Element, depth: number): string | null {
  let text = ''
  for (const child of element.childNodes) {
    if (child.nodeName === '#text') text += (child as { value: string }).value
    else if (isElement(child) && depth > 0) {
      const inner = labelText(child, depth - 1)
      if (inner === null) return null
      text += inner
    }
    if (text.length > LABEL_UNITS) return null
  }
  return text
}
