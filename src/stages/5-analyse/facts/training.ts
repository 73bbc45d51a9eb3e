/** `training.*`: whether what users give is used to train models, and how to stop it. */
import type { Fact } from '../../../core/provision.ts'
import { type FactReader, factFrom } from './reader.ts'

const TRAINS =
  /\b(?:train\w*|fine-?tun\w*|(?:develop|improv)\w*[^.]{0,60}\b(?:models?|artificial intelligence|machine learning|ai))\b/
const OURS = /\b(?:your|content|inputs?|outputs?|personal (?:data|information)|customer|user|prompts?|data)\b/

export const readTraining: FactReader = ({ passages }) => {
  const facts: Fact[] = []
  const hits = passages.filter(
    (p) =>
      TRAINS.test(p.folded) && OURS.test(p.folded) && /\b(?:model|algorithm|artificial|machine|ai\b)/.test(p.folded),
  )
  const out = hits.find((p) => /\bopt(?:ing|ed)?[- ]?out|object\b/.test(p.folded))
  const never = hits.find((p) => /\b(?:not|never)\b[^.]{0,60}\b(?:use|train)/.test(p.folded))
  const on = hits[0]
  if (out) facts.push(factFrom('training.stance', 'opt-out', out))
  else if (never) facts.push(factFrom('training.stance', 'never', never))
  else if (on) facts.push(factFrom('training.stance', 'default-on', on))
  return facts
}
