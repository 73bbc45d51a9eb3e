/**
 * What a wording names, in the words of an explanation: kinds of data, parties, purposes and the like, in the order in
 * which they stand there. These fill the places (`{data}`) in the texts of `knowledge/`.
 */
import { COMPANY_NAMES } from './company.ts'

type Names = readonly (readonly [phrase: string, pattern: RegExp])[]

/** At most this many of a list are named; the rest are said to be more. */
const NAMED = 5

const DATA: Names = [
  ['inputs', /\binputs?\b/],
  [
    'prompts',
    /\bprompts\b|\b(?:your|a|the|user|each|text|input) prompt\b(?! (?:notice|written|payment|action|response))/,
  ],
  ['outputs', /\boutputs?\b|\bgenerated content\b/],
  ['conversations', /\bconversations?\b|\bchats?\b|\bchat (?:history|logs)\b/],
  [
    'messages',
    /(?<!\b(?:sms|text|e-?mail|promotional|marketing|commercial|electronic|service) )\bmessages?\b(?! (?:frequency|and data rates))/,
  ],
  ['feedback', /\bfeedback\b|\b(?:your|and|or|any|comments,|ideas,) suggestions\b/],
  ['files and uploads', /(?<!\b(?:log|small|text|data) )\bfiles?\b(?! information)|\buploads?\b|\bdocuments you\b/],
  ['user content', /\b(?:user|your|customer|submitted) content\b/],
  ['customer data', /\b(?:customer|business) (?:personal )?data\b/],
  ['personal data', /(?<!\bnon-)\bpersonal (?:data|information)\b|(?<!\bnon-)\bpersonally identif\w+/],
  [
    'contact details',
    /\bcontact (?:details|information)\b|\be-?mail address\w*|\bphone numbers?\b|\bpostal address\w*/,
  ],
  ['names', /(?<!\b(?:domain|user|file|brand|browser|host|product|company) )\bnames?\b(?=,| and|;)/],
  ['account details', /\baccount (?:information|data|details)\b|\busernames?\b|\blog-?in (?:information|details)\b/],
  [
    'payment details',
    /\bpayment (?:information|data|details|card|method)\w*|\bcredit card\b|\bbilling (?:information|address|details)\b/,
  ],
  [
    'usage data',
    /\busage (?:data|information)\b|\bhow you use\b|\bservice data\b|\btelemetry\b|\binteractions? with (?:the|our|us)\b/,
  ],
  [
    'device data',
    /\bdevice (?:information|data|type|identifier)\w*|\bbrowser type\b|\boperating system\b|\bdevice ids?\b/,
  ],
  ['IP addresses', /\bip address\w*|\binternet protocol\b/],
  ['log data', /\blog (?:data|files?|information)\b|\bserver logs?\b/],
  ['location data', /\b(?:geo-?)?location (?:data|information)\b|\bprecise location\b|\bgeolocation\b|\bgps\b/],
  ['cookie data', /\bcookies?\b(?! (?:polic(?:y|ies)|notices?|statements?|lists?))/],
  [
    'biometric data',
    /\bbiometric\w*|\bvoice ?prints?\b|\bface ?prints?\b|\bfacial (?:geometry|recognition|features)\b/,
  ],
  ['health data', /\bhealth (?:data|information)\b|\bmedical (?:data|information|records)\b|\bphi\b/],
  ['genetic data', /\bgenetic\b/],
  ['recordings', /\b(?:audio|voice|video|call) (?:and \w+ )?recordings?\b|\brecordings?\b/],
  ['photos and images', /\bphotos?\b|\bphotographs?\b|\bimages?\b|\bpictures\b/],
  ['contacts', /\baddress book\b|\bcontact lists?\b/],
  [
    'employment data',
    /\bemployment (?:data|information|history|records?|details|status)\b|\bjob (?:title|application)\b|\b(?:your|a|the) (?:resume|cv)\b/,
  ],
  ['demographic data', /\bdemographic\b|\bgender\b|\bdate of birth\b|\b(?:your|their) age\b|\bage(?=,| and gender)/],
  ['inferences', /\binferences\b/],
  ['crash and diagnostic data', /\bcrash\b|\bdiagnostic\w*/],
  [
    'data from social networks',
    /\b(?:data|information|profile|accounts?)\b[^.;]{0,60}\bsocial (?:media|network)|\bsocial (?:media|network\w*) (?:\w+ )?(?:data|information|profiles?|accounts?)\b/,
  ],
  [
    'aggregated or de-identified data',
    /\baggregated\b|\baggregate (?:data|information|form|statistics|usage)\b|\bde-?identified\b|\banonymi[sz]ed\b/,
  ],
]

