/** What breach of a provision leads to, with the provision of the same document that says so. */
import type { ExplainInput, Explanation, NeighbourProvision } from '../../../core/explanation.ts'
import type { ProvisionType } from '../../../core/provision.ts'
import { fold } from '../facts/passage.ts'
import { WE } from './pattern/manner.ts'
import { factValue } from './stated-fact.ts'
import type { Wording } from './wording.ts'

/** Kinds of rule that a reader can break. */
const CAN_BE_BROKEN: ReadonlySet<ProvisionType> = new Set([
  'prohibited-use',
  'competitive-use',
  'scraping-reverse-engineering',
  'ai-disclosure',
  'high-risk-use',
  'account-duties',
  'export-sanctions',
  'children-age',
  'confidentiality',
  'fees-payment',
  'third-party-services',
  'provider-ip',
  'content-moderation',
])
const ENDS =
  /\b(?:suspend|terminat|limit(?:s|ed|ing)?\b(?!ations?)|revoke|disabl|block|remov|restrict(?!ion|ed part))\w*/
/** Somebody other than the reader may do so; "you may not remove" is a rule and no consequence. */
const ENDS_BY_PLATFORM = new RegExp(
  `\\b${WE} (?:\\w+ ){0,3}?(?:may|will|can|reserves?|(?:has|have) the right)\\b(?! not\\b)[^.;]{0,80}${ENDS.source}|\\b(?:may|will|can|shall) be (?:\\w+ )?${ENDS.source}|\\b(?:results? in|leads? to|cause)\\b[^.;]{0,60}${ENDS.source}`,
)
const FOR_BREACH = /\b(?:violat|breach|fail\w* to comply|non-?complian|in accordance|misus)\w*/

export function breachOf(input: ExplainInput, wording: Wording): Explanation['breach'] {
  const { types, provisions, facts, platform, quote } = input
  const binds = wording.signals.has('reader-must') || wording.signals.has('reader-must-not')
  if (!types.some((type) => CAN_BE_BROKEN.has(type)) || (!binds && types[0] !== 'prohibited-use')) return null
  const own = fold(quote).replace(/without limit(?:ation|ing)[^,;)]{0,40}/g, '')
  if (ENDS_BY_PLATFORM.test(wording.folded) && ENDS.test(own) && FOR_BREACH.test(own))
    return {
      meaning: `The passage itself says what follows from a breach: it lets ${platform} ${measures(own)}.`,
      provision: null,
    }
  const provision = consequenceAmong(provisions)
  if (provision) return { meaning: meaningOf(provision, platform), provision }
  if (factValue(facts, 'termination.anytime') === true)
    return {
      meaning: `The document lets ${platform} end or suspend access at its own choice, so that a breach need not be proved before access is lost.`,
      provision: null,
    }
  return {
    meaning:
      'The archive has found no provision of this document that says what a breach leads to. The ordinary consequences of a breach of contract, and other documents of the platform, may still apply.',
    provision: null,
  }
}

/** The provision about ending or suspending that speaks of breach; else any about ending. */
function consequenceAmong(provisions: readonly NeighbourProvision[]): NeighbourProvision | null {
  const ending = provisions.filter(
    ({ types, quote }) => types.includes('termination-suspension') && ENDS.test(fold(quote)),
  )
  return ending.find(({ quote }) => FOR_BREACH.test(fold(quote))) ?? ending[0] ?? null
}

function meaningOf({ quote }: NeighbourProvision, platform: string): string {
  const folded = fold(quote)
  const without = /\bwithout (?:any )?(?:prior |advance |further )*notice\b/.test(folded) ? ', without notice' : ''
  return FOR_BREACH.test(folded)
    ? `A breach lets ${platform} ${measures(folded)}${without}, as the document says elsewhere.`
    : `The document lets ${platform} ${measures(folded)}${without}; that passage does not depend on a breach.`
}

function measures(folded: string): string {
  const found = [
    /\bsuspend/.test(folded) ? 'suspend' : '',
    /\blimit(?:s|ed|ing)?\b|\brestrict(?:s|ed|ing)?\b/.test(folded) ? 'limit' : '',
    /\bterminat/.test(folded) ? 'end' : '',
  ].filter(Boolean)
  const verbs = found.length > 1 ? `${found.slice(0, -1).join(', ')} or ${found.at(-1)}` : found[0]
  if (!verbs) return 'remove content or block access'
  return `${verbs} access to the service`
}
