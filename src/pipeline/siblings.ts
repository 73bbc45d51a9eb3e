/**
 * Stores a change together with what it means across the documents of its platform (DESIGN section 6): a passage that
 * left one document and came to a sibling within 30 days is moved, with both ends linked by revisions; the same edit
 * on many documents is one group. Own captures are compared among themselves, and imports of one archive among
 * themselves, by the dates of their records; so rows made anew from entries are the same rows.
 */
import type { ChangeDescription } from '../core/change.ts'
import { toMoment } from '../core/clock.ts'
import { formatId } from '../core/id.ts'
import type { PolicyText } from '../core/policy-text.ts'
import {
  editSignature,
  movedEffects,
  type Passage,
  type PassageSide,
  passagesOf,
  withMoveNoted,
  withMoves,
  withoutSuccessor,
} from '../stages/4-compare/index.ts'
import { appendRevision, insertChange, type NewChange, newestRevision } from '../store/change.ts'
import type { StoredDocument } from '../store/document.ts'
import type { Db } from '../store/index.ts'
import {
  changePassages,
  countFollowed,
  findPassages,
  findSameEdit,
  groupsOfDocument,
  insertPassages,
  type PassageHit,
  type SiblingScope,
  setGroupKey,
  siblingChange,
} from '../store/sibling.ts'
import type { Track } from '../store/track.ts'

const DAY_MS = 86_400_000
/** A passage that appears elsewhere within so many days, before or after, has moved. */
const MOVE_DAYS = 30
/** The same edit reaches the documents of a platform within so many days; a weekly check sees all of them. */
const GROUP_DAYS = 7

type Texts = { readonly old: PolicyText; readonly new: PolicyText }

export type ChangePlace = { readonly document: StoredDocument; readonly track: Track }

/** Gives the tracks in which a change was revised: what is remembered of them is out of date. */
export async function storeChange(
  db: Db,
  { document, track }: ChangePlace,
  change: Omit<NewChange, 'groupKey' | 'editKey'>,
  texts: () => Promise<Texts>,
): Promise<readonly number[]> {
  const { description, detectedAt } = change
  const scope = (days: number): SiblingScope => ({
    platformNumber: document.platform_number,
    documentNumber: document.number,
    trackKind: track.kind,
    trackLabel: track.label,
    from: shifted(detectedAt, -days),
    to: shifted(detectedAt, days),
  })
  const isPublished = description.kind === 'substantive' || description.kind === 'administrative'
  const both = isPublished ? await texts() : null
  const passages = both ? passagesOf(description.effects, both.old, both.new) : []
  const found = await findSiblings(db, scope(MOVE_DAYS), passages)
  const moved = new Set(found.flatMap(({ effects }) => effects))
  const gone = new Set(passages.filter(({ side, effect }) => side === 'removed' && !moved.has(effect)).map(effectOf))
  const editKey = both && editSignature(description, both.old, both.new)
  await insertChange(db, {
    ...change,
    description: withoutSuccessor(description, [...gone], gone.size > 0 ? await countFollowed(db, scope(0)) : 0),
    groupKey: editKey === null ? null : await joinGroup(db, scope(GROUP_DAYS), editKey),
    editKey,
  })
  await insertPassages(db, change.number, passages)
  const revised = new Set<number>()
  for (const sibling of found) {
    for (const trackId of await linkMove(db, document.platformName, change, sibling.change)) revised.add(trackId)
  }
  return [...revised]
}

const effectOf = ({ effect }: Passage): number => effect

type Sibling = { readonly change: number; readonly effects: readonly number[] }

