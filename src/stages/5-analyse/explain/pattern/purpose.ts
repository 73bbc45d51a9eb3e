/**
 * The words by which rules are told that say what data is used for, what happens to content and to reports about it,
 * and which uses are held to be risky. Matched like those of `manner.ts`, for explanations alone.
 */
import type { Signal } from '../../../../core/signal.ts'
import { WE, YOU } from './manner.ts'

const CONTENT =
  '(?:content|materials?|posts?|postings?|comments?|reviews?|ugc|listings?|publications?|inputs?|images?|videos?|covers?|submissions?|uploads?|ads?|avatars?|works?|information|data|contributions?|apps?|applications?|prompts?|creations?|gpts?|groups?)'
const REMOVE =
  '(?:remov|delet|tak(?:e|ing|en) down|block|hid(?:e|ing)|restrict|disabl|refus|reject|screen|edit|unpublish)'

export const PURPOSE_PATTERNS: Readonly<Partial<Record<Signal, RegExp>>> = {
  'ground-stated':
    /\b(?:legal|lawful) (?:bas[ei]s|grounds?)\b|\blegitimate (?:business )?interests?\b|\bbalancing of interests\b|\bcontractual necessity\b|\b(?:performance of|to perform|perform) (?:a|the|our) contract\b|\bvital interests?\b|\b(?:you have (?:given|provided)|have given) (?:us )?(?:your |prior )?consent\b|\bconsented to the use\b/,
  'ground-first':
    /^.{0,420}?\b(?:legal|lawful) (?:bas[ei]s|grounds?)\b|^.{0,160}?\b(?:contractual necessity|compliance with a legal obligation|legitimate (?:business )?interests?|performance of a contract)\b/s,
  'interest-ground': /\blegitimate (?:business )?interests?\b|\bbalancing of interests\b/,
  'consent-ground':
    /\b(?:based on|basis of|provided|given|with|withdraw\w*|revoke) (?:us )?(?:your )?(?:prior |explicit |express )*consent\b|\bconsented to the use\b|\brely on (?:your )?consent\b|\bconsent (?:is|:)|\blegal basis is (?:your )?consent\b/,
  'contract-ground':
    /\bcontractual necessity\b|\bcontractual agreements\b|\bbasis of (?:an )?agreements?\b|\b(?:performance of|to perform|perform|execution of) (?:a|the|our|your) (?:contract|agreement)\b|\bbased on an agreement\b|\bnecessary (?:to|for)\b[^.;]{0,40}\bcontract\b/,
  'marketing-first': /^.{0,220}?\b(?:marketing|advertis\w+|ads\b|promotional|newsletters?|testimonials?)/s,
  'anonymised-first': /^.{0,110}?\b(?:aggregate(?!s?\b[^.;]{0,20}\bliab)\w*|de-?identif\w*|anonymi[sz]\w*|anonymous)/s,
  'use-denied': new RegExp(
    `\\b${WE} (?:\\w+ )?(?:do not|don't|does not|will not|won't|never|shall not|may not|is prohibited from) (?:\\w+ )?(?:use|using|process|combine|analy[sz]e|access|link|identify)\\b|\\bnot (?:be )?used (?:for|to)\\b|(?<!\\byou )\\b(?:will|does|do|shall) not (?:\\w+ )?use (?:\\w+ ){0,3}?(?:content|data|information)\\b`,
  ),
  'use-only':
    /\b(?:only|solely|exclusively)\b(?! (?:when|if|limited))[^.;]{0,40}\b(?:use[ds]?|process\w*|access\w*|as necessary|to provide|for the (?:sole )?purposes?|permitted|in accordance)\b|\b(?:use[ds]?|process\w*|intended)\b[^.;]{0,60}\b(?:only|solely|exclusively)\b/,
  'derived-data':
    /\binferr?(?:ed|ing|ences?)?\b|\bderiv(?:e|es|ed|ing)\b[^.;]{0,60}\b(?:characteristics?|preferences?|insights?|interests?|information)\b|\bpredict\w*\b[^.;]{0,40}\b(?:you|preferences?|behaviou?r)\b/,
  'job-applicants':
    /\b(?:recruit\w*|job (?:application|applicant|candidate|seeker)s?|jobseekers?|candidates?|apply for a job|reference persons?|employment history|hiring)\b/,
  'limited-use': /\blimited use requirements?\b|\buser data policy\b/,
  personalised:
    /\b(?:personali[sz]\w+(?! (?:content|marketing))|tailor\w*|customi[sz]\w*|recommend\w*|relevant (?:to you|content))\b/,
  'training-purpose': /\b(?:train|fine-?tun|improv)\w*\b[^.;]{0,60}\b(?:models?|algorithms?|machine learning|ai)\b/,

  'removal-possible': new RegExp(
    `\\b(?:${WE}|moderators?|staff|[a-z][\\w.]+)\\b[^.;]{0,60}?\\b(?:may|can|rights?|reserves?|entitled|will|discretion|power)\\b[^.]{0,140}?\\b${REMOVE}\\w*\\b|\\bmay (?:be|result in)\\b[^.;]{0,60}\\b${REMOVE}\\w*`,
  ),
  'removes-content': new RegExp(
    `\\b${REMOVE}\\w*\\b[^.;]{0,100}\\b${CONTENT}\\b|\\b${CONTENT}\\b[^.;]{0,160}\\b(?:be|are|is|been|gets?) (?:\\w+ )?${REMOVE}\\w*|\\b${CONTENT}\\b[^.;]{0,120}\\bright to (?:remove|delete|take)`,
  ),
  'stated-grounds':
    /\b(?:violat|breach|break(?:s|ing)? (?:\w+ ){0,2}?rules|infring|unlawful|illegal|inappropriate|offensive|objectionable|prohibited|against (?:these|the|our)|does not comply|not comply|contrary to|conflicts? with|fraud|harmful|abus|hate|nudity|sexual|violen|gor[ey]|spam|misuse)\w*/,
  'labels-content':
    /\b(?:labels?|labell?ed|labell?ing|nsfw|marked (?:with|as)|marking|quarantin\w+|obscur\w+|recategori[sz]ed|warning screens?|age-gat\w+|content warnings?)\b/,
  'reader-reports': new RegExp(
    `\\b(?:to|please|can|may|you|should|also|encouraged to|button|tools?|form|if you)\\b[^.;]{0,60}?\\b(?:report|flag|notify us|alert us|tell us)\\b|\\breporting (?:tools?|channels?|functionalit\\w+|form|abuse|such|content)\\b|\\bbelieve (?:that )?(?:any |the )?content\\b[^.]{0,200}\\b(?:click|contact|message|let us know)\\b|\\breports? (?:from|by) users?\\b|\\b${YOU}\\b[^.;]{0,80}\\b(?:make|submit)\\b[^.;]{0,20}\\breports?\\b`,
  ),
  'report-first':
    /^.{0,240}?\b(?:please report|can (?:report|flag)|flag(?:ged)? (?:abuse|a post|it|this)|click the [^.;]{0,20}flag|to report|report (?:it|this|them)|when reporting|reporting (?:channels?|tools?|form))\b/s,
  'contests-decision':
    /(?<!\b(?:reports?|reporting) (?:or|and) (?:any )?)\bappeal(?:s|ing|ed)?\b|\bcontest (?:it|the|this|that|a|our|any)\b|\bchallenge\b[^.;]{0,40}\b(?:decision|removal|restriction|action|termination|suspension)|\bwish to challenge\b|\bre-?evaluate\b|\breview our decision\b|\bunfairly accused\b|\bwrongly (?:warned|suspended|banned|removed)\b/,
  'customer-moderates':
    /\byou (?:are|shall be|must|agree to|will|shall)\b[^.;]{0,60}\b(?:supervis|moderat|monitor)\w*[^.;]{0,80}\b(?:users?|end users?)\b/,
  'account-sanctions':
    /\b(?:suspend|suspension|terminat|ban|banning|banned|disabl|deactivat|block)\w*\b[^.;]{0,60}\b(?:accounts?|access|users?|services?|communit(?:y|ies)|app)\b|\b(?:accounts?|users?|profiles?)\b[^.;]{0,60}\b(?:suspended|terminated|banned|disabled|deactivated|blocked|suspension|termination)\b|\bissue a warning\b|\bissuing warnings\b/,
  'reasons-given':
    /\b(?:let you know|notify you|inform you|statement of|provide|explain)\b[^.;]{0,60}\breasons?\b|\bjustified reasons\b/,
  'may-watch': new RegExp(
    `\\b(?:right to|may|can|might|systems?|moderators?|automatically|actively|processes) (?:\\w+ )?(?:\\w+ )?(?:monitor|pre-?screen|review|investigate|detect|scan)\\w*\\b|\\b(?:${WE}) (?:\\w+ )?(?:monitor|detect|scan|use a combination)\\w*\\b|\\bby actively (?:managing and )?monitoring\\b`,
  ),
  'emergency-help':
    /\bgenuine emergency\b|\bimmediate danger\b|\bin danger\b|\bin distress\b|\bharm themselves\b|\bcontact (?:the police|your local)\b/,
  'how-judged':
    /\b(?:context|indicators?|take into account|consideration|when evaluating|difference of opinion|case[- ]by[- ]case|factors)\b/,

  'high-stakes-decisions':
    /\b(?:automated|high-?stakes|consequential|significant) (?:\w+ )?decisions?\b|\bautomation of high-?stakes\b|\bautomate any decisions\b|\b(?:legal|material) (?:or (?:material|similarly significant) )?(?:impact|effects?)\b[^.;]{0,40}\b(?:person|individual|natural)|\blegal or similarly significant effects\b|\b(?:credit|lending|hiring|loan)(?:-related|ing)? decisions?\b|\bloan related\b/,
  'review-required':
    /\b(?:must|shall|should always|require|required|requirements?)\b[^.;]{0,160}\b(?:human reviews?|human oversight|reviewed by|qualified professional|verify|independent professional judge?ment|licensed professional)\b|\bhuman-in-the-loop\b|\bwithout (?:\w+ ){0,2}?(?:human|review|involvement|oversight)\b[^.;]{0,60}/,
  'no-emergency-calls': /\bemergency (?:calls?|call cent)\w*|\baccess to emergency services\b/,
  'medical-limits':
    /\b(?:diagnos\w+|treatment|cure|prevention)\b[^.;]{0,60}\b(?:health|diseases?|conditions?|patients?)\b|\bmedical (?:devices?|images?)\b|\bdecision-making about a patient\b/,
  'money-trades':
    /\b(?:stock|securities|investment|financial|crypto\w*) (?:trading|transactions?)\b|\b(?:buy|sell|trade)\b[^.;]{0,30}\bsecurities\b/,
  'risk-defined': /\b(?:high[- ]risk (?:activities|use|uses)|prohibited data)["”]? (?:means?|includes?)\b/,
}
