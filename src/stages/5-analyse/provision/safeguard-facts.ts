/** What the facts that a provision states mean for its severity, in words. */
import type { Fact } from '../../../core/provision.ts'

export function safeguardsOfFacts(facts: readonly Fact[]): string[] {
  return facts.flatMap(({ fact, value }) => {
    if (fact === 'training.stance' && value === 'never') return ['content is not used for training']
    if (fact === 'training.stance' && value === 'opt-out') return ['training can be declined']
    if (fact === 'training.stance' && value === 'opt-in') return ['training only with consent']
    if (fact === 'training.stance' && value === 'default-on') return ['training is on, and no way out is stated']
    if (fact === 'changes.noticeDays') return [`changes are announced ${value} days before`]
    if (fact === 'arbitration.optOutDays') return [`arbitration can be declined within ${value} days`]
    if (fact === 'liability.cap') return [`liability is capped: ${value}`]
    if (fact === 'termination.anytime' && value === true) return ['the provider may end it without cause']
    return []
  })
}
