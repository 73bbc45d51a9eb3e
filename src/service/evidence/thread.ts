/** Reads the archive for pages, beside the thread that serves them. */
import { workerData } from 'node:worker_threads'
import { answerQuestions } from '../../pipeline/thread-door.ts'
import { openStore } from '../../store/index.ts'
import { deskOf, type EvidenceDesk } from './desk.ts'
import type { Asked } from './worker.ts'

const { folder } = workerData as { folder: string }
const store = await openStore(folder, { readOnly: true })
const desk = deskOf(folder, store.db)
answerQuestions<Asked, unknown>(({ name, argument }: Asked) => {
  const ask = desk[name] as (argument: unknown) => ReturnType<EvidenceDesk[typeof name]>
  return ask(argument)
})
