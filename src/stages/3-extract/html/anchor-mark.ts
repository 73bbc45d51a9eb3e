/** The sign beside a heading by which a reader copies its address; it is no word of the document. */
import { isElement } from './element.ts'
import type { ChildNode, Element } from './parse.ts'

const MARK = /^(?:\s|\u200b)*(?:#|¶|§|🔗|⚓|⌗)(?:\s|\u200b|\ufe0f)*$/u

export function isAnchorMark(link: Element): boolean {
  const text = shortText(link.childNodes, 8)
  return text !== null && MARK.test(text)
}

/** Null where there is more text than `limit` characters. */
function shortText(nodes: readonly ChildNode[], limit: number): string | null {
  let text = ''
  for (const node of nodes) {
    if (isElement(node)) {
      const inner = shortText(node.childNodes, limit - text.length)
      if (inner === null) return null
      text += inner
    } else if ('value' in node) text += node.value
    if (text.length > limit) return null
  }
  return text
}
