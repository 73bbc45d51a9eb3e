/** CSS selectors over the parsed tree. @throws Error of css-what for a selector that is not valid. */
import { type Options, selectAll } from 'css-select'
import { attribute, isElement } from './element.ts'
import type { ChildNode, Element, ParentNode } from './parse.ts'

type Node = ChildNode | ParentNode

const options: Options<Node, Element> = {
  adapter: {
    isTag: (node): node is Element => 'tagName' in node,
    getAttributeValue: (element, name) => attribute(element, name) ?? undefined,
    getChildren: (node) => ('childNodes' in node ? node.childNodes : []),
    getName: (element) => element.tagName,
    getParent: (element) => element.parentNode,
    getSiblings: (node) => ('parentNode' in node && node.parentNode ? node.parentNode.childNodes : [node]),
    getText: (node) => textContent(node),
    hasAttrib: (element, name) => attribute(element, name) !== null,
    removeSubsets: (nodes) => [...new Set(nodes)],
  },
}

/** All matches in document order. */
export function query(selector: string, root: ParentNode): Element[] {
  return selectAll<Node, Element>(selector, root as Node, options)
}

function textContent(node: Node): string {
  if (node.nodeName === '#text') return (node as { value: string }).value
  if (!('childNodes' in node)) return ''
  return node.childNodes
    .map((child) => (isElement(child) || child.nodeName === '#text' ? textContent(child) : ''))
    .join('')
}
