/**
 * Declared selectors (Open Terms Archive's format), as that project's engine understands them: what is to be removed
 * goes first, then every match of every selector in the order of the declaration, also where one holds another.
 */
import type { DeclaredSelectors, RangeSelector, Selector } from '../../../core/document.ts'
import { isElement } from './element.ts'
import { normalise } from './normalise.ts'
import type { ChildNode, Element, ParentNode } from './parse.ts'
import { query } from './query.ts'

/** Positions of nodes in document order: where each opens and closes. */
type Order = Map<object, { readonly open: number; readonly close: number }>

/** The selected parts, in order. Changes the tree: normalised, and without what is to be removed. */
export function selectDeclared(tree: ParentNode, selectors: DeclaredSelectors): ParentNode[] {
  normalise(tree, selectors.normalise)
  for (const selector of selectors.remove) remove(tree, selector)
  return selectors.select.flatMap((selector) => select(tree, selector))
}

function select(tree: ParentNode, selector: Selector): ParentNode[] {
  if (typeof selector === 'string') return query(selector, tree)
  const order = orderOf(tree)
  const bounds = boundsOf(tree, selector, order)
  if (!bounds) return []
  return [within(tree, bounds, order)]
}

function remove(tree: ParentNode, selector: Selector): void {
  if (typeof selector === 'string') {
    for (const element of query(selector, tree)) detach(element)
    return
  }
  const order = orderOf(tree)
  const bounds = boundsOf(tree, selector, order)
  if (!bounds) return
  prune(tree, (node) => {
    const at = order.get(node)!
    return at.open >= bounds.start && at.close <= bounds.end
  })
}

function detach(element: Element): void {
  const siblings = element.parentNode?.childNodes
  const at = siblings?.indexOf(element) ?? -1
  if (at >= 0) siblings!.splice(at, 1)
}

function prune(node: ParentNode, isGone: (child: ChildNode) => boolean): void {
  node.childNodes = node.childNodes.filter((child) => !isGone(child))
  for (const child of node.childNodes) if (isElement(child)) prune(child, isGone)
}

function orderOf(tree: ParentNode): Order {
  const order: Order = new Map()
  let next = 0
  const visit = (node: ParentNode): void => {
    for (const child of node.childNodes) {
      const open = next++
      if (isElement(child)) visit(child)
      order.set(child, { open, close: next++ })
    }
  }
  visit(tree)
  return order
}

/** Null where an end of the range is not on the page, or the ends are the wrong way round. */
function boundsOf(tree: ParentNode, range: RangeSelector, order: Order): { start: number; end: number } | null {
  const from = order.get(query(range.from.selector, tree)[0] ?? {})
  const to = order.get(query(range.to.selector, tree)[0] ?? {})
  if (!from || !to) return null
  const start = range.from.side === 'before' ? from.open : from.close + 1
  const end = range.to.side === 'before' ? to.open - 1 : to.close
  return start <= end ? { start, end } : null
}

/** A copy of the tree with only what lies in the range; elements that it cuts stay with what is inside of them. */
function within(node: ParentNode, bounds: { start: number; end: number }, order: Order): ParentNode {
  const childNodes: ChildNode[] = []
  for (const child of node.childNodes) {
    const at = order.get(child)!
    if (at.close < bounds.start || at.open > bounds.end) continue
    if (isElement(child) && !(at.open >= bounds.start && at.close <= bounds.end)) {
      childNodes.push(within(child, bounds, order) as Element)
    } else childNodes.push(child)
  }
  return { ...node, childNodes }
}
