/**
 * Where a reading goes in its track: asks the pure machine of stage 4 (`follow`) and stores what it decides, as
 * records, versions, spans, changes and revisions. Keeps the state of tracks in memory, which is sound because one
 * process writes at a time; after a batch that failed the pipeline makes a new one.
 */
import type { Verdict } from '../core/capture.ts'
import type { ChangeDescription } from '../core/change.ts'
import type { ForeignRecord, ReadingEntry } from '../core/entry.ts'
import type { IdKind } from '../core/id.ts'
import { type PolicyText, plainText } from '../core/policy-text.ts'
import {
  CAPTURE_TRACK,
  type Difference,
  IMPORT_TRACK,
  type Observation,
  type Placement,
  type TrackState,
} from '../stages/4-compare/index.ts'
import { reviseKind } from '../store/change.ts'
import type { StoredDocument } from '../store/document.ts'
import type { Db } from '../store/index.ts'
import { readText, type StoredText, textFacts } from '../store/policy-text.ts'
import { insertRecord, placeRecord } from '../store/record.ts'
import { type Track, writeTrackMemory } from '../store/track.ts'
import { extendSpan, insertVersion, openSpan, setVariant } from '../store/version.ts'
import type { ComparedAhead } from './ahead/read-record.ts'
import { placeBetween, positionBetween } from './backfill.ts'
import { type ComparedSide, compareTexts, differenceOf, exactDate, isNoiseBetween } from './compare-texts.ts'
import { followWith, type Question, TECHNICAL_REASON, withoutChange } from './follow-with.ts'
import { type Followed, loadTrack } from './load-track.ts'
import type { SplitChange } from './settle-track.ts'
import { storeChange } from './siblings.ts'
import { type Said, withheldComparison } from './withheld.ts'

/** Texts kept in memory for comparing: the newest of many documents. */
const MAX_TEXTS = 100
/** How pairs of texts differ, kept: a page that alternates brings the same pairs again and again. */
const MAX_DIFFERENCES = 2_000

export type Placed = {
  readonly changes: readonly number[]
  readonly newVersion: boolean
  readonly awaiting: boolean
  /** Changes that a record between others split, and their parts. */
  readonly split?: readonly SplitChange[]
}

export type NewReading = {
  readonly at: string
  readonly reading: number
  readonly entry: ReadingEntry
  readonly text: StoredText | null
  readonly policyText: PolicyText
  readonly foreign: ForeignRecord | null
  /** A comparison that was made before its turn, with the text of this name; used where that is the one on display. */
  readonly compared?: ComparedAhead | null
}

/** The text on display in a track. */
export type OnDisplay = ComparedSide & {
  readonly name: string
  readonly plain: string
  readonly language: string | null
}

export type Tracker = {
  /** Stores a reading as the next record of its track. */
  place(db: Db, document: StoredDocument, track: Track, reading: NewReading): Promise<Placed>
  /** The version observed last was seen again, in the same bytes. After a gap another span of it opens. */
  seenAgain(db: Db, track: Track, at: string, afterGap: boolean): Promise<void>
  /** Verdict of the newest record; null before the first. */
  lastVerdict(db: Db, track: Track): Promise<Verdict | null>
  /** Whether a doubtful text waits for a second capture. */
  awaits(db: Db, track: Track): Promise<boolean>
  /** For judging the next capture; null before the first version. */
  onDisplay(db: Db, track: Track): Promise<OnDisplay | null>
  /** Its name alone, which costs nothing. */
  nameOnDisplay(db: Db, track: Track): Promise<string | null>
}

export type TrackerOptions = {
  readonly idFor: (kind: IdKind, naturalKey: string) => number
  readonly now: () => string
  readonly stages: Readonly<Record<string, string>>
  /** What is still said of the change with this natural key, where a text on one of its sides was taken down. */
  readonly saidOf: (naturalKey: string) => Promise<Said>
}

