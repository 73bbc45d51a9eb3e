/**
 * Neighbouring blocks that state one rule are one provision: a list with its lead-in, and paragraphs that go on with
 * the same types under the same heading. A group never reaches over a heading.
 */
import type { Block } from '../../../core/policy-text.ts'
import type { BlockRange, Classification, ProvisionType } from '../../../core/provision.ts'
import { runInHeading } from './title.ts'

/** Null for headings. */
export type Answers = readonly (Classification | null)[]

/** A longer provision than this is hard to read as one rule. In UTF-16 units. */
const LONGEST_PARAGRAPHS = 2_500
const LONGEST_LIST = 8_000
/** Items of a list without lead-in that are longer are clauses of their own. */
const SHORT_ITEM = 200
/** Items without a type between two of one rule. */
const MOST_UNTYPED = 3

type Open = {
  readonly first: number
  last: number
  readonly types: readonly ProvisionType[]
  chars: number
  /** Depth of what leads the list; null outside of lists. */
  readonly leadDepth: number | null
}

export function groupBlocks(blocks: readonly Block[], answers: Answers): BlockRange[] {
  const groups: BlockRange[] = []
  let open: Open | null = null
  /** A lead-in without a type of its own, whose items may have one. */
  let lead: number | null = null
  const close = () => {
    if (open) groups.push({ first: open.first, last: open.last })
    open = null
  }
  for (const [at, block] of blocks.entries()) {
    const answer = answers[at]
    if (!answer) {
      close()
      lead = null
      continue
    }
    if (answer.types.length === 0) {
      const isPlain = block.kind === 'paragraph' && !isItem(block)
      if (isPlain && !leadsOn(blocks, at)) close()
      if (leadsOn(blocks, at)) lead = at
      else if (isPlain && block.depth === 0) lead = null
      continue
    }
    if (open && joins(open, blocks, at, answer)) {
      const grown: Open = open
      grown.last = at
      grown.chars += block.text.length
      lead = null
      continue
    }
    close()
    const first = lead ?? at
    lead = null
    const isLed = first !== at || leadsOn(blocks, at)
    open = {
      first,
      last: at,
      types: answer.types,
      chars: block.text.length,
      leadDepth: isLed ? blocks[first]!.depth : null,
    }
  }
  close()
  return groups
}

/** Whether a list follows that this block opens. */
function leadsOn(blocks: readonly Block[], at: number): boolean {
  const [block, next] = [blocks[at]!, blocks[at + 1]]
  if (!next || next.kind === 'heading') return false
  const opens = /[:：]$|\b(?:to|not|may|shall|must|will|that|following)[.:]?$/i.test(block.text)
  if (!isItem(next)) return opens && next.kind !== 'row'
  return opens || (next.depth > block.depth && block.text.length < SHORT_ITEM)
}

/** Also a paragraph that is numbered as items are: "(a)", "iv". */
function isItem({ kind, number }: Block): boolean {
  return kind === 'item' || (kind === 'paragraph' && number !== null && /^\(?(?:[a-z]|[ivx]{1,5})\)?$/i.test(number))
}

function joins(open: Open, blocks: readonly Block[], at: number, { types }: Classification): boolean {
  const block = blocks[at]!
  const between = blocks.slice(open.last + 1, at)
  if (between.length > MOST_UNTYPED || between.some((one) => one.kind === 'paragraph' && !isItem(one))) return false
  const sharesRule = types.includes(open.types[0]!) || open.types.includes(types[0]!)
  if (!sharesRule) return false
  const previous = blocks[open.last]!
  if (block.kind === 'note') return true
  if (block.kind === 'row') return previous.kind === 'row' && types[0] === open.types[0]
  if (isItem(block)) {
    if (open.chars + block.text.length > LONGEST_LIST) return false
    if (open.leadDepth !== null) return block.depth > open.leadDepth || block.kind === 'paragraph'
    const isShort = block.text.length < SHORT_ITEM && (!isItem(previous) || previous.text.length < SHORT_ITEM)
    return isShort && types[0] === open.types[0]
  }
  if (block.depth > 0 && isItem(previous)) return true
  if (between.length > 0 || open.chars + block.text.length > LONGEST_PARAGRAPHS) return false
  if (open.leadDepth !== null && isItem(previous)) return /^\p{Ll}/u.test(block.text)
  return block.number === null && runInHeading(block.text) === null && sameTypes(open.types, types)
}

function sameTypes(a: readonly ProvisionType[], b: readonly ProvisionType[]): boolean {
  const shared = a.filter((type) => b.includes(type)).length
  return a[0] === b[0] && shared * 2 >= Math.max(a.length, b.length)
}
