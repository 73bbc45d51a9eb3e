/**
 * The words by which the main rule of a passage on charges, trackers, changes of a service or rivals is told from an
 * aside: who owes what, what a passage opens with, and what stands in one sentence. Matched like `manner.ts`.
 */
import type { Signal } from '../../../../core/signal.ts'
import { WE, YOU } from './manner.ts'

const TRACKER =
  '(?:cookies?|pixels?(?: tags?)?|(?:web )?beacons?|clear gifs?|trackers?|tracking (?:technolog\\w+|tools?)|similar technolog\\w+|sdks?)'
const ADVERT = '(?:advertis\\w+|\\bads\\b|retarget\\w+|remarketing|ad networks?)'
const SUM = '(?:fees?|amounts?|sums?|charges?|payments?|balances?)'
const EARNER = `(?:${YOU}|sellers?|partners?|hosts?|drivers?|carriers?|creators?)`
const TAX = '(?:tax(?:es)?|vat|gst|levies|duties)\\b'
const PRICE = '(?:prices?|pricing|fees?|rates|charges)'
const PART =
  '(?:services?|sites?|websites?|features?|functions?|functionalit\\w+|products?|platform|app|apps|games?|software|apis?|models?|gpts?|links?|contents?|offer\\w*|availability|criteria|parts?|aspects?|materials?|support|plans?)'

