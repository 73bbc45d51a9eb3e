/** The words by which policies say how long they keep what: matched on folded text. */
import { DURATION } from './duration.ts'

export const KEEPS =
  /\b(?:retain(?:s|ed|ing)?|retention|kept|keep(?:s|ing)?|stor(?:e|es|ed|ing|age)|delet(?:e|es|ed|ing|ion)|eras(?:e|es|ed|ing|ure)|remov(?:e|es|ed|al)|purg(?:e|es|ed)|destroy(?:ed)?|anonymi[sz](?:e|es|ed)|preserv(?:e|es|ed)|hold|held|saved?|expir(?:e|es|ed|y)|retrieve|archiv(?:e|ed)|lifespan|overwritten|maintain(?:s|ed)?|available for|wiped?|discard(?:s|ed)?|cleared|lifetime)\b/
export const KEPT_THING =
  /\b(?:data|information|content|conversations?|chats?|messages?|logs?|records?|backups?|files?|recordings?|inputs?|outputs?|prompts?|cookies?|accounts?|history|videos?|images?|copies|documents?|invoices|transcripts?|posts?|identifiers?|addresses|uploads?|correspondence|cvs?|applications?|details|submissions|photos?|samples?|selfies?|scans?|responses|snapshots?|them|it)\b/
export const ABOUT_KEEPING =
  /\b(?:retention|retain|how long|storage (?:period|duration|of)|keep|deletion|store your|period of|lifespan|duration)\b/
/** Time that is not for keeping: to answer, to pay, to object, to look back. */
export const NOT_KEEPING =
  /\b(?:respond|response|reply|notice of|prior notice|preceding|(?:past|last|previous|prior) (?:\(?\w+\)? ?){0,3}(?:months?|years?|days?)|refund|billing|invoice(?:s)? (?:within|are due)|payment (?:is|within|term)|opt[- ]out|object|arbitrat\w+|statute|limitations? period|years? old|years of age|age of|under the age|trial|renew\w*|cure|within \w+ (?:\(\d+\) )?(?:business )?days? (?:of|after|from) (?:receipt|receiving|your request|the request|notice)|appeal|acknowledg\w+|verify your|counter[- ]notif\w*|objection|extend\w*|subscription fee|cancel\w*|claims? (?:must|within)|warranty|confidential information|(?:at least|every|once) (?:every )?\w+ (?:months?|years?)|free of charge|(?:30|thirty)-day period|liab\w+|damages|termination of (?:this|the) agreement by)\b/
/** Sentences about disputes over content, and figures about the past. */
export const NO_POLICY =
  /\b(?:counter[- ]notif\w*|infring\w*|copyright|dmca|requests? (?:received|processed|completed|from)|median|average|mean (?:number|time))\b/
export const SPAN = new RegExp(
  `\\b(?:\\d{1,3} ?(?:-|to) ?)?(?:${DURATION})|(?<=\\b(?:for|after|within|than|to|about|least|every) )(?:an?|half an?) (?:full )?(?:hour|day|week|month|year)\\b`,
  'g',
)

/** Right before a span: what is kept is kept for it, or goes after it. */
export const KEPT_FOR =
  /\b(?:retain(?:s|ed|ing)?|retention(?: periods?| window)?|kept|keep(?:s|ing)?|stor(?:e|es|ed|ing)|storage(?: period)?|delet(?:e|es|ed|ion)|eras(?:e|es|ed|ure)|remov(?:e|es|ed)|purg(?:e|es|ed)|destroy(?:ed)?|anonymi[sz](?:e|es|ed)|preserv(?:e|es|ed)|held|hold|archived|archiving|overwritten|wiped?|discard(?:s|ed)?|cleared|life(?:time|span))\b[^.;:]{0,180}?\b(?:for|within|after|until|than|of|to|least|most|is|every|equal)\b:? *(?:(?:a|the|an|about|approximately|around|additional|further|periods?|maximum|minimum|of|up|to|at|least|most|no|not|more|longer|than|another|typically|generally|only|just|entire|total|latest|the|next|consecutive|continuous|limited|retention)\b[, ]*)*$|\b(?:deleted|erased|purged|anonymi[sz]ed) $/
