/** Compares texts for pages, beside the thread that serves them. */
import { parentPort, workerData } from 'node:worker_threads'
import { openStore } from '../../store/index.ts'
import { computeRedline, type RedlineRequest } from './compute.ts'

const { folder } = workerData as { folder: string }
const store = await openStore(folder, { readOnly: true })
parentPort!.on('message', async ({ id, request }: { id: number; request: RedlineRequest }) => {
  try {
    parentPort!.postMessage({ id, redline: await computeRedline(store.db, request) })
  } catch (cause) {
    parentPort!.postMessage({ id, failure: cause instanceof Error ? cause.message : String(cause) })
  }
})
