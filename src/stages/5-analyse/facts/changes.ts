/** `changes.*`: how a document says that it will change: days of notice, channels, and acceptance by use. */
import type { Fact } from '../../../core/provision.ts'
import { DURATION, inDays, parseDuration } from './duration.ts'
import type { Passage } from './passage.ts'
import { type FactDocument, type FactReader, factFrom } from './reader.ts'

const CHANGE = /\b(?:chang|updat|modif|revis|amend|alter|supplement|new version|current version|latest version|replac)/
/** The document itself, as its own sentences call it. */
const ITSELF =
  /\b(?:terms|agreements?|polic(?:y|ies)|(?:privacy|cookies?) (?:notice|statement)|this notice|statement|conditions|guidelines|rules|addendum|dpa|eula|tos|these documents?|this document)\b/
const HEADING = /\b(?:chang|updat|modif|amend|revis|variation)/
/** Changes of something else. */
const OTHER_SUBJECT =
  /\b(?:prices?|pricing|fees?|charges|sub-?processors?|subcontractors?|your (?:account |contact )?(?:information|details|email|password|consent|preferences|choices)|cancel|refund|subscription (?:plan|term))\b/

export const readChanges: FactReader = (document) => {
  const passages = changePassages(document)
  return [...noticeDays(passages), ...noticeChannel(passages), ...continuedUse(document.passages, passages)]
}

/** Sentences about changes of the document: they name it and a change, or stand under such a heading or after such a sentence. */
function changePassages({ passages }: FactDocument): readonly Passage[] {
  const found: Passage[] = []
  let near = -1
  for (const passage of passages) {
    const names = CHANGE.test(passage.folded) && ITSELF.test(passage.folded)
    const last = passage.heading.split(' > ').at(-1) ?? ''
    const headed =
      HEADING.test(last) &&
      (ITSELF.test(last) || !/\b(?:service|price|fee|account|subscription|software|product)/.test(last))
    if (names) near = passage.block
    if (names || headed || near === passage.block) found.push(passage)
  }
  return found
}

/** Promises of time: "30 days' notice", "15 days before", "effective seven days after". The duration is the first group. */
const NOTICE_TIMES: readonly RegExp[] = [
  new RegExp(`(${DURATION})'?s?'? ?(?:of )?(?:(?:advance|prior|written|reasonable|electronic|e-?mail),? ?(?:and |or )?)*(?:notice|notification)`, 'g'),
  new RegExp(`(${DURATION}),? (?:before|prior to|in advance|ahead of|advance)\\b`, 'g'),
  new RegExp(`\\b(?:effect|effective|force|binding|appl(?:y|ies)|control)\\b[^.]{0,60}?\\b(${DURATION}) (?:after|following|from|later)\\b`, 'g'),
  new RegExp(`(${DURATION}) (?:after|following|from)\\b[^.]{0,80}\\b(?:effect|effective|force|binding|appl(?:y|ies))\\b`, 'g'),
  new RegExp(`\\b(?:notice|notify|notified|inform\\w*)\\b[^.]{0,50}\\bat least (${DURATION})`, 'g'),
]
/** Time that the reader has or gives, and time about something else than the document. */
const NOT_OUR_NOTICE =
  /\b(?:opt(?:ing)?[- ]out|reject|object(?:s|ing|ion)?|refund|renew(?:al|s)?|you (?:must|shall|may|will|can|agree to) (?:\w+ )?(?:give|provide|notify|inform|send|terminate)|(?:customer|publisher|merchant|company|client) (?:must|shall|may|will) (?:\w+ )?(?:give|provide|notify|inform|send|terminate)|security measures|agreement to arbitrate|royalt\w+|service levels?|scope of)\b/
const OWN_CHANGE =
  /\b(?:chang|updat|modif|revis|amend|alter)\w*(?: or \w+)?(?: (?:to|of|in|the|these|this|our|any|such|part|parts|provisions?|or|all|material|its|your|have been|made)){0,6} (?:\w+ )?(?:terms|agreement|polic(?:y|ies)|notice|statement|conditions|guidelines|addendum|dpa|rules|tos|aup)\b/

function noticeDays(passages: readonly Passage[]): readonly Fact[] {
  for (const passage of passages) {
    const text = passage.folded
    if (NOT_OUR_NOTICE.test(text) || (OTHER_SUBJECT.test(text) && !OWN_CHANGE.test(text))) continue
    for (const pattern of NOTICE_TIMES) {
      for (const match of text.matchAll(pattern)) {
        const duration = parseDuration(match[1] ?? '')
        const days = duration && inDays(duration)
        if (days && days <= 200) return [factFrom('changes.noticeDays', days, passage)]
      }
    }
  }
  return []
}

