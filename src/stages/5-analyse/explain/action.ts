/** What a reader can do about a provision, with the time that the law gives the platform to answer. */
import type { ExplainedAction, ExplainedAnswer, ExplainInput } from '../../../core/explanation.ts'
import type { Action, AnswerPeriod, Knowledge } from '../../../core/knowledge.ts'
import { fill } from './compose.ts'
import type { Regions } from './region.ts'
import { holds } from './signals.ts'
import type { Wording } from './wording.ts'

const ACTIONS = 5

export function actionsOf(
  { types }: ExplainInput,
  knowledge: Knowledge,
  wording: Wording,
  regions: Regions,
): readonly ExplainedAction[] {
  const ids = [...new Set(types.flatMap((type) => knowledge.types[type].actions))]
  return ids
    .map((id) => knowledge.actions.get(id)!)
    .filter(({ when }) => holds(when, wording.signals))
    .slice(0, ACTIONS)
    .map((action) => explained(action, knowledge, wording, regions))
}

function explained(action: Action, knowledge: Knowledge, wording: Wording, regions: Regions): ExplainedAction {
  const part = (name: 'what' | 'route' | 'deadline' | 'request' | 'whoCanUseIt' | 'caveat'): string | null => {
    for (const variant of action.variants) {
      const text = holds(variant.when, wording.signals) ? fill(variant[name], wording) : null
      if (text !== null) return text
    }
    return name === 'whoCanUseIt' ? null : action[name]
  }
  return {
    id: action.id,
    title: action.title,
    who: action.who,
    what: part('what') ?? action.what,
    route: part('route') ?? action.route,
    deadline: part('deadline') ?? action.deadline,
    request: part('request'),
    outcomes: action.outcomes,
    answers: answersOf(action, knowledge, wording, regions),
    whoCanUseIt: part('whoCanUseIt'),
    caveat: part('caveat') ?? action.caveat,
  }
}

function answersOf(
  { answers }: Action,
  knowledge: Knowledge,
  wording: Wording,
  regions: Regions,
): readonly ExplainedAnswer[] {
  return answers.flatMap(({ regulation, request, when }) => {
    if (!holds(when, wording.signals)) return []
    const law = knowledge.regulations.get(regulation)!
    if (!regions.reasons.has(law.region) || !regions.includes(law.jurisdiction)) return []
    const time = law.answerTimes.find(({ requests }) => requests.includes(request))!
    const longer = time.extension ? `, and up to ${periodWords(time.extension)} longer where the law allows it` : ''
    return [{ regulation, short: law.short, section: time.section, period: `${periodWords(time.period)}${longer}` }]
  })
}

/** In the law's own unit: "1 month", "15 business days", "without delay". */
export function periodWords(period: AnswerPeriod): string {
  if (period.count === null) return period.unit === 'without-delay' ? 'without delay' : 'within a reasonable time'
  return `${period.count} ${period.unit.replace('-', ' ')}${period.count === 1 ? '' : 's'}`
}
