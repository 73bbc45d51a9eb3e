/**
 * Take-down (DESIGN section 4): the bytes and the text of versions go, from the archive, the tables and the search
 * index, and with them what changes quote. Entries and hashes stay, and rulings say why.
 */
import type { CaptureEntry, ImportEntry, ReadingEntry, RulingEntry } from '../core/entry.ts'
import { formatId, parseId } from '../core/id.ts'
import { canonicalPolicyText, type PolicyText } from '../core/policy-text.ts'
import type { Archive } from '../stages/2-archive/index.ts'
import type { Db } from '../store/index.ts'
import {
  changesOfVersions,
  noteWithdrawal,
  readsOfText,
  redactChange,
  removeText,
  versionsOfTexts,
  versionsSharing,
  withdrawalOf,
} from '../store/withdrawal.ts'
import type { Work } from './batch.ts'
import { type Said, withheldDescription } from './withheld.ts'

export type Withdrawn = {
  /** Numbers of the versions: those named, and others of the same text. */
  readonly versions: readonly number[]
  /** Numbers of the changes whose words are gone. */
  readonly changes: readonly number[]
  /** Names of the bytes and texts whose removal has been ruled. */
  readonly snapshots: readonly string[]
  /** Other versions in which passages of these texts stand still, and how many. */
  readonly sharing: readonly { readonly number: number; readonly passages: number }[]
}

const MAX_SHARING = 20

/** Enters the rulings and takes the words out of the rows. The bytes are the archive's to remove, once this is durable. */
export async function withdrawVersions(
  work: Work,
  numbers: readonly number[],
  reason: string,
  ruledAt: string,
): Promise<Withdrawn> {
  const { db } = work
  const versions = await versionsOfTexts(db, numbers)
  const names = new Set<string>()
  const sharing = new Map<number, number>()
  for (const { textId, sha256 } of versions) {
    names.add(sha256)
    for (const read of await readsOfText(db, textId))
      for (const name of receivedBy((await work.entryAt(read)) as CaptureEntry | ImportEntry)) names.add(name)
    for (const { number, passages } of await versionsSharing(db, textId, MAX_SHARING))
      sharing.set(number, Math.max(passages, sharing.get(number) ?? 0))
  }
  const gone = new Set(versions.map(({ number }) => number))
  const changes = await changesOfVersions(db, [...gone])
  const rule = async (subject: string, change?: Said) => {
    if (await withdrawalOf(db, subject)) return
    const ruling: RulingEntry = { kind: 'ruling', ruling: 'withdrawn', subject, reason, ruledAt }
    const entry = change ? { ...ruling, change } : ruling
    work.emit(entry)
    await applyWithdrawal(db, entry)
  }
  for (const { number, ...said } of changes) await rule(formatId('change', number), said)
  for (const number of gone) await rule(formatId('version', number))
  for (const name of names) await rule(name)
  return {
    versions: [...gone],
    changes: changes.map(({ number }) => number),
    snapshots: [...names],
    sharing: [...sharing].flatMap(([number, passages]) => (gone.has(number) ? [] : [{ number, passages }])),
  }
}

/** Rows of a ruling; the same when it is made and when rows are made again. */
export async function applyWithdrawal(db: Db, { subject, reason, ruledAt, change }: RulingEntry): Promise<void> {
  await noteWithdrawal(db, { subject, reason, ruledAt })
  const id = parseId(subject)
  if (id === null) await removeText(db, subject)
  if (id?.kind === 'change' && change)
    await redactChange(db, id.number, (kind) => withheldDescription({ ...change, kind }))
}

/**
 * Keeps the text of a reading as a snapshot of its own name, so that the reading stays what it was when its bytes are
 * released or the stage reads otherwise. Where the publisher shows a text that was taken down, what was received now is
 * taken down with it.
 */
export async function keepText(archive: Archive, work: Work, entry: ReadingEntry, text: PolicyText): Promise<void> {
  const ruling = await withdrawalOf(work.db, entry.policyText!)
  if (!ruling) {
    if (!(await archive.hasSnapshot(entry.policyText!)))
      await archive.putSnapshot(Buffer.from(canonicalPolicyText(text)))
    return
  }
  for (const read of entry.reads) {
    for (const subject of receivedBy((await work.entryAt(read)) as CaptureEntry | ImportEntry)) {
      if (await withdrawalOf(work.db, subject)) continue
      const { reason } = ruling
      const again: RulingEntry = { kind: 'ruling', ruling: 'withdrawn', subject, reason, ruledAt: entry.readAt }
      work.emit(again)
      await applyWithdrawal(work.db, again)
    }
  }
}

function receivedBy(entry: CaptureEntry | ImportEntry): readonly string[] {
  if (entry.kind === 'capture') return entry.parts.map(({ sha256 }) => sha256)
  return entry.part ? [entry.part.sha256] : []
}
