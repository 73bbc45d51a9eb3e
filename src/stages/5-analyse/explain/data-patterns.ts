/**
 * The words by which rules on keeping, securing, handing over and processing data, and duties of account holders, are
 * told apart. Who owes a duty is part of the pattern: "you must delete" and "we delete" are different things. Matched
 * like those of `signal-patterns.ts`, for explanations alone.
 */
import type { Signal } from '../../../core/signal.ts'
import { WE, YOU } from './signal-patterns.ts'

/** A duty of the reader, up to its verb. */
const YOU_MUST = `\\b${YOU}(?: and \\w+)? (?:\\w+ )?(?:must|shall|will|agrees? to|undertakes? to|(?:is|are) (?:required|obliged|obligated) to)\\b(?! (?:not|be)\\b)[^.;:]{0,50}?`
const WE_WILL = `\\b${WE} (?:\\w+ ){0,2}?(?:will|shall|must|undertakes? to|agrees? to|commits? to)\\b(?! (?:not|be)\\b)[^.;:]{0,60}?`
const TELL = '(?:notif(?:y|ies|ied)|inform|alert|report|tell)'
const BREACH = '(?:breach|incident|unauthori[sz]ed (?:access|disclosure|use|processing)|compromise)'
const DELETE = '(?:delet|eras|destr|purg|dispos)\\w*'
const KEEP = '(?:retain|keep|kept|store|retention|stored|retained)'

