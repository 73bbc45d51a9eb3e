/** `output.ownership` and `competition.ban`: who owns what is generated, and what may not be built with it. */
import type { Fact } from '../../../core/provision.ts'
import type { Passage } from './passage.ts'
import { type FactReader, factFrom } from './reader.ts'

const OUTPUT = /\b(?:outputs?|generated content|generations?|ai-generated)\b/
const USER_OWNS =
  /\b(?:you|customer|user|users)\b[^.;]{0,120}\b(?:own|owns|retain|retains)\b[^.]{0,120}\b(?:outputs?|generated content)\b|\b(?:assign|transfer)\w*\b[^.]{0,140}\b(?:outputs?|generated content)\b|\boutputs?\b[^.]{0,80}\b(?:belongs? to you|is yours|are yours|owned by you)\b/

const COMPETES = /\b(?:compet\w+|similar (?:product|service|or))\b/
const DEVELOPS = /\b(?:develop|build|building|creat\w+|train\w*|design|launch|offer|provid\w+|construct\w*)\b/
const FORBIDS = /\b(?:not|prohibited|restrict\w*|forbidden|never|no)\b/

export const readOwnership: FactReader = ({ passages }) => {
  const facts: Fact[] = []
  const owns = passages.find((p) => OUTPUT.test(p.folded) && USER_OWNS.test(p.folded))
  if (owns) facts.push(factFrom('output.ownership', 'user', owns))
  const bans = passages.find(isBan)
  if (bans) facts.push(factFrom('competition.ban', true, bans))
  return facts
}

function isBan({ folded, heading, lead }: Passage): boolean {
  return COMPETES.test(folded) && DEVELOPS.test(folded) && FORBIDS.test(`${heading} ${lead} ${folded}`)
}
