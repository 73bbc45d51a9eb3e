/** The kind of a block that came or went as a whole. */
import type { Block } from '../../../core/policy-text.ts'
import { comparisonKey } from '../comparison-text.ts'
import { tokenise } from '../tokens.ts'
import { type Context, isFiller, isLabelLine, linkShare } from './context.ts'
import type { Finding, FindingReason } from './finding.ts'
import {
  COMPANY_FORMS,
  COPYRIGHT_LINE,
  CREDITS,
  EDITION_POINTER,
  EFFECTIVE,
  ENGLISH,
  FURNITURE,
  PROVISION_CUE,
  STATED,
  STREET,
} from './lexicon.ts'

/** Verbs and parties of a rule; "May" in a date is none. */
const RULE_VERB =
  /\b(?:[Yy]ou|[Ww]e|must|shall|may|will|cannot|not|is|are|(?:delet|remov|retain|clos|charg|terminat|apply|appli|requir)\w*|kept|accounts?)\b/

type Verdict = { readonly kind: Finding['kind']; readonly reason: FindingReason }

export function judgeBlock(block: Block, at: number, side: 'old' | 'new', context: Context): Verdict {
  const { tokens } = tokenise(block.text)
  const words = tokens.filter(({ word }) => word)
  if (words.length === 0) return { kind: 'noise', reason: 'nothing-left' }
  if (context.inDialog(side, at)) return { kind: 'noise', reason: 'consent-dialog' }
  const other = side === 'old' ? 'new' : 'old'
  const [first, last] = context.body(side)
  const edge = at < first ? 'start' : at > last ? 'end' : null
  if (isAddressLine(block, context.alignment[side].blocks[at - 1], context.alignment[side].blocks[at + 1]))
    return { kind: 'administrative', reason: 'postal-address' }
  if (isFurniture(block, words.length, edge)) return { kind: 'noise', reason: 'page-furniture' }
  if (isContentsEntry(block, side, context)) return { kind: 'noise', reason: 'table-of-contents' }
  if (words.every(({ key }) => /^\d{4}-\d\d-\d\d~?$/.test(key) || STATED.test(key)))
    return { kind: 'administrative', reason: 'stated-date' }
  if (context.isMoved(block.text)) return { kind: 'administrative', reason: 'moved-text' }
  if (context.says(other, comparisonKey(block.text))) return { kind: 'noise', reason: 'repeated-text' }
  // The title of the page, above the text: captured or not.
  if (block.kind === 'heading') return { kind: at < first && at < 4 ? 'noise' : 'administrative', reason: 'heading' }
  if (isEditionPointer(block)) return { kind: 'administrative', reason: 'address-pointer' }
  if (block.text.length < 60 && EFFECTIVE.test(block.text) && /\d{4}/.test(block.text)) {
    return side === 'new'
      ? { kind: 'substantive', reason: 'effective-date' }
      : { kind: 'administrative', reason: 'lapsed-notice' }
  }
  if (isPostalAddress(block)) return { kind: 'administrative', reason: 'postal-address' }
  if (block.text.length < 120 && CREDITS.test(block.text) && !/\b(?:you|your|we|data)\b/i.test(block.text))
    return { kind: 'administrative', reason: 'no-provision' }
  if (words.every(({ key }) => /^(?:[A-Z]{2})?\d{5,}$|^(?:no|in)$/i.test(key)))
    return { kind: 'administrative', reason: 'identifier' }
  if (block.text.length < 60 && STATED.test(block.text) && /\d{4}/.test(block.text) && !RULE_VERB.test(block.text))
    return { kind: 'administrative', reason: 'stated-date' }
  if (side === 'old' && isLapsedNotice(block)) return { kind: 'administrative', reason: 'lapsed-notice' }
  const inList = block.kind === 'item' || block.kind === 'row' || block.kind === 'note'
  if (
    !inList &&
    !isSentence(block.text) &&
    (words.length <= 4 || ENGLISH.test(block.text)) &&
    !PROVISION_CUE.test(block.text)
  )
    return { kind: 'administrative', reason: 'no-provision' }
  return { kind: 'substantive', reason: side === 'new' ? 'provision-added' : 'provision-removed' }
}

