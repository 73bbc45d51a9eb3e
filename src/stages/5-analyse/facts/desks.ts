/**
 * `contact.general` and `contact.safety`: where to write with questions about the service or the document, and where to
 * report abuse, harm, vulnerabilities or unsafe content. What is asked in the sentence decides before the name of the
 * address does; desks for one purpose (copyright, press, invoices, privacy) are neither.
 */
import type { Fact, FactName } from '../../../core/provision.ts'
import { mailAddressesIn } from './mail-address.ts'
import { ofSentence } from './memory.ts'
import { lastHeading, type Passage } from './passage.ts'
import { type FactReader, factFrom } from './reader.ts'

const SAFETY_NAME =
  /^(?:[\w-]+[._+-])?(?:safety|trust(?:-?and-?safety|-?safety)?|abuse|security|vulnerabilit\w+|psirt|cert|csam|moderation|moderators|bug-?bounty|bugs?|emergency|report(?:s|ing)?(?:-?abuse)?|user-?safety|violations?|(?:responsible-?)?disclosures?)(?:[._+-][\w-]+)?$/
const GENERAL_NAME =
  /^(?:info|hello|hi|hey|contact(?:-?us)?|support|help|helpdesk|team|service|services|customer[\w.-]*|client[\w.-]*|care|feedback|questions?|ask|admin|office|mail|members?)(?:[._+-]\w+)?$/
/** Desks for one purpose. */
const OTHER_NAME =
  /privacy|^(?:[\w-]+[._+-])?(?:dpo|gdpr|dsar|data-?protection|copyright|dmca|ip|legal-?notices?|arbitration\w*|opt-?out|press|media|pr|careers?|jobs|hr|sales|billing|invoices?|payments?|refunds?|accounting|marketing|partners?(?:hips)?|affiliates?|investors?|accessibility|law-?enforcement|subpoena\w*|legal-?process|tax|unsubscribe)(?:[._+-][\w-]+)?$/

const REPORTS =
  /\b(?:report(?:s|ed|ing)?|flag(?:ged|ging)?|notif(?:y|ies|ying)|alert|inform|tell us|let us know|contact|e-?mail|write)\b/
const HARM =
  /\b(?:abus(?:e|ive)|harm(?:ful)?|safety|unsafe|illegal content|unlawful content|(?:offensive|inappropriate|objectionable|prohibited) (?:content|material|conduct|behaviou?r)|misuse|violations? of (?:these|this|our)|violat(?:es|ing) (?:these|this|our)|vulnerabilit(?:y|ies)|security (?:issues?|incidents?|flaws?|concerns?|problems?|breach)|bugs? in|suspicious|phishing|spam|harass\w*|child sexual|csam|exploitation|terroris\w+|fraud\w*|impersonat\w+)\b/
const ASKS =
  /\b(?:questions?|comments?|concerns?|feedback|suggestions?|enquir\w+|inquir\w+|quer(?:y|ies)|contact(?:ing)? us|contact (?:details|information)|reach(?:ing)? (?:us|out)|get in touch|(?:e-?mail|write (?:to )?|writing (?:to )?)us|support|help|assistance|customer service|complaints?|contacted)\b/
const OTHER_PURPOSE =
  /\b(?:copyright|infring\w*|dmca|counter-?notice|arbitrat\w*|law enforcement|subpoena|supervisory authority|data protection officer|data subject|personal (?:data|information)|privacy|your rights|opt[- ]?out|unsubscribe|refund\w*|invoice\w*|withdraw\w*|cancel\w*|press|media inquiries|legal notices?|notices? (?:to|under|must|shall)|trademarks?|accessibility|representative in|job applica\w+)\b/

type Desk = { readonly address: string; readonly passage: Passage; readonly named: boolean }

export const readDesks: FactReader = ({ passages }) => {
  const desks: Record<'general' | 'safety', Desk[]> = { general: [], safety: [] }
  for (const passage of passages)
    for (const { at, address, named } of desksIn(passage))
      if (!desks[at].some((one) => one.address === address)) desks[at].push({ address, passage, named })
  return [...factOf('contact.general', desks.general), ...factOf('contact.safety', desks.safety)]
}

type FoundDesk = { readonly at: 'general' | 'safety'; readonly address: string; readonly named: boolean }

const desksIn = ofSentence(({ text, folded, heading, kind, before }): readonly FoundDesk[] => {
  const privacyDocument = /\b(?:privacy|cookie|trackers?)\b/.test(kind)
  return mailAddressesIn(text).flatMap(({ address }) => {
    const own = folded.replaceAll(address, ' ')
    const said = { own, near: before?.folded ?? '', heading }
    const desk = deskOf(address.slice(0, address.indexOf('@')), said, privacyDocument)
    return desk === null ? [] : [{ ...desk, address }]
  })
})

/** `own`: the sentence without the address; `near`: the one before it in the same block. */
type Said = { readonly own: string; readonly near: string; readonly heading: string }

function deskOf(
  name: string,
  { own, near, heading }: Said,
  privacyDocument: boolean,
): { readonly at: 'general' | 'safety'; readonly named: boolean } | null {
  if (OTHER_NAME.test(name)) return null
  if (/\bcopyright|infring/.test(own)) return null
  if (SAFETY_NAME.test(name)) return { at: 'safety', named: true }
  const harm = HARM.test(own) || (own.length < SHORT && !ASKS.test(own) && HARM.test(near))
  if (harm && REPORTS.test(own)) return { at: 'safety', named: false }
  // A bare "at: ADDRESS" is about what the sentence before it says.
  const said = ASKS.test(own) || REPORTS.test(own) ? own : `${near} ${own}`
  if (OTHER_PURPOSE.test(said)) return null
  if (GENERAL_NAME.test(name)) return { at: 'general', named: true }
  const isContact = /\bcontact\b/.test(lastHeading(heading))
  // In a privacy document an address of no name answers questions about privacy.
  return !privacyDocument && (isContact || ASKS.test(said)) ? { at: 'general', named: false } : null
}

/** Addresses whose name tells their desk go first, and alone where there are any. */
function factOf(fact: FactName, desks: readonly Desk[]): readonly Fact[] {
  const kept = desks.some(({ named }) => named) ? desks.filter(({ named }) => named) : desks
  const first = kept[0]
  if (first === undefined) return []
  const addresses = kept.slice(0, MOST).map(({ address }) => address)
  const asked = fact === 'contact.general' ? kept.find(({ passage }) => ASKS.test(passage.folded)) : undefined
  return [factFrom(fact, addresses, (asked ?? first).passage, PLACE)]
}

const MOST = 4
/** A sentence shorter than this may lean on the one before it: "Let us know at …". */
const SHORT = 80
const PLACE = /@|[[(]at[\])]/
