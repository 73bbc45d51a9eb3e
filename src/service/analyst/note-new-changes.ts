/** Notes of the operator's language model on changes that checks have found, written while nobody holds the archive. */
import { openStore } from '../../store/index.ts'
import { systemClock } from '../clock.ts'
import type { FollowOrder } from '../following.ts'
import { annotateChange } from './annotate.ts'
import { openAnalyst } from './index.ts'

/** A slow model does not hold up checks that are due: what is left waits for the next round. */
const BUDGET_MS = 120_000

/** Takes the changes off the list as they are done; all of them where no model is named. @throws ClausewatchError as `openStore` does. */
export async function noteNewChanges(
  { folder, settings: { model } }: FollowOrder,
  unnoted: number[],
  stopped: AbortSignal,
): Promise<void> {
  if (!model) unnoted.length = 0
  if (!model || unnoted.length === 0) return
  const signal = AbortSignal.any([stopped, AbortSignal.timeout(BUDGET_MS)])
  await using store = await openStore(folder)
  await using opened = openAnalyst(model, { store, clock: systemClock })
  while (unnoted.length > 0 && !signal.aborted) {
    await annotateChange(store.db, unnoted[0]!, opened.analyst, { signal })
    if (!signal.aborted) unnoted.shift()
  }
}
