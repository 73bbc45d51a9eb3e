/**
 * What a wording names, in the words of an explanation: kinds of data, parties, purposes and the like, in the order in
 * which they stand there. These fill the places (`{data}`) in the texts of `knowledge/`.
 */
import { COMPANY_NAMES } from './names/company.ts'
import { CONDUCT } from './names/conduct.ts'
import { DATA } from './names/data.ts'
import { ASSURANCES, LOSSES, RIGHTS, SAFEGUARDS } from './names/protection.ts'
import { PARTIES, PLANS, PURPOSES } from './names/purpose.ts'

export type Names = readonly (readonly [phrase: string, pattern: RegExp])[]

/** At most this many of a list are named; the rest are said to be more. */
const NAMED = 5

const COMPANIES: Names = COMPANY_NAMES.map((name) => [name, new RegExp(`\\b${name.toLowerCase()}\\b`)] as const)

export const LISTS = {
  data: DATA,
  parties: PARTIES,
  purposes: PURPOSES,
  conduct: CONDUCT,
  rights: RIGHTS,
  losses: LOSSES,
  assurances: ASSURANCES,
  safeguards: SAFEGUARDS,
  plans: PLANS,
  companies: COMPANIES,
} as const

/** The phrases of a list that a folded text names, in its order. */
export function named(list: Names, folded: string): readonly string[] {
  return list
    .flatMap(([phrase, pattern]) => {
      const at = folded.search(pattern)
      return at < 0 ? [] : [{ phrase, at }]
    })
    .sort((a, b) => a.at - b.at)
    .map(({ phrase }) => phrase)
}

/** "inputs, outputs and feedback"; longer lists are cut and say so. Empty for none. */
export function listed(phrases: readonly string[], conjunction: 'and' | 'or' = 'and'): string {
  const shown = phrases.length > NAMED + 1 ? [...phrases.slice(0, NAMED), 'more'] : phrases
  if (shown.length <= 1) return shown[0] ?? ''
  const last = shown.at(-1) === 'more' ? 'and' : conjunction
  // Where a phrase holds an "and" of its own, a comma parts the last one.
  const comma = shown.length > 2 && shown.some((phrase) => phrase.includes(' and ')) ? ',' : ''
  return `${shown.slice(0, -1).join(', ')}${comma} ${last} ${shown.at(-1)}`
}
