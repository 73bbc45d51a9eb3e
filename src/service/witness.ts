/**
 * A second witness: whether the Wayback Machine holds what our versions rest on, about the time at which we received
 * it, and, where wished, that it captures what is on display now. Its answers are kept beside the captures.
 */
import type { Clock } from '../core/clock.ts'
import { toMoment } from '../core/clock.ts'
import type { CaptureEntry } from '../core/entry.ts'
import { ClausewatchError } from '../core/error.ts'
import { createHttpClient } from '../net/index.ts'
import {
  type Archive,
  addWitnessNote,
  base32Sha1,
  openArchive,
  openWayback,
  readWitnessNotes,
  WAYBACK,
  type Wayback,
  type WitnessNote,
} from '../stages/2-archive/index.ts'
import { openStore } from '../store/index.ts'
import { ownVersions } from '../store/view/witnessed.ts'
import { systemClock } from './clock.ts'
import { openSnapshots } from './snapshots.ts'

/** A capture of theirs that is further away says little about ours. */
const WITHIN_DAYS = 7
/** Before that, nothing more is asked about a capture of which they said "later". */
const AGAIN_MS = 86_400_000
/** What they capture now speaks for ours only if that is not long ago. */
const SAVE_WITHIN_MS = 3 * 86_400_000

export type WitnessOrder = {
  readonly folder: string
  /** Have captured what they do not hold. */
  readonly save: boolean
  /** At most so many captures in one run. */
  readonly limit: number
  readonly signal: AbortSignal
  readonly onNote?: (url: string, note: WitnessNote | null) => void
}

export type WitnessSummary = {
  readonly asked: number
  readonly held: number
  readonly sameBytes: number
  readonly saved: number
  readonly refused: number
  /** Why nothing more could be asked; empty where everything was. */
  readonly stopped: string
}

export type WaybackSettings = { readonly origin: string; readonly key: string | null }

/** @throws ClausewatchError `setting-malformed` */
export function waybackSettings(env: NodeJS.ProcessEnv): WaybackSettings {
  const origin = env.CLAUSEWATCH_WAYBACK || WAYBACK
  if (!/^https?:$/.test(URL.parse(origin)?.protocol ?? ''))
    throw malformed('CLAUSEWATCH_WAYBACK', 'no address', 'set it to an address, or leave it away')
  const key = env.CLAUSEWATCH_WAYBACK_KEY || null
  if (key !== null && !/^[\w-]+:[\w-]+$/.test(key))
    throw malformed('CLAUSEWATCH_WAYBACK_KEY', 'no key', 'write it like access:secret, as archive.org gives it')
  return { origin: new URL(origin).origin, key }
}

export async function askWitness(
  order: WitnessOrder,
  { origin, key }: WaybackSettings,
  clock: Clock = systemClock,
): Promise<WitnessSummary> {
  // The operator's own word for where the witness is: it may be on a private network.
  const allowPrivateHosts = origin === WAYBACK ? [] : [new URL(origin).host]
  await using http = createHttpClient({ userAgent: 'Clausewatch', allowPrivateHosts })
  const wayback = openWayback({ http, clock, key, origin, signal: order.signal })
  await using archive = await openArchive(order.folder, { mode: 'read', clock, ...(await openSnapshots()) })
  const notes = await readWitnessNotes(order.folder)
  const summary = { asked: 0, held: 0, sameBytes: 0, saved: 0, refused: 0, stopped: '' }
  for await (const { position, capture, isNewest } of capturesOf(order.folder, archive)) {
    if (summary.asked >= order.limit || order.signal.aborted) break
    if (isSettled(notes.get(position), clock)) continue
    summary.asked++
    const { note, isSaved } = await askAbout({ archive, wayback, clock }, position, capture, order.save && isNewest)
    if (note) await addWitnessNote(order.folder, note)
    order.onNote?.(capture.finalUrl, note)
    if (note?.kind === 'held') summary.held++
    if (note?.kind === 'held' && note.sameBytes) summary.sameBytes++
    if (isSaved) summary.saved++
    if (note?.kind !== 'refused') continue
    summary.refused++
    if (note.when === 'stop') return { ...summary, stopped: `${note.reason} (${note.code})` }
  }
  return summary
}

type Asking = { readonly archive: Archive; readonly wayback: Wayback; readonly clock: Clock }

async function askAbout(
  { archive, wayback, clock }: Asking,
  position: number,
  capture: CaptureEntry,
  mayBeSaved: boolean,
): Promise<{ readonly note: WitnessNote | null; readonly isSaved: boolean }> {
  const at = new Date(capture.finishedAt)
  const found = await wayback.lookUp(capture.finalUrl, at, WITHIN_DAYS)
  const isRecent = clock.now().getTime() - at.getTime() < SAVE_WITHIN_MS
  const isSaved = found === null && mayBeSaved && isRecent
  const answer = isSaved ? await wayback.save(capture.finalUrl) : found
  const common = { capture: position, notedAt: toMoment(clock.now()) }
  if (answer === null) return { note: null, isSaved: false }
  if ('kind' in answer) return { note: { ...common, ...answer }, isSaved: false }
  const sameBytes = answer.digest === null ? null : await isOfDigest(archive, capture, answer.digest)
  return { note: { ...common, kind: 'held', at: answer.at, address: answer.address, sameBytes }, isSaved }
}

/** Null where the bytes are not held any more. */
async function isOfDigest(archive: Archive, { parts }: CaptureEntry, digest: string): Promise<boolean | null> {
  const response = parts.find(({ kind }) => kind === 'response')
  if (!response || !(await archive.hasSnapshot(response.sha256))) return null
  return base32Sha1(await archive.readSnapshot(response.sha256)) === digest
}

type Asked = { readonly position: number; readonly capture: CaptureEntry; readonly isNewest: boolean }

/** Those that versions of ours rest on, newest first. */
async function* capturesOf(folder: string, archive: Archive): AsyncIterable<Asked> {
  await using store = await openStore(folder, { readOnly: true })
  for (const { reading, isNewest } of await ownVersions(store.db)) {
    const entry = await archive.entryAt(reading)
    for (const position of entry.kind === 'reading' ? entry.reads : []) {
      const capture = await archive.entryAt(position)
      if (capture.kind === 'capture' && capture.outcome === 'received') yield { position, capture, isNewest }
    }
  }
}

function isSettled(note: WitnessNote | undefined, clock: Clock): boolean {
  if (!note) return false
  if (note.kind === 'held' || note.when === 'never') return true
  return note.when === 'later' && clock.now().getTime() - Date.parse(note.notedAt) < AGAIN_MS
}

function malformed(name: string, what: string, remedy: string): ClausewatchError {
  return new ClausewatchError('setting-malformed', `${name} is ${what}`, remedy)
}
