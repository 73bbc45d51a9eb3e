/** Rulings about changes: what a version between its own split is retired, and what a person corrects is revised. */
import type { Correction, RulingEntry } from '../core/entry.ts'
import { formatId, parseId } from '../core/id.ts'
import { appendRevision, newestRevision, retireChange } from '../store/change.ts'
import type { Db } from '../store/index.ts'
import { replacePassages } from '../store/sibling.ts'
import type { Work } from './batch.ts'
import type { SplitChange } from './settle-track.ts'

export async function retireSplit(work: Work, split: readonly SplitChange[], ruledAt: string): Promise<void> {
  for (const { change, parts } of split) {
    const ids = parts.map((part) => formatId('change', part))
    const reason = `a version between its own was taken in later; see ${ids.join(' and ') || 'the versions'}`
    await rule(work, { ruling: 'retired', subject: formatId('change', change), reason, ruledAt, parts: ids })
  }
}

/** A person's word on a change; `null` retires it. */
export async function correctChange(
  work: Work,
  change: number,
  correction: Correction | null,
  reason: string,
  ruledAt: string,
): Promise<void> {
  const subject = formatId('change', change)
  if (correction === null) await rule(work, { ruling: 'retired', subject, reason, ruledAt })
  else await rule(work, { ruling: 'corrected', subject, reason, ruledAt, correction })
}

async function rule(work: Work, ruling: Omit<RulingEntry, 'kind'>): Promise<void> {
  const entry: RulingEntry = { kind: 'ruling', ...ruling }
  work.emit(entry)
  await applyJudgement(work.db, entry)
}

/** Rows of a ruling about a change; the same when it is made and when rows are made again. */
export async function applyJudgement(db: Db, entry: RulingEntry): Promise<void> {
  const { ruling, subject, reason, ruledAt: at, parts, correction } = entry
  const id = parseId(subject)
  if (id?.kind !== 'change') return
  if (ruling === 'retired') {
    await replacePassages(db, id.number, [])
    await retireChange(db, id.number, { at, reason, cause: parts ? 'backfill' : 'review' })
  }
  if (ruling !== 'corrected' || !correction) return
  const { description } = await newestRevision(db, id.number)
  const reasons = [`corrected by a person: ${reason}`, ...description.reasons]
  await appendRevision(db, id.number, { ...description, ...correction, reasons }, 'review', at)
}
