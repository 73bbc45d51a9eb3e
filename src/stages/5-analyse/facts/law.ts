/** `law.governing`: the place whose law governs the document. */
import type { Fact } from '../../../core/provision.ts'
import type { Passage } from './passage.ts'
import { ADJECTIVES } from './place.ts'
import { type FactReader, factFrom } from './reader.ts'

const GOVERNS = /\b(?:govern\w*|constru\w*|interpret\w*|appl(?:y|ies|icable)|subject to)\b/
const LAW = /\blaws?\b/
/** A capitalised name: "State of California", "England and Wales", "People's Republic of China". */
const NAME =
  "(?:the )?(?:(?:State|Commonwealth|Province|Republic|Federal Republic|Kingdom|Grand Duchy|People['’]s Republic|Swiss Confederation) of (?:the )?)?[A-Z][\\w.'’-]+(?: (?:of (?:the )?)?(?:and )?[A-Z][\\w.'’-]+){0,5}"
const LAWS_OF = new RegExp(`\\b(?:[Ll]aws?|LAWS?)(?: in (?:force|effect))?(?: of| in) (${NAME})`, 'g')
const NAMED_LAW = /\b((?:[A-Z][a-z]+ ){0,2}[A-Z][a-z]+)(?: state)? (?:[Ll]aws?)\b/g
const NOT_A_PLACE =
  /^(?:Applicable|Governing|Data|Privacy|Your|This|These|The|Any|All|Local|Federal|Consumer|Copyright|International|Such|Mandatory|Member|Civil|Common|Other|Union|Intellectual|Our|Export|State|Section|Protection|Contract|Terms?|Such|By|No|Substantive|Arbitration)\b/

export const readLaw: FactReader = ({ passages }) => {
  const facts: Fact[] = []
  const places = new Set<string>()
  let first: Passage | null = null
  for (const passage of passages) {
    if (!LAW.test(passage.folded) || !GOVERNS.test(passage.folded) || !isGoverning(passage)) continue
    for (const place of placesOf(passage.text)) {
      places.add(place)
      first ??= passage
    }
  }
  if (first) facts.push(factFrom('law.governing', [...places].join('; '), first))
  return facts
}

function isGoverning({ folded, heading }: Passage): boolean {
  if (
    /\b(?:govern(?:ed|s|ing)?|construed)\b.{0,160}\blaws?\b|\blaws?\b.{0,100}\b(?:govern|applies|apply|applicable)\b/.test(
      folded,
    )
  )
    return !/\b(?:standard contractual|sccs?|clause 17|clauses)\b/.test(folded)
  return /\b(?:governing|applicable) law\b/.test(heading)
}

function placesOf(text: string): readonly string[] {
  const places: string[] = []
  for (const match of text.matchAll(LAWS_OF)) places.push(tidy(match[1] ?? ''))
  for (const match of text.matchAll(NAMED_LAW)) {
    const name = match[1] ?? ''
    const adjective = ADJECTIVES[name.toLowerCase()]
    if (adjective) places.push(adjective)
    else if (!NOT_A_PLACE.test(name)) places.push(tidy(name))
  }
  return places.filter((place) => place && !NOT_A_PLACE.test(place))
}

function tidy(name: string): string {
  return name
    .replace(/^the /, '')
    .replace(/^(?:State|Commonwealth|Province) of (?:the )?/i, '')
    .replace(/[.,;]+$/, '')
}
