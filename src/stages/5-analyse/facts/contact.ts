/** `contact.privacy`: where to send a request about personal data: addresses, privacy portals and forms. */
import { mailAddressesIn } from './mail-address.ts'
import { ofSentence } from './memory.ts'
import { lastHeading, type Passage, type Sentence } from './passage.ts'
import { type FactReader, factFrom } from './reader.ts'

const PRIVACY_NAME =
  /(?:^|[._+-])(?:\w*privacy\w*|dpo|gdpr|dsar|dsr|dataprotection|data-protection|data-?privacy|datarequests?|data-subject[\w-]*|personal-?data|pdpo)(?:[._+@-]|$)|privacy/
const ABOUT_PRIVACY =
  /\b(?:privacy|personal (?:data|information)|data protection|dpo|data subjects?|gdpr|ccpa|your (?:privacy |data )?rights|(?:exercise|exercising) (?:this|these|your|any|the|those)(?: \w+){0,3} rights?|your (?:data|information)|child(?:ren)?|cookies?)\b/
/** In terms of service, only what names personal data itself. */
const STRONGLY =
  /\b(?:privacy|data processing|personal (?:data|information)|data protection|dpo|gdpr|ccpa|exercis\w+ (?:this|these|your|those)(?: \w+){0,2} rights?)\b/
/** A desk of any name that is said to be the one for it. */
const FOR_DATA_PROTECTION =
  /\b(?:matters|questions|requests|inquiries|concerns)\b[^.]{0,40}\b(?:data protection|privacy|personal data)\b[^.]{0,60}\bcontact\b/
/** Desks that do not answer requests about personal data, and authorities. */
const OTHER_DESK =
  /^(?:security|abuse|accessibility|press|media|pr|careers?|jobs|hr|sales|billing|invoices?|copyright|dmca|ip|legal-?notices?|notices?|contract-notices|law-?enforcement|lea|marketing|vulnerabilit\w+|security-report|bugs?|partners?|imy|cnil|casework|complaints?|arbitration\w*|opt-?out|emergency|trust-?safety|moderation)[\w.-]*@|@(?:imy|cnil|ico|edpb|dataprotection|edoeb)\./
const OTHER_PURPOSE =
  /\b(?:copyright|infring\w*|dmca|arbitrat\w*|law enforcement|vulnerabilit\w*|bug bounty|cancel\w*|refund\w*|invoice|dispute|subscription|supervisory authority|withdrawal|lodge a complaint)\b/
const PORTAL =
  /\b(privacy\.[a-z0-9-]{2,40}\.[a-z]{2,10}|[a-z0-9-]{1,40}\.[a-z]{2,10}\/(?:privacy-?(?:request|portal|center|form|choices)[\w/-]*|dsar[\w/-]*))/
const REQUESTS =
  /\b(?:exercis\w+|requests?|contact(?:ing)? (?:us|our|[\w.]+ (?:at|via|through|using|by)\b)|rights?|questions?|reach us|inquir\w+|complaints?)\b/
