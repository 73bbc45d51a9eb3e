/**
 * Whether a passage protects or burdens the reader who is bound by it, from its words. The sum of cues decides; none
 * or a balance is neutral. Written down for readers in docs/methodology/changes.md.
 */
import type { Direction } from '../../../core/change.ts'
import type { ProvisionType } from '../../../core/provision.ts'

type Cue = { readonly pattern: RegExp; readonly protects: number }

const CUES: readonly Cue[] = [
  // What the provider binds itself to, or the reader may do.
  { pattern: /\bwe (?:will|do|shall|are|have|may) (?:not|never)\b|\bwe (?:don['’]t|won['’]t|never)\b/i, protects: 2 },
  { pattern: /\b(?:will|shall|does|do) not (?:sell|share|use|train|retain|disclose|charge)\b/i, protects: 2 },
  {
    pattern:
      /\byou (?:have|retain|keep)\b.{0,40}\b(?:rights?|ownership|title|control|choices?|option)\b|\byou (?:own|remain the owner)\b/i,
    protects: 1,
  },
  {
    pattern: /\bwe (?:will |shall |may )?only (?:use|collect|share|disclose|process|retain|keep|access|store)\b/i,
    protects: 2,
  },
  {
    pattern:
      /\b(?:you|customer|users?) (?:may|can) (?:opt[- ]out|choose|request|withdraw|object|cancel|delete|disable|appeal|access|export|turn off|decline|terminate)\b/i,
    protects: 2,
  },
  {
    pattern:
      /\bright to (?:access|object|opt|delete|erasure|correct|know|port|complain|withdraw|appeal|restrict|cancel|lodge)/i,
    protects: 2,
  },
  { pattern: /\bopt[- ]?out\b|\bopting out\b/i, protects: 1 },
  {
    pattern:
      /\bwe (?:will|shall) (?:notify|inform|(?:provide|give) (?:you )?(?:with )?(?:\w+ ){0,3}notice|refund|delete|indemnify|defend|ask|obtain)\b/i,
    protects: 2,
  },
  {
    pattern: /\b(?:with|obtain|after) your (?:explicit |prior )?consent\b|\bonly (?:if|when|where) you\b/i,
    protects: 1,
  },
  {
    pattern:
      /\bencrypt|\banonymi[sz]|\bde-identif|\bzero data retention\b|\bappeal\b|\bfull refund\b|\bfree of charge\b/i,
    protects: 1,
  },
  { pattern: /\bproportionate|\breasonable (?:prior )?notice\b|\bprior (?:written )?notice\b/i, protects: 1 },
  // What the reader must bear, must do or must not do.
  {
    pattern:
      /\byou (?:may|must|shall|will|can|agree|undertake)(?: to)? not\b|\byou cannot\b|\bprohibited\b|\bnot permitted\b|\bdon['’]t\b/i,
    protects: -2,
  },
  {
    pattern:
      /\byou (?:must|shall|agree|acknowledge|undertake|represent|warrant|are (?:solely )?responsible|will be (?:charged|liable|responsible))\b/i,
    protects: -1,
  },
  { pattern: /^not\b|\bnot to\b[^.]*:\s|\b(?:must|may|shall|will) not\b|\brefrain from\b/i, protects: -1 },
  { pattern: /\bwaiv(?:e|es|er|ing)\b/i, protects: -2 },
  { pattern: /\bindemnify\b.{0,60}\b(?:us|we|company|provider|harmless)\b|\bhold harmless\b/i, protects: -2 },
  { pattern: /\b(?:binding|individual|mandatory) arbitration\b|\bclass[- ]action\b/i, protects: -2 },
  { pattern: /\bwe (?:may|can|reserve the right|are entitled|might)\b|\breserves? the right\b/i, protects: -1 },
  // The provider by its name; the reader has many.
  {
    pattern:
      /(?<!\p{L})(?!(?:You|Your|Customer|Client|User|Subscriber|Licensee|Developer|Member|Creator|Partner|Part|Child|Parent|Minor|Individual|It|They|This|These|That|If|Who|And)(?:s|y|ies|ren)?\b)\p{Lu}[\p{L}\d.]+(?: (?:AI|Inc\.?|Labs|Ltd\.?))? (?:may|can|might) (?:use|share|disclose|process|collect|change|suspend|terminate|charge|monitor|remove|retain|sell)/u,
    protects: -1,
  },
  {
    pattern:
      /\bsole (?:and absolute )?discretion\b|\bwithout (?:prior )?(?:notice|liability|cause)\b|\b(?:we|reserves?|may (?:change|modify|update|amend|suspend|terminate|discontinue|revoke))\b[^.;]{0,90}\bat any time\b/i,
    protects: -1,
  },
  {
    pattern:
      /\b(?:not|no) (?:be )?(?:liable|liability|responsible|refund\w*|warrant\w*)\b|\bnon-?refundable\b|\bas[- ]is\b|\bdisclaim/i,
    protects: -2,
  },
  { pattern: /\b(?:perpetual|irrevocable|worldwide|royalty-free|sublicen[sc]able)\b/i, protects: -2 },
  { pattern: /\b(?:train|improve|develop)\b.{0,40}\bmodels?\b|\bsell\b.{0,20}\b(?:data|information)\b/i, protects: -1 },
  {
    pattern:
      /\b(?:we|they|partners|vendors|providers) (?:also )?(?:collect|share|disclose|use|receive|process|track|monitor|record|retain|store)\b/i,
    protects: -1,
  },
  {
    pattern: /\b(?:suspend|terminate|restrict|remove|disable|block)\b.{0,40}\b(?:your|account|access|service)\b/i,
    protects: -1,
  },
  { pattern: /\b(?:penalt(?:y|ies)|late fee|surcharge|interest of|legal action|retroactive)\b/i, protects: -1 },
]

/** Above zero: it protects the reader; below: it burdens. */
export function stanceOf(text: string): number {
  return CUES.reduce((sum, { pattern, protects }) => (pattern.test(text) ? sum + protects : sum), 0)
}

/** Passages of these types burden the reader, and those protect, where their words do not tell. */
const BURDENING: ReadonlySet<ProvisionType> = new Set([
  'prohibited-use',
  'competitive-use',
  'scraping-reverse-engineering',
  'high-risk-use',
  'model-training',
  'data-collection',
  'data-sharing',
  'advertising-sale',
  'sensitive-data',
  'automated-decisions',
  'monitoring-review',
  'content-license',
  'liability-limit',
  'warranty-disclaimer',
  'indemnification',
  'arbitration',
  'class-action-waiver',
  'fees-payment',
  'termination-suspension',
  'account-duties',
  'ai-disclosure',
])
const PROTECTING: ReadonlySet<ProvisionType> = new Set([
  'privacy-rights',
  'provider-indemnity',
  'output-ownership',
  'security-breach',
  'refunds-cancellation',
])

/** What somebody does with data: that it is not stated any more does not mean that it has ended. */
const DISCLOSED: ReadonlySet<ProvisionType> = new Set([
  'data-collection',
  'data-use',
  'data-sharing',
  'cookies-tracking',
  'sensitive-data',
  'government-access',
  'cross-border-transfer',
  'retention-deletion',
])

export function isDisclosure([type]: readonly ProvisionType[]): boolean {
  return type !== undefined && DISCLOSED.has(type)
}

/** "“Services” means …": what other rules rest on, and no rule by itself. */
export function isDefinition(text: string): boolean {
  return /^\W{0,4}["“‘][^"”’]{1,80}["”’][\s:,)]*(?:\([^)]{1,60}\)\s*)?(?:shall |collectively |also )?(?:means?|refers? to|is defined as|has the meaning|includes?)\b/i.test(
    text,
  )
}

/** A passage that lets the provider use what is the reader's burdens, also where it offers a way out. */
const GRANTS: ReadonlySet<ProvisionType> = new Set(['model-training', 'content-license', 'advertising-sale'])

function grantStance(text: string, [type]: readonly ProvisionType[]): number {
  const grants =
    type !== undefined &&
    GRANTS.has(type) &&
    /\b(?:may|will|can|shall|right to|license to|licence to|order to|we) (?:also )?(?:use|share|sell|train|license|reproduce|process)\b/i.test(
      text,
    )
  return grants ? -2 : 0
}

/** Of a change from one wording to the other; empty strings for what came or went. `sure`: whether the types can be built on. */
export function directionOf(
  before: string,
  after: string,
  types: readonly ProvisionType[] = [],
  sure = true,
): Direction {
  const isWhole = before === '' || after === ''
  if (isWhole && isDefinition(before || after)) return 'neutral'
  let difference = stanceOf(after) - stanceOf(before) + numberShift(before, after)
  if (isWhole && sure) difference += (after === '' ? -1 : 1) * grantStance(before || after, types)
  if (difference === 0 && isWhole && sure) difference = (after === '' ? -1 : 1) * usualStance(types)
  if (difference > 0 && after === '' && isDisclosure(types)) return 'neutral'
  return difference > 0 ? 'more-protective' : difference < 0 ? 'less-protective' : 'neutral'
}

function usualStance([type]: readonly ProvisionType[]): number {
  return type === undefined ? 0 : BURDENING.has(type) ? -1 : PROTECTING.has(type) ? 1 : 0
}

/** Periods and sums: a longer notice or a higher cap protects, longer retention and higher fees do not. */
function numberShift(before: string, after: string): number {
  const [x, y] = [amounts(before), amounts(after)]
  if (x.length === 0 || x.length !== y.length) return 0
  const at = x.findIndex((value, i) => value !== y[i])
  if (at < 0) return 0
  const sign = y[at]! > x[at]! ? 1 : -1
  const text = `${before} ${after}`
  if (/\bnotice|\bnotify|\brefund|\bopt[- ]?out|\bcap\b|\baggregate liability|\bexceed|\bappeal|\bcure\b/i.test(text))
    return sign
  if (/\bretain|\bretention|\bstor(?:e|ed|age)|\bfees?\b|\bprice|\bcharge|\bpay\b|\blate\b|\binterest\b/i.test(text))
    return -sign
  return 0
}

const UNITS: Readonly<Record<string, number>> = { hour: 1 / 24, day: 1, week: 7, month: 30, year: 365 }

function amounts(text: string): number[] {
  return [
    ...text.matchAll(
      /(\d+(?:[.,]\d+)*)\s*\)?\s*(?:calendar |business |rolling )?(hour|day|week|month|year|%|percent)?/gi,
    ),
  ].map(([, number, unit]) => Number(number!.replace(/,/g, '')) * (UNITS[(unit ?? '').toLowerCase()] ?? 1))
}
