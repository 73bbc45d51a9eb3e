/**
 * The words by which the main rule of a passage on endings, disputes, purposes, transfers or results is told from an
 * aside: what it opens with, who ends what, and in which cases. Matched like those of `manner.ts`, for explanations
 * alone.
 */
import type { Signal } from '../../../../core/signal.ts'

const END =
  '(?:suspen(?:d|sion)|terminat|disabl|deactivat|clos(?:e|ing|ed|ure)\\b|block|ban(?:s|ned|ning)?\\b|bar(?:red|ring)?\\b|revo[ck]|restrict|limit(?:s|ed|ing)?\\b|cancel|delet|discontinu|cut off|lock(?:ed|ing)?\\b|expel|exclud|prohibit|end(?= (?:the|this|these|your)\\b))\\w*'
const ACCESS =
  '(?:accounts?|access|your use|use of|right to (?:use|access)|services? (?:to|with|for) you|the services?|registration|membership|users?|profiles?|licen[sc]es?|(?:this|the|these|your) (?:\\w+ )?(?:agreement|terms|contract|subscription)|platform|app|username)'
const ENDED = `(?:${END}[^.;]{0,80}?\\b${ACCESS}\\b|\\b${ACCESS}\\b[^.;]{0,60}?\\b(?:be|is|are|being|gets?) (?:\\w+,? (?:or )?){0,3}?${END})`
const MAY =
  '(?:may|can|will|might|(?:reserves?|has|have|retains?) the right|(?:is|are) (?:also )?(?:entitled|empowered|authori[sz]ed) to|policy to)'
const BREACH =
  "(?:violat|breach(?! (?:of )?(?:notif|security))|break(?:s|ing)? (?:any |these |our )?(?:community )?rules|break(?:s|ing)? (?:\\w+ ){0,3}?rules|contraven|misus|abus(?:e|es|ed|ing)\\b|contrary to|offensive or inappropriate|infring\\w* (?:up)?(?:on )?(?:the|any|others|third|intellectual|copyright)|inconsistent with|incompatible with|prohibited (?:acts?|conduct|uses?)|against (?:these|our|the) (?:terms|rules|polic)|(?:not|n't) compl(?:y|ied)|fail(?:s|ed|ure|ing)? to compl|non-?complian|noncomplian|otherwise,|conduct (?:otherwise )?inappropriate|unauthori[sz]ed use)"
const OTHER_CASE =
  "(?:(?:required|obliged|obligation|order\\w*|compelled) (?:to do so )?by (?:applicable )?law|legally required|comply with (?:applicable |the )?(?:laws?|legal)|(?:fail(?:s|ed|ure)? to|not|don't) pay|non-?payment|overdue|risk (?:of|to)|expos\\w+ (?:us|we)|could cause|harm to|security (?:emergency|risk|threat)|insolven|bankrupt|inactiv|force majeure|legal requirement|judicial|governmental|repeat alleged)"
const TALKS =
  '(?:informal(?:ly)?|good[- ]faith (?:effort|attempt|negotiat|to|resol)\\w*|in good faith to|amicabl\\w+|negotiat\\w+|understand and (?:try to )?address your concerns|try to (?:resolve|settle))'
const INDIVIDUAL =
  '(?:individual (?:basis|capacity)|class[- ]action|class (?:or|and) (?:\\w+ )?(?:consolidated|representative)|mass action waiver|non-individualized)'
const ABROAD =
  '(?:other (?:countries|jurisdictions)|united states|\\busa?\\b|countries (?:outside|around|that|where)|worldwide|around the world|anywhere in the world|outside (?:of )?(?:the|your)|across borders|international(?:ly)?|different countries|globally)'
const INSTRUMENT =
  '(?:standard (?:contractual|data protection) clauses|sccs?|model clauses|adequacy|adequate|framework|privacy shield|dpf)'
const COUNTRY = '(?:uk|united kingdom|british|swiss|switzerland|fadp|ico|idta|brazil\\w*|lgpd)'

