/**
 * Which blocks are the page around the document. Elements claim it by tag, role or class (`surroundings.ts`); a claim
 * stands only where the text under it agrees, because pages put whole policies into `<header>`, name a section
 * "sharing", and give paragraphs the class `toc-entry`.
 */

import { soundsLegal } from '../shape/legal-words.ts'
import type { RawBlock } from '../shape/raw-block.ts'
import { readingUnits } from '../shape/reading-units.ts'
import { afterText } from './after-text.ts'
import type { Surrounding } from './surroundings.ts'
import type { Region, Walked } from './walk.ts'

/** Sums over ranges of blocks in constant time. */
export class RangeSum {
  private readonly sums: Float64Array
  constructor(values: ArrayLike<number>) {
    this.sums = new Float64Array(values.length + 1)
    for (let i = 0; i < values.length; i++) this.sums[i + 1] = this.sums[i]! + values[i]!
  }
  of({ start, end }: { readonly start: number; readonly end: number }): number {
    return this.sums[end]! - this.sums[start]!
  }
}

/** What the choice of main content weighs, per block. */
export type Weights = {
  /** Units outside of links in blocks long enough to be prose. */
  readonly prose: RangeSum
  /** As `prose`, of blocks that sound like rules. */
  readonly legal: RangeSum
  readonly units: RangeSum
  readonly linkUnits: RangeSum
}

/** Below this many units a block says too little to count as prose. */
const PROSE_UNITS = 60

export function weigh(blocks: readonly RawBlock[]): Weights {
  const prose = blocks.map(proseUnits)
  return {
    prose: new RangeSum(prose),
    legal: new RangeSum(prose.map((units, i) => (units > 0 && soundsLegal(blocks[i]!.text) ? units : 0))),
    units: new RangeSum(blocks.map((block) => block.text.length)),
    linkUnits: new RangeSum(blocks.map((block) => block.linkUnits)),
  }
}

export function proseUnits(block: RawBlock): number {
  const own = readingUnits(block.text) - block.linkUnits
  return block.kind === 'heading' || own < PROSE_UNITS ? 0 : own
}

/** One flag a block: it belongs to what surrounds the document. */
export function aroundMask(page: Walked, weights: Weights): Uint8Array {
  const mask = new Uint8Array(page.blocks.length)
  const whole = { start: 0, end: page.blocks.length }
  const total = weights.legal.of(whole) || weights.prose.of(whole)
  const claims = new Map<Surrounding, Region[]>()
  for (const region of page.regions) {
    if (!region.surrounding || !agrees(region, page, weights, total)) continue
    const list = claims.get(region.surrounding)
    if (list) list.push(region)
    else claims.set(region.surrounding, [region])
  }
  for (const regions of claims.values()) {
    const kind = new Uint8Array(page.blocks.length)
    for (const region of regions) kind.fill(1, region.start, region.end)
    // Each section of a document in an `<aside>` of its own: small claims that together take the document.
    if (legalUnder(kind, weights) >= 0.4 * total) continue
    for (const region of regions) mask.fill(1, region.start, region.end)
  }
  for (const region of consentDialogs(page, weights, total)) mask.fill(1, region.start, region.end)
  for (const range of afterText(page, weights, total)) mask.fill(1, range.start, range.end)
  return mask
}

function legalUnder(mask: Uint8Array, weights: Weights): number {
  let units = 0
  for (let i = 0; i < mask.length; i++) if (mask[i]) units += weights.legal.of({ start: i, end: i + 1 })
  return units
}

function agrees(region: Region, page: Walked, weights: Weights, total: number): boolean {
  const legal = weights.legal.of(region)
  const units = weights.units.of(region)
  const linkShare = weights.linkUnits.of(region) / (units || 1)
  if (region.surrounding !== 'overlay' && region.surrounding !== 'footer' && holdsMainTitle(page.blocks, region))
    return false
  switch (region.surrounding) {
    case 'navigation':
      return legal < 0.05 * total && (linkShare > 0.3 || units < 400)
    case 'header':
      return legal < 0.05 * total && !holdsTitle(page.blocks, region) && !isInsideText(region, page)
    case 'footer':
      return legal < 0.25 * total
    case 'aside':
      return legal < 0.25 * total && (linkShare > 0.3 || !isInsideText(region, page))
    case 'overlay':
      return legal < 0.4 * total
    case 'widget':
      return legal < 0.05 * total && (linkShare > 0.4 || units < 400) && !isHeadingAlone(page.blocks, region)
    default:
      return false
  }
}

function holdsTitle(blocks: readonly RawBlock[], region: Region): boolean {
  for (let i = region.start; i < region.end; i++) {
    if (blocks[i]!.kind === 'heading' && (blocks[i]!.depth === 1 || blocks[i]!.linkUnits === 0)) return true
  }
  return false
}

function isHeadingAlone(blocks: readonly RawBlock[], region: Region): boolean {
  return region.end - region.start === 1 && blocks[region.start]!.kind === 'heading'
}

/** Whether the claim is made inside of an article or of the main part, where headers and asides are the author's. */
function isInsideText(region: Region, page: Walked): boolean {
  for (let i = region.parent; i >= 0; i = page.regions[i]!.parent) {
    const tag = page.regions[i]!.element.tagName
    if (tag === 'main' || tag === 'article') return true
  }
  return false
}

const CONSENT_BUTTON =
  /^(?:(?:accept|reject|allow|decline|deny|refuse|agree(?: to)?|confirm|save|manage|customi[sz]e)(?: (?:all|only|my|non-essential|essential|necessary|optional|the|your|and))*(?: (?:cookies?|preferences?|choices?|selections?|settings|close|continue))*(?: (?:and|&) (?:close|continue|exit))?|got it!?|alle (?:akzeptieren|ablehnen|cookies akzeptieren)|tout (?:accepter|refuser)|aceptar(?: todo| todas)?|rechazar(?: todo| todas)?|accetta(?: tutti)?|rifiuta(?: tutti)?)$/i
const CONSENT_TEXT = /cookie|consent|tracking|your (?:privacy|browser|preferences)|einwilligung|traceurs/i

/** A page with more buttons that accept something is no page with a dialog. */
const MAX_ANSWERS = 60

/** Small regions that ask for consent: a button that answers, and words that say to what. */
function consentDialogs(page: Walked, weights: Weights, total: number): Region[] {
  const limit = Math.min(4000, 0.2 * total)
  const found: Region[] = []
  const answers = page.buttons.filter((button) => CONSENT_BUTTON.test(button.label)).slice(0, MAX_ANSWERS)
  for (const button of answers) {
    let best: Region | null = null
    for (let i = button.region; i >= 0; i = page.regions[i]!.parent) {
      const region = page.regions[i]!
      if (weights.prose.of(region) > limit || holdsMainTitle(page.blocks, region)) break
      best = region
    }
    if (best && CONSENT_TEXT.test(textOf(page.blocks, best))) found.push(best)
  }
  return found
}

function holdsMainTitle(blocks: readonly RawBlock[], region: Region): boolean {
  for (let i = region.start; i < region.end; i++)
    if (blocks[i]!.kind === 'heading' && blocks[i]!.depth === 1) return true
  return false
}

function textOf(blocks: readonly RawBlock[], { start, end }: Region): string {
  let text = ''
  for (let i = start; i < end && text.length < 4000; i++) text += `${blocks[i]!.text}\n`
  return text
}
