/** One of the threads that read foreign records ahead of the pipeline. */
import { parentPort } from 'node:worker_threads'
import { type AheadRequest, createRecordReader } from './read-record.ts'

const read = createRecordReader()
let turn: Promise<void> = Promise.resolve()

parentPort!.on('message', (request: AheadRequest) => {
  // Records of a track depend on those before them.
  turn = turn.then(async () => parentPort!.postMessage(await read(request)))
})