/** "using the "Privacy Requests" contact form", "use our in-app feedback form". */
const FORM =
  /\b(?:use|using|via|through|complet\w+|fill(?:ing)?(?: out| in)?|submit\w*|with|by|on)(?: a request)?(?: (?:by|via|through|using|on))? (?:the|our|this|a|an|that)? ?((?:["“][^"”]{3,40}["”] )?(?:(?!the |our |this |of |to |and |or |in |you )[\w’'-]+ ){0,3}?(?:web ?|online ?)?form)s?\b/i

/** "using our request form at https://…": its address says more than its name. */
const FORM_AT =
  /\bform\b["”]?,?(?: (?:available|found|located|here|is))*(?::| (?:at|on|under|via)\b)[ :]*\(?((?:https?:\/\/|(?=(?:[a-z0-9-]+\.){1,3}[a-z]{2,8}\b))[^\s<>"'()[\]]+[^\s<>"'()[\].,;:])/i

/** "our Privacy Inquiries page", "the Data Request Portal". */
const PAGE =
  /\b(?:via|through|using|use|visit(?:ing)?|at|on) (?:the|our|this|[A-Z]\w+['’]s) ((?:[A-Z][\w-]+ ){1,4}(?:page|portal|Portal|Page|center|Center|Centre))\b/

/** "using the “Submit a request” link". */
const LINKED =
  /\b(?:using|use|via|through|click(?:ing)?(?: on)?|select(?:ing)?|press(?:ing)?) (?:the|our|this) (["“](?=[^"”]*(?:request|privacy|contact|rights?|data|support|delet))(?![^"”]*(?:unsubscribe|opt|sell|share|cookie|choices|preference|download|newsletter|report))[^"”]{3,40}["”] (?:link|button|form|page|portal|option|tool))\b/i
/** "our privacy dashboard", "the Privacy Center". */
const PRIVACY_PAGE =
  /\b(?:via|through|using|use|visit(?:ing)?|at|on|in) (?:the|our|this|your) ((?:privacy|data (?:request|rights|subject)|data privacy|individual rights)(?: (?!polic|notice|statement)\w+){0,3}? (?:cent(?:er|re)|portal|dashboard|home ?page|hub|tool|form|(?:web ?)?page))\b/i
const READ_THERE = /\b(?:learn|read|find|more information|described)\b/

/** A form as a source of data, not as a place for requests. */
const COLLECTS =
  /\b(?:when you|we (?:may )?(?:collect|receive|obtain)|you (?:provide|submit)\b[^.]{0,40}\bto us)\b|\b(?:communicate with|to) us via online\b/

const PLACE = /@|privacy\.|\bforms?\b|\bp(?:age|ortal)\b/

export const readContact: FactReader = ({ passages, kind }) => {
  const privacyDocument = isPrivacyDocument(kind)
  const found: { readonly where: string; readonly passage: Passage; readonly named: boolean }[] = []
  const add = (where: string, passage: Passage, named: boolean) => {
    if (!found.some((f) => f.where === where)) found.push({ where, passage, named })
  }
  let form: { readonly where: string; readonly passage: Passage } | null = null
  for (const passage of passages) {
    for (const { where, named } of placesIn(passage)) add(where, passage, named)
    const where: string | null = form === null ? formIn(passage) : null
    if (where !== null) form = { where, passage }
  }
  if (form) add(form.where, form.passage, true)
  if (found.length === 0)
    for (const passage of passages) for (const where of unnamedIn(passage)) add(where, passage, where !== HIDDEN)
  // Terms of service name many desks: beside an address for privacy the general ones are left out.
  const kept =
    (privacyDocument && !found.some((f) => f.where === HIDDEN)) || !found.some((f) => f.named)
      ? found
      : found.filter((f) => f.named)
  const first = kept[0]
  return first
    ? [
        factFrom(
          'contact.privacy',
          kept.slice(0, 6).map((f) => f.where),
          (kept.find((f) => f.named) ?? first).passage,
          PLACE,
        ),
      ]
    : []
}

function isPrivacyDocument(kind: string): boolean {
  return /\b(?:privacy|cookie|trackers?)\b/.test(kind)
}

type Place = { readonly where: string; readonly named: boolean }

/** Addresses of mail and portals. */
const placesIn = ofSentence((sentence): readonly Place[] => {
  const { text, folded, kind } = sentence
  const portal = isPrivacyDocument(kind) || ABOUT_PRIVACY.test(folded) ? PORTAL.exec(folded)?.[1] : undefined
  const isForRequests = portal && REQUESTS.test(folded) && !/@/.test(portal)
  const address = portal ? folded.indexOf(`https://${portal}`) : -1
  const printed = address < 0 ? portal : (WEB_ADDRESS.exec(text.slice(address))?.[0] ?? portal)
  return [
    ...mailAddressesIn(text).flatMap(({ address }) => privacyDesk(address, sentence)),
    ...(isForRequests && printed ? [{ where: printed, named: true }] : []),
  ]
})

const ABOUT_TERMS =
  /^(?!.*\b(?:privacy|data|personal|information)\b).*\b(?:questions?|concerns?|comments?|inquir\w+|enquir\w+|contact us|clarifications?|quer(?:y|ies))\b[^.;]{0,80}\b(?:about|regarding|concerning|relating to|in connection with|on|with),? (?:these|the|this|our) (?:\w+ ){0,3}?(?:terms|agreement|conditions|contract|guidelines|rules)\b/

function privacyDesk(address: string, { folded, heading, kind, before }: Sentence): readonly Place[] {
  const privacyDocument = isPrivacyDocument(kind)
  const said = folded.replaceAll(address, '')
  // A desk of that name that answers questions about the terms is no desk for requests by being named.
  const named =
    PRIVACY_NAME.test(address.slice(0, address.indexOf('@'))) && (privacyDocument || !ABOUT_TERMS.test(said))
  const about =
    (privacyDocument ? ABOUT_PRIVACY.test(`${said} ${before?.folded ?? ''} ${heading}`) : STRONGLY.test(said)) &&
    !OTHER_PURPOSE.test(folded)
  return named ||
    ((!OTHER_DESK.test(address) || FOR_DATA_PROTECTION.test(said)) &&
      (about || (privacyDocument && !OTHER_PURPOSE.test(folded))))
    ? [{ where: address, named }]
    : []
}

/** "You need not fill in a form": none is named. */
const NO_FORM =
  /\b(?:not|n't|no|never|without)\b[^.;,]{0,40}\b(?:specific|special|particular|certain|prescribed|set|standard|any)(?: \w+)? forms?\b|\bno (?:need|obligation|requirement)\b[^.;,]{0,40}\bforms?\b/

/** A form that only stops advertising mail. */
const STOPS_MAIL =
  /\bopt(?:ing)?[- ]?out (?:of|from) (?:receiving )?(?:\w+ ){0,3}?(?:communications?|marketing|e-?mails?|newsletters?|promotions?)\b|\bunsubscrib/

const formIn = ofSentence(({ text, folded, heading, kind }): string | null => {
  const named =
    isPrivacyDocument(kind) &&
    REQUESTS.test(`${folded} ${heading}`) &&
    !OTHER_PURPOSE.test(folded) &&
    !NO_FORM.test(folded) &&
    !STOPS_MAIL.test(folded) &&
    !COLLECTS.test(folded)
      ? (LINKED.exec(text)?.[1] ?? FORM.exec(text)?.[1] ?? pageIn(text))
      : undefined
  const address = named ? (FORM_AT.exec(text)?.[1] ?? null) : null
  return named && (address || named !== 'form') ? (address ?? named.trim()) : null
})

/** "submitting a help desk request here", "opening a support ticket". */
const TICKET =
  /\b(?:submit\w*|open\w*|fil(?:e|ing)|creat\w+|rais\w+|send\w*) (?:us )?(?:a|an|your) ((?:help ?desk|customer support|support|service desk) (?:request|ticket))s?\b/g
/** Links whose address is not in the text: "contact us here", "contact us online". */
const LINK =
  /\b(?:contact|reach|write to|e-?mail) (?:us (?:(?:via|through|by clicking|at|using) )?(here|online)|our [\w ]{3,40}? (here))\b(?! to us| or offline)/g
const REQUEST_HERE =
  /\b(?:submit\w*|mak(?:e|ing)|send\w*|fil(?:e|ing)|putting in) (?:a|an|your|any|such|this|these)(?: [\w-]+){0,4} requests?(?: to us)?(?: by clicking| by going)? here\b|\b(?:submit\w*|mak(?:e|ing)|send\w*|fil(?:e|ing)) (?:a|an|your) (?:[\w-]+ ){0,3}requests? (?:to|for) [^.;]{0,100}\b(?:data|information|account)\b[^.;]{0,60}\bhere\b|\bclick here to (?:submit|make|exercise)\b/
const THIS_FORM =
  /\b(?:us(?:e|ing)|via|through|complet\w+|fill\w*(?: out| in)?|with|submit\w*) (?:this|the following|the|our|an?) ((?:web|online|contact|support|request)? ?form|(?:contact|support) page)\b/
const WEB_ADDRESS = /\bhttps?:\/\/(?![^\s]*email-protection)[^\s<>"'()[\]]+[^\s<>"'()[\].,;:]/
const ASKED_THERE =
  /\b(?:contact(?! details)|submit|reach|write to)\w*\b[^.]{0,120}https?:|\brequest\w*\b[^.]{0,80}\b(?:at|via|visit|to|here) \(?https?:|\b(?:exercis\w+|delet\w+|access\w*)\b[^.]{0,80}\b(?:rights?|data|information)\b[^.]{0,120}\b(?:visit|at|via|through|on|here|go(?:ing)? to|using|under)\b[^.]{0,20}https?:/
/** Opt-outs of advertising, authorities, programmes of others and pages to read. */
const NOT_FOR_REQUESTS =
  /\b(?:authorit(?:y|ies)|ombudsman|commissioner|regulator|opt[- ]?out|advertis\w+|browser|analytics|learn more|more information|read|see|law enforcement|payment|third[- ]part(?:y|ies)|shield|framework|security|marketing|newsletters?|unsubscrib\w*|suspect\w*|unauthori[sz]ed|unresolved|account-specific|preferences|updating the page|(?<!\b(?:how|way) )we use|sale|sell)\b/
const YOUR_DATA =
  /\b(?:access\w*|delet\w+|correct\w*|updat\w+|chang\w+)(?: or \w+)? your (?:personal )?(?:data|information)\b/

/** What a page prints in place of an address that it hides from robots. */
const HIDDEN = '[email protected]'
const HIDDEN_MAIL = /\[email protected\]/

/** Where requests go when no address and no named form is printed: links, tickets, and mail that the page hides. */
const unnamedIn = ofSentence(({ text, folded, heading, kind, before }): readonly string[] => {
  const about = isPrivacyDocument(kind)
    ? ABOUT_PRIVACY.test(`${folded} ${before?.folded ?? ''} ${heading}`) || isMailLine(folded, heading)
    : STRONGLY.test(folded) || YOUR_DATA.test(folded)
  if (
    !about ||
    !(REQUESTS.test(folded) || YOUR_DATA.test(folded) || isMailLine(folded, heading)) ||
    OTHER_PURPOSE.test(folded) ||
    NOT_FOR_REQUESTS.test(folded)
  )
    return []
  if (COLLECTS.test(folded)) return []
  const tickets = [...folded.matchAll(TICKET)].map((match) => `${match[1]} form`)
  const form = THIS_FORM.exec(folded)?.[1]?.trim()
  return [
    ...tickets,
    ...[...folded.matchAll(LINK)].map((match) =>
      match[1] !== 'online' ? '“contact us here” link' : '“contact us online” form',
    ),
    ...(tickets.length === 0 && REQUEST_HERE.test(folded) ? ['request form'] : []),
    ...(form ? [FORM_AT.exec(text)?.[1] ?? (form === 'form' ? 'contact form' : form)] : []),
    ...(ASKED_THERE.test(folded) ? (WEB_ADDRESS.exec(text) ?? []) : []),
    ...(HIDDEN_MAIL.test(folded) ? [HIDDEN] : []),
  ]
})

/** "Email: [email protected]" under a heading on rights or contact. */
function isMailLine(folded: string, heading: string): boolean {
  if (/\b(?:data protection officer|dpo)\b.*\[email protected\]/.test(folded)) return true
  return (
    /^(?:by )?e-?mail(?: address)?: ?\[|^(?!.*\b(?:we|you|your)\b).*\d.*\[email protected\]/.test(folded) &&
    REQUESTS.test(lastHeading(heading))
  )
}

function pageIn(text: string): string | undefined {
  const named = READ_THERE.test(text) ? undefined : PRIVACY_PAGE.exec(text)?.[1]
  if (named) return named
  const page = PAGE.exec(text)?.[1]
  return page && /privacy|data|request/i.test(page) && !/^Privacy Policy page/i.test(page) ? page : undefined
}
