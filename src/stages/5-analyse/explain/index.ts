/** Explains one provision from its wording, the facts of its document and `knowledge/` (DESIGN section 7). Pure. */
import type { ExplainInput, Explanation } from '../../../core/explanation.ts'
import type { Knowledge } from '../../../core/knowledge.ts'

/** `input.types` must not be empty; the first decides what is said, the others which law and actions are added. */
export function explain(input: ExplainInput, knowledge: Knowledge): Explanation {
  const main = knowledge.types[input.types[0]!]
  return {
    whatItIs: main.whatItIs,
    whyItMatters: main.whyItMatters,
    impact: main.impact,
    actions: [],
    law: [],
    exposure: { ...main.exposure, enforcers: [] },
    flags: [],
    contract: main.contract,
    compliance: main.compliance,
    dueDiligence: [],
    agencies: [],
    note: null,
    breach: null,
    incorporated: [],
  }
}
