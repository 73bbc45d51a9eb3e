/**
 * The classifier's answers for the blocks of a text: what was asked before in the same context is remembered, in memory
 * and in the database, so that a changed document costs as much as what changed in it.
 */
import { sha256 } from '../../core/canonical-json.ts'
import { SEVERITIES } from '../../core/change.ts'
import { type Classification, type Confidence, PROVISION_TYPES } from '../../core/provision.ts'
import {
  type ClassificationContext,
  type ClassifiedBlock,
  type Classifier,
  contextKeys,
  STAGE_VERSION,
} from '../../stages/5-analyse/index.ts'
import { knownAnswers } from '../../store/block-answer.ts'
import type { Db } from '../../store/index.ts'

/** `name` differs where trained numbers do. */
export type NamedClassifier = { readonly classifier: Classifier; readonly name: string }

export type BlockAnswers = {
  readonly answers: readonly Classification[]
  /** What was not known before, to be kept. */
  readonly learned: ReadonlyMap<string, string>
}

const CONFIDENCES: readonly Confidence[] = ['high', 'medium', 'low']
/** Some ten megabytes. */
const MOST_REMEMBERED = 60_000

export function createAnswerer({ classifier, name }: NamedClassifier) {
  const remembered = new Map<string, string>()
  const remember = (key: string, answer: string) => {
    if (remembered.size >= MOST_REMEMBERED) remembered.delete(remembered.keys().next().value!)
    remembered.set(key, answer)
  }
  return async (db: Db, blocks: readonly ClassifiedBlock[], context: ClassificationContext): Promise<BlockAnswers> => {
    const keys = contextKeys(blocks, context).map((key) => sha256(`${STAGE_VERSION}\n${name}\n${key}`).slice(0, 32))
    const unknown = [...new Set(keys.filter((key) => !remembered.has(key)))]
    for (const [key, answer] of await knownAnswers(db, unknown)) remember(key, answer)
    const asked = new Map<string, number>()
    for (const [at, key] of keys.entries()) if (!remembered.has(key) && !asked.has(key)) asked.set(key, at)
    const fresh = classifier.classify(blocks, context, [...asked.values()])
    const learned = new Map([...asked.keys()].map((key, at) => [key, encode(fresh[at]!)]))
    const answers = keys.map((key) => decode(remembered.get(key) ?? learned.get(key)!))
    for (const [key, answer] of learned) remember(key, answer)
    return { answers, learned }
  }
}

/** "12.3/0/1": positions of types, severity and confidence; "//2" where nothing is stated. */
function encode({ types, severity, confidence }: Classification): string {
  const places = types.map((type) => PROVISION_TYPES.indexOf(type)).join('.')
  return `${places}/${severity === null ? '' : SEVERITIES.indexOf(severity)}/${CONFIDENCES.indexOf(confidence)}`
}

function decode(answer: string): Classification {
  const [types = '', severity = '', confidence = ''] = answer.split('/')
  return {
    types: types === '' ? [] : types.split('.').map((place) => PROVISION_TYPES[Number(place)]!),
    severity: severity === '' ? null : SEVERITIES[Number(severity)]!,
    confidence: CONFIDENCES[Number(confidence)]!,
  }
}
