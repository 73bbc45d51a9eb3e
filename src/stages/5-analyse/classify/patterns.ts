/**
 * Turns of phrase that carry a sense which single words do not: each is a feature of its own, weighed by the model like
 * any other. They are read over folded text (lower case, straight quotes, no outline number).
 */
import { hashString } from './words.ts'

const WE = '(?:we|us|our|company|provider|licensor)'
const DATA = '(?:personal (?:data|information)|information|data|details)'
const CONTENT = '(?:content|input|inputs|prompts?|materials?|submissions?|feedback|data|conversations|output|outputs)'

/** What a block is, where it may state no rule at all. */
const FORMS: Readonly<Record<string, RegExp>> = {
  'defines-quoted':
    /^["'(]?[^".:]{2,60}["')]*,?\s*(?:\([^)]*\)\s*)?(?:shall )?(?:means?|refers? to|has the meaning|have the meaning|is defined)\b/,
  'quoted-opening': /^"[^"]{2,60}"/,
  'as-defined':
    /\b(?:as defined|capitali[sz]ed terms|have the meanings?|meaning (?:given|set|assigned)|definitions? (?:in|of))\b/,
  'opens-list':
    /\b(?:the following|as follows|including|includes?|such as|set out below|listed below|described below|these are|examples? (?:of|include))\b[^.]{0,60}:$/,
  'opens-ban':
    /\b(?:you|customer|users?|client|licensee|publisher|partner|member)s? (?:may|must|shall|will|agree|can|are|should)\b[^.]{0,40}\bnot\b[^.]{0,80}:$/,
  'only-if': /\b(?:if|when|where|unless|provided that)\b[^.]{0,80}:$/,
  pointer:
    /^(?:for|to) (?:more|further|additional|learn|find|see|read|view|details|information|questions)\b[^.]{0,160}(?:see|visit|refer|review|click|read|check|contact|here)\b/,
  'pointer-see':
    /^(?:please |also |you can )*(?:see|refer to|read|review|visit|check out|click|consult)\b[^.]{0,140}\.?$/,
  'found-here':
    /\b(?:can be found|is available|are available|available at|learn more|read more|click here|more information|found here|find out more)\b/,
  'contact-only':
    /^(?:if you have (?:any )?(?:questions?|concerns?|comments?|queries)|(?:you (?:can|may) )?contact us|questions\b|how to contact|any questions)/,
  'section-intro':
    /\b(?:this|the following|these) (?:section|page|article|annex|schedule|exhibit|appendix|part|chapter|summary|table|list|guidelines?|policy|notice|statement|document|faq)s? (?:describes?|explains?|sets? out|outlines?|provides?|contains?|lists?|summari[sz]es?|details?|covers?|tells?)\b/,
  'updated-on':
    /\b(?:last (?:updated|modified|revised|changed)|effective(?: date)?:|effective (?:as of|from|on)|version|updated)\b[^.]{0,24}\b(?:19|20)\d\d\b/,
  changelog:
    /^(?:\d{4}-\d\d-\d\d|updated? |updates to|addition of|added|clarified|removed section|changes? to (?:section|bullets))/,
  greeting:
    /\b(?:welcome to|thank you for|our mission|we believe|we're (?:committed|glad|happy|here)|we value|we care|we take your privacy|is committed to|hello|imagine|we understand)\b/,
  example: /^(?:for example|example|e\.g|examples)\b/,
  'address-line':
    /\b(?:street|suite|floor|avenue|road|p\.?o\.? box|attn|attention:|blvd|zip)\b[^.]{0,80}\b(?:\d{4,}|usa|united states|ireland|france|uk)\b/,
  'no-change': /\b(?:intentionally left blank|reserved|not applicable|n\/a)\b/,
  'form-line': /\[[^\]]{2,40}\]|_{4,}|\| --- \|/,
  background: /^(?:whereas|recitals?|preamble|background)\b/,
  'summary-line': /^(?:in short|summary|tl;?dr|the short version|in brief|basically|what this means)\b/,
}

