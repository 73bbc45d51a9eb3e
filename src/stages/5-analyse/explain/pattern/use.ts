/**
 * The words by which limits of use are told apart: whose consent counts, who judges, what is promised of a service and
 * what is not, ages, refunds and rival products. Matched like those of `manner.ts`, for explanations alone.
 */
import type { Signal } from '../../../../core/signal.ts'
import { WE, YOU } from './manner.ts'

const AGREEMENT = '(?:consent|permission|approval|authori[sz]ation|knowledge)'
const PERSON =
  "(?:person|individual|participant|user|recipient|owner|data subject|subject|party|people|member|parent|end user)s?(?:'s?)?"
const YOUNG = '(?:minors?|child(?:ren)?|under (?:the age of )?1[0-8]|underage|young(?:er)?)'
const CHANGE =
  '(?:chang(?:e|es|ed|ing)|modif\\w+|alter(?:s|ed|ing)?|discontinu\\w+|suspend\\w*|stop(?:s|ping)?|ceas\\w+|withdraw\\w*|remov\\w+|amend\\w*|adjust\\w*|replac\\w+|updates? to|add (?:or|to)|terminat\\w+)'
const SERVICE =
  '(?:services?|features?|functional\\w*|products?|software|platform|sites?|website|apps?|apis?|models?|programs?|support|modules?|tools?|versions?|portal|sdks?|content|subscriptions?)'
