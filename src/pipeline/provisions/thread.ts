/** One of the threads that assess versions: reads the database by a connection of its own. */
import { workerData } from 'node:worker_threads'
import { openStore } from '../../store/index.ts'
import type { AwaitingVersion } from '../../store/provision.ts'
import { answerQuestions } from '../thread-door.ts'
import { analysisClassifier } from './analysis-classifier.ts'
import { createAssessor } from './assess.ts'
import type { AssessorData } from './assessors.ts'

const { folder } = workerData as AssessorData
const store = await openStore(folder, { readOnly: true })
const assess = createAssessor(await analysisClassifier())

answerQuestions((version: AwaitingVersion) => assess(store.db, version))