const PARTIES: Names = [
  ['affiliated companies', /\baffiliates?\b|\bsubsidiar\w+|\bgroup compan\w+/],
  ['service providers', /(?<!\binternet )\bservice providers?\b|\bvendors?\b|\bsuppliers?\b|\bcontractors?\b/],
  ['sub-processors', /\bsub-?processors?\b/],
  ['payment processors', /\bpayment (?:processors?|providers?|service providers?)\b/],
  ['hosting providers', /\b(?:hosting|cloud) (?:service )?(?:providers?|services?)\b/],
  ['analytics providers', /\banalytics (?:providers?|partners?|services?)\b/],
  [
    'advertisers and advertising partners',
    /\badvertisers?\b|\badvertising (?:networks?|partners?)\b|(?<!\bnot our )\bad (?:networks?|partners?)\b/,
  ],
  ['business partners', /\bbusiness partners?\b|\bmarketing partners?\b|\bour partners?\b/],
  ['model providers', /\b(?:ai|model|llm) providers?\b/],
  ['professional advisers', /\bprofessional advis\w+|\blawyers\b|\bauditors?\b|\baccountants\b/],
  [
    'authorities',
    /\blaw enforcement\b|\bgovernment(?:al)? (?:agenc|authorit|bod|entit|official|request|institution)\w*|\bgovernments\b|\bauthorit(?:y|ies)\b|\bregulators?\b/,
  ],
  ['courts and parties to proceedings', /\bcourts?\b|\blitigation\b|\blegal proceedings?\b/],
  [
    'a buyer or successor of the business',
    /\bmerger\b|\bacqui(?:rer|sition|red)\b|\bsuccessors?\b|\bbankruptcy\b|\bsale of (?:all|our|assets|the)\b/,
  ],
  ['other users', /\bother users?\b/],
  ['the public', /\bthe public\b(?! internet)|\bpublicly\b(?! (?:available|accessible))/],
  [
    'your organisation and its administrators',
    /(?<!\bwebsite )\badministrators?\b|\byour (?:employer|organi[sz]ation)\b/,
  ],
  ['researchers', /\bresearchers?\b|\bacademic\b/],
  ['social networks', /\bsocial (?:media|networks?)\b/],
]

const PURPOSES: Names = [
  [
    'providing the service',
    /\b(?:provid\w+|provision of|performance of|present|deliver\w*|operat\w+|maintain\w*|run) (?:\w+ ){0,5}?(?:services?|platform|products?|website|app|features)\b/,
  ],
  [
    'training and developing models',
    /\btrain\w*\b|\bdevelop\w* (?:\w+ ){0,4}(?:models?|ai|algorithms?)\b|\bfine-?tun\w*/,
  ],
  ['improving products', /\bimprov\w+|\benhanc(?:e|es|ing)\b/],
  ['developing new features', /\bnew (?:products?|features?|services?|functionality)\b/],
  ['research', /\bresearch\b/],
  ['analytics', /\banaly[sz]\w+|\banalytics\b|\bstatistic\w*/],
  [
    'security and the prevention of abuse',
    /(?<!\bsocial )\bsecurity\b|\bfraud\b|\babuse\b|\bsafety\b|\bprotect(?:s|ing)?\b/,
  ],
  [
    'support',
    /\bsupport\b(?! (?:(?:the|our|of|for|this|these|their|an?)\b|advert|ads))|\brespond to\b|\bcustomer service\b/,
  ],
  [
    'billing',
    /\bbilling\b|\b(?:process\w*|collect\w*|for|handl\w+|administer) (?:\w+ )?(?:payments?|transactions?)\b|\binvoicing\b/,
  ],
  ['marketing', /\bmarketing\b|\bpromot\w+|\bnewsletters?\b/],
  ['advertising', /\badvertis\w+\b(?! (?:and other unique |ids?\b|identifiers?))|\btargeted\b|\bads\b/],
  ['personalisation', /\bpersonali[sz]\w+|\btailor\w*|\bcustomi[sz]\w+|\brecommend(?:s|ed|ing)?\b/],
  [
    'communication with you',
    /\bcommunicat(?:e|ing)\b(?!,| (?:and|your|such|it|to the public))|(?<!\bidentify or )\bcontact you\b|\bsend you\b|\bnotify you\b/,
  ],
  [
    'compliance with law',
    /\bcompl(?:y|iance|ying)\b[^.;]{0,40}\b(?:law|legal|obligation|regulat)\w*|\blegal obligations?\b/,
  ],
  [
    'managing accounts',
    /\b(?:manag\w+|administ\w+|maintain\w*|creat\w+|verify\w*) (?:\w+ ){0,3}?(?:accounts?|registrations?|identity)\b|\baccount (?:management|creation)\b/,
  ],
  [
    'recruitment',
    /\brecruit\w*|\bjob (?:application|candidate|applicant)s?\b|\bapply for a job\b|\bcandidates? (?:best|that)\b/,
  ],
  [
    'corporate transactions',
    /\b(?:corporate|business) transactions?\b|\bmerger\b[^.;]{0,80}\b(?:restructuring|reorgani[sz]ation|sale)\b/,
  ],
  ['legal claims', /\blegal claims\b|\bdefend\w* (?:\w+ ){0,3}?(?:claims?|rights)\b|\bdefen[cs]e of\b/],
  ['enforcing terms and rights', /(?<!\blaw )\benforc\w+/],
]

