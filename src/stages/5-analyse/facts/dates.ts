/** `dates.stated` and `dates.effective`: the two dates that a document prints of itself. Dates of laws, of former versions and ends are not. */
import type { Fact } from '../../../core/provision.ts'
import { DATE, parseDate } from './date.ts'
import { ofSentence } from './memory.ts'
import { lastHeading, type Passage, type Sentence } from './passage.ts'
import { type FactReader, factFrom } from './reader.ts'

const EVERY_DATE = new RegExp(DATE, 'g')
/** What may stand between a label and its date. */
const GAP = String.raw`(?: date| version)?(?: on and from| from and after| since last update| on| as of| as at| at| in| from| since| starting(?: on)?| beginning(?: on)?| is| was| of th(?:is|ese) (?:\w+ ){0,3}\w+(?: is)?)?[\s:,.|>*_[(-]*(?:the |\d{1,2}:\d\d(?: ?[ap]m)?,? )?$`
const CHANGED = '(?:updated?|revised|revision|modified|modification|amended|changed|edited)'
const ALSO = '(?:(?: and| &| ?/|,) ?(?:effective|updated?|revised|modified|posted|published))?'

/** Ends of a text before a date: "last updated on ". */
const STATED: readonly RegExp[] = [
  new RegExp(`\\b(?:last|latest|most recent|recently)(?:ly)?(?: \\w+)? ?${CHANGED}${ALSO}${GAP}`),
  new RegExp(`\\b(?:date(?: of)?(?: last)?|version) ?(?:${CHANGED}|dated?)${ALSO}${GAP}`),
  /\b(?:updated|revised|modified|amended) (?:this|these|our|the) (?:\w+ ){1,4}on (?:the )?$/,
  new RegExp(
    `\\b(?:publication|publishing|published|posting|release|issue) date${GAP}|(?:^|\\b(?:(?:polic(?:y|ies)|terms|conditions|notice|agreement|statement|document|was|were) )|[(|>*:] ?)(?:first )?(?:published|posted|issued)${GAP}`,
  ),
  new RegExp(`\\b(?:last|latest|most recently) (?:published|posted|reviewed)${GAP}|\\bcurrent as (?:of|at)[: ]*$`),
  /(?:^|[.(|>,*] ?)(?:(?:this )?version(?: of| from| as of| as at|:) ?|version (?:\d[\w.]* ?)?[.,:(|-]? ?(?:dated |of |from )?)$/,
  new RegExp(
    `(?:^|[.(|>,*-] ?|\\b(?:page|polic(?:y|ies)|terms(?: of (?:use|service))?|conditions|notice|statement|agreement|guidelines|document|was|were|been) )${CHANGED}${ALSO}${GAP}`,
  ),
]
const EFFECTIVE: readonly RegExp[] = [
  new RegExp(
    `\\beffective(?:ness)?(?: immediately)?(?: as of)?(?: date)?(?:(?: and| &|,) (?:(?:were|was|are|is) )?(?:last )?(?:updated|revised|modified))?${GAP}`,
  ),
  /\beffective (?:upon|immediately|today|at once|for new)\b[^.;]{0,60}\b(?:from|on|as of|beginning|starting) (?:the )?$/,
  /\b(?:date of (?:the )?(?:entry into (?:force|effect)|coming into (?:force|effect)|effect(?:iveness)?|commencement)|entry into (?:force|effect)|(?:effective|commencement) date) of (?:this|these|the|our) (?:[\w&/-]+ ){0,5}?(?:terms|conditions|polic(?:y|ies)|agreement|contract|notice|statement|guidelines|rules|version|addendum|document)(?: of (?:use|service|sale))?(?: is)?[:\s-]+(?:the )?$/,
  /\beffective(?: date)? (?:in|for) (?!until)[\w ,.]{2,60}?(?::| on| from| as of) ?(?:the )?$/,
  new RegExp(
    `\\b(?:(?:takes?|in|into|of) (?:effect|force)|appl(?:y|ies|icable)(?: to you| to all users)?|valid)(?: date)?${GAP}`,
  ),
]
const ITSELF =
  /\b(?:terms|polic(?:y|ies)|agreement|notice|statement|conditions|guidelines|version|addendum|rules|document|date|we've|updated?)\b/
const LAW =
  /\b(?:act|directive|regulation|law|laws|gdpr|ccpa|cpra|code|section|decision|clauses|idta|data transfer addendum|version b1|dsgvo|ordinance|resolution)\b/
const FORMER =
  /\b(?:old|former|superseded|archived?)(?: \w+)? (?:version|polic|terms)|^previous|\bprevious (?:privacy|policy|terms|version|amendment)[^.]{0,70}$|\b(?:that|which) (?:was|were) (?:in )?(?:effective|effect|force)[^.]{0,20}$/

/** "Version B1.0, in force 21 March 2022" is of an addendum that authorities issue. */
const ANNEX = /\bversion b1\b/

/** A label that begins with a capital in the midst of an address: "Taipei 112 Updated May 1". */
const CAPITAL =
  /\b(?:Updated|Revised|Amended|UPDATED|REVISED)(?: on| as of)?:? $|Last (?:updated|modified|revised|Updated|Modified|Revised)(?: on)?:? $/

/** "Effective 1 May, we will begin to withhold tax": of a change elsewhere. */
const WE_BEGIN = /^,? (?:we|you|[a-z]+) (?:will|may|must|shall|have|has)\b/

/** "Published on 1 May, replacing the former ones with immediate effect." */
const AT_ONCE = /^[^.]{0,40}\b(?:with immediate effect|effective immediately|takes? effect immediately)\b/
/** "From 1 May, these terms also apply": the date comes first. */
const BEGINS_WITH =
  /(?:^|[.:] ?)[^a-z]*(?:as of|as from|as at|from|with effect (?:from|on|as of)|starting(?: on| from)?|beginning(?: on| from)?|commencing(?: on)?|on and (?:from|after)|on|since|effective) (?:the )?$/
const THEN_APPLIES =
  /^,? (?:this|these|our|the)(?: \w+){0,4} (?:terms|polic(?:y|ies)|agreement|notice|statement|conditions|guidelines|rules|version|addendum)(?: of \w+)? (?:(?:will|shall|also|now) )*(?:appl(?:y|ies)|governs?|takes? effect|comes? into (?:effect|force)|(?:be|is|are|becomes?) (?:effective|in (?:effect|force)))\b/
/** A date alone under "Effective date". */
const UNDER_EFFECTIVE =
  /^[^a-z]*(?:effective date|date of (?:effect|entry into force)|entry into (?:force|effect))[^a-z]*$/

/** Every date has a year or is all figures; few sentences have one, and to tell that costs little. */
const hasYear = ofSentence(({ folded }) => /\d{4}|\d\/\d\d/.test(folded))

export const readDates: FactReader = ({ passages: all }) => {
  const passages = all.filter(hasYear)
  const facts: Fact[] = []
  const stated = inLocalOrder(newest(ofFirstPage(dated(passages, statedIn))), all) ?? changelog(passages)
  if (stated) facts.push(factFrom('dates.stated', stated.date, stated.passage, EVERY_DATE))
  const effective = inLocalOrder(dated(passages, effectiveIn)[0] ?? null, all) ?? sameAsStated(all, stated)
  if (effective) facts.push(factFrom('dates.effective', effective.date, effective.passage, EVERY_DATE))
  return facts
}

type Dated = { readonly date: string; readonly passage: Passage }

function dated(passages: readonly Passage[], datesIn: (sentence: Sentence) => readonly string[]): readonly Dated[] {
  return passages.flatMap((passage) => datesIn(passage).map((date) => ({ date, passage })))
}

const statedIn = ofSentence((sentence) => datesUnder(STATED, sentence))
const effectiveIn = ofSentence((sentence) => datesUnder(EFFECTIVE, sentence))

/** Dates of the document under one of the labels; a label in a long sentence counts only when the sentence speaks of the document. */
function datesUnder(
  labels: readonly RegExp[],
  { folded: text, text: printed, before: last, heading }: Sentence,
): readonly string[] {
  const found: string[] = []
  for (const match of text.matchAll(EVERY_DATE)) {
    const before = text.slice(Math.max(0, match.index - 90), match.index)
    const capital = labels === STATED && CAPITAL.test(printed.slice(0, match.index))
    const atFoot =
      labels === STATED && text.length < 60 && /^,? ?\(?version \d/.test(text.slice(match.index + match[0].length))
    const afterVersion = labels === STATED && match.index === 0 && /^version [\d.]+$/.test(last?.folded ?? '')
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 60)
    const atOnce =
      labels === EFFECTIVE &&
      (AT_ONCE.test(after) ||
        (BEGINS_WITH.test(before) && THEN_APPLIES.test(text.slice(match.index + match[0].length))) ||
        (text.length < 90 && UNDER_EFFECTIVE.test(lastHeading(heading))))
    if (!capital && !atFoot && !afterVersion && !atOnce && !labels.some((label) => label.test(before))) continue
    if (FORMER.test(before) || /^[\s,]*(?:until|to\b|through|-\s*\d)/.test(after)) continue
    if (ANNEX.test(before)) continue
    if (text.length > 90 && (!ITSELF.test(before + after) || LAW.test(before + after))) continue
    if (labels === EFFECTIVE && WE_BEGIN.test(after) && !ITSELF.test(after)) continue
    const date = parseDate(match[0])
    if (date) found.push(date)
  }
  return found
}

/** A page may hold several documents: the dates that stand with the first of them, under its heading. */
function ofFirstPage(dated: readonly Dated[]): readonly Dated[] {
  const first = dated[0]
  if (!first || first.passage.block > FIRST_BLOCKS) return dated
  return dated.filter(({ passage }) => topHeading(passage) === topHeading(first.passage))
}

/** A date further down is not the page's own head. */
const FIRST_BLOCKS = 5

function topHeading({ heading }: Sentence): string {
  return heading.split(' > ')[0] ?? ''
}

/** A page that lists its revisions states the newest one; of equal dates the first counts. */
function newest(dated: readonly Dated[]): Dated | null {
  return dated.reduce<Dated | null>((best, one) => (best === null || one.date > best.date ? one : best), null)
}

/** "08/09/2023" has two readings; what the rest of the document writes, or whose law it names, tells which. */
const EITHER_ORDER = /(?<![\d/])(0?[1-9]|1[0-2])\/(0?[1-9]|1[0-2])\/(\d{4})(?!\d)/g
const DAY_FIRST =
  /(?<![\d/])(?:1[3-9]|2\d|3[01])\/(?:0?[1-9]|1[0-2])\/\d{4}|\b(?:laws?|legislation) of (?:the )?(?:republic of |kingdom of |commonwealth of )?(?:england|ireland|scotland|northern ireland|wales|france|germany|spain|italy|portugal|belgium|netherlands|luxembourg|austria|poland|denmark|norway|finland|greece|malta|cyprus|estonia|latvia|australia|new south wales|queensland|new zealand|india|singapore|brazil|south africa|nigeria|kenya|united kingdom)\b|\b(?:english|irish|french|german|spanish|italian|dutch|belgian|scots) law\b/
const MONTH_FIRST =
  /(?<![\d/])(?:0?[1-9]|1[0-2])\/(?:1[3-9]|2\d|3[01])\/\d{4}|\blaws of the (?:state|commonwealth) of (?!australia)|\blaws of (?:the )?(?:united states|california|delaware|new york|texas|washington|florida|nevada|illinois|utah)\b/
const writesDayFirst = ofSentence(({ folded }) => DAY_FIRST.test(folded))
const writesMonthFirst = ofSentence(({ folded }) => MONTH_FIRST.test(folded))

function inLocalOrder(dated: Dated | null, passages: readonly Passage[]): Dated | null {
  if (!dated) return null
  for (const match of dated.passage.folded.matchAll(EITHER_ORDER)) {
    const [printed, first, second, year] = match
    const swapped = parseDate(`${second}/${first}/${year}`)
    if (parseDate(printed) !== dated.date || swapped === null || swapped === dated.date) continue
    return passages.some(writesDayFirst) && !passages.some(writesMonthFirst) ? { ...dated, date: swapped } : dated
  }
  return dated
}

const SAME_DATE =
  /\beffective (?:as of|on|from|since) the (?:stated |posted |above )?"?(?:last (?:updated|modified|revised)"? date|date (?:stated|indicated|noted|shown|last updated|of last))/

const namesSameDate = ofSentence(({ folded }) => SAME_DATE.test(folded))

/** "Effective as of the date last updated above." */
function sameAsStated(passages: readonly Passage[], stated: Dated | null): Dated | null {
  const passage = stated && passages.find(namesSameDate)
  return stated && passage ? { date: stated.date, passage } : null
}

const ENTRY = new RegExp(`^[ *-]*(${DATE})\\b[^.]{0,30}\\b(?:updated|revised|modified|amended)\\b`)
const entryDate = ofSentence(({ folded }) => parseDate(ENTRY.exec(folded)?.[1] ?? ''))

/** The newest entry of a changelog: "2025-10-29: We've updated our policy". */
function changelog(passages: readonly Passage[]): Dated | null {
  let newest: Dated | null = null
  for (const passage of passages) {
    const date = entryDate(passage)
    if (date && (newest === null || date > newest.date)) newest = { date, passage }
  }
  return newest
}
