/** Dates: written in another order, relative to the day of capture, or the year in a copyright line. */
import type { TextNormaliser } from './normaliser.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const ORDINAL = '(?:st|nd|rd|th)?'
export const DATE_PATTERN = [
  `${MONTH}\\s+\\d{1,2}${ORDINAL}(?:\\s*,\\s*|\\s+)(?:19|20)\\d\\d(?!\\d)`,
  `\\d{1,2}${ORDINAL}\\s+(?:of\\s+)?${MONTH}(?:\\s*,\\s*|\\s+)(?:19|20)\\d\\d(?!\\d)`,
  '(?:19|20)\\d\\d-\\d\\d-\\d\\d(?!\\d)',
].join('|')

/** "April 2nd, 2024", "2 April 2024" and "2024-04-02" are `2024-04-02`; null for what is no such date. */
export function dateKey(piece: string): string | null {
  if (/^\d{4}-\d\d-\d\d$/.test(piece)) return piece
  const month = /[a-z]{3,}/i.exec(piece)?.[0].slice(0, 3).toLowerCase()
  const year = /(?:19|20)\d\d/.exec(piece)?.[0]
  const day = /(?<!\d)\d{1,2}(?!\d)/.exec(piece)?.[0]
  const at = month === undefined ? -1 : MONTHS.indexOf(month)
  if (at < 0 || year === undefined || day === undefined) return null
  return `${year}-${String(at + 1).padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** The day's ordinal is the publisher's own styling, so "2" and "2nd" stay apart while order and commas do not. */
export const dateOrder: TextNormaliser = {
  id: 'date-order',
  description: 'the same date written in another order ("25 March 2026", "March 25, 2026")',
  pattern: DATE_PATTERN,
  key: (piece) => {
    const date = dateKey(piece)
    return date === null ? piece : `${date}${/\d(?:st|nd|rd|th)/i.test(piece) ? '~' : ''}`
  },
}

export const relativeDate: TextNormaliser = {
  id: 'relative-date',
  description: 'a date told from the day of capture ("updated 4 months ago")',
  pattern:
    '(?:about |over |almost )?(?:\\d+|an?|one|two|three|four|five|six)\\s+(?:second|minute|hour|day|week|month|year)s?\\s+ago',
  key: () => '‹ago›',
}

export const todayDate: TextNormaliser = {
  id: 'today',
  description: 'the date of the day on which the page was made ("Today is 3 May 2026")',
  pattern: `(?:today(?:\\s+is|:|,)|current\\s+date:|printed\\s+on:?|page\\s+generated(?:\\s+on)?:?)\\s*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\\s+)?(?:${DATE_PATTERN})`,
  key: () => '‹today›',
}

export const copyrightYear: TextNormaliser = {
  id: 'copyright-year',
  description: 'the year in a copyright line of the page',
  pattern: '(?:©|\\(c\\)(?=\\s*\\d{4})|copyright\\s+©?)\\s*(?:19|20)\\d\\d(?:\\s*[-–—]\\s*(?:19|20)?\\d\\d)?(?!\\d)',
  key: () => '‹copyright year›',
}
