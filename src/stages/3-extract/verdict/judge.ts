/**
 * What was received turned out to be. Rules in order, from certain to weak: how it came (status, headers, wall), what
 * it cannot be (code, no text), and, where there are few rules in it, what it says of itself. A page full of rules is
 * the document unless its title, its language or its length say otherwise.
 */
import type { Verdict } from '../../../core/capture.ts'
import type { Wall } from '../../../core/reading.ts'
import { familyOf } from '../shape/document-family.ts'
import { LEGAL_WORD_LANGUAGES } from '../shape/legal-words.ts'
import { isTruncated, otherLocale } from './complete.ts'
import { isHub, namesDeclared, namesDocument, otherDocument } from './document-match.ts'
import { type Evidence, type Measures, measure } from './evidence.ts'
import { documentFrame } from './frame.ts'
import { BLOCKED, CONSENT, ERROR, LOGIN, looksLikeCode, SHELL } from './phrases.ts'
import { otherRegion } from './region.ts'
import { findWall } from './walls.ts'

export type Judgement = { readonly verdict: Verdict; readonly reason: string; readonly wall: Wall | null }

/** With this much in rules a page speaks for itself, whatever status it came with. */
const MANY_RULES = 1800
/** With less, a page must look like a short document to be one. */
const FEW_RULES = 700
/** Statements about itself stand in a page's title and first lines. */
const STATEMENT_UNITS = 1500

/** What a page that only frames a document turns out to be. */
const FRAMED: ReadonlySet<Verdict> = new Set(['shell', 'partial', 'other-page', 'other-document'])

const WALL_NAMES: Readonly<Record<Wall, string>> = {
  cloudflare: 'Cloudflare',
  akamai: 'Akamai',
  'aws-waf': 'AWS WAF',
  cloudfront: 'CloudFront',
  datadome: 'DataDome',
  imperva: 'Imperva',
  perimeterx: 'PerimeterX',
  vercel: 'Vercel',
}

export function judge(evidence: Evidence): Judgement {
  const judgement = decide(evidence)
  const frame = FRAMED.has(judgement.verdict) ? documentFrame(evidence.markup) : null
  return frame === null ? judgement : { ...judgement, reason: `${judgement.reason}; a frame on it shows ${frame}` }
}

function decide(evidence: Evidence): Judgement {
  const measures = measure(evidence.text)
  return (
    byTransport(evidence, measures) ??
    byNature(evidence) ??
    (measures.legalUnits < FEW_RULES ? byStatements(evidence, measures) : null) ??
    byContent(evidence, measures) ?? {
      verdict: 'policy',
      reason: `the page holds “${(evidence.title ?? evidence.declared.title).slice(0, 80)}”`,
      wall: null,
    }
  )
}

function say(verdict: Verdict, reason: string, wall: Wall | null = null): Judgement {
  return { verdict, reason, wall }
}

function byTransport(evidence: Evidence, { legalUnits, legalWords }: Measures): Judgement | null {
  const { status } = evidence
  if (legalUnits >= MANY_RULES && legalWords >= 15) return null
  const found = findWall(status, evidence.headers, statements(evidence), evidence.markup, evidence.visibleUnits)
  if (found) return byWall(found.wall, found.sign, evidence)
  if (status === undefined || status < 400) return null
  if (status === 401 || status === 407) return say('login', `the server asks for a sign-in (status ${status})`)
  if (status === 403) return say('blocked', 'the server refuses access (status 403)')
  if (status === 429) return say('blocked', 'the server says that it was asked too often (status 429)')
  if (status === 451) return say('blocked', 'the page is not available here for legal reasons (status 451)')
  if (status === 404 || status === 410)
    return say('error', `the server says that there is no such page (status ${status})`)
  if (BLOCKED.test(statements(evidence))) return say('blocked', `the server refuses access (status ${status})`)
  return say('error', `the server answered with an error (status ${status})`)
}

/** The network's own error pages name it too, but refuse nobody. */
function byWall(wall: Wall, sign: string, evidence: Evidence): Judgement {
  const said = statements(evidence)
  const isServerError = evidence.status !== undefined && evidence.status >= 500 && evidence.status !== 503
  const isError =
    isServerError ||
    (/an error occurred while processing your request|\b5[02]\d\b.{0,40}(?:error|bad gateway|web server)|origin (?:is )?unreachable|host error/i.test(
      said,
    ) &&
      !BLOCKED.test(said))
  if (isError) return say('error', `an error page of ${WALL_NAMES[wall]} (${sign})`, wall)
  return say('blocked', `${WALL_NAMES[wall]} stands before the page (${sign})`, wall)
}

