/** What a provision means, from the knowledge that is shipped. */
import type { ExplainInput, Explanation } from '../core/explanation.ts'
import { explain } from '../stages/5-analyse/index.ts'
import { packageKnowledge } from './knowledge.ts'

/** Pure beside reading the knowledge once. */
export function explainProvision(input: ExplainInput): Explanation {
  knowledge ??= packageKnowledge()
  return explain(input, knowledge)
}

let knowledge: ReturnType<typeof packageKnowledge> | null = null
