/** The trained numbers that are shipped with the package. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { type Classifier, createClassifier } from '../stages/5-analyse/index.ts'
import { packageFolder } from './package-folder.ts'

export async function loadClassifier(): Promise<Classifier> {
  const file = path.join(packageFolder(), 'knowledge', 'model', 'classify.bin')
  try {
    return createClassifier(await readFile(file))
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause
    return createClassifier(new Uint8Array())
  }
}
