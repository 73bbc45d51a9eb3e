/** A person supplies a file as the text of a document: from a mail, an order form, or a page that no program may fetch. */
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { ClausewatchError } from '../core/error.ts'
import { type CheckResult, openPipeline } from '../pipeline.ts'
import { documentByKey } from '../store/document.ts'
import { loadCatalogue } from './catalogue/load.ts'
import { systemClock } from './clock.ts'
import { refuseDemoFolder } from './demo.ts'
import type { FollowOrder } from './following.ts'
import { openSnapshots } from './snapshots.ts'

export type Supply = {
  readonly file: string
  /** Slugs, `platform/document`. */
  readonly document: string
  /** Where the file is from, in its bringer's words; empty where nothing is said. */
  readonly note: string
}

/** What stage 3 reads at most. */
const MAX_BYTES = 32 * 1024 * 1024
/** Of an entry, which has 16 KiB. */
const MAX_NOTE_UNITS = 1000
const MAX_NAME_UNITS = 255

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.htm': 'text/html',
  '.xhtml': 'text/html',
  '.pdf': 'application/pdf',
  '.md': 'text/markdown',
  '.markdown': 'text/markdown',
  '.txt': 'text/plain',
}

/** @throws ClausewatchError `file-unreadable`, `file-unsupported`, `document-unknown`, `demo-folder`, and as `openArchive` does. */
export async function supplyDocument(order: FollowOrder, { file, document, note }: Supply): Promise<CheckResult> {
  await refuseDemoFolder(order.folder)
  const mediaType = MEDIA_TYPES[path.extname(file).toLowerCase()]
  if (!mediaType)
    throw new ClausewatchError(
      'file-unsupported',
      `${file} is of a kind that cannot be read`,
      `supply one of ${Object.keys(MEDIA_TYPES).join(', ')}`,
    )
  const bytes = await readSupplied(file)
  const [platform = '', slug = ''] = document.split('/')
  const key = { platform, document: slug }
  const { folder, catalogues, settings } = order
  const catalogue = loadCatalogue(catalogues)
  const { origin, checkpointFolder } = settings
  const options = { folder, clock: systemClock, origin, checkpointFolder, catalogue, ...(await openSnapshots()) }
  await using pipeline = await openPipeline(options)
  const isListed = catalogue.find((one) => one.platform.slug === platform)?.documents.some((one) => one.slug === slug)
  // What is followed stays as it is, unless the catalogue names a document that the archive does not know yet.
  if (isListed && !(await documentByKey(pipeline.store.db, key))) await pipeline.follow(catalogue)
  const known = await documentByKey(pipeline.store.db, key)
  if (!known)
    throw new ClausewatchError(
      'document-unknown',
      `there is no document ${document}`,
      'see the slugs with `clausewatch status`, or follow it first with `clausewatch add URL`',
    )
  const name = path.basename(file).slice(0, MAX_NAME_UNITS).toWellFormed()
  return await pipeline.supply(known, { name, note: note.slice(0, MAX_NOTE_UNITS).toWellFormed(), bytes, mediaType })
}

async function readSupplied(file: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(file)
    if (size > 0 && size <= MAX_BYTES) return await readFile(file)
    const what = size === 0 ? 'is empty' : `has ${size} bytes, more than ${MAX_BYTES}`
    throw new ClausewatchError('file-unsupported', `${file} ${what}`, 'supply the document alone')
  } catch (cause) {
    if (cause instanceof ClausewatchError) throw cause
    throw new ClausewatchError('file-unreadable', `${file} cannot be read`, 'check the path', { cause })
  }
}
