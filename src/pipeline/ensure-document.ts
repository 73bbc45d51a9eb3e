/** Documents and platforms get their numbers from the archive's register, before anything else knows them. */
import type { Platform, PolicyDocument } from '../core/document.ts'
import type { DocumentKey } from '../core/entry.ts'
import { type IdKind, parseId } from '../core/id.ts'
import type { Archive } from '../stages/2-archive/index.ts'
import { documentByKey, putDocument } from '../store/document.ts'
import type { Db } from '../store/index.ts'
import { platformBySlug, putPlatform } from '../store/platform.ts'

/** The number of the public id of a natural key. */
export function numberFor(archive: Archive, kind: IdKind, naturalKey: string): number {
  return parseId(archive.idFor(kind, naturalKey))!.number
}

type Described = {
  readonly platform: Platform
  readonly document: PolicyDocument
  readonly followed: boolean
  readonly at: string
}

/** The number of a document, made and registered where it is not known. */
export async function ensureDocument(
  db: Db,
  archive: Archive,
  { platform, document, followed, at }: Described,
): Promise<number> {
  const key: DocumentKey = { platform: platform.slug, document: document.slug }
  const known = await documentByKey(db, key)
  if (known && !followed) return known.number
  const knownPlatform = await platformBySlug(db, platform.slug)
  const platformNumber = knownPlatform?.number ?? numberFor(archive, 'platform', platform.slug)
  // The catalogue describes platforms; an import only names those that nobody described.
  if (followed || !knownPlatform) await putPlatform(db, platformNumber, platform, at)
  const number = known?.number ?? numberFor(archive, 'document', `${key.platform}/${key.document}`)
  await putDocument(db, number, platformNumber, document, followed, at)
  return number
}
