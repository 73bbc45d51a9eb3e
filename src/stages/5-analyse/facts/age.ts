/** `age.minimum`: how old a person must be to use what the document governs. */
import { NUMBER, parseNumber } from './number.ts'
import type { Passage } from './passage.ts'
import { type FactReader, factFrom } from './reader.ts'

/** In order of strength: what is required, what is forbidden, whom it is not meant for. */
const PATTERNS: readonly RegExp[] = [
  new RegExp(
    `\\b(?:must|shall|have to|need to|required to|only|requires?)\\b[^.]{0,60}?\\b(?:be|are|is|aged?|who)\\b[^.]{0,40}?(?:at least|over|older than|above|minimum)?(?: the age of)? ?(${NUMBER}) ?(?:years?(?: of age| old)?|or older|or over|and over|\\+)`,
  ),
  new RegExp(
    `\\b(?:at least|minimum age(?: of| is)?|over the age of|older than|not under) (?:the age of )?(${NUMBER})\\b(?: \\(\\d+\\))? ?(?:years?|or older|,|\\.|\\)|and|to use|$)`,
  ),
  new RegExp(`\\b(?:under|below|younger than|less than)(?: the age of| age)? (${NUMBER})\\b`),
]
const AGE_CONTEXT = /\b(?:age|aged|years? old|years of age|child(?:ren)?|minors?|years or older|older)\b/

export const readAge: FactReader = ({ passages }) => {
  const candidates = passages.filter((p) => AGE_CONTEXT.test(p.folded))
  for (const pattern of PATTERNS) {
    for (const passage of candidates) {
      const age = ageIn(passage, pattern)
      if (age !== null) return [factFrom('age.minimum', age, passage)]
    }
  }
  return []
}

function ageIn(passage: Passage, pattern: RegExp): number | null {
  const age = parseNumber(pattern.exec(passage.folded)?.[1] ?? '')
  return age !== null && age >= 10 && age <= 25 ? age : null
}
