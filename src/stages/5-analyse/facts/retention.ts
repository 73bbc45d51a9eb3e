/** `retention.periods`: how long what is kept, as stated. "As long as necessary" states no period. */

import { DURATION } from './duration.ts'
import type { Passage } from './passage.ts'
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

/** Periods in words: tied to an account, contract, consent or session. */
const WHILE =
  /\b(?:(?:for )?as long as|until|for the (?:duration|life|lifetime|term)(?: and \w+)? of|while|(?:for )?so long as|at the end of|end of (?:the |your )?(?:browsing )?session)\b[^.;|]{0,20}?\b(?:you|your|the|an?|we|subscribed|account|contract)?\b[^.;:|]{0,60}?\b(?:accounts?|subscri\w+|contract|contractual relationship|consent|sessions?|conversation|newsletter|unsubscribe|withdraw|registered|(?:you )?(?:continue to )?use (?:the|our)|(?:you )?delete (?:it|them|your)|customer relationship|membership|active user)\b[^.;:,|()]{0,50}/g
const ONLY_NECESSARY = /\b(?:necessary|needed|need|required|reasonably|purposes?)\b/

export const readRetention: FactReader = ({ passages, kind }) => {
  const periods: RetentionPeriod[] = []
  let first: Passage | null = null
  for (const passage of passages) {
    const found =
      kind.includes('cookie') || kind.includes('tracker') || /\|[^|]*\|/.test(passage.folded) ? inTable(passage) : []
    const here = found.length > 0 ? found : inSentence(passage, kind)
    for (const period of here) {
      if (periods.length >= 60 || periods.some((p) => p.period === period.period && p.what === period.what)) continue
      periods.push(period)
      first ??= passage
    }
  }
  return first ? [factFrom('retention.periods', periods, first, SPAN)] : []
}

function inSentence(passage: Passage, kind: string): readonly RetentionPeriod[] {
  const { folded, heading, lead } = passage
  const last = heading.slice(heading.lastIndexOf('>') + 1)
  const headed = ABOUT_KEEPING.test(last) || ABOUT_KEEPING.test(lead)
  const keeps = KEEPS.test(folded) && KEPT_THING.test(folded)
  if (!(keeps || headed)) return []
  const periods: RetentionPeriod[] = []
  for (const match of folded.matchAll(SPAN)) {
    const around = folded.slice(Math.max(0, match.index - 110), match.index + match[0].length + 70)
    if (NO_POLICY.test(folded) || NOT_KEEPING.test(around) || !(headed || KEEPS.test(around))) continue
    if (
      !/privacy|cookie|tracker|process/.test(kind) &&
      !/\b(?:data|information|content|logs?|backups?|conversations?|record(?:ing)?s?|files?|inputs?|outputs?|responses|snapshots?)\b/.test(
        around,
      )
    )
      continue
    periods.push({
      what: whatIsKept(passage, match.index),
      period: printed(passage.text.slice(match.index, match.index + match[0].length)),
    })
  }
  if (!/\b(?:privacy|cookie|trackers?|process\w*)\b/.test(kind)) return periods
  for (const match of folded.matchAll(WHILE)) {
    if (!(KEEPS.test(folded.slice(Math.max(0, match.index - 140), match.index)) || headed)) continue
    if (/\bcookies?\b/.test(folded) && !/\bconsent\b/.test(folded)) continue
    const phrase = passage.text.slice(match.index, match.index + match[0].length).trim()
    if (ONLY_NECESSARY.test(match[0]) && !/\baccounts?\b/.test(match[0])) continue
    if (periods.some((p) => match[0].includes(p.period.toLowerCase()))) continue
    periods.push({ what: whatIsKept(passage, match.index), period: phrase })
  }
  return periods
}

const CELL = new RegExp(
  `^(?:up to |max(?:imum)?\\.? |approximately |for )?(?:${DURATION})(?: .{0,70})?$|^indefinite(?:ly)?$|^(?:end of (?:the )?(?:browsing )?session|(?:browser )?session(?: cookie)?|persistent|until deleted)$`,
)

/** Rows of a table with a cell that is a period: the first cell says what. */
function inTable({ text, heading, lead }: Passage): readonly RetentionPeriod[] {
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
    if (period && cells[0]) return [{ what: cells[0].slice(0, 80), period: printed(period) }]
    // A cell may say it in a sentence: "we will retain it for up to 7 years".
    const said = cells.slice(1).find((cell) => cell.length < 250 && KEEPS.test(cell.toLowerCase()))
    const span =
      said && cells[0] && !NOT_KEEPING.test(said.toLowerCase()) ? new RegExp(DURATION).exec(said.toLowerCase()) : null
    return span && said && cells[0]
      ? [{ what: cells[0].slice(0, 80), period: printed(said.slice(span.index, span.index + span[0].length)) }]
      : []
  })
}

/** "thirty (30) days" as "30 days", everything else as printed. */
function printed(period: string): string {
  return period
    .replace(/[a-z-]+(?: [a-z-]+)? ?\( ?(\d+) ?\)/i, '$1')
    .replace(/(\d+) ?\([a-z -]+\)/i, '$1')
    .trim()
}

const OBJECT =
  /\b(?:retain|keep|store|delete|remove|erase|purge|anonymi[sz]e|hold|maintain|preserve|destroy)s?\b(?: all| any| the| your| such| this)*([^,.;:()]{3,70}?)(?: (?:for|within|until|after|as long|no longer|from|in|at|during|upon|on|up to|while)\b|$)/
const SUBJECT =
  /(?<!\w)([a-z][^,.;:()]{2,70}?) (?:is|are|will be|may be|shall be|can be) (?:\w+ )?(?:retained|kept|stored|deleted|removed|erased|purged|anonymi[sz]ed|held|maintained|preserved|destroyed|archived)\b/

/** In short what a period is about: the thing before a colon, the object of keeping, or the heading. */
function whatIsKept({ text, folded, heading }: Passage, index: number): string {
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