/** Title and first visible text of the page, folded. */
function statements(evidence: Evidence): string {
  return `${evidence.pageTitle ?? ''}\n${evidence.visible.slice(0, STATEMENT_UNITS)}`.replace(/[ \t]+/g, ' ')
}

function byNature(evidence: Evidence): Judgement | null {
  if (looksLikeCode(evidence.visible)) return say('shell', 'the page shows data or program text instead of a document')
  return null
}

/** Pages with few rules: what they say of themselves decides, then whether they can be a short document. */
function byStatements(evidence: Evidence, measures: Measures): Judgement | null {
  if (evidence.visibleUnits === 0) return say('shell', 'the page shows no text; it may need scripts')
  const said = statements(evidence)
  const isShort = measures.proseUnits < 1500
  if (isShort) {
    // Short documents name themselves and say something; then phrases in their text are about their subject.
    const isNamed =
      (namesDocument(evidence) || namesDeclared(evidence)) &&
      measures.proseUnits >= (namesDeclared(evidence) && measures.legalUnits > 0 ? 120 : 250) &&
      measures.linkUnits < 0.5 * measures.units
    const head = isNamed ? `${evidence.pageTitle ?? ''}\n${evidence.title ?? ''}` : said
    if (BLOCKED.test(head)) return say('blocked', `the page says “${phrase(BLOCKED, head)}”`)
    if (ERROR.test(head)) return say('error', `the page says “${phrase(ERROR, head)}”`)
    if (evidence.hasPasswordField || LOGIN.test(head))
      return say('login', 'the page asks for a sign-in or a confirmation instead')
    if (measures.units < 400 && SHELL.test(head)) return say('shell', `the page says “${phrase(SHELL, head)}”`)
  }
  if (namesDeclared(evidence)) {
    const truncated = isTruncated(evidence, measures)
    if (truncated) return say('partial', truncated)
  }
  if (isHub(evidence, measures)) return say('other-document', 'the page only lists or links documents')
  return byLength(evidence, measures)
}

function byLength(evidence: Evidence, measures: Measures): Judgement | null {
  const own = measures.units - measures.linkUnits
  if (namesDeclared(evidence) && measures.proseUnits < 60 && own < 600 && measures.units > 0) {
    const isLinked = measures.linkUnits > 0.6 * measures.units && evidence.anchors.total < 4
    if (isLinked || !hasTitle(evidence)) return say('shell', 'the page shows only what stands around the document')
    return say('partial', 'only the title of the document is there, its text is missing')
  }
  const isAboutConsent = CONSENT.test(statements(evidence)) && measures.proseUnits < 1500
  const isTitled = evidence.pageTitle !== null && familyOf(evidence.pageTitle) !== null
  // “We value your privacy” over a question names no document.
  if (isAboutConsent && (!namesDeclared(evidence) || (own < 200 && !isTitled))) {
    return say('other-page', 'the page shows only a question about cookies')
  }
  if (own < 200) return say('shell', 'the page shows almost no text')
  return null
}

function hasTitle(evidence: Evidence): boolean {
  return evidence.text.blocks.slice(0, 4).some((block) => block.kind === 'heading' || familyOf(block.text) !== null)
}

/** Pages that hold text: is it a document, the declared one, complete, and in the right language? */
function byContent(evidence: Evidence, measures: Measures): Judgement | null {
  const legalShare = measures.legalUnits / (measures.units || 1)
  const isNamed = namesDeclared(evidence) || namesDocument(evidence)
  const knowsLanguage = evidence.language === null || LEGAL_WORD_LANGUAGES.has(evidence.language)
  if (knowsLanguage) {
    if (measures.legalUnits < FEW_RULES && (legalShare < 0.3 || measures.legalUnits < 300) && !isNamed)
      return say('other-page', 'the page holds no rules and no title of a document')
    if (legalShare < 0.12 && measures.units > 3000 && !isNamed)
      return say('other-page', 'the page reads like no policy')
    if (legalShare < 0.06 && measures.units > 4000 && !namesDeclared(evidence))
      return say('other-page', 'the page reads like no policy')
  } else if (!isNamed && measures.proseUnits < 250) return say('other-page', 'the page holds hardly any text')
  const other = otherDocument(evidence)
  if (other) return say('other-document', other)
  const locale = otherLocale(evidence) ?? otherRegion(evidence)
  if (locale) return say('other-locale', locale)
  const truncated = isTruncated(evidence, measures)
  return truncated ? say('partial', truncated) : null
}

function phrase(pattern: RegExp, text: string): string {
  return (pattern.exec(text)?.[0] ?? '').replace(/\s+/g, ' ').trim().slice(0, 60)
}
