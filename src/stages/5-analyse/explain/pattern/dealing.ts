/**
 * The words by which it is told who gets data and on whose wish, what is said of advertising and sale, what belongs to
 * the provider and what it permits, how terms change, and who answers for claims of others. Matched like those of
 * `manner.ts`, for explanations alone.
 */
import type { Signal } from '../../../../core/signal.ts'
import { DURATION } from '../../facts/duration.ts'
import { WE, YOU } from './manner.ts'

const NOT = "(?:(?:do|does|did|will|shall|would|have|has|is|are)(?: not|n't)|never|won't)"
const PASS = '(?:shar|disclos|transfer|releas)(?:e|es|ing|s)?'
/** Words of passing on that speak of other things as well. */
const GIVE = '(?:provid|giv|send|pass|make)(?:e|es|ing|s)?'
const DATA = '(?:data|information|content|details|pii)'
const PEOPLE =
  '(?:(?:other|fellow) (?:\\w+ )?(?:users?|people|persons?|members|participants|players|attendees|customers)|the public|everyone|everybody|anyone|panelists?|attendees|participants|followers|riders|drivers|guests|hosts)'
const ADMIN =
  "(?:admin(?:istrator)?s?|account owners?|workspace owners?|(?:your|an|the|that|manager) (?:employer|organi[sz]ation|school|manager organi[sz]ation)(?! of)|your company|company (?:that )?you are (?:engaged|employed)|organi[sz]ation's owners|manager organi[sz]ation)"
const MARK =
  "(?:(?<!patents?, |copyrights?, )trade ?-?marks?(?!,? (?:and |or )?(?:copyrights?|patents?|trade secrets?|other (?:proprietary|intellectual)|laws?\\b))|trade ?names?|logos?|service marks?|brands?|marks|(?:we|our|us|company|'s) name)"
const CHANGES = '(?:chang|modif|amend|updat|revis|vari|supplement|deviat)\\w*'
const GROUP =
  '(?:affiliates?|affiliated (?:companies|organi[sz]ations|entit(?:y|ies))|subsidiar(?:y|ies)|group compan(?:y|ies)|corporate (?:group|family)|parent (?:compan(?:y|ies)|entity))'
const TEXT = '(?:terms|polic(?:y|ies)|agreement|guidelines|tou|document|conditions|statement|addendum)'
const UNANNOUNCED =
  '(?:(?:without|with no)\\b[^.;]{0,30}\\b(?:notice|notif\\w+|warning)|not (?:required|obligated|obliged) to (?:provide|give)[^.;]{0,20} notice)\\b'
const INDEMNIFY = '(?:indemnif\\w+|indemnity(?! basis)|hold(?:s|ing)?\\b[^.;]{0,160}\\bharmless|defend)'
const JOINT = '(?:class|collective|representative|consolidated|mass|joint)'

