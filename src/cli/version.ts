import { readFileSync } from 'node:fs'
import path from 'node:path'
import { packageFolder } from '../service/package-folder.ts'

/** The version of this package. */
export function programVersion(): string {
  const { version } = JSON.parse(readFileSync(path.join(packageFolder(), 'package.json'), 'utf8')) as {
    version: string
  }
  return version
}
