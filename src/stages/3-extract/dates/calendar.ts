/** Plain dates in the spellings that policies use. A date that could be read in two ways is not guessed. */

const MONTHS: readonly (readonly string[])[] = [
  ['january', 'jan', 'januar', 'janvier', 'enero', 'gennaio', 'janeiro', 'januari', 'jän', 'jänner', 'ene', 'gen'],
  ['february', 'feb', 'februar', 'février', 'fevrier', 'febrero', 'febbraio', 'fevereiro', 'februari', 'fév'],
  ['march', 'mar', 'märz', 'maerz', 'mars', 'marzo', 'março', 'maart'],
  ['april', 'apr', 'avril', 'abril', 'aprile', 'avr', 'abr'],
  ['may', 'mai', 'mayo', 'maggio', 'maio', 'mei', 'mag'],
  ['june', 'jun', 'juni', 'juin', 'junio', 'giugno', 'junho', 'giu'],
  ['july', 'jul', 'juli', 'juillet', 'julio', 'luglio', 'julho', 'lug', 'juil'],
  ['august', 'aug', 'août', 'aout', 'agosto', 'augustus', 'ago'],
  ['september', 'sep', 'sept', 'septembre', 'septiembre', 'settembre', 'setembro', 'set'],
  ['october', 'oct', 'oktober', 'okt', 'octobre', 'octubre', 'ottobre', 'outubro', 'ott', 'out'],
  ['november', 'nov', 'novembre', 'noviembre', 'novembro'],
  ['december', 'dec', 'dezember', 'dez', 'décembre', 'decembre', 'diciembre', 'dicembre', 'dezembro', 'déc', 'dic'],
]
const MONTH_NUMBER = new Map(MONTHS.flatMap((names, i) => names.map((name) => [name, i + 1] as const)))
const NAMES = [...MONTH_NUMBER.keys()].sort((a, b) => b.length - a.length).join('|')

const ORDINAL = '(?:\\s?(?:st|nd|rd|th|er|º|ª|\\.))?'
const PATTERNS: readonly {
  readonly pattern: RegExp
  readonly order: 'mdy' | 'dmy' | 'ymd' | 'my' | 'numeric' | 'cjk'
}[] = [
  {
    pattern: new RegExp(`(?<![\\p{L}])(${NAMES})\\.?\\s?(\\d{1,2})${ORDINAL}\\s?,?\\s?(\\d{4})(?!\\d)`, 'iu'),
    order: 'mdy',
  },
  {
    pattern: new RegExp(
      `(?<!\\d)(\\d{1,2})${ORDINAL}(?:\\s+(?:day\\s+)?(?:of|de|del))?[\\s-]+(${NAMES})\\.?,?(?:\\s+(?:de|del|of))?[\\s-]+(\\d{4})(?!\\d)`,
      'iu',
    ),
    order: 'dmy',
  },
  { pattern: new RegExp(`(?<!\\d)(\\d{4})[\\s,-]+(${NAMES})\\.?[\\s-]+(\\d{1,2})(?!\\d)`, 'iu'), order: 'ymd' },
  { pattern: /(?<!\d)(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日/u, order: 'cjk' },
  { pattern: /(?<!\d)((?:19|20)\d{2})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/, order: 'cjk' },
  { pattern: /(?<![\d.])(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?((?:19|20)\d{2})(?!\d)/, order: 'numeric' },
  { pattern: new RegExp(`(?<![\\p{L}])(${NAMES})\\.?,?\\s+(?:of\\s+)?((?:19|20)\\d{2})(?!\\d)`, 'iu'), order: 'my' },
]

export type FoundDate = {
  readonly printed: string
  readonly index: number
  /** `YYYY-MM-DD`; for a month without a day, or a spelling with two readings, the range that it allows. */
  readonly from: string
  readonly to: string
}

/** The first date in a text. `monthFirst`: how numbers like 3/4/2025 are meant; null where nobody knows. */
export function findDate(text: string, monthFirst: boolean | null): FoundDate | null {
  let best: FoundDate | null = null
  for (const { pattern, order } of PATTERNS) {
    const match = pattern.exec(text)
    if (!match || (best && match.index >= best.index)) continue
    const range = rangeOf(match, order, monthFirst)
    if (range) best = { printed: match[0], index: match.index, ...range }
  }
  return best
}

function rangeOf(
  match: RegExpExecArray,
  order: string,
  monthFirst: boolean | null,
): { from: string; to: string } | null {
  const [, a, b, c, d] = match as unknown as string[]
  switch (order) {
    case 'mdy':
      return day(c!, monthOf(a!), b!)
    case 'dmy':
      return day(c!, monthOf(b!), a!)
    case 'ymd':
      return day(a!, monthOf(b!), c!)
    case 'cjk':
      return day(a!, Number(b), c!)
    case 'my': {
      const month = monthOf(a!)
      return { from: iso(Number(b), month, 1), to: iso(Number(b), month, daysIn(Number(b), month)) }
    }
    default:
      return numeric(Number(a), b!, Number(c), d!, monthFirst)
  }
}

function numeric(first: number, mark: string, second: number, year: string, monthFirst: boolean | null) {
  if (first > 12) return day(year, second, String(first))
  if (second > 12) return day(year, first, String(second))
  // Dots are never used with the month first.
  if (mark === '.' || monthFirst === false) return day(year, second, String(first))
  if (monthFirst === true || first === second) return day(year, first, String(second))
  const one = day(year, first, String(second))
  const other = day(year, second, String(first))
  if (!one || !other) return one ?? other
  return one.from < other.from ? { from: one.from, to: other.from } : { from: other.from, to: one.from }
}

function day(year: string, month: number, dayText: string): { from: string; to: string } | null {
  const dayNumber = Number(dayText)
  const yearNumber = Number(year)
  if (month < 1 || month > 12 || dayNumber < 1 || dayNumber > daysIn(yearNumber, month)) return null
  if (yearNumber < 1990 || yearNumber > 2100) return null
  const on = iso(yearNumber, month, dayNumber)
  return { from: on, to: on }
}

function monthOf(name: string): number {
  return MONTH_NUMBER.get(name.toLowerCase()) ?? 0
}

export function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

export function iso(year: number, month: number, dayNumber: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayNumber).padStart(2, '0')}`
}
