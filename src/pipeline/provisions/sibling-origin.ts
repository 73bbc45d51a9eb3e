/** A passage that moved here from a sibling document of the platform keeps its provision. */
import type { BlockRange } from '../../core/provision.ts'
import { newestRevision } from '../../store/change.ts'
import type { Db } from '../../store/index.ts'
import { type AwaitingVersion, changeEnds, changeTo, placesOf } from '../../store/provision.ts'

/**
 * Answers, for a range of a version's blocks, which provision left a sibling with a change linked to the one that led
 * here; null where none did. Only one that had left before: what is still there is another provision, and its end
 * names its successor.
 */
export async function siblingOrigins(
  db: Db,
  version: AwaitingVersion,
): Promise<(range: BlockRange, taken: ReadonlySet<number>) => number | null> {
  const change = await changeTo(db, version.number)
  if (change === null) return () => null
  const origins: { readonly blocks: readonly number[]; readonly provisions: readonly number[] }[] = []
  const { description } = await newestRevision(db, change)
  for (const { sibling, newBlocks } of description.effects) {
    if (sibling && newBlocks.length > 0)
      origins.push({ blocks: newBlocks, provisions: await leftWith(db, sibling.change, change, version.number) })
  }
  return (range, taken) =>
    origins
      .filter(({ blocks }) => blocks.some((at) => isIn(at, range)))
      .flatMap(({ provisions }) => provisions)
      .find((number) => !taken.has(number)) ?? null
}

async function leftWith(db: Db, leaving: number, coming: number, before: number): Promise<readonly number[]> {
  const { from, to } = await changeEnds(db, leaving)
  if (to >= before) return []
  const { description } = await newestRevision(db, leaving)
  const gone = description.effects.filter(({ sibling }) => sibling?.change === coming).flatMap((one) => one.oldBlocks)
  const stillThere = new Set((await placesOf(db, to))?.map(({ provision }) => provision))
  return ((await placesOf(db, from)) ?? [])
    .filter((place) => gone.some((at) => isIn(at, place)) && !stillThere.has(place.provision))
    .map(({ provision }) => provision)
}

function isIn(at: number, { first, last }: BlockRange): boolean {
  return at >= first && at <= last
}