export const DATA_PATTERNS: Readonly<Partial<Record<Signal, RegExp>>> = {
  'reader-deletes': new RegExp(
    `${YOU_MUST}\\b(?:${DELETE}|only retain|retain|cease using)\\b|\\b${YOU} (?:(?:will|shall|may|must)(?: not|n't)|may only) (?:store|retain|keep)\\b`,
  ),
  'not-kept': new RegExp(
    `\\b${WE} (?:\\w+ )?(?:do not|don't|does not|will not|never|no longer) (?:\\w+ ){0,2}?(?:store|retain|keep|log|save)\\b|\\b(?:is|are|be) (?:not|never) (?:\\w+ )?(?:stored|retained|kept|logged|saved)\\b|\\bzero (?:data )?retention\\b`,
  ),
  'return-or-delete':
    /\b(?:return|delet\w+|destroy)\b[^.;]{0,20}\bor\b[^.;]{0,20}\b(?:return|delet\w+|destroy)\b|(?<!\bany )\b(?:deletion (?:or|and) return|return (?:and|or) deletion)\b(?! obligations)/,
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
    `${WE_WILL}\\b${TELL}\\b[^.;]{0,140}\\b${BREACH}|\\b${BREACH}[^.]{0,160}?${WE_WILL}\\b${TELL}\\b|\\b(?:customers?|users?|you|controller) (?:will|shall) be (?:notified|informed)\\b[^.;]{0,80}\\b${BREACH}`,
  ),
  'reader-tells': new RegExp(
    `${YOU_MUST}\\b${TELL}\\b[^.;]{0,140}\\b(?:${BREACH}|security|stolen|lost)|\\b${BREACH}[^.]{0,120}?${YOU_MUST}\\b${TELL}\\b`,
  ),
  'incident-details':
    /\b(?:notif\w+|notice|report)\b[^.;]{0,60}\b(?:shall|will|must|should) (?:\w+ )?(?:include|contain|describe|state)\b|\bnature of the (?:\w+ ){0,2}?breach\b/,
  'no-perfect-security':
    /\b(?:cannot|can't|unable to|not|no)\b[^.;]{0,120}\b(?:guarantee|ensure|warrant|promise)\w*[^.;]{0,120}\b(?:secur\w+|protect\w+|unauthori[sz]ed|intercept\w+)|\b(?:no|not|never)\b[^.;]{0,120}\b(?:100 ?%|completely|absolutely|fully|perfectly|totally|entirely|impenetrable)[^.;]{0,30}\b(?:secur\w+|safe|effective|protected)\b/,
  certificate:
    /\bsoc ?[123]\b|\biso(?:\/iec)? ?\d{4,5}\b|\bpci[- ]dss\b|\bhitrust\b|\bfedramp\b|\bcyber essentials\b|\bcertified\b|\bcertifications?\b/,
  'security-tests': /\bpenetration test\w*|\bvulnerability (?:scan|assess|test)\w*|\bcode (?:review|analysis)\b/,
  'recovery-plan': /\bdisaster recovery\b|\bbusiness continuity\b|\bback-?ups?\b/,
  'bug-reports':
    /\bbug bount\w+|\bresponsible disclosure\b|\bsecurity research\w*|\b(?:report|disclos|submit)(?:s|ed|ing|e)? (?:\w+ ){0,4}?vulnerabilit\w+|\bvulnerabilit(?:y|ies) (?:reports?|disclosures?|to us)\b/,
  'staff-access':
    /\b(?:access|employees?|personnel|staff)\b[^.;]{0,100}\b(?:need[- ]to[- ]know|least privilege|trained|training|background|confidentiality|restricted|limited|authori[sz]ed)\b|\b(?:restrict|limit)\w*\b[^.;]{0,60}\baccess\b/,
  'reader-secures': new RegExp(
    `${YOU_MUST}\\b(?:implement|maintain|establish|adopt|apply|use|ensure|develop)\\b[^.;]{0,100}\\b(?:secur\\w+|safeguards?|protect\\w*|measures)\\b|\\b(?:your|customer's) (?:\\w+ )?responsib\\w+[^.;]{0,80}\\b(?:secur\\w+|protect\\w*|confidential\\w*)\\b|\\b${YOU} (?:are|is) (?:\\w+ )?responsible for[^.;]{0,80}\\b(?:secur\\w+|protect\\w*|safeguard\\w*|confidential\\w*)\\b`,
  ),

  'subprocessor-objection':
    /\bobject\w*\b[^.]{0,200}\bsub-?processors?\b|\bsub-?processors?\b[^.]{0,200}\bobject(?:s|ed|ion|ions)?\b/,
  'subprocessor-liability':
    /\b(?:liable|responsible|liability|responsibility)\b[^.;]{0,120}\bsub-?processors?\b|\bsub-?processors?\b[^.;]{0,160}\b(?:same|equivalent|no less|substantially similar|liable|bound)\b/,
  'independent-controllers':
    /\b(?:independent|separate|own|individual) (?:data )?controllers?\b|\bnot (?:as )?joint (?:data )?controllers?\b|\beach party (?:is|acts as) a (?:data )?controller\b/,
  'controller-named': new RegExp(
    `\\b(?:${WE}|[\\w.]+) (?:\\w+ )?(?:is|are|acts? as) (?:the |a |your )?(?:data )?controller\\b|\\bdata controller:|\\bcontroller (?:of your|for your|is|responsible)\\b`,
  ),
  'processor-role': new RegExp(
    `\\b(?:${WE}|[\\w.]+) (?:\\w+ )?(?:is|are|acts?|acting) (?:as )?(?:the |a |an? )?(?:data )?(?:processor|service provider)\\b`,
  ),
  'on-instructions':
    /\b(?:process|handl|act|us)\w*\b[^.;]{0,120}\b(?:only|solely|in accordance with|according to|on|upon|under|per)\b[^.;]{0,60}\binstructions?\b/,
  'instruction-illegal': /\binstructions?\b[^.;]{0,120}\b(?:infring|violat|unlawful|illegal|breach)\w*/,
  'helps-with-rights':
    /\b(?:assist|cooperat|co-operat|help|forward|refer|redirect)\w*\b[^.;]{0,160}\b(?:data subjects?|requests? (?:from|of|by|to|concerning)|rights of|exercise)\b|\brequests? (?:\w+ )?(?:directly )?from (?:a |the |any )?data subjects?\b/,
  'helps-with-assessment':
    /\bimpact assessments?\b|\bprior consultation\b|\b(?:assist|help|cooperat|co-operat)\w*\b[^.;]{0,120}\b(?:supervisory|authorit|compliance|articles? 32)\w*/,
  'processing-details':
    /\b(?:subject[- ]matter|duration|nature|purpose|categories|types?)\b[^.]{0,120}\b(?:of|for) (?:the )?(?:processing|data subjects?|personal data)\b/,
  'customer-lawfulness': new RegExp(
    `\\b(?:${YOU}|company)\\b[^.;]{0,120}\\b(?:responsib|warrant|represent|ensur|obtain)\\w*[^.;]{0,160}\\b(?:lawful(?:ly|ness)|legal basis|legal grounds?|consents?|notices? to|rights? to (?:provide|share|transfer|process|disclose))\\b`,
  ),
  'audit-right':
    /\b(?:audit|inspect)\w*\b[^.;]{0,120}\b(?:customer|controller|request|once|year|notice|right|auditor)|\b(?:customer|controller|you)\b[^.;]{0,100}\b(?:audit|inspect)\w*/,

  'reader-transfers': new RegExp(
    `\\b${YOU} (?:\\w+ ){0,3}?(?:shall|may|must|will|agrees?)(?: not|n't)?\\b[^.;]{0,60}\\b(?:transfer|process|export|store)\\b[^.;]{0,120}\\b(?:countr|outside|territor|abroad|person|region)`,
  ),
  'clause-details':
    /\bmodule (?:one|two|three|four|[1-4])\b|\b(?:clause|annex|table|option|part) (?:\d+|[ivx]+\b|[abc]\b)|\bdocking clause\b|\bdata (?:ex|im)porter\b/,
  'country-forms':
    /\buk addendum\b|\bswiss (?:addendum|law|fadp)\b|\bfadp\b|\binternational data transfer (?:addendum|agreement)\b|\bidta\b|\bukgdpr\b|\buk gdpr\b/,
  'framework-complaints':
    /\b(?:complain|recourse|dispute|unresolved|arbitration)\w*\b[^.]{0,200}\b(?:framework|dpf|privacy shield)\b|\b(?:framework|dpf|privacy shield)\b[^.]{0,200}\b(?:complain|recourse|dispute|unresolved|arbitration)\w*/,
  'copy-of-safeguards':
    /\b(?:copy|copies|information|details)\b[^.;]{0,80}\b(?:safeguards?|clauses|mechanisms?|transfers?)\b[^.;]{0,80}\b(?:contact|request|e-?mail|obtain)|\b(?:contact|request|obtain)\w*\b[^.;]{0,80}\bcop(?:y|ies) of\b/,
  'assumed-consent':
    /\b(?:by|through) (?:\w+ ){0,3}?(?:using|use|providing|submitting|accessing|continued use)\b[^.]{0,160}\b(?:consent|agree|acknowledg|transfer)\w*|\b(?:consent|agree)\w*\b[^.;]{0,80}\b(?:transfer|processing|storage|export)\b/,

  'keeps-policy':
    /\b(?:comply|complies|adhere|abide|conform|follow|accord)\w*\b[^.;]{0,80}\b(?:polic(?:y|ies)|guidelines?|requirements|standards|specifications|rules|controls|terms)\b/,
  'own-application':
    /\byour (?:\w+ )?(?:app|apps|applications?|products?|website|services)\b[^.;]{0,160}\b(?:responsib|liab|develop|operat|maint|test|shall|must|will|compl)\w*|\b(?:responsib|liab)\w*\b[^.;]{0,120}\byour (?:\w+ )?(?:app|apps|applications?|products?|website)\b/,
  'keeps-records': /\b(?:keep|maintain|retain|preserve)\w*\b[^.;]{0,40}\b(?:records?|logs?|documentation|books)\b/,
  'identity-check':
    /\b(?:verif\w+|proof of|confirm)\b[^.;]{0,60}\b(?:identit\w+|phone|e-?mail address|bank account|business)\b/,
  'account-name': /\b(?:user|display|profile|account|page|screen)[- ]?names?\b|\breal names?\b|\bhandles?\b/,
  'insurance-held': /\binsurance\b/,
  'report-changes':
    /\b(?:notify|inform|update)\b[^.;]{0,80}\bchang(?:e|es|ed)\b|\bchanges?\b[^.;]{0,60}\b(?:notify|inform|update)\b/,
}
