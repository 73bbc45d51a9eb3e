/** `changes.*`: how a document says that it will change: days of notice, channels, and acceptance by use. */
import type { Fact } from '../../../core/provision.ts'
import { FILL_IN, isOwnChange, OTHER_SUBJECT, PRICES, READER_ACTS, SUBPROCESSORS } from './change-words.ts'
import { DURATION, inDays, parseDuration } from './duration.ts'
import { ofSentence } from './memory.ts'
import { noticeChannel } from './notice-channel.ts'
import type { Passage, Sentence } from './passage.ts'
import { type FactDocument, type FactReader, factFrom } from './reader.ts'

/** Sentences that go on from such a sentence. */
const GOES_ON_ABOUT_CHANGE =
  /^(?:if|when|in case|where|should|unless|for|any|all|such|the|these|those|this|material|changes?|revis|modif|updat|amend|we (?:will|may|shall|also|encourage|recommend|suggest)|you (?:should|agree|are|will|can)|your (?:continu|use)|by (?:continu|us)|continu|please|in addition|notice|notwithstanding|non-material|otherwise|it (?:is|may|might|will)|this (?:may|might|will|can)|(?:some|other)times|we'll|to see when|be sure|check)/
const HEADING = /\b(?:chang|updat|modif|amend|revis|variation)/
export const readChanges: FactReader = (document) => {
  const passages = changePassages(document)
  return [...noticeDays(passages), ...noticeChannel(passages, document.passages), ...continuedUse(document, passages)]
}

/** After a list of reasons for changes, the sentence on their notice still belongs to them. */
const SAYS_WHEN =
  /\b(?:notice|notify|effect|effective)\b[^.]{0,120}\b(?:the|of|any|these|such) (?:\w+ )?changes\b|\b(?:the|any|these|such) changes\b[^.]{0,120}\b(?:notice|notify|effect|effective)\b/
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
  (sentence) =>
    speaksOfChange(sentence) ||
    (GOES_ON_ABOUT_CHANGE.test(sentence.folded) &&
      !OF_SCOPE.test(sentence.folded) &&
      !OF_THE_SERVICE.test(sentence.folded)),
)
/** "This website is for personal use", "this Agreement does not apply to advertisements", "if you want us to remove a lot". */
const OF_THE_SERVICE =
  /^[^a-z]*(?:this|the|our|these) (?:web ?sites?|sites?|services?|platform|apps?|content|type of \w+) (?:is|are|will be|may be)\b|^[^a-z]*if you (?:want|wish|would like|need|ask) us to\b|\b(?:this|these|the) (?:agreement|terms|polic(?:y|ies)|notice) (?:does|do|shall|will) not apply to\b/
