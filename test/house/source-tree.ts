/** The tree as git knows it, for rules about it: tracked files and new ones that are not ignored. */
import { execFileSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'

export const ROOT = path.resolve(import.meta.dirname, '..', '..')

export const treeFiles: readonly string[] = execFileSync(
  'git',
  ['-C', ROOT, 'ls-files', '-z', '--cached', '--others', '--exclude-standard'],
  { encoding: 'utf8' },
)
  .split('\0')
  .filter((file) => file !== '' && statSync(path.join(ROOT, file), { throwIfNoEntry: false })?.isFile())
  .sort()

export function readTreeFile(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8')
}

const TEXT = /\.(ts|tsx|mjs|js|json|jsonc|ya?ml|md|css|html|txt|toml|sh)$/

/** Everything that people write: no images, models or captured bytes. */
export const textFiles = treeFiles.filter((file) => TEXT.test(file) || !path.basename(file).includes('.'))

/** Sources of the product, without its tests. */
export const productFiles = treeFiles.filter(
  (file) => /^src\/.*\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && !file.includes('/fixtures/'),
)

export type Import = {
  readonly specifier: string
  /** From the root; null for a package. */
  readonly target: string | null
  /** Gone at run time. */
  readonly typeOnly: boolean
}

/** What a file imports, also for its types and at run time (`import()`, and threads started by `new URL('./…')`). */
export function importsOf(file: string): Import[] {
  const text = readTreeFile(file)
  const found = [
    ...text.matchAll(/\b(?:import|export)\s+(type\s)?[^;'"]*?\bfrom\s+['"](?<specifier>[^'"]+)['"]/g),
    ...text.matchAll(/\bimport\s*(\(\s*)?['"](?<specifier>[^'"]+)['"]/g),
    ...text.matchAll(/\bnew URL\(\s*[`'"](?<specifier>\.[^`'"]+)[`'"],\s*import\.meta\.url/g),
  ]
  return found.map(({ 1: type, groups }) => ({
    specifier: groups!.specifier!,
    target: groups!.specifier!.startsWith('.') ? path.posix.join(path.posix.dirname(file), groups!.specifier!) : null,
    typeOnly: type?.startsWith('type') ?? false,
  }))
}
