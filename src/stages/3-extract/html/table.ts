/** Rows of tables that hold data, and tables that only arrange the page. */
import { attribute, isElement } from './element.ts'
import type { Element } from './parse.ts'

export function rowsOf(table: Element): Element[] {
  const rows: Element[] = []
  for (const child of table.childNodes) {
    if (!isElement(child)) continue
    if (child.tagName === 'tr') rows.push(child)
    else if (/^(thead|tbody|tfoot)$/.test(child.tagName)) {
      for (const row of child.childNodes) if (isElement(row) && row.tagName === 'tr') rows.push(row)
    } else if (child.tagName === 'caption') rows.unshift(captionRow(child))
  }
  return rows
}

/** A caption reads as a first row of one cell. */
function captionRow(caption: Element): Element {
  return {
    ...caption,
    tagName: 'tr',
    nodeName: 'tr',
    childNodes: [{ ...caption, tagName: 'td', nodeName: 'td' }],
  } as Element
}

/** One cell with this much of a table's text is the page, and the others are what stands around it. */
const PAGE_CELL_UNITS = 1500
const PAGE_CELL_SHARE = 0.7
const MAX_NODES_MEASURED = 4000

/**
 * A table that arranges the page: declared so, with one column, with headings or tables in its cells, or with nearly
 * all of its text in one of them.
 */
export function isLayoutTable(table: Element): boolean {
  const role = attribute(table, 'role')
  if (role === 'presentation' || role === 'none') return true
  let widest = 0
  for (const row of rowsOf(table)) {
    let cells = 0
    for (const cell of row.childNodes) {
      if (!isElement(cell)) continue
      cells++
      if (holdsStructure(cell, 4)) return true
    }
    widest = Math.max(widest, cells)
  }
  return widest <= 1 || hasPageCell(table)
}

function hasPageCell(table: Element): boolean {
  const budget = { nodes: MAX_NODES_MEASURED }
  let total = 0
  let largest = 0
  for (const row of rowsOf(table)) {
    for (const cell of row.childNodes) {
      if (!isElement(cell)) continue
      const units = unitsOf(cell, budget)
      total += units
      largest = Math.max(largest, units)
    }
  }
  return largest >= PAGE_CELL_UNITS && largest >= PAGE_CELL_SHARE * total
}

function unitsOf(node: Element, budget: { nodes: number }): number {
  let units = 0
  for (const child of node.childNodes) {
    if (--budget.nodes < 0) break
    if (child.nodeName === '#text') units += (child as { value: string }).value.trim().length
    else if (isElement(child)) units += unitsOf(child, budget)
  }
  return units
}

function holdsStructure(node: Element, depth: number): boolean {
  for (const child of node.childNodes) {
    if (!isElement(child)) continue
    if (/^(h[1-6]|table|article|section)$/.test(child.tagName)) return true
    if (depth > 0 && holdsStructure(child, depth - 1)) return true
  }
  return false
}
