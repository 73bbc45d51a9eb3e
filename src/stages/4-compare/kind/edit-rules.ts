/** The kind of one word edit inside a block. The first rule that knows it decides; what no rule knows is substantive. */
import { type Block, codePointLength } from '../../../core/policy-text.ts'
import { dateKey, isMonth } from '../normalise/dates.ts'
import type { Token } from '../tokens.ts'
import type { Context } from './context.ts'
import { type Edit, sentenceBefore, squash } from './edits.ts'
import type { Finding, FindingReason } from './finding.ts'
import {
  COMPANY_FORMS,
  EDITION_POINTER,
  EFFECTIVE,
  LITTLE_WORDS,
  PHONE,
  ROUTE,
  STATED,
  STREET,
  TURNING_WORDS,
} from './lexicon.ts'
import { isFirmRenamed, isRename } from './name-rules.ts'
import { changesAmount } from './quantity.ts'
import { saysTheSame } from './same-words.ts'
import { editDistance, leftOver, stem } from './spelling.ts'

/** Tokens from which an edit is more than a slip, whatever it holds. */
const LONG_EDIT = 80

type Verdict = { readonly kind: Finding['kind']; readonly reason: FindingReason }
type Rule = (edit: Edit, block: Block, context: Context) => Verdict | null

const administrative = (reason: FindingReason): Verdict => ({ kind: 'administrative', reason })
const substantive = (reason: FindingReason): Verdict => ({ kind: 'substantive', reason })

export function judgeEdit(edit: Edit, block: Block, context: Context): Verdict {
  if (edit.oldTokens.length + edit.newTokens.length > LONG_EDIT && !isMovedPiece(edit, context))
    return substantive('wording')
  for (const rule of RULES) {
    const verdict = rule(edit, block, context)
    if (verdict) return verdict
  }
  return substantive('wording')
}

const words = (tokens: readonly Token[]): string[] => tokens.filter(({ word }) => word).map(({ key }) => key)
const lower = (tokens: readonly Token[]): string[] => words(tokens).map((word) => word.toLowerCase())

const punctuation: Rule = ({ oldTokens, newTokens, deleted, inserted }) => {
  if (words(oldTokens).length === 0 && words(newTokens).length === 0) return administrative('punctuation')
  return squash(deleted) === squash(inserted)
    ? administrative(/[A-Z]/.test(deleted) !== /[A-Z]/.test(inserted) ? 'letter-case' : 'punctuation')
    : null
}

/** Printed numbers at the beginning of a block: "A.1.", "b)", "iv." */
const enumerator: Rule = ({ oldTokens, newTokens, before, deleted, inserted }) => {
  const isFirst = /(?:^|\n)[\s\W]*$/.test(before)
  // A number glued to the word before it ("DPA.iii").
  const cut = (piece: string): string => squash(piece.replace(/[.;:]\s*\(?(?:[ivx]{1,5}|[a-z])[.)]?\s*$/i, ''))
  if (cut(deleted) !== '' && cut(deleted) === cut(inserted)) return administrative('renumbered')
  // Items run together in one block: "…; ii. …".
  if (
    (/[;:.]\s*$/.test(before) || /^\s*[;:.(]/.test(inserted || deleted)) &&
    /^[\s;:,.]*\(?(?:[ivx]{1,5}|[a-z])[.)]\s*$/i.test(inserted || deleted) &&
    (deleted.trim() === '' || inserted.trim() === '')
  ) {
    return administrative('renumbered')
  }
  const isNumber = (piece: string): boolean =>
    /^[\s\W]*(?:(?:[a-z]|\d{1,3}|[ivx]{1,5})(?:[.)]|\s|$)\s*){0,4}\W*$/i.test(piece)
  return isFirst && words(oldTokens).length + words(newTokens).length > 0 && isNumber(deleted) && isNumber(inserted)
    ? administrative('renumbered')
    : null
}

/** A heading set before the sentence that it names ("Abuse of the product. Please be aware …"). */
const runInHeading: Rule = ({ oldTokens, newTokens, before, deleted, inserted }) => {
  if (!/(?:^|\n)\W*(?:\w{1,3}[.)]\s*)?$/.test(before)) return null
  const isTitle = (piece: string, tokens: readonly Token[]): boolean =>
    piece === '' ||
    (/^\p{Lu}[^.:;,]{2,60}[.:–—-]\s*$/u.test(piece) &&
      words(tokens).length <= 7 &&
      !lower(tokens).some((word) => MODALS.has(word)))
  return isTitle(deleted.trim(), oldTokens) && isTitle(inserted.trim(), newTokens) ? administrative('heading') : null
}
const MODALS = new Set('may must shall should will would could can cannot not is are agree we you'.split(' '))

