/** `transfer.mechanisms`: on what transfers of personal data to other countries rest. */
import { ofSentence } from './memory.ts'
import type { Passage } from './passage.ts'
import { type FactReader, factFrom } from './reader.ts'

const MECHANISMS: readonly (readonly [string, RegExp])[] = [
  [
    'scc',
    /\b(?:standard contract(?:ual)? (?:data protection )?clauses|model (?:contract(?:ual)? )?clauses|standard (?:data protection|contract) clauses|(?:eu|commission's?) (?:model|standard) (?:contracts?|clauses)|sccs?|eu sccs?)\b/,
  ],
  [
    'adequacy',
    /\badequacy (?:decisions?|determinations?|regulations?|findings?|mechanisms?|status)\b|\badequacy of (?:the )?(?:level|protection)|\brecogni[sz]ed as (?:providing|offering|ensuring|having) (?:an )?adequate\b|\b(?:commission|government|secretary of state|authorit\w+|decisions?)\b[^.]{0,90}(?<!ensur\w* (?:an |the )?)(?<!not been [^.]{0,40})(?<!not [^.]{0,12})\badequate\b|\badequate\b[^.]{0,60}\b(?:commission|decision|authorit\w+)/,
  ],
  ['dpf', /\b(?:data privacy frameworks?|privacy shield|dpf)\b/],
  ['bcr', /\b(?:binding (?:corporate|internal company|company|group) rules|bcrs?)\b/],
  [
    'consent',
    /\b(?:with|on|upon|by|based on|rely on|obtain\w*|where|ask(?:ing)? for) (?:your|user|explicit|express|the|data subject'?s?)[^.]{0,40}\bconsent\b[^.]{0,120}\btransfer|\btransfer\w*\b[^.]{0,140}\b(?:with|on|upon|based on|rely on|obtain\w*) (?:your )?(?:explicit |express |prior |informed )*consent\b|\b(?:you )?(?:hereby )?consent\w*\b[^.]{0,60} to (?:(?:the|such|that|this|our|any) )?(?:\w+ ){0,3}transfer|\bagree(?:ment)?\b[^.]{0,30} to (?:and acknowledge )?(?:(?:the|such|that|this|these) )?(?:\w+ )?transfers?\b(?! (?:addendum|agreement|terms))|\b(?:you|users?|those who|risk and)\b[^.;]{0,50}\b(?:consent|agree|accept|authori[sz]e)(?:s|ing)?\b[^.;]{0,140}\b(?:transfer(?:red|ring|s)?|process(?:ed|ing)?|stor(?:e|ed|ing)|host(?:ed|ing)?|export(?:ed|ing)?|send|sent)\b[^.;]{0,160}\b(?:countr(?:y|ies)|united states|u\.s\.|usa|jurisdictions?|abroad|overseas|outside (?:of )?(?:the|your))/,
  ],
  [
    'other',
    /\b(?:other|another|alternative|alternate|additional|any) (?:[\w-]+ ){0,4}?(?:mechanism|safeguards?|transfer (?:tool|solution|mechanism|framework)|legal basis for|derogation|means)|\bderogations?\b|\b(?:data protection|data transfer|contractual|intra-?group) (?:agreements?|clauses|commitments|protections|safeguards|provisions|obligations)\b|\b(?:appropriate|suitable) (?:contractual|legal) (?:safeguards|protections|clauses|mechanisms)\b|\b(?:idta|international data transfer (?:agreement|addendum)|uk addendum)\b|\bapproved (?:transfer )?mechanisms?\b|\blegal agreements?\b[^.]{0,40}\btransfer/,
  ],
]
const ABROAD =
  /\b(?:transfer\w*|international\w*|cross-?border|outside (?:of )?(?:the|your)|third countr\w+|other countries|another country|abroad|overseas|onward|export\w*|countries (?:other|that|which|where|in which)|to the united states|in (?:and to )?the (?:united states|u\.s\.?)|jurisdictions? (?:other|outside|that))\b/
const PERSONAL =
  /\b(?:personal (?:data|information)|(?:this|such) information|(?:data|information) (?:that )?we collect|your (?:data|information)|user data|privacy|eea|eu|uk|european|swiss|switzerland|gdpr)\b/
/** Transfers of a business or of rights, and security in general. */
const OTHER_TRANSFER =
  /\b(?:merger|acquisition|sale of|assets|bankruptcy|adequacy of our (?:information )?security|prior written consent of|assign (?:or transfer )?(?:this|these)|financial transactions|money|(?:you|customer) (?:have|has|will|must|shall) (?:obtain|ensure|secure)|sell, transfer|rights? (?:to|of)[^.]{0,80}transfer|withdraw|(?:necessary|required|all|any)[^.]{0,40}(?:permissions|authori[sz]ations|rights|consents?) (?:and consents )?to transfer)\b/

/** Instruments beside those that have a name of their own in the facts. */
const INSTRUMENT =
  /\b(?:idta|(?:uk|united kingdom|swiss) (?:\w+ ){0,3}addendum|international data transfer (?:agreement|addendum))\b/
/** A country without such a decision is why something else is needed. */
const NOT_ADEQUATE =
  /\b(?:not|no|without|absence of|lack\w*|neither|nor)\b[^.;]{0,110}\badequa\w+|\b(?:other than|except) [^.;]{0,60}\badequa\w+/
const OR_ADEQUATE =
  /\b(?:either|unless)\b|\b(?:have|has|is|are|been|rely\w* on|based on|covered by|benefit\w* from)(?! not)[^.;]{0,60}\b(?:adequacy decisions?|adequate)\b[^.;]{0,120}\bor\b/

export const readTransfer: FactReader = ({ passages }) => {
  const found = new Map<string, Passage>()
  for (const passage of passages)
    for (const mechanism of mechanismsIn(passage)) if (!found.has(mechanism)) found.set(mechanism, passage)
  const instrument = passages.some(namesInstrument)
  // Safeguards in general words are counted only where nothing is named, or where the sentence adds them to a name.
  const other = found.get('other')
  if (
    other &&
    !instrument &&
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

const namesInstrument = ofSentence(({ folded }) => INSTRUMENT.test(folded))

const mechanismsIn = ofSentence(({ folded, heading, lead, kind, before }): readonly string[] => {
  const spoken = MECHANISMS.filter(([, pattern]) => pattern.test(folded))
  if (spoken.length === 0 || OTHER_TRANSFER.test(folded)) return []
  const near = `${heading} ${lead} ${before?.folded ?? ''}`
  return spoken.flatMap(([mechanism]) => {
    if (mechanism === 'adequacy' && isWithoutDecision(folded, kind)) return []
    // The name of an instrument says enough; an adequate level, a consent or a safeguard only beside a transfer.
    const named =
      mechanism === 'scc' ||
      mechanism === 'dpf' ||
      mechanism === 'bcr' ||
      (mechanism === 'other' && INSTRUMENT.test(folded))
    const abroad =
      ABROAD.test(folded) &&
      (PERSONAL.test(folded) ||
        ((mechanism === 'consent' || mechanism === 'adequacy') && /\b(?:data|information)\b/.test(folded)))
    const nearby =
      ABROAD.test(near) &&
      (mechanism === 'adequacy' ||
        (mechanism === 'consent' && /\b(?:these|such|this) (?:\w+ )?transfers?\b/.test(folded)))
    return named || abroad || nearby ? [mechanism] : []
  })
})

/** A policy that names decisions on adequacy rests on them where there are some; a definition in a contract does not. */
function isWithoutDecision(folded: string, kind: string): boolean {
  if (!NOT_ADEQUATE.test(folded) || OR_ADEQUATE.test(folded)) return false
  return !(kind.includes('privacy') && /\badequacy decisions?\b/.test(folded))
}
