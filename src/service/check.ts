/** One round of checks now, without serving anything. */
import { toMoment } from '../core/clock.ts'
import type { DocumentKey } from '../core/entry.ts'
import { ClausewatchError } from '../core/error.ts'
import { dueDocuments } from '../store/document.ts'
import { systemClock } from './clock.ts'
import { refuseDemoFolder } from './demo.ts'
import { type FollowOrder, openFollowing } from './following.ts'
import { checkDocuments } from './schedule.ts'
import type { WorkReport } from './work/message.ts'

export type CheckOrder = FollowOrder & {
  /** Slugs; all documents where they are left away. */
  readonly platform?: string | undefined
  readonly document?: string | undefined
  /** Only what is due. */
  readonly due: boolean
  readonly signal: AbortSignal
}

export type Checked = Omit<WorkReport & { kind: 'checked' }, 'kind'>

/** Checks what is chosen, or only names it where `onChecked` is null. @throws ClausewatchError `document-unknown`, `demo-folder`. */
export async function checkNow(
  { platform, document, due, signal, ...order }: CheckOrder,
  onChecked: ((checked: Checked) => void) | null,
): Promise<readonly DocumentKey[]> {
  await refuseDemoFolder(order.folder)
  await using following = openFollowing(order)
  await using pipeline = (await following.openArchive()).pipeline
  const followed = await dueDocuments(pipeline.store.db, due ? toMoment(systemClock.now()) : null)
  const chosen = followed.filter(
    ({ key }) =>
      (platform === undefined || key.platform === platform) && (document === undefined || key.document === document),
  )
  if (chosen.length === 0 && platform !== undefined && !due) {
    throw new ClausewatchError(
      'document-unknown',
      `the catalogue has no ${[platform, document].filter(Boolean).join('/')}`,
      'see its slugs with `clausewatch status`, or add one with `clausewatch add URL`',
    )
  }
  if (onChecked)
    await checkDocuments(pipeline, chosen, systemClock, {
      signal,
      onResult: (result, done, total) => onChecked({ result, at: toMoment(systemClock.now()), done, total }),
    })
  return chosen.map(({ key }) => key)
}
