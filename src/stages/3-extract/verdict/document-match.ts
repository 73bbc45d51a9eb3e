/** Whether a text is the declared document, another one, or a list of documents. */
import type { Block } from '../../../core/policy-text.ts'
import { type Family, familiesOf, familyOf } from '../shape/document-family.ts'
import type { Evidence, Measures } from './evidence.ts'

/** Families that publishers use for one another, or that one document often covers together. */
const RELATED: readonly (readonly Family[])[] = [
  [
    'terms',
    'commercial',
    'developer',
    'licence',
    'payment',
    'service-level',
    'refund',
    'use',
    'community',
    'minors',
    'imprint',
    'brand',
  ],
  ['privacy', 'processing', 'subprocessors', 'cookies', 'requests', 'minors', 'security'],
  ['use', 'community', 'copyright', 'requests', 'minors', 'vulnerability'],
  ['security', 'vulnerability', 'processing', 'service-level'],
  ['copyright', 'brand', 'licence', 'terms'],
]

export function areRelated(a: Family, b: Family): boolean {
  return a === b || RELATED.some((group) => group.includes(a) && group.includes(b))
}

/** Titles that the page gives itself: of the page, of the document, and the first headings. */
export function ownTitles(evidence: Evidence): string[] {
  const headings = evidence.text.blocks.filter((block) => block.kind === 'heading').slice(0, 6)
  const titles = [evidence.title, evidence.pageTitle, ...headings.map((block) => block.text)]
  return titles.filter((title) => title !== null)
}

/** Whether any title names a document of the declared family or one near it; true where the declared one names none. */
export function namesDeclared(evidence: Evidence): boolean {
  const declared = familyOf(evidence.declared.title)
  if (declared === null) return sharesWords(evidence.declared.title, ownTitles(evidence))
  if (declared === 'imprint' && IMPRINT_WORDS.test(plainStart(evidence.text.blocks, 3000))) return true
  return ownTitles(evidence).some((title) => familiesOf(title).some((family) => areRelated(declared, family)))
}

/** Imprints often have no title of their own; what they hold is fixed by law. */
const IMPRINT_WORDS =
  /\b(?:publisher|publication director|publication owner|hosted by|hosting|share capital|capital of|registered office|commercial register|trade register|vat (?:id|number)|managing directors?|geschäftsführer|handelsregister|hébergeur|siège social|directeur de la publication)\b/i

function sharesWords(declared: string, titles: readonly string[]): boolean {
  const words = declared.toLowerCase().match(/[\p{L}]{4,}/gu) ?? []
  return titles.some((title) => words.some((word) => title.toLowerCase().includes(word)))
}

const DOCUMENT_NOUN =
  /\b(?:policy|policies|terms|conditions|agreement|addendum|notice|statement|guidelines|guide|imprint|licen[cs]e|rules|code of|principles|standards|disclosure|requirements|processors|faq)\b/i

/** Whether a title names any document at all. */
export function namesDocument(evidence: Evidence): boolean {
  return ownTitles(evidence)
    .slice(0, 4)
    .some((title) => DOCUMENT_NOUN.test(title))
}

const PRIVACY_WORDS =
  /personal (?:data|information)|privacy|data subjects?|we collect|données personnelles|personenbezogen\w*|datenschutz\w*|datos personales/gi
const TERMS_WORDS =
  /you (?:agree|may not|must not|shall)|liab(?:le|ility)|warrant\w*|terms|licen[cs]e|terminat\w+|indemnif\w+|governing law|arbitration|nutzungsbedingungen|haftung|responsabilité|conditions/gi
const COOKIE_WORDS = /cookies?|trackers?|pixels?|local storage/gi

/** Why the text is plainly another document than the declared one; null where it may well be it. */
export function otherDocument(evidence: Evidence): string | null {
  const declared = familyOf(evidence.declared.title)
  if (declared === null || namesDeclaredStrictly(evidence, declared)) return null
  const title = evidence.title ?? evidence.pageTitle
  const found = title === null ? null : familyOf(title)
  if (title === null || found === null || found === declared) return null
  const text = plainStart(evidence.text.blocks, 60_000)
  const isPrivacyKind = (family: Family): boolean => family === 'privacy' || family === 'cookies'
  const privacy = countOf(text, PRIVACY_WORDS)
  const terms = countOf(text, TERMS_WORDS)
  if (declared === 'privacy' && !areRelated(declared, found) && privacy < 0.6 * terms) return reasonFor(title)
  if (declared === 'cookies' && !isPrivacyKind(found) && countOf(text, COOKIE_WORDS) < 8) return reasonFor(title)
  if (declared === 'terms' && isPrivacyKind(found) && terms < 0.6 * privacy) return reasonFor(title)
  if (!areRelated(declared, found) && !isBroad(declared) && !mentions(text, declared)) return reasonFor(title)
  return null
}

function reasonFor(title: string): string {
  return `the page holds another document, “${title.slice(0, 80)}”`
}

function namesDeclaredStrictly(evidence: Evidence, declared: Family): boolean {
  const headings = evidence.text.blocks.filter((block) => block.kind === 'heading')
  const titles = [evidence.pageTitle, ...headings.map((block) => block.text)]
  return titles.some((title) => title !== null && familiesOf(title).includes(declared))
}

function isBroad(family: Family): boolean {
  return family === 'terms' || family === 'privacy' || family === 'commercial' || family === 'developer'
}

function mentions(text: string, family: Family): boolean {
  return text.split('\n').some((line) => line.length < 2000 && familiesOf(line).includes(family))
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}

export function plainStart(blocks: readonly Block[], limit: number): string {
  let text = ''
  for (const block of blocks) {
    if (text.length > limit) break
    text += `${block.text}\n`
  }
  return text
}

/** A page that mostly lists or links documents: several kinds of them are named by links, and little else is said. */
export function isHub(evidence: Evidence, measures: Measures): boolean {
  if (measures.legalUnits > 1500) return false
  const linked = new Set<Family>()
  let names = 0
  for (const block of evidence.text.blocks) {
    const linkUnits = block.links.reduce((sum, link) => sum + link.end - link.start, 0)
    if (linkUnits < 0.6 * block.text.length || block.text.length > 120) continue
    const family = familyOf(block.text)
    if (family === null) continue
    names++
    linked.add(family)
  }
  return names >= 3 && linked.size >= 2 && measures.proseUnits < 400 + 150 * names
}
