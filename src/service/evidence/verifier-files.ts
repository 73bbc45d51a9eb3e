/**
 * The verification of bundles as modules for a browser: the very files that `clausewatch verify` runs. They import
 * their neighbours only, so that a folder of them is enough.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { fileURLToPath } from 'node:url'
import { VERIFIER_FOLDER } from '../../stages/2-archive/index.ts'

/** File names to their text; `entry` is the one that exports `verifyBundle`. */
export type VerifierFiles = { readonly files: ReadonlyMap<string, string>; readonly entry: string }

export function readVerifierFiles(): VerifierFiles {
  const folder = fileURLToPath(VERIFIER_FOLDER)
  // Built, they are JavaScript; from the sources their types are taken out here.
  const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  const isModule = new RegExp(`^[\\w-]+\\.${ending}$`)
  const files = new Map<string, string>()
  for (const name of readdirSync(folder).sort()) {
    if (!isModule.test(name)) continue
    const text = readFileSync(`${folder}/${name}`, 'utf8')
    files.set(name, ending === 'ts' ? stripTypeScriptTypes(text) : text)
  }
  return { files, entry: `verify-bundle.${ending}` }
}
