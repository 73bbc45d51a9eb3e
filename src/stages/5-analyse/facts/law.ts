/** `law.governing`: the place whose law governs the document, several joined by "; ". */
import { ofSentence } from './memory.ts'
import type { Passage, Sentence } from './passage.ts'
import { ADJECTIVES } from './place.ts'
import { type FactReader, factFrom } from './reader.ts'

const KIND =
  "(?:(?:[Ss]tate|STATE|[Cc]ommonwealth|[Cc]ountry|[Pp]rovince|[Rr]epublic|[Ff]ederal [Rr]epublic|[Kk]ingdom|[Gg]rand [Dd]uchy|[Mm]ainland|People['’]s [Rr]epublic|Swiss [Cc]onfederation) of (?:[Tt]he )?)"
/** A capitalised name: "State of California", "England and Wales", "People's Republic of China". */
const NAME = `(?:[Tt]he |THE )?(?:${KIND}){0,2}[A-Z][\\w'’-]+(?:\\.[A-Z]\\.?)*(?:(?:,? (?:and )?| and the (?:State|Commonwealth|Province) of | of (?:[Tt]he )?)(?!(?:The|This|These|Any|All|You|If|THE|AS|WITHOUT|EXCLUDING|WITH|EXCEPT|AND|SHALL|WILL|GOVERN|APPLY|USA|IRRESPECTIVE|REGARDLESS|APPLICABLE)\\b)[A-Z][\\w'’-]+){0,5}`
const LAWS_OF = new RegExp(
  `\\b(?:[Ll]aws?|LAWS?|[Ll]egislation)(?: and \\w+)?(?: in force| in effect|, as applied)? (?:of|in|OF) ?(?:[Tt]he (?:courts|jurisdiction) of )?(${NAME})`,
  'g',
)
const NAMED_LAW = /\b((?:[A-Z][a-z]+ ){0,2}[A-Z][a-z]+)(?: [Ss]tate)?(?: substantive)? (?:[Ll]aws?|legislation)\b/g
/** "Governing law: Delaware". */
const LABELLED = new RegExp(
  `^[^a-zA-Z]*(?:[Gg]overning|[Aa]pplicable) [Ll]aws?(?: and [Jj]urisdiction)? ?: ?(?:[Tt]he )?(?:[Ll]aws? of )?(${NAME})`,
  'g',
)
const NO_PLACE =
  /^(?:The|State)$|\b(?:Applicable|Governing|Data|Privacy|Your|This|These|Any|All|Local|Federal(?! Republic)|Consumer|Copyright|International|Such|Mandatory|Member|Civil|Common|Other|European Union|EU|Union|Intellectual|Our|Export|Sanctions?|Section|Protection|Contracts?|Terms?|By|No|Substantive|Arbitration|Nations|Goods|Clause|Specific|Conflicts?|Choice|Customer|Company|Country|Jurisdiction|Party|Agreement|Act|U\.?S\.?|Venue|Antitrust|Tax|Labor|Employment)\b/

/** How a sentence says that a law governs, on folded text. */
const GOVERNED =
  /\b(?:govern(?:ed|s)?|constru\w+|interpret\w*|enforced|subject|determined)\b[^;]{0,200}\b(?:by|under|with|to|pursuant)\b[^;]{0,120}\b(?:laws?|legislation)\b|\blaws?\b[^;.]{0,160}\b(?:(?:will|shall|to|must)? ?govern(?:s|ing)?|(?:will |shall )?appl(?:y|ies)|is applicable)\b|\b"?governing laws?"? means\b/
const DOCUMENT =
  /\b(?:terms|agreements?|conditions|contract|polic(?:y|ies)|disputes?|claims?|relationship|addendum|dpa|tou|tos|t&cs|guidelines|rules|matters?|notice|"?governing laws?"?|eula|licen[cs]e|action|they|annex|appendix|conflicts? of laws?)\b|\b(?:your|the) use of\b|\buse of (?:the|this|our) (?:web ?)?(?:sites?|services?|platform|app)\b|\b(?:services?|sites?|websites?|platform|app) (?:is|are|shall be) governed\b/
