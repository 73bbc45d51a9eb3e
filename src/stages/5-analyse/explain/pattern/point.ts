/**
 * The words by which the main point of a passage is told apart: what is said of a demand, which single right it is
 * about, who watches for what, what advertising does, and what nobody promises. Matched like those of `manner.ts`, for
 * explanations alone.
 */
import type { Signal } from '../../../../core/signal.ts'
import { WE } from './manner.ts'

const DEMAND = '(?:requests?|demands?|subpoenas?|court orders?|orders?|legal process|disclosures?|warrants?)'
/** Near the start of a passage, and with nothing that names another right. */
const alone = (right: string, others: string): RegExp =>
  new RegExp(`^(?!.*\\b(?:${others}))(?:.{0,150}\\b)(?:${right})`, 's')
const ACCESS =
  'access(?:,| it| to| and| or| your| the (?:personal|data|information))|right of access|right to know|incognito'
const CORRECT = 'correct(?:ion|ing)?\\b|rectif|portab|discriminat|verif|authori[sz]ed agent'

export const POINT_PATTERNS: Readonly<Partial<Record<Signal, RegExp>>> = {
  'answers-demand': new RegExp(
    `\\b(?:in response to|we receive|respond(?:ing)? to) (?:[\\w,]+ ){0,4}?(?:${DEMAND})\\b[^.]{0,120}\\bbelie\\w+`,
  ),
  'tells-of-demand': new RegExp(
    `\\b(?:notif(?:y|ies)|inform|tell|alert)\\b (?!us\\b)(?:\\w+ ){0,5}?(?:of|about|if|when|before|in advance|as soon as)\\b[^.;]{0,80}\\b${DEMAND}\\b|\\b(?:compelled|required|${DEMAND})\\b[^.]{0,260}\\b(?:prior|reasonable|advance|prompt) notice\\b|\\b(?:compelled|required|${DEMAND})\\b[^;]{0,260}\\b(?:notif(?:y|ies)|inform) (?:you|the|its|customers?|clients?|users?|affected)\\b(?! of our)|\\b(?:inform|notify)\\b[^;]{0,80}\\b(?:request|demand|order)s? for disclosure|\\bunless[^.]{0,60}\\bprohibited\\b[^.]{0,80}\\b(?:notify|inform|notice)`,
  ),
  'law-as-purpose':
    /\buse\b[^.]{0,60}\b(?:data|information)\b[^.]{0,60}\b(?:to (?:comply with|respond to)|for compliance)\b[^.]{0,60}\b(?:law|legal|regulat|demands|obligations|process)/,
  'follows-law': new RegExp(
    `\\b${WE} (?:[\\w,]+ ){0,4}?(?:comply|complies|cooperates?|abides?)\\b[^.;]{0,60}\\b(?:laws?|orders?|requests?|authorit\\w+|requirements)\\b|\\bto comply with any (?:\\w+ )?(?:law|order|judg)`,
  ),
  'only-deletion': alone(
    'delet|eras(?:e|ure)|removal of|remove (?:your|any|information)',
    `${ACCESS}|${CORRECT}|\\bobject|restrict|opt[- ]out of (?:the|targeted)|third[- ]party|backup`,
  ),
  'only-objection': alone(
    'object(?:ion)?\\b|right to (?:limit|opt[- ]out)|opt(?:ing)?[- ]out of (?:the )?(?:.?sale|certain|having)',
    `${ACCESS}|${CORRECT}|eras|delet|lodge|complain|withdraw`,
  ),
  'only-copy': alone(
    'copy of (?:the |your )?(?:personal )?(?:data|information)|portability|export your|download (?:w+ ){0,3}?(?:data|report|information)',
    'correct(?:ion|ing)?\\b|rectif|discriminat|verif|authori[sz]ed agent|eras|delet|object|lodge|withdraw',
  ),
  'rights-by-state':
    /\b(?:states?|residents?|countr(?:y|ies)|act\b[^.;]{0,12}|laws?)\b[^.;]{0,90}\b(?:certain|additional|specific|other|different) (?:privacy |data protection |consumer )?rights\b|\b(?:certain|additional|specific) (?:privacy |consumer )?rights\b[^.;]{0,90}\b(?:laws?|states?|residents?)\b/,
  'mentions-marketing-choice':
    /\b(?:marketing|promotional|advertising|unwanted) (?:\w+,? (?:and |or )?){0,3}?(?:calls?|messages?|notifications?|texts?|e-?mails?|communications?|offers?|sms)\b|\b(?:newsletters?|direct marketing|unsubscrib\w+)\b|\bunwanted text messages?\b/,
  'marketing-purpose':
    /\bfor (?:\w+,? (?:and |or )?){0,4}?(?:marketing|advertising|promotional)\b|\b(?:provide|conduct|do|carry out|perform) (?:\w+ ){0,3}?(?:marketing|advertising)\b|\bto market\b|\b(?:marketing|advertising) (?:and \w+ )?purposes\b/,
  'vouches-for-nobody':
    /\b(?:warrant\w*|guarantee\w*|representations?|endors\w+|responsib\w+|liab\w+|control)\b[^.;]{0,120}\b(?:conduct|background|actions|statements|identity) of (?:any |the |its |other )?(?:users?|members|third|parties|sellers?)|\bnot (?:\w+ )?endorse (?:any |the )?(?:sellers?|users?|members?|third)|\b(?:opinions|views|statements)\b[^.;]{0,80}\b(?:expressed|posted|made)\b[^.]{0,300}\bnot\b[^.]{0,60}\b(?:reflect|represent|endors\w*|ours?)|\b(?:linked (?:web ?)?sites?|third[- ]part(?:y|ies)(?: party)? (?:content|offerings?|web ?sites?|sites?|materials?|products?)|links to other)\b[^.]{0,400}\b(?:not (?:\w+ )?(?:endorse|warrant|responsible|liable|control|guarantee)|no (?:control|responsibility|representation|warrant|express)|nor)|\b(?:not|no) (?:[\w ]+ )?(?:endors\w*|warrant\w*|responsible|guarantee|represent\w*|control)\b[^.]{0,160}\b(?:linked (?:web ?)?sites?|third[- ]party (?:content|offerings?|web ?sites?|sites?|materials?))/,
  'reach-unsure':
    /\b(?:not|no)\b[^.;]{0,40}\bguarantee\w*\b[^.;]{0,100}\b(?:placement|visibility|rankings?|exposure|impressions|clicks|views|engagement|traffic|sales|earnings)\b/,
  'table-rows': /^(?:[^|]*\|){8}/,
  'implied-excluded':
    /\b(?:disclaim|exclud)\w* all\b[^.]{0,200}\b(?:merchantab\w+|fitness|satisfactory|implied)\b|\bno other warrant\w*|\b(?:any|no) warranties, (?:either )?(?:express|implied)\b/,
  'elsewhere-unsuited':
    /\b(?:appropriate|available|suitable|lawful|permitted)\b[^.;]{0,60}\b(?:in (?:all|any|other|every|your) (?:\w+ )?(?:locations?|countr\w+|jurisdictions?|places|territor\w+)|(?:for|in) (?:use )?(?:in )?(?:all|any|other|every) (?:\w+ )?(?:locations?|countr\w+|jurisdictions?))/,
  'systems-watch':
    /\b(?:monitoring|detection|automated|automatic) (?:systems?|tools?|moderation|processes to (?:detect|review)|classifiers?|checks|means|scann\w+|filters?|review)\b|\bautomatically (?:scan|check|review|detect|analy[sz]e|filter|screen)\w*|\bscann?(?:s|ed|ing)?\b|\bclassifiers?\b|\b(?:algorithms?|machine learning)\b[^.;]{0,80}\b(?:detect|review|monitor|identify|flag)|\b(?:detect|review|monitor|identify|flag|moderat)\w*\b[^.;]{0,120}\b(?:algorithms?|machine learning|automat\w+)/,
  'people-and-programs':
    /\b(?:automat\w+|technolog\w+|systems?|machine learning|algorithms?|ai)\b[^.;]{0,80}\b(?:and|or|as well as)\b[^.;]{0,40}\b(?:manual|humans?|moderators?|people|staff|reviewers?|team)\b|\b(?:manual|human|moderators?|people|team)\b[^.;]{0,60}\b(?:and|or)\b (?:\w+ ){0,2}?(?:automat\w+|machine)|\b(?:automated|technology)\b[^.]{0,60}\bhuman (?:moderat|review)\w*/,
  'watch-for-breach':
    /\b(?:monitor\w*|investigat\w*|review\w*|identify|detect\w*|screen\w*)\b[^.;]{0,100}\b(?:abus\w+|violat\w+|breach\w*|misuse|underage|fraud\w*|unlawful|illegal|infring\w+|complaints?)\b|\bmonitor and enforce\b/,
  'may-police':
    /\b(?:co-?operat\w+|work|consult)\b[^.;]{0,60}\bwith\b[^.;]{0,80}\b(?:law enforcement|authorit(?:y|ies)|police)\b|\b(?:refer|report)\w*\b[^.;]{0,60}\bto\b[^.;]{0,60}\b(?:law enforcement|authorit(?:y|ies)|police|missing)\b|\breports?\b[^.;]{0,80}\b(?:ncmec|national center)/,
}
