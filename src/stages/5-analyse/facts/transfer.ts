/** `transfer.mechanisms`: on what transfers of personal data to other countries rest. */
import type { Passage } from './passage.ts'
import { type FactReader, factFrom } from './reader.ts'

const MECHANISMS: readonly (readonly [string, RegExp])[] = [
  [
    'scc',
    /\b(?:standard contract(?:ual)? clauses|model (?:contract(?:ual)? )?clauses|standard data protection clauses|sccs?)\b/,
  ],
  ['adequacy', /\badequa(?:cy|te level)/],
  ['dpf', /\b(?:data privacy framework|privacy shield|dpf)\b/],
  ['bcr', /\bbinding corporate rules\b/],
  ['consent', /\bconsent\b[^.]{0,80}\b(?:transfer|processing of your)|\btransfer\b[^.]{0,80}\bconsent\b/],
  ['other', /\b(?:other|alternative) (?:\w+ ){0,3}(?:mechanism|safeguard|transfer)s?|\bderogations?\b/],
]

export const readTransfer: FactReader = ({ passages }) => {
  const found = new Set<string>()
  let first: Passage | null = null
  for (const passage of passages) {
    if (!/\b(?:transfer|international|outside|countries)/.test(passage.folded + passage.heading)) continue
    for (const [mechanism, pattern] of MECHANISMS)
      if (pattern.test(passage.folded)) {
        found.add(mechanism)
        first ??= passage
      }
  }
  return first ? [factFrom('transfer.mechanisms', [...found], first)] : []
}
