/**
 * What was said of the sentences of earlier texts, so that reading a changed document asks only about the blocks that
 * changed: a history of texts has few that are new. Whoever reads several texts owns the memory and hands it in.
 */
import { createRecent } from '../../../core/recent.ts'
import type { BlockSentences, Sentence } from './passage.ts'

export type FactMemory = { sentencesOf(key: string, read: () => BlockSentences): BlockSentences }

/** Some twenty megabytes; the corpus of 2,800 texts has 30,000 different blocks. */
const MOST_SENTENCES = 40_000

export function createFactMemory(mostSentences = MOST_SENTENCES): FactMemory {
  const blocks = createRecent<BlockSentences>(mostSentences / 2, (_, { sentences }) => sentences.length + 1)
  return { sentencesOf: blocks.recall }
}

let answers = 0

/**
 * Makes an answer that is found once for a sentence and remembered with it. The type keeps it to what a sentence holds:
 * where it stands in the document, and what the document says elsewhere, is not in it.
 */
export function ofSentence<T extends NonNullable<unknown> | null>(
  answer: (sentence: Sentence) => T,
): (sentence: Sentence) => T {
  const place = answers++
  return (sentence) => {
    const known = sentence.said[place]
    if (known !== undefined) return known as T
    const said = answer(sentence)
    sentence.said[place] = said
    return said
  }
}
