/** A track as the pipeline holds it in memory, made again from its rows. */
import { EMPTY_TRACK, type TrackState } from '../stages/4-compare/index.ts'
import type { Db } from '../store/index.ts'
import { lastSequence } from '../store/record.ts'
import { readTrackMemory, type Track, trackVersions } from '../store/track.ts'

/** A track in memory: the machine's state, and which stored version and text each of its keys has now. */
export type Followed = { state: TrackState; sequence: number; versions: Map<number, StoredVersion> }

export type StoredVersion = { readonly number: number; readonly textId: number; readonly newestRecord: number }

/** The machine's state as the rows tell it. */
export async function loadTrack(db: Db, track: Track): Promise<Followed> {
  const rows = await trackVersions(db, track.id)
  const memory = await readTrackMemory(db, track.id)
  const versions = new Map<number, StoredVersion>()
  const keyOf = new Map<number, number>()
  const state = new Map<number, TrackState['versions'][number]>()
  for (const row of rows) {
    versions.set(row.key, { number: row.number, textId: row.textId, newestRecord: row.firstRecord })
    keyOf.set(row.number, row.key)
    const first = state.get(row.key)
    if (first)
      state.set(row.key, {
        ...first,
        spans: [...first.spans, ...row.spans],
        returns: first.returns + row.returns,
      })
    else {
      const { key, variant, textSha256, comparisonSha256, language, chars, spans, returns } = row
      const change = row.change && { base: keyOf.get(row.change.fromVersion)!, kind: row.change.kind }
      state.set(key, { key, variant, textSha256, comparisonSha256, language, chars, spans, returns, change })
    }
  }
  return {
    state: {
      ...EMPTY_TRACK,
      versions: [...state.values()],
      current: memory.currentKey,
      last: memory.lastVerdict && { verdict: memory.lastVerdict },
      pending: memory.pending === null ? null : JSON.parse(memory.pending),
    },
    sequence: await lastSequence(db, track.id),
    versions,
  }
}
