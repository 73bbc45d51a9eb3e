/** Who is touched by a change, and which regions it names. */
import type { AffectedUsers } from '../../../core/change.ts'
import type { DocumentType } from '../../../core/document.ts'
import type { ProvisionType } from '../../../core/provision.ts'

const BY_DOCUMENT: Partial<Record<DocumentType, readonly AffectedUsers[]>> = {
  'commercial-terms': ['business-customers'],
  'developer-terms': ['developers'],
  'service-terms': ['consumers', 'business-customers'],
  'business-privacy-policy': ['business-customers'],
  'usage-guidelines': ['developers', 'end-users-of-applications'],
  'data-processing-agreement': ['business-customers'],
  subprocessors: ['business-customers'],
  'model-licence': ['developers'],
  'service-level-agreement': ['business-customers'],
  'security-policy': ['business-customers'],
  'vulnerability-disclosure': ['researchers'],
  'age-policy': ['children', 'consumers'],
}

const BY_WORDS: readonly (readonly [AffectedUsers, RegExp])[] = [
  ['developers', /\bAPIs?\b|\bSDKs?\b|\bdevelopers?\b|\byour application|\bplug-?ins?\b|\bfine-?tun/i],
  [
    'business-customers',
    /\bcustomer data\b|\benterprise\b|\bbusiness (?:customers?|users?|accounts?)\b|\border forms?\b|\bworkspace\b|\badmin(?:istrator)?s?\b|\borgani[sz]ations?\b/i,
  ],
  ['end-users-of-applications', /\bend[- ]users?\b|\busers of your (?:app|application|service)/i],
  ['researchers', /\bsecurity research|\bresearchers?\b|\bbug bounty\b|\bvulnerabilit/i],
  [
    'children',
    /\bchild(?:ren)?\b|\bminors?\b|\bteens?\b|\bunder (?:the age of )?1[368]\b|\bparent(?:al|s)?\b|\bguardian/i,
  ],
  ['consumers', /\bconsumers?\b|\bindividuals?\b|\bpersonal use\b/i],
]

export function affectedUsers(
  documentType: DocumentType,
  types: readonly ProvisionType[],
  text: string,
): readonly AffectedUsers[] {
  const users = new Set<AffectedUsers>(BY_DOCUMENT[documentType] ?? ['consumers'])
  for (const [user, pattern] of BY_WORDS) if (pattern.test(text)) users.add(user)
  if (types.includes('children-age')) users.add('children')
  return [...users]
}

const REGIONS: readonly (readonly [string, RegExp])[] = [
  ['European Economic Area', /\bEEA\b|\bEuropean Economic Area\b/],
  ['European Union', /\bEU\b|\bEuropean Union\b|\bGDPR\b/],
  ['United Kingdom', /\bUK\b|\bUnited Kingdom\b|\bU\.K\./],
  ['Switzerland', /\bSwitzerland\b|\bSwiss\b/],
  ['United States', /\bUnited States\b|\bU\.S\.|\bUSA?\b/],
  ['California', /\bCalifornian?s?\b|\bCCPA\b|\bCPRA\b/],
  ['Colorado', /\bColorado\b/],
  ['Virginia', /\bVirginia\b/],
  ['Texas', /\bTexas\b/],
  ['New York', /\bState of New York\b|\bNew York (?:law|courts|residents)\b/],
  ['Delaware', /\bDelaware\b/],
  ['Canada', /\bCanad(?:a|ian)\b/],
  ['Brazil', /\bBrazil(?:ian)?\b|\bLGPD\b/],
  ['Germany', /\bGermany\b|\bGerman law\b/],
  ['France', /\bFrance\b|\bFrench law\b/],
  ['Italy', /\bItaly\b/],
  ['Spain', /\bSpain\b/],
  ['Poland', /\bPoland\b/],
  ['Ireland', /\bIreland\b|\bIrish\b/],
  ['Japan', /\bJapan(?:ese)?\b/],
  ['South Korea', /\b(?:South )?Korean?\b/],
  ['China', /\bChina\b|\bPRC\b/],
  ['India', /\bIndian?\b/],
  ['Singapore', /\bSingapore\b/],
  ['Australia', /\bAustralian?\b/],
  ['New Zealand', /\bNew Zealand\b/],
  ['Israel', /\bIsraeli?\b/],
]

export function regionsNamed(text: string): readonly string[] {
  return REGIONS.filter(([, pattern]) => pattern.test(text)).map(([name]) => name)
}
