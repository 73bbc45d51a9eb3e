/**
 * The words by which the subjects of contract clauses are told: how a contract is made, which documents belong to it,
 * what it costs, which law and courts count, and the closing clauses. Matched like those of `manner.ts`, for
 * explanations alone.
 */
import type { Signal } from '../../../../core/signal.ts'
import { WE, YOU } from './manner.ts'

const PASS_ON = '(?:assign(?:ments?)?|transfer|delegate|novate|sub-?contract|encumber)'
const THE_TEXT =
  '(?:policy|policies|terms|notice|agreement|statement|addendum|guidelines|conditions|document|dpa|tos|eula|baa|aup|schedule|exhibit|annex)'
const PLACED =
  '(?:residents? of|(?:resid(?:e|es|ing|ent)|live|lives|living|located|based|established) (?:in|outside|within)|users of countries in|(?:users?|customers?|people|consumers|individuals|you.re|you are) (?:in|outside) (?:of )?(?:the )?(?!this|these|our|its)|accessing [^.;]{0,40}? from)'

/** The closing clauses of a contract, each with what it is called where several stand in one passage. */
export const CLOSING_CLAUSES: readonly (readonly [signal: Signal, called: string, pattern: RegExp])[] = [
  [
    'assignment',
    'passing the contract on',
    /(?<!otherwise )\b(?:assign(?!ee)(?:s|ed|ing|ment|able)?|novat\w+|delegat(?:e|es|ed|ing|ion))\b[^.;]{0,100}\b(?:agreement|terms|contract|rights|obligations|claims|successors?)|\btransfer\w*[^.;]{0,40}\b(?:rights (?:and|or|under)|obligations|(?:this|the) agreement|these terms|this contract)|\b(?:may|shall|can)(?: not|not)? (?:\w+ )?(?:be assigned|assign)\b/,
  ],
  [
    'severability',
    'parts that a court finds void',
    /\bseverab\w+|\bsevered\b|(?<!\b(?:assign|transfer|delegat|sub-?contract)\w*\b[^.;]{0,160})\b(?:held|found|deemed|determined|considered|declared|adjudged|judged|is|are|becomes?)(?: by [^.;]{0,60}?)?(?: to be)?,? (?:\w+,? (?:or |and )?){0,3}?(?:invalid|unenforceable|void|illegal|invalidated|contrary to)\b|\bprohibited or unenforceable\b|\bfinds? any (?:part|provision|term)[^.;]{0,30}\b(?:unenforceable|invalid)\b|\bvalidity of (?:all of )?the (?:other|remaining)\b|\bprovision\b[^.;]{0,40}\bbe invalid\b/,
  ],
  [
    'no-waiver',
    'rights that are not used at once',
    /\b(?:fail(?:ure|s)?|delay|omission)\b[^.;]{0,160}\bwaive\w*|\bnot (?:be )?(?:deemed|construed|considered|constitute|operate as|act as) (?:as )?(?:a|any) waiver\b|\bno waiver\b|\bwaivers? (?:of [^.;]{0,60})?(?:must|will|shall|is|are)\b|\b(?:delay|do not rely|don't rely)\b[^.;]{0,80}\b(?:still enforce|enforce (?:it|them) later|does not change|doesn't mean)\b/,
  ],
  [
    'force-majeure',
    'events beyond control',
    /\bforce majeure\b|\bbeyond (?:\w+ ){0,5}?(?:reasonable )?control\b|\boutside (?:of )?(?:\w+ ){0,3}?(?:reasonable )?control\b[^.;]{0,80}\b(?:event|perform|delay|fail)|\bacts? of god\b/,
  ],
  [
    'formal-notice',
    'notices',
    /\bnotices?\b[^.;]{0,80}\b(?:must|shall|will|may|should|can) be (?:\w+ ){0,3}?(?:given|sent|made|delivered|served|addressed|in writing|provided|directed)\b|\bdeemed (?:to (?:be|have been) )?(?:received|given|delivered|served)\b|\bnotices? (?:and other communications|to be given|required|under (?:this|these))\b|(?<!\b(?:by|upon|on|with|giving|after|give|gives|provide|provides|providing|without|prior|days|months)\b[^.;]{0,30})\b(?:legal|formal|written) notices? to\b|(?:^|\d\.? )notices?[:.]|\bcalls? for notice from\b|\b(?:may|will) (?:send|provide|give) (?:you |to you )?(?:with )?notices?\b(?! of (?:the |any |a )?(?:change|modif))[^.;]{0,120}\b(?:e-?mail|posting|address|within the)|\b(?:provide|send) (?:you )?(?:all the rules, )?(?:notices|notifications)[^.;]{0,80}\bto you\b|\bsend you all the rules, notifications\b/,
  ],
  [
    'electronic-messages',
    'messages in electronic form',
    /\b(?:receiv\w+|consent to|agree that)\b[^.;]{0,100}\belectronic(?:ally)?\b|\belectronic communications?\b|\bpush notifications\b|\bcommunicat\w+ (?:with you )?(?:electronically|by e-?mail)\b|\belectronic means\b|\b(?:provide|send) (?:\w+ ){0,3}?(?:notices|notifications|messages|all the rules)\b[^.;]{0,160}\b(?:e-?mail|within the service|announcements?|contact information)|\bservices-related notices\b|\bsend you (?:notices|messages|communications) (?:via|by)\b|\bnotices?\b[^.;]{0,160}\b(?:given|made|provided|posted|notice)\b[^.]{0,60}\b(?:via e-?mail|by e-?mail|by posting|by sending an e-?mail|at the e-?mail|on (?:its|our) website)/,
  ],
  [
    'no-partnership',
    'the relationship of the parties',
    /\b(?:joint venture|partnership|independent contractors?|agency relationship|employment relationship|fiduciary|employer-employee|legal partners|employment contract|independent developer)\b|\brelationship of the parties\b|\borganises? (?:his|her|their|its)(?: or her)? work independently\b|\bsole right to (?:decide|determine) when\b/,
  ],
  [
    'third-party-rights',
    'rights of outsiders',
    /\bthird[- ]party (?:rights|benefi\w+)|\bno (?:other )?(?:person|party|one)\b[^.;]{0,80}\b(?:rights?|benefit|enforce)|\bcontracts \(rights of third parties\)|\bconfer\w*[^.;]{0,80}\b(?:rights|benefits?)\b|\bfor the benefit of\b[^.;]{0,120}\b(?:enforce|assert)/,
  ],
  [
    'interpretation-rules',
    'how words and headings are read',
    /\bheadings?\b[^.;]{0,100}\b(?:reference|convenience|interpret|construct)\w*|\b(?:word|words|term|terms) "?(?:includ|such as)\w*|\bincluding"? (?:is|will be|shall be|means|and similar)|\bincluding without limitation"|\bconstrued against\b|\bsingular\b[^.;]{0,40}\bplural\b|\breferences? (?:in|to)\b[^.;]{0,140}\b(?:will|shall|is|are|may)(?: now)? (?:to that extent )?(?:be deemed|means?|change|to be deemed)\b|\bsection titles\b/,
  ],
  [
    'language-version',
    'the language that decides',
    /\benglish(?:[- ]language)? (?:language )?(?:version|text|original)|\btranslat\w+\b[^.]{0,160}\b(?:prevail|conflict|convenience|discrepan|courtesy|control|precedence|differences)\w*|\boriginal english\b/,
  ],
  [
    'contracting-party',
    'who the partner in the contract is',
    /\bcontracting (?:entity|party)\b|\byour (?:agreement|contract) is with\b|\bagreement (?:is|are) between\b|\bare between\b|\b(?:is|are) (?:entered into|concluded|made)(?: by and)? between\b|\byou (?:(?:are|will be) (?:contracting|entering into)|contract)\b[^.;]{0,80}\bwith\b|\bcompany number\b|(?<!\b(?:at|to) (?:its|their|our|your|the) )\bregistered (?:offices?|address|in)\b|\breferences to\b[^.;]{0,80}\bare references to\b|\bis an agreement between\b|\brefers? to\b[^.]{0,80}\bincorporated under the laws\b|\bservices (?:are|will be) made available to you via\b/,
  ],
  [
    'injunction',
    'orders by a court at once',
    /\binjunctive\b|\binjunction\b|\bequitable relief\b|\bspecific performance\b|\birreparable\b/,
  ],
  [
    'cumulative-remedies',
    'further remedies',
    /\bremedies\b[^.;]{0,100}\b(?:cumulative|not (?:be )?exclusive)\b|\bin addition to (?:any |all )?(?:its |our |their )?other (?:rights|remedies)\b|\brights and remedies at law\b/,
  ],
  [
    'intermediary',
    'the platform as a go-between',
    /\bnot (?:a )?party to (?:the|any) (?:\w+ ){0,3}?(?:agreement|contract|transaction)|\bmerely (?:provid|facilitat|act)\w+|\bmere (?:agent|intermediary)\b|\b(?:contract|relationship|agreement)\b[^.;]{0,120}\b(?:is|are) (?:\w+ )?(?:created|concluded|formed)?[^.;]{0,30}\bbetween (?:you|the \w+) and the \w+|\bonly the platform\b|\bdirect contract\b|\bwe facilitate transactions\b|\bbrokerage agreement\b/,
  ],
  ['california-notice', 'complaints in California', /\b1789\.3\b|\bcomplaint assistance unit\b/],
  [
    'public-buyers',
    'purchases by public bodies',
    /\bcommercial items?\b|\bcommercial computer software\b|\b48 c\.f\.r|\bu\.s\. government (?:end )?users?\b/,
  ],
]