const CHANNELS: readonly (readonly [string, RegExp])[] = [
  ['email', /\be-?mail/],
  [
    'posting',
    /\b(?:post(?:ed|ing|s)?|publish\w*|(?:on|to|at|through) (?:this|our|the|its) (?:web ?)?(?:page|site|website)|(?:updat|revis|chang)\w+ the (?:"?[\w ]*"? ?)?date|made available (?:on|at))\b/,
  ],
  [
    'in-product',
    /\b(?:in-?(?:product|app|service|platform)|(?:through|within|via|on|in) (?:our|the|your) (?:services?|platform|apps?|application|interface|account|dashboard|user interface)|pop-?up|banner|log ?in|notification)\b/,
  ],
  ['other', /\b(?:other (?:\w+ )?(?:means|communication|method|channel|manner)s?|otherwise)\b/],
]
const TELLS =
  /\b(?:notif\w*|notice|inform|let you know|post(?:ed|ing)?|publish\w*|e-?mail\w*|communicat\w*|announc\w*|alert|updat\w+ the|revis\w+ the|latest version|current version|check)\b/

function noticeChannel(passages: readonly Passage[]): readonly Fact[] {
  const channels = new Set<string>()
  let best: Passage | null = null
  let most = 0
  for (const passage of passages) {
    if (!TELLS.test(passage.folded) || OTHER_SUBJECT.test(passage.folded)) continue
    const here = CHANNELS.filter(([, pattern]) => pattern.test(passage.folded)).map(([channel]) => channel)
    for (const channel of here) channels.add(channel)
    if (here.length > most) {
      most = here.length
      best = passage
    }
  }
  return best ? [factFrom('changes.noticeChannel', [...channels], best)] : []
}

const USE = '(?:us(?:e|age|ing)|access\\w*|availab\\w+|participat\\w+|subscri\\w+|brows\\w+|visit\\w*|operat\\w+|install\\w*|receiv\\w+)'
/** Going on using, or using after a change. */
const GOES_ON = new RegExp(
  `\\bcontinu\\w*(?: (?!not\\b)[\\w,/-]+){0,5}? ${USE}\\b|\\bkeep (?:on )?${USE}\\b|\\b${USE}(?: [\\w,'/-]+){0,12}? (?:after|following|once|on or after|subsequent to|thereafter)\\b|\\bnon-deletion\\b`,
)
const ACCEPTS =
  /\b(?:accept(?:s|ed|ance|ing)?|agree(?:s|d|ment|ing)?|consent(?:s|ed)?|assent|bound|acknowledg\w+)\b/
/** Going on is a right, a condition or a service here, no acceptance. */
const NO_ACCEPTANCE =
  /\b(?:in order|require[sd]?|need|have|able|before|right|wish|order|asked|prior)(?: (?!that\b)\w+){0,4}? (?:to continu|continuing)|\binfring|\b(?:must|(?:need|have|required|asked) to) (?:review and )?(?:accept|agree)\b|\bif you (?:do not|don't|no longer) (?:agree|accept)[^,;]*, (?:you (?:must|should|may|can)|please)[^.]{0,40}(?:stop|discontinue|cease|not)/

/** A sentence in which use after a change accepts it; one about a change of the document comes before any other. */
function continuedUse(all: readonly Passage[], passages: readonly Passage[]): readonly Fact[] {
  const accepts = (p: Passage) => GOES_ON.test(p.folded) && ACCEPTS.test(p.folded) && !NO_ACCEPTANCE.test(p.folded)
  const aboutChange = (p: Passage) => /\b(?:chang|updat|modif|revis|amend|new (?:version|terms|polic))/.test(p.folded)
  const goesOn = (p: Passage) => /\bcontinu|\bkeep |\bnon-deletion\b/.test(p.folded)
  const hit =
    passages.find((p) => accepts(p) && goesOn(p) && aboutChange(p)) ??
    all.find((p) => accepts(p) && goesOn(p) && aboutChange(p)) ??
    passages.find((p) => accepts(p) && (goesOn(p) || aboutChange(p))) ??
    passages.find((p) => /\bby using\b[^.]{0,80}\b(?:bound|agree)\b[^.]{0,60}\bchanges\b/.test(p.folded))
  return hit ? [factFrom('changes.continuedUseAccepts', true, hit)] : []
}
