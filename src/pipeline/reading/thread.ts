/** The thread in which received pages are read; it may be ended in the middle of any of them. */
import type { ExtractInput } from '../../core/reading.ts'
import { extract } from '../../stages/3-extract/index.ts'
import { answerQuestions } from '../thread-door.ts'

answerQuestions((input: ExtractInput) => extract(input))
