/** The trained numbers that are shipped with the package. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { sha256 } from '../core/canonical-json.ts'
import type { NamedClassifier } from '../pipeline.ts'
import { type Classifier, createClassifier } from '../stages/5-analyse/index.ts'
import { packageFolder } from './package-folder.ts'

export async function loadClassifier(): Promise<Classifier> {
  return createClassifier(await readModel())
}

/** With a name that changes with its numbers. Read once; what it holds stays in memory. */
export function namedClassifier(): Promise<NamedClassifier> {
  loaded ??= readModel().then((model) => ({ classifier: createClassifier(model), name: sha256(model).slice(0, 16) }))
  return loaded
}

let loaded: Promise<NamedClassifier> | null = null

async function readModel(): Promise<Uint8Array> {
  try {
    return await readFile(path.join(packageFolder(), 'knowledge', 'model', 'classify.bin'))
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause
    return new Uint8Array()
  }
}
