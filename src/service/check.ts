/** One round of checks now, without serving anything. */
import { toMoment } from '../core/clock.ts'
import type { DocumentKey } from '../core/entry.ts'
import { ClausewatchError } from '../core/error.ts'
import { openPipeline } from '../pipeline.ts'
import { dueDocuments } from '../store/document.ts'
import { loadCatalogue } from './catalogue/load.ts'
import { systemClock } from './clock.ts'
import { refuseDemoFolder } from './demo.ts'
import { openFetcher } from './fetcher.ts'
import { checkDocuments } from './schedule.ts'
import type { Settings } from './settings.ts'
import type { WorkReport } from './work/message.ts'

export type CheckOrder = {
  readonly folder: string
  readonly catalogues: readonly string[]
  readonly settings: Settings
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
  { folder, catalogues, settings, platform, document, due, signal }: CheckOrder,
  onChecked: ((checked: Checked) => void) | null,
): Promise<readonly DocumentKey[]> {
  await refuseDemoFolder(folder)
  const { contact, allowPrivateHosts, spacingMs, browser, origin, checkpointFolder } = settings
  await using fetcher = openFetcher({ clock: systemClock, contact, allowPrivateHosts, spacingMs, browser })
  const catalogue = loadCatalogue(catalogues)
  await using pipeline = await openPipeline({
    folder,
    clock: systemClock,
    capturer: fetcher.capturer,
    hasBrowser: fetcher.hasBrowser,
    checkpointFolder,
    origin,
    catalogue,
  })
  await pipeline.follow(catalogue)
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