/** Five words or more that end like a sentence: what it says may be a rule, whoever is named in it. */
function isSentence(text: string): boolean {
  return (
    /[.!?;]["'”’)\]]*\s*$/.test(text) &&
    (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= 5 &&
    !/[\w.+-]+@[\w-]+\.\w+/.test(text)
  )
}

/** Labels of menus and buttons anywhere; lines of links and short labels where the page begins or ends. */
export function isFurniture(block: Block, words: number, at: 'start' | 'end' | null): boolean {
  if (FURNITURE.test(block.text) || isFiller(block.text)) return true
  if (block.text.length < 160 && COPYRIGHT_LINE.test(block.text)) return true
  const linked = linkShare(block)
  if (linked > 0.85 && words <= 12 && (at !== null || block.kind !== 'item') && block.kind !== 'row') return true
  if (at === null) return false
  if (linked > 0.6) return true
  // Labels of a footer in one line: "Terms | Privacy | Imprint".
  if (at === 'end' && isLabelLine(block)) return true
  if (words <= 4 && at === 'start' && !/[\d@:]/.test(block.text)) return true
  // Under the document a page speaks for itself where it names neither side nor a way to reach one.
  if (
    words <= 12 &&
    at === 'end' &&
    block.kind !== 'row' &&
    !isSentence(block.text) &&
    !/[\d@:]|\b(?:you|your|we|our|us|shall|must|contact)\b/i.test(block.text)
  )
    return true
  return (
    words <= 8 &&
    !/[.;:]$/.test(block.text) &&
    block.kind !== 'row' &&
    !/\d{4}/.test(block.text) &&
    !EFFECTIVE.test(block.text)
  )
}

/** A line that repeats a heading of its own document. */
function isContentsEntry(block: Block, side: 'old' | 'new', context: Context): boolean {
  if (block.kind === 'heading' || block.text.length > 120 || linkShare(block) < 0.5) return false
  return block.links.some(({ href }) => href.includes('#')) || context.isHeading(side, comparisonKey(block.text))
}

function isEditionPointer({ text, links }: Block): boolean {
  return (
    links.length > 0 &&
    text.length < 220 &&
    EDITION_POINTER.test(text) &&
    !/\b(?:must|shall|agree|may not)\b/i.test(text)
  )
}

/** A line of a postal address, alone in its block. */
function isPostalAddress({ text }: Block): boolean {
  return (
    text.length < 90 &&
    /\d/.test(text) &&
    !/[.;:]$/.test(text) &&
    (STREET.test(text) || /\b[A-Z]{2}\s\d{5}\b/.test(text)) &&
    !/\b(?:you|we|must|may|shall|will)\b/i.test(text)
  )
}

/** A street with its number, beneath the name of a firm or above the line of the town: "10115 Berlin". */
function isAddressLine({ kind, text }: Block, previous: Block | undefined, next: Block | undefined): boolean {
  if (kind === 'row' || text.length >= 60 || !/^\P{N}*\p{L}.*\d/u.test(text) || /[.;:]$/.test(text)) return false
  if (/\b(?:you|we|must|may|shall|will|days?|months?|years?)\b/.test(text)) return false
  const firm = previous && previous.text.length < 60 ? /([\p{L}.]+),?\s*$/u.exec(previous.text)?.[1] : undefined
  return (
    (firm !== undefined && COMPANY_FORMS.test(firm)) ||
    (next !== undefined && next.text.length < 60 && /^(?:[A-Z]{1,2}-)?\d{4,5}\s\p{Lu}/u.test(next.text))
  )
}

/** A note of the page about a date from which the document binds, without which the terms say the same. */
function isLapsedNotice({ text }: Block): boolean {
  return (
    text.length < 300 &&
    EFFECTIVE.test(text) &&
    /\b(?:policy|terms|agreement|statement|notice|updates?|version)\b/i.test(text) &&
    /\b(?:19|20)\d\d\b/.test(text)
  )
}
