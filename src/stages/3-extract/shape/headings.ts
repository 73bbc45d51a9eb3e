/**
 * Headings that the page marks only by style: a short bold paragraph, a numbered line in capitals or title case, the
 * title in a plain `<div>`. Their depth follows their number, beneath the last heading that the page does mark.
 */
import { familyOf } from './document-family.ts'
import { couldBeHeading } from './lines.ts'
import { takeNumber } from './number.ts'
import type { RawBlock } from './raw-block.ts'

/** A heading found by style has depth 0 until its place among the others is known. */
const UNKNOWN_DEPTH = 0

export function findHeadings(blocks: readonly RawBlock[]): RawBlock[] {
  const found = blocks.map((block, i) => (isStyledHeading(block, blocks[i + 1]) ? asHeading(block) : block))
  if (found[0] && found[0].kind === 'paragraph' && isTitle(found[0]))
    found[0] = { ...found[0], kind: 'heading', depth: 1 }
  return withDepths(found)
}

function asHeading(block: RawBlock): RawBlock {
  return { ...block, kind: 'heading', depth: UNKNOWN_DEPTH }
}

function isTitle(block: RawBlock): boolean {
  return block.text.length < 90 && familyOf(block.text) !== null && !/[.:;,]$/.test(block.text) && block.linkUnits === 0
}

function isStyledHeading(block: RawBlock, next: RawBlock | undefined): boolean {
  if (block.kind !== 'paragraph' || block.depth > 0 || !next) return false
  const { text } = block
  if (text.length > 100 || !couldBeHeading(text) || block.linkUnits > text.length / 2) return false
  if (next.kind === 'heading' && block.bold.length === 0) return false
  if (isAllBold(block)) return true
  const printed = takeNumber(text)
  const words = printed?.rest ?? text
  if (/[.:;]$/.test(words)) return false
  if (isCapitals(words)) return words.length >= 4
  return printed !== null && !/^\(|\)$/.test(printed.number) && isTitleCase(words) && next.text.length > words.length
}

function isAllBold(block: RawBlock): boolean {
  const bold = block.bold.reduce((sum, span) => sum + span.end - span.start, 0)
  return bold >= block.text.length - 2
}

function isCapitals(text: string): boolean {
  return /\p{Lu}{3}/u.test(text) && !/\p{Ll}/u.test(text)
}

/** "Limitation of Liability": every long word begins with a capital, or there are few words. */
function isTitleCase(text: string): boolean {
  if (!/^\p{Lu}/u.test(text) || text.length > 80) return false
  const words = text.split(/\s+/)
  if (words.length <= 3) return true
  const long = words.filter((word) => word.length > 4)
  return long.filter((word) => /^[\p{Lu}\p{N}“"'(]/u.test(word)).length >= 0.8 * long.length
}

/** Gives found headings their depth: below the last marked one, and by the parts of their numbers among themselves. */
function withDepths(blocks: readonly RawBlock[]): RawBlock[] {
  let marked = 0
  let numbered = false
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block
    if (block.depth !== UNKNOWN_DEPTH) {
      marked = block.depth
      numbered = false
      return block
    }
    const printed = takeNumber(block.text)
    if (printed) numbered = true
    const parts = printed ? (printed.number.match(/[^.()\s]+/g)?.length ?? 1) : numbered ? 2 : 1
    return { ...block, depth: Math.min(6, marked + parts) }
  })
}