export const HEAD_PATTERNS: Readonly<Partial<Record<Signal, RegExp>>> = {
  'access-ended': new RegExp(`\\b${ENDED}`),
  'platform-ends': new RegExp(
    `(?<!\\b(?:you|party|parties|both|either|neither|customers?|members?|of us|of you|you (?:also|both|or we)|will not:?) )\\b${MAY}(?! (?:not|be|have been|result|lead|subject|also result)\\b)(?:,?(?:[ ,(][^.;\\s]+){0,34}?[ ,(]+|[^.;]{0,200}:\\s*(?:\\(?\\w{1,2}[.)] )?)${END}[^.;]{0,140}\\b${ACCESS}\\b`,
  ),
  'breach-ends': new RegExp(`\\b${BREACH}[\\s\\S]{0,400}?\\b${ENDED}|\\b${ENDED}[\\s\\S]{0,400}?\\b${BREACH}`),
  'mixed-cases': new RegExp(
    `\\b${ENDED}[\\s\\S]{0,500}?\\b${OTHER_CASE}|\\b(?:if|where|when|once)\\b[^.]{0,240}\\b${OTHER_CASE}[^.]{0,240}\\b${ENDED}`,
  ),
  'cut-unannounced': new RegExp(
    `(?:^|[.;:] )(?=[^.;]*\\b(?:(?:without|with no)\\b[^.;]{0,40}\\b(?:notice|notif\\w+|warning)|with or without notice|no prior notice))(?=[^.;]*${END})(?=[^.;]*\\b(?:if|where|when|in the event|in case|cases|for (?:any )?(?:violat|breach)\\w*|upon (?:any )?(?:violat|breach)\\w*|violat\\w*|breach\\w*))[^.;]*\\b${ENDED}`,
  ),
  'either-cases':
    /\binsolven\w*|\bbankrupt\w*|\breceivership\b|\bliquidat\w*|\b(?:days?|months?)'? (?:\w+ )?(?:written |advance )?notice\b|\bnotice of non-?renewal\b|\bby removing\b/,
  'leaving-brings':
    /\b(?:after|upon|following|once) (?:\w+ ){0,4}?(?:terminat\w+|clos\w+|delet\w+|cancel\w+|expir\w+|deactivat\w+)\b|\b(?:deletion|closing|closure|cancellation|termination) of your\b[^.]{0,80}\b(?:will|does|may|means|lead)\b|\bif you (?:\w+ )?(?:terminate|cancel|delete|close)\b[^.]{0,120}\b(?:will|lose|remain|responsible|no longer|must)\b|\bresponsible for paying the full\b|\bwhich will result in\b|\bwithin\b[^.;]{0,30}\bof the (?:effective )?date of (?:the )?termination\b/,
  'after-end':
    /\b(?:if|once|when)\b[^.;]{0,120}\b(?:terminat|suspend|clos|expir|discontinu|disabl)\w*\b[^.;]{0,160}\b(?:prohibited from|not (?:be )?(?:allowed|permitted)|shall not attempt|re-?register\w*|new account|keep or delete|entitled to (?:keep|delete)|no longer)\b|\bterminat\w+ of\b[^.;]{0,80}\b(?:not affect|without prejudice)\b|\b(?:cannot|can't|no longer) access\b[^.;]{0,120}\bterminated\b/,

  'hearing-first':
    /^.{0,60}\b(?:arbitration rules|rules and forum|authority of (?:the )?arbitrator|arbitrat\w+ (?:procedures?|forum|process)|the arbitrator (?:shall|will|may|has|must)|(?:the )?arbitration (?:shall|will) be (?:conducted|administered|held)|arbitration provider|arbitration hearings?|any arbitration between\b[^.;]{0,60}\bwill be settled under)\b/s,
  'refusal-first':
    /^.{0,160}\b(?:opt[- ]out of (?:the|this|these|any|arbitration)|may opt[- ]out|right to opt[- ]out|opt-out\b|reject (?:this|the) (?:arbitration|agreement to arbitrate))/s,
  'waiver-first': new RegExp(`^.{0,240}\\b${INDIVIDUAL}\\b`, 's'),
  'arbitration-first':
    /^.{0,260}?\b(?:agree\w*|will|shall|must|be)\b[^.;]{0,160}\b(?:binding (?:individual )?arbitration|resolved by arbitration|to arbitrate)\b/s,
  'fees-first':
    /^.{0,160}\b(?:reimburse|filing fees?|arbitration (?:fees?|costs?)|arbitrator fees?|costs? of (?:the )?arbitration|frivolous or)\b/s,
  'talks-first': new RegExp(`^.{0,220}\\b${TALKS}\\b`, 's'),
  'jury-waived':
    /\b(?:waiv\w+|giv(?:e|ing) up)\b[^.;]{0,120}\bjury\b|\bwithout (?:a )?(?:court or )?(?:trial by )?jury\b|\bright to (?:a )?(?:\w+ )?(?:trial by )?jury\b|\bjury trials?\b/,
  'mass-first': /^.{0,60}\b(?:batch|mass|bellwether|coordinated)\b/s,

  'marketing-heads':
    /^.{0,50}?\b(?:marketing|advertis\w+|promotions|ads)\b|\bnewsletters?\b[^.;]{0,80}\b(?:promot|offers|notices)|\bspecial offers and\b|\bnews, special offers\b/s,
  'contact-first':
    /^.{0,90}\b(?:communicating with (?:you|us)|communications? with us|manage your requests|transactional:|certain communications|send communications|inform customers)\b|^(?:.{0,60}\b(?:to|need to|might|may|will|we) )?(?:\w+ ){0,6}?(?:contact (?:you|its|our)|communicate with you|e-?mail you|use your \w+ to contact|send (?:you )?(?:messages|updates))\b/s,
  'trains-expressly':
    /\b(?:train(?:s|ed|ing)?|fine-?tun\w+)\b[^.;]{0,60}\b(?:models?|engines?|ai|algorithms?|systems?)\b/,
  'open-end':
    /\b(?:for|any) other (?:\w+ )?purposes?\b(?! (?:described|set|stated|disclosed|below))|\bfor any (?:lawful |legitimate |business |internal )*purposes?\b(?! (?:described|set|stated))|\bnew, different\b/,

  'abroad-first': new RegExp(
    `^(?!.{0,800}\\b${INSTRUMENT}\\b).{0,320}\\b(?:transfer|stor(?:e|ing|age)|process|move|transmi)\\w*\\b[^.]{0,200}\\b${ABROAD}`,
    's',
  ),
  'country-first': new RegExp(`^.{0,200}\\b${COUNTRY}\\b`, 's'),
  'unnamed-safeguard':
    /\b(?:ensure|make sure|endeavou?r|take)\w*\b[^.;]{0,120}\b(?:safeguards?|protected|safely|protection|securely)\b|\b(?:legally[- ]provided|appropriate|lawful|valid|approved) (?:\w+ )?(?:mechanisms?|safeguards?)\b|\btools to make sure\b/,

  'output-limit':
    /\b(?:may not|must not|shall not|cannot|can't|not (?:be )?(?:permitted|allowed|use[ds]?)|prohibited from|only|non-commercial use)\b[^.;]{0,120}\b(?:outputs?|generat\w+|results|creations|voices)\b|\b(?:outputs?|results|creations|voices|generated \w+)\b[^.;]{0,80}\b(?:may not|must not|cannot|only|non-commercial)\b/,
}
