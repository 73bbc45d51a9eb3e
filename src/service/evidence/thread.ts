/** Reads the archive for pages, beside the thread that serves them. */
import { parentPort, workerData } from 'node:worker_threads'
import { ClausewatchError } from '../../core/error.ts'
import { openStore } from '../../store/index.ts'
import { deskOf, type EvidenceDesk } from './desk.ts'
import type { Asked } from './worker.ts'

const { folder } = workerData as { folder: string }
const store = await openStore(folder, { readOnly: true })
const desk = deskOf(folder, store.db)
parentPort!.on('message', async ({ id, name, argument }: Asked) => {
  try {
    const ask = desk[name] as (argument: unknown) => ReturnType<EvidenceDesk[typeof name]>
    parentPort!.postMessage({ id, value: await ask(argument) })
  } catch (cause) {
    const code = cause instanceof ClausewatchError ? cause.code : null
    parentPort!.postMessage({ id, failure: cause instanceof Error ? cause.message : String(cause), code })
  }
})
