/** Finds the document on its page by the shape of legal text: where the rules stand, and what surrounds them. */
import { familyOf } from '../shape/document-family.ts'
import { takeNumber } from '../shape/number.ts'
import type { RawBlock } from '../shape/raw-block.ts'
import { aroundMask, proseUnits, RangeSum, type Weights, weigh } from './around.ts'
import { isDateLine, withoutFoot, withoutLead } from './ends.ts'
import { isPageControl } from './noise.ts'
import { declaredSections } from './sections.ts'
import { isMainLandmark } from './surroundings.ts'
import type { Region, Walked } from './walk.ts'

export function choose(page: Walked, declaredTitle: string, url: string | null): RawBlock[] {
  const { blocks } = page
  const weights = weigh(blocks)
  const around = aroundMask(page, weights)
  const text = descend(page, weights, around)
  const parts = declaredSections(page, weights.legal, text, declaredTitle, url)
  const ranges = parts ?? [{ start: climbToTitle(blocks, around, text.start), end: text.end }]
  const chosen: RawBlock[] = []
  for (const { start, end } of ranges) {
    for (let i = start; i < end; i++) {
      const block = blocks[i]!
      if (around[i] || isPageControl(block) || (i < text.start && isLinkAlone(block))) continue
      chosen.push(block)
    }
  }
  return withoutRepeats(withoutFoot(withoutLead(chosen, declaredTitle)))
}

/** Between a title and the element of its text: a list of contents in a column of its own, or of other documents. */
function isLinkAlone(block: RawBlock): boolean {
  return block.kind !== 'heading' && block.linkUnits > 0.9 * block.text.length
}

/** A part with less of the rules than this outside of it is taken to hold the document. */
const LOST_UNITS = 200
const LOST_SHARE = 0.004
const MOST_LOST_UNITS = 400
/** With fewer rules than this (a list of companies, an imprint) all text outside of links counts. */
const FEW_RULES = 1500

/** The innermost element that holds all of the document. */
function descend({ regions, blocks }: Walked, weights: Weights, around: Uint8Array): Range {
  const whole = { start: 0, end: blocks.length }
  const legal = masked(blocks, around, (_, i) => weights.legal.of({ start: i, end: i + 1 }))
  const hasRules = legal.of(whole) >= FEW_RULES
  const mass = hasRules ? legal : masked(blocks, around, (block) => block.text.length - block.linkUnits)
  const children = childrenOf(regions)
  let current = { index: -1, ...whole }
  for (;;) {
    const own = mass.of(current)
    const mayLose = hasRules
      ? Math.min(MOST_LOST_UNITS, Math.max(LOST_UNITS, LOST_SHARE * own))
      : Math.min(MOST_LOST_UNITS, 0.03 * own)
    const next = (children.get(current.index) ?? []).find((child) => {
      const held = mass.of(regions[child]!)
      return (
        held > 0.5 * own && (own - held <= mayLose || (isMainLandmark(regions[child]!.element) && held >= 0.6 * own))
      )
    })
    if (next === undefined || own === 0) return current
    current = { index: next, start: regions[next]!.start, end: regions[next]!.end }
  }
}

type Range = { readonly start: number; readonly end: number }

function masked(blocks: readonly RawBlock[], around: Uint8Array, of: (block: RawBlock, i: number) => number): RangeSum {
  return new RangeSum(blocks.map((block, i) => (around[i] ? 0 : of(block, i))))
}

function childrenOf(regions: readonly Region[]): Map<number, number[]> {
  const children = new Map<number, number[]>()
  regions.forEach((region, i) => {
    const list = children.get(region.parent)
    if (list) list.push(i)
    else children.set(region.parent, [i])
  })
  return children
}

/** How far the title may stand before the text: a list of contents can be long. */
const TITLE_REACH = 80

/** The title may stand outside of the element that holds the text, with its date and a list of contents near it. */
function climbToTitle(blocks: readonly RawBlock[], around: Uint8Array, start: number): number {
  const title = titleBefore(blocks, around, start)
  let first = title
  for (let i = title - 1; i >= Math.max(0, title - 3) && !around[i]; i--) {
    if (isDateLine(blocks[i]!)) first = i
  }
  return first
}

function titleBefore(blocks: readonly RawBlock[], around: Uint8Array, start: number): number {
  const own = blocks.slice(start, start + 4).find(isFirstHeading)
  // A page may give every section a first heading: then the one that names the document is looked for.
  if (own && familyOf(own.text) !== null && takeNumber(own.text) === null) return start
  for (let i = start - 1; i >= Math.max(0, start - TITLE_REACH); i--) {
    if (around[i]) continue
    if (isFirstHeading(blocks[i]!) && (!own || familyOf(blocks[i]!.text) !== null)) return i
    if (proseUnits(blocks[i]!) > 0) return start
  }
  return start
}

function isFirstHeading(block: RawBlock): boolean {
  return block.kind === 'heading' && block.depth === 1
}

/** Runs this long that come again word for word are the same text for another screen width. */
const REPEAT_BLOCKS = 4
const REPEAT_UNITS = 600

/** The title and its date stand twice where a page has a head for narrow and one for wide screens. */
const TITLE_LINES = 6

function isTitleLine(block: RawBlock): boolean {
  return isFirstHeading(block) || isDateLine(block)
}

function withoutRepeats(blocks: readonly RawBlock[]): RawBlock[] {
  const firstAt = new Map<string, number>()
  const kept: RawBlock[] = []
  // A page of one line a hundred thousand times would be compared with itself without end.
  let workLeft = 8 * blocks.length
  for (let i = 0; i < blocks.length; ) {
    const before = firstAt.get(blocks[i]!.text)
    if (before !== undefined && i <= TITLE_LINES && isTitleLine(blocks[i]!)) {
      i++
      continue
    }
    let length = 0
    if (before !== undefined && workLeft > 0) {
      const run = runLength(blocks, before, i)
      workLeft -= run
      if (isSecondCopy(blocks, before, i, run)) length = run
    }
    if (length > 0) {
      i += length
      continue
    }
    if (before === undefined) firstAt.set(blocks[i]!.text, i)
    kept.push(blocks[i]!)
    i++
  }
  return kept
}

/** How many blocks from `at` on are the same as those from `before` on. */
function runLength(blocks: readonly RawBlock[], before: number, at: number): number {
  let length = 0
  while (at + length < blocks.length && before + length < at) {
    if (blocks[before + length]!.text !== blocks[at + length]!.text) break
    length++
  }
  return length
}

/** A second copy follows the whole first one; a repeated clause stands anywhere. */
function isSecondCopy(blocks: readonly RawBlock[], before: number, at: number, length: number): boolean {
  if (length < REPEAT_BLOCKS || length < 0.8 * (at - before)) return false
  let units = 0
  const texts = new Set<string>()
  for (let i = at; i < at + length && i < at + 200; i++) {
    units += blocks[i]!.text.length
    texts.add(blocks[i]!.text)
  }
  return units >= REPEAT_UNITS && texts.size >= REPEAT_BLOCKS
}
