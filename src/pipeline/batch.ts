/** A batch: entries and their rows, which are there together or not at all. */
import type { Entry } from '../core/entry.ts'
import type { Archive } from '../stages/2-archive/index.ts'
import { setAppliedEntries } from '../store/archive-state.ts'
import type { Db, Store } from '../store/index.ts'
import type { Evidence } from './extraction.ts'

/** One piece of work: its rows, and its entries, which are durable before the rows are. */
export type Work = Evidence & {
  readonly db: Db
  /** Adds an entry and gives the position that it will have. */
  emit(entry: Entry): number
}

/**
 * Snapshots are durable before entries, entries before rows. When the process dies between entries and rows, the
 * rows are made again on start. Only one batch may run at a time: it tells the positions of its entries beforehand.
 */
export async function runBatch<T>(store: Store, archive: Archive, work: (work: Work) => Promise<T>): Promise<T> {
  const entries: Entry[] = []
  const first = archive.size
  return await store.transaction(async (db) => {
    const result = await work({
      db,
      emit: (entry) => first + entries.push(entry) - 1,
      entryAt: async (position) => entries[position - first] ?? archive.entryAt(position),
      readSnapshot: (sha256) => archive.readSnapshot(sha256),
    })
    if (entries.length === 0) await archive.flush()
    else {
      await archive.append(entries)
      await setAppliedEntries(db, first + entries.length)
    }
    return result
  })
}
