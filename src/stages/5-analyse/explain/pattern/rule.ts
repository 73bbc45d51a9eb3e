/**
 * The words by which the main rule of a passage on security, refunds, suppliers or processing is told from an aside:
 * what a passage opens with, and an exception that stands in the sentence of the rule itself. Matched like `manner.ts`.
 */
import type { Signal } from '../../../../core/signal.ts'

const NO_REFUND =
  "(?:non[- ]?refundable|no refunds?|not (?:be )?(?:\\w+ )?(?:refund\\w*|eligible for (?:a |any )?(?:refund|compensation))|(?:not|n't) (?:\\w+ ){0,3}?refunds?|final)"
const EXCEPT = '(?:except\\w*|unless|other than|save (?:for|as|where)|limited circumstances|provided,? however|however)'
const LAW = '(?:laws?|statut\\w+|legally|regulations?)'
const CREDITS =
  '(?:(?<!\\bor )credits?|coins|gems|tokens|points|gift cards?|virtual (?:currency|currencies|items|goods)|balances?)'
const END = '(?:cancel|terminat|discontinu|suspend|withdraw)\\w*'
const TERM_END =
  '(?:end|expir\\w+|conclusion|remainder) of (?:the |your |that |its |such )?(?:[\\w-]+,? (?:or )?){0,4}?(?:billing|subscription|current|term|period|cycle|month|year)\\b'

export const RULE_PATTERNS: Readonly<Partial<Record<Signal, RegExp>>> = {
  'protects-generally':
    /\b(?:technical|technological|organi[sz]ational|administrative|physical|managerial|protective|security)\b[^.;]{0,80}\b(?:measures|safeguards|controls|procedures|features)\b|\bsecurity (?:program|best practices)\b|\bsafeguards? (?:to|that|designed)\b|\b(?:industry|security)\b[^.;]{0,30}\b(?:standards?|practices)\b|\b(?:keep|keeping|kept)\b[^.;]{0,60}\b(?:safe|secure)\b|\bmaintain\w* the (?:\w+ (?:and|,) )*(?:security|confidentiality)\b|\b(?:reasonable|appropriate|adequate|suitable) (?:\w+ )?(?:(?:and|or) \w+ )?(?:measures?|steps?|efforts?|safeguards?|precautions?|security|controls?)\b|\bwork (?:hard )?to protect\b/,
  'measures-first':
    /^[^;]{0,260}\b(?:implement|maintain|undertak|take|apply|adopt|use)\w*\b[^.;]{0,100}\b(?:measures|safeguards|security program)\b/,

  'refund-excepted': new RegExp(
    `\\b${NO_REFUND}[^.;]{0,200}\\b${EXCEPT}\\b|\\b(?:${EXCEPT}|excluding|subject to)\\b[^.;]{0,200}\\b${NO_REFUND}|\\b${NO_REFUND}[^.;]{0,160}[.;] (?:however|provided)\\b|\\b${NO_REFUND}[^.;]{0,200}\\b(?:to the (?:\\w+ )?extent|where|as|if)\\b[^.;]{0,80}\\b${LAW}\\b|\\bto the (?:\\w+ )?extent\\b[^.;]{0,80}\\b${LAW}\\b[^.;]{0,200}\\b${NO_REFUND}`,
  ),
  // What comes late in a long passage on payment is an aside.
  'refund-early':
    /^[\s\S]{0,350}?\b(?:refund|cancel|withdr|return|reimburs|terminat|credits|coins|non-?refund|discontinu)\w*/,
  'credits-lapse': new RegExp(
    `\\b${CREDITS}\\b[^.]{0,160}\\b(?:${NO_REFUND}|non-?redeemable|(?:not|n't|never)(?: be)? (?:\\w+ )?(?:redeem\\w*|exchang\\w*|convert\\w*|cash\\w*)|no (?:cash|monetary) value|forfeit\\w*)|\\b(?:refunds?|redeem\\w*|refundable)\\b[^.;]{0,40}\\b(?:not|no)\\b[^.;]{0,60}\\b${CREDITS}\\b|\\b(?:no|not)\\b[^.;]{0,40}\\brefund\\w*[^.;]{0,60}\\b${CREDITS}\\b`,
  ),
  'ends-with-term': new RegExp(
    `\\b${END}\\b[^.]{0,160}\\b(?:at|until|through|upon|on|till) (?:the )?${TERM_END}|\\b(?:until|through) (?:the )?${TERM_END}[^.]{0,80}\\b${END}\\b|\\b(?:access|use)\\b[^.]{0,60}\\bfor the remaining (?:\\w+ )?period`,
  ),

  'supplier-limited':
    /\b(?:only|solely)\b[^.;]{0,120}\b(?:perform|provid|process|purpose|necessary|needed|required|instruct|extent|deliver)\w*|\binstructions\b|\b(?:not|prohibited|restricted|never)\b[^.;]{0,40}\b(?:us(?:e|ing)|disclos\w+|process|shar\w+|sell\w*)\b|\b(?:contractual\w*|confidential\w*|obligat\w+)\b[^.;]{0,80}\b(?:bound|requir\w+|protect|secur\w*|keep|maintain|confidential\w*|not)\b|\bwe (?:also )?require (?:\w+ ){0,6}?to\b|\b(?:are|is) (?:\w+ )?required to (?:keep|protect|use|maintain|process|comply)\b/,

  'data-at-end':
    /\b(?:at|upon|on|after|following) (?:the )?(?:end|terminat\w+|expir\w+|completion|conclusion|closure)\b[^.]{0,200}\b(?:delet|return|destr|eras|export)\w*|\b(?:delet|return|destr|eras)\w*\b[^.]{0,160}\b(?:at|upon|on|after|following) (?:the )?(?:end|terminat\w+|expir\w+|completion|conclusion)\b|\b(?:return|deletion) (?:and|or|and\/or) (?:\w+ of )?(?:deletion|return|destruction)\b/,
  'subprocessors-first': /^[\s\S]{0,200}?\b(?:sub-?processors?|sub-?contract(?:ors?|ing)?)\b/,

  // As with a refund, what is first said far into a passage on apps or restrictions is an aside.
  'trade-early':
    /^[\s\S]{0,420}?\b(?:exports?|exported|exporting|re-?export\w*|sanction\w*|embargo\w*|trade (?:controls?|laws?|restrictions?)|restricted part\w+|lists?|listed|denied (?:persons?|part\w+)|jurisdictions?|other locations|outside|countr(?:y|ies)|territor\w+|regions?)\b/,
}