export const CHARGE_PATTERNS: Readonly<Partial<Record<Signal, RegExp>>> = {
  'recurring-charge':
    /\b(?:automatically|continue)\b[^.;]{0,40}\b(?:charg|bill|debit)\w*\b|\brecurring\b[^.;]{0,30}\b(?:charg|bill|payment|fee)\w*\b|\b(?:charged|billed|debited) (?:\w+ )?automatically\b/,
  'takes-share': new RegExp(
    `\\b${WE} (?:[\\w,]+ ){0,4}?(?:charges?|deducts?|retains?|collects?|takes?|withholds?|keeps?|earns?|receives?)\\b[^.;]{0,60}\\b(?:commissions?|(?:transaction|platform|marketplace) fees?|revenue share)|\\b(?:transaction|platform|marketplace) fees? that ${WE} (?:deduct|charge|keep)|\\b${EARNER}[^.;]{0,40}\\bpay\\w*\\b[^.;]{0,60}\\bcommissions?\\b|\\bcommission(?: fees?| rate)? (?:is|are|will be|shall be|equal\\w*|amounts?|of)\\b`,
  ),
  'tax-rule': new RegExp(
    `^(?:[\\d.]+ )?.{0,20}\\b${TAX}|\\b(?:exclusive|inclusive|exclud\\w+|includ\\w+|responsible|liable|withh\\w+|collect\\w*|add(?:ed)?|calculat\\w+|bear|pay(?:ment of)? (?:any|all))\\b[^.;]{0,60}\\b${TAX}`,
  ),
  'open-at-end': new RegExp(
    `\\b(?:upon|after|on|following|time of|date of|prior to|before)\\b[^.;]{0,40}\\b(?:terminat|cancel|expir)\\w*[^.]{0,160}\\b${SUM}\\b[^.;]{0,60}\\b(?:due|owed|owing|accrued|outstanding|payable|unpaid)|\\bpay\\w*\\b[^.;]{0,100}\\b${SUM}\\b[^.;]{0,80}\\b(?:at the time of|upon|prior to|before)\\b[^.;]{0,30}\\b(?:terminat|cancel)\\w*`,
  ),
  'held-back': new RegExp(
    `\\b(?:${WE}|\\w+) (?:may|can|is entitled to|reserves? the right to)\\b[^.;]{0,140}\\b(?:withhold|off-?set|set[- ]off|claw ?back|deduct(?:ed)?)\\b|\\bcan be set-?off\\b`,
  ),
  'price-notice': new RegExp(
    `\\b${PRICE}\\b[^]{0,240}\\b(?:notice|notify|notified|inform(?:ed)?|announc\\w+|let you know|posted)\\b|\\b(?:notice|notify|inform)\\b[^]{0,160}\\b${PRICE}\\b`,
  ),
  'free-first':
    /^.{0,160}?\b(?:free (?:of charge|plan|version|tier|account)|for free|(?:do|does)(?: not|n't) (?:have to pay|charge you|need to pay))\b|\bfree\b[^.;]{0,30}\bmay be(?:come)? (?:subject to (?:payment|fees?)|paid|chargeable)\b/s,
  'reader-taxed': new RegExp(
    `\\btax (?:or similar )?(?:forms?|obligations?|registrations?|returns?|information)\\b|\\b(?:income|corporate|social security) tax\\b|\\bnational insurance\\b|\\bsocial security\\b|\\b(?:publisher|partner|seller|host|driver|creator|developer)s?\\b[^.;]{0,60}\\b(?:responsible|liable|pay|collect|report|remit)\\w*\\b[^.;]{0,60}\\b${TAX}|\\b(?:you|your)\\b[^.;]{0,60}\\b(?:collect|report|remit|declar)\\w*\\b[^.;]{0,80}\\btax(?:es)?\\b`,
  ),

  'choice-first':
    /^.{0,240}?\b(?:control|disable|manag\w*|opt[- ]?(?:ing[- ])?out|turn(?:ing)? off|refuse|withdraw|adjust|delete|reject|block|your choices|preferences)\b/s,
  'ad-trackers': new RegExp(
    `\\b${TRACKER}[^.]{0,240}${ADVERT}|${ADVERT}[^.]{0,240}\\b${TRACKER}|\\b(?:advertising|targeting|marketing) (?:cookies|technologies|trackers|networks?|partners)\\b|^purpose: [^.]*${ADVERT}`,
  ),
  'device-log':
    /\bautomatic(?:ally)?\b[^.]{0,300}(?:\bip (?:\w+ )?address|\binternet protocol)\w*|\bip address\w*[^.]{0,300}\b(?:browser type|operating system|device id\w*|mobile carrier|mac address|cookie information|referring)|\bautomatically collect\b[^.]{0,300}\b(?:device|browser|log files|ip address)/,
  'signal-first': /^.{0,250}?\b(?:do[- ]not[- ]track|dnt|global privacy control|gpc|opt-?out preference signals?)\b/s,
  'security-first':
    /^.{0,200}?\b(?:security|spam|fraud\w*|authenticat\w+|log(?:ged)?[- ]in|rate limiting|malicious|operationally necessary)\b/s,
  'needed-first': /^.{0,200}?\b(?:strictly necessary|essential|required) (?:cookies|technologies|trackers)\b/s,
  'uses-trackers': new RegExp(`\\b(?:us(?:e|es|ing)|plac(?:e|es|ing)|sets?|employs?)\\b[^.;]{0,40}\\b${TRACKER}\\b`),
  'explained-first':
    /^.{0,110}?\b(?:cookies? (?:is|are) (?:a |an )?(?:small|string|tiny|piece|text|data|unique)|first[- ]party cookies?|cookies set by)/s,
  'tracker-named': new RegExp(`\\b${TRACKER}\\b`),

  'parts-unannounced': new RegExp(
    `\\b(?:chang|modif|alter|discontinu|suspend|stop|remov|delet|withdraw|disabl|enabl|limit|restrict|updat|terminat|interrupt|amend)\\w*\\b[^.;]{0,140}\\b${PART}\\b[^.;]{0,120}\\bwith(?:out| no)[^.;]{0,40}\\bnotice\\b|\\bwith(?:out| no)[^.;]{0,30}\\bnotice\\b[^.;]{0,80}\\b(?:chang|modif|alter|discontinu|suspend|stop|remov|withdraw|disabl|limit)\\w*\\b[^.;]{0,80}\\b${PART}\\b`,
  ),
  'copied-expression': /\bsimilar (?:in (?:its )?expression|to (?:the|our) (?:app|expression))\b/,
  'output-named':
    /\boutputs?\b|\bresponses\b|\bresults\b|\bgenerated (?:\w+ )?(?:content|music|images?|text|audio|videos?)\b/,
}
