/**
 * What a tagged PDF says of its own structure: which text is a heading, an item or a cell. It is believed for kinds,
 * never for the order, which many producers get wrong; where a file has no tags, or none for a text, geometry decides.
 */

export type Tag = {
  /** The paragraph, item, heading or cell that holds the text, numbered through the file. */
  readonly element: number
  readonly kind: 'heading' | 'item' | 'cell' | 'plain'
  /** Headings: 1 to 6, 0 where it is not said. Items: nesting, from 1. */
  readonly level: number
  /** Of cells: the row, numbered alike. */
  readonly row: number
}

type Node = {
  readonly role?: string
  readonly type?: string
  readonly id?: string
  readonly children?: readonly unknown[]
}
type Place = {
  readonly element: number
  readonly kind: Tag['kind']
  readonly level: number
  readonly lists: number
  readonly row: number
}

const BLOCK = /^(?:P|H[1-6]?|Title|LI|TD|TH|Caption|BlockQuote|Note|FENote|TOCI|Code)$/

/** Tags by the id of the marked content that they are for. Elements are numbered from `first`. */
export function readStructure(tree: unknown, first: number): Map<string, Tag> {
  const tags = new Map<string, Tag>()
  let count = first
  const visit = (node: Node, place: Place): void => {
    if (node.type === 'content' && node.id !== undefined) {
      const { lists: _, ...tag } = place
      tags.set(node.id, tag)
      return
    }
    const role = node.role ?? ''
    const own = BLOCK.test(role) || role === 'TR' ? ++count : place.element
    const inner = placeIn(role, own, place)
    for (const child of node.children ?? []) if (typeof child === 'object' && child !== null) visit(child, inner)
  }
  if (typeof tree === 'object' && tree !== null)
    visit(tree, { element: first, kind: 'plain', level: 0, lists: 0, row: 0 })
  return tags
}

function placeIn(role: string, element: number, place: Place): Place {
  const heading = /^H([1-6]?)$|^Title$/.exec(role)
  if (heading) return { ...place, element, kind: 'heading', level: role === 'Title' ? 1 : Number(heading[1] ?? 0) }
  if (role === 'L') return { ...place, lists: place.lists + 1 }
  if (role === 'LI') return { ...place, element, kind: 'item', level: Math.max(1, place.lists) }
  if (role === 'TR') return { ...place, row: element }
  if (role === 'TD' || role === 'TH') return { ...place, element, kind: 'cell' }
  // Paragraphs of an item or a cell are parts of it.
  if (place.kind === 'item' || place.kind === 'cell') return place
  return { ...place, element }
}
