/**
 * What other documents of the same platform state about the subject of a provision, where its own document states
 * nothing of it: a way out that stands in the privacy policy helps whoever reads the terms.
 */
import type { ExplainInput, SiblingStatement } from '../../../core/explanation.ts'
import type { FactName, FactValue, ProvisionType } from '../../../core/provision.ts'
import { sharesReaders } from './addressee.ts'
import { listed } from './name.ts'
import { ROUTE_WORDS } from './place.ts'
import { factValue } from './stated-fact.ts'
import type { Wording } from './wording.ts'

type Statement = {
  readonly fact: FactName
  readonly types: readonly ProvisionType[]
  /** Begins after the name of the document; null for values that help nobody. */
  readonly says: (value: FactValue) => string | null
}

const STATEMENTS: readonly Statement[] = [
  {
    fact: 'training.optOutRoute',
    types: ['model-training'],
    says: (value) => {
      const routes = textsOf(value).filter((route) => route !== 'contract')
      const words = routes.flatMap((route) => ROUTE_WORDS[route] ?? [])
      return words.length > 0 ? `states a way to keep content out of training: ${listed(words, 'or')}.` : null
    },
  },
  {
    fact: 'training.stance',
    types: ['model-training'],
    says: (value) => (value === 'never' ? 'says that content is not used for training.' : null),
  },
  {
    fact: 'arbitration.optOutDays',
    types: ['arbitration', 'class-action-waiver'],
    says: (value) => `gives ${Number(value)} days to reject arbitration.`,
  },
  {
    fact: 'law.governing',
    types: ['governing-law'],
    says: (value) => `names ${listed(String(value).split('; '), 'or')} as the law that applies.`,
  },
  {
    fact: 'age.minimum',
    types: ['children-age'],
    says: (value) => `names ${Number(value)} as the minimum age.`,
  },
  {
    fact: 'contact.privacy',
    types: ['privacy-rights', 'retention-deletion', 'data-collection', 'data-use', 'data-sharing', 'cookies-tracking'],
    says: (value) => {
      const address = textsOf(value).find((one) => one.includes('@'))
      return address ? `names ${address} as the address for questions of privacy.` : null
    },
  },
]

/** One of each fact, of the first document that states it. */
export function siblingStatements(
  { types, facts, document: own, documents }: ExplainInput,
  { signals }: Wording,
): readonly SiblingStatement[] {
  if (facts === null) return []
  const asks = ['never', 'opt-in'].includes(String(factValue(facts, 'training.stance')))
  return STATEMENTS.flatMap(({ fact, types: about, says }) => {
    if (!about.includes(types[0]!) || factValue(facts, fact) !== undefined) return []
    // Who is asked first, or left out, needs no way out.
    if (fact.startsWith('training.') && (asks || signals.has('denies') || signals.has('opt-in'))) return []
    for (const document of documents.filter(({ type }) => sharesReaders(type, own.type))) {
      const value = factValue(document.facts ?? null, fact)
      const said = value === undefined ? null : says(value)
      if (said !== null) return [{ text: said, title: document.title, href: document.href }]
    }
    return []
  })
}

function textsOf(value: FactValue): readonly string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []
}
