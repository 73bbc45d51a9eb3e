/**
 * The words by which duties of account holders and partners, licences to content, services of others, transfers abroad,
 * claims of infringement and secrecy are told apart. Matched like those of `manner.ts`, for explanations alone.
 */
import type { Signal } from '../../../../core/signal.ts'
import { WE, YOU } from './manner.ts'

const PARTNER =
  '(?:accommodation|carrier|driver|fleet partner|host users?|hosts?|sellers?|merchants?|partners?|publishers?|trip provider|advertisers?|creators?)'
const THEIR_TEXT = '(?:terms|polic(?:y|ies)|licen[sc]es?|agreements?|conditions|statements?)'

/** Of these, what only says how a passage speaks, and not what it is about. */
export const EXCHANGE_MANNERS: ReadonlySet<string> = new Set([
  'answers-alone',
  'secrecy-duty',
  'their-terms',
  'sends-openly',
])

export const EXCHANGE_PATTERNS: Readonly<Partial<Record<Signal, RegExp>>> = {
  registration:
    /\b(?:register|create|creating|sign up|open|opening|set up|need|require[sd]?)\b[^.;]{0,60}\b(?:accounts?|profile)\b|\bregist(?:er|ering|ration)\b[^.;]{0,60}\b(?:form|process|procedure|account|information|services?)\b|\bregistered user\b/,
  'partner-duty': new RegExp(
    `\\b${PARTNER} (?:\\w+ ){0,2}?(?:shall|must|will|may|agrees?|undertakes?|represents?|warrants?|is (?:\\w+ )?(?:required|responsible|obliged|encouraged)|are (?:\\w+ )?(?:required|responsible|obliged|encouraged|permitted))\\b`,
  ),
  'account-administered':
    /\badmin(?:istrator|istrative user)?s?\b[^.;]{0,80}\b(?:accounts?|workspaces?|teams?|organi[sz]ation)\b|\bmanaged accounts?\b/,
  'ad-serving':
    /\bads\.txt\b|\bad (?:serving|placements?|units?|requests?|slots?|tags?)\b|\bbid(?:s|ding)? (?:requests?|on)\b|\bimpressions?\b|\binterstitial\b|\bin-?stream\b|\bsticky\b|\bpublisher tags?\b|\badvertisements? to make clear\b|\b(?:web|mobile|video|child|all) inventory\b/,
  'answers-alone': new RegExp(
    `\\b${YOU} (?:\\w+ )?(?:is|are|will be|shall be|remains?|be) (?:(?:solely|fully|entirely|exclusively|personally|also|legally|and) ?)*(?:responsible|liable)\\b|\\b(?:your|customer's|users'?) (?:own |sole |exclusive )*responsibility\\b|\\bunder (?:their|your) own responsibility\\b|\\b(?:accepts?|bears?|take) (?:all |any |the )?(?:full |sole )*(?:responsibility|liabilit)`,
  ),
  'own-site':
    /\b(?:on|of|to|from) your (?:own )?(?:web)?sites?\b|\byour (?:own )?(?:web)?site (?:must|shall|may|is|will)\b|\bpublisher's? (?:domain|site)|\bcustomer site\b/,

  'their-terms': new RegExp(
    `\\b(?:subject to|governed by|agree(?:s|ing)? to|comply with|bound by|under)\\b[^.;]{0,100}\\b${THEIR_TEXT}\\b|\\b${THEIR_TEXT} (?:\\w+ ){0,4}?(?:will |shall |may )?(?:apply|applies|govern)\\b|\\b(?:own|their|its|respective|separate|applicable|additional|those) (?:\\w+,? (?:and |or )?){0,3}?${THEIR_TEXT}\\b|\\bmodel terms\\b|\\b${THEIR_TEXT} of (?:the |that |those |such |each )?(?:applicable |relevant )?(?:third|other|provider|compan)`,
  ),
  'content-of-others':
    /\bthird[- ]party content\b|\bcontent (?:from|owned by|provided by|made available by) (?:other|third|others)|\bcontent of (?:others|other users|third parties)\b/,
  'hosted-by-others':
    /\bhost(?:ed|ing) (?:by|providers?)\b|\bthrough (?:a|the|your|our) cloud (?:provider|partner)|\bpartner infrastructure\b/,

  'keeps-ownership':
    /\byou (?:\w+ )?(?:own|keep|hold|retain)\b[^.;]{0,80}\b(?:rights?|ownership|content|copyright|title|create)\b|\b(?:content|data|submissions?|it)\b[^.;]{0,40}\b(?:remains?|stays?) (?:yours|your|the (?:sole )?property)\b|\b(?:not|n't|never) (?:\w+ )?(?:claim|own)\b[^.;]{0,60}\b(?:ownership|rights?|content|materials?)\b|\bnot relinquish\w*[^.;]{0,60}\b(?:ownership|rights)\b/,
  'licence-ends':
    /\bfor the (?:duration|term) of\b|\blicen[sc]es?\b[^.;]{0,80}\b(?:ends?|terminates?|expires?|will end|will terminate)\b (?:when|if|once|upon|on|as soon)|\byou can end (?:this|the) licen[sc]e|\blicen[sc]e\b[^.;]{0,80}\buntil you (?:delete|remove|close)/,
  'users-licensed':
    /\b(?:grant|give)s?\b(?: \w+){0,6} (?:each|every|any|all|other|the) (?:\w+ )?users?\b|\bgrant\w*\b[^.]{0,160}\bto (?:(?:each|every|any|all|other|the) )?users of\b|\b(?:licen[sc]e|right|permission) (?:for|to) (?:each |every |any |all )?(?:other )?users\b/,
  'feedback-owned':
    /\b(?:feedback|suggestions?|ideas)\b[^.;]{0,160}\b(?:property of|owned by|be owned|owns\b|(?:hereby |irrevocably )assigns?\b)|\b(?:assigns?|owns?|ownership of)\b(?![^.;]{0,20}\bimprovements)[^.;]{0,120}\b(?:feedback|suggestions)\b/,
  'training-excluded': /\b(?:not|never|no|nor)\b[^.;]{0,160}\b(?:train\w*|fine-?tun\w*)\b/,
  'to-run-service':
    /\b(?:solely|only|limited|necessary|required|needed|in order|purposes?|so that|connection with)\b[^.;]{0,80}\b(?:provid|operat|perform|deliver|maintain|run)\w*[^.;]{0,60}\b(?:services?|platform|websites?|site|product|obligations)\b|\bto (?:provide|operate|perform|deliver) (?:and \w+ )?(?:you )?(?:with )?(?:the|our) (?:\w+ )?(?:services?|platform|site)\b/,
  'commons-licence':
    /\bcreative commons\b|\bcc by\b|\bcc0\b|\bgfdl\b|\bopen source\b|\bpublic licen[sc]e\b|\bfree documentation\b|\bpublic domain\b/,
  contribution: /\bcontributions?\b[^.;]{0,160}\b(?:licen[sc]e|inclusion)\b|\bcontributing to the projects\b/,

  'old-framework': /^(?![\s\S]*\b(?:data privacy framework|dpf)\b)[\s\S]*\bprivacy shield\b/,
  'onward-transfer': /\bonward transfers?\b|\bthird-party agents?\b|\bacting as an agent\b/,
  'data-location':
    /\bdata locations?\b|\bdata ?cent(?:er|re)s?\b[^.;]{0,80}\b(?:located|in|within)\b|\b(?:stored|store|storing|hosted|servers?)\b[^.;]{0,60}\b(?:located in|in) (?!(?:this|the (?:ordinary|same)|our|your|accordance|order|connection|compliance|other|any|a|countries|locations|places)\b)(?:the )?\w+/,

  'agent-named': /\b(?:designated|copyright|dmca|infringement) (?:\w+ )?agent\b/,

  'sends-openly':
    /\b(?:submit\w*|send\w*|sent|submissions?|ideas|feedback|you (?:provide|post|transmit|share|upload|communicate))\b/,
  'secrecy-duty':
    /\b(?:shall|will|must|agrees?(?: to| not to)?|undertakes?(?: to)?|may)(?: not)?\b[^.;]{0,60}\b(?:disclose|protect|safeguard|hold|keep|divulge|treat|use)\b|\b(?:shall|will|must|may)(?: not)?(?:,[^,;]{0,60},)? be (?:kept|disclosed|held|treated|protected|used)\b|\bensure the confidentiality\b/,
  'secrecy-promised': new RegExp(
    `\\b${WE} (?!(?:are|is|do|does|will|shall|have|has|make|makes) (?:not|no)\\b)(?:[\\w'-]+ ){0,5}?(?:treats?|keeps?|holds?|maintains?)\\b[^.;]{0,120}\\bconfidential\\w*|\\b(?:your|customer|personal)\\b[^.;]{0,100}\\b(?:is|are|be) (?:\\w+ )?(?:treated|kept|held)\\b[^.;]{0,30}\\bconfidential\\w*`,
  ),
  'secrecy-excluded':
    /\bno (?:\w+ )?confidentiality obligations?\b|\bno (?:obligation|duty) of confiden\w+ (?:exists|applies)\b/,
  'secrecy-exclusions':
    /\bconfidential\w*[^.]{0,400}\b(?:public domain|publicly (?:known|available)|generally known|public knowledge|independently developed|already known)\b/,
}
