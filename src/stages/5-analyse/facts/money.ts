/** Amounts of money as contracts write them: "$100", "US$1,000.00", "one hundred dollars ($100)", "100 EUR", "€50". */
import { NUMBER, NUMBER_WORDS, parseNumber } from './number.ts'

/** `currency` as ISO 4217. */
export type Money = { readonly amount: number; readonly currency: string }

const DIGITS =
  '\\d{1,3}(?:[, ]\\d{3})+(?:\\.\\d{1,2})?|\\d{1,3}(?:\\.\\d{3})+(?:,\\d{1,2})?(?!\\d)|\\d+(?:\\.\\d{1,2})?'
const SIGN = '(?:(?<![a-z])(?:u\\.?s\\.?|ca?|au?|hk|nz|sg?) ?)?\\$|€|£|¥|₹'
const CODE = 'usd|eur|gbp|cad|aud|chf|jpy|inr|nzd|sek|nok|dkk|sgd|hkd|krw|rmb|cny|brl'
const NAME =
  '(?:u\\.?s\\.? |united states |american |canadian |australian |singapore )?(?:dollars?|euros?|pounds?(?: sterling)?|yen|rupees?|francs?)'

/** Source of a pattern of one amount in folded text; no capture groups. */
export const MONEY = [
  `(?:${NUMBER_WORDS}) (?:${NAME}|${CODE})(?![a-z])(?: ?\\( ?(?:(?:${CODE})? ?(?:${SIGN})? ?(?:${DIGITS})(?: ?(?:${CODE}))?) ?\\))?`,
  `(?:(?<![a-z])(?:${CODE}) ?)?(?:${SIGN}) ?(?:${DIGITS})(?: ?(?:million|thousand)\\b)?(?: ?(?:${CODE})\\b)?`,
  `(?<![a-z])(?:${CODE}) ?(?:${DIGITS})(?: ?(?:million|thousand)\\b)?`,
  `(?:${DIGITS}) ?(?:${CODE}|€|£|(?:${NAME}))(?![a-z])`,
  `(?:${NUMBER}) (?:${NAME})`,
].join('|')

const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/€|\beur|euro/, 'EUR'],
  [/£|\bgbp|pound/, 'GBP'],
  [/\bchf|franc/, 'CHF'],
  [/₹|\binr|rupee/, 'INR'],
  [/rmb|cny/, 'CNY'],
  [/¥|jpy|yen/, 'JPY'],
  [/krw/, 'KRW'],
  [/brl/, 'BRL'],
  [/\bsek/, 'SEK'],
  [/\bnok/, 'NOK'],
  [/\bdkk/, 'DKK'],
  [/cad|\bca?\$|canadian/, 'CAD'],
  [/aud|\bau?\$|australian/, 'AUD'],
  [/nzd|nz\$/, 'NZD'],
  [/sgd|\bsg?\$|singapore/, 'SGD'],
  [/hkd|hk\$/, 'HKD'],
]

/** A match of `MONEY` as amount and currency; null when it holds no number. A bare dollar is taken for US dollars. */
export function parseMoney(folded: string): Money | null {
  const digits = new RegExp(DIGITS).exec(folded)?.[0]
  const words = new RegExp(NUMBER_WORDS).exec(folded)?.[0]
  const base = digits === undefined ? (words === undefined ? null : parseNumber(words)) : numberOf(digits)
  if (base === null) return null
  const factor =
    digits === undefined ? 1 : /\bmillion/.test(folded) ? 1_000_000 : /\d ?thousand/.test(folded) ? 1000 : 1
  return { amount: base * factor, currency: SIGNS.find(([sign]) => sign.test(folded))?.[1] ?? 'USD' }
}

/** "1,000.50" and, as much of Europe writes it, "1.000,50". */
function numberOf(digits: string): number {
  const plain = /^\d{1,3}(?:\.\d{3})+(?:,|$)/.test(digits) ? digits.replace(/\./g, '').replace(',', '.') : digits
  return Number(plain.replace(/[, ]/g, ''))
}

/** "USD 100". */
export function moneyText({ amount, currency }: Money): string {
  return `${currency} ${amount}`
}
