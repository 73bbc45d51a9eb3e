/** How a provision ended, where it is not in a document as it is followed now: with which version, and what came of it. */
import type { ChangeDescription } from '../../core/change.ts'
import type { BlockRange } from '../../core/provision.ts'
import { newestRevision } from '../change.ts'
import type { Db } from '../index.ts'

export type ProvisionEnd = {
  /** The first version without it, and when that was observed first; null where no later version is known. */
  readonly version: number | null
  readonly at: string | null
  readonly change: number | null
  /** What it went into, or what stands in its place. */
  readonly successor: { readonly kind: 'merged' | 'replaced' | 'moved'; readonly provision: number } | null
  /** Documents of the platform that are known, in which no successor was found. */
  readonly documents: number
}

export type LastPlace = BlockRange & {
  readonly version: number
  readonly documentNumber: number
  readonly trackId: number
}

/** A variant of a page that was not seen for so long is a thing of the past. */
const VARIANT_DAYS = 90

/** Null while it stands in a newest version. */
export async function provisionEnd(db: Db, number: number, place: LastPlace): Promise<ProvisionEnd | null> {
  const heads = await headVersions(db, place.documentNumber)
  const standing = await db
    .selectFrom('wording_place')
    .innerJoin('analysis', 'analysis.id', 'wording_place.analysis_id')
    .select('analysis.id')
    .where('wording_place.provision_number', '=', number)
    .where('analysis.is_current', '=', 1)
    .where('analysis.version_number', 'in', heads)
    .limit(1)
    .executeTakeFirst()
  // A version that awaits its analysis is no end of anything.
  if (standing || !(await areAnalysed(db, heads))) return null
  const next = await db
    .selectFrom('version')
    .innerJoin('version as last', (join) =>
      join.onRef('last.track_id', '=', 'version.track_id').on('last.number', '=', place.version),
    )
    .select(['version.number', 'version.observed_at'])
    .where('version.number', '>', place.version)
    .orderBy((eb) => eb('version.variant', '!=', eb.ref('last.variant')))
    .orderBy('version.number')
    .limit(1)
    .executeTakeFirst()
  const change =
    next &&
    (await db
      .selectFrom('change')
      .select(['number', 'from_version'])
      .where('to_version', '=', next.number)
      .where('retired_at', 'is', null)
      .executeTakeFirst())
  return {
    version: next?.number ?? null,
    at: next?.observed_at ?? null,
    change: change?.number ?? null,
    successor:
      (await mergedInto(db, number)) ??
      (change && change.from_version === place.version
        ? await effectSuccessor(db, change.number, next.number, place)
        : null),
    documents: await countDocuments(db, place.documentNumber),
  }
}

/** The newest version of every variant that is still seen, of the track that shows what the document says now. */
export async function headVersions(db: Db, documentNumber: number): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('version')
    .innerJoin('track', 'track.id', 'version.track_id')
    .innerJoin('span', 'span.version_number', 'version.number')
    .where('version.document_number', '=', documentNumber)
    .groupBy(['version.number', 'version.variant', 'version.track_id', 'track.kind'])
    .select(['version.number', 'version.variant', 'version.track_id', 'track.kind'])
    .select((eb) => eb.fn.max('span.to_at').as('until'))
    .orderBy('until', 'desc')
    .orderBy('version.number', 'desc')
    .execute()
  const own = rows.filter(({ kind }) => kind === 'own')
  const shown = own.length > 0 ? own : rows
  const newest = shown[0]
  if (!newest) return []
  const after = new Date(Date.parse(newest.until) - VARIANT_DAYS * 86_400_000).toISOString()
  const heads = new Map<number, number>()
  for (const { number, variant, track_id, until } of shown)
    if (track_id === newest.track_id && until >= after && !heads.has(variant)) heads.set(variant, number)
  return [...heads.values()]
}

async function areAnalysed(db: Db, versions: readonly number[]): Promise<boolean> {
  const rows = await db
    .selectFrom('analysis')
    .select('version_number')
    .where('version_number', 'in', versions)
    .where('is_current', '=', 1)
    .execute()
  return rows.length === versions.length
}

async function mergedInto(db: Db, number: number): Promise<ProvisionEnd['successor']> {
  const row = await db
    .selectFrom('provision_merge')
    .select('into_number')
    .where('provision_number', '=', number)
    .orderBy('version_number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { kind: 'merged', provision: row.into_number } : null
}

/** By the effects of the change with which it went: what replaced it, or its other end in a sibling document. */
async function effectSuccessor(
  db: Db,
  change: number,
  toVersion: number,
  place: BlockRange,
): Promise<ProvisionEnd['successor']> {
  const { description } = await newestRevision(db, change)
  for (const { effect, sibling, newBlocks } of effectsFrom(description, place)) {
    if (sibling) {
      const other = await newestRevision(db, sibling.change)
      const blocks = other.description.effects
        .filter((end) => end.sibling?.change === change)
        .flatMap((end) => end.newBlocks)
      const { to_version } = await db
        .selectFrom('change')
        .select('to_version')
        .where('number', '=', sibling.change)
        .executeTakeFirstOrThrow()
      const provision = await provisionAt(db, to_version, blocks)
      if (provision !== null) return { kind: 'moved', provision }
    }
    if (effect === 'replaced') {
      const provision = await provisionAt(db, toVersion, newBlocks)
      if (provision !== null) return { kind: 'replaced', provision }
    }
  }
  return null
}

function effectsFrom({ effects }: ChangeDescription, { first, last }: BlockRange) {
  return effects.filter(({ oldBlocks }) => oldBlocks.some((at) => at >= first && at <= last))
}

async function provisionAt(db: Db, version: number, blocks: readonly number[]): Promise<number | null> {
  if (blocks.length === 0) return null
  const row = await db
    .selectFrom('wording_place')
    .innerJoin('analysis', 'analysis.id', 'wording_place.analysis_id')
    .select('wording_place.provision_number')
    .where('analysis.version_number', '=', version)
    .where('analysis.is_current', '=', 1)
    .where('wording_place.first_block', '<=', Math.max(...blocks))
    .where('wording_place.last_block', '>=', Math.min(...blocks))
    .orderBy('wording_place.first_block')
    .limit(1)
    .executeTakeFirst()
  return row?.provision_number ?? null
}

async function countDocuments(db: Db, documentNumber: number): Promise<number> {
  const { documents } = await db
    .selectFrom('document')
    .innerJoin('document as own', 'own.platform_number', 'document.platform_number')
    .where('own.number', '=', documentNumber)
    .select((eb) => eb.fn.count<number>('document.number').as('documents'))
    .executeTakeFirstOrThrow()
  return Number(documents)
}
