/** `transfer.mechanisms`: on what transfers of personal data to other countries rest. */
import { ofSentence } from './memory.ts'
import type { Passage } from './passage.ts'
import { type FactReader, factFrom } from './reader.ts'

const MECHANISMS: readonly (readonly [string, RegExp])[] = [
  [
    'scc',
    /\b(?:standard contract(?:ual)? (?:data protection )?clauses|model (?:contract(?:ual)? )?clauses|standard (?:data protection|contract) clauses|eu model (?:contracts?|clauses)|sccs?|eu sccs?)\b/,
  ],
  [
    'adequacy',
    /\badequacy (?:decisions?|determinations?|regulations?|findings?|mechanisms?|status)\b|\badequacy of (?:the )?(?:level|protection)|\b(?:commission|government|secretary of state|authorit\w+|decisions?)\b[^.]{0,90}(?<!not been [^.]{0,40})(?<!not [^.]{0,12})\badequate\b|\badequate\b[^.]{0,60}\b(?:commission|decision|authorit\w+)/,
  ],
  ['dpf', /\b(?:data privacy frameworks?|privacy shield|dpf)\b/],
  ['bcr', /\b(?:binding corporate rules|bcrs?)\b/],
  [
    'consent',
    /\b(?:with|on|upon|by|based on|rely on|obtain\w*|where) (?:your|user|explicit|express|the|data subject'?s?)[^.]{0,40}\bconsent\b[^.]{0,120}\btransfer|\btransfer\w*\b[^.]{0,140}\b(?:with|on|upon|based on|rely on|obtain\w*) (?:your )?(?:explicit |express |prior |informed )*consent\b|\b(?:you )?(?:hereby )?consent\w*\b[^.]{0,60} to (?:(?:the|such|that|this|our|any) )?(?:\w+ ){0,3}transfer|\bagree(?:ment)?\b[^.]{0,30} to (?:(?:the|such|that|this) )?(?:\w+ )?transfer\b/,
  ],
  [
    'other',
    /\b(?:other|another|alternative|alternate|additional|any) (?:[\w-]+ ){0,4}?(?:mechanism|safeguards?|transfer (?:tool|solution|mechanism|framework)|legal basis for|derogation|means)|\bderogations?\b|\b(?:data protection|data transfer|contractual|intra-?group) (?:agreements?|clauses|commitments|protections|safeguards|provisions|obligations)\b|\b(?:appropriate|suitable) (?:contractual|legal) (?:safeguards|protections|clauses|mechanisms)\b|\b(?:idta|international data transfer (?:agreement|addendum)|uk addendum)\b|\bapproved (?:transfer )?mechanisms?\b/,
  ],
]
const ABROAD =
  /\b(?:transfer\w*|international\w*|cross-?border|outside (?:of )?(?:the|your)|third countr\w+|other countries|another country|abroad|overseas|onward|export\w*|countries (?:other|that|which)|jurisdictions? (?:other|outside|that))\b/
const PERSONAL =
  /\b(?:personal (?:data|information)|your (?:data|information)|user data|privacy|eea|eu|uk|european|swiss|switzerland|gdpr)\b/
/** Transfers of a business or of rights, and security in general. */
const OTHER_TRANSFER =
  /\b(?:merger|acquisition|sale of|assets|bankruptcy|adequacy of our (?:information )?security|prior written consent of|assign (?:or transfer )?(?:this|these)|financial transactions|money|(?:you|customer) (?:have|has|will|must|shall) (?:obtain|ensure|secure)|sell, transfer|rights? (?:to|of)[^.]{0,80}transfer|withdraw)\b/

export const readTransfer: FactReader = ({ passages }) => {
  const found = new Map<string, Passage>()
  for (const passage of passages)
    for (const mechanism of mechanismsIn(passage)) if (!found.has(mechanism)) found.set(mechanism, passage)
  // Safeguards in general words are counted only where nothing is named, or where the sentence adds them to a name.
  const other = found.get('other')
  if (
    other &&
    found.size > 1 &&
    ![...found].some(
      ([name, passage]) =>
        name !== 'other' &&
        passage === other &&
        /\bother|\balternative|\bderogation|\bidta|\baddendum/.test(other.folded),
    )
  )
    found.delete('other')
  const [name, first] = [...found][0] ?? []
  const mechanism = MECHANISMS.find(([one]) => one === name)?.[1]
  return first && mechanism ? [factFrom('transfer.mechanisms', [...found.keys()], first, mechanism)] : []
}

const mechanismsIn = ofSentence(({ folded, heading, lead, before }): readonly string[] => {
  if (OTHER_TRANSFER.test(folded)) return []
  const near = `${heading} ${lead} ${before?.folded ?? ''}`
  return MECHANISMS.flatMap(([mechanism, pattern]) => {
    if (!pattern.test(folded)) return []
    // The name of an instrument says enough; an adequate level, a consent or a safeguard only beside a transfer.
    const named = mechanism === 'scc' || mechanism === 'dpf' || mechanism === 'bcr'
    const abroad = ABROAD.test(folded) && PERSONAL.test(folded)
    const nearby = ABROAD.test(near) && mechanism === 'adequacy'
    return named || abroad || nearby ? [mechanism] : []
  })
})
