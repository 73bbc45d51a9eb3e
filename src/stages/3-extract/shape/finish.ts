/** The last step of every reader: raw blocks to the blocks of a policy text, with numbers, heading paths and links. */
import type { Block, Link, PolicyText } from '../../../core/policy-text.ts'
import { codePointLength } from '../../../core/policy-text.ts'
import { takeNumber } from './number.ts'
import type { RawBlock } from './raw-block.ts'

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
  const links: Link[] = []
  for (const { start, end, href } of raw.links) {
    if (end <= cut) continue
    const from = normalisedLength(text.slice(0, Math.max(0, start - cut)))
    links.push({ start: from, end: from + normalisedLength(text.slice(Math.max(0, start - cut), end - cut)), href })
  }
  return {
    kind: raw.kind,
    depth: raw.depth,
    number: printed?.number ?? raw.counter,
    text: text.normalize('NFC'),
    links,
  }
}

function normalisedLength(text: string): number {
  return codePointLength(text.normalize('NFC'))
}
