/** Makes the rows of a track what following it again says: versions keep their ids, and changes between the same versions stay. */
import type { ChangeDescription, ChangeKind } from '../core/change.ts'
import type { PolicyText } from '../core/policy-text.ts'
import type { Placement } from '../stages/4-compare/index.ts'
import { appendRevision, changesOfTrack, newestRevision, setEditKey } from '../store/change.ts'
import type { StoredDocument } from '../store/document.ts'
import type { Db } from '../store/index.ts'
import type { StoredText } from '../store/policy-text.ts'
import { replaceRecord, type TrackRecord } from '../store/record.ts'
import { replacePassages } from '../store/sibling.ts'
import type { Track } from '../store/track.ts'
import { extendSpan, insertVersion, openSpan, removeSpans, replaceVersion, versionsOfTrack } from '../store/version.ts'
import { exactDate } from './compare-texts.ts'
import { TECHNICAL_REASON } from './follow-with.ts'
import { storeChange } from './siblings.ts'
import type { TrackerOptions } from './tracker.ts'

/** What the machine says of a record. */
export type Step = { readonly record: TrackRecord; readonly text: StoredText | null; readonly placement: Placement }

/** A track that was followed again. */
export type Line = {
  readonly document: StoredDocument
  readonly track: Track
  readonly steps: readonly Step[]
  /** Of versions by key, as it stands at the end. */
  readonly variants: ReadonlyMap<number, number>
  /** Natural key of an id that is made for a record now. */
  readonly keyFor: (record: number) => string
  readonly describe: (fromText: number, toText: number) => Promise<ChangeDescription>
  readonly textOf: (db: Db, id: number) => Promise<PolicyText>
}

type Insight = { readonly kind: ChangeKind; readonly reason: string }
type Version = { readonly number: number; readonly textId: number; readonly sequence: number }
type Made = {
  /** The version that a record made, the one that it shows, and the one with which its change begins, by record. */
  readonly made: ReadonlyMap<number, Version>
  readonly shown: ReadonlyMap<number, number>
  readonly base: ReadonlyMap<number, Version>
  /** Later insights, by the version that the change leads to. */
  readonly insights: ReadonlyMap<number, readonly Insight[]>
}

/** A change whose versions do not follow one another any more, and the changes that stand between them now. */
export type SplitChange = { readonly change: number; readonly parts: readonly number[] }

export async function settleVersions(db: Db, { idFor }: TrackerOptions, line: Line): Promise<Made> {
  const { document, track, steps, variants, keyFor } = line
  const kept = await claimVersions(db, track.id, steps)
  await removeSpans(db, track.id)
  const made = new Map<number, Version>()
  const base = new Map<number, Version>()
  const shown = new Map<number, number>()
  const insights = new Map<number, Insight[]>()
  const current = new Map<number, Version>()
  const ordinals = new Map<number, number>()
  for (const step of steps) {
    const { record, placement } = step
    const { version, row } = placement
    const from = row.kind === 'change' ? current.get(row.base)! : null
    if (from) base.set(record.id, from)
    if (version.step === 'none') continue
    const { id, sequence, observedAt } = record
    if (makesVersion(step)) {
      const variant = variants.get(version.version)!
      const ordinal = (ordinals.get(variant) ?? 0) + 1
      ordinals.set(variant, ordinal)
      const textId = record.textId!
      const number = kept.get(id) ?? idFor('version', keyFor(id))
      const previousVersion = from?.number ?? null
      const place = { key: version.version, variant, ordinal, firstRecord: id, previousVersion, observedAt }
      if (!kept.has(id))
        await insertVersion(db, { ...place, number, documentNumber: document.number, trackId: track.id, textId })
      await replaceVersion(db, number, place)
      made.set(id, { number, textId, sequence })
      current.set(version.version, { number, textId, sequence })
    }
    const { number } = current.get(version.version)!
    shown.set(id, number)
    if (version.step === 'extend') await extendSpan(db, number, observedAt, id)
    else await openSpan(db, number, observedAt, id)
    for (const { version: key, kind, reason } of placement.revisions) {
      const to = current.get(key)!.number
      insights.set(to, [...(insights.get(to) ?? []), { kind, reason }])
    }
  }
  return { made, shown, base, insights }
}

/** Versions that stay what they are, by the record that makes them now: those that it made before, then those of its text. */
async function claimVersions(db: Db, trackId: number, steps: readonly Step[]): Promise<ReadonlyMap<number, number>> {
  const free = [...(await versionsOfTrack(db, trackId))]
  const kept = new Map<number, number>()
  for (const isExact of [true, false]) {
    for (const { record } of steps.filter(makesVersion)) {
      if (kept.has(record.id)) continue
      const at = free.findIndex(
        ({ firstRecord, textId }) => textId === record.textId && (!isExact || firstRecord === record.id),
      )
      if (at >= 0) kept.set(record.id, free.splice(at, 1)[0]!.number)
    }
  }
  return kept
}

