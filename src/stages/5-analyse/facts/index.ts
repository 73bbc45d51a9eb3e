/** Facts of a document (FACTS of the labelled data): one family a file, all of them listed here. */
import type { Fact } from '../../../core/provision.ts'
import { readDates } from './dates.ts'
import { type FactBlock, fold, passagesOf } from './passage.ts'
import type { FactContext, FactReader } from './reader.ts'

const READERS: readonly FactReader[] = [readDates]

/** The stated facts of a document, at most one of each name; what is left out is not stated. */
export function readFacts(blocks: readonly FactBlock[], context: FactContext): readonly Fact[] {
  const document = { blocks, passages: passagesOf(blocks), platform: context.platform, kind: fold(context.document) }
  return READERS.flatMap((read) => read(document))
}
