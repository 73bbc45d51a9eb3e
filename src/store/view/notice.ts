/** Notices on platforms: what is known about them and is no change of a document. */
import type { ChoiceControl } from '../../core/reading.ts'
import type { Db } from '../index.ts'

export type NoticeLine = {
  readonly platformName: string
  readonly platformSlug: string
  readonly kind: ChoiceControl['kind']
  /** As the control was labelled. */
  readonly label: string
  readonly openedAt: string
  readonly closedAt: string | null
  /** Titles of the documents beside which it was lost. */
  readonly documents: readonly string[]
}

/** Open ones first, newest first. Losses of one control beside several documents are one notice while they overlap. */
export async function noticeLines(
  db: Db,
  { platform, open }: { readonly platform?: string; readonly open?: boolean } = {},
): Promise<NoticeLine[]> {
  let query = db
    .selectFrom('notice')
    .innerJoin('document', 'document.number', 'notice.document_number')
    .innerJoin('platform', 'platform.number', 'document.platform_number')
    .select(['platform.name', 'platform.slug', 'document.title'])
    .select(['notice.kind', 'notice.label', 'notice.opened_at', 'notice.closed_at'])
    .orderBy('notice.opened_at')
    .orderBy('document.number')
  if (platform) query = query.where('platform.slug', '=', platform)
  const losses = (await query.execute()).map(
    ({ name, slug, kind, label, opened_at, closed_at, title }): NoticeLine => ({
      platformName: name,
      platformSlug: slug,
      kind,
      label,
      openedAt: opened_at,
      closedAt: closed_at,
      documents: [title],
    }),
  )
  const same = ({ platformSlug, kind, label }: NoticeLine) => `${platformSlug} ${kind} ${label.toLowerCase()}`
  const notices = [...Map.groupBy(losses, same).values()].flatMap(joined)
  return notices
    .filter(({ closedAt }) => !open || closedAt === null)
    .sort((a, b) => Number(b.closedAt === null) - Number(a.closedAt === null) || order(b.openedAt, a.openedAt))
}

/** `losses` of one control of one platform, in order of time. */
function joined(losses: readonly NoticeLine[]): NoticeLine[] {
  const notices: NoticeLine[] = []
  for (const loss of losses) {
    const last = notices.at(-1)
    if (!last || (last.closedAt !== null && last.closedAt < loss.openedAt)) {
      notices.push(loss)
      continue
    }
    const closedAt =
      last.closedAt === null || loss.closedAt === null ? null : [last.closedAt, loss.closedAt].sort(order).at(-1)!
    notices[notices.length - 1] = {
      ...last,
      closedAt,
      documents: [...new Set([...last.documents, ...loss.documents])],
    }
  }
  return notices
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** One sentence for readers. */
export function noticeWords({ label, documents, openedAt, closedAt }: NoticeLine): string {
  const where =
    documents.length === 1 ? `the page of the ${documents[0]}` : `the pages of ${documents.length} documents`
  const gone = `The choice “${label}” is gone from ${where}, seen in two captures, the second on ${openedAt.slice(0, 10)}`
  return closedAt === null ? `${gone}.` : `${gone}; it was back on ${closedAt.slice(0, 10)}.`
}
