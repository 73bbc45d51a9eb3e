/**
 * The words by which rules about people's rights over data, the end of accounts, trackers, authorities, promises of
 * quality and results of models are told apart. Matched like those of `manner.ts`, for explanations alone.
 */
import type { Signal } from '../../../../core/signal.ts'
import { WE, YOU } from './manner.ts'

const ASKED = '(?:access|correct|rectif|delet|eras|restrict|object|port|amend|modif|updat|cop(?:y|ies))'
const END =
  '(?:terminat|suspend|disabl|clos(?:e|ing)|block|cancel|discontinu|deactivat|end (?:the|this|these|your)|cease)'
/** A sentence that ties what it allows to no case. */
const FREELY =
  '(?:(?!\\b(?:if|in the event|in case|where you|when you|in response|suspects?|violat\\w*|breach\\w*|fail\\w*|either (?:party|you)|each party|both|you (?:may|can)|following)\\b)[^.;])*'
const TRACKERS = '(?:cookies?|trackers?|tracking technolog\\w+|pixels?|beacons?|similar technolog\\w+|web tags|tags)'
const OUTPUT = '(?:outputs?|results|generations|creations|generated (?:content|images|text)|suggestions)'

export const RIGHTS_PATTERNS: Readonly<Partial<Record<Signal, RegExp>>> = {
  'right-given':
    /\b(?:you|individuals|residents|consumers|people|data subjects|persons) (?:\w+ ){0,2}?(?:may|can|could)(?: also| have the right to)? (?:request|ask|access|correct|rectify|update|modify|delete|erase|obtain|object|restrict|port|amend|review)\b|\bhave (?:\w+ ){0,5}?rights?\b|\b(?:the|a|your) right (?:to|of)\b|\bright to (?:access|correct|delete|know)\b|\bright of (?:access|erasure|rectification)\b|\b(?:permit|allow|entitle)s? you to (?:request|access|ask)\b|\bat your request\b|\bexercise (?:any of )?(?:these|the following) rights\b/,
  'right-named': new RegExp(
    `\\brights? (?:of|to):? (?:\\w+ ){0,3}?(?:know|forgotten|confirm|${ASKED})|\\brequest (?:that we|access|a copy|correction|deletion|restriction|to (?:access|know|delete|correct|eras))\\b|\\b(?:to|can|may|and) (?:request|ask)(?: that)? (?:us|we)\\b[^.;]{0,30}\\b${ASKED}|\\bright to ask\\b|\\b(?:access|correct|delete|obtain a copy of) (?:their|your|inaccurate|incomplete|any|certain) (?:\\w+ ){0,2}?(?:information|data)\\b|\\brequest us to\\b|\\b${ASKED}\\w*(?:,| or| and)(?: or| and)? ${ASKED}|^(?:[\\w ]{1,20}[.:] )?(?:correction|access|deletion|erasure|portability)[.:]`,
  ),
  'equal-treatment':
    /\b(?:not|never|without|free from)\b[^.;]{0,80}\b(?:discriminat\w+|retaliat\w+)|\bnon-?discrimination\b|\bdiscriminatory treatment\b/,
  'answer-time':
    /\b(?:respon\w+|repl(?:y|ies)|answer|compl(?:y|ete)|process|deliver|act on|handle|confirm)\w*\b[^.;]{0,140}\bwithin\b[^.;]{0,40}\b(?:days?|months?|weeks?|hours?)\b|\bwithin\b[^.;]{0,40}\b(?:days?|months?|weeks?|hours?)\b[^.;]{0,80}\b(?:respon\w+|repl(?:y|ies)|answer|receipt|receiving)/,
  'agent-request':
    /\bauthori[sz]ed agents?\b|\bpower of attorney\b|\bauthori[sz]ing an agent\b|\bagents? to make (?:a )?requests?\b/,
  'verifies-person':
    /\bverif\w+\b[^.;]{0,100}\b(?:identit\w+|requests?|credentials|authority|who you are|information)\b|\bconfirm\b[^.;]{0,40}\bidentity\b|\bidentity\b[^.;]{0,60}\b(?:verif|confirm)\w*|\bprove your identity\b/,
  'request-refused':
    /\b(?:refuse|reject|deny|decline|limit)\b[^.;]{0,40}\b(?:your|any|such|certain|the|a|an|process) (?:\w+ )?requests?\b|\b(?:unable to|cannot|not be able to|may not)\b[^.;]{0,60}\b(?:your|any|such|certain|the|a|all) (?:\w+ )?requests?\b|\bdecline to (?:process|act)\b|\bexempt from such requests\b|\brequests?\b[^.;]{0,40}\b(?:subject to|denied|refused|declined|rejected)\b|\bnot absolute\b/,
  'request-route':
    /\b(?:contact|e-?mail|write to|click|submit|form|ticket|visit|mail)\w*\b[^.;]{0,160}\b(?:requests?|rights)\b|\b(?:requests?|rights)\b[^.]{0,200}\b(?:contact|e-?mail|click|visit|form|ticket|see here|support|using the)\b/,
  'complaint-authority':
    /\bcomplain\w*\b[^.;]{0,120}\b(?:authorit\w+|commission\w*|regulators?|agenc\w+)\b|\b(?:supervisory|data protection|regulatory) authorit\w+\b/,
  'privacy-contact':
    /\b(?:questions?|concerns?|complaints?)\b[^.;]{0,200}\b(?:contact|e-?mail|write|reach)\b|\b(?:contact|e-?mail|write to|reach)\b[^.;]{0,120}\b(?:questions?|concerns?|complaints?)\b/,
  'marketing-messages':
    /\bunsubscrib\w+|\bopt(?:s|ed|ing)?[- ]?(?:out|in)\b[^.;]{0,100}(?<!\[)\b(?:e-?mails?|messages?|newsletters?|mailing lists?|notifications|phone calls?)\b|(?<!\[)\b(?:e-?mails?|messages?|newsletters?|notifications?|phone calls?)\b[^.;]{0,100}\bopt(?:ing)?[- ]?out\b|\b(?:turn off|stop|disabl)\w*\b[^.;]{0,60}\b(?:push notifications|in-app messages|(?:marketing|promotional) (?:messages|communications|e-?mails))\b|\bmarketing communications you (?:get|receive)\b/,
  'consent-withdrawn':
    /\bwithdraw\w*\b[^.;]{0,60}\bconsent\b|\bconsent\b[^.;]{0,80}\bwithdraw\w*|\brevoke\b[^.;]{0,40}\bconsent\b/,
  'own-settings':
    /\b(?:account|privacy|profile|app|notification|mail|browser|device|your|our|own)? ?settings\b|\bpreferences\b|\bpermissions\b/,
  'direct-marketing-law': /\bshine the light\b|\b1798\.83\b/,
  'data-of-a-business':
    /\b(?:your|merchants?'?s?'?|sellers?'?|within) (?:your )?stores?\b|\bother merchants\b|\bdata of (?:your|the) store\b/,
  'request-figures': /\b(?:statistics|metrics|chart)\b[^.]{0,80}\brequests\b/,
  switching:
    /\bswitching (?:request|process|to another)\b|\bport (?:all )?your exportable\b|\bswitch to another (?:service )?provider\b|\bsuccessful completion of the switching\b/,
  'told-beforehand': /\bright to (?:receive )?(?:notice|be (?:notified|informed))\b|\bnotice at collection\b/,
  'local-representative':
    /\brepresentative\b[^.;]{0,80}\b(?:eu|eea|european|uk|union|kingdom|area)\b|\b(?:eu|eea|uk|privacy) representative\b|\barticle 27\b/,

  'ends-at-will': new RegExp(
    `\\b${WE} (?:\\w+,? ){0,6}?(?:may|can|reserves?|(?:is|are) (?:also )?(?:free|entitled)|has the right)\\b(?:(?!\\beither\\b)[^.;]){0,420}\\b(?:for any (?:or no )?reason|for no reason|any or no reason|without (?:any )?(?:cause|reason)|for convenience|whenever we (?:like|want|wish|choose))|\\b${WE} reserves? the right,? (?:in|at) (?:our|its) (?:sole |own |absolute )*discretion\\b(?![^.]{0,200}\\bif you\\b)[^.]{0,300}\\b${END}|(?:^|[.;:] ?)(?=${FREELY}\\b${WE} (?:\\w+,? ){0,6}?(?:may|can|reserves?|(?:is|are) (?:also )?(?:free|entitled)|has the right))(?=${FREELY}\\b${END})${FREELY}\\b(?:at any time|discretion)\\b${FREELY}(?:[.;]|$)`,
  ),
  'ends-unannounced': new RegExp(
    `(?:^|\\. ?)(?=[^.]*\\b${WE}\\b)(?=[^.]*\\bwith(?:out| no| or without) (?:any |prior |advance |further )*(?:notice|notif\\w+|warning))(?=[^.]*\\b(?:any (?:or no )?reason|no reason|discretion|at any time|without cause)\\b)`,
  ),
  'in-cases':
    /\b(?:(?<!even )if (?:you|the (?:\w+ )?(?:user|customer)|we (?:\w+ )?believe)|in the event|in any of the following|when you|where you|believes or determines that|, if:)/,
  'reader-ends': new RegExp(
    `\\b(?:${YOU}|partner|seller|advertiser) (?:\\w+ ){0,2}?(?:may|can|(?:are|is) (?:free|entitled|able) to|have the right to)(?! not\\b)\\b[^.;:]{0,60}\\b(?:terminate|cancel|close|delet\\w+ (?:your|the|my|an?) (?:\\w+ )?account|delete the app|end (?:your|the|this)|stop (?:using|accessing)|deactivate|discontinue)\\b|\\byou(?:'re| are) free to do that\\b`,
  ),
  'either-ends':
    /\b(?:either|each|both)(?: party| of us| parties| you (?:and|or)\b[^.;]{0,30}|,? you or we)?\b[^.;]{0,40}\b(?:may|can|(?:is|are|be) (?:\w+ )?entitled to|has the right to|have the right to)\b[^.;]{0,60}\b(?:terminat|cancel|end\b)\w*|\bterminated by (?:either|you or)\b|\bterminated for convenience\b|\bmutually agree\w*\b[^.;]{0,60}\bterminat/,
  'either-free':
    /\b(?:either|each|both)\b[^.;:]{0,140}\b(?:for any (?:or no )?reason|with or without cause|without cause|for convenience)\b|\b(?:either|each|both)\b[^.;:]{0,80}\bat any time\b(?![^.;:]{0,80}\bif\b)/,
  'ends-itself':
    /\b(?:automatically (?:terminat|end|expir|lapse)\w*|(?:terminat|end|expir)\w* automatically)|\bautomatically,? and (?:immediately|without notice),? terminat/,
  'chance-to-cure':
    /\b(?:cure|cured|uncured|remed(?:y|ied)|correct(?:ed)?)\b[^.;]{0,80}\b(?:within|breach|days|period)|\b(?:breach|failure)\b[^.;]{0,80}\b(?:cure[ds]?|remed(?:y|ied))\b/,
  'stop-and-delete': new RegExp(
    `\\b${YOU} (?:\\w+ ){0,2}?(?:must|shall|will|agrees? to)\\b(?! not\\b)[^.;:]{0,60}\\b(?:cease|stop|delete|destroy|return|uninstall)\\b|^(?:immediately )?(?:cease|stop using|delete|destroy)\\b`,
  ),
  'end-brings':
    /\b(?:lose|ends? immediately|cease[sd]?|owed|accrued|deleted|outstanding|destroy|return|refund|discharge|no longer)\b/,
  'ends-unpaid': new RegExp(
    `\\b(?:non-?payment|fail(?:s|ure)? to pay|failure to pay|overdue|past (?:the )?(?:applicable )?due|delinquent|unpaid|not receive payment|delay in payment|payment (?:is )?(?:declined|fails))\\b[^.]{0,160}\\b${END}|\\b${END}\\w*[^.]{0,160}\\b(?:non-?payment|fail(?:s|ure)? to pay|overdue|past (?:the )?(?:applicable )?due|delinquent|unpaid)\\b|\\bdelinquent\\b|\\b${END}\\w*[^.;]{0,60}\\buntil the outstanding\\b|\\b${END}\\w*[^.;]{0,100}\\bcannot (?:\\w+ )?(?:bill|charge)\\b`,
  ),
  'access-until':
    /\b(?:access|use|available)\b[^.;]{0,80}\b(?:remaining period|until the end|through the end|end of (?:the|your) (?:\w+ ){0,2}(?:term|period|cycle))/,
  'warns-first': /\bstrikes?\b|\bwarn(?:s|ing|ings|ed)?\b(?! screen)|\btemporar(?:y|ily)\b/,
  'reasons-given':
    /\bstatement of reasons\b|\breasons? for (?:its|the|our|such|that|this|termination|suspension)\b|\binform you of the measure\b|\bcontest the decision\b/,
  'whole-service-ends': new RegExp(
    `\\b${WE} (?:\\w+ ){0,3}?(?:may|can|reserves?|has the right)\\b[^.;]{0,40}\\b(?:terminate|discontinue|cease|stop|end) (?:or \\w+ )?(?:providing |offering |operation of |(?:all|any)(?: or (?:any )?part)? (?:part |aspect |feature )?of )?(?:the|our|any) (?:\\w+ )?(?:services?|platform|site|website|app)\\b`,
  ),

  'tracker-signal':
    /\bdo[- ]not[- ]track\b|\bdnt\b|\bglobal privacy control\b|\bgpc\b|\bopt-?out preference signals?\b/,
  'signal-ignored':
    /\b(?:do|does|will|can)(?: not|n't)(?: currently)? (?:\w+ ){0,4}?(?:respond|honou?r|support|recogni[sz]e|interpret|process|react|alter|change|take action|follow)\b[^.]{0,160}\b(?:dnt|track\w*|signals?)\b|\b(?:dnt|do[- ]not[- ]track|signals?)\b[^.]{0,120}\b(?:not|no) (?:\w+ ){0,2}?(?:respon\w+|honou?r\w*|support\w*|recogni[sz]\w*|process\w*|standard)/,
  'tracker-consent': new RegExp(
    `\\b(?:with|without|on|require|need|obtain|rely on) (?:your|you|the user's) (?:\\w+ )?(?:consent|permission)\\b|\\b(?:prior|your) consent\\b[^.;]{0,80}\\b${TRACKERS}|\\bonly\\b[^.;]{0,60}\\bif you(?:'ve| have)? (?:agree|accept|consent)\\w*|\\bprompt\\w* (?:you )?to (?:accept|provide your consent|consent)\\b|\\bconsent to (?:all |our |the use of )?(?:\\w+ )?${TRACKERS}`,
  ),
  'needed-trackers':
    /(?<!\bnot )\b(?:strictly|absolutely) necessary\b|(?<!\b(?:non-|not |non ))\b(?:essential|necessary|technically required|required|functional) (?:cookies|technologies)\b|\bcookies (?:are|is) (?:essential|necessary|required)\b|\bcookies necessary\b/,
  'tracker-choice': new RegExp(
    `\\b(?:turn(?:ed|ing)? (?:\\w+ )?off|switch (?:these|them|it) (?:on or )?off|disabl|block|reject|refus|declin|remov|delet|manag|control|choose|clear|exercise choice|customi[sz]|chang|adjust|modify|withdraw)\\w*\\b[^.;]{0,120}\\b(?:${TRACKERS}|browsers?|settings|preferences)\\b|\\bopt[- ]?out\\b|\\bopting[- ]out\\b`,
  ),
  'no-ad-trackers':
    /\b(?:do|does|will)(?: not|n't) (?:\w+ )?use\b[^.;]{0,60}\b(?:cookies|trackers?)\b[^.;]{0,60}\b(?:profil|advertis|track)\w*|\bcookies do(?: not|n't) (?:\w+ )?(?:gather|collect|use|track)\b[^.;]{0,60}\b(?:marketing|advertis)|\bno (?:advertising|tracking|third[- ]party) cookies\b|\bwe (?:\w+ )?do(?: not|n't) use (?:any )?(?:\w+ )?(?:cookies|trackers)\b/,
  'session-replay': /\bsession[- ]replays?\b|\bmouse movements\b|\bkeystrokes\b|\bheat ?maps?\b/,
  'social-buttons':
    /\blike"? button\b|\bshare this\b|\bsocial (?:media|network\w*) (?:plug-?ins|buttons|widgets)\b|\bwidgets\b/,
  'tracker-explained':
    /\bcookies? (?:is|are) (?:a |an |very )?(?:small|string|tiny|piece|text|data|unique)\w*|\bsmall (?:text |data )?(?:files?|identifiers|blocks of code)\b|\b(?:pixel(?: tag)?|web beacon)s?(?: \([^)]*\))? (?:is|are) (?:a |an )?\w+/,
  'tracker-analytics':
    /\banaly(?:tics|[sz]e|sis)\b|(?<!\bsecurity )\bmeasur(?:e|ing|ement)\b|\bperformance\b|\bhow (?:\w+ ){0,3}?(?:use|navigate|interact)\b|\busage\b|\btraffic\b/,
  'tracker-of-reader': new RegExp(
    `\\b(?:${YOU} (?:may|must|shall|will)(?: only| not)? (?:use|place|set|drop)|allow you to place|your (?:use of|placement of))\\b[^.;]{0,40}\\b${TRACKERS}`,
  ),
  'tracker-preferences':
    /\bremember\w*\b[^.;]{0,80}\b(?:preferences?|choices|settings|log-?in|language)\b|\bsave your preferences\b|\b(?:preferred language|language preferences?|stor(?:e|es|ing) (?:your )?preferences|remember\w* your (?:actions|choices|preferences|settings|name))\b|\bmore personal experience\b|\bscreen\b[^.;]{0,60}\bdimensions\b/,

  'believes-required':
    /\bgood[- ]faith (?:belie\w+|judg\w+|opinion|determin\w+)|\b(?:believe|determine|judge|consider|feel)s?\b[^.;]{0,30}\bin good faith\b|\b(?:believe|determine|feel|consider)s?\b[^.;:]{0,100}\b(?:disclos\w+|necessary|required|requires|appropriate|needed|doing so)\b|\bdeem\w*\b(?! appropriate,)[^.;:]{0,60}\b(?:necessary|required|appropriate|needed)\b/,
  'reports-itself':
    /\b(?:report|refer|notif(?:y|ies)|tell|send|disclose)\w*\b[^.;]{0,100}\b(?:to|and\/or fully cooperate with|the) (?:the |any |proper |appropriate |relevant |competent |local |law enforcement )*(?:law enforcement|police|authorit(?:y|ies)|ncmec|national center for missing)\b|\breports? (?:will be|are|may be) made to\b|\binvolv\w+ law enforcement\b/,
  'demand-rules-named':
    /\b(?:law enforcement|government(?:al)?|data) (?:\w+ ){0,3}?(?:guidelines|request polic(?:y|ies)|requests? guidelines)\b|\btransparency report\b|\bservice of process page\b/,
  'demands-from-others':
    /\bcivil (?:litigants?|discovery)\b|\bparties to litigation\b|\bprivate (?:parties|litigants)\b|\badversarial\b/,

  'guarantee-confirmed':
    /\b(?:legal|statutory) guarantees?\b(?!s? (?:of|as) (?:title|merchant))|\bwarranty rights under\b|\blegal duty to (?:provide|supply)\b|\bconsumer guarantees?\b/,
  'exclusion-limited':
    /\b(?:limitations|exclusions|disclaimers?)\b[^.;]{0,160}\b(?:fullest|maximum|to the) extent (?:permit|allow)|\b(?:not (?:allow|permit)|prohibit|forbid)\b[^.;]{0,60}\b(?:disclaim\w*|exclusions?|exclud\w+|limitations?)\b|\bmay not apply to you\b|\bprohibited from disclaiming\b|\bsuch exclusions may not apply\b/,
  'neither-promises':
    /\bneither party\b[^.;]{0,60}\b(?:warrant|represent|promis|guarant)\w*|\b(?:each party|both parties)\b[^.;]{0,60}\b(?:disclaim|exclude)\w*/,
  'about-previews':
    /^.{0,200}\b(?:betas?|previews?|early access|trials?|alpha (?:versions?|tests?|or|services?)|experimental)\b/,
  'errors-possible':
    /\b(?:could|may|might) (?:include|contain|have|exist)\b[^.;]{0,60}\b(?:inaccurac|errors?|mistakes|flaws|bugs)\w*|\bnot (?:completely )?(?:error-free|perfect|without flaws)\b|\bperfect without flaws\b|\baren't perfect\b|\babsolute certainty\b/,
  'care-promised':
    /\b(?:commit|undertake|agree|promise|provide)\w*\b[^.;]{0,80}\b(?:reasonable|professional|due) (?:skill and care|care and skill|diligence)\b/,
  'not-relied-on': /\bnot relied (?:up)?on\b|\bno reliance\b/,
  'security-unsure':
    /\bsecurity measures?\b[^.]{0,160}\b(?:as[- ]is|no warrant|withstand|circumvent)\w*|\bnot (?:guarantee|ensure)\b[^.;]{0,60}\b(?:security|unauthori[sz]ed)\b|\b(?:warrant\w*|representations?|guarantee\w*)\b[^.;]{0,40}\b(?:regarding|of|the) (?:the )?(?:security|safety) (?:of|offered)\b|\bnot guarantee that (?:the |your )?(?:personal )?(?:information|data)\b/,

  'owns-output': new RegExp(
    `\\b(?:own|owns|owned|assigns?|belongs?|title|rights)\\b[^.;]{0,100}\\b${OUTPUT}\\b|\\b${OUTPUT}\\b[^.;]{0,80}\\b(?:yours|belongs? to you|(?:is|are) (?:owned by )?your?|your (?:user )?content)\\b`,
  ),
  'owns-input':
    /\b(?:retain|keep|own)s?\b[^.;]{0,60}\b(?:inputs?|content|property|data|submissions|stories|materials|prompts)\b|\bremains? yours\b|\bclaims? no (?:\w+ )?ownership\b|\bown (?:stories|content)\b/,
  'output-licence': new RegExp(
    `\\b${WE} (?:\\w+ )?grants? (?:to )?(?:you|customer|the user)\\b[^.;]{0,300}\\b${OUTPUT}\\b`,
  ),
  authorship:
    /\bcopyright protection\b[^.;]{0,60}\b(?:may|depend|appl|qualif)\w*|\bhuman author\w*|\bqualify for copyright\b|\bcopyrightab\w+|\bcreative contribution\b/,
  'publishing-rules':
    /\bpublish\w*\b.{0,260}?\b(?:under the following|following conditions|permissible|attributed)\b|\b(?:sharing|posting|post|livestream\w*)\b[^.]{0,120}\b(?:permissible|permitted|allowed)\b/,
  'custom-model': /\bcustom(?:i[sz]ed)? models?\b|\bfine-?tuned models?\b/,
  'platform-owns-results': new RegExp(
    `\\b${WE} (?:\\w+ )?retains? all rights to that content\\b|\\b(?:generated|results)\\b[^.;]{0,60}\\bbelongs? to (?:the company|we|us)\\b|\\b(?:copyrighted|owned) by ${WE}\\b|\\b${WE} (?:\\w+ )?(?:own|owns|retain|retains|reserves?)\\b[^.;]{0,80}\\b${OUTPUT}\\b`,
  ),
  'uses-output': new RegExp(`\\b${WE} (?:may|can|will) (?:\\w+ )?use\\b[^.;]{0,60}\\b(?:outputs?|content)\\b`),
}
