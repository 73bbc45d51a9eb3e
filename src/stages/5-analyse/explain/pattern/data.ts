/**
 * The words by which rules on keeping, securing, handing over and processing data, and duties of account holders, are
 * told apart. Who owes a duty is part of the pattern: "you must delete" and "we delete" are different things. Matched
 * like those of `manner.ts`, for explanations alone.
 */
import type { Signal } from '../../../../core/signal.ts'
import { WE, YOU } from './manner.ts'

/** A duty of the reader, up to its verb. */
const YOU_MUST = `\\b${YOU}(?: and \\w+)? (?:\\w+ )?(?:must|shall|will|agrees? to|undertakes? to|(?:is|are) (?:required|obliged|obligated) to)\\b(?! (?:not|be)\\b)[^.;:]{0,50}?`
const WE_WILL = `\\b${WE} (?:\\w+ ){0,2}?(?:will|shall|must|undertakes? to|agrees? to|commits? to)\\b(?! (?:not|be)\\b)[^.;]{0,60}?`
const TELL = '(?:notif(?:y|ies|ied)|inform|alert|report|tell)'
const BREACH = '(?:breach|incident|unauthori[sz]ed (?:access|disclosure|use|processing)|compromise)'
/** Of a measure of security; a list names three of them. */
const MEASURE =
  '(?:segregat\\w*|physical (?:protection|access|barrier|security|measures)|authentication|anti-?malware|incident management|threat model\\w*|redundan\\w+|surveillance|cctv|alarm|patch\\w*|hardened|security policy|back-?ups?|least privilege|role[- ]based|vpn|vulnerability (?:management|scan\\w*)|background checks?|intrusion|firewalls?|device management|audit trails?|logging|access controls?|encrypt\\w*|passwords?|penetration test\\w*|training|facilit(?:y|ies)|data cent(?:er|re)s?)'
const DELETE = '(?:delet|eras|destr|purg|dispos)\\w*'
const KEEP = '(?:retain|keep|kept|store|retention|stored|retained)'

