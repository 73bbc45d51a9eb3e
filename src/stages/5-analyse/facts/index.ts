/** Facts of a document (FACTS of the labelled data): one family a file, all of them listed here. */
import type { Fact } from '../../../core/provision.ts'
import { readAge } from './age.ts'
import { readArbitration } from './arbitration.ts'
import { readChanges } from './changes.ts'
import { readCompetition } from './competition.ts'
import { readContact } from './contact.ts'
import { readDates } from './dates.ts'
import { readDesks } from './desks.ts'
import { readIndemnity } from './indemnity.ts'
import { readLaw } from './law.ts'
import { readLiability } from './liability.ts'
import { createFactMemory, type FactMemory } from './memory.ts'
import { readOwnership } from './ownership.ts'
import { type FactBlock, fold, passagesOf } from './passage.ts'
import type { FactContext, FactReader } from './reader.ts'
import { readRetention } from './retention.ts'
import { readTermination } from './termination.ts'
import { readTraining } from './training.ts'
import { readTransfer } from './transfer.ts'

const READERS: readonly FactReader[] = [
  readDates,
  readTraining,
  readChanges,
  readLaw,
  readArbitration,
  readLiability,
  readAge,
  readOwnership,
  readCompetition,
  readIndemnity,
  readTermination,
  readRetention,
  readTransfer,
  readContact,
  readDesks,
]

export { createFactMemory, type FactMemory } from './memory.ts'

/**
 * The stated facts of a document, at most one of each name; what is left out is not stated. Whoever reads the texts of a
 * history hands the same memory in for all of them: then a text costs as much as what is new in it.
 */
export function readFacts(
  blocks: readonly FactBlock[],
  context: FactContext,
  memory: FactMemory = createFactMemory(),
): readonly Fact[] {
  const about = { platform: context.platform, kind: fold(context.document) }
  const document = { blocks, passages: passagesOf(blocks, about, memory), ...about }
  return READERS.flatMap((read) => read(document))
}