export const CONTRACT_PATTERNS: Readonly<Partial<Record<Signal, RegExp>>> = {
  'assignment-free': new RegExp(
    `\\b${WE} (?:\\w+ ){0,2}?(?:may|can|reserves? the right to|(?:is|are) entitled to)(?! not\\b)\\b[^.;]{0,60}\\b${PASS_ON}\\b|\\b${WE}[^.;]{0,80}\\b${PASS_ON}\\b[^.;]{0,80}\\bwithout (?:the |your |any |prior |further |written )*(?:consent|restriction|notice|approval)|\\b(?:may|can) be (?:freely )?(?:assigned|transferred)(?: or \\w+)? by (?:us|we)\\b|\\bassignable by (?:us|we)\\b|\\bsell all or part of our business\\b`,
  ),
  'assignment-barred': new RegExp(
    `\\b${YOU} (?:\\w+ )?(?:(?:may|shall|must|can|will)(?: not|not)|(?:are|is) not (?:permitted|allowed|entitled) to|agree not to)\\b[^.;]{0,60}\\b${PASS_ON}\\b|\\b(?:may|can|shall)(?: not|not) be (?:\\w+,? (?:or )?){0,4}?(?:assigned|transferred|delegated)\\b[^.;]{0,60}\\bby (?:you|the (?:customer|user))\\b`,
  ),
  'assignment-mutual': new RegExp(
    `\\b(?:neither|no) party\\b[^.;]{0,60}\\b${PASS_ON}\\b|\\b(?:cannot|may not) be assigned without\\b[^.;]{0,40}\\bnon-assigning party\\b`,
  ),

  'entire-agreement':
    /\bentire (?:and exclusive |legal |and complete |and only )?(?:agreement|understanding|contract|terms)\b|\bcomplete and exclusive\b|\bwhole agreement\b|\bparties' entire\b|\bonly set of terms\b|\bsupersed\w+\b[^.;]{0,100}\b(?:prior|previous|earlier|all)\b/,
  'order-of-precedence':
    /\b(?:conflict|inconsisten\w+|discrepan\w+|contradict\w+|differences)\b[^.;]{0,200}\b(?:prevail|control|govern|precedence|override|supersede)\w*|\border of (?:precedence|priority)\b|\btakes? (?:precedence|priority)\b|\b(?:prevails?|overrides?) (?:over|the)\b|\b(?:control|prevail|govern)s?\b[^.;]{0,60}\b(?:conflict|inconsisten\w+)/,
  'privacy-included':
    /\bincorporat\w+\b[^.;]{0,60}\bprivacy (?:policy|notice|statement)\b|\bmaintain a privacy policy\b|\bprivacy (?:policy|notice|statement)\b[^.;]{0,120}\b(?:incorporat\w+|govern\w*|appl(?:y|ies)|part of|explains|describes)\b|\b(?:review|read|see|refer to|subject to|accordance with|including|together with|accepted|accept|agree to)\b[^.;]{0,60}\bprivacy (?:policy|notice|statement)\b/,
  'extra-terms':
    /\b(?:additional|supplemental|supplementary|further|special|(?:service|product|feature)-specific) (?:[\w-]+ ){0,3}?(?:terms|conditions|rules|guidelines|polic(?:y|ies)|agreements)\b|\b(?:other|separate|different|specific) (?:[\w-]+ ){0,3}?(?:terms|conditions|rules|guidelines|policies)\b[^.;]{0,40}\b(?:appl(?:y|ies)|govern)\b/,
  'applies-beside': /\bappl(?:y|ies) in addition to\b|\b(?:are|is) in addition to\b/,
  'texts-together':
    /\b(?:agreement|terms|contract|policies|documentation)["”]+ (?:\([^)]*\) |or "[^"]*" )?(?:means?|refers? to|includes?|consists?)\b|\bagreement (?:shall )?(?:consists?|comprises?|is made up) of\b|\bthis agreement (?:\([^)]*\) )?includes the\b/,
  'belongs-to-other': new RegExp(
    `\\bthis (?:[\\w.-]+ ){0,8}?${THE_TEXT}\\b[^.;]{0,100}?\\b(?:(?:forms?|constitutes?) (?:an? )?(?:integral |inseparable )?part of|(?:is|are) (?:hereby )?(?:considered |made )?(?:an? )?(?:integral |material )?(?:part of|incorporated)|(?:is|are) attached)\\b[^.;]{0,80}\\b(?:agreements?|terms|msa|contract|documentation)\\b|\\bthese (?:[\\w.-]+ ){1,8}?(?:\\([^)]*\\) )[^.;]{0,100}?\\b(?:are|is) incorporated (?:by reference )?into\\b|\\bis an (?:addendum|annex|exhibit|appendix) to the\\b|\\bthese (?:[\\w.-]+ ){1,8}?(?:form|constitute) (?:an? )?(?:integral |inseparable )?part of\\b`,
  ),
  'governed-elsewhere':
    /\b(?:is|are|be|remains?) (?:also |at all times )?(?:subject to|governed by)(?! (?:change|this|these terms|the following|your acceptance|applicable|law))\b[^.;]{0,80}\b(?:polic(?:y|ies)|terms|guidelines|rules|agreements?|addendum|contracts?|statement|notice|licen[sc]es?|conditions|standards|msa)\b/,
  'text-for-case':
    /^[^.:]{3,70}\b(?:policy|terms(?: of use)?|guidelines|requirements|standards): |\b(?:see|visit|refer to|agree to|comply with|subject to|read together with) (?:our|the) (?:[\w'.-]+ ){1,6}(?:policy|terms|agreement|guidelines|policies)\b/,
  'foreign-terms-refused':
    /\bnot be bound by\b[^.;]{0,120}\b(?:purchase orders?|confirmation|similar document)\b|\b(?:terms|conditions|provisions)\b[^.;]{0,120}\b(?:purchase orders?|order form|documents? provided by you|vendor (?:portal|registration))\b[^.;]{0,160}\b(?:not|void|rejected|no (?:force|effect))\b|\b(?:does|do|will)(?: not|n't) accept\b[^.;]{0,80}\bterms\b/,
  'part-of':
    /\bincorporat(?:ed|es|ing)\b(?! (?:in|under) (?!this|these|the (?:agreement|terms|contract|dpa|policy)|our|its|any))|(?<!\bnot )\bforms? (?:an? )?(?:integral )?part\b|\bforming part\b|\b(?:integral|made a) part\b/,
  'effects-of-ending':
    /\beffects? of (?:\w+ )?(?:termination|expir\w+)\b|\b(?:upon|after|following|if|on)\b[^.;]{0,60}\b(?:terminat(?:es|ion)|expir(?:es|ation))\b[^.]{0,160}\b(?:cease|destroy|return|surviv|refund|accrued|immediately due)\w*/,
  addendum:
    /\b(?:supplements|supplement to|amends|modifies|(?:is|are) (?:amended|deleted|replaced))\b[^.;]{0,120}\b(?:agreement|terms|section|policy)\b|\bthis (?:\w+ ){0,4}?(?:addendum|dpa|annex|exhibit|schedule|supplement)\b[^.;]{0,80}\b(?:forms? (?:an )?(?:integral )?part of|is (?:hereby )?incorporated (?:in|into|by))\b|\b(?:section|clause|article)\b[^.;]{0,40}\bis (?:amended|deleted|replaced)\b/,
  'defined-terms':
    /\b(?:defined|capitali[sz]ed) terms?\b|\bsame meanings?\b|\bmeanings? (?:given|set out|ascribed|assigned)\b/,
  'scope-of-document': new RegExp(
    `\\b(?:(?:this|these) (?:[\\w.'-]+ ){0,7}?|the (?:(?!privacy)[\\w.'-]+ ){0,4}?)(?:${THE_TEXT}|rules|restrictions|requirements|standards)s? (?:of (?:use|service|sale|this \\w+) )?(?:\\([^)]*\\) )?(?:are an agreement[^.;]{0,140}? and )?(?:\\w+ )?(?:appl(?:y|ies)|describes?|governs?|covers?|explains?|sets? (?:out|forth)|details?|outlines?)\\b|^it applies to\\b|\\bthey govern your\\b`,
  ),
  'scope-limits': new RegExp(
    `\\b${THE_TEXT}\\b[^.;]{0,40}\\b(?:do|does|shall|will)(?: not|n't) (?:\\w+ )?(?:apply|cover|govern|extend)\\b|\\bdoes not (?:apply|cover)\\b|\\b(?:and|but) (?:do|does) not (?:apply|cover|extend)\\b|\\bnot subject to (?:this|these|our) (?:\\w+ )?${THE_TEXT}\\b`,
  ),
  'summary-only':
    /\b(?:summar(?:y|ies|ises|izes)|plain (?:words|english|language)|highlights|in short)\b[^.]{0,160}\b(?:convenience|not (?:legally )?binding|not (?:a )?part|govern|replace|substitute|in full)\b/,
  'regional-terms': new RegExp(
    `\\b(?:jurisdiction|region|country|state)-specific (?:\\w+ )?(?:terms|provisions|addendum)\\b|\\b${PLACED}[^.]{0,140}\\b(?:terms|provisions|conditions|addendum|notice)\\b|\\b(?:terms|provisions|conditions|addendum|notice|policy)\\b[^.;]{0,80}\\bappl(?:y|ies)\\b[^.;]{0,80}\\b${PLACED}`,
  ),

  'order-accepted':
    /\border\b[^.;]{0,80}\b(?:accept(?:ed|ance)|confirm\w*)|\bcontract is (?:formed|concluded|made)\b|\bconfirmation e-?mail\b|\baccept the (?:\w+ ){0,3}proposal\b|\border\b[^.;]{0,80}\bis concluded\b|\bcontract to provide\b[^.;]{0,40}\barises?\b/,
  'refuses-sign-up': new RegExp(
    `\\b(?:${WE}|right to)\\b[^.;]{0,80}\\b(?:refuse|reject|decline|deny)\\b[^.;]{0,80}\\b(?:registration|application|account|sign-?up|order|access)`,
  ),
  'business-only':
    /\bnot (?:intended )?for\b[^.;]{0,40}\bconsumers?\b|\bnot (?:acting|contracting|use\w*) as (?:a )?consumers?\b|\b(?:solely|only|exclusively) for business\b|\bfor business(?: and professional)? purposes\b|\bby businesses only\b/,
  'binds-organisation':
    /\bon behalf of\b[^.;]{0,100}\b(?:company|entity|organi[sz]ation|employer|business|institution|corporation|legal person|client)\b[^.]{0,200}\b(?:authori\w+|power|represent|warrant|promis\w+|bind|agree\w*)\b|\b(?:company|entity|organi[sz]ation|employer|business|institution|corporation|legal person|affiliates?|client)\b[^.]{0,240}\b(?:authority|authori[sz]ed|power) to\b|\bbind (?:such|that|the|your|this) (?:\w+ )?(?:entity|company|organi[sz]ation|employer)\b/,
  'by-click':
    /\bclick(?:ing|s)?\b[^.;]{0,40}\b(?:accept|agree|sign up|button|checkbox|box|register|create|submission)|\bcheck(?:ing)? (?:a|the) box\b|\bclicking (?:on )?(?:a|to|"|“)/,
  'consent-to-data':
    /\bconsent to (?:the |our )?(?:\w+,? ){0,3}?(?:collection|processing|use|practices|transfer|sharing)\b|\b(?:agree|consent)(?:ing)? to (?:the )?(?:practices|terms) (?:described|of (?:this|our) privacy)/,
  'by-mere-use':
    /\b(?:by|through|upon|continu\w+ to|continued) (?:\w+ or )?(?:using|use|uses|access|accessing|visiting|browsing)\b[^.]{0,160}\b(?:agree|accept|consent|bound|acknowledg)\w*|\b(?:agree|accept|consent|bound|acceptance|acknowledg)\w*\b[^.]{0,120}\b(?:by|continu\w+ to|continued) (?:\w+ or )?(?:using|use|access|accessing|visiting)\b|\b(?:or|,) (?:otherwise )?(?:using|accessing) (?:the|our|any)\b[^.]{0,120}\b(?:agree|bound)|\byour use\b[^.;]{0,60}\b(?:constitutes?|deemed|means)\b|\bcontinued use\b(?:[^.;]|\.(?=\w)){0,60}\bconstitutes? (?:your )?(?:agreement|acceptance|consent)|\bby making use of\b[^.;]{0,60}\b(?:agree|accept)/,
  'leave-if-not':
    /\bif you (?:do not|don't|disagree|are not|cannot)\b[^.;]{0,100}\b(?:not (?:use|access|proceed|download|install|register)|stop|discontinue|cease|leave|uninstall|refrain)\b|\bdiscontinue (?:use|using)\b|\bdo not agree\b[^.;]{0,60}\bdo not\b|\bif you (?:do not|don't) (?:agree|accept|consent)\b[^.;]{0,240}\b(?:(?:must|may|should|do) not (?:use|access)|discontinue|cease)\b/,
  'not-barred':
    /\b(?:previously|not been|not otherwise|never been)\b[^.;]{0,60}\b(?:suspended|removed|barred|banned|terminated|prohibited|convicted)\b|\byou have been convicted\b|\bnot (?:already |otherwise )?(?:forbidden|restricted|barred) (?:by|from|under|to)\b/,
  capacity:
    /\blegal(?:ly)? (?:capacity|age|able|competent)\b|\bcapable of (?:forming|entering)\b|\bable to form\b|\b(?:right|full|legal),? (?:\w+,? )?(?:and )?(?:power|authority|capacity)\b|\bduly (?:organi[sz]ed|authori[sz]ed|incorporated)\b|\bage of majority\b|\bauthority to (?:enter|accept|agree)\b|\bcan form a binding contract\b|\bpower to form a contract\b|\bcorporate action\b|\blegal,? valid and binding\b/,
  'legal-contract':
    /\b(?:legally )?binding (?:contract|agreement|terms)\b|\blegal(?:ly)? (?:binding )?(?:contract|agreement|document)\b|\b(?<!\bto )form(?:s)? a(?:n)? (?:\w+ )?(?:contract|agreement)\b(?! with us)|\b(?:is|are) an agreement between\b|\bcontract between you and\b|\bgoverns? your relationship\b|\brepresents? a (?:basic )?agreement\b/,
  'read-first': /\bread\b[^.;]{0,80}\b(?:carefully|in full|understood)\b|\bcarefully (?:read|review)\b/,

  'consumer-law-kept':
    /\bconsumers?\b[^.]{0,200}\b(?:mandatory|benefit|protect\w*|depriv\w*|local law|statutory|country)\b|\b(?:mandatory|benefit)\b[^.]{0,100}\b(?:provisions?|protections?)\b[^.]{0,100}\b(?:law|consumer|resid\w*|live)\b/,
  'law-named': /\bgoverned\b[^.]{0,100}\blaws?\b|\blaws? of\b|\bconstrued\b[^.;]{0,60}\blaws?\b|\blaw applies\b/,
  'points-elsewhere':
    /\bgoverned by\b[^.;]{0,60}\b(?:governing law|law and jurisdiction|jurisdiction)\b[^.;]{0,60}\bprovisions?\b|\b(?:law|jurisdiction)\b[^.;]{0,60}\b(?:stipulated|set out|specified|provided|stated|chosen) in the (?:\w+ )?(?:agreement|terms|contract)\b|\b(?:choice of law|governing law|venue)\b[^.;]{0,60}\bprovisions? of\b|\b(?:same|that) (?:law|courts?|jurisdiction)s?\b[^.;]{0,30}\bas the (?:\w+ )?(?:agreement|terms|contract)\b/,
  'home-law':
    /\b(?:governed by|subject to) (?:the )?(?:\w+ )?laws? of (?:the )?(?:jurisdiction|country|place|state|province)\b[^.;]{0,12}\b(?:where|in which) you\b|\blaws? of the (?:jurisdiction|country|place|state|province)\b[^.;]{0,12}\b(?:where|in which) you\b[^.;]{0,60}\b(?:govern|appl(?:y|ies))\b|\bgoverned by the laws? of your (?:country|place|home)\b/,
  'home-courts':
    /\bcourts?\b[^.;]{0,60}\b(?:where|in which) you (?:live|reside|are (?:resident|domiciled))\b|\b(?:where|in which) you (?:live|reside)\b[^.;]{0,60}\bcourts?\b|\b(?:home|local) courts?\b|\bcourts? of (?:the place of )?your (?:residence|domicile|country|place)\b|\b(?:county|parish) (?:\([^)]*\) )?(?:and state )?in which you (?:live|reside)/,
  'region-split':
    /\bfor (?:all other )?(?:customers|users|residents|people) (?:located )?(?:in|outside)\b|\bfor all other\b|\bif you are a user whose\b|\bif you (?:are|live|reside|is|were|have)\b[^.;]{0,160}\b(?:laws?|courts?|jurisdiction)\b|\bwhose (?:principal )?(?:address|place|residence)\b[^.]{0,200}\blaws?\b|\bif you are (?:concluding|contracting|entering)\b/,
  'courts-for-one-side':
    /\b(?:limit|prevent)\w*\b[^.;]{0,40}\bour right\b[^.;]{0,80}\b(?:proceedings|actions?|claims?)\b|\bwe (?:may|can|reserve the right to)\b[^.;]{0,60}\b(?:bring|take|commence|initiate)\b[^.;]{0,80}\bany (?:other )?(?:competent )?(?:courts?|jurisdiction)\b/,
  'transfer-clauses': /\bclauses? (?:17|18)\b/,
  'nonexclusive-courts': /\bnon-?exclusive\b/,
  'defence-procedure':
    /\bindemnif(?:ying|ied) party\b|\bparty seeking indemnification\b|\b(?:sole|exclusive) control of\b[^.;]{0,60}\b(?:defen[cs]e|settlement)|\bassume the (?:exclusive )?defen[cs]e\b/,
  'exclusive-forum':
    /\bexclusively\b[^.]{0,140}\b(?:courts?|submitted|brought|heard)\b|\bcourts? (?:of|in|located)\b[^.]{0,100}\b(?:sole|exclusive)\b|\bconsent to the jurisdiction\b|\bexclusive (?:legal )?place of jurisdiction\b|\b(?:resolved|heard|settled|adjudicated|litigated) (?:exclusively )?(?:in|before|by) (?:the |a )?(?:\w+ ){0,4}courts?\b|\bsubmit\w*\b[^.;]{0,60}\bto the (?:\w+'?s? )?courts?\b/,
  'arbitral-rules':
    /\barbitrat\w+\b[^.]{0,240}\b(?:rules|administered|conducted|seat|centre|center|association|jams|binding|final)\b|\barbitrate any\b|\b(?:agree|required?) to arbitrate\b|\b(?:binding|final|settled by|resolved by) (?:and binding )?arbitration\b|\bbinding\b[^.;]{0,40}\barbitration\b/,
  'arbitration-fees':
    /\barbitrat\w*\b[^.;]{0,60}\b(?:fees|costs|expenses)\b|\b(?:fees|costs)\b[^.;]{0,120}\barbitrat\w*|\bfrivolous\b/,
  'complaint-handling': /\bcomplaints?\b|\bonline dispute resolution\b|\bmediat\w+|\bhelp (?:in )?resol\w+/,
  'venue-objection':
    /\bwaiv\w+\b[^.;]{0,100}\b(?:objections?|venue|forum|inconvenient)\b|\binconvenient forum\b|\bforum non conveniens\b/,
  'convention-excluded': /\binternational sale of goods\b|\bcisg\b/,
  'public-relief': /\bpublic injunctive\b/,
  'mass-claims':
    /(?<!\bunless the )(?<!\bfor )\bmass (?:arbitration|action|filing)s?\b|\bcoordinated\b|(?<!\bunless the )\bbatch\w*\b|\bbellwether\b/,
  'no-consolidation': /\bconsolidat\w+|\bmore than one (?:person|individual|party)|\bcombin\w+\b/,

  'rights-for-outsiders':
    /\b(?:are|is|be|as|shall be) (?:an? )?(?:\w+ )?third[- ]party beneficiar(?:y|ies)\b(?<!\b(?:not|no)\b.{0,60})/,
  'unlimited-liability':
    /\bunlimited liability\b|\bliab(?:le|ility)\b[^.;]{0,40}\b(?:(?<!including,? )without limit\w*|unlimited)\b|\b(?:fully|unlimitedly) liable\b/,
  'both-sides':
    /\b(?:each|either|neither|one) party(?:'s)?\b[^.;]{0,100}\b(?:liab\w+|total|aggregate|cumulative|maximum)\b|\bliability of (?:each|either|one) party\b|\b(?:neither|either) (?:of us|you) (?:[^.;]{0,60} )?(?:will|shall|or)\b|\b(?:each|either) (?:party|of us) (?:\w+ )?(?:may|can) (?:terminate|end|cancel)|\bboth parties' (?:liab|total|aggregate)\w*|\bin no event (?:will|shall) any party be liable\b|\bparties' (?:total|aggregate|maximum)/,
  availability:
    /\bavailability\b|\bas-available\b|\bnot (?:always )?(?:be )?available\b|\buptime\b|\bdowntime\b|\binterrupt\w+|\bmaintenance\b/,
  'preview-services': /\bbetas?\b|\bpreviews?\b|\bexperimental\b|\bearly access\b|\bpre-?release\b/,
  inactive: /\binactiv\w+|\bno account activity\b|\bnot (?:been )?(?:accessed|used|logged)\b[^.;]{0,40}\b(?:for|in)\b/,
  'ends-for-breach':
    /\b(?:violat|breach|fail|misus|abus)\w*\b[^.]{0,200}\b(?:suspen|terminat|revo[ck]|restrict|clos|ban\b|disabl)\w*|\b(?:suspen|terminat|revo[ck]|restrict|clos|disabl)\w*\b[^.]{0,160}\b(?:violat|breach|fail(?:s|ure)? to|misus|abus)\w*/,
  'free-trial': /\bfree[- ]trials?\b|\btrial (?:period|subscription|account|version)s?\b/,
  credits:
    /\b(?:pre-?paid|unused|purchased|additional|usage|service|your|of|for|buy|the|consumable) credits\b|\bvirtual (?:currency|items|goods|coins)\b|\bcoins\b|\bcredits? (?:balance|are|will|may|expire|package)\b/,
  expiring: /\bexpir\w+|\blapse\w*|\bforfeit\w*/,
  'late-payment':
    /\b(?:late|overdue|past due|unpaid|delinquent|outstanding) (?:\w+ )?(?:payment|amount|fee|charge|invoice|balance|sum)s?\b|\bfail(?:s|ure)? to pay\b|\bnon-?payment\b|\binterest\b[^.;]{0,60}\b(?:rate|per (?:month|annum)|overdue|late|%)|\bcharge fails\b|\bdefault interest\b|\bnot (?:been )?paid when due\b|\bnot received payment\b|\bpayment (?:is |has )?not (?:been )?(?:received|made)\b|\bfail\w* to (?:\w+ ){0,4}?(?:obligation of |proceed to |make (?:a |any |the )?)payment\b|\bpayment (?:is )?(?:declined|fails)\b|\bdelay(?:s|ed)? (?:in )?(?:the )?payments?\b|\bpayment method stops working\b|\b(?:cannot|can't|unable to) (?:successfully )?(?:bill|charge)\b|\bpayment cannot be (?:completed|processed)\b/,
  'fee-dispute':
    /\b(?:fee|billing|payment|invoice|charge)s? disputes?\b|\bdisput\w+\b[^.;]{0,100}\b(?:invoice|charge|fee|bill|amount|payment)s?\b|\b(?:discrepanc|object)\w*\b[^.;]{0,60}\b(?:invoice|charge|bill)/,
  tax: /\btax(?:es|ation)?\b|\bvat\b|\bgst\b|\bwithholding\b/,
  payout: new RegExp(
    `\\b${WE} (?:\\w+ )?(?:will |shall )?(?:pay|remit|transfer)s? (?:\\w+ ){0,3}?(?:you|to you|publisher|partner|the (?:carrier|accommodation|merchant|driver|creator|developer))\\b|\\bpay-?outs?\\b|\\byour (?:earnings|revenue|share)\\b|\\b(?:paid|transferred|remitted) to (?:you|the (?:carrier|accommodation|merchant|driver|creator|developer|publisher|partner))\\b|\\byou(?:'ll| will)? earn\\b|\\b(?:receives?|payable) (?:\\w+ ){0,4}?(?:revenue share|publisher\\b|earnings)|\\brevenue share payable\\b|\\bcredit transaction|\\bto your bank account\\b|\\b(?:our |each )?payments? to you\\b|\\bpayments?\\b[^.;]{0,100}\\b(?:issued|paid|made) to (?:you|publisher|partner)\\b`,
  ),
  'minimum-commitment': /\bminimum (?:commitment|quantity|term|purchase|spend)\b|\bnon-?cancell?able\b/,
  overage:
    /\boverages?\b|\bexceed\w*\b[^.;]{0,80}\b(?:limit|quota|usage|plan|allotment|allocation)|\badditional usage\b|\bper[- ](?:seat|user)\b|\busage-based\b|\bpay[- ]as[- ]you[- ]go\b/,
  'card-authority': new RegExp(
    `\\b(?:you|customers?|users?) (?:\\w+ ){0,3}?authori[sz]e\\w*\\b[^.;]{0,100}\\b(?:charge|bill|debit|deduct|store)\\w*|\\bauthori[sz]\\w+\\b[^.;]{0,40}\\bto (?:charge|bill|debit|deduct|store)\\b|\\bpermission to charge\\b|\\b(?:card|payment method)\\b[^.;]{0,60}\\b(?:will|may|shall) be (?:\\w+ )?(?:charged|billed|debited)\\b|\\b${WE} (?:will|may) (?:\\w+ )?(?:charge|bill|debit) (?:your|the)\\b`,
  ),
  'plan-change':
    /\bupgrad\w+|\bdowngrad\w+|\b(?:chang|switch|modif|increas)\w* (?:\w+ ){0,4}?(?:plan|billing cycle|subscription (?:plan|tier))\b/,
  'no-set-off':
    /\bonly (?:\w+ )?(?:entitled|permitted|allowed) to (?:set-?off|offset)\b|\b(?:no|not|without|free of)\b[^.;]{0,80}\bset-?off\b|\bwithout [^.;]{0,40}\bset-?off\b|\bcounterclaims?\b|\bwithout (?:any )?(?:\w+, )*deduction\b|\bwithout any discount\b/,
  invoice: /\binvoic\w+/,
  'carrier-charges':
    /\b(?:data|messag\w+|carrier|mobile|text|internet|network|service provider) (?:and \w+ )?(?:\w+ )?(?:rates|charges|fees)\b|\bcharges from your\b/,
  'payment-processor': /\bpayment (?:service )?(?:processors?|providers?|gateways?)\b|\bstripe\b|\bpaypal\b|\badyen\b/,
  'withdrawal-waived':
    /\b(?:waive|lose|losing|no|not available|forgo|exclud)\w*\b[^.;]{0,60}\b(?:(?:right|rights) (?:of|to) (?:withdraw|cancel)\w*|withdrawal)|\bright (?:of|to) withdraw\w*\b[^.;]{0,60}\b(?:not|no longer|expire|lost|lapse)|\bwaive your statutory\b/,
  'withdrawal-right':
    /(?<!\b(?:reserves?|have|has|retains?) (?:the|a) )\bright (?:of|to) (?:withdraw\w*|cancel)\b|\bwithdrawal (?:right|period)\b|\bcooling[- ]off\b|\bstatutory right to cancel\b|\bcancel\b[^.;]{0,60}\bwithin\b/,
  'refund-discretion':
    /\bdiscretion\b[^.;]{0,80}\brefunds?\b|\brefunds?\b[^.;]{0,100}\b(?:discretion|case[- ]by[- ]case|may be (?:issued|granted|provided|considered))\b|\bdecision to (?:provide|issue|grant) a refund\b|\bchooses to issue a refund\b/,
  'refund-offered':
    /(?<!\b(?:not|no|never)\b[^.;]{0,60})\b(?:entitled to|receive|issue|provide|eligible for|request|full|partial) (?:a |an |any |for )?(?!no )(?:\w+ )?(?:refund|reimbursement)\b|\bwill (?:\w+ )?(?:refund|reimburse)\b|(?<!\b(?:not|no|never)\b[^.;]{0,60})\brefund (?:you|of|is possible|any|the|within)\b|\bmay be refunded\b|\b\d+% (?:of \w+ )?(?:\w+ )?refunded\b|\bmake the reimbursement\b|'ll refund\b|\brepay\b|\boffer (?:a|an) [^.;]{0,20}\brefund\b/,
  'pro-rata':
    /\bpro[- ]?rata\b|\bprorat\w+|\bunused (?:portion|period|term|part|fees|prepaid)\b|\bunexpired\b|\bprepaid (?:but )?unused\b/,
  'service-credit':
    /\bservice credits?\b|\b(?:account|monetary) credit\b|\bwill be credited\b|\bcredit (?:the|your) (?:user's )?account\b/,
  'end-of-term':
    /\b(?:until|at|through|effective) (?:the )?end of (?:the |your )?(?:[\w-]+ ){0,3}?(?:billing|subscription|current|term|period|cycle)\b/,
  'provider-cancels': new RegExp(
    `\\bif ${WE} (?:\\w+ )?cancels?\\b|\\b${WE} (?:[\\w,]+ ){0,5}?(?:cancel|terminat|discontinu|stop|ceas)\\w*\\b[^.]{0,240}\\b(?:refund|reimburs|repay)\\w*|\\b(?:refund|reimburs)\\w*[^.]{0,160}\\b(?:if|where|when) ${WE} (?:\\w+ ){0,3}?(?:cancel|terminat|discontinu)`,
  ),
  'cancel-route':
    /\bcancel\w*\b[^.;]{0,120}\b(?:settings|account page|by (?:e-?mail|contacting|sending|writing)|dashboard|google play|app store|support|customer service|profile|notice to)\b|\bto cancel\b/,
  'reader-may-cancel':
    /\byou (?:\w+ )?(?:may|can|have the right to|are entitled to) (?:\w+ )?(?:cancel|terminate|withdraw)\b|\byou (?:may|can) (?:\w+ )?(?:end|close|stop|deactivate)\b[^.;]{0,60}\b(?:subscriptions?|relationship|contract|account|membership)\b/,
  chargeback: /\bcharge-?backs?\b|\bdispute mechanisms?\b/,
}
