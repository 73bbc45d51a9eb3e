/** The words by which signals are told in a provision: matched on folded text, lead-in of its list included. */
import type { Signal } from '../../../../core/signal.ts'

export const WE =
  "(?:we(?!b)|us|our (?:company|staff|team|models?|systems?|services?)|(?:the )?(?:company|provider|platform|licensor|processor|supplier|vendor))(?:'ll)?"
export const YOU =
  "(?:you(?:'ll)?|your organi[sz]ation|(?:the )?(?:customer|client|user|users|licensee|member|members|subscriber|merchant|publisher|developer|controller|account holder)s?)"
/** Between an actor and a verb: adverbs and brackets. */
const NEAR = '[^.;:]{0,40}?'

export const PATTERNS: Readonly<Partial<Record<Signal, RegExp>>> = {
  denies: new RegExp(
    `\\b${WE}(?:,? [\\w-]+){0,4}? (?:do|does|will|shall|may|can|are|is|have|has)(?: not|n't)\\b(?! (?:control|guarantee|warrant|responsible|liable|limited|obligat))|\\b${WE} (?:\\w+ )?(?:never|no longer)\\b|\\b${WE} (?:won't|don't|doesn't)\\b|\\b(?:is|are|will) (?:not|never) (?:be )?(?:used|sold|shared|stored|retained|collected|disclosed|trained)\\b|\\bwithout (?:using|selling|sharing|storing)\\b`,
  ),
  'provider-may': new RegExp(
    `\\b${WE} (?:\\w+ )?(?:may|can|might|could)\\b(?! not\\b)|\\b${WE} (?:\\w+ )?(?:reserves?|has|have|retains?) the right\\b|\\b${WE} ${NEAR}at (?:our|its) (?:sole |own )*discretion`,
  ),
  'provider-will': new RegExp(
    `\\b${WE} (?:\\w+ )?(?:will|shall|must|undertakes?|commits?|agrees?)\\b(?! not\\b)|\\bwe (?:use|collect|share|disclose|process|store|retain|keep|receive|sell|train|provide|protect|delete)\\b`,
  ),
  'reader-may': new RegExp(
    `\\b${YOU} (?:\\w+ )?(?:may|can)\\b(?! not|not)|\\b${YOU} (?:\\w+ )?(?:have|has|retain|retains) (?:the |a )?rights?\\b|\\byou(?:'re| are) (?:free|entitled|permitted|allowed) to\\b`,
  ),
  'reader-must': new RegExp(
    `\\b${YOU} (?:\\w+ )?(?:must|shall|need to|are required|is required|agree|agrees|are responsible|is responsible|are solely|represent|represents|warrant|undertake|undertakes|acknowledge|acknowledges)\\b(?! not\\b)`,
  ),
  'reader-must-not': new RegExp(
    `\\b${YOU} (?:\\w+ )?(?:may|must|shall|will|should|can|do)(?: not|n't)\\b|\\byou (?:\\w+ )?(?:cannot|can't|mustn't|won't)\\b|\\b(?:agrees?|undertakes?) not to\\b|\\byour (?:apps?|applications?|products?) (?:will|shall|must|may) not\\b|\\b(?:prohibited|forbidden|not permitted|not allowed|strictly prohibit\\w*)\\b|(?<!\\b(?:we|it|they|this|these|company|provider|platform|which|that|who|models?|services?|parties|party|laws?|terms|if|you) (?:\\w+ )?)\\b(?:do not|don't|never) (?!(?:collect|sell|share|store|train|warrant|guarantee|knowingly|apply|include|agree|wish|want)\\b)[a-z]+\\b`,
  ),
  mutual: /\b(?:each|either|neither) party\b|\bboth (?:parties|of us)\b|\bthe parties\b|\byou and (?:we|us)\b/,
  'at-will':
    /\b(?:sole|absolute|own|our|its) (?:and absolute )?discretion\b|\b(?:for )?any (?:or no )?reason\b|\bfor no reason\b|\bwithout (?:any )?(?:cause|reason)\b|\bfor convenience\b|\bat any time\b|\bwhenever we (?:like|want|wish|choose)\b/,
  'for-cause':
    /\b(?:breach|violat|infring|fail(?:s|ure)? to (?:comply|pay)|non-?payment|unlawful|fraud|misuse|risk|harm)\w*/,
  'without-notice':
    /\bwith(?:out| no) (?:any )?(?:prior |advance |further |additional )*(?:notice|notif\w+|warning|liability or prior notice)\b|\bwith or without (?:prior )?(?:notice|cause)\b|\bno (?:prior )?notice\b/,
  'with-notice':
    /\b(?:prior|advance|written|reasonable|days'?|days’?|month'?s?'?) notice\b|\b(?:we|company|provider) (?:will|shall|may) (?:\w+ )?(?:notify|inform|e-?mail|let you know)\b|\bwith notice\b|\bnotify you\b|\bprovide (?:you )?(?:with )?(?:\w+ )?notice\b|\b(?<!\bwithout (?:any |prior |further |advance )*)notice (?:to|of)\b/,
  'by-use':
    /^(?=.*\b(?:agree|accept|consent|bound|acknowledg))(?=.*(?:\bcontinu\w+|\bby (?:\w+ ){0,2}?)(?: ?to )?(?:using|use|accessing|access|visiting|clicking|downloading|registering)\b|.*\bcontinued (?:use|access)\b)/s,
  excepted:
    /\b(?:unless|except (?:as|for|that|where|when|if|to|in)|other than|provided,? (?:however,? )?that|save (?:for|as|where)|excluding|with the exception of|notwithstanding)\b/,
  'contract-out':
    /\b(?:unless|except|other than|notwithstanding|subject to|governed by|pursuant to|under)\b[^.;]{0,120}\b(?:separate|written|signed|enterprise|individual|negotiated)(?: \w+){0,2} (?:agreement|contract|consent)\b/,
  'as-law-allows':
    /\b(?:(?:permitted|required|prohibited|allowed|provided|limited) (?:by|under) (?:the )?(?:applicable |relevant |mandatory |local )*laws?|applicable law|extent (?:that is )?(?:legally )?permi\w+)\b/,
  'rights-kept':
    /\b(?:statutory|mandatory|consumer|non-waivable|legal) (?:consumer )?(?:rights|protections?|guarantees?)\b|\bnothing in (?:these|this)[^.]{0,80}\b(?:limits?|excludes?|affects?|restricts?)\b|\bdo(?:es)? not (?:affect|limit|exclude)\b/,
  survives: /\bsurviv(?:e|es|al|ing)\b/,
  perpetual: /\b(?:perpetual|irrevocable|indefinite(?:ly)?|in perpetuity|everlasting)\b/,
  transferable: /(?<!\bnon[- ]?)(?<!\bnot )\b(?:sub-?licen[sc]\w*|transferr?able|assignable)\b/,
  commercial:
    /\b(?:commerciali[sz]\w*|commercial purpose\w*|promot(?:e|ing|ion\w*)|marketing|advertis\w+|for any purpose(?! (?:other|except)))\b/,

  'opt-out':
    /\bopt(?:s|ed|ing)?[- ]?out\b|\bunsubscrib\w+|\bobject to\b|\b(?:turn|switch)(?:ed|ing)? (?:it |this |them )?off\b|\bdisabl\w+|\byou (?:can|may) (?:choose|control|decline|refuse|withdraw|manage)\b|\bto (?:decline|refuse|withdraw)\b|\b(?:manage|control|change|adjust|set) (?:your |the )?(?:\w+ ){0,2}?(?:preferences|settings|choices|cookies|consent)\b|\bwithdraw(?:ing)? (?:your )?consent\b|\bdo not sell\b|\byour choices\b/,
  'opt-in':
    /\b(?:only )?(?:with|without|unless|after|if) (?:you (?:give|provide|have given) (?:us )?)?(?:your )?(?:prior |explicit |express |informed |written |affirmative )*(?:consent|permission|authori[sz]ation)\b|\bopt(?:s|ed|ing)?[- ]?in\b|\bif you (?:consent|agree to|choose to|opt)\b|\bunless (?:you|(?:the )?(?:customer|user)) (?:have |has )?(?:(?:explicitly|expressly|affirmatively|specifically) )(?:agrees?|agreed|consents?|consented|opts? in)\b/,
  plan: /\b(?:enterprise|business (?:customers?|users?|plans?|accounts?|tier)|team plans?|api (?:customers?|users?|services?)|free (?:plan|tier|users?|version)|paid (?:plan|users?|tier|subscri\w+)|pro (?:plan|users?|subscri\w+)|subscribers)\b/,

  anonymised: /\b(?:anonymi[sz]\w*|de-?identif\w*|aggregat\w*|pseudonymi[sz]\w*|anonymous)\b/,
  'vague-safeguard':
    /\b(?:reasonable|appropriate|adequate|commercially reasonable|suitable|sufficient) (?:\w+ )?(?:(?:and|or) \w+ )?(?:measures?|steps?|efforts?|safeguards?|precautions?|security|controls?)\b|\b(?:seek|aim|try|strive|endeavou?r|attempt) to\b|\bmeasures to (?:minimi[sz]e|reduce|limit)\b/,
  'named-safeguard':
    /\b(?:encrypt\w*|tls|ssl|aes|soc ?2|soc ?1|iso(?:\/iec)? ?\d{4,5}|two-factor|multi-factor|mfa|pci|hitrust|fedramp|access controls?|firewalls?|penetration test\w*)\b/,
  'human-review':
    /\b(?:human (?:review\w*|moderat\w*|annotat\w*|reviewers?)|manual(?:ly)? review\w*|reviewed by (?:humans?|people|our (?:staff|team|employees|personnel)|trained)|our (?:staff|team|personnel|employees) (?:may|can|will) (?:review|access|view|read))\b/,
  automatic:
    /\b(?:automat(?:ed|ic|ically)|algorithm\w*|machine learning|classifiers?|scann?(?:s|ed|ing)?|filter(?:s|ed|ing)?|profil(?:e|es|ing))\b/,
  inputs:
    /\b(?:inputs?|prompts?|queries|uploads?|messages|conversations?|chats?|(?:user|your|customer|submitted) content|(?:user )?submissions?)\b/,
  outputs: /\b(?:outputs?|generated (?:content|text|images?)|completions?|responses generated|results generated)\b/,
  feedback: /\b(?:feedback|suggestions?|ratings?|thumbs)\b/,
  sensitive:
    /\b(?:sensitive|special categor\w+|biometric\w*|(?<!public )health|medical|genetic|religio\w+|ethnic\w*|rac(?:e|ial)|sexual orientation|political opinions?|trade union|criminal|precise (?:geo)?location)\b/,
  biometric: /\b(?:biometric\w*|face ?(?:print|geometry|scan)\w*|facial|voice ?prints?|fingerprints?|retina|iris)\b/,
  health:
    /\b(?:(?<!public )health|medical|hipaa|protected health information|patients?|clinical|diagnos(?:es?|is|ed)|treatment of (?:a )?disease)\b/,
  location: /\b(?:geo-?location|precise location|location (?:data|information)|gps)\b/,
  payment: /\b(?:payment|credit card|billing|bank account|card number|transaction)\b/,
  financial:
    /\b(?:financial (?:institutions?|services?|sector|entit\w+)|banks?\b|banking|insurers?|gramm-leach|glba|dora\b)/,
  sexual: /\b(?:sexual\w*|porn\w*|nud(?:e|ity)|intimate)\b/,
  children:
    /\b(?:child(?:ren)?(?:'s)?|minors?|under (?:the age of )?(?:13|14|15|16|18|thirteen|sixteen|eighteen)|parents?(?! (?:compan|corporat|entit|organi))|guardians?|teen\w*)\b/,
  'from-others':
    /\b(?:third[- ]part(?:y|ies)|partners?|publicly available|public sources?|other sources?|data brokers?|social (?:media|network)\w*|single sign-on)\b/,
  learning:
    /\b(?:train\w*|fine-?tun\w*|machine[- ]learning|improv\w+ (?:\w+ ){0,4}(?:models?|ai|algorithms?|technolog\w+))\b/,
  advertising:
    /\b(?:advertis\w*|ads?\b|marketing|targeted|interest-based|personali[sz]ed ads|remarketing|retargeting)\b/,
  sale: /\b(?:sell|sells|sold|sale|selling)\b/,
  'legal-basis':
    /\b(?:legitimate interests?|legal bas[ei]s|lawful bas[ei]s|performance of (?:a|the|our) contract|legal obligation|vital interests?)\b/,

  affiliates: /\b(?:affiliates?|subsidiar\w+|group compan\w+|parent compan\w+|corporate family)\b/,
  suppliers:
    /\b(?:service providers?|vendors?|suppliers?|contractors?|hosting|cloud provider|payment processors?|third[- ]party providers?)\b/,
  advertisers:
    /(?<!\bnot our )\b(?:advertisers?|ad(?:vertising)? (?:networks?|partners?)|data brokers?|marketing partners?)\b/,
  authorities:
    /\b(?:law enforcement|government\w*|authorit(?:y|ies)|court orders?|subpoenas?|regulators?|legal process|warrants?\b(?! that))\b/,
  successors:
    /\b(?:merger|acqui(?:sition|rer|red)|bankruptcy|sale of (?:all|assets|our|the)|reorgani[sz]ation|change of control|successor)\b/,
  public:
    /\b(?:publicly|made public|public(?:ly)? (?:visible|available|forum|profile|area)|visible to (?:other|anyone|everyone))\b/,
  administrator: /\b(?:administrators?|your (?:employer|organi[sz]ation|school)|workspace owner|admins?)\b/,
  subprocessors: /\bsub-?processors?\b/,

  'open-ended':
    /\b(?:as long as|for so long as|until no longer|no longer (?:needed|necessary|required)|necessary (?:to|for)|indefinite\w*|reasonable period|as needed|only for the time)\b/,
  'after-closing':
    /\b(?:after|upon|following|once) (?:\w+ ){0,4}?(?:terminat\w+|clos\w+|delet\w+|cancel\w+|expir\w+|deactivat\w+)\b/,
  renews:
    /\b(?:auto(?:matic(?:ally)?)?[- ]?(?:be )?renew\w*|renew(?:s|ed)? automatically|continue to renew|(?:will|shall) renew|renew for (?:successive|further|additional)|tacit\w* renew\w*|recurring|automatically (?:be )?extend\w*)\b/,
  'no-refund':
    /\b(?:non[- ]?refundable|no refunds?|no right to (?:a |any )?refund|(?:do|does|will)(?: not|n't) (?:offer|provide|issue|give|grant)(?: \w+)? refunds?|not (?:be |receive |get |qualify |grant |issue |provide )?(?:\w+ )?(?:issued |eligible for |given |granted |provided )?(?:with )?(?:a |any )(?:full |partial )?refunds?|not (?:be )?eligible for (?:a |any )?refunds?|not (?:be )?refund\w*|not (?:be )?entitled to (?:a |any )?refunds?|final sale|without refund)\b/,
  'price-change':
    /\b(?:(?:change|modify|adjust|increase|revise|raise)\w* (?:our |the |its |any |your )?(?:\w+ )?(?:prices?|pricing|fees|rates|charges)|price (?:changes?|increases?)|(?:prices?|fees?) (?:\w+ ){0,12}?(?:are|is) subject to change|changes? (?:to|in) (?:the |our |its |any )?(?:fees?|prices?|pricing|rates))\b/,
  'paid-fees-cap':
    /^(?=[\s\S]*\b(?:exceed\w*|excess of|limited to|greater of|higher of|lesser of|maximum|capped|cap)\b)[\s\S]*(?:\b(?:amounts?|fees|sums?|price|commission)\b[^.;]{0,80}\b(?:paid|payable|received)\b|\b(?:paid|payable)\b[^.;]{0,60}\b(?:months?|year)\b)/,
  'total-exclusion':
    /\b(?:in no event|under no circumstances|shall not be liable|will not be liable|not be (?:held )?(?:liable|responsible)|no liability|disclaims? all liability|not (?:be )?liable)\b/,
  'serious-kept':
    /\b(?:gross(?:ly)? negligen\w+|wilful|willful|intent(?:ional)?|fraud\w*|death|personal injury|bodily injury)\b/,

  'arbitration-opt-out':
    /\bopt(?:s|ed|ing)?[- ]?out\b|\breject (?:this|the) (?:arbitration|agreement to arbitrate)|\bright to (?:reject|decline)\b/,
  'informal-first':
    /\b(?:informal(?:ly)?|good faith (?:effort|negotiat)|negotiat\w+|notice of (?:dispute|claim)|amicabl\w+|mediation|try to resolve|attempt to resolve|address your concerns before)\b/,
  'small-claims': /\bsmall[- ]claims?\b/,
  jury: /\bjury\b/,
  'exclusive-courts':
    /\b(?:exclusive(?:ly)?|sole(?:ly)?) (?:\w+ )?(?:jurisdiction|venue|in the (?:\w+ )*courts?)|\bexclusive\b[^.]{0,60}\bcourts?\b|\bcourts?\b[^.]{0,80}\bexclusive/,
  'time-bar':
    /\b(?:must|shall|has to|will) be (?:filed|brought|commenced|made)\b[^.]{0,40}\b(?:within|no later than)\b|\bpermanently barred\b|\bwithin one(?: \(1\))? year\b[^.]{0,60}\b(?:claim|action|arose|accru)/,
  'group-waiver':
    /\b(?:class|collective|representative|consolidated|mass|private attorney general)\b[^.]{0,40}\b(?:action|arbitration|proceeding|basis|capacity)/,

  benchmarks: /\b(?:benchmark\w*|competitive analysis|performance (?:test|comparison)\w*|evaluat\w+ for compet\w+)\b/,
  'model-building':
    /\b(?:train\w*|develop\w*|creat\w+|build\w*|improv\w+|fine-?tun\w*|distil\w*)\b[^.;]{0,80}\b(?:models?|machine learning|artificial intelligence|ai (?:system|product|service)s?|foundation)\b/,
  'outputs-restricted': /\b(?:not|never|no)\b[^.;]{0,80}\b(?:outputs?|generated content|results)\b/,
  scraping:
    /\b(?:scrap(?:e|es|ed|ing|ers?)|crawl\w*|spider(?:s|ing)?|robots?|bots?|data[- ]?min(?:e|es|ing)|(?<!model )extract\w*(?! (?:the )?(?:source|or steal))|harvest\w*|systematically retriev\w+)\b/,
  reverse:
    /\b(?:reverse[- ]engineer\w*|decompil\w*|disassembl\w*|source code|model weights|underlying components|exfiltrat\w*|derive\b)\b/,
  circumvention: /\b(?:circumvent\w*|bypass\w*|interfere|disable|evade|defeat|rate limits?|safeguards?|jailbreak\w*)\b/,
  'consent-needed':
    /\bwithout (?:our|the|its|obtaining|prior|express|written|\w+'s)[^.;]{0,50}\b(?:consent|permission|approval|authori[sz]ation)\b/,
  'human-oversight':
    /\b(?:human (?:review|oversight|in the loop|intervention|supervision)|reviewed by a (?:human|qualified|person)|checked by a human|qualified (?:professional|person))\b/,
  'machine-label':
    /\b(?:disclos\w+|label\w*|inform\w*|watermark\w*|made clear|clear(?:ly)? (?:that|to|indicat\w+)|aware)\b/,

  'processing-agreement':
    /\b(?:data[- ](?:processing|protection) (?:agreement|addendum|terms|exhibit)|\bdpas?\b|business associate (?:agreement|addendum)|\bbaas?\b)/,
  'separate-agreement':
    /\b(?:separate(?:ly)?(?: (?:written|signed|executed|negotiated|service|commercial))* (?:agreement|contract|terms)|order forms?|statements? of work|master (?:services?|subscription) agreement|enterprise agreement|your (?:\w+ )?agreement with us|as set out in your agreement|applicable (?:\w+ )*agreement between)\b/,
  instructions: /\b(?:documented |written |lawful |customer's |your |controller's )*instructions?\b/,
  audit: /\b(?:audits?|audited|inspection|certification|third[- ]party assess\w+)\b/,
  clauses:
    /\b(?:standard (?:contractual|data protection|contract) clauses|sccs?|model clauses|international data transfer (?:addendum|agreement))\b/,
  framework: /\b(?:data privacy framework|\bdpf\b|privacy shield)\b/,
  adequacy:
    /(?<!\b(?:absence of an?|without an?|not subject to an?|not been the subject of an?|no|not have an?) )\badequacy\b|\bcommission\b[^.;]{0,60}\b(?:decid|deem|determin|recogni|consider|found)\w*[^.;]{0,60}\badequate\b|\badequate\b[^.;]{0,40}\bby the (?:european )?commission\b/,
  precedence: /\b(?:prevail|precedence|supersede\w*|controls?\b|conflict|inconsisten\w+|entire agreement|govern\b)/,
  'breach-notice':
    /\b(?:notif\w+|inform|report)\b[^.;]{0,80}\b(?:breach|incident|unauthori[sz]ed)\b|\b(?:breach|incident)\b[^.;]{0,80}\b(?:notif\w+|inform|report)\b/,
  'third-party-terms':
    /\bthird[- ]part(?:y|ies)(?:'s?)?\b[^.;]{0,60}\b(?:terms|polic(?:y|ies)|licen[sc]es?)\b|\bopen[- ]source\b/,
  defence: /\bdefend\b/,
  appeal: /\bappeals?\b/,
  'report-route': /\b(?:report(?:ing|s|ed)?|flag\w*|notify us|contact us|submit a)\b/,
}