/** What is forbidden wherever law forbids it. */
export const ILLEGAL = 'illegal activity'

const CONDUCT: Names = [
  [
    ILLEGAL,
    /\b(?:illegal|illicit|(?:commit\w*|leading to|promot\w*) (?:\w+ ){0,2}?crimes?|unlawful|(?:violat\w+|breach\w*) (?:of )?(?:(?:any|the|all) )?(?:(?:applicable|relevant|local) )?(?:laws?|regulations?|legislation)|in violation of (?:the |any )?(?:[\w.]+ ){0,5}?(?:act|laws?|directive|regulations?)\b|not violate the law|criminal(?! (?:prosecution|penalt|liabilit|proceeding)))\b/,
  ],
  [
    'harm to children',
    /\b(?:child (?:porn\w*|sexual|abuse|exploit\w*)|csam|csae)\b|\b(?:minors?|child(?:ren)?)\b[^.;]{0,60}\b(?:sexual\w*|exploit\w*|abus\w+|harm\w*|groom\w*|inappropriate|endanger\w*)\b|\b(?:sexual\w*|exploit\w*|abus\w+|harm\w*|damage|groom\w*|suggestive|inappropriate|endanger\w*|coerc\w+|target\w*)\b[^.;]{0,40}\b(?:minors?|child(?:ren)?)\b/,
  ],
  ['hate speech and discrimination', /\b(?:hat(?:e|eful)|discriminat\w+|racis\w+|intoleran\w+|bigot\w+)\b/],
  [
    'harassment and threats',
    /\b(?:harass\w*|bully\w*|threaten\w*|threats?(?! to)|intimidat\w+|stalk\w*|personal attacks?|name-calling|provok\w+|insult\w*|abusive|abus(?:e|ing) (?:of )?(?:others?|users?|people|any (?:person|individual)|individuals)|victimi[sz]\w+)\b/,
  ],
  ['violence and extremism', /\b(?:violen\w+|terroris\w+(?!["” ]*support)|extremis\w+|incit\w+)\b/],
  ['self-harm', /\b(?:self-harm|suicid\w+|eating disorder)\b/],
  ['weapons', /\b(?:weapons?|firearms?|guns?|ammunition|explosives?|nuclear|chemical|biological)\b/],
  [
    'sexual content',
    /\b(?:sexual(?! (?:orientation|preference|identity))\w*|porn\w*|obscen\w+|nudity|adult content)\b/,
  ],
  [
    'fraud and deception',
    /\b(?:(?:de)?fraud\w*|non-genuine|inauthentic|fake|false pretens\w+|trick(?:s|ing)?|scams?|phish\w*|decepti\w+|mislead\w*|deceiv\w*)\b/,
  ],
  ['impersonation', /\b(?:impersonat\w+|misrepresent\w*|deepfakes?|pretend\w*)\b/],
  ['misinformation', /\b(?:misinformation|disinformation|fake news|false information)\b/],
  ['political campaigns and elections', /\b(?:elections?|political campaign\w*|lobbying|voter)\b/],
  ['spam', /\b(?:spam\w*|unsolicited|robo-?calls?|junk mail|chain letters|mailing lists?|contact lists)\b/],
  [
    'malware and attacks',
    /\b(?:malware|virus\w*|trojan|worms?|malicious (?:\w+ )?(?:code|software|programs?|files?|links?|content)|hack\w*|ddos|denial[- ]of[- ]service|exploits|exploit\w* (?:\w+ )?vulnerabilit\w+)\b/,
  ],
  [
    'infringement of rights of others',
    /\b(?:infring\w*|intellectual property|counterfeit\w*|copyright\w*(?! (?:(?:or|and) other )?notices?)|trademarks?|third[- ]party rights|rights of (?:any )?third part(?:y|ies)|misappropriat\w*(?= (?:\w+ ){0,4}?(?:rights?|property|secrets?|content|works?|data|materials?)\b))\b/,
  ],
  [
    'intrusion into privacy',
    /\b(?:privacy(?! (?:polic(?:y|ies)|notice|statement|settings|laws?))|personal (?:data|information) (?:of|about) others|dox\w*|surveil\w*|track(?:ing)? individuals|facial recognition)\b/,
  ],
  [
    'profiling on protected characteristics',
    /\b(?:classify\w*|profiling|social scoring|(?:classif|profil|predict)\w*[^.;]{0,80}\bprotected (?:characteristics|class\w*))\b/,
  ],
  ['offensive or defamatory content', /\b(?:defam\w+|libel\w*|slander\w*|offensive|intended to (?:disgust|shock))\b/],
  ['profanity', /\b(?:profan\w+|swear(?:ing)? words?|curse words?|vulgar\w*)\b/],
  ['cheating', /\bcheat(?:s|ing)?\b|\bin order to win\b/],
  [
    'hoarding or trading of accounts and names',
    /\b(?:squat\w*|hoard\w*)\b|\b(?:buy|sell|trade)\w*\b[^.;]{0,40}\b(?:usernames?|accounts)\b/,
  ],
  [
    'sensitive data',
    /\b(?:submit|upload|enter|solicit(?:ing)?|collect(?:ing)?|process|store)\b[^.;:]{0,80}\b(?:sensitive|personally identifiable|protected health)\b/,
  ],
  [
    'data of children and services made for them',
    /\b(?:information|data) (?:of|about|from) (?:children|minors)\b|\b(?:directed (?:to|at)|target\w*) (?:users|children|kids|minors) (?:who are )?under\b/,
  ],
  [
    'copying, changing or redistribution',
    /\b(?:derivative works?|re-?distribut\w+|re-?syndicat\w+|republish\w*|repackag\w+|framing|mirroring|(?:mirror|frame) (?:or|and) (?:mirror|frame))\b|(?<!\b(?:may|can) )\b(?:modify|alter|copy|reproduce|adapt)\b[^.;]{0,60}\b(?:services?|api|software|platform|site|website)\b/,
  ],
  ['gambling', /\bgambl\w+|\bbetting\b/],
  ['drugs and similar goods', /\b(?:drugs?|narcotic\w*|controlled substances?|tobacco|cigarettes?|alcohol)\b/],
  [
    'resale or sharing of access',
    /\b(?:re-?sell\w*|resale|rent|leas(?:e|ing)|sub-?licen[sc](?!able)\w*|share your account|service bureau|time-?shar\w+)\b/,
  ],
  [
    'automated access',
    /\b(?:scrap(?:e|es|ing|ers?)|crawl\w*|bots?|robots?|spiders?|automated means|automatically, systematically|programmatically)\b/,
  ],
  ['reverse engineering', /\b(?:reverse[- ]engineer\w*|decompil\w*|disassembl\w*)\b/],
  ['circumvention of limits and safeguards', /\b(?:circumvent\w*|bypass\w*|evad\w+|rate limits?|jailbreak\w*)\b/],
  ['interference with the service', /\b(?:interfer\w+|disrupt\w*|overload\w*|overburden\w*|impair\w*)\b/],
  [
    'building competing products',
    /\bcompet(?:e|es|ing)\b|\bcompetitive (?:\w+ )?(?:product|service|use|purpose|analys|website|model)\w*|\b(?:build|develop|creat)\w*[^.;]{0,40}\bcompet/,
  ],
  ['professional advice without review', /\b(?:legal|medical|financial|professional) advice\b/],
  [
    'decisions with serious effects on people',
    /\bautomated decision\w*|\b(?:decision|determin|eligib|screen)\w*\b[^.;]{0,80}\b(?:credit|employment|housing|insurance|benefits|lending)\b|\b(?:credit|employment|housing|insurance|benefits|lending)\b[^.;]{0,60}\b(?:decision|determin|eligib|screen|scor)\w*/,
  ],
  [
    'high-risk operations',
    /\b(?:critical infrastructure|life support|aircraft|emergency (?:services|systems|calls)|safety-critical)\b/,
  ],
]

const RIGHTS: Names = [
  [
    'access',
    /(?<!\bunauthori[sz]ed )\baccess\b(?! (?:our|this|the (?:service|site|app))\b)|\bcop(?:y|ies) of\b|\bto know\b/,
  ],
  ['correction', /\bcorrect\w*|\brectif\w+|\bupdate your\b/],
  ['deletion', /\bdelet\w+|\beras\w+/],
  ['restriction', /\brestrict\w*/],
  ['objection', /\bobject\w*/],
  ['portability', /\bportab\w+|\bmachine-readable\b/],
  ['withdrawal of consent', /\bwithdraw\w*/],
  [
    'opt-out of sale and sharing',
    /\bopt(?:ing)?[- ]?out\b[^.;]{0,120}\b(?:sale|sell|sharing|targeted|cross-context|tailored)|\b(?:sale|sell|targeted)\b[^.;]{0,80}\bopt(?:ing)?[- ]?out\b|\bdo not sell\b/,
  ],
  ['limits on sensitive data', /\blimit\b[^.;]{0,40}\bsensitive\b/],
  ['no automated decisions', /\bautomated\b/],
  ['appeal', /\bappeal\w*/],
  ['notice of collection', /\bright to (?:receive )?(?:notice|be (?:notified|informed))\b/],
  ['complaint to an authority', /\bcomplain\w*|\bsupervisory authorit\w+/],
  ['equal treatment after a request', /\bdiscriminat\w+|\bretaliat\w+/],
]

const LOSSES: Names = [
  ['indirect and consequential loss', /\b(?:indirect|consequential|incidental)\b/],
  ['lost profits and revenue', /\b(?:profits?|revenues?|income)\b/],
  ['lost data', /\b(?:loss of|lost|corrupt\w+)[^.;]{0,30}\bdata\b|\bloss of (?:use|data)/],
  ['lost goodwill', /\bgoodwill\b|\breputation\b/],
  ['punitive damages', /\b(?:punitive|exemplary)\b/],
  ['interruption of business', /\b(?:business )?interruption\b|\bdowntime\b/],
  [
    'conduct of third parties',
    /\b(?:acts?|conduct|content|products?|services?|software|equipment|sites?|websites?|provided|caused)\b[^.;]{0,50}\bthird[- ]part(?:y|ies)\b(?! benefi)|\bthird[- ]part(?:y|ies)(?:'s?)? (?:\w+ )?(?:content|conduct|products?|services?|sites?|websites?|providers?|software)\b/,
  ],
  ['errors and inaccuracies', /\b(?:errors?|inaccura\w+|mistakes?)\b/],
  ['unauthorised access', /\bunauthori[sz]ed access\b/],
  ['personal injury and damage to property', /\b(?:personal|bodily) injury\b|\bproperty damage\b/],
]

const ASSURANCES: Names = [
  ['merchantability', /\bmerchantab\w+/],
  ['fitness for a purpose', /\bfitness\b/],
  ['title and non-infringement', /\b(?:non-?infring\w+|title)\b/],
  ['accuracy and completeness', /\b(?:accura\w+|complete(?:ness)?|correctness|reliab\w+)\b/],
  [
    'availability and freedom from interruption',
    /\b(?:uninterrupted|availability|as[- ]available|(?:always|be|continuously) available|timely)\b/,
  ],
  ['freedom from errors and viruses', /\b(?:error[- ]free|free (?:of|from)|virus\w*|bugs?|defects?)\b/],
  ['security', /\bsecur(?:e|ity)\b/],
  ['satisfactory quality', /\b(?:satisfactory|quality|quiet enjoyment)\b/],
]

const SAFEGUARDS: Names = [
  ['encryption', /\bencrypt\w*|\btls\b|\bssl\b/],
  ['access controls', /\baccess controls?\b|\bleast privilege\b|\bneed[- ]to[- ]know\b/],
  ['SOC 2', /\bsoc ?2\b/],
  ['ISO 27001', /\biso(?:\/iec)? ?27001\b/],
  ['multi-factor authentication', /\b(?:multi|two)-factor\b|\bmfa\b|\b2fa\b/],
  ['penetration tests', /\bpenetration test\w*/],
  ['firewalls', /\bfirewalls?\b/],
  ['pseudonymisation', /\bpseudonymi[sz]\w*/],
  ['staff training', /\bstaff training\b|\btrain(?:ed|ing) (?:of )?(?:staff|personnel|employees)\b/],
  ['standard contractual clauses', /\bstandard contractual clauses\b|\bsccs?\b/],
  [
    'adequacy decisions',
    /\badequacy (?:decisions?|findings?|regulations?|status)\b|\bdecisions? (?:on|of) adequacy\b|\b(?:commission|authorities)\b[^.;]{0,120}\badequate\b|\badequate\b[^.;]{0,100}\bcommission\b/,
  ],
  ['the Data Privacy Framework', /\bdata privacy framework\b|\bdpf\b/],
  ['binding corporate rules', /\bbinding corporate rules\b|\bbcrs?\b/],
]

const PLANS: Names = [
  ['enterprise customers', /\benterprise\b/],
  ['business customers', /\bbusiness (?:customers?|users?|plans?|accounts?|tier|offerings?)\b/],
  ['team plans', /\bteams? (?:plans?|accounts?)\b/],
  ['API customers', /(?<!google )\bapi (?:customers?|users?|plans?|services)\b|\busing (?:our|the) api\b/],
  ['the free plan', /\bfree (?:plan|tier|users?|version|accounts?)\b/],
  ['paying customers', /\bpaid (?:plan|users?|tier|subscri\w+|accounts?)\b|\bsubscribers\b/],
  ['individual users', /\bindividual (?:users?|accounts?)\b/],
  ['education customers', /\beducation\w*\b|\bschools?\b/],
]

const COMPANIES: Names = COMPANY_NAMES.map((name) => [name, new RegExp(`\\b${name.toLowerCase()}\\b`)] as const)

export const LISTS = {
  data: DATA,
  parties: PARTIES,
  purposes: PURPOSES,
  conduct: CONDUCT,
  rights: RIGHTS,
  losses: LOSSES,
  assurances: ASSURANCES,
  safeguards: SAFEGUARDS,
  plans: PLANS,
  companies: COMPANIES,
} as const

/** The phrases of a list that a folded text names, in its order. */
export function named(list: Names, folded: string): readonly string[] {
  return list
    .flatMap(([phrase, pattern]) => {
      const at = folded.search(pattern)
      return at < 0 ? [] : [{ phrase, at }]
    })
    .sort((a, b) => a.at - b.at)
    .map(({ phrase }) => phrase)
}

/** "inputs, outputs and feedback"; longer lists are cut and say so. Empty for none. */
export function listed(phrases: readonly string[], conjunction: 'and' | 'or' = 'and'): string {
  const shown = phrases.length > NAMED + 1 ? [...phrases.slice(0, NAMED), 'more'] : phrases
  if (shown.length <= 1) return shown[0] ?? ''
  const last = shown.at(-1) === 'more' ? 'and' : conjunction
  // Where a phrase holds an "and" of its own, a comma parts the last one.
  const comma = shown.length > 2 && shown.some((phrase) => phrase.includes(' and ')) ? ',' : ''
  return `${shown.slice(0, -1).join(', ')}${comma} ${last} ${shown.at(-1)}`
}
