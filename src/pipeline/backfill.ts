/**
 * A record that was taken in after later ones of its track (an older copy of a repository came first, its whole history
 * later). The track is followed again from its beginning; versions keep their ids, changes between the same versions
 * stay, and a change that the new record splits is retired in favour of its parts, which begin with the cause
 * `backfill` and alert nobody.
 */
import type { ForeignRecord } from '../core/entry.ts'
import type { PolicyText } from '../core/policy-text.ts'
import { type Difference, EMPTY_TRACK, IMPORT_TRACK } from '../stages/4-compare/index.ts'
import type { StoredDocument } from '../store/document.ts'
import type { Db } from '../store/index.ts'
import { textFacts } from '../store/policy-text.ts'
import { foreignSequence, insertRecord, makeRoom, type TrackRecord, trackRecords } from '../store/record.ts'
import { type Track, writeTrackMemory } from '../store/track.ts'
import { compareTexts, differenceOf } from './compare-texts.ts'
import { followWith, withoutChange } from './follow-with.ts'
import { type Line, type Step, settleChanges, settleVersions } from './settle-track.ts'
import type { NewReading, Placed, TrackerOptions } from './tracker.ts'

type Between = {
  readonly document: StoredDocument
  readonly track: Track
  readonly reading: NewReading
  /** Its place among the records of the track. */
  readonly position: number
}

type Memory = {
  readonly textOf: (db: Db, id: number) => Promise<PolicyText>
  /** Of pairs of texts that were compared before. */
  readonly differences: Map<string, Difference>
}

/** Null where the record comes last, as records do. */
export async function positionBetween(db: Db, track: Track, foreign: ForeignRecord | null): Promise<number | null> {
  return foreign?.before ? foreignSequence(db, track.id, foreign.before.commit, foreign.before.path) : null
}

export async function placeBetween(db: Db, options: TrackerOptions, between: Between, memory: Memory): Promise<Placed> {
  const { document, track, reading, position } = between
  await makeRoom(db, track.id, position)
  const record = await insertRecord(db, {
    trackId: track.id,
    sequence: position,
    observedAt: reading.at,
    readingEntry: reading.reading,
    verdict: reading.entry.verdict,
    reason: reading.entry.reason,
    textId: reading.text?.id ?? null,
    rowKind: null,
    rowReason: null,
    awaiting: false,
    foreignCommit: reading.foreign?.commit ?? null,
    foreignPath: reading.foreign?.path ?? null,
    technical: reading.foreign?.technical ?? false,
  })
  const records = await trackRecords(db, track.id)
  const { steps, state } = await followAgain(db, records, memory)
  // Records are numbered as they arrive, so that ids are the same when rows are made again.
  const arrivals = records.map(({ id }) => id).sort((a, b) => a - b)
  const trigger = arrivals.indexOf(record) + 1
  const key = `${document.key.platform}/${document.key.document} ${track.kind} ${track.label} ${trigger}`
  const line: Line = {
    document,
    track,
    steps,
    variants: new Map(state.versions.map(({ key, variant }) => [key, variant])),
    keyFor: (id) => (id === record ? key : `${key}/${arrivals.indexOf(id) + 1}`),
    describe: async (from, to) => (await compare(db, document, from, to, memory)).description,
    textOf: memory.textOf,
  }
  const versions = await settleVersions(db, options, line)
  const changes = await settleChanges(db, options, line, versions)
  await writeTrackMemory(db, track.id, {
    pending: state.pending && JSON.stringify(state.pending),
    currentKey: state.current,
    lastVerdict: state.last?.verdict ?? null,
  })
  return { ...changes, newVersion: versions.made.has(record), awaiting: false }
}

/** What the machine says of every record, from the first on. */
async function followAgain(db: Db, records: readonly TrackRecord[], memory: Memory) {
  const steps: Step[] = []
  const textOfKey = new Map<number, number>()
  let state = EMPTY_TRACK
  for (const record of records) {
    const { textId, observedAt: at, sequence, verdict, technical } = record
    const text = textId === null ? null : await textFacts(db, textId)
    const pair = (key: number) => `${textOfKey.get(key)!} ${textId!}`
    const placement = await followWith(
      state,
      {
        at,
        sequence,
        verdict,
        textSha256: text?.sha256 ?? null,
        comparisonSha256: text?.comparisonSha256 ?? null,
        language: text?.language ?? null,
        chars: text?.chars ?? 0,
      },
      IMPORT_TRACK,
      { difference: (key) => memory.differences.get(pair(key)) },
      async (key) => {
        const [old, now] = await Promise.all([textOfKey.get(key)!, textId!].map((id) => memory.textOf(db, id)))
        memory.differences.set(pair(key), differenceOf(old!, now!))
      },
    )
    const { version } = placement
    if (version.step === 'create') textOfKey.set(version.version, textId!)
    const created = version.step === 'create' ? version.version : null
    state = technical ? withoutChange(placement.state, created) : placement.state
    steps.push({ record, text, placement })
  }
  return { steps, state }
}

async function compare(db: Db, document: StoredDocument, from: number, to: number, { textOf }: Memory) {
  const [old, now] = await Promise.all(
    [from, to].map(async (id) => ({ text: await textOf(db, id), dates: await textFacts(db, id) })),
  )
  return compareTexts({ platform: document.platformName, title: document.title, type: document.type }, old!, now!)
}
