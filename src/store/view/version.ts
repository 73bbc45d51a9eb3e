/** One version with its place in its track. */
import type { PrintedDate } from '../../core/reading.ts'
import type { Db } from '../index.ts'
import type { TrackKind } from '../track.ts'
import { withdrawalOf } from '../withdrawal.ts'
import { parseDate } from './change.ts'
import { currentVersion, type SpanLine } from './track.ts'

export type SeenVersion = {
  readonly number: number
  readonly variant: number
  /** Counts from 1 within its track and variant. */
  readonly ordinal: number
  /** How many versions its track and variant have. */
  readonly siblings: number
  /** How many variants its track has. */
  readonly variants: number
  readonly documentNumber: number
  readonly documentTitle: string
  readonly documentSlug: string
  readonly platformName: string
  readonly platformSlug: string
  readonly trackKind: TrackKind
  readonly trackLabel: string
  readonly textId: number
  readonly sha256: string
  readonly title: string | null
  readonly language: string | null
  readonly stated: PrintedDate | null
  readonly effective: PrintedDate | null
  readonly chars: number
  readonly spans: readonly SpanLine[]
  readonly previous: number | null
  readonly next: number | null
  /** Number of the change that led to it. */
  readonly change: number | null
  readonly isCurrent: boolean
  /** Why its text is not there any more; null while it is. */
  readonly withdrawn: { readonly reason: string; readonly ruledAt: string } | null
}

export async function readVersion(db: Db, number: number): Promise<SeenVersion | null> {
  const row = await db
    .selectFrom('version')
    .innerJoin('document', 'document.number', 'version.document_number')
    .innerJoin('platform', 'platform.number', 'document.platform_number')
    .innerJoin('track', 'track.id', 'version.track_id')
    .innerJoin('policy_text', 'policy_text.id', 'version.text_id')
    .leftJoin('change', (join) =>
      join.onRef('change.to_version', '=', 'version.number').on('change.retired_at', 'is', null),
    )
    .where('version.number', '=', number)
    .select([
      'version.variant',
      'version.document_number',
      'version.track_id',
      'version.text_id',
      'document.title as document_title',
      'document.slug as document_slug',
      'platform.name as platform_name',
      'platform.slug as platform_slug',
      'track.kind as track_kind',
      'track.label',
      'policy_text.sha256',
      'policy_text.title',
      'policy_text.language',
      'policy_text.stated',
      'policy_text.effective',
      'policy_text.chars',
      'change.number as change_number',
    ])
    .executeTakeFirst()
  if (!row) return null
  const spans = await db
    .selectFrom('span')
    .where('version_number', '=', number)
    .orderBy('id')
    .select(['from_at as from', 'to_at as to', 'captures'])
    .execute()
  const siblings = await db
    .selectFrom('version')
    .where('track_id', '=', row.track_id)
    .where('variant', '=', row.variant)
    .orderBy('first_record')
    .select('number')
    .execute()
  const { variants } = await db
    .selectFrom('version')
    .where('track_id', '=', row.track_id)
    .select((eb) => eb.fn.count<number>('variant').distinct().as('variants'))
    .executeTakeFirstOrThrow()
  const at = siblings.findIndex((sibling) => sibling.number === number)
  return {
    number,
    variant: row.variant,
    ordinal: at + 1,
    siblings: siblings.length,
    variants: Number(variants),
    documentNumber: row.document_number,
    documentTitle: row.document_title,
    documentSlug: row.document_slug,
    platformName: row.platform_name,
    platformSlug: row.platform_slug,
    trackKind: row.track_kind,
    trackLabel: row.label,
    textId: row.text_id,
    sha256: row.sha256,
    title: row.title,
    language: row.language,
    stated: parseDate(row.stated),
    effective: parseDate(row.effective),
    chars: row.chars,
    spans,
    previous: siblings[at - 1]?.number ?? null,
    next: siblings[at + 1]?.number ?? null,
    change: row.change_number,
    isCurrent: (await currentVersion(db, row.track_id)) === number,
    withdrawn: await withdrawalOf(db, row.sha256),
  }
}