export function createTracker(options: TrackerOptions): Tracker {
  const followed = new Map<number, Followed>()
  const texts = new Map<number, PolicyText>()
  const plain = new WeakMap<PolicyText, string>()
  const differences = new Map<string, Difference>()

  const tracked = async (db: Db, track: Track): Promise<Followed> => {
    const known = followed.get(track.id)
    if (known) return known
    const loaded = await loadTrack(db, track)
    followed.set(track.id, loaded)
    return loaded
  }
  const textOf = async (db: Db, id: number): Promise<PolicyText> => {
    const known = texts.get(id)
    if (known) {
      texts.delete(id)
      texts.set(id, known)
      return known
    }
    const text = await readText(db, id)
    keep(texts, id, text, MAX_TEXTS)
    return text
  }

  return {
    async awaits(db, track) {
      return (await tracked(db, track)).state.pending !== null
    },

    async onDisplay(db, track) {
      const { state, versions } = await tracked(db, track)
      if (state.current === null) return null
      const { textId } = versions.get(state.current)!
      const { sha256, language, stated, effective } = await textFacts(db, textId)
      const text = await textOf(db, textId)
      const joined = plain.get(text) ?? plainText(text)
      plain.set(text, joined)
      return { text, dates: { stated, effective }, name: sha256, plain: joined, language }
    },

    async nameOnDisplay(db, track) {
      const { state } = await tracked(db, track)
      return state.versions.find(({ key }) => key === state.current)?.textSha256 ?? null
    },

    async lastVerdict(db, track) {
      return (await tracked(db, track)).state.last?.verdict ?? null
    },

    async seenAgain(db, track, at, afterGap) {
      const known = await tracked(db, track)
      const { state } = known
      if (state.current === null) return
      const { number, newestRecord } = known.versions.get(state.current)!
      if (afterGap) await openSpan(db, number, at, newestRecord)
      else await extendSpan(db, number, at, null)
      known.state = {
        ...state,
        versions: state.versions.map((version) =>
          version.key === state.current ? { ...version, spans: withSpan(version.spans, at, afterGap) } : version,
        ),
      }
    },

    async place(db, document, track, reading) {
      if (reading.text) keep(texts, reading.text.id, reading.policyText, MAX_TEXTS)
      const position = await positionBetween(db, track, reading.foreign)
      if (position !== null) {
        const placed = await placeBetween(db, options, { document, track, reading, position }, { textOf, differences })
        followed.clear()
        return placed
      }
      const known = await tracked(db, track)
      const compared = new Map<number, Comparison>()
      /** Versions from which more than noise leads to this text: what else does was not asked. */
      const news = new Set<number>()
      const describeFrom = async (key: number): Promise<ChangeDescription> => {
        const { textId } = known.versions.get(key)!
        const about = { platform: document.platformName, title: document.title, type: document.type }
        const from = { text: await textOf(db, textId), dates: await textFacts(db, textId) }
        return (await compareTexts(about, from, { text: reading.policyText, dates: reading.text! })).description
      }
      const compareWith = async (key: number, question: Question): Promise<void> => {
        const { textId } = known.versions.get(key)!
        const from = await textOf(db, textId)
        if (from.blocks.length === 0 || reading.policyText.blocks.length === 0) {
          const said = await options.saidOf(keyOf(document, track, known.sequence + 1))
          const { difference, description } = withheldComparison(said)
          compared.set(key, { difference, describe: async () => description })
          return
        }
        const pair = `${textId} ${reading.text!.id}`
        if (question === 'is-noise' && !differences.has(pair) && !isNoiseBetween(from, reading.policyText)) {
          news.add(key)
          return
        }
        const difference = differences.get(pair) ?? differenceOf(from, reading.policyText)
        keep(differences, pair, difference, MAX_DIFFERENCES)
        compared.set(key, { difference, describe: () => describeFrom(key) })
      }
      const current = known.state.versions.find(({ key }) => key === known.state.current)
      if (reading.compared?.difference && current?.textSha256 === reading.compared.name) {
        const { difference, description } = reading.compared
        compared.set(current.key, { difference, describe: async () => description ?? describeFrom(current.key) })
      }
      const settings = track.kind === 'own' ? CAPTURE_TRACK : IMPORT_TRACK
      const placement = await followWith(
        known.state,
        observe(reading, known.sequence + 1, track.kind === 'own' && document.failures > 0),
        settings,
        { difference: (key) => compared.get(key)?.difference, isNews: (key) => news.has(key) },
        compareWith,
      )
      const { revisedTracks, ...placed } = await storePlacement(
        db,
        options,
        document,
        track,
        known,
        reading,
        placement,
        compared,
        textOf,
      )
      // What a sibling taught about a change stands in its row: the track is read again when it is needed.
      for (const trackId of revisedTracks) followed.delete(trackId)
      return placed
    },
  }
}

/** What follows of a pair of texts; described only where a change is made of it. */
type Comparison = { readonly difference: Difference; describe(): Promise<ChangeDescription> }

type Spans = TrackState['versions'][number]['spans']

function withSpan(spans: Spans, at: string, opens: boolean): Spans {
  const last = spans.at(-1)!
  return opens
    ? [...spans, { from: at, to: at, records: 1 }]
    : [...spans.slice(0, -1), { ...last, to: at, records: last.records + 1 }]
}

function observe(
  { at, entry, text }: NewReading,
  sequence: number,
  afterGap: boolean,
): Omit<Observation, 'difference' | 'isNoise'> {
  return {
    at,
    afterGap,
    sequence,
    verdict: entry.verdict,
    textSha256: text?.sha256 ?? null,
    comparisonSha256: text?.comparisonSha256 ?? null,
    language: text?.language ?? null,
    chars: text?.chars ?? 0,
  }
}

