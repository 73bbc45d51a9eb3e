/** The dates that a document prints of itself: when it was last updated, and from when it binds. Never guessed. */
import type { Block } from '../../../core/policy-text.ts'
import type { PrintedDate } from '../../../core/reading.ts'
import { daysIn, findDate, iso } from './calendar.ts'

/** Dates stand at the top or at the very end; in between, dates are those of other things. */
const TOP_BLOCKS = 25
const END_BLOCKS = 6

const STATED =
  /(?:last|latest)?\s?-?(?:updated?|modified|revised|revision|amended|changed|reviewed|edited)(?:\s+(?:on|date|as of|at))?(?:(?![\p{L}])|(?=(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? ?\d))|(?:date of (?:the )?(?:last|latest|most recent) (?:update|revision|change|modification))|(?:publi(?:shed|cation)|posted|issued|version)(?:\s+(?:on|date|of))?(?![\p{L}])|^date(?![\p{L}])|(?<![\p{L}])(?:stand|zuletzt (?:aktualisiert|geändert)|letzte (?:aktualisierung|änderung)|dernière (?:mise à jour|modification)|mis à jour|última (?:actualización|modificación|atualização)|ultimo aggiornamento|laatst (?:bijgewerkt|gewijzigd))(?![\p{L}])|最終更新|更新日/iu
const EFFECTIVE =
  /(?:effective|in (?:force|effect)|applicable|valid|appl(?:y|ies) from|takes? effect|binding|enters? into force|comes? into (?:force|effect))(?:\s+(?:date|as of|from|on|since|starting|beginning))*(?![\p{L}])|(?<![\p{L}])(?:gültig ab|in kraft (?:seit|ab)|wirksam ab|en vigueur|entr[ée]e en vigueur|vigente desde|fecha de entrada en vigor|in vigore dal|em vigor|ingangsdatum|van kracht)(?![\p{L}])|生效/iu

export type PrintedDates = { readonly stated: PrintedDate | null; readonly effective: PrintedDate | null }

export function readDates(
  blocks: readonly Block[],
  language: string | null,
  receivedAt: string | undefined,
): PrintedDates {
  const candidates = [...blocks.slice(0, TOP_BLOCKS), ...blocks.slice(Math.max(TOP_BLOCKS, blocks.length - END_BLOCKS))]
  const monthFirst = language === 'en' ? null : language === null ? null : false
  let stated: PrintedDate | null = null
  let effective: PrintedDate | null = null
  let lone: PrintedDate | null = null
  candidates.forEach((block, i) => {
    const previous = candidates[i - 1]
    const text = printedText(block)
    if (text.length > 400 && (stated || effective)) return
    stated ??= labelled(text, STATED, monthFirst) ?? relative(text, receivedAt)
    effective ??= labelled(text, EFFECTIVE, monthFirst)
    if (previous && previous.text.length < 40 && text.length < 60) {
      if (isLabel(previous.text, STATED)) stated ??= dateAlone(text, monthFirst)
      if (isLabel(previous.text, EFFECTIVE)) effective ??= dateAlone(text, monthFirst)
    }
    if (i < 5) lone ??= dateAlone(text, monthFirst)
  })
  // A date alone under the title is what publishers print for the last update.
  if (!stated && !effective) stated = lone
  return { stated, effective }
}

function printedText(block: Block): string {
  return block.number ? `${block.number} ${block.text}` : block.text
}

function isLabel(text: string, label: RegExp): boolean {
  return label.test(text) && !findDate(text, null)
}

/** How far a date may stand from its label: "Last updated on and effective as of: Monday, 3 March 2025". */
const LABEL_REACH = 60

function labelled(text: string, label: RegExp, monthFirst: boolean | null): PrintedDate | null {
  const pattern = new RegExp(label.source, 'giu')
  for (const match of text.slice(0, 3000).matchAll(pattern)) {
    const after = match.index + match[0].length
    const found = findDate(text.slice(after, after + LABEL_REACH + 30), monthFirst)
    if (!found || found.index > LABEL_REACH) continue
    const between = text.slice(after, after + found.index)
    // A sentence between them, or another label, means that the date is of something else.
    if (/[.!?]\s+\p{Lu}\p{Ll}{3}/u.test(between) || otherLabel(between, label)) continue
    if (text.length > 200 && (between.length > 25 || !isOfItself(text.slice(0, after)))) continue
    return asPrinted(found)
  }
  return null
}

/** Whether a sentence speaks of this document before the label: in a long passage most dates are of other things. */
function isOfItself(before: string): boolean {
  const sentence = before
    .slice(-160)
    .split(/[.!?]\s/)
    .pop()!
  return /\b(?:this|these|our|the)\b.{0,60}\b(?:terms|policy|agreement|notice|statement|addendum|guidelines|document|version|tos|dpa)\b|^\W*(?:last|effective|updated|published)/i.test(
    sentence,
  )
}

/** "Updated and effective 1 May": both labels share the date only where nothing but a joining word parts them. */
function otherLabel(between: string, label: RegExp): boolean {
  const other = label === STATED ? EFFECTIVE : STATED
  const match = other.exec(between)
  return match !== null && !/^[\s,;/&|-]*(?:and|und|et|y|\/|&)?[\s]*$/i.test(between.slice(0, match.index))
}

function dateAlone(text: string, monthFirst: boolean | null): PrintedDate | null {
  if (text.length > 60) return null
  const found = findDate(text, monthFirst)
  if (!found) return null
  const rest = (text.slice(0, found.index) + text.slice(found.index + found.printed.length)).replace(/[^\p{L}]/gu, '')
  return rest.length <= 12 ? asPrinted(found) : null
}

function asPrinted(found: { printed: string; from: string; to: string }): PrintedDate {
  if (found.from === found.to) return { kind: 'exact', on: found.from, printed: found.printed }
  return { kind: 'approximate', from: found.from, to: found.to, printed: found.printed }
}

const RELATIVE =
  /(?:updated|modified|revised|edited|published)(?:\s+(?:on|over|about|more than))?:?\s*(a|an|one|two|three|\d{1,3})\s+(minute|hour|day|week|month|year)s?\s+ago|(?:updated|modified|revised|edited)(?:\s+on)?:?\s*(yesterday|today|this week|last week|last month|last year)/i
const COUNT: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, two: 2, three: 3 }

