/** How far a stage has been run again with the versions of today, kept in the database: a stopped run goes on there. */
import { readState, writeState } from '../../store/archive-state.ts'
import type { Store } from '../../store/index.ts'

export type Progress = {
  /** What was looked at last; 0 at the beginning. */
  readonly through: number
  reach(through: number): Promise<void>
}

/** With other stage versions, or `again`, it begins at the beginning. */
export async function openProgress(
  store: Store,
  stage: string,
  versions: Readonly<Record<string, string>>,
  again: boolean,
): Promise<Progress> {
  const key = `reprocess ${stage}`
  const made = JSON.stringify(versions)
  const kept = await readState(store.db, key)
  const known = kept === null ? null : (JSON.parse(kept) as { readonly versions: string; readonly through: number })
  let through = known && !again && known.versions === made ? known.through : 0
  return {
    get through() {
      return through
    },
    async reach(reached) {
      through = reached
      await store.transaction((db) => writeState(db, key, JSON.stringify({ versions: made, through })))
    },
  }
}
