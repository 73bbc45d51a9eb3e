/** Where the package lies: catalogue, knowledge and demo are read from there, whether it runs from `src` or `dist`. */
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export function packageFolder(): string {
  return path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..')
}
