/** `changes.noticeChannel`: by what ways readers learn of a change of the document. */
import type { Fact } from '../../../core/provision.ts'
import { FILL_IN, OTHER_SUBJECT, OWN_CHANGE, READER_ACTS, SUBPROCESSORS } from './change-words.ts'
import { ofSentence } from './memory.ts'
import { lastHeading, type Passage, type Sentence } from './passage.ts'
import { factFrom } from './reader.ts'

const CHANNELS: readonly (readonly [string, RegExp])[] = [
  [
    'email',
    /\be[- ]?mail(?:s|ed|ing)?\b(?! address)|\belectronic (?:mail|messages?)\b|\b(?:to|at|using|via) (?:the|your|an|any|its|their)[^.]{0,40}e-?mail address/,
  ],
  [
    'posting',
    /\b(?:re-?post(?:ed|ing|s)?|post(?:ed|ing|s)?|publi(?:sh|cation)\w*|releas(?:e[ds]?|ing)|upload\w*)\b|\b(?:web ?(?:page|site)|site|homepage) announcements?\b|\bannounc\w+ (?:on|at) (?:our|the|this)\b|\b(?:on|to|at|through|via|in) (?:this|our|the|its|\w+'s) (?:\w+ ){0,2}?(?:web ?)?(?:page|site|website)s?\b|\b(?:updat|revis|chang|amend|indicat)\w+ the (?:"?[\w ]*"? ?)?date|\bdate (?:at|on|of(?! entry))\b|\bdate [^.]{0,60}\b(?:at|on|in) the (?:top|bottom|end|beginning|head)\b|\bwhen you (?:first |next )?visit\b|\b(?:services?|app) or (?:on )?(?:our|the) (?:web ?)?site\b|\b(?:updat|post|publish)\w* (?:it |them |this )?here\b|\b(?:check|review|visit|revisit|monitor|amend|updat|revis|chang)\w*\b[^.]{0,30}\b(?:this|the|our) (?:web ?)?page\b|\bblog\b|\bupdat\w+ (?:our|the) (?:web ?)?site\b|\bmade available\b|\bmak(?:e|ing) (?:[\w-]+ ){1,6}?(?:available|accessible) (?:on|at|through|via|in) (?:our|the|this|its)\b|\bavailable (?:on|at) (?:our|the|this)\b|\bavailable (?:on|at|here)\b|\b(?:reflected|indicated|shown|noted) (?:by|in) the "?(?:effective|revision) date\b|\bfor the (?:most current|latest|most recent) (?:version|terms|polic)|\b(?:check|visit|review|consult)\w*\b[^.]{0,20}\bour (?:web ?)?sites?\b|\bhttps?:|\bwww\.|\b(?:do so|publish\w*|post\w*|available|document|version|terms|polic\w+) online\b|\blast (?:updated|modified|revised)"? (?:date|legend|notation)|\b(?:latest|current|most recent|up-to-date|updated) version\b[^.]{0,60}\b(?:official|available|found|find|website|site|here|posted|page|at)\b|\b(?:find|see|refer to|access) the (?:latest|current|most recent)|\b(?:review|see|check|consult|view|read|visit|refer to|listed in|recorded in|kept in|in) (?:the|this|our|its|a) (?:public )?(?:change ?log|(?:version|revision|change) history|history of (?:changes|revisions))\b|\b(?:notif\w*|notices?|inform\w*|let you know|satisfied)\b[^.]{0,120}\bby (?:simply )?(?:updating|revising|amending) (?:this|these|the|our) (?:[\w-]+ ){0,3}?(?:terms|polic(?:y|ies)|agreement|notice|statement|conditions|guidelines)\b/,
  ],
  [
    'in-product',
    /\bin-?(?:product|app|service|platform|game|site)\b|\b(?:through|within|via|inside) (?:our|the|your|its|any of our) (?:[\w-]+ ){0,2}?(?:services?|platforms?|apps?|applications?|interface|accounts?|dashboard|console|portal|software|products?)\b|\b(?:notice|notices|notification|message|statement|banner)s? (?:on|to|in|through|within|via|upon) (?:our|the|your|your next)(?: [\w-]+){0,2} (?:services?|platforms?|apps?|applications?|accounts?|log-?ins?)\b|\bsystem messages?\b|\bin (?:the|your) (?:\w+ ){0,2}(?:portal|account|console|seller center)\b|\bpop-?ups?\b|\bbanners?\b|\blog(?:ging)?[- ]?in\b|\b(?:push|device|account|app) notifications?\b|\bdashboard\b|\b(?:web ?page|on-?screen|system) (?:prompts?|notifications?|notices?)\b|\b(?:internal|private|direct|inbox) (?:letters?|messages?)\b|\bmessage cent(?:er|re)\b/,
  ],
  [
    'other',
    /\b(?:other|another|alternative|different) (?:[\w-]+ ){0,2}?(?:means|communications?|methods?|channels?|manner|ways?|forms?)\b|\botherwise (?:\w+ )?(?:notif|inform|communicat|receiv|provid|mak|bring)|\b(?:sms|(?:cell ?phone|mobile phone|text) messages?|(?<!internal )letter|postal|by post|by mail|regular mail|fax|telephone)\b|\bsend(?:ing)? you a notification\b|\b(?:method|manner|means) (?:prescribed|determined|chosen)\b/,
  ],
]
const TELLS =
  /\b(?:notif\w*|notices?|inform\w*|let you know|told|tell|post(?:ed|ing)?|posts (?:them|it|the|any|such|these|those|changes|a)\b|publish\w*|publication|e-?mailed|e-?mailing|(?:will|may|shall|can|or|to|and) e-?mail|sen[dt]\w*|by e-?mail|via e-?mail|(?:might|may|will|could) be (?:an?|by|via|through)|communicat\w*|announc\w*|alert\w*|advis\w+|please see|do so|releas\w+|display\w*|(?:updat|revis|amend|chang|indicat)\w+ the|(?:latest|current|most recent|revised|updated|amended|new) version|check|review|bring (?:it|them)|available|accessible|highlight\w*|indicat\w+|remind\w*|(?:version|revision|change) history|refer|reflected|noted|visit)\b/
/** Mail to the provider, and notices that are not about changes. */
const TO_PROVIDER =
  /\b(?:contact(?:ing)? us|terminat\w+ notice|e-?mail(?:ing)? (?:us|to [a-z._-]+@)|(?<!\b(?:provided|given|supplied|available|known) )\bto us\b|write to|notifying us|notify us|by e-?mailing [a-z]+@|opt(?:ing)?[- ]out|reject|object\b|request|unsubscribe|if you have (?:any )?questions)/

/**
 * The channels by which the sentences about changes (`passages`) tell of them; where these name none or few, how `all`
 * of the document says that notices are given.
 */
export function noticeChannel(passages: readonly Passage[], all: readonly Passage[]): readonly Fact[] {
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
      if (pattern.test(general.folded) && (best === null || channel === 'email')) channels.add(channel)
    best ??= channels.size > 0 ? general : null
  }
  if (best === null) {
    best = all.find(mailsUpdates) ?? null
    if (best) channels.add('email')
  }
  const evidence = best && mailsUpdates(best) ? UPDATES_MAILED : TELLS
  return best && !(channels.size === 1 && channels.has('other'))
    ? [factFrom('changes.noticeChannel', [...channels], best, evidence)]
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

/** "Notice of the date on which they take effect" tells a date; a date that is changed on the page is posted. */
const DATE_TOLD =
  /\b(?:notice|notif(?:y|ied|ication)|inform|informed|advised?|tell)\b(?: (?:you|users|customers|in writing))*(?: of| about) (?:the|any) (?:effective )?date (?:of|on|at)\b/g
/** Publishers, and what others publish, post nothing here. */
const PUBLISHED_BY_OTHERS =
  /\bpublishers?\b|\bpublished by (?!us\b|the (?:company|provider|operator|service)\b|posting\b)[^,.;]*/g
/** Mail as something that makes no contract: "an exchange of emails is no written amendment". */
const NO_AGREEMENT =
  /\b(?:e-?mails?(?! address)|messages|electronic communications?)\b[^.;,]{0,60}\b(?:not|no|never)\b[^.;,]{0,40}\b(?:agreements?|amendments?|modifications?|waivers?|writing)\b[^.;]*/g

/** The channels by which a sentence about a change tells of it. */
const channelsIn = ofSentence((sentence): readonly string[] => {
  const text = withoutName(sentence)
    .replace(FILL_IN, '')
    .replace(DATE_TOLD, '')
    .replace(NO_AGREEMENT, '')
    .replace(PUBLISHED_BY_OTHERS, '_')
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
  /\b(?:we|us|company|[a-z.]+)\b[^.:]{0,30}\b(?:may|will|can)\b[^.:]{0,20}\b(?:provide|give|send|deliver)\b[^.:]{0,30}\b(?:notices?|notifications?|communications?)\b[^.]{0,200}\b(?:e-?mail|post)|\bnotices? (?:or other communications? )?(?:provided |given |sent )?(?:by|from) [a-z.]+[^.]{0,40}\bwill be (?:given|sent|provided)\b[^.]{0,80}\b(?:e-?mail|post)|\b(?:notices|notifications|messages|announcements|communications)\b[^.;]{0,60}\b(?:is|are|will be|may be|shall be) (?:\w+ )?(?:provided|sent|given|delivered|communicated|issued|made)\b[^.;]{0,30}\b(?:via|by|through|per) [^.;]{0,60}\be-?mail/

/** "Emails: you cannot opt out of communications about updates to our Terms". */
const UPDATES_MAILED =
  /\b(?:e-?mails?|communications?|messages?|notices?|notifications?|announcements?)\b[^.]{0,120}\b(?:regarding|about|concerning|such as|e\.g\.|including|relating to|like|of)\b.{0,120}\b(?:changes?|updates?|revisions|modifications)\b[^.]{0,30}\b(?:to|of|in) (?:[\w-]+ ){0,4}?(?:terms|polic(?:y|ies)|privacy notice|agreements?)\b/
const MAIL = /\be-?mail/

/** Sentences of the same paragraph, or its heading, say that it is mail. */
const mailsUpdates = ofSentence(({ folded: whole, heading, before }): boolean => {
  const folded = whole.replace(/\be-?mail address(?:es)?\b/g, '')
  if (folded.includes('|') || !UPDATES_MAILED.test(folded) || NOTICE_OF_READER.test(folded)) return false
  for (let one = before; one; one = one.before)
    if (MAIL.test(one.folded) && !NOTICE_OF_READER.test(one.folded)) return true
  return MAIL.test(folded) || MAIL.test(lastHeading(heading))
})
const NOTICE_OF_READER =
  /\bnotices? to (?:us|[a-z]+) (?:must|shall|should)\b|\b(?:you|customers?) (?:must|shall|should|will|may) (?:notify|inform|send)\b/

const givesNotice = ofSentence(
  ({ folded }) => GENERAL_NOTICE.test(folded) && !TO_PROVIDER.test(folded) && !/\binfring/.test(folded),
)
