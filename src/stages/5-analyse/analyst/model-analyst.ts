/**
 * An analyst that asks a language model. Answers are kept by subject, prompt version and model, so that the same passage
 * is never paid for twice; whatever a model does (time-outs, refusals, nonsense, orders taken from the passage) ends in
 * a checked answer or in that of our own rules.
 */
import type {
  Analyst,
  Annotation,
  AnnotationCache,
  Completion,
  DegradedReason,
  LanguageModel,
  Subject,
  TokenBudget,
} from '../../../core/analyst.ts'
import type { Knowledge } from '../../../core/knowledge.ts'
import { parseAnswer } from './answer.ts'
import { checkAnswer } from './check.ts'
import { embeddedAnnotation } from './embedded-analyst.ts'
import { estimateTokens, PROMPT_VERSION, subjectSha256, toQuestion } from './prompt.ts'

export type ModelAnalystOptions = {
  readonly model: LanguageModel
  readonly knowledge: Knowledge
  readonly cache: AnnotationCache
  readonly budget: TokenBudget
}

export function createModelAnalyst({ model, knowledge, cache, budget }: ModelAnalystOptions): Analyst {
  return {
    async annotate(subject, signal) {
      const key = { subject: subjectSha256(subject), promptVersion: PROMPT_VERSION, model: model.name }
      const kept = await cache.find(key)
      if (kept) return kept
      const question = toQuestion(subject)
      const reserved = estimateTokens(question)
      if (!(await budget.reserve(reserved)))
        return degrade(subject, 'budget', 'the tokens of this day are used up: what is left is asked tomorrow')
      const completion = await model.complete(question, signal)
      await budget.settle(reserved, usedTokens(completion, reserved))
      if (completion.kind === 'failed') return degrade(subject, completion.reason, completion.detail)
      const answer = parseAnswer(completion.text)
      if (!answer) return degrade(subject, 'malformed', 'the model did not answer in the form that was asked for')
      const { notes, laws, dropped } = checkAnswer(answer, subject, knowledge)
      const annotation: Annotation =
        notes.length + laws.length > 0
          ? {
              by: { kind: 'model', name: completion.model, promptVersion: PROMPT_VERSION },
              notes,
              laws,
              dropped,
              degraded: null,
            }
          : {
              ...degrade(subject, 'nothing-left', 'nothing that the model wrote held against the passage'),
              dropped,
            }
      // The same question would bring the same nonsense: it is kept as well, and asked again with the next prompt.
      await cache.keep(key, annotation)
      return annotation
    },
  }
}

/** Where nobody counts, what was set aside: a server that took too long has perhaps worked for us all the while. */
function usedTokens(completion: Completion, reserved: number): number {
  if (completion.kind === 'text') return completion.tokens ?? reserved
  return completion.reason === 'timeout' ? reserved : 0
}

function degrade(subject: Subject, reason: DegradedReason, detail: string): Annotation {
  return embeddedAnnotation(subject, { reason, detail })
}
