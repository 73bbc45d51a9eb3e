/** The catalogue of a folder: every `*.yaml` in it is one platform. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { ClausewatchError } from '../../core/error.ts'
import { packageFolder } from '../package-folder.ts'
import { type CataloguePlatform, parsePlatformFile } from './format.ts'

/**
 * Reads the folders in order; what a later folder says of a platform or document counts before what an earlier one
 * says, so that a user's own catalogue goes before the built-in one.
 * @throws ClausewatchError `catalogue-malformed`, `catalogue-missing`.
 */
export function loadCatalogue(folders: readonly string[]): CataloguePlatform[] {
  const platforms = new Map<string, CataloguePlatform>()
  for (const folder of folders) {
    for (const file of catalogueFiles(folder)) {
      const loaded = parsePlatformFile(readFileSync(file, 'utf8'), file)
      const { slug } = loaded.platform
      const known = platforms.get(slug)
      // A later folder's document goes before one of the same slug; the platform's other documents stay.
      const others =
        known?.documents.filter((one) => !loaded.documents.some((document) => document.slug === one.slug)) ?? []
      platforms.set(slug, { platform: loaded.platform, documents: [...others, ...loaded.documents] })
    }
  }
  return [...platforms.values()].sort((a, b) => a.platform.name.localeCompare(b.platform.name, 'en'))
}

/** The built-in catalogue, then what `clausewatch add` wrote beside the archive. */
export function defaultCatalogues(dataFolder: string): string[] {
  const own = path.join(dataFolder, 'catalogue')
  return [path.join(packageFolder(), 'catalogue'), ...(existsSync(own) ? [own] : [])]
}

function catalogueFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => path.join(folder, name))
  } catch (cause) {
    throw new ClausewatchError(
      'catalogue-missing',
      `the catalogue folder ${folder} cannot be read`,
      'name a folder of catalogue files with --catalogue',
      { cause },
    )
  }
}
