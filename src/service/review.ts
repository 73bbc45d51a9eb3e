/** A person's word on a change: it is entered as a ruling with its reason, and public. */
import type { Correction } from '../core/entry.ts'
import { ClausewatchError } from '../core/error.ts'
import { formatId, parseId } from '../core/id.ts'
import { correctChange } from '../pipeline/judgement.ts'
import { openPipeline } from '../pipeline.ts'
import { systemClock } from './clock.ts'
import { openSnapshots } from './snapshots.ts'

export type Review = {
  /** Public id of a change. */
  readonly change: string
  /** Null retires it: the address stays and says so. */
  readonly correction: Correction | null
  readonly reason: string
}

/** @throws ClausewatchError `id-malformed`, `id-unknown`, and as `openPipeline` does. */
export async function reviewChange(folder: string, { change, correction, reason }: Review): Promise<void> {
  const id = parseId(change)
  if (id?.kind !== 'change')
    throw new ClausewatchError('id-malformed', `"${change}" is no id of a change`, 'write it like CW-C-000012')
  await using pipeline = await openPipeline({ folder, clock: systemClock, ...(await openSnapshots()) })
  const known = await pipeline.store.db
    .selectFrom('change')
    .select('number')
    .where('number', '=', id.number)
    .executeTakeFirst()
  if (!known)
    throw new ClausewatchError(
      'id-unknown',
      `${formatId('change', id.number)} is not in ${folder}`,
      'list what is there with `clausewatch changes`',
    )
  await pipeline.revise((work, at) => correctChange(work, id.number, correction, reason, at))
}