function isPublished({ placement, record }: Step): boolean {
  return placement.row.kind === 'change' && !record.technical
}

function makesVersion(step: Step): boolean {
  const { version } = step.placement
  return version.step === 'create' || (version.step === 'reopen' && isPublished(step))
}

type Planned = { readonly step: Step; readonly from: Version; readonly to: Version }

export async function settleChanges(db: Db, options: TrackerOptions, line: Line, settled: Made) {
  const { made, base, insights } = settled
  const planned = line.steps.flatMap((step): Planned[] => {
    const [from, to] = [base.get(step.record.id), made.get(step.record.id)]
    return isPublished(step) && from && to ? [{ step, from, to }] : []
  })
  const standing = new Map((await changesOfTrack(db, line.track.id)).map((one) => [`${one.from} ${one.to}`, one]))
  const numbers = new Map<number, number>()
  const fresh: Planned[] = []
  for (const one of planned) {
    const pair = `${one.from.number} ${one.to.number}`
    const known = standing.get(pair)
    standing.delete(pair)
    if (!known) {
      fresh.push(one)
      continue
    }
    numbers.set(one.step.record.id, known.number)
    const learnt = insights.get(one.to.number)?.at(-1)
    if (learnt && learnt.kind !== known.kind) await revise(db, known.number, learnt, options.now())
  }
  for (const { number } of standing.values()) {
    // What is split is found by no sibling any more.
    await replacePassages(db, number, [])
    await setEditKey(db, number, null)
  }
  const revisedTracks: number[] = []
  for (const one of fresh) {
    const number = options.idFor('change', line.keyFor(one.step.record.id))
    numbers.set(one.step.record.id, number)
    revisedTracks.push(...(await storeFresh(db, options, line, one, number, insights.get(one.to.number) ?? [])))
  }
  for (const step of line.steps) await settleRecord(db, step, settled, numbers)
  const place = new Map([...made.values()].map(({ number, sequence }) => [number, sequence]))
  const split = [...standing.values()].map(({ number, from, to }) => ({
    change: number,
    parts: fresh
      .filter(({ to: { sequence } }) => sequence > (place.get(from) ?? 0) && sequence <= (place.get(to) ?? 0))
      .map(({ step }) => numbers.get(step.record.id)!),
  }))
  return { changes: fresh.map(({ step }) => numbers.get(step.record.id)!), split }
}

async function revise(db: Db, change: number, { kind, reason }: Insight, at: string): Promise<void> {
  const { description } = await newestRevision(db, change)
  await appendRevision(db, change, { ...description, kind, reasons: [reason, ...description.reasons] }, 'backfill', at)
}

async function storeFresh(
  db: Db,
  { now, stages }: TrackerOptions,
  { document, track, describe, textOf, variants }: Line,
  { step, from, to }: Planned,
  number: number,
  insights: readonly Insight[],
): Promise<readonly number[]> {
  const described = await describe(from.textId, to.textId)
  const description = {
    ...described,
    kind: insights.at(-1)?.kind ?? described.kind,
    reasons: [...insights.map(({ reason }) => reason).reverse(), ...described.reasons],
  }
  const { placement, record, text } = step
  const change = {
    number,
    documentNumber: document.number,
    trackId: track.id,
    variant: placement.version.step === 'none' ? 0 : variants.get(placement.version.version)!,
    fromVersion: from.number,
    toVersion: to.number,
    detectedAt: record.observedAt,
    statedOn: exactDate(text!.stated),
    effectiveOn: exactDate(text!.effective),
    description,
    cause: 'backfill' as const,
    madeAt: now(),
    stages,
  }
  const texts = async () => ({ old: await textOf(db, from.textId), new: await textOf(db, to.textId) })
  return storeChange(db, { document, track }, change, texts)
}

async function settleRecord(db: Db, step: Step, { shown }: Made, numbers: ReadonlyMap<number, number>): Promise<void> {
  const { record, placement } = step
  const { row } = placement
  const changeNumber = numbers.get(record.id) ?? null
  const rowKind = row.kind === 'none' || changeNumber !== null ? null : row.kind === 'change' ? 'noise' : row.kind
  await replaceRecord(db, record.id, {
    versionNumber: shown.get(record.id) ?? null,
    changeNumber,
    rowKind,
    rowReason: row.kind === 'none' ? null : row.kind === 'change' && record.technical ? TECHNICAL_REASON : row.reason,
  })
}
