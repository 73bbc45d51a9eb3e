/** Compares texts for pages, beside the thread that serves them. */
import { workerData } from 'node:worker_threads'
import { answerQuestions } from '../../pipeline/thread-door.ts'
import { openStore } from '../../store/index.ts'
import { computeRedline, type RedlineRequest } from './compute.ts'

const { folder } = workerData as { folder: string }
const store = await openStore(folder, { readOnly: true })
answerQuestions((request: RedlineRequest) => computeRedline(store.db, request))