export const DEALING_PATTERNS: Readonly<Partial<Record<Signal, RegExp>>> = {
  'we-share': new RegExp(
    `\\b${WE} (?:(?!not\\b|never\\b|cannot\\b)[\\w,]+ ){0,6}?${PASS}\\b|\\b${WE} (?:(?!not\\b|never\\b|cannot\\b)[\\w,]+ ){0,3}?${GIVE}\\b[^.;]{0,60}\\b${DATA}\\b[^.;]{0,80}\\b(?:to|with)\\b|\\b${DATA}\\b[^.;]{0,60}\\b(?:may|will|can|is|are|might) (?:\\w+ )?be (?:shared|disclosed|provided|transferred|sent|passed|accessible)\\b|\\b(?:may|will) be shared\\b`,
  ),
  'denies-sharing': new RegExp(
    `\\b${WE} (?:\\w+ ){0,2}?${NOT}\\b[^.;]{0,40}\\b(?:${PASS}|${GIVE}|sell|rent|trade)\\b|\\b(?:will|shall) not (?:disclose|share|sell)\\b|\\b(?:processor|service provider)s? (?:will|shall) not\\b[^.;]{0,30}\\bdisclose\\b`,
  ),
  'admin-access': new RegExp(
    `\\b${ADMIN}\\b(?:(?!reseller)[^.;]){0,180}\\b(?:access|control|view|see|watch|monitor|export|manage|delete)\\b|\\b(?:shared?|disclosed?|provided?|visible|available)\\b[^.;]{0,200}\\b(?:with|to) (?:\\w+ ){0,2}${ADMIN}\\b`,
  ),
  'shown-to-others': new RegExp(
    `\\b(?:visible|viewable|available|displayed|shown|accessible|seen|heard|searchable)\\b[^.;]{0,60}\\b${PEOPLE}\\b|\\b${PEOPLE}\\b[^.;]{0,70}\\b(?:may|can|will|could|might|to)\\b[^.;]{0,30}\\b(?:see|view|access|find|read|hear|visible)\\b|\\b(?:is|are) (?:always |by default )?(?:all )?public\\b|\\bpublic by default\\b|\\bpublicly (?:available|accessible|visible)\\b|\\b(?:viewed|seen|accessed|accessible|visible|shared)\\b[^.;]{0,60}\\b(?:friends|followers|(?:general )?public|others|third parties)\\b(?! to)|\\b(?:always|be) public\\b|\\bpublic (?:space|profile|forum|content)\\b|\\bwith your (?:friends|followers|contacts)\\b|\\bwe share:? [^.]{0,80}\\b(?:other|x) users\\b|^(?:with )?other (?:\\w+ )?users\\b|\\bmatter of public record\\b|\\bpublic (?:activity|account data)\\b|\\bmake (?:\\w+ ){0,3}?available to (?:websites|others|the world)\\b|\\bwith the (?:general )?public\\b|\\bshare with (?:the |other |your )?(?:riders?|drivers?|guests?|hosts?|buyers?|sellers?|couriers?)\\b`,
  ),
  'on-direction':
    /\bat (?:your|the user's) (?:direction|request|instruction)\b|(?<!\bor |; |, )\b(?:with|without) your (?:\w+ )?(?:consent|permission|authori[sz]ation)\b|\b(?:if|when|where|unless) you (?:\w+ ){0,2}?(?:choose|ask|direct|instruct|authori[sz]e|decide|elect|request|consent|agree)\b[^.;]{0,80}\b(?:shar|disclos|connect|link|send|public|direct|to)\w*/,
  'unless-opted-out':
    /\b(?:if you (?:do not|don't)|unless you(?: have)?) opt(?:ed)?[- ]?out\b|\bopt[- ]?out of (?:this|such|the|having)[^.;]{0,40}\b(?:shar|disclos)\w*/,
  'in-a-sale':
    /\b(?:merger|acquisition|acquire[dr]|bankruptcy|sale of (?!(?:[\w-]+ ){0,3}?(?:data|information)\b)|corporate (?:re)?structur\w+|reorgani[sz]ation|insolvency|corporate transactions?|(?:business|strategic) (?:transfers?|transactions?)|(?:buy|sell|sale of) (?:\w+ )?business assets|sales? and business transactions|go out of business|change (?:of|in) (?:corporate )?control)\b[^.]{0,200}\b(?:transfer|shar|disclos|provid|information|data|asset|counterpart)|\b(?:shar|disclos|transfer|provid|sell)\w*\b[^.]{0,160}\b(?:merger|acquisition|acquire[dr]|bankruptcy|reorgani[sz]ation|insolvency|corporate transactions?)/,
  'to-authorities':
    /\b(?:shar|disclos|provid|releas|report|transfer|hand|preserv)\w*\b[^.]{0,200}\b(?:law enforcement|(?:public|competent|governmental|regulatory) authorit(?:y|ies)|government(?:al)? (?:agenc|bod|entit|request|authorit)\w*|regulators?|legal (?:process(?:es)?|requests?|matters|proceedings)|court orders?|subpoenas?)\b/,
  'to-suppliers':
    /\b(?:shar|disclos|provid|us|engag|work|employ|contract|rel|transfer|includ|are|ha)\w*\b[^.]{0,160}\b(?:service providers?|vendors?|suppliers?|(?:sub)?contractors?|sub-?processors?|payment processors?|integration partners|third[- ]party providers?|hosting)\b|\b(?:service providers?|vendors?|suppliers?|contractors?|sub-?processors?)\b[^.]{0,160}\b(?:process|perform|help|assist|on our behalf|handle|access|carry)\w*|\bwe (?:may |also |might )*(?:use|rely on|employ|engage|work with|entrust)s? (?:\w+ ){0,3}?(?:third[- ]part(?:y|ies)|others|other compan\w+|(?:data )?processors|external|stripe)\b(?! (?:cookies|sources|data))|\b(?:payment|analytics|cloud|hosting|communications?|infrastructure)(?: \w+)? (?:providers?|processors?|solutions? provided)\b|\bthird[- ]part(?:y|ies)(?:'s)? (?:service|payments?)\b|\bthird parties to provide services\b|\bcomputing partners\b|\bservices? providers\b/,
  'own-defence':
    /\b(?:protect|defend|enforc|establish|exercis)\w*\b[^.;]{0,60}\b(?:rights?|property|terms|claims|safety|policies)\b/,
  'partner-firms':
    /\b(?:business|corporate|commercial|strategic|integration|industry|development|distribution|our|and) partners\b(?! (?:help|that process))|\bpartners,|\bpartner compan(?:y|ies)\b|\b(?:restaurant|retail\w*|integrated|co-branded|promotional|trusted|select\w*|third[- ]party|event|delivery|travel) partners?\b|\bco-?branded\b|\b(?:to|with) (?:the |our |a |participating )?retailers?\b|\bjointly with\b|\bwith (?:our )?partners\b/,
  'connected-apps':
    /\b(?:install|enabl|connect|link|integrat|log in)\w*\b[^.;]{0,100}\b(?:third[- ]party|apps?|applications?|extensions?|plug-?ins?|social (?:media|network)\w*)\b[^.]{0,200}\b(?:access|shar|receiv|exchang|data|information)\w*|\bthird[- ]party (?:services?|apps?|applications?|integrations?)\b[^.]{0,160}\b(?:you (?:\w+ ){0,2}?(?:share|connect|interact|link|access|use|choose)|ask for permission|interact)\b|\byou (?:\w+ ){0,3}?(?:share|connect|interact|link|access)\w*\b[^.]{0,120}\bthird[- ]party (?:services?|apps?|applications?|integrations?)\b|\bvoice-enabled\b|\bconnected tvs?\b/,
  'own-group': new RegExp(
    `\\b(?:shar|disclos|provid|transfer|within|among|includ)\\w*\\b[^.]{0,200}\\b${GROUP}\\b(?! of (?!we\\b|our\\b|us\\b))|\\b${GROUP}\\b[^.]{0,80}\\b(?:share|process|use (?:the|your|this))\\b|^(?:to our |with )?${GROUP}\\b`,
  ),
  'for-safety':
    /\b(?:shar|disclos|provid|report)\w*\b[^.]{0,200}\b(?:fraud|safety|abuse|illegal activit\w+|security incidents?|harm)\b/,
  advisers: /\bprofessional advis\w+|\b(?:lawyers|attorneys|auditors|accountants|legal counsel|financial advisors)\b/,

  'ad-partners':
    /\b(?:shar|disclos|provid|receiv|collect|allow|permit|engag|work|use|partner|list|includ|help)\w*\b[^.]{0,200}\b(?:advertis\w+ (?:compan|partner|network|technolog|provider|platform)\w*|marketing (?:partners|providers)|ad (?:networks?|partners?|servers?|exchanges?)|advertisers|advertising(?:,| and| or) (?:\w+ )?analytics)|\badvertisers? (?:may|might|can)\b[^.;]{0,60}\b(?:learn|collect|receive|figure)\b|\bthese providers\b[^.]{0,160}\badverts?\b|\b(?:engage|use) (?:others|third[- ]part(?:y|ies)|service providers)\b[^.]{0,120}\badvertis\w+/,
  'reader-no-sale': new RegExp(
    `\\b${YOU} (?:\\w+ )?(?:(?:may|must|shall|will|can|do)(?: not|n't)|cannot|agrees? not to)\\b[^.;]{0,60}\\bsell\\b`,
  ),
  'no-sale': new RegExp(
    `\\b(?:${NOT}|not|nor)\\b[^.;]{0,60}["']?\\b(?:(?:re-?)?sell|sold|selling|rent)\\b|\\bnot (?:\\w+ )?engage in (?:\\w+ )?sales?\\b|\\bin no case do we (?:\\w+, )*sell\\b|\\bprohibit\\w* the sale\\b|\\bno sale of\\b`,
  ),
  'counts-as-sale':
    /\b(?:may|might|can|could|would|some)\b[^.]{0,80}\b(?:constitute|considered?|qualify|deemed|defined?|classified|viewed)\b[^.]{0,80}["']?\b(?:sales?|sell|selling|sharing)\b|\bin the (?:conventional|traditional|usual) sense\b|\bpotential sales\b/,
  'sells-data': new RegExp(
    `(?<!knowledge that |future,? |\\bif |no case do )\\b${WE} (?:(?:may|also|do|can|will) ){0,2}["']?(?:sell|have sold|sell or share)\\b|\\bmay have sold\\b|\\btechnology on the service that sells\\b`,
  ),
  targeting:
    /\btarget\w*\b[^.;]{0,40}\badvert\w*|\b(?:targeted|interest-based|behaviou?ral|personali[sz]ed|tailored|cross-context\w*|retarget\w*|remarket\w*|relevant|customi[sz]ed)\b[^.;]{0,60}\b(?:advert\w*|ads?|remarketing|marketing)\b|\b(?:ads?|advert\w*)\b[^.;]{0,60}\b(?:relevant|targeted|tailored|based on|interests)\b|\bretarget\w*|\bremarketing\b|\b(?:show|display|deliver|serv|customi[sz]|select|recommend|personali[sz])\w*\b[^.;]{0,80}\b(?:ads?|advert\w*)\b[^.]{0,120}\b(?:interests?|activit(?:y|ies)|based on|have previously|browse|better|preferences|relevan\w+)|\b(?:better|relevant|personali[sz]ed) (?:ads|advert\w*)\b|\bbased on\b[^.]{0,160}\b(?:ads|advert\w*)\b|\b(?:customi[sz]e|tailor|personali[sz]e) (?:the )?(?:ads|advert\w*)|\badvertising personali[sz]ation\b/,
  'marketing-mail':
    /\bnewsletters?\b|\bspecial promotions\b|\bpromotional offers\b|\bget in touch with you to promote\b|\b(?:promotional|marketing|direct marketing) (?:\w+ )?(?:e-?mails?|messages|sms|communications?|materials)\b|\bspecial offers\b|\bunsubscrib\w+|\bother offers\b|\bdirect marketing\b|\bemails? that (?:directly )?promote\b/,
  'shows-ads':
    /\bto advertise\b(?! to)|\b(?:show|display|run|see|includ|contain|serv|integrat)\w*\b[^.;]{0,60}\b(?:advert\w*|ads|commercial content|sponsored|promotions)\b/,
  'offers-choice':
    /\bopt(?:s|ed|ing)?[- ]?out\b|\bunsubscrib\w+|\b(?:turn|switch)\w* off\b|\b(?:offer|modif|adjust|chang|configur|exercis|manag|set|control)\w*\b[^.;]{0,60}\b(?:controls?|settings?|preferences|choices?)\b|\byou can control\b|\bindicate a preference\b|\bstop receiving\b|\bobject to\b/,
  'ads-limited': new RegExp(
    `\\b${WE} (?:\\w+ ){0,2}?(?:${NOT}|don't|doesn't)\\b[^.;]{0,120}\\b(?:advertis\\w*|marketing|ads|promotions?|market to)\\b|\\bonly send marketing\\b|\\b(?:is|are|will)(?: not|n't) (?:be )?used\\b[^.;]{0,60}\\b(?:advertis|market)\\w*`,
  ),
  'opt-in-first':
    /\bmust (?:provide|give) (?:their |your )?consent\b|\bonly\b[^.;]{0,160}\bif you(?:'ve| have)? agreed?\b|\b(?:only|first)\b[^.;]{0,80}\b(?:consent|permission|opt(?:ed)?[- ]in)\b|\bwithout (?:your|their) (?:\w+ )?(?:consent|permission)\b|\bwith your (?:prior |explicit )?consent\b/,

  'licence-to-reader': new RegExp(
    `(?<!\\b(?:not|nothing|no|neither|unless)\\b[^.;]{0,80})(?:\\b${WE} (?:hereby |also |only |then |solely )*(?:grants?|gives?)\\b|\\b(?:grants?|gives?) (?:to )?(?:you|(?:the )?(?:user|customer|client|licensee|developer|publisher|subscriber))\\b|\\b(?:customer|you|user|licensee)s? (?:only |hereby |may only )*(?:(?:obtains?|receives?)(?! (?:only )?(?:a )?(?:limited )?rights? to use\\b)|(?:are|is) (?:hereby )?granted)\\b|\\b(?:your|customer's) (?:licen[sc]e|rights?) (?:[\\w]+ ){0,6}?(?:is|are) (?:limited|personal|solely)\\b)(?! (?:you )?no\\b)[^.;]{0,240}\\b(?:licen[sc]e|rights?|permission)\\b|\\b(?:you|customer|user)s? (?:may|can) (?:access and )?use the (?:service|software|product)s?\\b[^.;]{0,30}\\b(?:in accordance with|within the scope|subject to)\\b`,
  ),
  'no-licence':
    /\b(?:not|nothing|no|neither)\b[^.;]{0,140}\b(?:grant|confer|transfer|convey|giv|involve)\w*\b[^.;]{0,160}\b(?:licen[sc]e|rights?|permission|ownership|title|property)\b|\brights?\b[^.;]{0,40}\bnot (?:\w+ )?granted\b|\b(?:no|not|nor|neither)\b[^.;]{0,40}\b(?:acquire|obtain|own)\b[^.;]{0,60}\b(?:rights?|title|ownership|interest)\b|\b(?:have|has|acquires?) no (?:other )?(?:ownership )?(?:rights?|title)\b|\bonly (?:receive|obtain)s? (?:a )?(?:limited )?rights?\b/,
  ownership: new RegExp(
    `\\b(?:sole|exclusive)\\b[^.;]{0,30}\\bproperty of\\b|\\b(?:${WE}|licensors?|[\\w.)]+) (?:\\w+ ){0,3}?(?:owns?|retains?|reserves?|holds? all)\\b(?! (?:the|its|our|a|their)(?: \\w+)? rights? (?:to|at)\\b)[^.;]{0,80}\\b(?:rights?|title|interest|ownership)\\b|\\b(?:all )?(?:rights?|title|ownership)\\b[^.;]{0,160}\\b(?:belongs?|reserved|retained|remains?|vested|owned)\\b|\\b(?:are|is|remain|be) (?:and (?:shall|will) (?:be and )?(?:remain|forever be) )?(?:the )?(?:\\w+ ){0,2}?(?:property of|owners? of|owned by|vested in)\\b|\\bprotected by\\b[^.;]{0,40}\\b(?:copyright|intellectual)|\\bbelong(?:s|ing)? to (?:us|we|our|the company|company)\\b|\\bare (?:the )?(?:\\w+ ){0,4}?(?:trade ?)?marks of\\b|\\b(?:is|are) the owner or the licensee\\b|\\b${WE} (?:exclusively |solely )?owns? (?:the|all|our|and)\\b|\\b(?:is|are) proprietary to\\b|\\bis \\w+-owned\\b`,
  ),
  'usage-data-owned':
    /\b(?:usage|telemetry|service[- ]generated|aggregated?|derived) (?:data|statistics|information)\b[^.]{0,160}\b(?:belong|owns?|owned|property|retained|title)\b|\bowns?\b[^.;]{0,60}\b(?:usage|service[- ]generated|aggregated?) (?:data|statistics)/,
  'account-owned':
    /\bno (?:ownership|property|proprietary)\b[^.;]{0,60}\baccount\b|\brights in (?:and to )?(?:your|the) account\b/,
  'mark-licence': new RegExp(`\\b(?:grants?|may use|licen[sc]e to use|make available)\\b[^.;]{0,120}\\b${MARK}\\b`),
  'mark-limits': new RegExp(
    `\\b(?:not|nothing|no|without|neither|never|prohibited|only|subject to|in accordance with)\\b(?:[^.;]|\\.(?=\\w)){0,120}\\b(?:us(?:e|ing)|display|grant|licen|rights?\\b|contain|incorporat|permission|register|remov|refer|target|confer|imply|implying)\\w*(?:[^.;]|\\.(?=\\w)){0,140}\\b${MARK}|\\b${MARK}\\b[^.;]{0,200}\\b(?:may not|not be|must not|shall not|without|prohibited|improper\\w*|prior written|guidelines|may only|no (?:right|licen\\w+))\\b|\\bimproper uses? of (?:our|we|us)\\b[^.;]{0,20}\\bbrand`,
  ),
  'owners-marks': /\b(?:their|its) respective owners?\b/,
  'mutual-publicity':
    /\b(?:neither|each|either|both) part(?:y|ies)\b[^.]{0,160}\b(?:name|logo|publicly|public statement|announce|marketing|press)\b|\b(?:you or we|we or you|each other's|other party's) \w*[^.]{0,80}\b(?:name|logo|trademarks)\b/,
  'customer-named': new RegExp(
    `\\b${WE} (?:\\w+ )?(?:may|can|will)(?! not)\\b[^.;]{0,60}\\b(?:use|identify|display|list|include|refer|reference|name)\\b[^.;]{0,80}\\b(?:you|your|customer|customer's|its|other) (?:\\w+ ){0,2}?(?:name|logo|trademarks?|marks|as a (?:user|customer)|in (?:our|we|its|customer|marketing|promotional|a|lists?))\\b|\\byou (?:\\w+ )?(?:grant|give|authori[sz]e|permit|allow|agree)\\b[^.;]{0,80}\\b(?:identify|list|name|refer to)\\b[^.;]{0,60}\\bas\\b[^.;]{0,16}\\bcustomer|\\bcustomer lists?\\b`,
  ),
  'under-open-licence':
    /\b(?:licen[sc]ed|distributed|available|released|offered|provided|pursuant to|governed by|subject to|under)\b[^.;]{0,80}\b(?:creative commons|apache|mit licen\w+|gnu|gpl|bsd|open[- ]source (?:software )?licen\w+|public licen\w+)\b|\bapplicable licen[sc]e under which\b|\bcc by(?:-sa)?\b/,
  'revenue-limit': /\b(?:annual )?revenue\b[^.;]{0,80}\b(?:exceed\w*|threshold|million|limit)\b|\brevenue threshold\b/,
  'use-permitted': new RegExp(
    `\\b${YOU}(?:,? and [^.;]{0,40},)? (?:may|can)(?! not)(?: only)? (?:\\w+ and )?(?:use|copy|access|integrate|embed|incorporate|display)\\b|^permitted use\\b|\\bplans may\\b`,
  ),
  'derivative-works': /\bderivative works?\b/,
  'reports-infringement':
    /\bnotify\b[^.]{0,240}\binfring\w*|\bassist\b[^.;]{0,80}\b(?:protect|enforc)\w*\b[^.;]{0,60}\b(?:marks|rights|brand)\b/,

  'advance-period': new RegExp(
    `\\b${DURATION}[^.;]{0,50}\\b(?:before|prior|in advance|advanced?|notice|after (?:we|posting|they|notice|the (?:date|day|posting|notice|publication|release|amend)\\w*|it|release|publication|such|being)|following (?:such|the|notice|that)|from (?:posting|the|publication))\\b|\\b(?:notice|advance|notify|effective|effect)\\b[^.;]{0,60}\\b${DURATION}`,
  ),
  'may-reject':
    /\b(?:may|can|entitled to|right to|free to|failure to|fails? to) (?:\w+ )?(?:object|reject)\b|\bobjects? to (?:the|any|such|a) change/,
  'signed-only': new RegExp(
    `\\b(?:${CHANGES}|additions?|waivers?)\\b[^.]{0,160}\\b(?:in writing|written|signed)\\b|\\b(?:in writing|written|signed)\\b[^.;]{0,80}\\b${CHANGES}`,
  ),
  'asks-anew':
    /\b(?:new|fresh|renewed) (?:consent|acceptance|agreement)\b|\bask\w*\b[^.;]{0,40}\bconsent\b|\brequire that you accept\b|\bobtain (?:the |your )?[^.;]{0,30}\bconsent\b/,
  'notice-by-posting':
    /\b(?:notif\w+|inform\w*|notice)\b[^.;]{0,80}\bby (?:posting|updating|revising|publishing|changing|placing)\b/,
  'revises-text': new RegExp(`\\b${CHANGES}\\b[^.;]{0,120}\\b${TEXT}\\b|\\b${TEXT}\\b[^.;]{0,100}\\b${CHANGES}`),
  'text-unannounced': new RegExp(
    `\\b${CHANGES}\\b[^.;]{0,160}\\b${TEXT}\\b[^.;]{0,160}\\b${UNANNOUNCED}|\\b${TEXT}\\b[^.;]{0,120}\\b${CHANGES}\\b[^.;]{0,160}\\b${UNANNOUNCED}|\\b${UNANNOUNCED}[^.;]{0,120}\\b${CHANGES}\\b[^.;]{0,120}\\b${TEXT}\\b`,
  ),
  'will-tell':
    /\b(?:will|shall)(?: also)? (?:\w+ ){0,3}?(?:notify|inform|let you know|provide|give|e-?mail|advise|make (?:it|them) public)\b|\bwe'll\b[^.;]{0,30}\b(?:notify|inform|tell|let you know)\b/,
  'tries-to-tell':
    /\b(?:try|trying|efforts?|steps|endeavou?rs?|attempts?|aims?)\b[^.;]{0,40}\b(?:notify|inform|let you know|alert|tell|(?:give|provide)[^.;]{0,20} notice)\b/,
  'may-tell': new RegExp(
    `\\b${WE} (?:\\w+ )?(?:may|might|can) (?:\\w+ ){0,2}?(?:notify|inform|e-?mail|send|provide you with notice|provide notice)\\b`,
  ),
  'direct-notice':
    /\b(?:by|via|through|send\w*|with|using|prominent)\b[^.;]{0,40}\b(?:e-?mail|in-?app|in-product|pop-?up|messages?|prominent notice|notifications?)\b/,
  'material-notice':
    /\b(?:material\w*|significant\w*|substantial\w*|major|important)\b(?:[^.]|\.(?=\w)|(?<=e\.g)\.){0,160}\b(?:notif\w+|notice|inform\w*|e-?mail\w*|let you know|notification)\b|\b(?:notif\w+|notice|inform\w*|notification|advise)\b(?:[^.]|\.(?=\w)|(?<=e\.g)\.){0,120}\b(?:material|significant|substantial|major|important)\b/,
  'notice-if-law':
    /\bas required by[^.;]{0,30},? (?:we )?(?:will )?notify\b|\b(?:notif\w+|notice)\b[^.;]{0,80}\b(?:as|where|when|if|in accordance with)\b[^.;]{0,20}\b(?:required|requirements|law|legal)|\bwhen required\b[^.;]{0,40}\bnotify\b|\bnotice is (?:\w+ )?required (?:by|under)\b/,
  'tells-changes': new RegExp(
    `\\b${WE} (?:\\w+ ){0,2}?(?:will|shall|may)?\\b[^.;]{0,60}\\b(?:notify|inform|e-?mail you|let you know|bring it to your|provide (?:\\w+ ){0,4}notice|give (?:\\w+ ){0,3}notice|provided? with (?:\\w+ )?notice)\\b|\\b(?:will|shall) be (?:notified|informed|provided with)\\b|\\bemail will be sent\\b|\\breceive (?:\\w+ )?notification\\b|\\b(?:will|shall) (?:\\w+ ){0,7}?(?:notify|inform|let you know|e-?mail)\\b|\\bemailing you\\b|\\bnotifying (?:you|users)\\b|\\bafter giving (?:\\w+ )?notice\\b|\\bdisplay notices\\b`,
  ),
  'use-accepts':
    /\b(?:continu\w+|keep|going on|subsequent) (?:\w+ ){0,3}?(?:us(?:e|ing)|access\w*|participat\w+|availability|visit\w*|revisit\w*)\b(?:[^.]|\.(?=\w)){0,240}\b(?:accept\w*|agree\w*|consent|bound|acknowledg\w*|signif\w*|constitutes?|subject to the updated)\b|\b(?:by|your) (?:\w+ ){0,3}?(?:us(?:e|ing)|access\w*|participat\w+|visit\w*)\b[^.]{0,100}\b(?:after|following|once|chang\w+|updat\w+|revis\w+|amend\w+|modif\w+|thereafter)\b[^.]{0,160}\b(?:accept\w*|agree\w*|consent|bound|acknowledg\w*|signif\w*|constitutes?)\b|\b(?:agree|bound)\b[^.;]{0,80}\bif you (?:\w+ ){0,3}?(?:access|use)\b|\bif you (?:continue to )?use\b[^.]{0,140}\b(?:agree|accept)\w*|\b(?:use|using|access\w*)\b[^.]{0,160}\bdeemed\b[^.;]{0,60}\b(?:accepted|agreed)\b|\bdeemed\b[^.;]{0,60}\b(?:accepted|agreed|acceptance)\b[^.]{0,120}\b(?:use|using|access)\b|\b(?:accept\w*|agree\w*|bound)\b[^.;]{0,120}\bby continuing\b/,
  'posts-changes':
    /\b(?:post|posted|posting|posts|publish\w*|make the revised|available on (?:this|our|the)|(?:latest|current|newest) version (?:\w+ ){0,3}?on (?:this|our|the)|live on (?:this|our|the))\b|\b(?:updat|revis|chang)\w* the ["']?(?:last |effective |date)/,
  'reader-looks':
    /\b(?:you should|please|encourage you|recommend\w*|advise\w*|your responsibility|(?:are|is) responsible|make sure|be sure|expected to|you agree to|important for you)\b[^.]{0,60}\b(?:review|check|visit|look|refer|revisit)\w*|\b(?:review|check|revisit) (?:it|them|this (?:page|policy|notice)|these terms) (?:occasionally|periodically|frequently|regularly|from time to time|often)\b/,
  'change-reasons':
    /\breasons?\b[^.]{0,60}\bchanges?\b|\bto reflect\b|\bdue to\b|\bin case of changes\b|\bto (?:ensure compliance|account for|keep pace|comply with (?:\w+ )?(?:laws?|legal))\b|\bmay need to (?:update|change)\b/,
  'old-text-kept':
    /\b(?:retroactive|retrospective)\w*|\bin effect at the time\b|\bgoing[- ]forward basis\b|\bonly to disputes that arise after\b/,

  'each-indemnifies':
    /\b(?:each|either|both) part(?:y|ies)\b(?:[^.;](?!harmless))*?\b(?:shall|will|agrees?|must|to)\b[^.;]{0,120}\b(?:indemnif|defend|compensate)\w*|\bindemnif\w+\b[^.;]{0,120}\bapply to both\b|\b(?:parties|party and [^.;]{0,20}) (?:shall|will|agree to) (?:mutually )?indemnify each other\b|\b(?:indemnify|defend)\b[^.;]{0,60}\b(?:hold )?(?:you|customer) harmless\b[\s\S]*\byou (?:\w+ ){0,3}?indemnify\b/,
  'indemnity-excluded':
    /\bindemni\w+ obligations? (?:will|shall|do|does)(?: not|n't) apply\b|\b(?:no|not have any) (?:obligation|duty)\b[^.;]{0,40}\bindemni\w+|\bindemni\w+\b[^.;]{0,60}\b(?:does|do|shall|will) not (?:apply|extend|cover)\b/,
  indemnifies: new RegExp(`\\b${INDEMNIFY}\\b`),
  'own-loss':
    /\b(?:must|shall|will|may seek) (?:\w+ ){0,3}?(?:compensat\w+|reimburs\w+)\b|\breimbursement of\b|\b(?:cause|suffer|incur)s?\b[^.;]{0,40}\b(?:us|we) (?:\w+ )?damage|\bwe (?:suffer|incur) any (?:damage|loss)|\brecoverable by\b|\bentitled to recover from you\b|\byou agree to (?:pay|cover)\b[^.;]{0,40}\b(?:legal|attorneys'?|attorneys’|court) (?:fees|costs)/,
  'you-defend': new RegExp(
    `\\bdefend\\b[^.;]{0,120}\\b(?:indemnif\\w+|harmless)|\\b(?:indemnif\\w+|harmless)\\b[^.;]{0,80}\\bdefend\\b|\\b${YOU} (?:\\w+ ){0,3}?(?:will|shall|agrees?|must)\\b[^.;]{0,60}\\bdefend\\b`,
  ),
  'use-suffices':
    /(?<!\bbased on (?:or related to )?)\b(?:your|customer|customer's|user's) (?:(?!unauthori|violat|breach|wrongful|infring|misuse)[\w']+,? ){0,4}?(?:access(?: to)?(?:,? ?(?:and\/or|or|and) (?:\w+ )?us(?:e|ing))?|use|uses|activities|content|conduct|site|data|offerings|applications?|services?|provision|transactions|dealings)\b(?! (?:in violation|in breach|otherwise than))|\binputs\b[^.;]{0,30}\bprovided by\b|\b(?:acts or omissions|employment or relationship|attributable to|relating to the protection|any end users?)\b/,
  'own-fault':
    /\b(?:breach|violat|infring|misconduct|negligen|unlawful|fraud|misuse|wrongful|default|non-?compliance)\w*|\bfail(?:s|ure)? to\b/,
  'controls-defence':
    /\b(?:assume|take|control|conduct|lead)\b[^.;]{0,60}\b(?:defen[cs]e|settlement)\b|\b(?:defen[cs]e|settlement)\b[^.;]{0,60}\b(?:control|counsel)\b/,

  'waives-joint': new RegExp(
    `\\b(?:waiv\\w+|not (?:be )?(?:brought|bring|commence|participate|allowed|permitted|act)|may not|not to bring|only (?:in (?:your|its|their|such|the party's)|on an? individual)|must be (?:brought|arbitrated|litigated)|no right|prohibited|not allowed|limited to the claim|will not (?:\\w+ )?(?:commence|participate))\\b(?:[^.]|\\.(?=\\d)){0,240}\\b(?:${JOINT}\\b|individual(?:ly)?\\b)|\\bsolely on an individual basis\\b|\\bcannot be brought as a class\\b|\\bdisputes? (?:will|shall) not be consolidated\\b|\\b${JOINT} (?:actions?|arbitrations?)\\b[^.]{0,100}\\b(?:prohibited|not allowed|not permitted|waived)\\b`,
  ),
  'joint-if-void':
    /\b(?:if|should|in the event)\b(?:[^.]|\.(?=\d)){0,200}\b(?:unenforceab\w+|invalid\w*|void|illegal\w*|not (?:be )?enforce\w*|preclud\w+ enforcement|cannot be enforced)\b(?:[^.]|\.(?=\d)){0,300}\b(?:court|arbitrat|null|sever|void|unenforceable)\w*/,
}

/** Kinds of recipients; where a passage has several of them, no single one is what it is about. */
export const RECIPIENTS: readonly Signal[] = [
  'to-suppliers',
  'own-group',
  'partner-firms',
  'in-a-sale',
  'to-authorities',
  'admin-access',
  'shown-to-others',
  'advisers',
  'ad-partners',
]