/** "Dutch law applies.": a sentence of nothing else needs no word for the document. */
const ALONE =
  /^(?:[^.:]{0,60}:)?[^a-z]*(?:(?:only|exclusively) )?(?:the )?(?:laws? of ?[a-z' ]{3,40}?|[a-z]+(?: [a-z]+)? laws?)(?: alone| exclusively| only)? (?:(?:shall|will|is|are) )?(?:exclusively )?(?:appl(?:y|ies|icable)|governs?)\b/
const OTHER_LAW =
  /\b(?:standard contractual|sccs?|clauses?|idta|data protection laws?|privacy laws?|(?:organi[sz]ed|incorporated|registered|existing|formed|established|barred|prohibited|eligible|permitted|required|company) (?:\w+ ){0,3}under (?:the )?laws?|supervisory|sanctions|arbitration rules|different from)\b/

export const readLaw: FactReader = ({ passages }) => {
  const places: string[] = []
  let first: Passage | null = null
  for (const placesOfSentence of [governingPlaces, placesOfClauses]) {
    if (first) break
    for (const passage of passages) {
      const found = placesOfSentence(passage).filter((place) => !places.includes(place))
      if (found.length === 0) continue
      places.push(...found)
      first ??= passage
    }
  }
  if (!first) return []
  // A federal law beside a state's is no place of its own.
  const narrow = places.filter((place) => !/^United States/.test(place))
  // Where the reader lives is an exception for consumers beside a place that is named.
  const named = narrow.filter((place) => !OF_THE_READER.test(place))
  return [
    factFrom(
      'law.governing',
      ([named, narrow].find((list) => list.length > 0) ?? places).slice(0, 4).join('; '),
      first,
      GOVERNED,
    ),
  ]
}

const governingPlaces = ofSentence((sentence): readonly string[] => {
  // In a privacy policy the law of the servers' country is information, not a choice of law.
  const isInformation =
    sentence.kind.includes('privacy') &&
    !/\b(?:polic|notice|statement|agreement|terms|dispute)|\b(?:services?|sites?|websites?|platform|app) (?:is|are) governed\b/.test(
      sentence.folded,
    )
  return isInformation || !isGoverning(sentence) ? [] : placesOf(sentence.text)
})

/** A contract on data that names no law but that of its standard clauses: counts where it names no other. */
const placesOfClauses = ofSentence((sentence): readonly string[] =>
  !sentence.kind.includes('privacy') && CLAUSES_GOVERNED.test(sentence.folded) ? placesOf(sentence.text) : [],
)
const CLAUSES_GOVERNED =
  /\b(?:standard contractual clauses|sccs?)\b[^.;]{0,60}\bgoverned by\b[^.;]{0,30}\blaws?\b|\blaws? of\b[^.;]{0,60}\bgovern\w*\b[^.;]{0,30}\b(?:standard contractual clauses|sccs?)\b/

function isGoverning({ folded, heading }: Sentence): boolean {
  if (!/\b(?:laws?|legislation)\b/.test(folded) || OTHER_LAW.test(folded)) return false
  if (/^[^a-z]*(?:governing|applicable) laws?\b[^:.]{0,20}:/.test(folded)) return true
  if (GOVERNED.test(folded)) return DOCUMENT.test(folded) || ALONE.test(folded)
  return (
    /\b(?:governing|applicable|choice of) law\b/.test(heading) &&
    (/\b(?:govern|appl)/.test(folded) || /^(?:the )?laws? of [^.]{3,60}\.?$/.test(folded))
  )
}

const WHERE_THEY_LIVE =
  '(?:country|jurisdiction|state|province|place|member state|territory)(?:,? or (?:country|jurisdiction|state|province|territory))?(?: of (?:your )?residence| (?:in which|where) (?:you|the consumer|they)(?: \\w+)? (?:live|lives|reside|resides|are resident|are domiciled))'
/** The law of the place where the reader lives, which no name tells. */
const READERS_PLACE = new RegExp(
  `\\b(?:governed|construed|interpreted)\\b[^.;]{0,60}\\blaws? of (?:the |your )?(${WHERE_THEY_LIVE})|\\blaws? of (?:the |your )?(${WHERE_THEY_LIVE})[^.;]{0,20}(?:\\b(?:will|shall|also) )?(?:govern|appl)(?:s|y|ies)?\\b`,
  'gi',
)

/** Rights that no choice of law takes away, and what holds where that choice fails. */
const ONLY_PROTECTS = /\b(?:mandatory|unless|prohibited|(?:is|are) found|to the extent|arbitration)\b/i
const OF_THE_READER = new RegExp(`^${WHERE_THEY_LIVE}`, 'i')

function placesOf(text: string): readonly string[] {
  const places: string[] = []
  if (!ONLY_PROTECTS.test(text))
    for (const match of text.matchAll(READERS_PLACE)) places.push(match[1] ?? match[2] ?? '')
  for (const match of text.matchAll(LAWS_OF)) places.push(tidy(match[1] ?? ''))
  for (const match of text.matchAll(LABELLED)) places.push(tidy(match[1] ?? ''))
  for (const match of text.matchAll(NAMED_LAW)) {
    const name = match[1] ?? ''
    const adjective = ADJECTIVES[name.split(' ').at(-1)?.toLowerCase() ?? '']
    places.push(adjective ?? tidy(name))
  }
  return [...new Set(places)].filter((place) => place && !NO_PLACE.test(place))
}

function tidy(name: string): string {
  // Clauses in capitals are read as names: "WASHINGTON" is Washington.
  const mixed = /[a-z]/.test(name)
    ? name
    : name.replace(/[A-Z]{2,}/g, (word) =>
        word === 'OF' || word === 'AND' || word === 'THE'
          ? word.toLowerCase()
          : word.charAt(0) + word.slice(1).toLowerCase(),
      )
  return mixed
    .replace(/^(?:the|relevant|only|exclusively) /i, '')
    .replace(/^United States(?: of America)?(?:,| and) (?:the )?(?=\w)/, '')
    .replace(/^(?:State|Commonwealth|Province|Country|Mainland) of (?:the )?/i, '')
    .replace(/^(?:State|Province) of (?:the )?/i, '')
    .replace(/ State$/, '')
    .replace(/,? (?:USA|U\.S\.A?|United States.*)$/, '')
    .replace(/[.,;]+$/, '')
    .trim()
}