/** "Updated 4 months ago": kept as printed, with the range that it implies when it was received. */
function relative(text: string, receivedAt: string | undefined): PrintedDate | null {
  const match = text.length > 300 ? null : RELATIVE.exec(text)
  if (!match || !receivedAt) return null
  const [printed, count, unit, word] = match
  const [amount, of] = word
    ? fromWord(word.toLowerCase())
    : [COUNT[count!.toLowerCase()] ?? Number(count), unit!.toLowerCase()]
  // "4 months ago" is said from 4 months on until it is 5.
  return { kind: 'approximate', from: before(receivedAt, amount + 1, of), to: before(receivedAt, amount, of), printed }
}

function fromWord(word: string): [number, string] {
  if (word === 'today') return [0, 'day']
  if (word === 'yesterday') return [1, 'day']
  const unit = word.split(' ')[1]!
  return [word.startsWith('this') ? 0 : 1, unit]
}

function before(moment: string, amount: number, unit: string): string {
  const date = new Date(moment)
  if (unit === 'month' || unit === 'year') {
    const months = date.getUTCFullYear() * 12 + date.getUTCMonth() - (unit === 'year' ? 12 * amount : amount)
    const year = Math.floor(months / 12)
    const month = (months % 12) + 1
    return iso(year, month, Math.min(date.getUTCDate(), daysIn(year, month)))
  }
  const DAY = 86_400_000
  const size = unit === 'week' ? 7 * DAY : unit === 'day' ? DAY : unit === 'hour' ? DAY / 24 : DAY / 1440
  const then = new Date(date.getTime() - amount * size)
  return iso(then.getUTCFullYear(), then.getUTCMonth() + 1, then.getUTCDate())
}