export const DATA_PATTERNS: Readonly<Partial<Record<Signal, RegExp>>> = {
  'reader-deletes': new RegExp(
    `${YOU_MUST}\\b(?:${DELETE}|only retain|retain|cease using)\\b|\\b${YOU} (?:(?:will|shall|may|must)(?: not|n't)|may only) (?:store|retain|keep)\\b`,
  ),
  'not-kept': new RegExp(
    `\\b${WE} (?:\\w+ )?(?:do not|don't|does not|will not|never|no longer) (?!promise|guarantee|undertake|commit)(?:\\w+ ){0,2}?(?:store|retain|keep|log|save)\\b(?![^.;]{0,80}\\blonger\\b)|\\b(?:is|are|be) (?:not|never) (?:\\w+ )?(?:stored|retained|kept|logged|saved)\\b`,
  ),
  'return-or-delete':
    /\breturn\b[^.;]{0,30}\bor\b[^.;]{0,30}\b(?:delet\w+|destroy)\b|\b(?:delet\w+|destroy)\b[^.;]{0,30}\bor\b[^.;]{0,30}\breturn\b|(?<!\bany )\b(?:deletion (?:or|and) return|return (?:and|or) deletion)\b(?! obligations)/,
  restorable: /\b(?:restor|reactivat|reinstat|undelet)\w*\b/,
  'copies-elsewhere':
    /\b(?:others?|search engines?|third part(?:y|ies)|users?|recipients?)\b[^.;]{0,80}\b(?:may|can|might)\b[^.;]{0,40}\b(?:retain|keep|copies|copied|cop(?:y|ied)|re-?shared|still)\b|\bremain (?:visible|available|public)\b|\bexist elsewhere\b/,
  'kept-anonymous':
    /\b(?:anonymi[sz]\w*|de-?identif\w*|aggregat\w*)\b[^.;]{0,100}\b(?:retain|keep|kept|store|indefinite\w*|longer)|\b(?:retain|keep|store)\w*\b[^.;]{0,80}\b(?:anonymi[sz]\w*|de-?identif\w*|aggregat\w*)/,
  'kept-for-law': new RegExp(
    `\\b${KEEP}\\b[^.]{0,240}\\b(?:legal|laws?|tax|accounting|disputes?|regulat\\w+|claims|enforce)\\b|\\b(?:legal|laws?|tax|accounting|regulat\\w+)\\b[^.;]{0,120}\\b${KEEP}\\b`,
  ),
  'self-deletion':
    /\byou (?:\w+ )?(?:can|may|have the (?:right|ability|option) to)\b[^.;]{0,60}\b(?:delet|eras|remov|clear)\w*|\bdelet(?:e|ing) your (?:own )?(?:account|content|data|conversations?|chats?)\b/,
  'deletion-on-request':
    /\brequest\w*\b[^.;]{0,80}\b(?:delet|eras|remov)\w*|\b(?:delet|eras)\w*\b[^.;]{0,80}\b(?:upon|on|at|your|a) (?:\w+ )?request\b/,
  'deleted-by-provider': new RegExp(
    `\\b${WE} (?:\\w+ ){0,2}?(?:will |shall |may )?(?:\\w+ )?(?:delete|erase|destroy|purge)s?\\b|\\b(?:is|are|be|gets?) (?:\\w+ )?(?:deleted|erased|destroyed|purged|anonymi[sz]ed)\\b`,
  ),
  'retention-criteria':
    /\b(?:criteria|factors?|consider\w*|taking into account|depend\w*)\b[^.]{0,160}\b(?:period|retention|retain|how long|length)|\b(?:period|retention|how long)\b[^.]{0,120}\b(?:criteria|factors?|consider\w*|depend\w*)\b/,

  'tells-of-incident': new RegExp(
    `${WE_WILL}\\b${TELL}\\b[^.;]{0,140}\\b${BREACH}|\\b${BREACH}[^.]{0,160}?${WE_WILL}\\b${TELL}\\b|\\b(?:customers?|users?|you|controller) (?:will|shall) be (?:notified|informed)\\b[^.;]{0,80}\\b${BREACH}|\\b(?:without undue delay|immediately|promptly),? notify\\b[^.;]{0,60}\\b(?:customer|controller|creator|client|you)\\b[^.;]{0,80}\\b${BREACH}|\\b(?:notify|inform) (?:the )?(?:customer|controller|client)\\b[^.;]{0,140}\\b${BREACH}|\\b${BREACH}[^.]{0,120}\\b(?:notify|inform) (?:the )?(?:customer|controller|client)\\b`,
  ),
  'reader-tells': new RegExp(
    `${YOU_MUST}\\b(?:${TELL}|(?:provide|give) (?:us|we) with [^.;]{0,30}notice)\\b[^.;]{0,140}\\b(?:${BREACH}|security|stolen|lost)|\\b${BREACH}[^.]{0,120}?${YOU_MUST}\\b${TELL}\\b`,
  ),
  'helps-with-incident': new RegExp(
    `${WE_WILL}\\b(?:assist|help|cooperat|support)\\w*\\b[^.;]{0,160}\\b${BREACH}|\\b${BREACH}[^.]{0,80}?${WE_WILL}\\b(?:assist|help|cooperat|support)\\w*`,
  ),
  'incident-details':
    /\b(?:notif\w+|notice|report)\b[^.;]{0,60}\b(?:shall|will|must|should) (?:\w+ )?(?:include|contain|describe|state)\b|\bnature of the (?:\w+ ){0,2}?breach\b/,
  'no-perfect-security':
    /\b(?:cannot|can't|unable to|(?:do|does|can|could|will|may|shall|is|are) not|don't|doesn't|no)\b[^.;]{0,120}\b(?:guarantee|ensure|warrant|promise)\w*[^.;]{0,120}\b(?:secur\w+|protect\w+|unauthori[sz]ed|intercept\w+)|\b(?:no|not|never)\b[^.;]{0,120}\b(?:100 ?%|completely|absolutely|fully|perfectly|totally|entirely|impenetrable)[^.;]{0,30}\b(?:secur\w+|safe|effective|protected)\b|\balways (?:some|a) risk\b/,
  'security-disclaimed':
    /\b(?:not|no|never)\b[^.;]{0,60}\b(?:liab\w+|responsib\w+)\b[^.;]{0,200}\b(?:intercept|unauthori[sz]ed|circumvent|hack|stol|steal|unintended|security (?:failure|breach|measure)|loss of data|incurred therefrom)\w*/,
  certificate:
    /\bsoc ?[123]\b|\biso(?:\/iec)? ?\d{4,5}\b|\bpci[- ]dss\b|\bhitrust\b|\bfedramp\b|\bcyber essentials\b|\bindependent auditors?\b|\baudit reports?\b|\b(?:external|third-party) audits?\b|\bcertified (?:to|under|against|by|data|for)\b|\b(?:hold|obtain|maintain|have|achiev|standard|complet|under|security)\w* (?:[\w-]+ ){0,3}?certifi(?:cates?|cations?|ed)\b/,
  'security-tests': /\bpenetration test\w*|\bvulnerability (?:scan|assess|test)\w*|\bcode (?:review|analysis)\b/,
  'recovery-plan': /\bdisaster recovery\b|\bbusiness continuity\b|\bback-?ups?\b/,
  'bug-reports':
    /\bbug bount\w+|\bresponsible disclosure\b|\bsecurity research\w*|\b(?:report|disclose|submit)(?:s|ing)? (?:\w+ ){0,4}?vulnerabilit\w+|\bvulnerability disclosure\b|\b(?:discover|find|found) (?:a |any )?(?:\w+ )?vulnerabilit\w+|\backnowledge your (?:submission|report)\b|\b(?:severity|summary|location|details) of the vulnerability\b|\bproof[- ]of[- ]concept\b|\bvulnerabilit(?:y|ies) (?:reports?|disclosures?|to us)\b/,
  encrypts: /\bencrypt(?:s|ed|ing|ion)?\b/,
  'measures-listed': new RegExp(
    `\\b(${MEASURE})\\b[\\s\\S]*\\b(?!\\1)(${MEASURE})\\b[\\s\\S]*\\b(?!\\1|\\2)(?:${MEASURE})\\b`,
  ),
  'measures-general':
    /\b(?:technical|technological|organi[sz]ational|organisational|andorgani[sz]ational|administrative|physical|managerial|protective|security)\b[^.;]{0,80}\b(?:measures|safeguards|controls)\b|\bsecurity (?:program|best practices)\b/,
  'security-watch':
    /\bmonitor(?:s|ed|ing)\b|\b(?:system|audit|access|event|centrali[sz]ed) log\w*|\(logs\)|\blogging\b|\bintrusion detection\b|\bincident response\b|\btraceability\b/,
  'staff-access':
    /\b(?:access|employees?|personnel|staff)\b[^.;]{0,100}\b(?:need[- ]to[- ]know|least privilege|trained|training|background|confidentiality|restricted|limited|authori[sz]ed)\b|\b(?:restrict|limit)\w*\b[^.;]{0,60}\baccess\b/,
  'reader-secures': new RegExp(
    `${YOU_MUST}\\b(?:implement|maintain|establish|adopt|apply|use|ensure|develop)\\b[^.;]{0,100}\\b(?:secur\\w+|safeguards?|protect(?!\\w* laws?\\b)\\w*|measures)\\b|\\b(?:your|customer's) (?:\\w+ )?responsib\\w+[^.;]{0,80}\\b(?:secur\\w+|protect(?!\\w* laws?\\b)\\w*|confidential\\w*)\\b|\\b${YOU} (?:are|is) (?:\\w+ )?responsible for[^.;]{0,80}\\b(?:secur\\w+|protect(?!\\w* laws?\\b)\\w*|safeguard\\w*|confidential\\w*)\\b|\\b${YOU} (?:must|shall|should|will) (?:\\w+ ){0,6}?securely\\b|\\byou need to (?:prevent|keep|protect|secure)\\b`,
  ),

  'subprocessor-objection':
    /\bobject\w*\b[^.]{0,200}\bsub-?processors?\b|\bsub-?processors?\b[^.]{0,200}\bobject(?:s|ed|ion|ions)?\b/,
  'subprocessor-liability':
    /\b(?:liable|responsible|liability|responsibility)\b[^.;]{0,120}\bsub-?processors?\b|\bsub-?processors?\b[^.;]{0,160}\b(?:same|equivalent|no less|substantially similar|liable|bound)\b/,
  'independent-controllers':
    /\b(?:independent|separate|own|individual) (?:data )?controllers?\b|\bnot (?:as )?joint (?:data )?controllers?\b|\beach party (?:is|acts as) a (?:data )?controller\b|\bshall become (?:a |the )?(?:data )?controller\b|\beach party\b[^.;]{0,140}\bas a controller\b|\b(?:not|neither)\b[^.;]{0,60}\bprocess\w* personal data on behalf of the other\b/,
  'reader-controller': new RegExp(
    `\\b(?:${YOU}|creator|trip provider|hotelier) (?:\\w+ )?(?:is|are|acts? as|remains?|shall be|will be) (?:the |a |an? )?(?:\\w+ )?(?:data )?controllers?\\b|\\byou determine the (?:means|purposes)\\b|\\bcompany is the controller and\\b`,
  ),
  'own-purposes':
    /\b(?:for|of) (?:its|our|the following autonomous) (?:own )?(?:legitimate )?(?:business |further )?(?:purposes|interests)\b|\bown (?:business |legitimate )?purposes\b|\bautonomous (?:\w+ ){0,2}?(?:controller|purposes)\b|\bprocess\b[^.;]{0,120}\bas (?:an? |an independent )?controller for the purposes?\b/,
  'agreement-offered':
    /\b(?:sign|execute|conclude|enter into|request|governed by|subject to|accept|agree to|comply with|available|require)\b[^.;]{0,80}\b(?:data processing (?:agreement|addendum)s?|dpa|baa|business associate agreements?)\b|\b(?:data processing (?:agreement|addendum)|dpa|baa)\b[^.;]{0,80}\b(?:available|incorporated|shall apply|can be (?:signed|found))\b|\b(?:in accordance with|govern\w*|under|sign|by) (?:our |the |a )?data (?:privacy|use) (?:addendum|agreement)\b|\bterms available at\b[^;]{0,200}\bshall apply\b[^;]{0,80}\bpersonal data\b|\bservice provider agreement\b/,
  'reader-processes': new RegExp(
    `${YOU_MUST}\\b(?:assist|help|support) (?:us|we)\\b|\\b${YOU} (?:must|shall|may|will) (?:only )?(?:process|use|handle)\\b[^.;]{0,100}\\b(?:our (?:\\w+ )?instructions|instructions (?:\\w+ ){0,3}?(?:by|of|from) (?:us|we))\\b`,
  ),
  'reader-data-law':
    /\b(?:you|customer|client|creator|publisher|developer|partner|company|merchant)\b[^.;]{0,160}\b(?:compl(?:y|ies|iance)|in accordance|consistent)\b[^.;]{0,80}\b(?:privacy|data protection)(?: and data protection| and privacy)? (?:laws?|legislation|regulations?|requirements)\b|\b(?:each|either|both) part(?:y|ies)\b[^.;]{0,120}\bcomply\b[^.;]{0,120}\b(?:data protection|privacy)\b|\bthe parties (?:shall|will|must|agree to) comply\b[^.;]{0,80}\b(?:data protection|privacy)\b|\beach agree to comply\b|\bresponsible for complying with\b[^.;]{0,80}\bprocessing of personal\b|\bcomply with your (?:legal )?obligations as a (?:data )?controller\b/,
  'reader-audited': new RegExp(
    `\\b${YOU} (?:\\w+ )?(?:agrees? to|must|shall|will)\\b(?! not)[^.;]{0,160}\\b(?:make available|allow|permit|contribute|submit|cooperate)[^.;]{0,160}\\b(?:audits?|inspections?)\\b|\\b${WE} (?:\\w+ )?(?:may|shall be entitled to|has the right to|have the right to|reserves? the right to) (?:\\w+ )?(?:audit|inspect)\\b`,
  ),
  'suppliers-instructed':
    /\b(?:process|handl|act|us)\w*\b[^.;]{0,120}\b(?:(?:on|in accordance with|according to|under|following) (?:\w+ )?our (?:\w+ )?instructions|(?:the )?instructions of (?:we|us)\b|process\w* (?:\w+ ){0,3}on our behalf)/,
  'controller-named': new RegExp(
    `\\b(?:${WE}|(?!exporter|importer|customer|client|creator|you\\b|who|which|that|party)[\\w.]+),? (?:\\w+ )?(?:is|are|acts? as) (?:the |a |your )?"?(?:data )?controller\\b|\\bqualified as "?data controller|\\bdata controller:|\\bcontroller (?:of your|for your|is|responsible)\\b|\\bwe process your personal (?:data|information) as (?:a |the )?(?:data )?controller\\b`,
  ),
  'processor-role': new RegExp(
    `\\b(?:${WE}|[\\w.]+) (?:\\w+ )?(?:is|are|acts?|acting) (?:as )?(?:the |a |an? )?(?:data )?(?:processor|service provider)\\b|\\bprocess\\w*\\b[^.;]{0,60}\\bas (?:an? |the )?(?:data )?processor\\b|\\bact(?:s|ing)? on (?:your|(?:the )?customer's) behalf\\b`,
  ),
  'on-instructions':
    /\b(?:process|handl|act|us)\w*\b[^.;]{0,120}\b(?:only|solely|in accordance with|according to|on|upon|under|per)\b[^.;]{0,60}\binstructions?\b|\binstructions (?:by|of|from) (?:the )?(?:controller|customer|client)\b|\bhereby instructs?\b|\bat the direction of (?:the )?(?:company|customer|client|controller)\b/,
  'instruction-illegal': /\binstructions?\b[^.;]{0,120}\b(?:infring|violat|unlawful|illegal|breach)\w*/,
  'helps-with-rights':
    /\b(?:assist|cooperat|co-operat|help|forward|refer|redirect)\w*\b[^.;]{0,160}\b(?:data subjects?|requests? (?:from|of|by|to|concerning)|rights of|exercise)\b|\brequests? (?:\w+ )?(?:directly )?from (?:a |the |any )?data subjects?\b|\bprivacy rights? requests?\b|\b(?:enabl|allow)\w*\b[^.;]{0,120}\b(?:data subject rights?|rights of (?:the )?\w+ persons|requests? for exercising|exercis\w+ (?:of )?(?:their )?rights)|\bfulfil\w* [^.;]{0,80}\b(?:data subjects?|rights)\b/,
  'helps-with-assessment':
    /\bimpact assessments?\b|\bprior consultation\b|\b(?:assist|help|cooperat|co-operat)\w*\b[^.;]{0,120}\b(?:supervisory|authorit|compliance|articles? 32)\w*|\b(?:assist|help|cooperat)\w*\b[^.;]{0,160}\b(?:breach|incident|investigat)\w*|\b(?:secretary|department) of (?:the )?(?:\w+ ){0,3}?health\b|\bassistance\b[^.;]{0,120}\b(?:breach|incident|investigat)\w*|\b(?:breach|incident)\b[^.]{0,300}\bassist\w*|\blegally binding request\b|\binquir\w+ or investigation\b/,
  'processing-details':
    /(?<!\b(?:account (?:of )?the|means and|purposes and) )\b(?:subject[- ]matter|duration|nature|purposes?|categories|types)(?: and \w+)? of (?:the )?(?:data )?(?:processing|data subjects?|personal (?:data|information))\b|\bdescription of (?:the )?processing\b|^(?:nature|purposes(?= of)|duration|frequency)\b[^.:]{0,40}:/,
  'customer-lawfulness': new RegExp(
    `\\b(?:${YOU}|company)\\b[^.;]{0,120}\\b(?:responsib|warrant|represent|ensur|obtain)\\w*[^.;]{0,160}\\b(?:lawful(?:ly|ness)|legal basis|legal grounds?|consents?|notices? to|rights? to (?:provide|share|transfer|process|disclose))\\b|\\bsole(?:ly)? responsib\\w+\\b[^.;]{0,120}\\b(?:lawful\\w*|legality|data protection laws?)\\b|\\b(?:customer|client|controller|you|creator) (?:shall |must )?ensures?\\b[^.;]{0,120}\\b(?:have been informed|been informed|given their consent)\\b`,
  ),
  'audit-right':
    /\b(?:audit|inspect)\w*\b[^.;]{0,120}\b(?:customer|controller|request|once|year|notice|right|auditor)|\b(?:customer|controller|you)\b[^.;]{0,100}\b(?:audit|inspect)\w*|\baudits? (?:conducted|shall|must|will|may)\b|\bdemonstrat\w*\b[^.;]{0,120}\bcompl(?:y|ies|iance)\b|\bduring (?:this|the|an|such) audit\b/,

  'reader-transfers': new RegExp(
    `\\b${YOU} (?:\\w+ ){0,3}?(?:shall|may|must|will|agrees?)(?: not|n't)?\\b[^.;]{0,60}\\b(?:transfer|process|export|store)\\b[^.;]{0,120}\\b(?:countr|outside|territor|abroad|person|region)`,
  ),
  'clause-details':
    /\bmodule (?:one|two|three|four|[1-4])\b|\b(?:clause|annex|table|option|part) (?:\d+|[ivx]+\b|[abc]\b)|\bdocking clause\b|\bdata (?:ex|im)porter\b/,
  'country-forms':
    /\buk addendum\b|\bapproved addendum\b|\bswiss (?:addendum|law|fadp|data protection laws?)\b|\breplaced (?:with|by) "?(?:the )?(?:swiss|switzerland)|\bdata subjects in switzerland\b|\bfadp\b|\binternational data transfer (?:addendum|agreement)\b|\bidta\b|\bukgdpr\b|\buk gdpr\b/,
  'framework-complaints':
    /\b(?:complain|recourse|dispute|unresolved|arbitration)\w*\b[^.]{0,200}\b(?:framework|dpf|privacy shield)\b|\b(?:framework|dpf|privacy shield)\b[^.]{0,200}\b(?:complain|recourse|dispute|unresolved|arbitration)\w*/,
  'copy-of-safeguards':
    /\b(?:copy|copies|information|details)\b[^.;]{0,80}\b(?:safeguards?|clauses|mechanisms?|transfers?)\b[^.;]{0,80}\b(?:contact|request|e-?mail|obtain)|\b(?:contact|request|obtain)\w*\b[^.;]{0,80}\bcop(?:y|ies) of\b/,
  'assumed-consent':
    /\b(?:by|through) (?:\w+ ){0,3}?(?:using|use|providing|submitting|accessing|continued use)\b[^.]{0,160}\b(?:consent|agree|acknowledg|transfer)\w*|\b(?:consent|agree)\w*\b[^.;]{0,80}\b(?:transfer|processing|storage|export)\b/,

  'keeps-policy':
    /\b(?:comply|complies|adhere|abide|conform|follow|accord)\w*\b[^.;]{0,80}\b(?<!\b(?:these|this) (?:\w+ ){0,3})(?:polic(?:y|ies)|guidelines?|requirements|standards|specifications|rules|controls|terms)\b/,
  'own-application':
    /\byour (?:\w+ )?(?:apps?|applications?|extensions?|plug-?ins?|video games?|integrations?|bots?|agents?|skills?|api|products?|(?:web)?site)\b[^.;]{0,120}\b(?:responsib|liab|shall|must|compl)\w*|\b(?:responsib|liab)\w*\b[^.;]{0,120}\byour (?:\w+ )?(?:apps?|applications?|extensions?|plug-?ins?|video games?|integrations?|bots?|agents?|products?|(?:web)?site)\b/,
  'keeps-records': /\b(?:keep|maintain|retain|preserve)\w*\b[^.;]{0,40}\b(?:records?|logs?|documentation|books)\b/,
  'identity-check':
    /\b(?:verif\w+|proof of|confirm|check of)\b[^.;]{0,60}\b(?:identit\w+|phone|e-?mail address|bank account)\b|\b(?:identity|identification) (?:documents?|requirements?|verification|check)\b|\bidentification of (?:users|the (?:\(ultimate\) )?owner)|\bverified user\b/,
  'account-name':
    /\b(?:(?:user|display|profile|account|page|screen)[- ]?names?|real names?|handles?)\b[^.;]{0,100}\b(?:not|must|should|violat\w*|infring\w*|reclaim\w*|inactive|offensive|impersonat\w*)\b|\b(?:reclaim|choose|select|squat\w*)\b[^.;]{0,40}\b(?:user|account|page)[- ]?names?\b/,
  'insurance-held':
    /\b(?:maintain|hold|have|carry|obtain|keep|take out)\w*\b[^.;]{0,80}\binsurance\b(?! (?:documents?|compan))|\binsurance (?:cover\w*|polic\w+|certificates?)\b/,
}
