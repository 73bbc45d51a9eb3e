/** `changes.*`: how a document says that it will change: days of notice, channels, and acceptance by use. */
import type { Fact } from '../../../core/provision.ts'
import { DURATION, inDays, parseDuration } from './duration.ts'
import { ofSentence } from './memory.ts'
import type { Passage, Sentence } from './passage.ts'
import { type FactDocument, type FactReader, factFrom } from './reader.ts'

const DOCUMENT =
  '(?:terms|agreements?|contract|polic(?:y|ies)|(?:privacy|cookies?|this|the|our|these) (?:privacy )?(?:notices?|statements?)|conditions|guidelines|rules|addend(?:um|a)|dpa|baa|sla|aup|eula|tos|tou|t&cs?|code of conduct|document)'
/** A change of the document itself: "changes to these Terms", "the revised policy", "amend any part of this Agreement". */
const OWN_CHANGE = new RegExp(
  [
    `\\b(?<!without )(?<!(?:do|does|did) not )(?:chang|updat|modif(?!ied or)|revis|amend|alter|vary|variations?|adjustments)(?:\\w*)(?:,? (?:or|and|and/or) \\w+|, \\w+){0,5}(?:,? (?:to|of|in|on|the|these|this|our|its|your|any|such|part|parts|portions?|aspects?|provisions?|sections?|or|all|some|material|from|time|may|make|made|we|into|certain|are|is|were|been|be|following|above|foregoing|entire|whole|service'?s?|user|website)){0,9} ['"]?(?:[\\w&'-]+ ){0,3}?['"]?${DOCUMENT}\\b`,
    `\\b(?:revised|updated|amended|modified|new|current|latest|future|changed|up-to-date|recent)(?: version| versions| edition)?(?: of)?(?: (?:the|these|this|our|its))? ['"]?(?:[\\w&'-]+ ){0,3}?['"]?${DOCUMENT}\\b`,
    `\\b${DOCUMENT}\\b['")]*(?: \\w+){0,4} (?:may|can|will|are subject to|is subject to|could|might)(?: be)? (?:\\w+ )?(?:chang|updat|modif|revis|amend)`,
    `\\b${DOCUMENT} (?:updat|chang|modification|revision|amendment)`,
    '\\b(?:material|significant|substantial)(?:ly)? chang\\w*\\b[^.]{0,20}\\b(?:ways?|manner|how)\\b[^.]{0,20}\\bwe (?:use|collect|share|process|treat|handle)',
    '\\b(?:make|made|propose) (?:\\w+ ){0,2}(?:changes|updates|modifications|revisions|amendments)\\b',
  ].join('|'),
)
/** Sentences that go on from such a sentence. */
const GOES_ON_ABOUT_CHANGE =
  /^(?:if|when|in case|where|should|unless|for|any|all|such|the|these|those|this|material|changes?|revis|modif|updat|amend|we (?:will|may|shall|also|encourage|recommend|suggest)|you (?:should|agree|are|will|can)|your (?:continu|use)|by (?:continu|us)|continu|please|in addition|notice|notwithstanding|non-material|otherwise|it (?:is|may|might|will)|this (?:may|might|will|can)|(?:some|other)times|we'll|to see when|be sure|check)/
const HEADING = /\b(?:chang|updat|modif|amend|revis|variation)/
/** Changes of something else. */
const OTHER_SUBJECT =
  /\b(?:prices?|pricing|fees?|charges|sub-?processors?|subcontractors?|your (?:account |contact )?(?:information|details|password|consent|preferences|choices)|cancel|refund|subscription (?:plan|term)|dispute|arbitrat\w+)\b/
const PRICES = /\b(?:fees?|pric(?:es?|ing)|charges|subscription (?:costs?|rates?))\b/
const SUBPROCESSORS = /\b(?:sub-?processors?|subcontractors?)\b/
/** Duties of the reader and grants read like changes ("you may not modify"). */
const READER_ACTS =
  /\b(?:you (?:may not|shall not|must not|will not|agree not)|not permit|reproduce|sublicense|reverse engineer|amendment by you|in writing signed|signed by)\b/

export const readChanges: FactReader = (document) => {
  const passages = changePassages(document)
  return [...noticeDays(passages), ...noticeChannel(passages, document.passages), ...continuedUse(document, passages)]
}

/** After a list of reasons for changes, the sentence on their notice still belongs to them. */
const SAYS_WHEN =
  /\b(?:notice|notify|effect|effective)\b[^.]{0,120}\b(?:the|of|any|these|such) (?:\w+ )?changes\b|\b(?:the|any|these|such) changes\b[^.]{0,120}\b(?:notice|notify|effect|effective)\b/
/** How terms name others in passing: that is no change of theirs. */
const AS_AMENDED =
  /\b(?:referred|referenced|linked|listed|posted|incorporated)\b[^.;]{0,60}\bas (?:may be |they may be |it may be )?(?:amended|updated|modified|changed)\b[^.;]{0,20}from time to time/g
/** What stays as it is, and rules of arbitrators. */
const NO_CHANGE =
  /\b(?:do|does|did|will|shall) not (?:chang|modif|alter|affect)(?!\w* (?:the|your) (?:costs?|prices?|fees?))|\b(?:adr|jams|aaa)\b[^.]{0,40}\brules\b/
const CHANGE_WORD =
  /\b(?:chang|updat|modif|revis|amend|variation|new (?:version|terms|polic)|(?:current|latest|most recent|up-to-date) version|replac)/

/** Sentences about changes of the document: they say so, go on from one that does, or stand under a heading that does. */
function changePassages({ passages }: FactDocument): readonly Passage[] {
  const found: Passage[] = []
  let anchor: Passage | null = null
  let since = 0
  for (const passage of passages) {
    since++
    const near =
      anchor !== null &&
      anchor.heading === passage.heading &&
      passage.block - anchor.block <= (saysWhen(passage) ? 12 : 4)
    const goesOn = near && (since <= 2 || speaksOfChange(passage)) && goesOnFromChange(passage)
    if (namesNoChange(passage)) continue
    const names = namesOwnChange(passage)
    if (names) {
      anchor = passage
      since = 0
    }
    if (names || goesOn || isHeadedChange(passage)) found.push(passage)
  }
  return found
}

const isOwnChange = ofSentence(({ folded }) => OWN_CHANGE.test(folded.replace(AS_AMENDED, '')))
const namesOwnChange = ofSentence(
  (sentence) =>
    isOwnChange(sentence) &&
    !READER_ACTS.test(sentence.folded) &&
    sentence.folded.length < 1200 &&
    !isAboutPrices(sentence),
)
const saysWhen = ofSentence(({ folded }) => SAYS_WHEN.test(folded))
const namesNoChange = ofSentence(({ folded }) => NO_CHANGE.test(folded))
const speaksOfChange = ofSentence(({ folded }) => CHANGE_WORD.test(folded))
const goesOnFromChange = ofSentence(
  (sentence) => speaksOfChange(sentence) || GOES_ON_ABOUT_CHANGE.test(sentence.folded),
)
const isHeadedChange = ofSentence((sentence) => isUnderChanges(sentence) && goesOnFromChange(sentence))

/** "revise the pricing terms" under "Fees": the document stays as it is. */
function isAboutPrices({ folded, heading }: Sentence): boolean {
  const last = heading.slice(heading.lastIndexOf(' > ') + 1)
  return PRICES.test(last) && PRICES.test(folded)
}

function isUnderChanges({ heading }: Sentence): boolean {
  const last = heading.slice(heading.lastIndexOf(' > ') + 1)
  return (
    HEADING.test(last) &&
    last.length < 90 &&
    !/\b(?:services?|prices?|fees?|accounts?|subscriptions?|software|products?|orders?|bookings?|how|information|data|\d+|last|cancel\w*)\b/.test(
      last,
    )
  )
}

/** Promises of time: "30 days' notice", "15 days before", "effective seven days after". The duration is the first group. */
const NOTICE_TIMES: readonly RegExp[] = [
  new RegExp(
    `(${DURATION})'?s?'? ?(?:of )?(?:(?:advance|prior|written|reasonable|electronic|e-?mail),? ?(?:and |or )?)*(?:notice|notification)`,
    'g',
  ),
  new RegExp(`(${DURATION}),? (?:before|prior to|in advance|ahead of|advance)\\b`, 'g'),
  new RegExp(
    `\\b(?:effect|effective|force|binding|appl(?:y|ies)|control)\\b[^.]{0,60}?\\b(${DURATION}) (?:after|following|from|later)\\b`,
    'g',
  ),
  new RegExp(
    `(${DURATION}) (?:after|following|from)\\b[^.]{0,80}\\b(?:effect|effective|force|binding|appl(?:y|ies))\\b`,
    'g',
  ),
  new RegExp(`\\b(?:notice|notify|notified|inform\\w*)\\b[^.]{0,50}\\bat least (${DURATION})`, 'g'),
  new RegExp(`\\bnotice period of (?:at least )?(${DURATION})`, 'g'),
]
/** Time that the reader has or gives, and time about something else than the document. */
const NOT_OUR_NOTICE =
  /\b(?:opt(?:ing)?[- ]out|reject|object(?:s|ing|ion)?|refund|renew(?:al|s)?|you (?:must|shall|may|will|can|agree to) (?:\w+ )?(?:give|provide|notify|inform|send|terminate)|(?:customer|publisher|merchant|company|client) (?:must|shall|may|will) (?:\w+ )?(?:give|provide|notify|inform|send|terminate)(?! (?:you|users?|customers?|members?)\b)|security measures|agreement to arbitrate|arbitration (?:agreement|provision|clause)|royalt\w+|service levels?|scope of)\b/
/** The days before a material change count before those for any other. */
function noticeDays(passages: readonly Passage[]): readonly Fact[] {
  const stated = passages.flatMap((passage) => {
    const days = daysOfNotice(passage)
    return days === null ? [] : [{ passage, days, material: MATERIAL.test(passage.folded) }]
  })
  const best = stated.find((s) => s.material) ?? stated[0]
  return best ? [factFrom('changes.noticeDays', best.days, best.passage, EVERY_DURATION)] : []
}

const EVERY_DURATION = new RegExp(DURATION)
const MATERIAL =
  /\b(?:(?<!non-)material(?:ly)?|substantial(?:ly)?|significant(?:ly)?|important|advers\w+|impacts? your)\b/

const daysOfNotice = ofSentence((sentence): number | null => {
  const text = sentence.folded
  if (NOT_OUR_NOTICE.test(text) || SUBPROCESSORS.test(text) || (OTHER_SUBJECT.test(text) && !isOwnChange(sentence)))
    return null
  for (const pattern of NOTICE_TIMES) {
    for (const match of withoutPrices(text).matchAll(pattern)) {
      const duration = parseDuration(match[1] ?? '')
      const days = duration && inDays(duration)
      if (days && days <= 200) return days
    }
  }
  return null
})

/** Of a list of cases, those that are not about prices; all where the others have no time. */
function withoutPrices(text: string): string {
  const cases = text.split(/; (?=(?:and |or )?\([a-z\d]+\))|: (?=\([a-z\d]+\))/)
  const others = cases.filter((one) => !PRICES.test(one)).join('; ')
  return EVERY_DURATION.test(others) ? others : text
}

const CHANNELS: readonly (readonly [string, RegExp])[] = [
  [
    'email',
    /\be[- ]?mail(?:s|ed|ing)?\b(?! address)|\b(?:to|at|using|via) (?:the|your|an|any|its|their)[^.]{0,40}e-?mail address/,
  ],
  [
    'posting',
    /\b(?:re-?post(?:ed|ing|s)?|post(?:ed|ing|s)?|publi(?:sh|cation)\w*|releas(?:e[ds]?|ing)|upload\w*)\b|\b(?:on|to|at|through|via|in) (?:this|our|the|its|\w+'s) (?:\w+ ){0,2}?(?:web ?)?(?:page|site|website)s?\b|\b(?:updat|revis|chang|amend|indicat)\w+ the (?:"?[\w ]*"? ?)?date|\bdate (?:at|on|of(?! entry))\b|\bdate [^.]{0,60}\b(?:at|on|in) the (?:top|bottom|end|beginning|head)\b|\bwhen you (?:first |next )?visit\b|\b(?:services?|app) or (?:on )?(?:our|the) (?:web ?)?site\b|\b(?:updat|post|publish)\w* (?:it |them |this )?here\b|\b(?:check|review|visit|revisit|monitor|amend|updat|revis|chang)\w*\b[^.]{0,30}\b(?:this|the|our) (?:web ?)?page\b|\bblog\b|\bupdat\w+ (?:our|the) (?:web ?)?site\b|\bmade available\b|\bmak(?:e|ing) (?:[\w-]+ ){1,6}?(?:available|accessible) (?:on|at|through|via|in) (?:our|the|this|its)\b|\bavailable (?:on|at) (?:our|the|this)\b|\bavailable (?:on|at|here)\b|\b(?:reflected|indicated|shown|noted) (?:by|in) the "?(?:effective|revision) date\b|\bhttps?:|\bwww\.|\b(?:do so|publish\w*|post\w*|available|document|version|terms|polic\w+) online\b|\blast (?:updated|modified|revised)"? (?:date|legend|notation)|\b(?:latest|current|most recent|up-to-date|updated) version\b[^.]{0,60}\b(?:official|available|found|find|website|site|here|posted|page|at)\b|\b(?:find|see|refer to|access) the (?:latest|current|most recent)/,
  ],
  [
    'in-product',
    /\bin-?(?:product|app|service|platform|game|site)\b|\b(?:through|within|via|inside) (?:our|the|your|its|any of our) (?:[\w-]+ ){0,2}?(?:services?|platforms?|apps?|applications?|interface|accounts?|dashboard|console|portal|software|products?)\b|\b(?:notice|notices|notification|message|statement|banner)s? (?:on|to|in|through|within|via|upon) (?:our|the|your|your next)(?: [\w-]+){0,2} (?:services?|platforms?|apps?|applications?|accounts?|log-?ins?)\b|\bsystem messages?\b|\bin (?:the|your) (?:\w+ ){0,2}(?:portal|account|console|seller center)\b|\bpop-?ups?\b|\bbanners?\b|\blog(?:ging)?[- ]?in\b|\b(?:push|device|account|app) notifications?\b|\bdashboard\b/,
  ],
  [
    'other',
    /\b(?:other|another|alternative|different) (?:[\w-]+ ){0,2}?(?:means|communications?|methods?|channels?|manner|ways?|forms?)\b|\botherwise (?:\w+ )?(?:notif|inform|communicat|receiv|provid|mak|bring)|\b(?:sms|text message|letter|postal|by post|by mail|regular mail|fax|telephone)\b|\bsend(?:ing)? you a notification\b|\b(?:method|manner|means) (?:prescribed|determined|chosen)\b/,
  ],
]
const TELLS =
  /\b(?:notif\w*|notices?|inform\w*|let you know|told|tell|post(?:ed|ing)?|posts (?:them|it|the|any|such|these|those|changes|a)\b|publish\w*|publication|e-?mail\w*|communicat\w*|announc\w*|alert\w*|advis\w+|please see|do so|releas\w+|display\w*|(?:updat|revis|amend|chang|indicat)\w+ the|(?:latest|current|most recent|revised|updated|amended|new) version|check|review|bring (?:it|them)|available|accessible|highlight\w*|indicat\w+|remind\w*|refer|reflected|noted|visit)\b/
/** Mail to the provider, and notices that are not about changes. */
const TO_PROVIDER =
  /\b(?:contact(?:ing)? us|terminat\w+ notice|e-?mail(?:ing)? (?:us|to [a-z._-]+@)|(?<!\b(?:provided|given|supplied|available|known) )\bto us\b|write to|notifying us|notify us|by e-?mailing [a-z]+@|opt(?:ing)?[- ]out|reject|object\b|request|unsubscribe|if you have (?:any )?questions)/

function noticeChannel(passages: readonly Passage[], all: readonly Passage[]): readonly Fact[] {
  const channels = new Set<string>()
  let best: Passage | null = null
  let most = 0
  for (const passage of passages) {
    const here = channelsIn(passage)
    for (const channel of here) channels.add(channel)
    if (here.length > most) {
      most = here.length
      best = passage
    }
  }
  const general =
    passages.length > 0 && channels.size <= 2 && !channels.has('email') ? all.find(givesNotice) : undefined
  if (general) {
    for (const [channel, pattern] of CHANNELS)
      if (channel !== 'other' && pattern.test(general.folded) && (best === null || channel === 'email'))
        channels.add(channel)
    best ??= channels.size > 0 ? general : null
  }
  return best && !(channels.size === 1 && channels.has('other'))
    ? [factFrom('changes.noticeChannel', [...channels], best, TELLS)]
    : []
}

/** What goes through a service here are goods. */
const OFFERED_THROUGH =
  /\b(?:(?:offer|sell|buy|purchase)\w*\b[^,.;()]{0,60}|(?:products|goods|listings|items|apps)\b[^.;]{0,60}\bavailable to your (?:customers|users)\b[^,.;()]{0,20})\bthrough (?:our|the|your)[^,.;()]{0,40}/g

/** "Swiss Post" posts nothing by being named. */
function withoutName({ folded, platform }: Sentence): string {
  return /\bpost|mail/i.test(platform) ? folded.replaceAll(platform.toLowerCase(), '_') : folded
}

/** What is sent to one reader on a site is not posted there. */
const SENT_ON_SITE =
  /\b(send(?:ing)? (?:you )?(?:an? )?(?:notifications?|messages?|alerts?)) (?:on|through|via|within) (?:our|the) (?:\w+ )?(?:web)?site\b/g

/** The channels by which a sentence about a change tells of it. */
const channelsIn = ofSentence((sentence): readonly string[] => {
  const text = withoutName(sentence)
    .replace(/\bpublication of (?:new )?(?:guid\w+|laws?|decisions)\b[^,.;]*/g, '')
    .replace(OFFERED_THROUGH, '')
    .replace(SENT_ON_SITE, '$1 in-site')
    .replace(
      /\b(?:unless|or|any|by)[^,.]{0,40}\b(?:another|other|different)[^,.]{0,40}\b(?:required|permitted) by[^,.]*/g,
      '',
    )
  if (
    !TELLS.test(text) ||
    TO_PROVIDER.test(text) ||
    SUBPROCESSORS.test(text) ||
    ((OTHER_SUBJECT.test(text) || /\binfring/.test(text)) && !OWN_CHANGE.test(text))
  )
    return []
  if (text.length > 900 || (READER_ACTS.test(text) && !OWN_CHANGE.test(text))) return []
  return CHANNELS.filter(([, pattern]) => pattern.test(text)).map(([channel]) => channel)
})

/** How notices of any kind are given: holds for changes too where the document says nothing more special of them. */
const GENERAL_NOTICE =
  /\b(?:we|us|company|[a-z.]+)\b[^.:]{0,30}\b(?:may|will|can)\b[^.:]{0,20}\b(?:provide|give|send|deliver)\b[^.:]{0,30}\b(?:notices?|notifications?|communications?)\b[^.]{0,200}\b(?:e-?mail|post)|\bnotices? (?:or other communications? )?(?:provided |given |sent )?(?:by|from) [a-z.]+[^.]{0,40}\bwill be (?:given|sent|provided)\b[^.]{0,80}\b(?:e-?mail|post)/

const givesNotice = ofSentence(
  ({ folded }) => GENERAL_NOTICE.test(folded) && !TO_PROVIDER.test(folded) && !/\binfring/.test(folded),
)

const USE =
  '(?:us(?:e|age|ing)|access\\w*|availab\\w+|participat\\w+|subscri\\w+|brows\\w+|visit\\w*|operat\\w+|install\\w*|receiv\\w+|receipt|membership)'
/** Going on using, or using after a change. */
const GOES_ON = new RegExp(
  `\\bcontinu\\w*(?: (?!not\\b)[\\w,/-]+){0,5}? ${USE}\\b|\\bkeep (?:on )?${USE}\\b|\\b${USE}(?: [\\w,'/-]+){0,12}? (?:after|following|once|on or after|subsequent to|thereafter)\\b|\\bnon-deletion\\b`,
)
const ACCEPTS =
  /\b(?:accept(?:s|ed|ance|ing)?|agree(?:s|d|ing)?|(?:your|their|its|deemed|constitut\w+|binding|signif\w+|indicat\w+|means) agreement|agreement (?:to|with|that|is)|consent(?:s|ed)?|assent|bound|acknowledg\w+|confirm\w*(?= that you have read))\b/
/** Going on is a right, a condition or a service here, no acceptance. */
const NO_ACCEPTANCE =
  /\b(?:in order|position|require[sd]?|need|have|able|before|right|wish|order|asked|prior)(?: (?!that\b)\w+){0,4}? (?:to continu|continuing)|\binfring|\b(?:must|(?:need|have|required|asked) to) (?:review and )?(?:accept|agree)\b|\bif you (?:do not|don't|no longer) (?:agree|accept)[^,;]*, (?:you (?:must|should|may|can)|please)[^.]{0,40}(?:stop|discontinue|cease|not)/

/** Said in so many words, whatever else the sentence asks for. */
const CONSTITUTES =
  /\bcontinu\w* (?:to )?(?:us(?:e|ing)|access\w*)\b[^.;]{0,140}\b(?:constitut\w+|signif\w+|means?|deemed|indicat\w+)\b[^.;]{0,40}\b(?:accept|agree|consent)/

/** A change that has to be accepted anew. */
const ASKED_AGAIN =
  /\b(?:asked|ask you|asks?|required|prompted|request(?:ed)?|need)\b (?:again )?(?:to|for|you (?:for|to)|your)\b[^.,;]{0,60}\b(?:accept|agree to|consent|acceptance|agreement)\b/

/** A sentence in which use after a change accepts it; one about a change of the document comes before any other. */
function continuedUse({ passages: all, kind }: FactDocument, passages: readonly Passage[]): readonly Fact[] {
  const hit =
    passages.find(acceptsChange) ?? all.find(acceptsChange) ?? passages.find(mayAccept) ?? all.find(bindsToChanges)
  if (hit) return [factFrom('changes.continuedUseAccepts', true, hit, GOES_ON)]
  const asked = /\bprivacy|cookie|tracker/.test(kind) ? undefined : passages.find(asksAgain)
  return asked ? [factFrom('changes.continuedUseAccepts', false, asked, ASKED_AGAIN)] : []
}

const accepts = ofSentence(
  (sentence) =>
    GOES_ON.test(sentence.folded) &&
    ACCEPTS.test(sentence.folded) &&
    (!NO_ACCEPTANCE.test(sentence.folded) || CONSTITUTES.test(sentence.folded)) &&
    (!PRICES.test(sentence.folded) || isOwnChange(sentence)),
)
const acceptsChange = ofSentence((sentence) => accepts(sentence) && goesOn(sentence) && isAboutChange(sentence))
const mayAccept = ofSentence((sentence) => accepts(sentence) && (goesOn(sentence) || isAboutChange(sentence)))
const asksAgain = ofSentence(
  (sentence) =>
    ASKED_AGAIN.test(sentence.folded) &&
    isOwnChange(sentence) &&
    !/\bnot (?:be )?(?:asked|required)\b|\b(?:may|might|where required)\b/.test(sentence.folded),
)
const bindsToChanges = ofSentence(({ folded }) =>
  /\byour use of\b[^.]{0,60}\bconstitut\w+\b[^.]{0,30}\bacceptance\b[^.]{0,80}\b(?:changes|modifications)\b|\bby using\b[^.]{0,80}\b(?:bound|agree)\b[^.]{0,60}\b(?:changes|(?:latest|current|most recent) version)\b/.test(
    folded,
  ),
)

function isAboutChange({ folded }: Sentence): boolean {
  return /\b(?:chang|updat|modif|revis|amend|(?:new|latest) (?:version|terms|polic))/.test(folded)
}

function goesOn({ folded }: Sentence): boolean {
  return /\bcontinu|\bkeep |\bnon-deletion\b/.test(folded)
}
