/** `retention.periods`: how long what is kept, as stated. "As long as necessary" states no period. */

import { DURATION } from './duration.ts'
import { ofSentence } from './memory.ts'
import type { Passage, Sentence } from './passage.ts'
import { type FactReader, factFrom } from './reader.ts'

export type RetentionPeriod = { readonly what: string; readonly period: string }

const KEEPS =
  /\b(?:retain(?:s|ed|ing)?|retention|kept|keep(?:s|ing)?|stor(?:e|es|ed|ing|age)|delet(?:e|es|ed|ing|ion)|eras(?:e|es|ed|ing|ure)|remov(?:e|es|ed|al)|purg(?:e|es|ed)|destroy(?:ed)?|anonymi[sz](?:e|es|ed)|preserv(?:e|es|ed)|hold|held|expir(?:e|es|ed|y)|retrieve|archiv(?:e|ed)|lifespan|overwritten|maintain(?:s|ed)?|available for)\b/
const KEPT_THING =
  /\b(?:data|information|content|conversations?|chats?|messages?|logs?|records?|backups?|files?|recordings?|inputs?|outputs?|prompts?|cookies?|accounts?|history|videos?|images?|copies|documents?|invoices|transcripts?|posts?|identifiers?|addresses|uploads?|correspondence|cvs?|applications?|details|submissions|photos?|samples?|selfies?|scans?|responses|snapshots?|them|it)\b/
const ABOUT_KEEPING =
  /\b(?:retention|retain|how long|storage (?:period|duration|of)|keep|deletion|store your|period of|lifespan|duration)\b/
/** Time that is not for keeping: to answer, to pay, to object, to look back. */
const NOT_KEEPING =
  /\b(?:respond|response|reply|notice of|prior notice|preceding|(?:past|last|previous|prior) (?:\(?\w+\)? ?){0,3}(?:months?|years?|days?)|refund|billing|invoice(?:s)? (?:within|are due)|payment (?:is|within|term)|opt[- ]out|object|arbitrat\w+|statute|limitations? period|years? old|years of age|age of|under the age|trial|renew\w*|cure|within \w+ (?:\(\d+\) )?(?:business )?days? (?:of|after|from) (?:receipt|receiving|your request|the request|notice)|appeal|acknowledg\w+|verify your|counter[- ]notif\w*|objection|extend\w*|subscription fee|cancel\w*|claims? (?:must|within)|warranty|confidential information|(?:at least|every|once) (?:every )?\w+ (?:months?|years?)|free of charge|(?:30|thirty)-day period|liab\w+|damages|termination of (?:this|the) agreement by)\b/
/** Sentences about disputes over content, and figures about the past. */
const NO_POLICY = /\b(?:counter[- ]notif\w*|infring\w*|copyright|dmca|median|average|mean (?:number|time))\b/
const SPAN = new RegExp(`\\b(?:${DURATION})`, 'g')

/** Right before a span: what is kept is kept for it, or goes after it. */
const KEPT_FOR =
  /\b(?:retain(?:s|ed|ing)?|retention(?: periods?| window)?|kept|keep(?:s|ing)?|stor(?:e|es|ed|ing)|storage(?: period)?|delet(?:e|es|ed|ion)|eras(?:e|es|ed|ure)|remov(?:e|es|ed)|purg(?:e|es|ed)|destroy(?:ed)?|anonymi[sz](?:e|es|ed)|preserv(?:e|es|ed)|held|hold|archived|archiving|overwritten)\b[^.;:]{0,110}?\b(?:for|within|after|until|than|of|to|least|most|is|every)\b:? *(?:(?:a|the|an|about|approximately|around|additional|further|periods?|maximum|minimum|of|up|to|at|least|most|no|not|more|longer|than|another|typically|generally|only|just|entire|total|latest|the|next|consecutive|continuous|limited|retention)\b[, ]*)*$/
