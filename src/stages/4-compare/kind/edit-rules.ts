/** The kind of one word edit inside a block. The first rule that knows it decides; what no rule knows is substantive. */
import { type Block, codePointLength } from '../../../core/policy-text.ts'
import { dateKey, isMonth } from '../normalise/dates.ts'
import type { Token } from '../tokens.ts'
import type { Context } from './context.ts'
import { type Edit, squash } from './edits.ts'
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

/** Words that only came or only went here, and went or came at another place. */
function isMovedPiece({ deleted, inserted }: Edit, context: Context): boolean {
  const [gone, come] = [squash(deleted), squash(inserted)]
  return (
    (gone === '' && come.length >= 5 && context.isMoved(inserted)) ||
    (come === '' && gone.length >= 5 && context.isMoved(deleted))
  )
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
  const near = `${edit.before.slice(-80)} ${edit.after.slice(0, 30)}`
  if (EFFECTIVE.test(near)) return substantive('effective-date')
  if (STATED.test(near) || block.text.length < 40) return administrative('stated-date')
  return null
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
  return all.length > 0 && all.every((word) => /^\d+$/.test(word)) && PHONE.test(before.slice(-40))
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

const postalAddress: Rule = ({ deleted, inserted, before, after, oldTokens, newTokens }) => {
  const near = `${before.slice(-60)} ${deleted} ${inserted} ${after.slice(0, 60)}`
  if (!STREET.test(near) || !/\d/.test(near)) return null
  const all = [...words(oldTokens), ...words(newTokens)]
  const isPlace = (word: string): boolean => /^[\d#-]+\w{0,2}$/.test(word) || /^\p{Lu}/u.test(word) || STREET.test(word)
  return all.every(isPlace) && /\d{4,}|\b(?:CA|NY|USA?|UK|Ireland|France|Germany|China)\b/.test(near)
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
  const start = /[^.!?\n]*$/.exec(before)?.[0] ?? ''
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

/** One word for one word, spelt alike, where the document knows only one of the two. */
const spelling: Rule = ({ oldTokens, newTokens }, _block, context) => {
  const [x, y] = [lower(oldTokens), lower(newTokens)]
  if (x.length === 0 || y.length === 0 || x.length > 3 || y.length > 3) return null
  const [a, b] = [x.join(''), y.join('')]
  if ([...x, ...y].some((word) => TURNING_WORDS.has(word) || /\d/.test(word))) return null
  if (a === b) return administrative('spelling')
  if (x.length !== 1 || y.length !== 1 || Math.min(a.length, b.length) < 4) return null
  if (stem(a) === stem(b)) return administrative('spelling')
  // An abbreviation written out.
  if (a.startsWith(b) || b.startsWith(a)) return administrative('spelling')
  const unknown = context.wordCount('new', a) === 0 || context.wordCount('old', b) === 0
  return unknown && editDistance(a, b, 2) <= (Math.min(a.length, b.length) >= 7 ? 2 : 1)
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

/** The same proper name replaced by another one throughout, and gone from the new text. */
const rename: Rule = ({ deleted, inserted, oldTokens, newTokens, before, after }, _block, context) => {
  const [x, y] = [words(oldTokens), words(newTokens)]
  if (x.length + y.length === 0 || x.length > 4 || y.length > 4) return null
  const isName = (list: readonly string[]): boolean => list.every((word) => /^\p{Lu}/u.test(word))
  if (!isName(x) || !isName(y)) return null
  // A name beside a company form names a party.
  if (new RegExp(COMPANY_FORMS.source.slice(1, -1), 'i').test(after.trim().split(/[\s,]+/)[0] ?? '')) return null
  if (context.recurrence(deleted, inserted) < 2) return null
  return /\p{Lu}\S*\s*$/u.test(before) || x.length > 0 ? administrative('rename') : null
}

const RULES: readonly Rule[] = [
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
  movedPiece,
  rename,
]
