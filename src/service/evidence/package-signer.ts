/** The key with which bundles are signed as a whole, where the operator has set one. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { toMoment } from '../../core/clock.ts'
import { ClausewatchError } from '../../core/error.ts'
import { type PackageSigner, readPackageKey } from '../../stages/2-archive/index.ts'
import { systemClock } from '../clock.ts'
import { packageFolder } from '../package-folder.ts'

/** @throws ClausewatchError `wacz-key-unreadable` */
export function packageSigner(env: NodeJS.ProcessEnv = process.env): PackageSigner | null {
  const file = env.CLAUSEWATCH_WACZ_KEY
  if (!file) return null
  const manifest = readFileSync(path.join(packageFolder(), 'package.json'), 'utf8')
  const { version } = JSON.parse(manifest) as { version: string }
  return {
    privateKey: readPackageKey(readKeyFile(file), file),
    signedAt: toMoment(systemClock.now()),
    software: 'Clausewatch',
    version,
  }
}

function readKeyFile(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new ClausewatchError(
      'wacz-key-unreadable',
      `${file} cannot be read (${(cause as NodeJS.ErrnoException).code}).`,
      'Set CLAUSEWATCH_WACZ_KEY to the file with the key that signs bundles, or leave it away.',
      { cause },
    )
  }
}