/** Changes of siblings at which effects of this one have their other end. */
async function findSiblings(db: Db, scope: SiblingScope, passages: readonly Passage[]): Promise<Sibling[]> {
  const siblings: Sibling[] = []
  for (const side of ['removed', 'added'] as const) {
    const own = passages.filter((passage) => passage.side === side)
    if (own.length === 0) continue
    const keys = [...new Set(own.map(({ key }) => key))]
    const found = Map.groupBy(await findPassages(db, scope, keys), ({ key }) => key)
    const clear = [...found.values()].flatMap((rows) => clearHits(rows, side, scope.documentNumber))
    for (const [change, hits] of Map.groupBy(clear, (hit) => hit.change)) {
      const effects = movedEffects(own, new Set(hits.map(({ key }) => key)))
      if (effects.length > 0) siblings.push({ change, effects })
    }
  }
  return siblings.sort((a, b) => a.change - b.change)
}

/** `rows`: of one passage. What came and went in the same document, or came in several, moved nowhere in particular. */
function clearHits(rows: readonly PassageHit[], side: PassageSide, own: number): readonly PassageHit[] {
  const hits = rows.filter((row) => row.side !== side && row.documentNumber !== own)
  const documents = new Set(hits.map(({ documentNumber }) => documentNumber))
  const wavers = rows.some(
    (row) =>
      (row.documentNumber === own && row.side !== side) || (documents.has(row.documentNumber) && row.side === side),
  )
  return documents.size === 1 && !wavers ? hits : []
}

/** Both changes get a revision that names the other; gives the tracks that they belong to. */
async function linkMove(
  db: Db,
  platform: string,
  { number, madeAt }: Pick<NewChange, 'number' | 'madeAt'>,
  sibling: number,
): Promise<number[]> {
  const ends = await Promise.all(
    [number, sibling].map(async (change) => ({
      change,
      ...(await siblingChange(db, change)),
      passages: await changePassages(db, change),
      description: (await newestRevision(db, change)).description,
    })),
  )
  for (const [at, end] of ends.entries()) {
    const other = ends[1 - at]!
    const description = linked(end.description, end.passages, other, { platform, title: end.title })
    await appendRevision(db, end.change, description, 'sibling', madeAt)
  }
  return ends.map(({ trackId }) => trackId)
}

type End = { readonly change: number; readonly title: string; readonly passages: readonly Passage[] }

function linked(
  description: ChangeDescription,
  passages: readonly Passage[],
  { change, title, passages: elsewhere }: End,
  document: { readonly platform: string; readonly title: string },
): ChangeDescription {
  const keys = (side: PassageSide) => new Set(elsewhere.filter((one) => one.side === side).map(({ key }) => key))
  const open = passages.filter(({ effect, side }) => description.effects[effect]?.effect === side)
  const moved = (['removed', 'added'] as const).flatMap((side) =>
    movedEffects(
      open.filter((one) => one.side === side),
      keys(opposite(side)),
    ),
  )
  const other = { change, title }
  if (moved.length > 0) return withMoves(description, moved, other, document)
  const gone = passages.some(({ side, key }) => side === 'removed' && keys('added').has(key))
  return withMoveNoted(description, gone ? 'removed' : 'added', other)
}

/** The key of the group that the edit belongs to; it is made where the second change of it is found. */
async function joinGroup(db: Db, scope: SiblingScope, editKey: string): Promise<string | null> {
  const found = await findSameEdit(db, scope, editKey)
  // A document stands in a group once: a page that makes an edit again and again does not gather its own changes.
  const taken = await groupsOfDocument(
    db,
    scope.documentNumber,
    found.flatMap((one) => one.groupKey ?? []),
  )
  const open = found.filter(({ groupKey }) => groupKey === null || !taken.has(groupKey))
  const same = open.filter(
    (one, at) => !open.slice(at + 1).some((later) => later.documentNumber === one.documentNumber),
  )
  const [first] = same
  if (!first) return null
  const groupKey = same.find((one) => one.groupKey !== null)?.groupKey ?? formatId('change', first.number)
  for (const one of same) if (one.groupKey === null) await setGroupKey(db, one.number, groupKey)
  return groupKey
}

function opposite(side: PassageSide): PassageSide {
  return side === 'added' ? 'removed' : 'added'
}

function shifted(moment: string, days: number): string {
  return toMoment(new Date(Date.parse(moment) + days * DAY_MS))
}
