/** Numbers as contracts write them: "30", "thirty", "thirty (30)", "twenty-one", "1,000". */

const UNITS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
] as const
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'] as const
const SMALL = `(?:${TENS.join('|')})(?:[- ](?:${UNITS.slice(1, 10).join('|')}))?|${[...UNITS].reverse().join('|')}`

/** A whole number in words below one million. */
export const NUMBER_WORDS = `(?:(?:${SMALL}|a) (?:hundred|thousand)(?:(?: and)? (?:${SMALL}))?(?: (?:hundred|thousand))?|(?:${SMALL}))`
/** A whole number in digits or words, also both: "thirty (30)", "30 (thirty)". Matches folded text; no capture groups. */
export const NUMBER = `(?:(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?: ?\\( ?${NUMBER_WORDS} ?\\))?|${NUMBER_WORDS}(?: ?\\( ?[\\d,]+ ?\\))?)`

/** The number that a match of `NUMBER` states, null when it is none; digits count before words. */
export function parseNumber(folded: string): number | null {
  const digits = /\d[\d,]*/.exec(folded)
  if (digits) return Number(digits[0].replaceAll(',', ''))
  let total = 0
  let current = 0
  let seen = false
  for (const word of folded.split(/[^a-z]+/).filter(Boolean)) {
    const value = wordValue(word)
    if (value === undefined) {
      if (word === 'and' || word === 'a') continue
      return null
    }
    seen = true
    if (value === 100) current = Math.max(1, current) * 100
    else if (value === 1000) {
      total += Math.max(1, current) * 1000
      current = 0
    } else current += value
  }
  return seen ? total + current : null
}

function wordValue(word: string): number | undefined {
  if (word === 'hundred') return 100
  if (word === 'thousand') return 1000
  const unit = (UNITS as readonly string[]).indexOf(word)
  if (unit >= 0) return unit
  const ten = (TENS as readonly string[]).indexOf(word)
  return ten >= 0 ? (ten + 2) * 10 : undefined
}
