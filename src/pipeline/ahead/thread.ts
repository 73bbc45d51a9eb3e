/** One of the threads that read foreign records ahead of the pipeline. */
import { answerQuestions } from '../thread-door.ts'
import { type AheadAnswer, type AheadRequest, createRecordReader } from './read-record.ts'

const read = createRecordReader()
let turn: Promise<unknown> = Promise.resolve()

answerQuestions((request: AheadRequest): Promise<AheadAnswer> => {
  // Records of a track depend on those before them.
  const answer = turn.then(() => read(request))
  turn = answer.catch(() => undefined) // who asked is told
  return answer
})