/** "These Terms apply to all bookings made by mail": what a document is about, and not how it changes. */
const OF_SCOPE =
  /^[^a-z]*(?:the |this |these |our |all )?(?:[\w&'-]+ ){0,5}(?:terms|conditions|agreement|contract|polic(?:y|ies)|notice|statement|guidelines|rules|document) (?:(?:shall |will |only |also )*appl(?:y|ies) to(?! (?:such|those|these|any|the|all) (?:\w+ )?chang)|(?:governs?|covers?|describes?|explains?|regulates?|sets? (?:out|forth)|relates? to|is intended|are intended)\b)/
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
    !/\b(?:services?|prices?|fees?|accounts?|subscriptions?|software|products?|orders?|bookings?|subscrib\w+|features?|status|profile|newsletters?|e-?mails?|how|information|data|\d+|last|cancel\w*)\b/.test(
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
  new RegExp(
    `\\bnotice period\\b[^.;]{0,120}\\b(?:at least|not (?:be )?(?:less|shorter) than|no (?:less|shorter) than|(?:is|be|lasts?|amounts? to)) (${DURATION})`,
    'g',
  ),
  new RegExp(
    `\\bgive you (?:at least |a minimum of )?(${DURATION}) to (?:review|read|consider|decide|prepare)\\b`,
    'g',
  ),
]
/** Time that the reader has or gives, and time about something else than the document. */
const NOT_OUR_NOTICE =
  /\b(?:opt(?:ing)?[- ]out|reject|object(?:s|ing|ion)?|refund|renew(?:al|s)?|you (?:must|shall|may|will|can|agree to) (?:\w+ )?(?:give|provide|notify|inform|send|terminate)|(?:customer|publisher|merchant|company|client) (?:must|shall|may|will) (?:\w+ )?(?:give|provide|notify|inform|send|terminate)(?! (?:you|users?|customers?|members?)\b)|security measures|agreement to arbitrate|arbitration (?:agreement|provision|clause)|service levels?|scope of|terminat\w+ (?:of [^.;,]{0,40} )?(?:(?:shall|will|may|is|to) )?(?:(?:take|come|be|become)s? )?(?:into )?effect(?:ive)?)\b/
/** What the reader may do in the days of our notice: "during which period you may reject the changes". */
const MEANWHILE =
  /,? (?:and )?(?:during|within|in) which (?:period |time )?(?:of time )?(?:you|customers?|users?)\b[^.;]*|\b(?:and|or) (?:of )?your right (?:not to accept|to (?:reject|object|refuse|terminate|cancel|opt[- ]out))\b[^.;,]{0,40}?(?= (?:no later|not later|at least|in advance|before)\b)/g
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
  const text = sentence.folded.replace(FILL_IN, '').replace(MEANWHILE, '')
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

const USE =
  '(?:us(?:es?|age|ing)|access\\w*|availab\\w+|participat\\w+|subscri\\w+|brows\\w+|visit\\w*|operat\\w+|install\\w*|receiv\\w+|receipt|membership)'
/** Going on using, or using after a change. */
const GOES_ON = new RegExp(
  `\\bcontinu\\w*(?: (?!not\\b)[\\w,/-]+){0,5}? ${USE}\\b|\\bkeep (?:on )?${USE}\\b|\\b${USE}(?: [\\w,'/-]+){0,12}? (?:after|following|once|on or after|subsequent to|thereafter)\\b|\\bnon-deletion\\b|\\bnot (?:clos|delet|cancel)\\w+ (?:your|the|their) (?:account|subscription)\\b|\\bstay(?:ing|s)? on\\b|\\bfurther use\\b`,
)
const ACCEPTS =
  /\b(?:accept(?:s|ed|ance|ing)?|agree(?:s|d|ing)?|(?:your|their|its|deemed|constitut\w+|binding|signif\w+|indicat\w+|means) agreement|agreement (?:to|with|that|is)|consent(?:s|ed)?|assent|bound|(?:okay|ok|fine|happy) with|acknowledg\w+|confirm\w*(?= that you have read))\b/
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
    passages.find(acceptsChange) ??
    all.find(acceptsChange) ??
    passages.find(mayAccept) ??
    all.find(bindsToChanges) ??
    passages.find(acceptsBySilence)
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
const bindsToChanges = ofSentence(
  ({ folded }) =>
    /\byour use of\b[^.]{0,60}\bconstitut\w+\b[^.]{0,30}\bacceptance\b[^.]{0,80}\b(?:changes|modifications)\b|\bby using\b[^.]{0,80}\b(?:bound|agree)\b[^.]{0,60}\b(?:changes|(?:latest|current|most recent) version)\b/.test(
      folded,
    ) || USES_THE_NEWEST.test(folded),
)

/** "Whenever you use it, you agree to the current version." */
const USES_THE_NEWEST =
  /\b(?:by|when|whenever|each time|every time) (?:you )?(?:us|access|visit)\w*\b[^.]{0,80}\b(?:agree\w*|accept\w*|bound)\b[^.]{0,60}\b(?:most recent|latest|newest|(?:then-?)?current|up-to-date) (?:terms|version|polic)/

/** Who does not leave or object accepts. */
const DEEMED =
  /\b(?:deemed|considered|regarded|treated|taken)\b[^.;]{0,40}\b(?:accept(?:ed|ance)|agreed|approved|consented|(?:agreement|consent) to (?:any|the|such|all|these|those) (?:\w+ )?(?:chang|modif|amend|updat|revis)\w*)\b|\b(?:chang|amend|modif|revis|updat)\w*\b[^.;]{0,60}\b(?:deemed|considered) (?:to be |as )?(?:accepted|approved|agreed)\b/
const acceptsBySilence = ofSentence(
  (sentence) =>
    DEEMED.test(sentence.folded) &&
    isAboutChange(sentence) &&
    !/\b(?:order|offer|quot\w+|arbitrat\w+|deliver\w+|invoices?|fees?|pric\w+|processor\w*)\b/.test(sentence.folded),
)

/** "the Papermill Agreement, as the same may be modified by Papermill": a contract with somebody else. */
const OF_OTHERS =
  /\bthe (?!(?:terms|agreement|polic\w+|most|latest|current|new|revised|updated)\b)(?:\w+ ){1,5}(?:agreement|terms(?: of \w+)?|polic(?:y|ies)),? as (?:the same|it|they|each) may be (?:modified|amended|updated|changed|revised)\b[^.;]*/

function isAboutChange({ folded }: Sentence): boolean {
  return /\b(?:chang|updat|modif|revis|amend|(?:new|latest) (?:version|terms|polic))/.test(
    folded.replace(OF_OTHERS, ''),
  )
}

function goesOn({ folded }: Sentence): boolean {
  return /\bcontinu|\bkeep |\bnon-deletion\b|\bfurther use\b|\bstay(?:ing|s)? on\b|\bnot (?:clos|delet|cancel)\w+ (?:your|the|their) /.test(
    folded,
  )
}
