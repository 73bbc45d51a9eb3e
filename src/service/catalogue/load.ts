/** The catalogue of a folder: every `*.yaml` in it is one platform. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { ClausewatchError } from '../../core/error.ts'
import { type CataloguePlatform, parsePlatformFile } from './format.ts'

/**
 * Reads the folders in order; a platform of a later folder replaces one of the same slug, so that a user's own
 * catalogue goes before the built-in one.
 * @throws ClausewatchError `catalogue-malformed`, `catalogue-missing`.
 */
export function loadCatalogue(folders: readonly string[]): CataloguePlatform[] {
  const platforms = new Map<string, CataloguePlatform>()
  for (const folder of folders) {
    for (const file of catalogueFiles(folder)) {
      const loaded = parsePlatformFile(readFileSync(file, 'utf8'), file)
      platforms.set(loaded.platform.slug, loaded)
    }
  }
  return [...platforms.values()].sort((a, b) => a.platform.name.localeCompare(b.platform.name, 'en'))
}

export function catalogueFiles(folder: string): string[] {
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
