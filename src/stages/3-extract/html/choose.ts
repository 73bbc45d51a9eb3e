/** Finds the document on its page by the shape of legal text: where the prose stands, and what surrounds it. */
import type { RawBlock } from '../shape/raw-block.ts'
import { isMainLandmark } from './surroundings.ts'
import type { Region, Walked } from './walk.ts'

/** Below this many units a block says too little to count as prose. */
const PROSE_UNITS = 60

export function choose(page: Walked): RawBlock[] {
  const { blocks, regions } = page
  const mass = new Prefix(blocks.map(proseUnits))
  const total = mass.between(0, blocks.length)
  const isAround = aroundMask(page, mass, total)
  const inner = new Prefix(blocks.map((block, i) => (isAround[i] ? 0 : proseUnits(block))))
  let { start, end } = descend(regions, inner, blocks.length)
  start = climbToTitle(blocks, isAround, start)
  const chosen: RawBlock[] = []
  for (let i = start; i < end; i++) if (!isAround[i] && !isNoise(blocks[i]!)) chosen.push(blocks[i]!)
  return chosen
}

/** Units outside of links, where the block reads as prose. */
export function proseUnits(block: RawBlock): number {
  const own = block.text.length - block.linkUnits
  return block.kind === 'heading' || own < PROSE_UNITS ? 0 : own
}

class Prefix {
  private readonly sums: Float64Array
  constructor(values: readonly number[]) {
    this.sums = new Float64Array(values.length + 1)
    for (let i = 0; i < values.length; i++) this.sums[i + 1] = this.sums[i]! + values[i]!
  }
  between(start: number, end: number): number {
    return this.sums[end]! - this.sums[start]!
  }
}

/** Blocks that belong to what surrounds the document. A claim is ignored where it covers most of the prose. */
function aroundMask({ regions, blocks }: Walked, mass: Prefix, total: number): boolean[] {
  const mask = new Array<boolean>(blocks.length).fill(false)
  for (const region of regions) {
    if (!region.surrounding) continue
    const own = mass.between(region.start, region.end)
    if (own > 0.4 * total) continue
    if (region.surrounding === 'header' && holdsTitle(blocks, region)) continue
    mask.fill(true, region.start, region.end)
  }
  return mask
}

function holdsTitle(blocks: readonly RawBlock[], region: Region): boolean {
  for (let i = region.start; i < region.end; i++)
    if (blocks[i]!.kind === 'heading' && blocks[i]!.depth === 1) return true
  return false
}

function descend(regions: readonly Region[], mass: Prefix, count: number): { start: number; end: number } {
  const children = new Map<number, Region[]>()
  regions.forEach((region) => {
    const list = children.get(region.parent)
    if (list) list.push(region)
    else children.set(region.parent, [region])
  })
  const indexOf = new Map(regions.map((region, i) => [region, i]))
  let current = { index: -1, start: 0, end: count }
  for (;;) {
    const own = mass.between(current.start, current.end)
    let next: Region | null = null
    for (const child of children.get(current.index) ?? []) {
      const share = mass.between(child.start, child.end) / (own || 1)
      if (share >= (isMainLandmark(child.element) ? 0.6 : 0.95)) next = child
    }
    if (!next) return current
    current = { index: indexOf.get(next)!, start: next.start, end: next.end }
  }
}

/** The title may stand outside of the element that holds the text. */
function climbToTitle(blocks: readonly RawBlock[], isAround: readonly boolean[], start: number): number {
  for (let i = start; i < Math.min(blocks.length, start + 4); i++) {
    if (blocks[i]!.kind === 'heading' && blocks[i]!.depth === 1) return start
  }
  for (let i = start - 1; i >= Math.max(0, start - 12); i--) {
    if (isAround[i]) continue
    if (blocks[i]!.kind === 'heading' && blocks[i]!.depth === 1) return i
    if (proseUnits(blocks[i]!) > 0) return start
  }
  return start
}

const NOISE =
  /^(?:(?:back to|return to|go to) (?:the )?top(?: of (?:the )?page)?|top of page|top|print(?: this page| page)?|share(?: this page)?|copy link|skip to (?:the )?(?:main )?content|download (?:as )?pdf|(?:on|in) this page|table of contents|jump to.{0,20}|expand all|collapse all|was this (?:page|article|information) helpful\??)$/i

function isNoise(block: RawBlock): boolean {
  return block.text.length < 60 && NOISE.test(block.text.replace(/\s+/g, ' '))
}