const movedPiece: Rule = (edit, _block, context) => (isMovedPiece(edit, context) ? administrative('moved-text') : null)

/**
 * A whole sentence, or a label, that only came or only went here, and went or came at another place. Words of a
 * sentence are none: "without permission" turns the rule in which it stands.
 */
function isMovedPiece({ deleted, inserted, before }: Edit, context: Context): boolean {
  const piece = deleted === '' ? inserted : inserted === '' ? deleted : ''
  if (squash(piece).length < 5 || !context.isMoved(piece)) return false
  const startsSentence = /(?:^|[.!?:;\n]["'”’)\]]*)\s*$/.test(before + /^\s*/.exec(piece)![0])
  return startsSentence && /[.!?:;]["'”’)\]]*\s*$/.test(piece)
}

/** A date that moved: the effective one binds, the stated one does not. A date inside a rule is part of the rule. */
const dates: Rule = (edit, block) => {
  const all = [...edit.oldTokens, ...edit.newTokens].filter(({ word }) => word)
  if (!all.some(({ key }) => isDatePart(key)) || !all.every(({ key }) => isDatePart(key) || STATED.test(key)))
    return null
  const isFull =
    all.some(({ key }) => /^\d{4}-\d\d-\d\d/.test(key)) ||
    all.some(({ key }) => isMonth(key) || isNumericDate(key)) ||
    /(?:19|20)\d\d/.test(block.text)
  if (!isFull) return null
  const [from, to] = [plainDate(edit.oldTokens), plainDate(edit.newTokens)]
  if (
    (from !== null && from === to) ||
    (dateNumbers(edit.deleted) !== '' && dateNumbers(edit.deleted) === dateNumbers(edit.inserted))
  )
    return administrative('date-style')
  const near = nearDate(edit)
  if (EFFECTIVE.test(near)) return substantive('effective-date')
  if (STATED.test(near) || block.text.length < 40) return administrative('stated-date')
  return null
}

/** What says which date it is: the words of its own sentence, and of the one before where these say nothing. */
function nearDate({ before, after }: Edit): string {
  const left = before.slice(-80)
  const right = /^(?:[^.;|\n]|\.(?!\s))*/.exec(after.slice(0, 30))![0]
  const own = `${left.split(/[.;|\n]\s+/).at(-1)!} ${right}`
  return EFFECTIVE.test(own) || STATED.test(own) ? own : `${left} ${right}`
}

function isDatePart(key: string): boolean {
  return (
    /^\d{4}-\d\d-\d\d~?$/.test(key) ||
    isMonth(key) ||
    isNumericDate(key) ||
    /^(?:19|20)\d\d$/.test(key) ||
    /^\d{1,2}(?:st|nd|rd|th)?$/.test(key)
  )
}

function isNumericDate(key: string): boolean {
  return /^\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d$/.test(key)
}

/** The numbers of a date whatever their order; empty where there are fewer than three. */
function dateNumbers(piece: string): string {
  const numbers = (piece.match(/\d+/g) ?? []).map(Number).sort((x, y) => x - y)
  return numbers.length === 3 ? numbers.join() : ''
}

function plainDate(tokens: readonly Token[]): string | null {
  const dated = words(tokens).filter((key) => /^\d{4}-/.test(key))
  return dated.length === 1 ? (dateKey(dated[0]!.replace('~', '')) ?? null) : null
}

const crossReference: Rule = ({ oldTokens, newTokens, before }) => {
  const all = [...words(oldTokens), ...words(newTokens)]
  const isNumber = (word: string): boolean => /^(?:\d+(?:[.,]\d+)*|[ivx]+|[a-z])$/i.test(word)
  if (all.length === 0 || !all.every(isNumber) || words(oldTokens).length === 0 || words(newTokens).length === 0)
    return null
  return /(?:\b(?:sections?|clauses?|articles?|paragraphs?|exhibits?|annex(?:es)?|schedules?|appendix|parts?|chapters?|items?)|§+)\s*(?:[\d.()a-zA-Z]{0,8}(?:,|and|or|to|-|–|&)?\s*){0,3}$/i.test(
    before,
  )
    ? administrative('cross-reference')
    : null
}

const webAddress: Rule = ({ oldTokens, newTokens }) => {
  const all = [...words(oldTokens), ...words(newTokens)]
  const isAddress = (word: string): boolean =>
    /^(?:https?:|www\.)/i.test(word) ||
    /^[\w-]+(?:\.[\w-]+)*\.(?:com|ai|org|net|io|eu|co|dev|app|html?|pdf|uk|de|fr)$/i.test(word)
  const isPointer = (word: string): boolean =>
    word === 'and' || word === 'or' || POINTER_WORDS.has(word.toLowerCase()) || LITTLE_WORDS.has(word.toLowerCase())
  return all.some(isAddress) && all.every((word) => isAddress(word) || isPointer(word))
    ? administrative('web-address')
    : null
}
const POINTER_WORDS = new Set(
  'available see visit via link links page found website site mailto click here url view'.split(' '),
)

const companyForm: Rule = ({ oldTokens, newTokens }) => {
  const all = [...words(oldTokens), ...words(newTokens)]
  return all.length > 0 && all.every((word) => COMPANY_FORMS.test(word) || /^[LCIP]$/.test(word))
    ? administrative('company-form')
    : null
}

const mailAddress: Rule = ({ oldTokens, newTokens, before, after }) => {
  const all = [...words(oldTokens), ...words(newTokens)]
  if (!all.some((word) => word.includes('@')) || !all.every((word) => word.includes('@') || word === 'mailto'))
    return null
  // The address stands beside it anyway: its link was written out by mistake.
  if (
    all.every((word) => word === 'mailto' || `${before.slice(-80)}${after.slice(0, 80)}`.toLowerCase().includes(word))
  )
    return administrative('punctuation')
  if (lower(oldTokens).join() === lower(newTokens).join()) return administrative('letter-case')
  return ROUTE.test(`${before.slice(-200)} ${after.slice(0, 100)}`)
    ? substantive('contact-route')
    : administrative('contact-address')
}

const phoneNumber: Rule = ({ oldTokens, newTokens, before }) => {
  const all = [...words(oldTokens), ...words(newTokens)]
  return all.length > 0 && all.every((word) => /^\d+$/.test(word)) && PHONE.test(before.slice(-60))
    ? administrative('postal-address')
    : null
}

/** Numbers under which something is registered: patents, companies, trade marks. */
const identifiers: Rule = ({ oldTokens, newTokens }) => {
  const all = [...words(oldTokens), ...words(newTokens)]
  return all.length > 0 &&
    all.every((word) => /^(?:[A-Z]{2})?\d{6,}(?:[A-Z]\d?)?$|^(?:no|us|ep|and)$/i.test(word)) &&
    all.some((word) => /\d/.test(word))
    ? administrative('identifier')
    : null
}

const postalAddress: Rule = ({ deleted, inserted, before, after, oldTokens, newTokens }, block) => {
  const near = `${before.slice(-60)} ${deleted} ${inserted} ${after.slice(0, 60)}`
  if (!STREET.test(near) || !/\d/.test(near)) return null
  const all = [...words(oldTokens), ...words(newTokens)]
  const isPlace = (word: string): boolean => /^[\d#-]+\w{0,2}$/.test(word) || /^\p{Lu}/u.test(word) || STREET.test(word)
  // A line of its own, as an imprint prints it.
  const isAlone = block.text.length < 60 && !/[.;:]$/.test(block.text)
  return all.every(isPlace) && (isAlone || /\d{4,}|\b(?:CA|NY|USA?|UK|Ireland|France|Germany|China)\b/.test(near))
    ? administrative('postal-address')
    : null
}

/** A line that tells what the last update was about. */
const updateNote: Rule = (_edit, block) =>
  block.text.length < 150 &&
  /^\W*(?:last )?(?:updated?|modified|revised)\b/i.test(block.text) &&
  !EFFECTIVE.test(block.text)
    ? administrative('stated-date')
    : null

const headings: Rule = (_edit, block) => (block.kind === 'heading' ? administrative('heading') : null)

/** An edit inside the label of a link that the same sentence still offers. */
const editionPointer: Rule = ({ deleted, inserted, before, after }, block) => {
  if (block.links.length === 0 || deleted.length > 150 || inserted.length > 150) return null
  const start = sentenceBefore(before)
  const end = /^[^.!?\n]*/.exec(after)?.[0] ?? ''
  const isPointer = (piece: string): boolean =>
    /^[^.!?]*[.!?]?\s*$/.test(piece.trim()) &&
    EDITION_POINTER.test(`${start}${piece}${end}`) &&
    `${start}${piece}${end}`.length < 220
  const moves = /\b(?:must|shall|agree|may not)\b/i
  return isPointer(inserted || deleted) && !moves.test(`${deleted}${inserted}`)
    ? administrative('address-pointer')
    : null
}

const linkLabel: Rule = (edit, block) => {
  if (block.links.length === 0) return null
  const at = codePointLength(edit.newText.slice(0, edit.newAt))
  const inside = block.links.some(({ start, end }) => start <= at && at + codePointLength(edit.inserted) <= end + 1)
  const light = [...lower(edit.oldTokens), ...lower(edit.newTokens)].every(
    (word) => LITTLE_WORDS.has(word) || LABEL_WORDS.has(word) || /^https?:|^www\./.test(word),
  )
  return inside && light ? administrative('link-label') : null
}
const LABEL_WORDS = new Set(
  'help center centre article page form here link website site version versions previous view see learn more policy policies notice faq faqs document documentation blog post guide read current latest archived'.split(
    ' ',
  ),
)

/** One word for one word, spelt alike from its first letter on, where the document knows only one of the two. */
const spelling: Rule = ({ oldTokens, newTokens }, _block, context) => {
  const [x, y] = [lower(oldTokens), lower(newTokens)]
  if (x.length === 0 || y.length === 0 || x.length > 3 || y.length > 3) return null
  const [a, b] = [x.join(''), y.join('')]
  if ([...x, ...y].some((word) => TURNING_WORDS.has(word) || /\d/.test(word))) return null
  if (a === b) return administrative('spelling')
  if (x.length !== 1 || y.length !== 1 || Math.min(a.length, b.length) < 4) return null
  if (stem(a) === stem(b)) return administrative('spelling')
  // Slips seldom touch the first letter, prefixes that turn a word round ("unlawful") do.
  const sameStart = a[0] === b[0] || a === b.slice(1) || b === a.slice(1)
  return sameStart &&
    (context.wordCount('new', a) === 0 || context.wordCount('old', b) === 0) &&
    editDistance(a, b, 2) <= (Math.min(a.length, b.length) >= 7 ? 2 : 1)
    ? administrative('spelling')
    : null
}

/** What is left when little words and equal stems are taken from both sides is nothing. */
const littleWords: Rule = ({ oldTokens, newTokens, before, after }) => {
  const [x, y] = [lower(oldTokens), lower(newTokens)]
  const rest = leftOver(x, y)
  // A conjunction that came or went between items of a list; one exchanged for the other turns the rule.
  if (rest.length === 1 && (rest[0] === 'and' || rest[0] === 'or')) return administrative('little-words')
  if (rest.some((word) => TURNING_WORDS.has(word) || /\d/.test(word))) return null
  if (rest.every((word) => LITTLE_WORDS.has(word))) {
    return administrative(rest.length === 0 ? 'word-order' : 'little-words')
  }
  // A word that the same sentence says already ("workspace admins … workspace data").
  const near = new Set(`${before.slice(-120)} ${after.slice(0, 60)}`.toLowerCase().match(/[\p{L}\p{N}]+/gu))
  return rest.filter((word) => !LITTLE_WORDS.has(word)).length <= 1 &&
    rest.every((word) => LITTLE_WORDS.has(word) || near.has(word)) &&
    rest.length <= 3
    ? administrative('little-words')
    : null
}

/** A name or firm that is called differently from now on. */
const rename: Rule = (edit, _block, context) =>
  isRename(edit, context) || isFirmRenamed(edit, context) ? administrative('rename') : null

/** An amount that changed is news before any other rule may know the edit as something lighter. */
const amount: Rule = (edit, _block, context) =>
  changesAmount(edit) && !isMovedPiece(edit, context) ? substantive('wording') : null

const samePhrase: Rule = ({ before, deleted, inserted, after }) =>
  saysTheSame(before, deleted, inserted, after) ? administrative('little-words') : null

const RULES: readonly Rule[] = [
  amount,
  punctuation,
  headings,
  enumerator,
  runInHeading,
  dates,
  updateNote,
  crossReference,
  webAddress,
  companyForm,
  mailAddress,
  phoneNumber,
  identifiers,
  postalAddress,
  editionPointer,
  linkLabel,
  spelling,
  littleWords,
  samePhrase,
  movedPiece,
  rename,
]
