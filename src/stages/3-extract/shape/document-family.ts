/**
 * What kind of document a title names, across the many names of the same kind ("Trackers Policy" is a cookie policy,
 * "Conditions générales" are terms). Families are for telling documents apart, not for showing.
 */

export type Family =
  | 'privacy'
  | 'cookies'
  | 'processing'
  | 'subprocessors'
  | 'use'
  | 'community'
  | 'copyright'
  | 'developer'
  | 'commercial'
  | 'imprint'
  | 'vulnerability'
  | 'security'
  | 'service-level'
  | 'refund'
  | 'payment'
  | 'licence'
  | 'minors'
  | 'requests'
  | 'brand'
  | 'terms'

/** Most specific first: "API Data Privacy Policy" is about privacy, "Business Terms" are commercial. */
const FAMILIES: readonly (readonly [Family, RegExp])[] = [
  ['cookies', /\b(?:cookies?|trackers?|tracking technologies|traceurs)\b/i],
  ['subprocessors', /\bsub-?\s?processors?\b/i],
  [
    'processing',
    /\b(?:data process\w*|processing (?:agreement|addendum|terms)|data protection (?:agreement|addendum)|dpa|auftragsverarbeitung)\b/i,
  ],
  ['vulnerability', /\b(?:vulnerabilit\w+|responsible disclosure|bug bounty|coordinated disclosure)\b/i],
  ['minors', /\b(?:minors?|child(?:ren)?(?:['’]s)?|age|teens?|parental)\b/i],
  [
    'privacy',
    /\b(?:privacy|data protection|datenschutz\w*|confidentialit[ée]|privacidad\w*|privacidade|protección de datos|personal (?:data|information)|ccpa|gdpr)\b/i,
  ],
  ['copyright', /\b(?:copyrights?|dmca|intellectual property|ip policy|trademark complaints?)\b/i],
  ['community', /\b(?:community|content (?:policy|guidelines|standards|moderation)|moderation)\b/i],
  [
    'use',
    /\b(?:acceptable use|usage (?:polic\w+|guidelines)|use polic\w+|prohibited uses?|fair use|aup|acceptable)\b/i,
  ],
  ['service-level', /\b(?:service level|sla|uptime)\b/i],
  ['refund', /\b(?:refunds?|cancell?ations?|returns? polic\w+)\b/i],
  ['payment', /\b(?:payments?|billing|purchases?|subscription terms|credits? terms|fees)\b/i],
  ['imprint', /\b(?:imprint|impressum|legal notice|mentions l[ée]gales|aviso legal|note legali)\b/i],
  ['licence', /\blicen[cs]es?\b/i],
  ['requests', /\b(?:law enforcement|government (?:data )?requests?|transparency)\b/i],
  ['brand', /\b(?:brand|trademarks? (?:guidelines|policy|usage)|logo)\b/i],
  ['security', /\bsecurity (?:policy|measures|overview)\b/i],
  ['developer', /\b(?:developers?|api|plugins?|connectors?|sdk|platform terms|plateforme)\b/i],
  [
    'commercial',
    /\b(?:commercial|enterprise|business|partners?|reseller|deployment|customer agreement|master (?:services?|subscription))\b/i,
  ],
  [
    'terms',
    /\b(?:terms|conditions|conditions g[ée]n[ée]rales|user agreement|services? agreement|agreement|tos|eula|nutzungsbedingungen|agb|t[ée]rminos|condizioni|termos|voorwaarden)\b/i,
  ],
]

/** The most specific family that a title names; null where it names none. */
export function familyOf(title: string): Family | null {
  for (const [family, pattern] of FAMILIES) if (pattern.test(title)) return family
  return null
}

/** All families that a title names, most specific first. */
export function familiesOf(title: string): Family[] {
  return FAMILIES.filter(([, pattern]) => pattern.test(title)).map(([family]) => family)
}

const STOP = new Set([
  'the',
  'of',
  'and',
  'for',
  'to',
  'a',
  'our',
  'policy',
  'terms',
  'agreement',
  'notice',
  'statement',
])

/** How well a section's title fits a declared one: 0 for not at all, above 1 for the same family. */
export function titleLikeness(declared: string, title: string): number {
  const a = wordsOf(declared)
  const b = wordsOf(title)
  const shared = a.filter((word) => b.includes(word)).length
  const overlap = shared / (new Set([...a, ...b]).size || 1)
  const family = familyOf(declared)
  return (family !== null && family === familyOf(title) ? 1 : 0) + overlap
}

function wordsOf(title: string): string[] {
  return (title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !STOP.has(word))
}