/** What a rule says. */
const SENSES: Readonly<Record<string, RegExp>> = {
  'we-collect': new RegExp(
    `\\b${WE} (?:may |will |also |automatically |might )*(?:collect|receive|obtain|gather|record|log)s?\\b`,
  ),
  'you-provide':
    /\b(?:information|data|details|content)\b.{0,20}\b(?:you (?:provide|submit|give|share|choose|enter)|provided by you)\b/,
  'we-use': new RegExp(`\\b${WE} (?:may |will |also |only |might )*(?:use|process)\\b[^.]{0,50}\\b${DATA}`),
  'used-to':
    /\b(?:use|used|process|processed|processing)\b[^.]{0,60}\b(?:to|for) (?:provide|improve|operate|maintain|communicate|personali[sz]e|analy[sz]e|develop|detect|prevent|comply|respond|fulfil|perform|send)/,
  'to-purpose':
    /^to (?:provide|improve|operate|maintain|communicate|personali[sz]e|analy[sz]e|develop|detect|prevent|comply|respond|fulfil|perform|send|enforce|protect|administer|process|contact|verify|conduct|create|help|support|facilitate|deliver|understand|monitor|market|manage|identify)/,
  'legal-basis':
    /\b(?:legitimate interests?|legal basis|performance of (?:a|the|our) contract|art(?:icle|\.) ?6|contractual necessity|lawful bas[ie]s)\b/,
  train:
    /\b(?:train|training|fine-tun\w+|retrain)\b[^.]{0,60}\b(?:models?|ai|machine learning|algorithms?|llms?)\b|\b(?:models?|ai|machine learning)\b[^.]{0,40}\b(?:train|training|trained)\b/,
  'improve-with-content': new RegExp(
    `\\b(?:use|using|used|process)\\b[^.]{0,60}\\b${CONTENT}\\b[^.]{0,60}\\b(?:improve|develop|enhance)`,
  ),
  'we-share': new RegExp(
    `\\b${WE} (?:may |will |also |only |do not |don't |might )*(?:share|disclose|provide|transfer|make available|pass)\\b[^.]{0,60}\\b(?:with|to)\\b`,
  ),
  'share-with':
    /\b(?:share|shared|sharing|disclose[ds]?|disclosure|disclosing|transferred)\b[^.]{0,80}\b(?:third[- ]part(?:y|ies)|affiliates?|service providers?|vendors?|partners?|advisors?|subsidiaries|group companies|contractors)\b/,
  merger:
    /\b(?:merger|acquisition|bankruptcy|sale of (?:all|some|assets|our)|reorgani[sz]ation|change (?:of|in) control|successor entity)\b/,
  'public-to-others':
    /\b(?:visible|viewable|publicly available|made public|public profile|other users (?:can|may|will) (?:see|view|access))\b/,
  'no-sale':
    /\b(?:do not|don't|does not|never|not) (?:\w+ )?(?:sell|rent|trade)\b|\b(?:sell|sale|sold|selling)\b[^.]{0,40}\b(?:personal|your (?:data|information))/,
  'targeted-ads':
    /\b(?:targeted|personali[sz]ed|interest-based|behaviou?ral|tailored|cross-context|relevant) (?:behaviou?ral )?(?:ads?|advertis\w+|marketing)\b/,
  'marketing-mail':
    /\b(?:marketing|promotional|newsletters?)\b[^.]{0,30}\b(?:e-?mails?|communications?|messages?|materials?|purposes?)\b|\bunsubscribe\b/,
  authorities:
    /\b(?:law enforcement|government(?:al)?|regulat(?:ors?|ory)|public|judicial|competent|supervisory|tax) (?:agenc|authorit|official|bod|request|entit)\w*|\b(?:subpoena|court order|legal process|search warrant|legal request)/,
  retain:
    /\b(?:retain|retention|keep|kept|store[ds]?|stored)\b[^.]{0,60}\b(?:as long as|no longer than|for (?:a|the|up to|as|\d+)|period|necessary|until|days?|months?|years?)\b/,
  'delete-data':
    /\b(?:delet|eras|destroy|anonymi[sz]|purg)\w*\b[^.]{0,60}\b(?:data|information|content|account|copies|days|upon)\b/,
  'right-to':
    /\b(?:right|rights|request|entitled|ask us) (?:to |that )?(?:be |we )?(?:\w+ )?(?:access|correct|rectif|eras|delet|object|restrict|withdraw|port|opt[- ]out|know|lodge|complain|inform|review|obtain|receive)/,
  'gdpr-rights':
    /\b(?:right of access|right to erasure|data portability|right to object|withdraw (?:your )?consent|supervisory authority|data protection authority|verif(?:y|iable) (?:your|consumer)|authori[sz]ed agent|exercise (?:your|any|these|this) )/,
  'opt-out': /\bopt[- ]?(?:out|in)\b/,
  'transfer-abroad':
    /\b(?:transfer|transferred|transfers|stored|processed|hosted|located)\b[^.]{0,80}\b(?:outside|other countr|another countr|united states|third countr|international|abroad|eea|european economic)/,
  scc: /\b(?:standard contractual clauses|sccs?|adequacy decision|privacy shield|data privacy framework|uk addendum|binding corporate rules|chapter v)\b/,
  safeguards:
    /\b(?:technical and organi[sz]ational|security measures|reasonable (?:security|measures|safeguards)|encrypt\w*|safeguards?|firewalls?|access controls?|iso(?:\/iec)? ?27001|soc ?2|penetration test|vulnerabilit\w+)\b/,
  breach:
    /\b(?:data breach|security (?:breach|incident)|personal data breach|unauthori[sz]ed (?:access|use|disclosure))\b/,
  cookies:
    /\b(?:cookies?|web beacons?|pixels?|local storage|tracking technolog\w+|do not track|google analytics|analytics (?:tools?|services?|providers?)|similar technologies|sdks?)\b/,
  'special-data':
    /\b(?:biometric|special categor\w+|sensitive (?:personal |data|information)|health (?:data|information)|precise (?:geo)?location|racial|ethnic origin|religious|sexual orientation|genetic|phi\b|hipaa)\b/,
  age: /\b(?:under|at least|over|above|below|younger than|age of|aged?) (?:the age of )?(?:1[3-8]|thirteen|sixteen|eighteen|21)\b|\b(?:years of age|years old|minors?|parental consent|legal guardian|age of majority|children)\b/,
  automated:
    /\b(?:automated (?:decision|individual|processing|means)|profiling|solely (?:on )?automated|legal or similarly significant)\b/,
  processor:
    /\b(?:sub-?processors?|data (?:controller|processor|exporter|importer)|on (?:your|customer's|the customer's) behalf|documented instructions|data processing (?:agreement|addendum)|controller|data subject requests?)\b/,
  monitor:
    /\b(?:monitor|scan|review|screen|inspect|moderat|listen|observe)\w*\b[^.]{0,60}\b(?:content|communications?|messages|conversations?|usage|use of|activity|activities|posts|chats?)\b/,
  'human-review':
    /\b(?:human review\w*|reviewed by (?:humans|people)|manually review|authori[sz]ed (?:personnel|employees))\b/,
  'grant-to-us': new RegExp(
    `\\b(?:you|user|customer|licensee|member|client)s? (?:hereby )?(?:grant|give|assign|license)\\w*\\b[^.]{0,50}\\b(?:${WE}|a |the |an )`,
  ),
  'grant-to-you': new RegExp(
    `\\b(?:${WE}|hereby) (?:hereby )?grants? (?:you|to you|customer|licensee|user|the user|client)`,
  ),
  'broad-licence': /\b(?:worldwide|royalty-free|perpetual|irrevocable|sublicens\w+|non-exclusive|transferable)\b/,
  feedback: /\b(?:feedback|suggestions?|ideas|comments)\b/,
  'own-content':
    /\b(?:you|customer|user)s? (?:\w+ )?(?:retain|own|keep|remain)s?\b[^.]{0,60}\b(?:content|input|output|rights|ownership|data)\b/,
  outputs: /\b(?:outputs?|generated (?:content|images?|text)|ai-generated|generations)\b/,
  'similar-output':
    /\b(?:not be unique|similar (?:or the same )?(?:output|response|content)|same or similar|other users may)\b/,
  'our-ip':
    /\b(?:trademarks?|trade ?names?|logos?|copyrights?|patents?|proprietary|intellectual property)\b[^.]{0,80}\b(?:of|by|belong|property|owned|reserved|licensors?)\b|\ball rights reserved\b/,
  dmca: /\b(?:dmca|counter[- ]?notif\w+|take-?down|repeat infring\w+|copyright agent|designated agent|good faith belief|penalty of perjury|alleged(?:ly)? infring\w+|infringement (?:notice|claim))/,
  'must-not':
    /\b(?:may|must|shall|will|should|can|agree|are|is|do|does|allowed|permitted)(?: \w+)? not\b|\b(?:cannot|can't|don't|prohibited|forbidden|not allowed|not permitted|refrain from|never)\b/,
  abuse:
    /\b(?:harass\w*|hate(?:ful)?|violen\w+|illegal|unlawful|fraud\w*|malware|viruses|spam|phishing|defamatory|obscene|porn\w*|nudity|exploit\w*|terroris\w+|weapons?|drugs|self-harm|suicide|bully\w*|impersonat\w*|deceptive|misleading|threat\w*|scams?|hack\w*)\b/,
  compete: /\b(?:compet(?:e|es|ing|itive|itors?)|benchmark\w*)\b/,
  scrape:
    /\b(?:scrap\w+|crawl\w*|spiders?|bots?|robots?|data mining|harvest\w*|automated means|reverse[- ]engineer\w*|decompil\w*|disassembl\w*|source code|circumvent\w*|bypass\w*|rate limits?)\b/,
  'ai-label':
    /\b(?:disclos|label|represent|mislead|inform|indicat)\w*\b[^.]{0,80}\b(?:ai-generated|generated by ai|artificial(?:ly)?|human-generated|interacting with|synthetic)\b/,
  'high-risk':
    /\b(?:legal|medical|financial|professional|tax|investment) (?:or \w+ )?advice\b|\b(?:high-risk|life-?threatening|consequential decisions?|human (?:oversight|review|in the loop)|emergency|critical (?:systems|infrastructure)|nuclear)\b/,
  'remove-content':
    /\b(?:remove|removal|delete|block|restrict|disable|take down|refuse|demote|limit)\w*\b[^.]{0,50}\b(?:content|posts?|listing|material|visibility|submission)\b/,
  appeal: /\b(?:appeal|flag|report)\w*\b[^.]{0,60}\b(?:content|decision|violation|abuse|users?|post)\b/,
  credentials:
    /\b(?:passwords?|log-?in|credentials?|username|confidentiality of your|security of your account|account information|unauthori[sz]ed use of your)\b/,
  'responsible-for':
    /\b(?:you|customer|user|client|partner|publisher)s? (?:are|is|will be|shall be|remain)s? (?:solely |fully |entirely )?responsible\b/,
  'represent-warrant':
    /\b(?:you|customer|user|client|publisher|partner)s? (?:\w+ )?(?:represent|warrant|confirm|guarantee)\w*\b/,
  'comply-law':
    /\b(?:comply|compliance|accordance) with (?:all |any )?(?:applicable|relevant|local)? ?(?:laws?|regulations)\b/,
  export:
    /\b(?:export (?:control|law|administration|restrict)\w*|sanction\w*|embargo\w*|ofac|denied (?:persons?|part)|specially designated)\b/,
  'change-terms':
    /\b(?:change|modify|update|amend|revise|alter)\w*\b[^.]{0,30}\b(?:these|this|our|the|such) (?:\w+ )?(?:terms|agreement|policy|policies|notice|conditions|statement|guidelines)\b|\bcontinued use\b/,
  terminate:
    /\b(?:terminat|suspend|clos|deactivat|cancel|disabl|revok)\w*\b[^.]{0,50}\b(?:account|access|agreement|terms|services?|contract|licen[cs]e|subscription)\b/,
  survive: /\b(?:surviv\w+|upon termination|effects? of termination|following termination|after termination)\b/,
  'service-may-change':
    /\b(?:discontinu\w+|modify|change|interrupt|suspend|add or remove)\b[^.]{0,40}\b(?:services?|features?|functionalit|products?|site|app)\b|\b(?:beta|uptime|service levels?|maintenance|technical support|availability)\b/,
  fees: /\b(?:fees?|prices?|pricing|invoices?|billing|payments?|taxes|vat|credit card|auto(?:matic(?:ally)?)?[- ]renew\w*|charges?|charged|overdue|commission)\b/,
  refund:
    /\b(?:refund\w*|non-refundable|money back|right of withdrawal|cooling[- ]off|cancel (?:your|a|the) (?:subscription|order|plan)|withdraw from)\b/,
  entire:
    /\b(?:entire agreement|supersede\w*|incorporated (?:herein )?by reference|order of precedence|in (?:the event|case) of (?:any |a )?(?:conflict|inconsistenc)|shall prevail|will prevail|takes? precedence|subject to (?:our|the) (?:\w+ )?(?:terms|policy))\b/,
  'applies-to': /\b(?:applies|apply|govern|governs|covers?) (?:to|only|your|the|all|when|if)\b|\bdoes not apply\b/,
  'by-using':
    /\bby (?:using|accessing|clicking|creating|registering|downloading|signing|continuing|checking|submitting)\b|\b(?:agree to be bound|legally binding|authority to bind|accept these|on behalf of (?:a|an|your) (?:company|entity|organi[sz]ation))\b/,
  'third-party-service':
    /\bthird[- ]party (?:\w+ )?(?:services?|websites?|sites?|links?|products?|applications?|content|platforms?|software|materials?|integrations?|offerings?)\b|\bopen[- ]source\b/,
  confidential: /\bconfidential(?:ity)?\b/,
  'as-is':
    /\b(?:as[- ]is|as available|without (?:any )?warrant\w+|no warrant\w+|disclaims?|merchantability|fitness for a particular|does not (?:warrant|guarantee)|make no (?:representations?|warrant|guarantee)|error-free|uninterrupted)\b/,
  inaccurate:
    /\b(?:inaccurate|incorrect|accuracy|errors?|hallucinat\w*|should not rely|independently verify|evaluate)\b/,
  'not-liable':
    /\b(?:not (?:be )?(?:\w+ )?(?:liable|responsible)|no (?:liability|responsibility)|limitation of liability|liability (?:for|of|under|shall|will|is|to)|consequential|punitive|exceed the (?:amount|fees|greater)|at your own risk|assumes? no|release us)\b/,
  indemnify: /\b(?:indemnif\w*|hold (?:us |\w+ )?harmless|defend\b)/,
  arbitrate:
    /\b(?:arbitrat\w*|mediat\w*|informal(?:ly)? (?:resol|dispute)|jury|dispute resolution|small claims|out-of-court|ombuds\w*|odr)\b/,
  class:
    /\bclass(?:[- ]wide)?[, -]+(?:action|arbitration|or|collective|representative|proceeding)|\brepresentative (?:action|proceeding|basis)|\bindividual (?:basis|capacity)\b/,
  'law-court':
    /\b(?:governed by|governing law|laws? of (?:the )?(?:state|republic|england|ireland|france)|exclusive jurisdiction|courts? (?:of|located|in)|venue|conflicts? of laws?|statute of limitations)\b/,
  boilerplate:
    /\b(?:severab\w*|unenforceable|invalid|no waiver|failure to (?:enforce|exercise)|assign (?:this|these|its|your|any)|force majeure|beyond (?:our|its|their) (?:reasonable )?control|joint venture|independent contractors?|third[- ]party beneficiar\w*|headings|notices? (?:shall|must|will|to)|counterparts)\b/,
}

const PATTERNS: readonly (readonly [RegExp, number])[] = Object.entries({ ...FORMS, ...SENSES }).map(
  ([name, pattern]) => [pattern, hashString(name)],
)

/** Hashes of the patterns that a folded text meets. */
export function patternsIn(text: string): readonly number[] {
  const found: number[] = []
  for (const [pattern, hash] of PATTERNS) if (pattern.test(text)) found.push(hash)
  return found
}
