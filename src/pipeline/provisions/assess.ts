/**
 * What can be said of a version before it is the turn of its provisions: the answers for its blocks, its facts, and how
 * its blocks stand to those of the version before it. Reads the database and writes nothing, so that threads can do it.
 */
import type { PolicyText } from '../../core/policy-text.ts'
import type { Classification, Fact } from '../../core/provision.ts'
import { align } from '../../stages/4-compare/index.ts'
import {
  answersOfText,
  type BlockPair,
  classifierBlocks,
  createFactMemory,
  factsOfText,
  readFacts,
} from '../../stages/5-analyse/index.ts'
import type { Db } from '../../store/index.ts'
import { readText } from '../../store/policy-text.ts'
import { type AwaitingVersion, earlierVersions } from '../../store/provision.ts'
import { createAnswerer, type NamedClassifier } from './block-answers.ts'

export type Assessment = {
  readonly text: PolicyText
  readonly answers: readonly (Classification | null)[]
  readonly facts: readonly Fact[]
  /** The version whose provisions go on here, and how its blocks went. */
  readonly before: { readonly version: number; readonly text: PolicyText; readonly pairs: readonly BlockPair[] } | null
  /** Answers of the classifier that were not known. */
  readonly learned: ReadonlyMap<string, string>
}

/** Null: the text is in a language that the analysis does not read. */
export type Assess = (db: Db, version: AwaitingVersion) => Promise<Assessment | null>

/** The newest texts are those before the next ones. */
const MOST_TEXTS = 24

export function createAssessor(named: NamedClassifier): Assess {
  const answer = createAnswerer(named)
  const memory = createFactMemory()
  const texts = new Map<number, PolicyText>()
  const textOf = async (db: Db, id: number): Promise<PolicyText> => {
    const text = texts.get(id) ?? (await readText(db, id))
    texts.delete(id)
    texts.set(id, text)
    if (texts.size > MOST_TEXTS) texts.delete(texts.keys().next().value!)
    return text
  }
  return async (db, version) => {
    if (!isRead(version.language)) return null
    const text = await textOf(db, version.textId)
    const blocks = classifierBlocks(text)
    const context = { platform: version.platformName, document: version.documentTitle }
    const { answers, learned } = await answer(db, blocks.blocks, context)
    return {
      text,
      answers: answersOfText(answers, blocks, text),
      facts: factsOfText(readFacts(blocks.blocks, context, memory), blocks, text),
      before: await beforeOf(db, version, text, textOf),
      learned,
    }
  }
}

/** Too short to tell the language: read as if it were English. */
function isRead(language: string | null): boolean {
  return language === null || /^en\b/i.test(language)
}

/**
 * The version that this one was compared with; else the newest before it of the same track, else of the document, so
 * that a baseline of another track goes on with the same provisions. What the analysis does not read is passed over.
 */
async function beforeOf(
  db: Db,
  version: AwaitingVersion,
  text: PolicyText,
  textOf: (db: Db, id: number) => Promise<PolicyText>,
): Promise<Assessment['before']> {
  const earlier = (await earlierVersions(db, version)).filter(({ language }) => isRead(language))
  const chosen = earlier.find(({ number }) => number === version.previousVersion) ?? earlier[0]
  if (!chosen) return null
  const before = await textOf(db, chosen.textId)
  const { pairs } = align(before, text)
  return {
    version: chosen.number,
    text: before,
    pairs: pairs
      .filter(({ old, new: now }) => old.length > 0 && now.length > 0)
      .map(({ old, new: now, similarity }) => ({ old, new: now, similarity })),
  }
}
