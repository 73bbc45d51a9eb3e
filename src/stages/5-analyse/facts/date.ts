/** Calendar dates as policies print them, read into YYYY-MM-DD. */

/** In order, lower case. */
export const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const DAY = '\\d{1,2}(?:st|nd|rd|th)?'

/** Source of a pattern of one date in folded text; no capture groups. */
export const DATE = [
  `${MONTH}\\.?,? ?${DAY}(?:,| of|\\.| ,)? ?,?\\d{4}`,
  `(?:the )?${DAY}(?: day)?(?: of)?[ -]?${MONTH}[.,]?[ -]?,?\\d{4}`,
  `\\d{4} ?(?:-|/|\\.) ?\\d{1,2} ?(?:-|/|\\.) ?\\d{1,2}`,
  `\\d{1,2}(?:-|/|\\.| / )\\d{1,2}(?:-|/|\\.| / )\\d{4}`,
  `(?<![\\d/.])\\d{1,2}/\\d{1,2}/\\d{2}(?![\\d/])`,
  `\\d{4}[, ]{1,2}${MONTH}\\.? ${DAY}`,
].join('|')

const DATE_START = new RegExp(`^(?:${DATE})`)
const MONTH_IN = new RegExp(MONTH)

/** A folded date as YYYY-MM-DD; null when it is no date of the calendar. "3/4/2025" is read as month and day, "3.4.2025" as day and month. */
export function parseDate(folded: string): string | null {
  const text = DATE_START.exec(folded.trim())?.[0]
  if (!text) return null
  const year = Number(/\d{4}/.exec(text)?.[0])
  const name = MONTH_IN.exec(text)?.[0]
  if (name) {
    const month = MONTHS.findIndex((full) => full.startsWith(name.slice(0, 3))) + 1
    return isoDate(year, month, Number(/\d+/.exec(text.replace(/\d{4}/, ''))?.[0]))
  }
  const parts = text.match(/\d+/g)?.map(Number) ?? []
  const [a = 0, b = 0, last = 0] = parts
  // "6/18/25": the year of this century.
  const c = last < 100 ? 2000 + last : last
  if (a > 31) return isoDate(a, b, last)
  const dayFirst = text.includes('.') || a > 12
  // American dates are printed with full stops too: "10.19.2020" has no other reading.
  return dayFirst ? (isoDate(c, b, a) ?? isoDate(c, a, b)) : isoDate(c, a, b)
}

function isoDate(year: number, month: number, day: number): string | null {
  if (!(year >= 1990 && year <= 2100 && month >= 1 && month <= 12 && day >= 1)) return null
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
  if (day > days) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
