/** Dates: written in another order or language, relative to the day of capture, or the year in a copyright line. */
import type { TextNormaliser } from './normaliser.ts'

/** First letters of month names in the languages in which policies are written, by month; the longest match counts. */
const MONTH_NAMES: readonly string[][] = [
  ['january', 'jan', 'januar', 'janvier', 'enero', 'gennaio', 'janeiro', 'januari'],
  ['february', 'feb', 'februar', 'février', 'fevrier', 'febrero', 'febbraio', 'fevereiro', 'februari'],
  ['march', 'mar', 'märz', 'mars', 'marzo', 'março', 'maart'],
  ['april', 'apr', 'avril', 'abril', 'aprile'],
  ['may', 'mai', 'mayo', 'maggio', 'maio', 'mei'],
  ['june', 'jun', 'juni', 'juin', 'junio', 'giugno', 'junho'],
  ['july', 'jul', 'juli', 'juillet', 'julio', 'luglio', 'julho'],
  ['august', 'aug', 'août', 'agosto', 'augustus'],
  ['september', 'sept', 'sep', 'septembre', 'septiembre', 'settembre', 'setembro'],
  ['october', 'oct', 'oktober', 'octobre', 'octubre', 'ottobre', 'outubro'],
  ['november', 'nov', 'novembre', 'noviembre', 'novembro'],
  ['december', 'dec', 'dezember', 'décembre', 'diciembre', 'dicembre', 'dezembro'],
]
const MONTH_OF = new Map(MONTH_NAMES.flatMap((names, at) => names.map((name): [string, number] => [name, at + 1])))
const MONTH = `(?:${[...MONTH_OF.keys()].sort((x, y) => y.length - x.length).join('|')})\\.?`
const YEAR = '(?:19|20)\\d\\d(?!\\d)'
export const DATE_PATTERN = [
  `${MONTH}\\s+\\d{1,2}(?:st|nd|rd|th)?(?:\\s*,\\s*|\\s+)${YEAR}`,
  `\\d{1,2}(?:st|nd|rd|th|er|\\.)?\\s+(?:of\\s+|de\\s+)?${MONTH}(?:\\s*,\\s*|\\s+)(?:de\\s+)?${YEAR}`,
  `(?:19|20)\\d\\d\\s?[年년]\\s?\\d{1,2}\\s?[月월]\\s?\\d{1,2}\\s?[日일]`,
  '(?:19|20)\\d\\d-\\d\\d-\\d\\d(?!\\d)',
  `\\d{1,2}[./-]\\d{1,2}[./-]${YEAR}`,
].join('|')

export function isMonth(word: string): boolean {
  return MONTH_OF.has(word.toLowerCase().replace(/\.$/, ''))
}

/** "April 2nd, 2024", "2 April 2024" and "2024年4月2日" are `2024-04-02`; null where day and month cannot be told apart. */
export function dateKey(piece: string): string | null {
  const numbers = piece.match(/\d+/g) ?? []
  const year = numbers.find((number) => number.length === 4)
  const rest = numbers.filter((number) => number !== year)
  const name = piece
    .toLowerCase()
    .match(/\p{L}{3,}/gu)
    ?.find((word) => MONTH_OF.has(word))
  const month = name === undefined ? (/^\d{4}/.test(piece) ? rest.shift() : undefined) : String(MONTH_OF.get(name))
  const day = rest[0]
  if (year === undefined || month === undefined || day === undefined || rest.length > 1) return null
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
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