/** A span that begins a clause: "After 70 days, all reports are erased". */
export const BEGINS =
  /(?:^|[,.;:(] ?|\b(?:and|or|then|which|have|will) )(?:[^a-z]*)(?:after|within|for|once|up to|following|upon|wait)? ?(?:a |the |period of |maximum of |up to |at most |no (?:more|later) than )*$/
export const GONE_AFTER =
  /^[^.;]{0,120}\b(?:is|are|be|being|been|automatically|permanently|securely|then|we|will|before)\b[^.;,]{0,40}\b(?:delet(?:e|ed|ing)|erased?|purged?|removed?|destroy(?:ed)?|anonymi[sz]ed?|overwritten|wiped|discarded|cleared)\b/
export const RETRIEVED =
  /^[^.;]{0,120}\b(?:terminat|expir|clos|cancel|delet|suspen)\w*\b[^.;]{0,120}\b(?:retriev|export|download|recover|restor|reactivat)\w*|^[^.;]{0,60}\b(?:retriev|export|recover|reactivat)\w*/
/** What can be brought back for a time after it was closed was kept for that time. */
export const BROUGHT_BACK =
  /^(?!.*\b(?:compliance|balance)\b).*\b(?:restor|reactivat|re-activat|recover|retriev|reinstat|undelet|export|download)\w*\b[^.;:]{0,90}\b(?:within|for|up to|until|in)\b(?: (?:a|the|period|of|up|to|at|least|additional|further|next|first|another))* *$/
export const AFTER_CLOSING =
  /^[^.;]{0,60}\b(?:terminat|expir|clos|cancel|delet|de-?activat|suspen|thereafter|end of)\w*/
export const IDLE =
  /\binactiv\w*|\bno (?:\w+ )?(?:activity|usage)\b|(?:\b(?:not|never)|n't) (?:been )?(?:logged|log|used?|signed|sign|accessed?|active|come online)\b/
export const GONE = /\b(?:delet|eras|purg)\w*|\bremov(?:e|ed) (?:the |your |any )?(?:\w+ )?(?:accounts?|data|content)/
/** A notice, an age or a trial, not a period of keeping. */
export const NOTICE_AFTER =
  /^(?:'?s?'? ?(?:prior |advance |written |calendar )*(?:notice|notification)| (?:old|of age|free|before(?! (?:permanently|deleting|being|it|they|we|deletion|your|the data))|prior|in advance|to (?:\w+ )?remove [^.;]{0,60} from (?:our |the )?mail\w*|to (?:delete|remove|modify|respond|object|cure|fix)|of (?:receipt|receiving|your request|notice|our notice))\b|-?(?:old|trial))/
/** "We will delete it within 30 days of your request" keeps it as long; an answer within 30 days keeps nothing. */
export const DELETED_ON_REQUEST =
  /^(?!.*\b(?:respon\w+|repl(?:y|ies)|answer|inform|confirm|notify)\b).*\b(?:delet|eras|purg|destroy|anonymi[sz])\w*\b[^.;]{0,90}$/
/** Duties of the reader, answers to requests, and what is no data. */
export const NOT_OURS =
  /\bremain\w* in (?:full )?(?:effect|force)\b[^.;]{0,60}$|\b(?:respond\w*|reply|answer|act on|comply|confirm|honou?r|fulfil\w*|handle)\b[^.]{0,110}\b(?:within|in|after|take|to)\b[^.]{0,20}$|\bprocess\b[^.]{0,40}\brequests?\b[^.]{0,20}$|\b(?:you|customer|publisher|developer|partner|merchant|recipient|receiving party|user|seller|licensee|client)s?\b[^.;,]{0,30}\b(?:must|agrees?(?! (?:and \w+ )?that (?:we|our)\b)|may only|should|are required|(?:do not|does not|fails? to) (?:delete|remove|destroy|modify|comply|disable)|undertakes?|(?:shall|will)(?! have| (?:\w+ )?be (?:able|delet|retain|kept|stor|eras|remov|purg|anonymi|destroy|archiv)))\b[^.;]{0,100}$|\b(?:credits?|fees?|deposits?|refunds?|price|shipments?|goods|orders?|payouts?|(?:payments|funds|money|balances?)(?! (?:data|information|details))|confidential information|marketing (?:campaigns|lists?)|(?:retain|keep|maintain)s? (?:\w+ ){0,2}access|remove you|records of (?:its|their) processing)\b(?![^.;]*(?:\((?:stored|retained|kept)|\bretention period))[^.;]{0,60}$/
export const READER_DELETES =
  /\byou (?:will|shall|must|agree)\b(?!.*\b(?:we|our|us|will be|may be)\b).*\b(?:delete|destroy|remove|erase|return|cease)\b/
/** What terms speak of when they speak of keeping data. */
export const KEPT_HERE =
  /\b(?:data|information|content|logs?|backups?|conversations?|record(?:ing)?s?|files?|inputs?|outputs?|prompts?|responses|snapshots?|accounts?|messages?|receipts|images?|videos?|photos?|projects?|applications?|transcripts?|e-?mails?|history|copies|items|stuff)\b/
export const KEPT_IN_TERMS =
  /\b(?:data|information|content|logs?|backups?|conversations?|record(?:ing)?s?|files?|inputs?|outputs?|responses|snapshots?)\b/
/** From when a span counts, as far as it is short. */
export const FROM_WHEN =
  /^ (?:of (?:\w+ )?inactivity|(?:after|from|following|since) (?:(?:the|your|its|our|a|an|last|of|[a-z'-]{3,})\b ?){1,6}(?=[,.;:()|]|$| (?:unless|except|or|and|if|where|to|in|for)\b))/

/** Periods in words: tied to an account, contract, consent or session. */
const EVENT =
  '(?:accounts?|subscri\\w+|contract|contractual relationship|consent|sessions?|conversation|newsletter|unsubscribe|withdraw\\w*|registered|(?:you )?(?:continue to )?use (?:the|our|\\w+ )?|uses? the|delet\\w+|remov\\w+|customer relationship|relationship|membership|active user|generat\\w+|(?:fine-tuning )?job|transcri\\w+|terminat\\w+|processing (?:of )?(?:the|your|such) request|process the|request is|paid|object\\w*|clos(?:e|es|ed|ing|ure)|complet\\w+|transaction|verif\\w+|check|comparison|import\\w*|identification|competition|contest|processing|agreement|cancel\\w*)'
export const WHILE = new RegExp(
  `\\b(?:(?:for )?as long as|until|while (?=[^.;|,]{0,40}\\b(?:accounts?|subscription|membership|contract|agreement)\\b(?: and \\w+)? (?:is|are|remains?|exists|lasts))|for the (?:entire )?(?:duration|life|lifetime|term|length)(?: and \\w+)? of|(?:for )?so long as|at the end of|end of (?:the |your )?(?:browsing )?session)\\b[^.;|]{0,20}?\\b(?:you|your|the|an?|we|its?|their|such|this|subscribed|account|contract)?\\b[^.;:|,]{0,60}?\\b${EVENT}\\b(?:[^.;:,|()]{0,60}\\b)?|\\b(?:only|solely) for the (?:\\w+ )?(?:processing period|duration of [^.;:,|()]{3,60})|\\b(?:not|never)(?: be)? (?:stored|retained|kept|saved)\\b(?:[^.;:|]{0,160}\\b(?:beyond the (?:time|duration|period)|longer than)|[^.;:|]{0,40}\\b(?:after|once))\\b[^.;:,|()]{3,90}`,
  'g',
)
/** What is deleted at an event, and not after a time. */
export const ON_EVENT = new RegExp(
  `\\b(?:(?:is|are|be|being|and|then|automatically|immediately|permanently|promptly|securely) )(?:deleted|purged|erased|destroyed|discarded|discard (?:the|your|this|these|such|it|them)(?: [a-z]+){0,3})(?: from (?:our|the|its|all) [^.;:|,]{2,40}?)?(?: immediately| automatically| permanently)? (?:once|upon|after|as soon as|when|following)\\b[^.;:|,]{0,50}?\\b${EVENT}\\b(?:[^.;:,|()]{0,50}\\b)?|\\b(?:we|systems?) (?:will |shall )?(?:\\w+ly )?delete (?!or return)[^.;:|,]{2,60} (?:once|after|as soon as) [^.;:|,]{0,40}\\b(?:complet|process|verif|transcri|generat|terminat|end(?:s|ed)\\b)\\w*(?:[^.;:,|()]{0,40}\\b)?`,
  'g',
)
export const KEEPING =
  /\b(?:retain(?:s|ed|ing)?|retention|kept|keep(?:s|ing)?|stor(?:e|es|ed|ing|age)|delet(?:e|es|ed|ing|ion)|eras(?:e|es|ed|ing|ure)|remov(?:e|es|ed|al)|purg(?:e|es|ed)|destroy(?:ed)?|anonymi[sz](?:e|es|ed)|preserv(?:e|es|ed)|hold|held|archiv(?:e|ed)|maintain(?:s|ed)?|saves? (?:this|these|the|your|such|all|personal) (?:\w+ )?(?:data|information))\b/
export const DELETES_ON =
  /^(?:is|are|be|being|and|then|we|systems?|\w+ly) |\bnot (?:be )?(?:stored?|retain|retained|kept|keep|saved?)\b/
/** In terms somebody has to keep data for us to count it: "we keep", "data is stored". */
export const WE_KEEP =
  /\b(?:we|[a-z.]+)\b (?:will |may |shall )?(?:\w+ly )?(?:retain|keep|store)s?\b[^.;]{0,110}$|\b(?:is|are|be) (?:\w+ )?(?:retained|kept|stored)\b[^.;]{0,60}$/
export const ONLY_NECESSARY =
  /\b(?:necessary|needed|need|required|reasonably|purposes?|no longer|notice|law|possible)\b/
/** Kept or used without an end: "may be used for statistics indefinitely". */
export const FOR_GOOD =
  /\bindefinitely\b|\bindefinite (?:period|time)\b|\bin perpetuity\b|\bfor an unlimited (?:period|time)\b/g
export const KEPT_FOR_GOOD =
  /^(?!.*\b(?:not|no|never|prevent\w*|avoid\w*|suspend\w*|terminat\w*|licen[cs]e|obligation|right to be)\b)(?:.*\b(?:data|information|content|records?|logs?|transcripts?|messages?|files?|copies|recordings?)\b[^.;]{0,60}\b(?:used?|retain(?:ed)?|ke(?:ep|pt)|stored?|h[eo]ld|maintain(?:ed)?|preserved?)\b[^.;]{0,80}|.*\b(?:use|retain|keep|store|hold|maintain|preserve)s?\b[^.;]{0,40}\b(?:data|information|content|records?|logs?|transcripts?|messages?|files?|copies|recordings?|history|it|them)\b[^.;]{0,60})\b(?:indefinitely|indefinite (?:period|time)|in perpetuity|unlimited (?:period|time))/
/** In terms somebody says that data stays: licences, duties and rights go on indefinitely too. */
export const KEPT_FOR_GOOD_HERE =
  /^(?!.*\b(?:not|no|never|prevent\w*|suspend\w*|licen[cs]e|obligation|you (?:may|shall|must|will|can))\b).*(?:\b(?:data|information|records?|logs?|recordings?|transcri(?:pts?|ptions)|conversations?|chats?|messages?|prompts?|inputs?|responses|interactions)\b[^.;]{0,60}\b(?:is|are|be) (?:\w+ )?(?:stored|retained|kept|archived|preserved)\b|\bwe (?:will |may |can )?(?:\w+ and )?(?:store|retain|keep|archive|preserve)\b[^.;]{0,20}\b(?:data|information|records?|logs?|recordings?|transcri(?:pts?|ptions)|conversations?|chats?|messages?|prompts?|inputs?|interactions)\b)[^.;]{0,40}\b(?:indefinitely|indefinite (?:period|time)|in perpetuity)/
/** An event, a comma, and that something goes then: the event is the first group, what goes the second or third. */
export const DELETES_AFTER = new RegExp(
  `(?:^[^a-z]*|[.;:] )((?:once|when|as soon as|after|immediately (?:after|upon|following)|upon|following) [^,.;:|]{0,80}?\\b(?:${EVENT}|seen|viewed|stop(?:s|ped)? using|no longer use|ends?|ended|finished|uninstall\\w*|leaves?)\\b[^,.;:|]{0,60}),(?: [^.;:|]{0,120}?,? and)? (?:(?:we|it|(?:the|our) (?:\\w+ )?(?:systems?|services?|software|servers?|platform|app)|[a-z.]+|[^,.;:|]{3,80} (?:which|who|that))(?: (?:will|shall|then|also|immediately|automatically|permanently|securely|promptly|irrevocably))* (?:delete|erase|purge|destroy|wipe|remove)s? (?:or \\w+ )?([^,.;:|()]{3,80})|([^,.;:|()]{3,80}?) (?:(?:is|are|will be|shall be|gets?)(?: (?:then|also|immediately|automatically|permanently|securely|promptly|irrevocably))*) (?:deleted|erased|purged|destroyed|wiped)\\b)`,
)
export const NOT_GONE =
  /\b(?:not|never|may|might|can|request|ask|unless|if you|subject to|no (?:\w+ ){0,3}need|retention period|your (?:device|browser)|(?:terminat|expir|cancel|delet|clos|deactivat)\w*[^.;:]{0,40}\b(?:accounts?|agreement|contract|subscription|membership|services?)|(?:accounts?|agreement|contract|subscription|membership|services?)[^.;:,]{0,40}\b(?:terminat|expir|cancel|delet|clos|deactivat)\w*|you (?:will|shall|must|agree)|customer (?:will|shall|must)|cookies?|remove (?:you|the (?:listing|post|link)))\b/
