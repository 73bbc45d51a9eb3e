/** `dates.stated` and `dates.effective`: the two dates that a document prints of itself. */
import type { Fact } from '../../../core/provision.ts'
import { DATE, parseDate } from './date.ts'
import type { Passage } from './passage.ts'
import { type FactReader, factFrom } from './reader.ts'

const STATED = new RegExp(
  `(?:last (?:updated?|modified|revised|revision|changed|amended|edited)|(?:date of )?(?:last|latest) (?:update|revision|modification|amendment)|(?:^|[.(|] ?)(?:updated|revised|modified|version)|updated (?:on|as of))(?: date)?(?: on| as of| at)?:?[ -]*(${DATE})`,
)
const EFFECTIVE = new RegExp(`effective(?: date)?(?: as of| from| on| starting)?(?: date)?:?[ -]*(?:is )?(${DATE})`)

export const readDates: FactReader = ({ passages }) => {
  const facts: Fact[] = []
  const stated = first(passages, STATED)
  if (stated) facts.push(factFrom('dates.stated', stated.date, stated.passage))
  const effective = first(passages, EFFECTIVE)
  if (effective) facts.push(factFrom('dates.effective', effective.date, effective.passage))
  return facts
}

function first(
  passages: readonly Passage[],
  pattern: RegExp,
): { readonly date: string; readonly passage: Passage } | null {
  for (const passage of passages) {
    const date = parseDate(pattern.exec(passage.folded)?.[1] ?? '')
    if (date) return { date, passage }
  }
  return null
}