/** A span that begins a clause: "After 70 days, all reports are erased". */
const BEGINS =
  /(?:^|[,.;:(] ?|\b(?:and|then|which) )(?:[^a-z]*)(?:after|within|for|once|up to|following|upon)? ?(?:a |the |period of |maximum of |up to |at most |no (?:more|later) than )*$/
const GONE_AFTER =
  /^[^.;]{0,120}\b(?:is|are|be|being|been|automatically|permanently|securely|then|we|will)\b[^.;,]{0,40}\b(?:delet(?:e|ed)|erased?|purged?|removed?|destroy(?:ed)?|anonymi[sz]ed?|overwritten)\b/
const RETRIEVED =
  /^[^.;]{0,120}\b(?:terminat|expir|clos|cancel|delet|suspen)\w*\b[^.;]{0,120}\b(?:retriev|export|download|recover|restor|reactivat)\w*|^[^.;]{0,60}\b(?:retriev|export|recover|reactivat)\w*/
const IDLE = /\binactiv\w*|\b(?:not|never) (?:been )?(?:logged|log|used?|signed|sign|accessed?|active)\b/
const GONE = /\b(?:delet|eras|purg)\w*|\bremov(?:e|ed) (?:the |your |any )?(?:\w+ )?(?:accounts?|data|content)/
/** A notice, an age or a trial, not a period of keeping. */
const NOTICE_AFTER =
  /^(?:'?s?'? ?(?:prior |advance |written |calendar )*(?:notice|notification)| (?:old|of age|free|before|prior|in advance|of (?:receipt|receiving|your request|notice|our notice))\b|-?(?:old|trial))/
/** Duties of the reader, answers to requests, and what is no data. */
const NOT_OURS =
  /\b(?:respond\w*|reply|answer|act on|comply|confirm|honou?r|fulfil\w*|handle)\b[^.]{0,60}$|\bprocess\b[^.]{0,40}\brequests?\b[^.]{0,20}$|\b(?:you|customer|publisher|developer|partner|merchant|recipient|receiving party|user|seller|licensee|client)s?\b[^.;,]{0,30}\b(?:must|agrees?|may only|should|are required|do not|does not|fail\w*|undertakes?|(?:shall|will)(?! have))\b[^.;]{0,100}$|\b(?:credits?|fees?|deposits?|refunds?|price|shipments?|goods|orders?|payouts?|confidential information|marketing (?:campaigns|lists?)|remove you|records of (?:its|their) processing)\b[^.;]{0,60}$/
/** What terms speak of when they speak of keeping data. */
const KEPT_HERE =
  /\b(?:data|information|content|logs?|backups?|conversations?|record(?:ing)?s?|files?|inputs?|outputs?|prompts?|responses|snapshots?|accounts?|messages?|receipts|images?|videos?|photos?|projects?|applications?|transcripts?|e-?mails?|history|copies|items|stuff)\b/
const KEPT_IN_TERMS =
  /\b(?:data|information|content|logs?|backups?|conversations?|record(?:ing)?s?|files?|inputs?|outputs?|responses|snapshots?)\b/
/** From when a span counts, as far as it is short. */
const FROM_WHEN =
  /^ (?:of (?:\w+ )?inactivity|(?:after|from|following|since) (?:(?:the|your|its|our|a|an|last|of|[a-z'-]{3,})\b ?){1,6}(?=[,.;:()|]|$| (?:unless|except|or|and|if|where|to|in|for)\b))/

/** Periods in words: tied to an account, contract, consent or session. */
const EVENT =
  '(?:accounts?|subscri\\w+|contract|contractual relationship|consent|sessions?|conversation|newsletter|unsubscribe|withdraw\\w*|registered|(?:you )?(?:continue to )?use (?:the|our|\\w+ )?|uses? the|delet\\w+|remov\\w+|customer relationship|relationship|membership|active user|generat\\w+|(?:fine-tuning )?job|transcri\\w+|terminat\\w+|processing (?:of )?(?:the|your|such) request|process the|request is|paid|object\\w*|clos(?:e|es|ed|ing|ure)|complet\\w+|transaction|verif\\w+|check|agreement)'
const WHILE = new RegExp(
  `\\b(?:(?:for )?as long as|until|for the (?:entire )?(?:duration|life|lifetime|term|length)(?: and \\w+)? of|while|(?:for )?so long as|at the end of|end of (?:the |your )?(?:browsing )?session)\\b[^.;|]{0,20}?\\b(?:you|your|the|an?|we|its?|their|such|this|subscribed|account|contract)?\\b[^.;:|,]{0,60}?\\b${EVENT}\\b[^.;:,|()]{0,50}|\\b(?:only|solely) for the (?:\\w+ )?(?:processing period|duration of [^.;:,|()]{3,60})|\\b(?:not|never)(?: be)? (?:stored|retained|kept|saved|stored or retained)\\b[^.;:|]{0,90}\\b(?:beyond|after|longer than|once)\\b[^.;:,|()]{3,90}|\\b(?:does|do|will|shall) not (?:store|retain|keep|save)\\b[^.;:|]{0,60}\\b(?:beyond|after|once)\\b[^.;:,|()]{3,90}`,
  'g',
)
/** What is deleted at an event, and not after a time. */
const ON_EVENT = new RegExp(
  `\\b(?:(?:is|are|be|being|and|then|automatically|immediately|permanently|promptly|securely) )(?:deleted|purged|erased|destroyed|discarded)(?: immediately| automatically| permanently)? (?:once|upon|after|as soon as|when|following)\\b[^.;:|,]{0,50}?\\b${EVENT}\\b[^.;:,|()]{0,40}`,
  'g',
)
const KEEPING =
  /\b(?:retain(?:s|ed|ing)?|retention|kept|keep(?:s|ing)?|stor(?:e|es|ed|ing|age)|delet(?:e|es|ed|ing|ion)|eras(?:e|es|ed|ing|ure)|remov(?:e|es|ed|al)|purg(?:e|es|ed)|destroy(?:ed)?|anonymi[sz](?:e|es|ed)|preserv(?:e|es|ed)|hold|held|archiv(?:e|ed)|maintain(?:s|ed)?)\b/
const DELETES_ON = /^(?:is|are|be|being|and|then|\w+ly) |\bnot (?:be )?(?:stored?|retain|retained|kept|keep|saved?)\b/
/** In terms somebody has to keep data for us to count it: "we keep", "data is stored". */
const WE_KEEP =
  /\b(?:we|[a-z.]+)\b (?:will |may |shall )?(?:\w+ly )?(?:retain|keep|store)s?\b[^.;]{0,110}$|\b(?:is|are|be) (?:\w+ )?(?:retained|kept|stored)\b[^.;]{0,60}$/
const ONLY_NECESSARY = /\b(?:necessary|needed|need|required|reasonably|purposes?|no longer|notice|law)\b/

export const readRetention: FactReader = ({ passages }) => {
  const periods: RetentionPeriod[] = []
  let first: Passage | null = null
  for (const passage of passages) {
    for (const period of periodsIn(passage)) {
      if (periods.length >= 60 || periods.some((p) => p.period === period.period && p.what === period.what)) continue
      periods.push(period)
      first ??= passage
    }
  }
  return first ? [factFrom('retention.periods', periods, first, SPAN)] : []
}

const periodsIn = ofSentence((sentence): readonly RetentionPeriod[] => {
  const { folded, kind } = sentence
  const found = kind.includes('cookie') || kind.includes('tracker') || /\|[^|]*\|/.test(folded) ? inTable(sentence) : []
  return found.length > 0 ? found : inSentence(sentence)
})

function inSentence(passage: Sentence): readonly RetentionPeriod[] {
  const { folded, text, heading, lead, kind } = passage
  if (NO_POLICY.test(folded)) return []
  const last = heading.slice(heading.lastIndexOf('>') + 1)
  const headed = ABOUT_KEEPING.test(last) || ABOUT_KEEPING.test(lead)
  const aboutData = /\b(?:privacy|cookie|trackers?|process\w*|data)\b/.test(kind)
  const periods: RetentionPeriod[] = []
  const add = (from: number, to: number) => {
    if (periods.length < 20) periods.push({ what: whatIsKept(passage, from), period: text.slice(from, to).trim() })
  }
  let through = 0
  for (const match of folded.matchAll(SPAN)) {
    const end = match.index + match[0].length
    if (match.index < through || !isKeptFor(folded, match.index, end, headed, aboutData)) continue
    through = end + (FROM_WHEN.exec(folded.slice(end, end + 90))?.[0].length ?? 0)
    add(match.index, through)
  }
  for (const pattern of [WHILE, ON_EVENT]) {
    for (const match of folded.matchAll(pattern)) {
      if (!isTiedTo(folded, match, headed && aboutData, aboutData)) continue
      if (periods.some((p) => match[0].includes(p.period.toLowerCase()))) continue
      add(match.index, match.index + match[0].length)
    }
  }
  return periods
}

/** Whether a span of time in a sentence is how long something is kept. */
function isKeptFor(folded: string, from: number, end: number, headed: boolean, aboutData: boolean): boolean {
  const head = folded.slice(Math.max(0, from - 150), from)
  const tail = folded.slice(end, end + 160)
  if (NOTICE_AFTER.test(tail) || NOT_OURS.test(head)) return false
  const around = folded.slice(Math.max(0, from - 110), end + 70)
  const said =
    KEPT_FOR.test(head) ||
    (BEGINS.test(head) && (GONE_AFTER.test(tail) || RETRIEVED.test(tail))) ||
    (IDLE.test(`${head} ${tail}`) && GONE.test(folded))
  if (!said && (NOT_KEEPING.test(around) || !((headed || KEEPS.test(around)) && (headed || KEPT_THING.test(folded)))))
    return false
  return aboutData || (said ? KEPT_HERE : KEPT_IN_TERMS).test(said ? folded : around)
}

/** Whether a phrase without a number ("until you close your account") is how long something is kept. */
function isTiedTo(folded: string, match: RegExpExecArray, headed: boolean, aboutData: boolean): boolean {
  const head = folded.slice(Math.max(0, match.index - 160), match.index)
  if (!(KEEPING.test(head) || headed || DELETES_ON.test(match[0])) || NOT_OURS.test(head)) return false
  if (/\bcookies?\b|\bbrowser\b/.test(folded) && !/\bconsent\b/.test(folded)) return false
  if (ONLY_NECESSARY.test(match[0]) && !/\baccounts?\b/.test(match[0])) return false
  return aboutData || (KEPT_HERE.test(folded) && (WE_KEEP.test(head) || DELETES_ON.test(match[0])))
}

const CELL = new RegExp(
  `^(?:up to |max(?:imum)?\\.? |approximately |for )?(?:${DURATION})(?: .{0,70})?$|^indefinite(?:ly)?$|^(?:end of (?:the )?(?:browsing )?session|(?:browser )?session(?: cookie)?|persistent|until deleted)$`,
)

/** Rows of a table with a cell that is a period: the first cell says what. */
function inTable({ text, heading, lead }: Sentence): readonly RetentionPeriod[] {
  if (
    !/\b(?:cookies?|retention|retain\w*|storage|duration|expir\w*|lifespan|how long)\b/i.test(
      `${text.slice(0, 400)} ${heading} ${lead}`,
    )
  )
    return []
  return text.split(/\| ?\||\n/).flatMap((row) => {
    const cells = row
      .split('|')
      .map((cell) => cell.trim())
      .filter(Boolean)
    const period = cells.slice(1).find((cell) => CELL.test(cell.toLowerCase()))
    if (period && cells[0]) return [{ what: cells[0].slice(0, 80), period }]
    // A cell may say it in a sentence: "we will retain it for up to 7 years".
    const said = cells.slice(1).find((cell) => cell.length < 250 && KEEPS.test(cell.toLowerCase()))
    const span =
      said && cells[0] && !NOT_KEEPING.test(said.toLowerCase()) ? new RegExp(DURATION).exec(said.toLowerCase()) : null
    return span && said && cells[0]
      ? [{ what: cells[0].slice(0, 80), period: said.slice(span.index, span.index + span[0].length) }]
      : []
  })
}

const OBJECT =
  /\b(?:retain|keep|store|delete|remove|erase|purge|anonymi[sz]e|hold|maintain|preserve|destroy)s?\b(?: all| any| the| your| such| this)*([^,.;:()]{3,70}?)(?: (?:for|within|until|after|as long|no longer|from|in|at|during|upon|on|up to|while)\b|$)/
const SUBJECT =
  /(?<!\w)([a-z][^,.;:()]{2,70}?) (?:is|are|will be|may be|shall be|can be) (?:\w+ )?(?:retained|kept|stored|deleted|removed|erased|purged|anonymi[sz]ed|held|maintained|preserved|destroyed|archived)\b/

/** In short what a period is about: the thing before a colon, the object of keeping, or the heading. */
function whatIsKept({ text, folded, heading }: Sentence, index: number): string {
  const colon = /^([^.:;]{3,80}):\s/.exec(text)?.[1]
  if (colon && index > colon.length) return colon
  const before = folded.slice(0, index).trimEnd()
  const match = SUBJECT.exec(before) ?? OBJECT.exec(`${before} `)
  const thing = match?.[1]?.trim()
  if (thing && match) {
    const start = folded.indexOf(thing, match.index)
    if (start >= 0)
      return text.slice(start, start + thing.length).replace(/ (?:for|until|within|only|after|up to|a|an|the)$/i, '')
  }
  return heading.slice(heading.lastIndexOf('>') + 1).trim() || 'data'
}
