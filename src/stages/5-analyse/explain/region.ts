/** Which regions' law is looked at for a provision, and why (only regions that apply are shown). */

import type { ExplainInput, RegionReason } from '../../../core/explanation.ts'
import type { PolicyText } from '../../../core/policy-text.ts'
import { fold } from '../facts/passage.ts'
import { foldedBlocks } from './folded-blocks.ts'
import { factValue } from './stated-fact.ts'

/** Looked at for every document: where most readers of the followed platforms live. */
const BY_DEFAULT = ['european-union', 'united-kingdom', 'united-states'] as const

const REGIONS: Readonly<Record<string, RegExp>> = {
  'european-union':
    /\b(?:european (?:union|economic area)|e\.?e\.?a\.?|e\.?u\.?(?= |[,.;)]|$)|gdpr|member states?|germany|german|france|french|ireland|irish|spain|italy|netherlands|poland|sweden|austria|belgium|denmark|finland|portugal|luxembourg|estonia|lithuania|greece|norway)\b/,
  'united-kingdom': /\b(?:united kingdom|u\.?k\.?(?= |[,.;)]|$)|england|wales|scotland|british|uk gdpr)\b/,
  switzerland: /\b(?:switzerland|swiss|fadp)\b/,
  'united-states':
    /\b(?:united states|u\.s\.(?:a\.)?|usa|california\w*|delaware|new york|texas|virginia|colorado|connecticut|utah|washington|illinois|nevada|oregon|montana|florida|massachusetts|ccpa|cpra|federal trade commission|dmca|coppa|hipaa|federal arbitration act)\b/,
  canada: /\b(?:canad\w+|quebec|québec|ontario|british columbia|pipeda)\b/,
  brazil: /\b(?:brazil\w*|lgpd|anpd)\b/,
  japan: /\b(?:japan\w*|tokyo|appi)\b/,
  'south-korea': /\b(?:korea\w*|pipa|seoul)\b/,
  india: /\b(?:india\w*|dpdp)\b/,
  china: /\b(?:china|chinese|prc|pipl|mainland)\b/,
  australia: /\b(?:australia\w*|new south wales|oaic)\b/,
  'new-zealand': /\bnew zealand\b/,
  singapore: /\b(?:singapore\w*|pdpa)\b/,
  'south-africa': /\b(?:south africa\w*|popia)\b/,
}

/** States with a law of their own in `knowledge/`, by the jurisdiction that their laws bear. */
const STATES: Readonly<Record<string, RegExp>> = {
  Virginia: /\bvirginia\b/,
  Colorado: /\bcolorado\b/,
  Connecticut: /\bconnecticut\b/,
  Texas: /\btexas\b/,
  Illinois: /\billinois\b/,
  Washington: /\bwashington\b/,
  'New York': /\bnew york\b/,
}

export type Regions = {
  /** Region id -> why. */
  readonly reasons: ReadonlyMap<string, RegionReason>
  /** Whether a law of this jurisdiction inside a region that applies is looked at. */
  readonly includes: (jurisdiction: string) => boolean
}

export function regionsOf(input: ExplainInput): Regions {
  const headings = fold(headingPath(input).slice(-2).join(' '))
  const quote = fold(input.quote)
  const document = namedIn(input.text)
  const confined = confinedTo(headings, quote)
  const law = factValue(input.facts, 'law.governing')
  const governing = typeof law === 'string' ? inText(fold(law)) : []
  const reasons = new Map<string, RegionReason>()
  if (confined.length > 0) for (const id of confined) reasons.set(id, 'named-here')
  else {
    for (const id of inText(quote)) reasons.set(id, 'named-here')
    for (const id of governing) if (!reasons.has(id)) reasons.set(id, 'governing-law')
    for (const id of document.regions) if (!reasons.has(id)) reasons.set(id, 'named-in-document')
    for (const id of BY_DEFAULT) if (!reasons.has(id)) reasons.set(id, 'by-default')
  }
  const states = confined.length > 0 ? statesIn(`${headings} ${quote}`) : document.states
  const includes = (jurisdiction: string): boolean => {
    const state = stateOf(jurisdiction)
    return state === null || states.has(state)
  }
  return { reasons, includes }
}

/** The state whose law counts only where it is named; null for all others, and for California, where most platforms sit or sell. */
function stateOf(jurisdiction: string): string | null {
  return Object.keys(STATES).find((name) => jurisdiction === name || jurisdiction.startsWith(`${name},`)) ?? null
}

function statesIn(folded: string): ReadonlySet<string> {
  return new Set(Object.entries(STATES).flatMap(([name, pattern]) => (pattern.test(folded) ? [name] : [])))
}

type NamedPlaces = { readonly regions: readonly string[]; readonly states: ReadonlySet<string> }
/** Regions and states that a document names anywhere; found once for all of its provisions. */
function namedIn(text: PolicyText): NamedPlaces {
  const kept = places.get(text)
  if (kept) return kept
  const folded = foldedBlocks(text).join('\n')
  const made = { regions: inText(folded), states: statesIn(folded) }
  places.set(text, made)
  return made
}
const places = new WeakMap<PolicyText, NamedPlaces>()

function inText(folded: string): readonly string[] {
  return Object.entries(REGIONS).flatMap(([id, pattern]) => (pattern.test(folded) ? [id] : []))
}

/** Regions whose people alone a passage speaks to: by its headings ("California residents"), or by how it begins. */
function confinedTo(headings: string, quote: string): readonly string[] {
  const byHeading = SPEAKS_TO.test(headings) ? inText(headings) : []
  if (byHeading.length > 0) return byHeading
  const begin =
    /^(?:if|for|where|when) (?:you|users?|consumers?|customers?|individuals?|residents|persons|people|data subjects)\b[^,;:.]{0,160}/.exec(
      quote,
    )?.[0]
  return begin ? inText(begin) : []
}
const SPEAKS_TO =
  /\b(?:residents?|users? in|users? from|individuals? in|people in|customers? in|consumers?|notice (?:to|for)|privacy rights|for users|your rights|supplement\w*|addendum|specific|jurisdiction)\b|^\s*[\w ]{3,30}\s*$/

const headingPath = ({ text: { blocks }, blocks: { first } }: ExplainInput): readonly string[] =>
  blocks[first]?.headingPath ?? []
