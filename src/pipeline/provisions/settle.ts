/** Gives the provisions of an assessed version their ids, and stores them with their wordings and the version's facts. */
import { formatId, parseId } from '../../core/id.ts'
import type { BlockRange } from '../../core/provision.ts'
import { type FollowedProvision, followProvisions, STAGE_VERSION } from '../../stages/5-analyse/index.ts'
import { keepAnswers } from '../../store/block-answer.ts'
import { insertFacts } from '../../store/fact.ts'
import type { Db } from '../../store/index.ts'
import {
  type AwaitingVersion,
  insertAnalysis,
  insertMerges,
  insertPlaces,
  type PlacedWording,
  placesOf,
  provisionsAfter,
  provisionsByWords,
  putProvision,
  putWording,
} from '../../store/provision.ts'
import type { Assessment } from './assess.ts'
import { siblingOrigins } from './sibling-origin.ts'

/** The archive's register of ids. */
export type IdRegister = {
  idFor(kind: 'provision', key: string): string
  knownId(kind: 'provision', key: string): string | null
  keyOf(id: ReturnType<typeof formatId>): string | null
}

export type SettleOptions = {
  readonly madeAt: string
  /** What was said of the same text by the same stage version is replaced. */
  readonly anew: boolean
}

export async function settleVersion(
  db: Db,
  register: IdRegister,
  version: AwaitingVersion,
  assessment: Assessment | null,
  { madeAt, anew }: SettleOptions,
): Promise<void> {
  const before = assessment?.before ?? null
  const state = assessment ? 'assessed' : 'not-assessed'
  const analysis = await insertAnalysis(db, {
    version: version.number,
    stage: STAGE_VERSION,
    state,
    predecessor: before?.version ?? null,
    madeAt,
  })
  if (!assessment) return
  const held = before && (await placesOf(db, before.version))
  const followed = followProvisions(
    assessment.text,
    assessment.answers,
    assessment.facts,
    before && held
      ? {
          text: before.text,
          provisions: held.map(({ first, last, provision }) => ({ first, last, number: provision })),
          pairs: before.pairs,
        }
      : null,
  )
  const taken = new Set(followed.provisions.flatMap(({ from }) => from ?? []))
  const places: PlacedWording[] = []
  const origins: Origins = {
    after: await provisionsAfter(db, version.number),
    returned: await provisionsByWords(db, version.documentNumber, newWords(followed.provisions)),
    cameFrom: await siblingOrigins(db, version),
  }
  const versionKey = register.keyOf(formatId('version', version.number)) ?? formatId('version', version.number)
  for (const provision of followed.provisions) {
    const number = provision.from ?? bornNumber(register, versionKey, provision, origins, taken)
    taken.add(number)
    if (provision.from === null)
      await putProvision(db, {
        number,
        document: version.documentNumber,
        bornVersion: version.number,
        splitFrom: provision.splitFrom,
      })
    const kept = provision.wording ? null : held!.find((one) => one.provision === number)!.wording
    const wording = kept ?? (await putWording(db, number, STAGE_VERSION, provision.wording!, anew))
    places.push({ first: provision.first, last: provision.last, provision: number, wording })
  }
  for (const number of retiredNumbers(register, versionKey, assessment.text.blocks.length, taken))
    await putProvision(db, { number, document: version.documentNumber, bornVersion: version.number, splitFrom: null })
  await insertPlaces(db, analysis, places)
  await insertMerges(db, version.number, followed.merged)
  await insertFacts(db, analysis, assessment.facts)
  await keepAnswers(db, assessment.learned)
}

/** Where a provision may come from that is not in the version before; numbers by words that are the same. */
type Origins = {
  /** From the version that follows, where this one was filled in before it. */
  readonly after: ReadonlyMap<string, readonly number[]>
  /** From earlier versions of the document: what went and comes back is what it was. */
  readonly returned: ReadonlyMap<string, readonly number[]>
  /** From a sibling document. */
  readonly cameFrom: (range: BlockRange, taken: ReadonlySet<number>) => number | null
}

function newWords(provisions: readonly FollowedProvision[]): readonly string[] {
  return provisions.flatMap(({ from, wording }) => (from === null && wording ? [wording.exact] : []))
}

/**
 * The number of a provision that begins here. Its natural key is the version's and a block's; whichever of its blocks
 * is in the register already names it, so that the same rule keeps its id when the analysis is made anew.
 */
function bornNumber(
  register: IdRegister,
  versionKey: string,
  { first, last, splitFrom, wording }: FollowedProvision,
  { after, returned, cameFrom }: Origins,
  taken: ReadonlySet<number>,
): number {
  const free = (numbers: readonly number[] | undefined) => numbers?.find((number) => !taken.has(number)) ?? null
  const later = free(after.get(wording!.exact))
  if (later !== null) return later
  for (let block = first; block <= last; block++) {
    const known = numberOf(register.knownId('provision', naturalKey(versionKey, block)))
    if (known !== null && !taken.has(known)) return known
  }
  const moved = splitFrom === null ? cameFrom({ first, last }, taken) : null
  return (
    free(returned.get(wording!.exact)) ?? moved ?? numberOf(register.idFor('provision', naturalKey(versionKey, first)))!
  )
}

/** Provisions that once began with this version and are not in it now: in a database that is made anew they have no row. */
function retiredNumbers(
  register: IdRegister,
  versionKey: string,
  blocks: number,
  taken: ReadonlySet<number>,
): readonly number[] {
  return Array.from({ length: blocks }, (_, block) => block).flatMap((block) => {
    const known = numberOf(register.knownId('provision', naturalKey(versionKey, block)))
    return known === null || taken.has(known) ? [] : [known]
  })
}

function naturalKey(versionKey: string, block: number): string {
  return `${versionKey} block ${block}`
}

function numberOf(id: string | null): number | null {
  return id === null ? null : (parseId(id)?.number ?? null)
}
