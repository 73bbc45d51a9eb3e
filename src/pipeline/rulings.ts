/** Rulings that took records down, by what they are about. */
import type { RulingEntry } from '../core/entry.ts'
import type { Archive } from '../stages/2-archive/index.ts'

/** Asked only where something is missing, so that the log is read through for it once at most. */
export function createWithdrawals(archive: Archive): (subject: string) => Promise<RulingEntry | null> {
  let reading: Promise<ReadonlyMap<string, RulingEntry>> | null = null
  return async (subject) => {
    reading ??= readWithdrawals(archive)
    return (await reading).get(subject) ?? null
  }
}

async function readWithdrawals(archive: Archive): Promise<ReadonlyMap<string, RulingEntry>> {
  const found = new Map<string, RulingEntry>()
  for await (const { entry } of archive.entriesFrom(0))
    if (entry.kind === 'ruling' && entry.ruling === 'withdrawn') found.set(entry.subject, entry)
  return found
}
