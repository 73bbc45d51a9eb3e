/**
 * Holds what a language model wrote against the passage that it was shown: a quotation that is not verbatim, a number,
 * date or address that does not occur, a law that is not in the knowledge, a verdict on legality, or anything that is
 * not plain text is dropped, and counted. What is left says nothing that a reader could not check in the passage.
 */
import type { DropReason, LawNote, Note, Subject } from '../../../core/analyst.ts'
import type { Knowledge } from '../../../core/knowledge.ts'
import { MONTHS } from '../facts/date.ts'
import type { ModelAnswer } from './answer.ts'
import { findRegulation, findSection } from './law-name.ts'
import { type PrintedValues, printedValues } from './printed-values.ts'
import { sidesOf } from './prompt.ts'

const MAX_TEXT = 400
const MIN_QUOTE = 8
const MAX_QUOTE = 600
/** Abbreviations that are no law, and that a note may use of its own. */
const PLAIN_CAPITALS = new Set([
  'AI',
  'API',
  'APIS',
  'EU',
  'EEA',
  'UK',
  'US',
  'USA',
  'ID',
  'IP',
  'URL',
  'FAQ',
  'PDF',
  'OK',
])
const CAPITALS = /\b[A-Z][A-Z\d]+s?\b/g
/** "Freedonia Privacy Act", "Article 12", "§ 5". */
const LAW =
  /\b(?:\p{Lu}[\p{L}-]+ ){1,6}(?:Act|Code|Directive|Regulations?|Statute|Ordinance|Bill|Law|Treaty)\b|\b(?:Article|Art\.|Section|Sec\.|Recital) \d+|§+ ?\d+/gu
/** What only a court says; a passage that says it of itself is quoted, not repeated. */
const VERDICT =
  /\b(?:illegal|unlawful|legally|unenforceable|enforceable|invalid|non-compliant|violat(?:es?|ing) (?:the |any |your )?(?:law|rights?)|compl(?:y|ies) with (?:the |all |any )?(?:applicable )?(?:laws?|regulations?))\b|\b(?:is|are|be|seems?|looks?)(?: (?:not|likely|probably|clearly|also))* (?:legal|lawful|valid|void|compliant)\b/i
/** Markup, links with a label, and characters that hide or turn text around. */
const NOT_PLAIN = /<\/?[a-z!]|\]\(|`|\p{Cc}|[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u{E0000}-\u{E007F}]/iu
const QUOTED = /[“"]([^”"]{3,})[”"]/g

export type Checked = {
  readonly notes: readonly Note[]
  readonly laws: readonly LawNote[]
  readonly dropped: Readonly<Partial<Record<DropReason, number>>>
}

export function checkAnswer(answer: ModelAnswer, subject: Subject, knowledge: Knowledge): Checked {
  const sides = new Map<string, string>(sidesOf(subject))
  const shown = [...sides.values()].join('\n')
  const values = printedValues(shown)
  const dropped: Partial<Record<DropReason, number>> = {}
  const drop = (reason: DropReason): void => {
    dropped[reason] = (dropped[reason] ?? 0) + 1
  }
  const notes: Note[] = []
  for (const { text, quote, side } of answer.notes) {
    const source = sides.get(side)
    const reason =
      source === undefined || quote.length < MIN_QUOTE || quote.length > MAX_QUOTE || !source.includes(quote)
        ? 'quotation-not-verbatim'
        : wordsProblem(text, shown, values)
    if (reason) drop(reason)
    else notes.push({ text: text.trim(), quote, side })
  }
  const laws: LawNote[] = []
  for (const { law, section, question } of answer.laws) {
    const regulation = findRegulation(knowledge, law)
    const key = regulation && section ? findSection(regulation, section) : null
    const reason = !regulation
      ? 'law-unknown'
      : section && key === null
        ? 'section-unknown'
        : (questionProblem(question) ?? wordsProblem(question, `${shown}\n${law}`, values))
    if (reason) drop(reason)
    else laws.push({ regulation: regulation!.id, section: key, question: question.trim() })
  }
  return { notes, laws, dropped }
}

function questionProblem(question: string): DropReason | null {
  return question.trim().endsWith('?') ? null : 'not-a-question'
}

function wordsProblem(text: string, shown: string, values: PrintedValues): DropReason | null {
  if (text.trim() === '' || NOT_PLAIN.test(text)) return 'not-plain-text'
  if (text.length > MAX_TEXT) return 'too-long'
  for (const [, quoted] of text.matchAll(QUOTED)) {
    if (!shown.includes(quoted!.replace(/[.,;]$/, ''))) return 'quotation-not-verbatim'
  }
  const { numbers, dates, addresses } = printedValues(text)
  // Nobody is sent anywhere by a note: an address that matters stands in the quotation.
  if (addresses.size > 0) return 'address'
  if ([...dates].some((date) => !values.dates.has(date) && !hasMonth(values.dates, date))) return 'date-not-in-passage'
  if ([...numbers].some((number) => !values.numbers.has(number) && !isYearOf(values.dates, number)))
    return 'number-not-in-passage'
  const names = [...(text.match(LAW) ?? []), ...(text.match(CAPITALS) ?? []).filter(isName)]
  if (names.some((name) => !shown.includes(name))) return 'law-unknown'
  return VERDICT.test(text) ? 'verdict' : null
}

function isName(capitals: string): boolean {
  return !PLAIN_CAPITALS.has(capitals.toUpperCase())
}

/** A month that stands alone is known where a whole date of that month, or its name, stands in the passage. */
function hasMonth(dates: ReadonlySet<string>, month: string): boolean {
  const index = MONTHS.indexOf(month)
  return index >= 0 && [...dates].some((date) => date.slice(5, 7) === String(index + 1).padStart(2, '0'))
}

function isYearOf(dates: ReadonlySet<string>, number: number): boolean {
  return [...dates].some((date) => date.startsWith(`${number}-`))
}
