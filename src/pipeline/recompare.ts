/**
 * Describes a change again with the stages of today. Where that differs, it is a revision with the cause `reprocess`:
 * the earlier one stays listed with its stage versions, and nobody takes it for a change by the platform.
 */
import { canonicalJson } from '../core/canonical-json.ts'
import type { ReadingEntry } from '../core/entry.ts'
import { carryOver, editSignature, passagesOf } from '../stages/4-compare/index.ts'
import { insertReading } from '../store/capture.ts'
import { appendRevision, comparedBy, readRevisions, setEditKey } from '../store/change.ts'
import { documentByNumber } from '../store/document.ts'
import type { Db } from '../store/index.ts'
import { readText, textFacts } from '../store/policy-text.ts'
import { replacePassages } from '../store/sibling.ts'
import type { Work } from './batch.ts'
import { compareTexts } from './compare-texts.ts'

export type Recomparing = { readonly stages: Readonly<Record<string, string>>; readonly at: string }

/** One reading entry for every change that is described otherwise now. Gives the numbers of those. */
export async function recompareAll(
  work: Work,
  changes: readonly number[],
  recomparing: Recomparing,
): Promise<readonly number[]> {
  const revised: number[] = []
  for (const number of changes) {
    if (!(await recompare(work.db, number, recomparing))) continue
    revised.push(number)
    const { documentNumber, reading, toText } = await comparedBy(work.db, number)
    const first = (await work.entryAt(reading)) as ReadingEntry
    const { stages, at } = recomparing
    const entry: ReadingEntry = { ...first, stages, readAt: at, repeats: reading }
    await insertReading(work.db, work.emit(entry), documentNumber, entry, toText)
  }
  return revised
}

/** Whether the change is described otherwise now. */
export async function recompare(db: Db, number: number, { stages, at }: Recomparing): Promise<boolean> {
  const { documentNumber, fromText, toText } = await comparedBy(db, number)
  const document = (await documentByNumber(db, documentNumber))!
  const [from, to] = await Promise.all(
    [fromText, toText].map(async (id) => ({ text: await readText(db, id), dates: await textFacts(db, id) })),
  )
  // What was withdrawn cannot be compared any more, and what was said of it stays.
  if (from!.text.blocks.length === 0 || to!.text.blocks.length === 0) return false
  const about = { platform: document.platformName, title: document.title, type: document.type }
  const { description: fresh } = await compareTexts(about, from!, to!)
  const revisions = await readRevisions(db, number)
  const description = carryOver(fresh, revisions, about)
  if (canonicalJson(description) === canonicalJson(revisions.at(-1)!.description)) return false
  await appendRevision(db, number, description, 'reprocess', at, stages)
  const isPublished = description.kind === 'substantive' || description.kind === 'administrative'
  await replacePassages(db, number, isPublished ? passagesOf(fresh.effects, from!.text, to!.text) : [])
  await setEditKey(db, number, isPublished ? editSignature(fresh, from!.text, to!.text) : null)
  return true
}
