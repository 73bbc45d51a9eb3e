/**
 * The words by which rules on people's details, ages, accounts and stored data are told apart by what they say first of
 * all, since later sentences of such passages mostly add an aside. A signal that another file hears as well is given
 * where either hears it. Matched like those of `manner.ts`, for explanations alone.
 */
import type { Signal } from '../../../../core/signal.ts'
import { WE, YOU } from './manner.ts'

const ERASE = '(?:delet|eras|destroy|purg|expung)\\w*'
const KEEP = '(?:retain|keep|kept|stor|hold|held|maintain|preserv|archiv|process|retention)\\w*'
const NEED =
  '(?:(?:as|so) long as|until (?:it is |they are )?no longer|no longer (?:needed|necessary|required)|(?:is|are|reasonably|legally) (?:\\w+ )?(?:necessary|needed|required)|reasonable period|as needed|necessary (?:to|for)|only for the time|only during|for the processing period|temporar(?:y|ily))'
const EXIT = '(?:terminat|clos|cancel|expir|deactivat)\\w*'
const GIVEN =
  '(?:(?:information|data) you (?:\\w+ )?(?:provide|give|submit)|(?:provided|submitted|given) by you|(?:what|which) you (?:\\w+ )?(?:provide|give)|you (?:may )?provide|directly from you|you submit)'
const NOTED =
  '(?:automatic\\w*|created by us|(?:is|are) generated|otherwise collect|when you use|through your use|about your device|usage information|other sources|other companies|third part(?:y|ies))'

