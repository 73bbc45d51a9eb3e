/** The last step of every reader: raw blocks to the blocks of a policy text, with numbers, heading paths and links. */
import type { Block, Link, PolicyText } from '../../../core/policy-text.ts'
import { codePointLength } from '../../../core/policy-text.ts'
import { takeNumber } from './number.ts'
import type { RawBlock, RawLink } from './raw-block.ts'

export function finish(raw: readonly RawBlock[]): PolicyText {
  const blocks: Block[] = []
  const path: { level: number; text: string }[] = []
  for (const block of raw) {
    const shaped = finishBlock(block)
    if (!shaped) continue
    const isHeading = shaped.kind === 'heading'
    if (isHeading) while (path.length > 0 && path[path.length - 1]!.level >= shaped.depth) path.pop()
    blocks.push({ ...shaped, headingPath: path.map((heading) => heading.text) })
    if (isHeading) path.push({ level: shaped.depth, text: shaped.text })
  }
  return { format: 1, blocks }
}

function finishBlock(raw: RawBlock): Omit<Block, 'headingPath'> | null {
  const flat = raw.text.replaceAll('\n', ' ').toWellFormed()
  const printed = raw.kind === 'row' ? null : takeNumber(flat)
  const cut = printed ? flat.length - printed.rest.length : 0
  const text = printed ? printed.rest : flat
  if (text.trim() === '') return null
  return {
    kind: raw.kind,
    depth: raw.depth,
    number: printed?.number ?? raw.counter,
    text: text.normalize('NFC'),
    links: placeLinks(raw.links, text, cut),
  }
}

/** Positions in code points of the normalised text, counted on from one link to the next. */
function placeLinks(raw: readonly RawLink[], text: string, cut: number): Link[] {
  const links: Link[] = []
  let at = 0
  let counted = 0
  const countTo = (position: number): number => {
    counted += codePointLength(text.slice(at, position).normalize('NFC'))
    at = position
    return counted
  }
  for (const link of raw) {
    if (link.end <= cut) continue
    const start = countTo(Math.max(at, link.start - cut))
    links.push({ start, end: countTo(Math.max(at, link.end - cut)), href: link.href })
  }
  return links
}
