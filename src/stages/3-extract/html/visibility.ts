/**
 * Whether a reader would see an element, as far as markup tells without layout. Collapsed sections count as seen: they
 * are one click away and belong to the document. A responsive class ("hidden md:block") counts as seen.
 */
import { attribute } from './element.ts'
import type { Element } from './parse.ts'

const HIDING_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px)?\s*(?:;|$|!))/i
const OFFSCREEN_STYLE = /(?:^|;)\s*(?:left|top|text-indent)\s*:\s*-\d{3,}/i
const HIDING_CLASS =
  /(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-reader(?:-text|-only)?|screenreader|assistive-text|a11y-hidden|element-invisible|w-condition-invisible)(?:$|[\s_-])/i
const HIDDEN_CLASS = /(?:^|\s)(?:hidden|d-none|is-hidden|u-hidden|invisible|display-none|hide)(?:\s|$)/
const SHOWN_AT_SOME_WIDTH =
  /(?:^|\s)(?:(?:sm|md|lg|xl|2xl|xxl|@\w+)[:\\](?:block|flex|grid|inline\S*|table\S*|contents|visible)|d-(?:sm|md|lg|xl|xxl|print)-(?:block|flex|inline\S*|grid))(?:\s|$)/
/** Sections that a page collapses until somebody opens them. */
const COLLAPSIBLE = /accordion|collaps|expand|toggle|panel|faq|tab-?content|tab-?pane|disclosure|read-?more/i
const INLINE_DECORATION = new Set(['span', 'i', 'a', 'sup', 'b', 'em', 'svg', 'small'])

/** `controlled`: ids that a visible control opens and closes. */
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
  if (id !== '' && controlled.has(id)) return true
  if (role === 'tabpanel' || (role === 'region' && attribute(element, 'aria-labelledby') !== null)) return true
  return COLLAPSIBLE.test(className) || COLLAPSIBLE.test(id)
}