export const PERSON_PATTERNS: Readonly<Partial<Record<Signal, RegExp>>> = {
  'use-first':
    /^.{0,80}?\b(?:usage|activity|operational|interaction|metrics) (?:and \w+ )?(?:data|information|metrics)\b|^.{0,220}?\b(?:collect|receive|record|analy[sz]e)\b[^.;]{0,60}\b(?:data|information|metrics)\b[^.;]{0,30}\b(?:about|on|relating to|regarding|of) (?:how \w+ |the |your |\w+ )?(?:use|usage|activity|access|interactions?|engage|users? )\b|^.{0,220}?\binformation about your (?:use|activity|interactions?)\b/s,
  'where-people-are': /^.{0,40}?\b(?:geo-?)?locations?\b/s,
  'sourced-elsewhere':
    /\b(?:providers|parties|partners|companies)\b[^.;]{0,20}\b(?:provide|to provide|share|send|give) (?:us|additional information|such information|information)\b|\bdata (?:that is )?publicly available\b|\blet us collect information\b|\bobtain\b[^.;]{0,60}\blisted (?:with)?in websites\b/,
  infers: /\bsignals\b[^.;]{0,40}\bto infer\b/,
  'device-first':
    /^.{0,120}?\b(?:mobile devices?|device (?:data|information|identifiers?|ids?)|operating system|browser type)\b/s,
  'payment-first':
    /^.{0,90}?\b(?:payments?|billing|purchases?|transactions?|transactional|cards?|invoices?|swish|stripe|paypal)\b/s,
  'several-sources': new RegExp(`^.{0,220}?\\b${GIVEN}\\b.{0,260}?\\b${NOTED}\\b`, 's'),
  'contacts-given':
    /\baddress books?\b|\bcontact lists?\b|\brefer a friend\b|\b(?:your|phone) contacts\b|\binformation (?:to us )?about (?:other people|others|another person|your friends)\b/,
  'input-first':
    /^.{0,170}?\b(?:inputs?|prompts?|conversations?|chats?|(?:user|your|customer) content|content (?:that )?you|you upload|posts?|photos|messages)\b/s,
  'nothing-collected-first':
    /^.{0,160}?\b(?:(?:do|does|will)(?: not|n't) (?:\w+ ){0,2}?(?:collect|gather|record|store|track|request)|never (?:\w+ )?(?:collect|store|record)|don't want to know|bare minimum|no-logs?)\b/s,

  'automatic-first':
    /^.{0,200}?\b(?:automatic\w*|log (?:data|files?)|cookies?|pixels?|telemetry|servers? receives?|when you (?:visit|browse))/s,
  'need-first': new RegExp(
    `^.{0,120}?\\b${KEEP}\\b[^.]{0,90}?\\b(?:(?:as|so) long as (?!your|you |the account)|necessary|needed|required|we need)`,
    's',
  ),
  'retention-criteria': /\bperiods,? depending on\b|\bhow long we\b[^.]{0,60}\bdepends on\b/,
  'after-exit': new RegExp(
    `\\b(?:after|following|upon|of|from|once|when|end of|if|prior to)\\b[^.;]{0,70}\\b(?:${EXIT}|agreement has ended|unsubscribe|delet\\w+ (?:your|the|an?) (?:\\w+ )?account)|\\b(?:account|agreement|contract|subscription|customer relationship) (?:\\w+ ){0,3}?(?:${EXIT}|ends|has ended|is deleted)|\\bafter the (?:\\w+ ){0,3}?(?:ends|term)\\b|\\b(?:term|end)\\b[^.;]{0,30}\\bthereafter\\b`,
  ),
  'kept-by-need': new RegExp(`\\b${KEEP}\\b[^.]{0,220}?\\b${NEED}\\b|\\b${NEED}\\b[^.;]{0,80}\\b${KEEP}\\b`),
  'self-deletion-first':
    /^.{0,240}?(?:\byou (?:\w+ )?(?:can|may|(?:are|'re) free to)\b(?! not)[^.;]{0,60}\b(?:delet|eras|remov|clear)\w*|\bdelet(?:e|ing) your (?:\w+ )?(?:account|content|data|conversations?|chats?)\b|\bif you (?:want|would like|wish) to delete\b)/s,
  'provider-erases': new RegExp(
    `\\b${WE} (?:[\\w,]+ ){0,6}?(?:will|shall|may|can|reserves?)\\b(?! not\\b)[^.;]{0,90}?\\b${ERASE}\\b|\\b${WE} (?:\\w+ ){0,2}?(?:deletes?|erases?|purges?)\\b|\\b(?:includes?|means) (?:the )?deletion of\\b|\\b(?:is|are|be|gets?) (?:\\w+ ){0,2}?(?:deleted|erased|destroyed|purged|anonymi[sz]ed)\\b`,
  ),
  'reader-deletes': new RegExp(
    `\\b${YOU} (?:\\w+ )?(?:will|shall|must|agrees? to)\\b(?! (?:not|be able|have|lose|receive|no longer|find)\\b)[^.]{0,200}?\\b(?:delete|destroy|expunge|purge)\\b|\\brequire (?:you|customer) to (?:delete|destroy|expunge|purge)\\b|\\byou\\b[^.]{0,90}\\b(?:must|shall)\\b[^.]{0,120}\\bonly for as long as\\b`,
  ),

  'with-adult':
    /\badult\b[^.;]{0,80}\b(?:agreed|responsib\w+|accompan\w+)|\b(?:accompanied|responsibility)\b[^.;]{0,40}\badult\b/,
  'entry-age':
    /\b(?:at least|over|under|below|or older|or over|minimum age|and older)\b[^.;]{0,60}\b(?:use|using|access\w*|regist\w+|create|creating|allowed|permitted|available|offered|member|account|represent|warrant)|\b(?:use|using|access\w*|regist\w+|creat\w+|available|offered|represent|warrant|affirm|confirm|must be)\b[^.;]{0,90}\b(?:at least|over the age|under the age|or older|or over|and older|minimum age)\b|\b(?:you must|must be|is|be) (?:be )?at least\b/,
  'data-of-young-barred':
    /\bnot\b[^.]{0,120}\b(?:send|submit|share|provide|make available|upload|collect)\b[^.]{0,160}\b(?:of|from|about|on) (?:or about )?(?:children|minors|anyone under)\b/,

  'details-updated':
    /^(?!.*\b(?:truthful|true,|complete\b))(?=.*(?:\b(?:keep|keeping|kept|maintain|update)\b[^.;]{0,60}\b(?:up[- ]to[- ]date|current)\b|\b(?:required|responsibility|up to you|need|must)\b[^.;]{0,20}\bto update\b|\bpromptly update\b))/s,
  'not-barred':
    /\b(?:disabled|terminat\w*|suspend\w*|discontinued|banned|removed)\b[^.]{0,200}\b(?:not|prohibited|no longer)\b[^.]{0,60}\b(?:regist|creat|open|re-?join|re-?regist|attempt)\w*[^.]{0,60}\b(?:accounts?|services?|properties|platform|again)\b/,
  'no-sharing':
    /\b(?:another|other) (?:user|person|member|individual)(?:'s|s')? (?:\w+ (?:and|or) )?(?:user ?name|accounts?|passwords?|credentials)\b|\bproviding your password to\b|\baccess\b[^.;]{0,50}\bby anyone other than\b|\b(?:log ?in|access) (?:credentials|details)\b[^.;]{0,40}\b(?:between|among) multiple\b/,
  'content-warranty': /\bwarrant\w*\b[^.;]{0,60}\b(?:ownership|entitled to grant)\b/,
  'answers-for-all': /\beverything that happens\b[^.;]{0,40}\baccount\b/,
  'account-name': /\b(?:screen|member) names?\b[^.;]{0,60}\b(?:not|real)\b/,
  'own-content': /\bresponsibility for what you (?:post|write|upload|publish)\b/,
  'answers-for-users': /\bresponsible for (?:any |all )?violations? by\b[^.;]{0,40}\busers?\b/,
  'reader-secures':
    /\byour (?:services?|apps?|systems?|networks?) must\b[^.;]{0,80}\bsecur|\byou shall\b[^.]{0,80}\bmeasures to (?:secure|protect)\b/,
  'answers-for-content':
    /\b(?:you are|you're|be|client is|customer is) (?:\w+ )?responsible for (?:all |any |the |your |of |such )*(?:(?:own|client|customer|user) )?(?:content|inputs?|submissions?|posts|materials?)\b(?! (?:moderation|rules))|\bbear all liability\b[^.;]{0,60}\bcontent\b/,
  'company-warranty':
    /\bduly (?:organi[sz]ed|incorporated)\b|\bfull (?:\w+ and )?(?:power|right)s?\b[^.;]{0,40}\b(?:to|and)\b[^.;]{0,30}\b(?:enter|perform|authority)\b/,
  'misuse-told':
    /^(?!.*\b(?:responsible|liable|liability|responsibility)\b)(?=.*\b(?:notify|inform|tell|contact|alert|report)\b[^.;]{0,120}\b(?:unauthori[sz]ed|lost|stolen|compromis\w+|breach|suspect|someone else)\b)/s,
}
