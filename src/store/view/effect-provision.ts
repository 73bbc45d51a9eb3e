/** Which provisions the effects of a change are about: by the blocks that an effect names, in the analysis of today. */
import type { Effect } from '../../core/change.ts'
import type { Db } from '../index.ts'
import { type ProvisionPlace, provisionsOfVersion } from './provision.ts'

/** One list an effect, in their order: of the new version, or of the old one where nothing is left. */
export async function provisionsOfEffects(
  db: Db,
  change: { readonly fromVersion: number; readonly toVersion: number },
  effects: readonly Effect[],
): Promise<readonly (readonly ProvisionPlace[])[]> {
  const [before, after] = await Promise.all([
    provisionsOfVersion(db, change.fromVersion),
    provisionsOfVersion(db, change.toVersion),
  ])
  return effects.map(({ oldBlocks, newBlocks }) => {
    const now = placesAt(after ?? [], newBlocks)
    return now.length > 0 ? now : placesAt(before ?? [], oldBlocks)
  })
}

function placesAt(places: readonly ProvisionPlace[], blocks: readonly number[]): readonly ProvisionPlace[] {
  return places.filter(({ first, last }) => blocks.some((at) => at >= first && at <= last))
}
