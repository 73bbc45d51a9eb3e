/** Amounts: a number with what it counts. A change of one is news, wherever it stands and whatever else is edited. */
import type { Edit } from './edits.ts'

const NUMBER_WORDS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  )
const VALUE_OF = new Map<string, string>([
  ...NUMBER_WORDS.map((word, value): [string, string] => [word, String(value)]),
  ...[
    ['thirty', '30'],
    ['forty-five', '45'],
    ['sixty', '60'],
    ['ninety', '90'],
    ['hundred', '100'],
  ].map(([word, value]): [string, string] => [word!, value!]),
])
const NUMBER = `\\d+(?:[.,]\\d+)*|(?:${[...VALUE_OF.keys()].join('|')})\\b`

const HOLDS_NUMBER = new RegExp(`\\d|\\b(?:${[...VALUE_OF.keys()].join('|')})\\b`, 'i')

/** What policies count. Of other languages the words for spans of time, in which deadlines and retention are told. */
const UNIT = `seconds?|minutes?|hours?|days?|nights?|weeks?|weekdays?|months?|quarters?|years?|decades?|%|per ?cent|percent|percentage|dollars?|euros?|pounds?|cents?|usd|eur|gbp|cad|aud|chf|sgd|users?|seats?|members?|people|persons?|employees|devices?|accounts?|characters?|words|tokens?|requests?|calls?|messages?|images?|files?|pages?|credits?|prompts?|conversations?|times|attempts?|instal+ments?|[kmgt]i?b|bytes|fold|hits|downloads|views|followers|subscribers|claimants|tage?n?|wochen?|monate?n?|jahre?n?|stunden?|jours?|semaines?|mois|ans?|années?|heures?|d[ií]as?|semanas?|meses|mes|años?|horas?|giorni|giorno|mesi|mese|anni|anno|ore|anos?|dagen|dag|weken|maanden|maand|jaar|uur|天|日|个月|個月|か月|年|小时|時間|週|일|개월|년|시간`
const AMOUNT = new RegExp(
  `([$€£¥]|\\b(?:usd|eur|gbp|cad|aud|chf|sgd)\\b)?\\s?(?<![\\p{L}\\d.,-])(${NUMBER})(?:\\s*\\(\\s*(?:${NUMBER})\\s*\\))?[\\s-]*(?:(?:calendar|business|working|consecutive|full|more|or more|million|thousand|billion)[\\s-]+)*(${UNIT})?(?![\\p{L}\\d])`,
  'giu',
)
/** Characters beside an edit in which the number or the unit of a touched amount stands. */
const REACH = 40

/** Whether an amount of the old side is missing on the new one, or the other way round. "12 months" is "twelve months". */
export function changesAmount({ deleted, inserted, before, after }: Edit): boolean {
  const [left, right] = [lineBefore(before), lineAfter(after)]
  if (!HOLDS_NUMBER.test(`${left}${deleted} ${inserted}${right}`)) return false
  return amounts(`${left}${deleted}${right}`) !== amounts(`${left}${inserted}${right}`)
}

function lineBefore(before: string): string {
  const near = before.slice(-REACH)
  return near.slice(near.lastIndexOf('\n') + 1)
}

function lineAfter(after: string): string {
  return after.slice(0, REACH).split('\n')[0]!
}

function amounts(text: string): string {
  return [...text.toLowerCase().matchAll(AMOUNT)]
    .filter(([, currency, , unit]) => currency !== undefined || unit !== undefined)
    .map(
      ([, currency, number, unit]) =>
        `${currency ?? ''}${VALUE_OF.get(number!) ?? number!.replace(/,(?=\d{3}\b)/g, '')}${unit?.replace(/(?<=\w{2})s$/, '') ?? ''}`,
    )
    .sort()
    .join(' ')
}
