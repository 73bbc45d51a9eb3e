/**
 * The classifier that the package brings along, for the thread at hand: read at the first comparison that needs it, and
 * kept. Its numbers take some twenty megabytes in every thread that classifies.
 */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { sha256 } from '../core/canonical-json.ts'
import { createClassifier } from '../stages/5-analyse/index.ts'
import type { NamedClassifier } from './provisions/block-answers.ts'

const PACKAGE = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..')
const MODEL_FILE = path.join(PACKAGE, 'knowledge', 'model', 'classify.bin')

let loaded: Promise<NamedClassifier | null> | null = null

/** Null in a package without trained numbers: rules decide alone. */
export function trainedClassifier(): Promise<NamedClassifier | null> {
  loaded ??= load()
  return loaded
}

async function load(): Promise<NamedClassifier | null> {
  try {
    const model = await readFile(MODEL_FILE)
    return { classifier: createClassifier(model), name: sha256(model).slice(0, 16) }
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause
    return null
  }
}