const LATE_NOTICE = '(?:any |prior |further |additional |advance )*(?:notice|notif\\w+|announce\\w*)'
const PREVIEW = '(?:betas?|previews?|alpha|experimental|early access|pre-?release)'
export const USE_PATTERNS: Readonly<Partial<Record<Signal, RegExp>>> = {
  'person-consent': new RegExp(
    `\\bwithout (?:the )?(?:(?:prior|express|explicit|written|informed) )*(?:their|his|her|his or her|that|another|other|someone's|user's|users'|people's|(?:\\w+ ){0,2}?${PERSON})(?: \\w+'s?)? ?(?:\\w+ ){0,3}?${AGREEMENT}\\b|\\bwithout (?:the )?(?:\\w+ )?${AGREEMENT} of (?:the|that|such|any|each|all) (?:\\w+ ){0,2}?${PERSON}|\\bnon-?consensual\\b`,
  ),
  'platform-consent': new RegExp(
    `\\bwithout (?:first )?(?:obtaining )?(?:the )?(?:our|${WE}(?:'s)?|company's|licensor's)\\b[^.;]{0,60}${AGREEMENT}|\\bwithout [^.;]{0,60}${AGREEMENT}\\b[^.;]{0,40}\\b(?:of|from|by) (?:us\\b|${WE})|\\bunless (?:expressly |explicitly )?(?:authori[sz]ed|permitted|approved) by (?:us\\b|${WE})`,
  ),
  'judged-by-platform': new RegExp(
    `\\b(?:determined|deemed|judged|considered|decided) by (?:us\\b|${WE})|\\b${WE} (?:\\w+ ){0,2}?(?:deems?|determines?|considers?|judges?)\\b|\\b(?:in|at) (?:our|its|the) (?:sole|absolute|own)?(?: and absolute)? ?(?:discretion|judge?ment|opinion)\\b|\\bin (?:our|its) opinion\\b`,
  ),
  welcomed:
    /\b(?:is|are) (?:always |also |generally )?(?:welcome|encouraged)\b|\bprotect legitimate\b|\bwe (?:also )?allow\b(?! ads)/,
  'policy-kept':
    /\b(?:compl(?:y|ies|iance)|adher|abid|follow|accord(?:ance)?|consistent|observ)\w*\b[^.;]{0,60}\b(?:polic(?:y|ies)|guidelines?|rules|standards|code of conduct|requirements)\b/,
  'help-banned':
    /\b(?:not|nor|never|or|and)\b[^.;:]{0,60}\b(?:permit|encourag|assist|enabl|help|allow|authori[sz]|induc|facilitat)\w* (?:or \w+ )?(?:others?|(?:any )?third part(?:y|ies)|anyone(?: else)?|any (?:other )?(?:person|individual|party|user)|another (?:person|party)?|end users)\b/,
  'children-focus':
    /\b(?:child(?:ren)?|minors?|csam|csae|underaged?|paedophil\w+)\b[\s\S]*\b(?:child(?:ren)?|minors?|csam|csae|underaged?|paedophil\w+)\b/,
  'ads-placed':
    /\b(?:ads?|advertis(?:ing|ements?)) (?:units?|inventory|tags?|placements?|servers?|formats?|exchange|materials|partners?|requests?|code|networks?|serving|experience|labels?)\b|\binventory\b|\bimpressions?\b|\bads? (?:that|must|may|should|on|in|which|are|is)\b|\b(?:google-served|audio|video|native) ads\b|\bmisuse of ads\b|\bplacements?\b/,
  solicitation:
    /\bsolicit\w*|\bself-promot\w+|\badvertising medium\b|\bcommercial (?:activit|solicit|endeavou?r|communicat|advertis)\w*|\bpromot(?:e|ing|ion of) (?:any )?(?:goods|products|services|business)\b|\b(?:non-?commercial|personal)(?:,| and| or)?(?: \w+)? (?:uses?|purposes?) only\b|\bonly for (?:personal,? )?non-?commercial\b|\bused? for (?:any )?commercial\b|\bcommercial or business purposes\b|\bcommercial purposes?\b/,
  'zero-retention': /\bzero[- ](?:data )?retention\b|\bzdr\b/,
  'no-storage-duty':
    /\b(?:no obligation|not (?:be )?(?:obligated|obliged|required|responsible)|no duty|don't promise|do not promise|not a (?:data |file )?(?:storage|backup|archiv\w+) service)\b[^.;]{0,60}\b(?:stor|keep|retain|maintain|preserv|back)\w*|\bnot a storage service\b|\byou (?:are|is) (?:\w+ )?responsible\b[^.;]{0,60}\bback-?ups?\b/,
  'stays-after-deletion':
    /\b(?:cannot|can't|could not|may not|won't|will not|not (?:be )?possible to) (?:be )?(?:\w+ )?(?:delet|eras)\w*|\b(?:even|also) (?:after|if)\b[^.;]{0,60}\bdelet\w*|\bpermanent copy\b|\bdelet\w+\b[^.]{0,40}\b(?:does|will|may|do)(?: not|n't) (?:\w+ )?(?:delete|remove|erase|affect|apply)|\balso keep (?:anything|what|any)\b|\b(?:may|will|can) (?:still|continue to) (?:appear|be visible|remain)\b[^.;]{0,80}\b(?:terminat|delet|clos)\w*/,
  'deletes-except':
    /\bdelet(?:e|es|ed|ing)\b[^.;]{0,160}\b(?:except (?:to|for|where|as|that)|unless|save (?:where|for|as)|other than)\b/,
  'kept-with-account':
    /\b(?:retain|keep|kept|stored?)\w*\b[^.;]{0,100}\b(?:while|until|as long as|for the duration of|throughout)\b[^.;]{0,40}\b(?:account|subscription|membership|relationship)\b/,
  'keep-or-delete':
    /\b(?:keep|retain|maintain|store) (?:\w+ )?or (?:delete|destroy|dispose|erase)\b|\b(?:delete|destroy|remove) or (?:keep|retain)\b|\b(?:kept|retained|stored)\b[^.;]{0,60}\bdiscretion\b|\bno (?:obligation|duty|liability)\b[^.;]{0,40}\b(?:maintain|retain|return|delet)\w*[^.;]{0,60}\b(?:data|content|subscriptions?)\b/,
  'service-changed': new RegExp(
    `\\b${CHANGE}\\b[^.;]{0,100}\\b${SERVICE}\\b|\\b${SERVICE}\\b[^.;]{0,80}\\b(?:may|might|will|can|are|is|subject to)\\b[^.;]{0,40}\\b(?:chang\\w*|modif\\w*|alter\\w*|discontinu\\w*|suspen\\w*|withdrawn|removed|amended|stopped)\\b`,
  ),
  unannounced: new RegExp(
    `\\bwith(?:out| no) ${LATE_NOTICE}|\\bwithout (?:any )?obligation to (?:\\w+ )?(?:any )?notice\\b|\\bwith or without (?:prior )?notice\\b|\\bno (?:prior )?notice\\b`,
  ),
  'notice-promised': new RegExp(
    `\\b${WE} (?:\\w+ ){0,2}?(?:will|shall|must|undertakes? to|agrees? to|endeavou?rs? to|aims? to)\\b(?! not\\b)(?:(?!\\bwithout\\b)[^.;]){0,60}\\b(?:notif(?:y|ies)|inform|notice|announce|let you know|contact you)\\b|\\b(?:upon|with|by giving|giving|given|on) (?:at least |no less than )?(?:[\\w()]+ ){1,4}?(?:days?|months?|years?|weeks?)'? (?:\\w+ )?notice\\b|\\b(?:will|shall) (?:\\w+ )?(?:notify|inform) (?:the )?(?:customers?|you|users?)\\b`,
  ),
  'preview-focus': new RegExp(`^(?:[\\d.]+ )?[^.]{0,160}\\b${PREVIEW}\\b|\\b${PREVIEW}\\b[\\s\\S]*\\b${PREVIEW}\\b`),
  'software-updates':
    /\b(?:automatic(?:ally)?|install\w*|download\w*|provid\w+|offer\w*|releas\w+|future|sdk|software) (?:or \w+ |and \w+ |any |the |necessary |manual )*(?:updates?|upgrades?)\b|\bupdates? (?:and|or) upgrades?\b|\b(?:updat|upgrad)(?:e|es|ed|ing) (?:the|your|of the|to the)? ?(?:app|software|device|client|application)\b|\bupdates necessary\b|\bmay update automatically\b|\bmake (?:\w+ ){0,2}?updates to the services?\b|\bupdates\b[^.;]{0,60}\binstall/,
  'usage-limits':
    /\b(?:usage|rate|storage|request|bandwidth|message) (?:limits?|caps?|quotas?)\b|\bquotas?\b|\bfair (?:us(?:e|age))\b|\bdo not (?:check|exceed|send|use) more than\b|\blimit the (?:number|size|amount|volume|frequency)\b|\b(?:amount of )?storage space\b[^.;]{0,60}\blimited\b|\busage limitations?\b|\blimit access in any\b|\b(?:storage|bandwidth) capacity\b|\bthrottl\w+|\b(?:reduc|lower|slower?)\w*[^.;]{0,20}\bspeeds?\b|\bspeeds?\b[^.;]{0,40}\b(?:lower|reduced|slower)\b|\bmanage the network\b|\baffect the capacity\b|\b(?:capacity|usage) limits?\b|\blimits? (?:on|to) (?:the )?(?:number|amount|volume|usage|use)\b|\bdata (?:amount|allowance)\b|\bunlimited\b[^|.;]{0,20}\bdata\b|\bnumber of \w+\b[^.;]{0,60}\b(?:entitled|allowed|permitted)\b/,
  'service-level':
    /\bslas?\b|\bservice[- ]levels?\b|\buptime (?:percentage|commitment|guarantee|is)\b|\bmonthly uptime\b|\bservice credits?\b|\boutage time\b/,
  'availability-denied':
    /\b(?:not|cannot|can't|don't|n't|no|without)\b(?: \w+){0,5}? (?:guarantee|warrant|promise|represent)\w*[^.;]{0,120}\b(?:availab\w*|uptime|uninterrupted|stability|reliab\w*|continuous\w*|error-free|at all times)|\b(?:uninterrupted|availability)\b[^.;]{0,40}\b(?:not|never) guaranteed\b/,
  'service-interrupted':
    /\b(?:suspend|interrupt|unavailab|stop|outage|limit)\w*[\s\S]{0,300}\b(?:maintenance|repairs?|inspections?|system failure|power|technical (?:reasons|problems))\b|\b(?:planned|scheduled) (?:downtime|maintenance|outages?)\b|\bmaintenance\b[^.;]{0,100}\b(?:interrupt|unavailab|suspen|delay)\w*/,
  'support-focus':
    /^(?:[\d.]+ )?[^.]{0,30}\bsupport\b|\b(?:provide|offer|obligation to provide|obliged to provide|receive|entitled to)\b[^.;]{0,24}\b(?:customer |technical |premium |standard |e-?mail )*support\b/,
  'availability-differs':
    /\boutside (?:of )?(?:the )?(?:uk|eu|eea|us|united|your)\b[^.;]{0,60}\b(?:access|use|availab|able)|\b(?:not (?:be )?available|available (?:only )?)\b[^.;]{0,20}\bin (?:some|certain|all|every|select\w*|your) (?:countr|region|location|jurisdiction|territor|market)\w*|\bdepend\w* on (?:what|which|your|the|whether)\b[^.;]{0,40}\b(?:subscription|plan|location|device|country|region)\b|\b(?:vary|varies|differ)\w* (?:by|depending on|according to)\b[^.;]{0,40}\b(?:subscription|plan|location|device|country|region)\b|\bfor non-\w+ (?:users|members|customers)\b|\bvary from (?:device|place|country|region)\b|\bsubject to your (?:internet|device|location)\b/,
  'exit-right': new RegExp(
    `\\b${YOU} (?:(?:may|can|has|have|is|are) )(?:\\w+ ){0,3}?(?:the right to |entitled to |choose to )?(?:\\w+ )?(?:terminat|cancel|end)\\w*`,
  ),
  'bars-young': new RegExp(
    `\\b(?:not available to|may not (?:be used by|use)|cannot use|can't use|must not use|may not register|do(?:es)? not (?:allow|permit)|not (?:allowed|permitted)|prohibited from)\\b[^.;]{0,60}\\b${YOUNG}\\b|\\bif you (?:are|'re) (?:a minor|under)[^.;]{0,60}\\b(?:may not|must not|cannot|should not|do not)\\b`,
  ),
  'with-adult':
    /\b(?:supervision|involvement|consent|permission|account) of (?:a |an |their |your |the )?(?:adult|parents?|(?:legal )?guardian)|\b(?:parents?|guardians?|adults?)(?:'s?)? (?:supervision|consent|permission)\b|\b(?:parent|guardian)s?\b[^.;]{0,40}\bagrees?\b/,
  'feature-age':
    /\b(?:1[0-9]|2[01]) or (?:older|over) to (?!use (?:the|our|this) (?:services?|platform|sites?|website|apps?)\b)(?:use|live|interact|send|buy|purchase|access|create|host|stream|receive|join|sell)\b|\bfeatures?\b[^.;]{0,60}\bdepends? on your age\b|\bsome features\b[^.;]{0,60}\bage\b|\bfeatures?\b[^.;]{0,40}\bnot old enough\b/,
  'parental-control':
    /\bparental controls?\b|\bparents?(?: or guardians?)?\b[^.;]{0,80}\b(?:link|manage|supervise|monitor|control|restrict)\w*\b[^.;]{0,60}\b(?:accounts?|settings|use|activit\w+)\b|\b(?:contact|tell|notify|alert|inform)\w* (?:your|their|the|a) parents?\b/,
  'parent-request':
    /\b(?:requests?|asks?)\b[^.;]{0,80}\b(?:remov|delet|clos)\w*[^.;]{0,60}\b(?:minors?|child(?:'s|ren)?|underage)\b|\bparents?\b[^.;]{0,40}\brequest\w*\b[^.;]{0,60}\b(?:remov|delet|clos)\w*/,
  'young-not-sold': new RegExp(
    `\\b(?:do|does|did|will)(?: not|n't)\\b[^.]{0,80}\\b(?:sell|sales?|targeted advertising)\\b[^.]{0,160}\\b(?:${YOUNG}|less than 16|years of age)\\b`,
  ),
  'minor-safeguards':
    /\b(?:safeguards?|safety (?:features|measures|steps))\b[^.]{0,200}\b(?:minors?|child(?:ren)?|young)\b|\b(?:minors?|child(?:ren)?|young)\b[^.]{0,200}\b(?:safeguards?|safety (?:features|measures|steps)|age-appropriate (?:protection|experience)s?)\b/,
  'owed-to-the-end':
    /\b(?:responsible for|liable for|must pay|pay)\b[^.;]{0,80}\b(?:full amount|remaining (?:\w+ )?(?:financial |payment )?(?:obligations|fees|amounts?|term)|unexpired|entire (?:subscription )?term)\b|\bregardless of whether (?:or not )?you (?:terminate|cancel|use)\b/,
  'seller-side':
    /\b(?:buyers?|guests?|riders?|passengers?|travell?ers?|hosts?|sellers?|merchants?|accommodation|drivers?|carriers?)\b[^.;]{0,80}\b(?:refund|cancel|reimburs)\w*|\b(?:refund|cancel|reimburs)\w*[^.;]{0,80}\b(?:buyers?|guests?|riders?|passengers?|travell?ers?|hosts?|sellers?|merchants?|accommodation)\b|\brefund\w*[^.]{0,120}\byou will (?:indemnify|reimburse)\b|\byour (?:customers?|buyers?)\b[^.;]{0,60}\brefund|\brefunds? to (?:your )?(?:readers|fans|patrons|subscribers|followers)\b|\breimburse (?:your )?customers\b|\bpartners?\b[^.;]{0,80}\brefunds?\b|\brefund\w*[^.;]{0,80}\bpartners?\b|\brefunds? to you or your \w+|\bcancel\w*[^.;]{0,120}\bthe (?:carriers?|drivers?)\b|\bcarriers?\b[\s\S]{0,400}\brefunded\b/,
  'goods-returned':
    /\breturn (?:it|them|the (?:product|item|device|goods|order|hardware))\b|\breturn policy\b|\bcancel all or part of (?:your|an|any|the) order\b|\b(?:defective|damaged) (?:goods|products?|items?|devices?)\b/,
  'refund-route':
    /\b(?:original|same) (?:form of |method of )?(?:payment|currency|card)\b|\brefund\w*[^.;]{0,80}\b(?:original payment|payment (?:card|method|account|details))\b/,
  exclusivity:
    /\bexclusiv(?:ity|e (?:content|program|basis|partner\w*|right to sell))\b|\b(?:not|never) (?:participate in|list|offer|distribute|enter into)\b[^.;]{0,120}\b(?:similar|third-party|competing|other|more than one)\b/,
  'exception-defined': /\bpermitted exceptions?\b|\bdoes not (?:prohibit|prevent|restrict)\b/,
  'rival-named': /\bcompet\w+|\brivals?\b|\bsimilar\b|\bsubstantially the same\b|\bsubstitute\b|\breplicat\w+/,
  'builds-rival':
    /\b(?:build|develop|design|creat|offer|operat|launch|mak|produc)\w*\b[^.;]{0,100}\b(?:compet\w+|similar|substantially the same|substitute|rival)\b/,
  'monitors-service': /\bmonitor\w*\b[^.;]{0,60}\b(?:availability|performance|functionality)\b/,
  'told-of-decision':
    /\bright to be informed\b[^.;]{0,100}\b(?:automat\w+|decisions?)|\binformation used to (?:make|reach)\b[^.;]{0,20}\bdecision|\b(?:logic involved|reasons? for (?:the|a|such) decision|explanation of (?:the|a|such) decision)/,
  'fairness-claimed':
    /\b(?:fair(?:ness)?|transparent|transparency|unbiased|bias(?:es)?)\b[^.]{0,100}\b(?:ai|algorithms?|models?)\b|\b(?:ai|algorithms?|models?)\b[^.]{0,100}\b(?:fair(?:ness)?|transparent|transparency|unbiased|bias(?:es)?)\b/,
}

//# vitestCache=W3siZmlsZSI6IjEiLCJpZCI6IjEiLCJpbXBvcnRzIjoiMiIsIm1hcHBpbmdzIjpmYWxzZSwiZGVwcyI6IjMiLCJkeW5hbWljRGVwcyI6IjQiLCJzdGF0aWNNb2NrcyI6bnVsbCwiaGFzQ292ZXJhZ2VEYXRhIjpmYWxzZX0sIi93b3JrL21haW4vc3JjL3N0YWdlcy81LWFuYWx5c2UvZXhwbGFpbi91c2UtcGF0dGVybnMudHMiLHsidXJscyI6IjUiLCJpZHMiOiI2In0sWyI3Il0sW10sWyI3Il0se30sIi9zcmMvc3RhZ2VzLzUtYW5hbHlzZS9leHBsYWluL3NpZ25hbC1wYXR0ZXJucy50cyJd
