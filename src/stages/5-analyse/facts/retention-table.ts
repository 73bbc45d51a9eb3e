/** Periods in tables of cookies and of kinds of data: a row each, or a pair of lines where every row is a field. */
import { DURATION } from './duration.ts'
import type { Sentence } from './passage.ts'
import { KEEPS, NOT_KEEPING } from './retention-words.ts'

export type RetentionPeriod = { readonly what: string; readonly period: string }

/** Times as tables shorten them: "1 y", "20 min". */
const SHORT = '\\d{1,4} ?(?:y|yrs?|mo|mths?|d|hrs?|h|mins?|secs?|s)'
const CELL = new RegExp(
  `^(?:up to |max(?:imum)?\\.? |approximately |about |for )?(?:(?:${DURATION})|${SHORT})(?:(?: |,|;|\\().{0,140})?$|^(?:for )?(?:the )?(?:duration|term|length|life(?:time)?) of (?:the |your |our |this )?(?!storage|retention|keeping|conservation|processing|cookies?\\b)[a-z' ]{3,50}(?:(?: ?[+,;(]| plus).{0,140})?$|^(?:contract|agreement|subscription|account) (?:duration|term|period|lifetime)(?:(?: ?[+,;(]| plus| and).{0,90})?$|^indefinite(?:ly)?$|^(?:end of (?:the )?(?:browsing )?session|(?:browser )?session(?: cookie)?|until deleted)$`,
)
const ABOUT_TIME = /\b(?:cookies?|retention|retain\w*|storage|duration|expir\w*|lifespan|lifetime|how long)\b/i
/** Sorts of storage, which name nothing. */
const SORT =
  /^(?:cookies?|(?:http|html|browser|third[- ]party|first[- ]party|session|persistent|essential|functional|analytics|marketing) ?(?:cookies?|storage)?|(?:local|session) ?storage|scripts?(?: and cookies?)?|pixels?|tags?|beacons?|indexed ?db|necessary|type|host|domain|provider)$/i
const NAMES = /^(?:cookie |technology |tracker )?names?(?: of (?:the )?(?:cookie|tracker|technology))?$|^cookies?$/i
const FIELD_OF_TIME =
  /^(?:duration|lifetime|lifespan|expir(?:y|ation|es)(?: date| time)?|retention(?: period| time)?|storage (?:period|time|duration)|max(?:imum)? age|validity)$/i

/** What the rows of a table say, each of what its name column holds, or of its first cell. */
export function inTable({ text, heading, lead }: Sentence): readonly RetentionPeriod[] {
  if (!ABOUT_TIME.test(`${text.slice(0, 400)} ${heading} ${lead}`)) return []
  const rows = text.split(/\| ?\||\n/).map((row) =>
    row
      .split('|')
      .map((cell) => cell.replace(/^[\s#*]+|[\s*]+$/g, ''))
      .filter(Boolean),
  )
  const fields = inFields(rows)
  if (fields.length > 0) return fields
  let column = 0
  return rows.flatMap((cells) => {
    const names = cells.findIndex((cell) => NAMES.test(cell))
    if (names >= 0 && !cells.some((cell) => CELL.test(cell.toLowerCase()))) column = names
    const named = cells[SORT.test(cells[column] ?? '') ? column + 1 : column]
    const what = (named === undefined || CELL.test(named.toLowerCase()) ? cells[0] : named)?.slice(0, 80)
    const period = cells.slice(1).find((cell) => cell !== named && CELL.test(cell.toLowerCase()))
    if (what === undefined) return []
    if (period) return [{ what, period }]
    // A cell may say it in a sentence: "we will retain it for up to 7 years".
    const said = cells.slice(1).find((cell) => cell.length < 250 && KEEPS.test(cell.toLowerCase()))
    const span = said && !NOT_KEEPING.test(said.toLowerCase()) ? new RegExp(DURATION).exec(said.toLowerCase()) : null
    return span && said ? [{ what, period: said.slice(span.index, span.index + span[0].length) }] : []
  })
}

/** A cookie described by rows of two cells: "Name | sid", "Lifetime | 90 days". */
function inFields(rows: readonly (readonly string[])[]): readonly RetentionPeriod[] {
  const periods: RetentionPeriod[] = []
  let what = ''
  for (const [field = '', value = '', ...more] of rows) {
    if (value === '' || more.length > 0) continue
    if (NAMES.test(field)) what = value.slice(0, 80)
    else if (what && FIELD_OF_TIME.test(field) && CELL.test(value.toLowerCase())) periods.push({ what, period: value })
  }
  return periods
}
