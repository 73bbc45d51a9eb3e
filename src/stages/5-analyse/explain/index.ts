/**
 * Explains one provision from its wording, the facts of its document and `knowledge/` (DESIGN section 7). Pure: the same
 * input gives the same words. What is said of a wording rests on signals that it gives; a wording that gives none gets
 * the general text of its type with its own words beside it.
 */
import type { ExplainInput, Explanation } from '../../../core/explanation.ts'
import type { Knowledge, ProvisionKnowledge } from '../../../core/knowledge.ts'
import { actionsOf } from './action.ts'
import { breachOf } from './breach.ts'
import { checksOf, depthOf, exposureOf, isSpecific, joined, partText, type TextPart } from './compose.ts'
import { incorporatedOf } from './incorporated.ts'
import { agenciesOf, flagsOf, lawsOf } from './law.ts'
import { noteOf } from './note.ts'
import { regionsOf } from './region.ts'
import { siblingStatements } from './sibling.ts'
import { readWording, type Wording } from './wording.ts'

/** A list that nobody finishes helps nobody; those of the main type come first. */
const CHECKS = 8

/** `input.types` must not be empty; the main one decides what is said, the others add what else is stated, law, actions and checks. */
export function explain(input: ExplainInput, knowledge: Knowledge): Explanation {
  const wording = readWording(input)
  const regions = regionsOf(input)
  const types = input.types.map((type) => knowledge.types[type])
  const told = toldBy(types, wording)
  const main = mainOf(told, wording)
  const part = (name: TextPart, general: string): string => partText(main, name, general, wording)
  const what = joined(told.map((type) => partText(type, 'whatItIs', type.whatItIs, wording)))
  const law = lawsOf(input, knowledge, wording, regions)
  const incorporated = incorporatedOf(input)
  const agencies = agenciesOf(law, input, knowledge)
  return {
    whatItIs: `${what}${inItsOwnWords(told, wording)}${exceptionOf(what, wording)}`,
    whyItMatters: part('whyItMatters', main.whyItMatters),
    impact: {
      consumers: part('consumers', main.impact.consumers),
      businesses: part('businesses', main.impact.businesses),
      researchers: part('researchers', main.impact.researchers),
      endUsers: part('endUsers', main.impact.endUsers),
    },
    actions: actionsOf(input, knowledge, wording, regions),
    law,
    exposure: { ...exposureOf(main, input.severity, wording), enforcers: agencies.slice(0, 4).map(({ name }) => name) },
    flags: flagsOf(
      told.map(({ type }) => type),
      knowledge,
      regions,
    ),
    contract: part('contract', main.contract),
    compliance: part('compliance', main.compliance),
    dueDiligence: [...new Set(types.flatMap((type) => checksOf(type, wording)))].slice(0, CHECKS),
    agencies,
    note: noteOf(input, incorporated, wording),
    breach: breachOf(input, wording),
    incorporated,
    elsewhere: siblingStatements(input, wording),
  }
}

/** Signals that a reading has to ask for before it says what a provision is beside, or instead of, its first type. */
const DEEP = 2

/** The types that say what a provision is: the first, and one more where a reading of that was made for such wordings, since a passage of two types states two rules. */
function toldBy([first, ...others]: readonly ProvisionKnowledge[], wording: Wording): readonly ProvisionKnowledge[] {
  const second = others.find((type) => depthOf(type, wording) >= DEEP)
  return second === undefined ? [first!] : [first!, second]
}

/** The one of them whose words explain the provision: the first, save where it has no reading for this wording. */
function mainOf([first, second]: readonly ProvisionKnowledge[], wording: Wording): ProvisionKnowledge {
  return second !== undefined && depthOf(first!, wording) === 0 ? second : first!
}

/** Where nothing of what is said comes from this wording, its own words stand beside it. */
function inItsOwnWords(told: readonly ProvisionKnowledge[], wording: Wording): string {
  const focus = wording.places.get('focus')
  const isSaid = told.some((type) => isSpecific(type, 'whatItIs', wording))
  return focus === undefined || isSaid ? '' : ` In the document’s own words: “${focus}”.`
}

function exceptionOf(said: string, wording: Wording): string {
  const exception = wording.places.get('exception')
  return exception === undefined || said.includes(exception)
    ? ''
    : ` It sets a condition or makes an exception: “${exception}”.`
}