async function storePlacement(
  db: Db,
  { idFor, now, stages }: TrackerOptions,
  document: StoredDocument,
  track: Track,
  known: Followed,
  reading: NewReading,
  placement: Placement,
  compared: ReadonlyMap<number, Comparison>,
  textOf: (db: Db, id: number) => Promise<PolicyText>,
): Promise<Placed & { readonly revisedTracks: readonly number[] }> {
  const { row, version: step, awaiting, revisions } = placement
  const technical = reading.foreign?.technical ?? false
  // What a foreign archive changed itself is a version of its track, and no change of the document.
  const published = row.kind === 'change' && !technical
  const sequence = known.sequence + 1
  const record = await insertRecord(db, {
    trackId: track.id,
    sequence,
    observedAt: reading.at,
    readingEntry: reading.reading,
    verdict: reading.entry.verdict,
    reason: reading.entry.reason,
    textId: reading.text?.id ?? null,
    rowKind: row.kind === 'none' || published ? null : row.kind === 'change' ? 'noise' : row.kind,
    rowReason: row.kind === 'none' ? null : row.kind === 'change' && technical ? TECHNICAL_REASON : row.reason,
    awaiting: awaiting !== null,
    foreignCommit: reading.foreign?.commit ?? null,
    foreignPath: reading.foreign?.path ?? null,
    technical,
  })
  const base = row.kind === 'change' ? known.versions.get(row.base)! : null
  const makesVersion = step.step === 'create' || (step.step === 'reopen' && published)
  const key = keyOf(document, track, sequence)
  let versionNumber: number | null = null
  if (makesVersion) {
    versionNumber = idFor('version', key)
    const variant =
      step.step === 'create' ? step.variant : placement.state.versions.find((one) => one.key === step.version)!.variant
    await insertVersion(db, {
      number: versionNumber,
      documentNumber: document.number,
      trackId: track.id,
      key: step.version,
      variant,
      textId: reading.text!.id,
      firstRecord: record,
      previousVersion: base?.number ?? null,
      observedAt: reading.at,
    })
    known.versions.set(step.version, { number: versionNumber, textId: reading.text!.id, newestRecord: record })
    await openSpan(db, versionNumber, reading.at, record)
  } else if (step.step === 'extend' || step.step === 'reopen') {
    versionNumber = known.versions.get(step.version)!.number
    if (step.step === 'extend') await extendSpan(db, versionNumber, reading.at, record)
    else await openSpan(db, versionNumber, reading.at, record)
  }
  let changeNumber: number | null = null
  let revisedTracks: readonly number[] = []
  if (published && row.kind === 'change' && versionNumber !== null && base) {
    const description = await compared.get(row.base)!.describe()
    changeNumber = idFor('change', key)
    const change = {
      number: changeNumber,
      documentNumber: document.number,
      trackId: track.id,
      variant: placement.state.versions.find((one) => one.key === placement.state.current)!.variant,
      fromVersion: base.number,
      toVersion: versionNumber,
      detectedAt: reading.at,
      statedOn: exactDate(reading.text!.stated),
      effectiveOn: exactDate(reading.text!.effective),
      description:
        description.kind === row.changeKind
          ? description
          : { ...description, kind: row.changeKind, reasons: [row.reason, ...description.reasons] },
      cause: 'capture' as const,
      madeAt: now(),
      stages,
    }
    const texts = async () => ({ old: await textOf(db, base.textId), new: reading.policyText })
    revisedTracks = await storeChange(db, { document, track }, change, texts)
  }
  await placeRecord(db, record, versionNumber, changeNumber)
  for (const revision of revisions) {
    const { number } = known.versions.get(revision.version)!
    await reviseKind(db, number, revision.kind, revision.cause, revision.reason, now())
    await setVariant(db, number, revision.variant)
  }
  known.sequence = sequence
  known.state = technical
    ? withoutChange(placement.state, step.step === 'create' ? step.version : null)
    : placement.state
  await writeTrackMemory(db, track.id, {
    pending: placement.state.pending && JSON.stringify(placement.state.pending),
    currentKey: placement.state.current,
    lastVerdict: placement.state.last?.verdict ?? null,
  })
  return {
    changes: changeNumber === null ? [] : [changeNumber],
    newVersion: makesVersion,
    awaiting: awaiting !== null,
    revisedTracks,
  }
}

/** By which the version and the change of a record are entered in the register. */
function keyOf({ key }: StoredDocument, { kind, label }: Track, sequence: number): string {
  return `${key.platform}/${key.document} ${kind} ${label} ${sequence}`
}

/** The newest that were asked for. */
function keep<Key, Value>(kept: Map<Key, Value>, key: Key, value: Value, most: number): void {
  kept.delete(key)
  kept.set(key, value)
  if (kept.size > most) kept.delete(kept.keys().next().value!)
}
