/** Numbers as documents print them before a heading, paragraph or item: "4.2(b)", "iii.", "Section 4", "§ 7", "(a)". */

export type Numbered = { readonly number: string; readonly rest: string }

const WORD =
  '(?:Sections?|Articles?|Clauses?|Part|Chapter|Annex|Appendix|Schedule|Exhibit|Artikel|Abschnitt|Teil|Anhang|Article|Artículo|Articolo|Artigo|§{1,2})'
/** "Section 4", "Annex II", "§ 7": the word stays part of the number. */
const WORDED = new RegExp(
  `^(${WORD}\\s?(?:\\d{1,3}(?:\\.\\d{1,3}){0,4}|[IVXLC]{1,6}|[A-Z])(?:\\([a-zA-Z0-9]{1,4}\\))*)\\s*(?:[.:)–—-]\\s*|\\s)(?=\\S)`,
  'u',
)
/** "4.", "4.2", "4.2(b)", "4.2.1.", "4)". A plain number needs a mark, so that "30 days" keeps its number. */
const DECIMAL =
  /^(\d{1,3}(?:\.\d{1,3}){0,5}(?:\s?\((?:[a-z]{1,4}|[A-Z]|\d{1,2})\)){0,3})(\.\s?|\)\s?|:\s|\s[-–—]\s|\s)(?=\S)/u
/** "(a)", "(iv)", "(12)", also "(a)(i)". */
const BRACKETED = /^((?:\((?:[a-z]{1,5}|[A-Z]{1,3}|\d{1,3})\)\s?){1,3})(?=\S)/u
/** "a)", "iv)", "a.", "iv.", "A.", "IV." */
const LETTERED = /^([a-z]|[A-Z]|[ivxl]{2,6}|[IVXL]{2,6})(\)\s?|\.\s+)(?=\S)/u

/** The printed number at the start of a text and what follows it; null where the text starts with words. */
export function takeNumber(text: string): Numbered | null {
  const first = text.charCodeAt(0)
  if (first === 0x28) {
    const match = BRACKETED.exec(text)
    if (!match || !isListLabel(match[1]!)) return null
    return { number: match[1]!.trim(), rest: text.slice(match[0].length) }
  }
  if (first >= 0x30 && first <= 0x39) return takeDecimal(text)
  const worded = WORDED.exec(text)
  if (worded) return { number: worded[1]!, rest: text.slice(worded[0].length) }
  const lettered = LETTERED.exec(text)
  if (!lettered || isInitial(text)) return null
  return { number: `${lettered[1]}${lettered[2]!.startsWith(')') ? ')' : ''}`, rest: text.slice(lettered[0].length) }
}

function takeDecimal(text: string): Numbered | null {
  const match = DECIMAL.exec(text)
  if (!match) return null
  const [whole, number, mark] = match as unknown as [string, string, string]
  const rest = text.slice(whole.length)
  const isPlain = !/[.(]/.test(number)
  // "30 days", "3rd party", "2.5 million", "12/31", "1.5%", "24:00"
  if (isPlain && /^\s$/.test(mark)) return null
  if (/^[\d%/]/.test(rest) && mark.trim() !== ')') return null
  if (!isPlain && /^\s$/.test(mark) && isQuantity(number, rest)) return null
  if (isPlain && mark === '.' && !/^\p{Lu}/u.test(rest)) return null
  return { number: `${number.replace(/\s/g, '')}${mark.startsWith(')') ? ')' : ''}`, rest }
}

/** "2.5 million", "1.5 times": a decimal fraction before what it counts. Three parts are never a fraction. */
function isQuantity(number: string, rest: string): boolean {
  if (number.includes('(') || number.split('.').length > 2 || /^[\p{Lu}“"‘'([]/u.test(rest)) return false
  return /^(?:million|billion|thousand|percent|per|times|x|hours?|days?|weeks?|months?|years?|minutes?|seconds?|[kmgt]?b|miles?|euros?|dollars?|or|and|to)\b/iu.test(
    rest,
  )
}

/** "(a)" and "(iv)" are labels, "(the)" and "(if)" are words. */
function isListLabel(label: string): boolean {
  return [...label.matchAll(/\(([^)]+)\)/g)].every(([, inner]) =>
    /^(?:[a-z]|[A-Z]|([a-z])\1|\d{1,3}|[ivxl]{2,5}|[IVXL]{2,3})$/.test(inner!),
  )
}

/** "J. Smith", "U.S. law", "I. think": one capital before a capitalised name is no number unless it is a list letter. */
function isInitial(text: string): boolean {
  return /^[A-Z]\.\s?[A-Z]\./.test(text)
}
