/** Begins to read foreign records before their turn. */
import type { Pipeline } from '../../pipeline.ts'
import { documentByKey } from '../../store/document.ts'
import { findTrack } from '../../store/track.ts'
import type { ForeignInput } from '../foreign-input.ts'
import type { ReadAhead } from './index.ts'

/** What comes back is for `takeForeign`, in the same order; raw captures and removals are as they were. */
export async function lookAhead(
  pipeline: Pipeline,
  ahead: ReadAhead,
  records: readonly ForeignInput[],
): Promise<readonly ForeignInput[]> {
  const { db } = pipeline.store
  const begun: ForeignInput[] = []
  for (const record of records) {
    const { key, platform, document, bytes, mediaType, foreign } = record
    // What comes between is read in its turn: threads know the texts before those that come next.
    if (!bytes || record.capture || foreign.before) {
      begun.push(record)
      continue
    }
    const stored = await documentByKey(db, key)
    const track = `${key.platform}/${key.document}`
    const unseen = stored && !ahead.knows(track) ? await findTrack(db, stored.number, 'import', foreign.archive) : null
    const answer = ahead.read({
      track,
      document: stored
        ? { platform: stored.platformName, title: stored.title, type: stored.type }
        : { platform: platform.name, title: document.title, type: document.type },
      bytes,
      mediaType,
      receivedAt: foreign.recordedAt,
      seed: unseen && (await pipeline.onDisplay(db, unseen)),
    })
    begun.push({ ...record, ahead: answer })
  }
  return begun
}
