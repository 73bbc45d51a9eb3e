/** The regulatory landscape of a provision: law, flags and authorities, as questions for review. */
import type { ExplainedAgency, ExplainedFlag, ExplainedLaw, ExplainInput } from '../../../core/explanation.ts'
import type { Knowledge, KnowledgeFlag, Regulation } from '../../../core/knowledge.ts'
import type { ProvisionType } from '../../../core/provision.ts'
import { fold } from '../facts/passage.ts'
import { FOR_ORGANISATIONS } from './addressee.ts'
import { foldedBlocks } from './folded-blocks.ts'
import type { Regions } from './region.ts'
import { holds } from './signals.ts'
import type { Wording } from './wording.ts'

/** More would be a list of laws and no landscape; the type's own order says which matter most. */
const LAWS = 10
/** Authorities of one law that are named beside those that the document itself names. */
const AUTHORITIES = 2

export function lawsOf(
  { types, document, text }: ExplainInput,
  knowledge: Knowledge,
  wording: Wording,
  regions: Regions,
): readonly ExplainedLaw[] {
  const laws: ExplainedLaw[] = []
  const named = foldedBlocks(text).join('\n')
  for (const type of types)
    for (const { regulation: id, sections, question, when } of knowledge.types[type].regulations) {
      const law = knowledge.regulations.get(id)!
      const regionReason = regions.reasons.get(law.region)
      if (regionReason === undefined || !regions.includes(law.jurisdiction)) continue
      if (!holds(when, wording.signals) || laws.some(({ regulation }) => regulation === id)) continue
      if (law.protects === 'consumers' && FOR_ORGANISATIONS.has(document.type)) continue
      laws.push({
        regulation: id,
        title: law.title,
        short: law.short,
        citation: law.citation,
        jurisdiction: law.jurisdiction,
        region: law.region,
        regionReason,
        sections: sections.map((section) => ({ section, subject: law.sections[section] ?? '' })),
        why: question,
        enforcedBy: authoritiesOf(law, named, knowledge).map((agency) => knowledge.agencies.get(agency)!.name),
      })
    }
  return laws.slice(0, LAWS)
}

/** Regions that apply and sectors, each with its questions about the main type; sectors are asked of every reader. */
export function flagsOf(
  told: readonly ProvisionType[],
  knowledge: Knowledge,
  regions: Regions,
): readonly ExplainedFlag[] {
  const about = ({ types: of }: KnowledgeFlag): boolean => told.some((type) => of.includes(type))
  const flag = (kind: ExplainedFlag['kind'], id: string, title: string, of: readonly KnowledgeFlag[]) =>
    of.filter(about).map(({ question, regulations }) => ({
      kind,
      id,
      title,
      question,
      regulations: regulations.map((regulation) => knowledge.regulations.get(regulation)!.short),
    }))
  return [
    ...[...knowledge.regions.values()]
      .filter(({ id }) => regions.reasons.has(id))
      .flatMap(({ id, title, flags }) => flag('region', id, title, flags)),
    ...[...knowledge.sectors.values()].flatMap(({ id, title, flags }) => flag('sector', id, title, flags)),
  ]
}

/** Who enforces the laws that are shown: of each the first, and those that the document names itself. */
export function agenciesOf(
  laws: readonly ExplainedLaw[],
  { text }: ExplainInput,
  knowledge: Knowledge,
): readonly ExplainedAgency[] {
  const document = foldedBlocks(text).join('\n')
  const found = new Map<string, string[]>()
  for (const { regulation, short } of laws)
    for (const id of authoritiesOf(knowledge.regulations.get(regulation)!, document, knowledge))
      found.set(id, [...(found.get(id) ?? []), short])
  return [...found].map(([id, regulations]) => {
    const { name, jurisdiction, authority, complaint } = knowledge.agencies.get(id)!
    return { id, name, jurisdiction, authority, regulations, address: complaint.address, how: complaint.how }
  })
}

/** Of authorities of one member state only those of a state that the document names: people elsewhere have their own. */
function authoritiesOf({ authorities }: Regulation, document: string, knowledge: Knowledge): readonly string[] {
  const near = authorities.filter((id) => {
    const { name, jurisdiction } = knowledge.agencies.get(id)!
    return !MEMBER_STATES.test(jurisdiction) || document.includes(fold(jurisdiction)) || document.includes(fold(name))
  })
  return near.filter((id, index) => index < AUTHORITIES || document.includes(fold(knowledge.agencies.get(id)!.name)))
}
const MEMBER_STATES = /^(?:Ireland|France|Germany|Italy|Spain|Netherlands|The Netherlands)$/
