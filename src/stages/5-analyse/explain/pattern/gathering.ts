/**
 * The words by which rules on gathering data, on watching users, on taking data or technology out of a service, on
 * sensitive data and on making AI known are told apart. Matched like those of `manner.ts`, for explanations
 * alone.
 */
import type { Signal } from '../../../../core/signal.ts'
import { WE, YOU } from './manner.ts'

const SENSITIVE =
  '(?:sensitive|special categor|health|medical|biometric|phi\\b|social security|credit card|payment card|government identif)'
const LOOK =
  '(?:monitor|review|screen|view|access|read|inspect|record|examine|browse|scan|analy[sz]e|investigate|check|test)'

export const GATHERING_PATTERNS: Readonly<Partial<Record<Signal, RegExp>>> = {
  infers:
    /\b(?:draw|make|derive) inferences\b|\bwe (?:may |can )?(?:also )?infer (?!your (?:general |approximate |rough )?location)/,
  'content-entered':
    /(?<!\bother )\binputs?\b|(?<!\b(?:opt-?out|consent|when) )\bprompts\b(?! and notices)|(?<!\bwe )\buploads?\b(?! a profile)|\byou upload\b|\b(?:user|your|customer) content\b|\bcontent (?:that )?you (?:\w+ ){0,2}?(?:create|post|provide|submit|upload|send|share|generate)|\b(?:conversations?|chats?)\b(?= (?:with (?:the |our |us|llm|ai)|history|you))|\bposts?, (?:comments|photos|messages)\b/,
  'location-focus': /^[^.]{0,140}\b(?:geo)?locations?\b|(?:\b(?:geo)?locations?\b[\s\S]*){3}/,
  'sensitive-use-denied': new RegExp(
    `\\b${WE}(?: \\w+){0,2} (?:do|does|will|shall)(?: not|n't)\\b[^.;]{0,200}\\binfer\\w*|\\b${WE}(?: \\w+){0,2} (?:do|does|will|shall)(?: not|n't)\\b[^.;]{0,40}\\b(?:use|process|sell|share|disclose)\\b[^.;]{0,40}\\bsensitive (?:personal )?(?:information|data)\\b|\\bdata do(?:es)?(?: not|n't) leave your device\\b`,
  ),
  'sensitive-kinds':
    /\b(?:criminal|genetic|ethnic\w*|religio\w+|political opinions?|sexual|social security|background checks?|disclosure checks?|credit (?:records?|reports?|history)|trade union)\b/,
  'where-people-are': /\b(?:geo-?)?locations?\b[\s\S]*\b(?:geo-?)?location|\bprecise (?:geo-?)?location\b/,
  'ccpa-categories':
    /\bcommercial information\b|\bcategory [a-l]\b|\bprotected classification\b|\binternet or other (?:similar |electronic )*network activity\b|\b1798\.80\b|\bnon-public education\b/,
  'not-given':
    /\bif you (?:do not|don't|choose not to|fail to|decline to) (?:provide|give|supply)\b|\bfailure to provide\b/,
  'given-directly':
    /\byou (?:\w+ ){0,3}?(?:provide|give|submit|enter|supply|choose to (?:provide|share|give))\b|\bwhen you (?:\w+ )?(?:create|register|sign up|purchase|contact|fill|make a (?:purchase|payment|donation|booking|reservation))\b|\bdirectly (?:from|by) you\b|\bdirectly to us\b|\bwe (?:may |might )?ask (?:you )?for\b|\bask you (?:for|to)\b|\bprovided by you\b|\bif you (?:communicate with|contact|write to) us\b/,

  'word-defined': /^["“]\w[\w -]{0,40}["”] (?:means|shall mean|refers to)\b/,
  'reverse-excepted':
    /\b(?:reverse|decompil|disassembl|source code)\w*\b[^;]{0,500}?\b(?:except|unless|save|but only|notwithstanding|only to the extent|other than)\b[^;]{0,120}?\b(?:laws?|legislation|statut\w+|directive|act \d{4})\b|\bexcept\b[^.;]{0,80}\blaw\b[^.;]{0,80}\b(?:reverse|decompil|disassembl)\w*/,
  'users-harvested':
    /\b(?:harvest|collect|gather|compil|obtain|min)(?:e|ing|s)?\b[^.;]{0,50}\b(?:(?:other |registered )?(?:users?|members?|people|customers|individuals)(?:'s?|s')?|e-?mail) (?:\w+ ){0,4}?(?:information|data|addresses|profiles|names|usernames)\b|\b(?:information|data) about (?:other )?(?:users|members|people|individuals|others)\b/,
  'gets-around':
    /\b(?:circumvent\w*|bypass\w*|interfer(?:e|es|ing)|disabl(?:e|es|ing)|evad(?:e|es|ing)|defeat\w*|rate limits?|safeguards?|jailbreak\w*)\b/,
  scripted: /\bautomat(?:ed|ic|ically|ion)\b|\bprogrammatic\w*|\bscripts?\b|\bmacros?\b/,
  cheats: /\bcheats?\b|\bmods\b|\bhacks\b|\btrainers\b/,
  'own-interface':
    /\b(?:other than|except|rather than)\b[^.;]{0,60}\b(?:interfaces?|apis?)\b|\balternat(?:e|ive) (?:user )?interface\b|\bundocumented\b/,
  'breaks-in':
    /\bunauthori[sz]ed access\b|\bgain(?:ing)? access\b|\bnon-?public areas\b|\bprob(?:e|ing)\b|\bvulnerabilit(?:y|ies)\b|\bbreach\w* (?:or [^.;]{0,20})?(?:any )?(?:security|authentication)\b|\bnot (?:\w+ )?permission to access\b/,

  'may-look': new RegExp(
    `\\b${WE} (?:[\\w,]+ ){0,4}?(?:may|can|might|could|(?:reserves?|retains?|has|have) the right|(?:is|are) entitled)\\b(?! not\\b)[^.;]{0,60}\\b${LOOK}\\b|\\b(?:may|can|might) (?:also )?be (?:\\w+ )?(?:monitored|reviewed|screened|viewed|read|recorded|examined|scanned)\\b|\\b(?:monitor|review|screen|control)\\b[^.]{0,160}\\b(?:right to do so|although we may|but (?:we )?may)\\b`,
  ),
  'who-looks':
    /\b(?:access|view)\w*\b[^.;]{0,80}\b(?:is|are) (?:strictly )?limited to\b|\b(?:authori[sz]ed|trained|certain|selected|specific) (?:\w+ ){0,3}?(?:employees|personnel|staff|contractors|individuals)\b[^.;]{0,80}\b(?:access|view|review)|\bonly (?:\w+ ){0,3}?(?:employees|personnel|staff)\b[^.;]{0,60}\b(?:access|view|see)\b|\bneed[- ]to[- ]know\b|\badministrators?\b[^.;]{0,120}\b(?:access|control|view|monitor)\b|\bmay monitor and control your account\b/,
  'checks-your-systems':
    /\b(?:review|test|inspect|assess|examine)\b[^.;]{0,60}\b(?:your|an?|of|the|any|each) (?:apps?|applications?|plugins?|integrations?|skills?|extensions?|information systems?|systems)\b/,
  'calls-recorded':
    /\b(?:calls?|telephone|voice|communications?)\b[^.;]{0,80}\b(?:record|monitor)(?:s|ed|ing)?\b|\b(?:record|monitor)(?:ed|ing)?\b[^.;]{0,40}\b(?:calls?|communications)\b/,

  'sensitive-barred': new RegExp(
    `\\b(?:${YOU}|your (?:apps?|applications?|products?)|the data you submit)(?: \\w+)? (?:(?:must|shall|will|may|should|do|does)(?: not|n't)|agrees? (?:not to|that [^.;]{0,30}not)|cannot)\\b[^.]{0,60}\\b(?:submit|upload|send|store|transmit|provide|enter|share|post|input|collect|includ\\w+|contain|create|use (?:the|our|we))\\b[^.]{0,240}\\b${SENSITIVE}|(?:^|[.”"] )do not (?:store|submit|upload|send|enter|transmit|share|provide)\\b[^.]{0,160}(?:${SENSITIVE}|\\bprotected health)|\\bnot (?:to )?(?:share|submit|send|upload|provide|enter|transmit|disclose to us|make available)\\b[^.]{0,400}\\b${SENSITIVE}|\\bprohibited data\\b|\\brefrain from\\b[^.]{0,100}\\b${SENSITIVE}`,
  ),
  'limited-purposes':
    /\b(?:only|solely) (?:\w+ and |\w+ or )?(?:use|disclos|process)\w*\b[^.]{0,120}\b(?:purposes?|(?:necessary|needed|permitted))\b|\b(?:solely|only) for (?:the )?purposes?\b/,
  'voice-clone': /\bclon(?:e|ed|ing)\b[^.;]{0,40}\bvoices?\b|\bvoice clon\w+|\bcloning voices?\b/,
  'body-features':
    /\bbiometric\w*|\bvoice ?prints?\b|\bfacial (?:geometry|recognition|features)\b|\bface ?prints?\b|\bfingerprints\b/,
  'health-data':
    /\b(?:health|medical|patient)\w*(?:-related)? (?:data|information|records?|condition|history|care)\b|\bphi\b|\bhipaa\b/,
  'protected-traits':
    /\b(?:race|racial|religio\w+|ethnic\w*|political opinions?|sexual orientation|trade union|protected class\w*)\b/,
  'no-sensitive-meant':
    /\bno (?:sensitive|special categor)\w*|\bspecial categor\w+\b[^.]{0,80}\b(?:none|n\/a|not applicable)\b|\bsensitive (?:personal )?data\b[^.]{0,60}\b(?:none|n\/a|not applicable)\b/,

  'labels-kept':
    /\b(?:delet|alter|remov|conceal|tamper|obscur|hid|strip|disabl)\w*\b[^.;]{0,80}\b(?:labels?|marks?|water-?marks?|metadata|credentials|disclosures?)\b/,
  encouraged: /\b(?:we|strongly) (?:\w+ )?(?:encourage|recommend)\b|\b(?:is|are) (?:encouraged|recommended)\b/,
  'limits-disclosed': /\b(?:disclos|inform|communicat|explain)\w*\b[^.;]{0,60}\b(?:risks?|limitations?|capabilities)\b/,
}
