/** Numbers, dates, months and addresses that a text prints, in forms that can be compared: "thirty (30)" is 30. */
import { DATE, parseDate } from '../facts/date.ts'
import { NUMBER_WORDS, parseNumber } from '../facts/number.ts'

const DATES = new RegExp(`\\b(?:${DATE})`, 'gi')
const WORDS = new RegExp(`\\b${NUMBER_WORDS}\\b`, 'gi')
const DIGITS = /\d+(?:[.,]\d+)*/g
const MONTHS = /\b(?:January|February|March|April|June|July|August|September|October|November|December)\b|\bMay(?= \d)/g
const ADDRESSES =
  /\bhttps?:\/\/[^\s<>"')]+|\bwww\.[^\s<>"')]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b(?:[a-z\d-]+\.)+(?:com|org|net|io|ai|eu|gov|app|dev|co)\b(?:\/[^\s<>"')]*)?/gi

export type PrintedValues = {
  readonly numbers: ReadonlySet<number>
  /** YYYY-MM-DD, and names of months that stand alone. */
  readonly dates: ReadonlySet<string>
  readonly addresses: ReadonlySet<string>
}

export function printedValues(text: string): PrintedValues {
  const addresses = new Set<string>()
  const dates = new Set<string>()
  const numbers = new Set<number>()
  let rest = text.normalize('NFKC').replace(ADDRESSES, (found) => {
    addresses.add(found.toLowerCase().replace(/[.,;:]+$/, ''))
    return ' '
  })
  rest = rest.replace(DATES, (found) => {
    const date = parseDate(found.toLowerCase())
    if (date === null) return found
    dates.add(date)
    return ' '
  })
  for (const [month] of rest.matchAll(MONTHS)) dates.add(month.toLowerCase())
  for (const [found] of rest.matchAll(DIGITS)) {
    const number = Number(/,\d{3}(?!\d)/.test(found) ? found.replaceAll(',', '') : found.replaceAll(',', '.'))
    if (Number.isFinite(number)) numbers.add(number)
  }
  for (const [found] of rest.matchAll(WORDS)) {
    const number = parseNumber(found.toLowerCase())
    // "No one", "one of": no figure.
    if (number !== null && number > 1) numbers.add(number)
  }
  return { numbers, dates, addresses }
}
