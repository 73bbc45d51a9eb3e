/**
 * What pages put after the document without marking it: related articles, recent posts, invitations to sign up. Known
 * by its heading, or by headings that all lead elsewhere; never taken for it where rules stand under it.
 */
import type { RawBlock } from '../shape/raw-block.ts'
import type { Weights } from './around.ts'
import type { Walked } from './walk.ts'

type Range = { readonly start: number; readonly end: number }

const READING = '(?:articles?|posts?|news|stories|reading|reads|content|topics|guides|blog posts|tutorials|insights)'
const AFTER_TITLE = new RegExp(
  [
    `^(?:related|recent|recently viewed|recommended|similar|popular|trending|latest|further|more|featured|other) ${READING}(?: .{2,40})?$`,
    '^(?:you (?:may|might) also (?:like|be interested in|enjoy)|people also read|read next|keep reading|up next|more from .{2,40}|more (?:to explore|like this)|explore more)\\W*$',
    '^(?:ready to .{3,70}|get started(?: (?:today|now|for free|in minutes))?|start (?:your|a) free .{3,40}|try .{1,40} free.{0,20}|stay (?:up to date|in the loop|updated|connected)|(?:join|subscribe to) (?:our|the) .{0,20}newsletter.{0,30})\\W*$',
    '^(?:help and support|did you find what you .{3,40}|was this .{0,30}helpful|rate this (?:page|article)|(?:give|share|send)(?: us)?(?: your)? feedback|help us (?:improve|make) .{3,60})\\W*$',
    '^(?:leave a (?:reply|comment)|\\d* ?comments?|join the (?:conversation|discussion))\\W*$',
    '^(?:verwandte|ähnliche|weitere) (?:artikel|beiträge)$|^articles? (?:similaires|connexes|associés|récents)$|^artículos? relacionados$|^articoli correlati$|^artigos relacionados$|^gerelateerde artikelen$',
  ].join('|'),
  'i',
)
/** More titles of this kind than a page has widgets: it is a page about something else. */
const MAX_TITLES = 12
/** With fewer rules on the page, what looks like an addition may be all that there is. */
const LEAST_RULES = 800
/** Of all rules, this share must stand before. */
const SHARE_BEFORE = 0.6

/** Ranges of blocks that follow the document and are no part of it. */
export function afterText(page: Walked, weights: Weights, total: number): Range[] {
  const found: Range[] = []
  const { blocks } = page
  if (total < LEAST_RULES) return found
  let titles = 0
  for (let i = 0; i < blocks.length && titles < MAX_TITLES; i++) {
    const block = blocks[i]!
    if (block.text.length > 90 || !isAfterTitle(blocks, i)) continue
    if (weights.legal.of({ start: 0, end: i }) < SHARE_BEFORE * total) continue
    titles++
    const range = widest(page, i, (candidate) => isAside(candidate, weights, total))
    if (range) found.push(range)
  }
  return found
}

/** A heading by name, or the first of two headings that lead to other pages. */
function isAfterTitle(blocks: readonly RawBlock[], i: number): boolean {
  const block = blocks[i]!
  if (block.kind !== 'row' && AFTER_TITLE.test(block.text)) return true
  if (!leadsElsewhere(block)) return false
  const next = blocks.slice(i + 1, i + 6).find((other) => other.kind === 'heading')
  return next !== undefined && leadsElsewhere(next)
}

function leadsElsewhere(block: RawBlock): boolean {
  if (block.kind !== 'heading' || block.linkUnits < 0.8 * block.text.length) return false
  return block.links.every((link) => !link.href.includes('#'))
}

function isAside(range: Range, weights: Weights, total: number): boolean {
  const legal = weights.legal.of(range)
  const units = weights.units.of(range)
  if (legal === 0) return true
  return legal < 0.15 * total && (weights.linkUnits.of(range) > 0.3 * units || legal < 0.3 * units)
}

/** From a block to the end of the outermost element around it for which this holds. */
function widest({ regions }: Walked, start: number, holds: (range: Range) => boolean): Range | null {
  let best: Range | null = null
  for (const region of regions) {
    if (region.start > start || region.end <= start + 1) continue
    const range = { start, end: region.end }
    if ((best === null || range.end > best.end) && holds(range)) best = range
  }
  return best
}
