/** Who takes part, what information is used for, and under which plans. */
import type { Names } from '../name.ts'

export const PARTIES: Names = [
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

export const PURPOSES: Names = [
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

export const PLANS: Names = [
  ['enterprise customers', /\benterprise\b/],
  ['business customers', /\bbusiness (?:customers?|users?|plans?|accounts?|tier|offerings?)\b/],
  ['team plans', /\bteams? (?:plans?|accounts?)\b/],
  ['API customers', /(?<!google )\bapi (?:customers?|users?|plans?|services)\b|\busing (?:our|the) api\b/],
  ['the free plan', /\bfree (?:plan|tier|users?|version|accounts?)\b/],
  ['paying customers', /\bpaid (?:plan|users?|tier|subscri\w+|accounts?)\b|\bsubscribers\b/],
  ['individual users', /\bindividual (?:users?|accounts?)\b/],
  ['education customers', /\beducation\w*\b|\bschools?\b/],
]
