/**
 * Where likeness of provisions begins. Every labelled provision is held against provisions of other platforms: as many
 * of other main types as there are of its own. How near the nearest of another type comes, by chance and by the common
 * words of contracts, shows below which likeness nothing should be called alike.
 *
 *   node bench/likeness.ts [SHARED]     (default: ../shared beside the repository)
 */
import path from 'node:path'
import type { ProvisionType } from '../src/core/provision.ts'
import { isSameStance, LIKE_FROM, likenessTo, stanceOf } from '../src/stages/5-analyse/likeness/index.ts'
import { type GoldRow, readGold } from './classify/gold-rows.ts'

const PER_TYPE = 25
const POOL = 150

const shared = process.argv[2] ?? path.join(import.meta.dirname, '../../shared')
const rows = readGold(path.join(shared, 'gold'))
if (rows === undefined) process.stdout.write(`skipped: no labelled blocks under ${shared}\n`)
else measure(rows.filter(({ types, text }) => types.length > 0 && text.length >= 60))

function measure(provisions: readonly GoldRow[]): void {
  const types = [...new Set(provisions.map(({ types }) => types[0]!))].sort()
  const unrelated: number[] = []
  const related: { readonly likeness: number; readonly same: boolean; readonly stance: boolean }[] = []
  for (const type of types) {
    const own = provisions.filter((row) => row.types[0] === type)
    const others = provisions.filter((row) => !row.types.includes(type))
    for (const row of spread(own, PER_TYPE)) {
      const ofType = spread(foreign(own, row), POOL)
      const ofOthers = spread(foreign(others, row), ofType.length)
      const likeness = likenessTo(
        row.text,
        [...ofType, ...ofOthers].map(({ text }) => text),
      )
      unrelated.push(Math.max(0, ...likeness.slice(ofType.length)))
      const best = likeness.slice(0, ofType.length).reduce((top, one, at, all) => (one > all[top]! ? at : top), 0)
      const near = ofType[best]
      if (near)
        related.push({
          likeness: likeness[best]!,
          same: near.types.join() === row.types.join() && near.severity === row.severity,
          stance: sameStance(type, row, near),
        })
    }
  }
  unrelated.sort((a, b) => a - b)
  const at = (share: number): number => round(unrelated[Math.floor(share * (unrelated.length - 1))]!)
  const close = related.filter(({ likeness }) => likeness >= LIKE_FROM)
  const far = related.filter(({ likeness }) => likeness < LIKE_FROM)
  const share = (list: readonly unknown[], all: readonly unknown[]): number => round(list.length / (all.length || 1))
  process.stdout.write(
    `${JSON.stringify(
      {
        measuredOn: new Date().toISOString().slice(0, 10),
        provisions: unrelated.length,
        nearestOfAnotherType: { median: at(0.5), p95: at(0.95), p98: at(0.98), p99: at(0.99) },
        likeFrom: LIKE_FROM,
        othersBelow: share(
          unrelated.filter((one) => one < LIKE_FROM),
          unrelated,
        ),
        withOneClose: share(close, related),
        sameTypesAndSeverity: {
          close: share(
            close.filter(({ same }) => same),
            close,
          ),
          none: share(
            far.filter(({ same }) => same),
            far,
          ),
        },
        sameStance: {
          close: share(
            close.filter(({ stance }) => stance),
            close,
          ),
          none: share(
            far.filter(({ stance }) => stance),
            far,
          ),
        },
      },
      null,
      1,
    )}\n`,
  )
}

function sameStance(type: ProvisionType, a: GoldRow, b: GoldRow): boolean {
  return isSameStance(stanceOf(type, a.text), stanceOf(type, b.text))
}

function foreign(list: readonly GoldRow[], row: GoldRow): GoldRow[] {
  return list.filter(({ platform, text }) => platform !== row.platform && text !== row.text)
}

/** At most so many, evenly spread over the list: the same ones at every run. */
function spread<Item>(list: readonly Item[], atMost: number): Item[] {
  if (list.length <= atMost) return [...list]
  return Array.from({ length: atMost }, (_, i) => list[Math.floor((i * list.length) / atMost)]!)
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
