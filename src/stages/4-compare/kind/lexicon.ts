/** Words by what an edit of them means. Lists, so that the rules can be read and argued about. */

/** Words that carry no rule: with them alone an edit is a matter of wording. Modals and negations are not among them. */
export const LITTLE_WORDS = new Set(
  `a an the this that these those it its itself they them their there here such same of to in on at by for from with as into onto upon
  is are was were be been being am do does did has have had having which who whom whose what where when while
  also then thus so therefore hereby herein hereof thereof accordingly please however moreover furthermore additionally
  very just even still more most own continue continues continuing each other further e g ie eg etc via per respective respectively certain various
  our your my his her we you i us me one two date can including include includes`.split(/\s+/),
)

/** A change of these turns a rule: never a slip of spelling and never wording alone. */
export const TURNING_WORDS = new Set(
  `not no never none nor neither without unless except excluding excludes exclude only solely but cannot
  may might must shall should will would could need required require requires mandatory optional prohibited permitted allowed forbidden
  and or any all every either both at least most always sometimes immediately reasonable sole exclusive
  before after until within prior consent agree waive`.split(/\s+/),
)

export const COMPANY_FORMS =
  /^(?:inc|llc|l\.?l\.?c|ltd|limited|corp|corporation|co|company|gmbh|ag|sas|sarl|s\.?a\.?s|bv|b\.?v|plc|pbc|pty|pte|kk|oy|ab)\.?$/i

/** Where a date in this neighbourhood is the date from which the document binds. */
export const EFFECTIVE =
  /\b(?:effective|take[s]? effect|into effect|in force|into force|in effect|applies from|apply from|commenc\w+|valid from|binding|starting|come[s]? into|gültig ab|in kraft|wirksam|en vigueur|en vigor|in vigore|van kracht|entrada em vigor)\b|生效|施行|発効|시행/iu

export const STATED =
  /\b(?:updated?|revised|revision|modified|modification|version|dated|published|posted|changed|last|latest|current|created|amended|reviewed|stand|aktualisiert|zuletzt|mise? à jour|actualiza\w+|aggiorna\w+|atualiza\w+|bijgewerkt)\b|更新|修订|修改|更新日|개정/iu

export const STREET =
  /\b(?:street|st|avenue|ave|road|rd|boulevard|blvd|suite|ste|floor|drive|dr|lane|ln|square|plaza|p\.?\s?o\.?\s?box|building|unit|rue|stra(?:ß|ss)e|place|court|way|highway|parkway|townsend|quay|cedex)\b\.?|(?:stra(?:ß|ss)e|weg|allee|platz|ufer|gasse|damm)\s\d/i

/** What stands directly before a telephone number. */
export const PHONE =
  /(?:\b(?:tel(?:ephone)?|phone|fax|call|toll[- ]free)\b|☎)(?:\W+(?:us|at|on|number|no|toll|free|is|or|fax|phone))*[\W\d]*$/i

/** A route by which a reader exercises a right or a choice, or makes a claim. */
export const ROUTE =
  /\b(?:rights?|requests?|opt(?:ing)?[- ]out|unsubscribe|exercis\w*|cancel\w*|disput\w*|arbitrat\w*|complain\w*|appeal\w*|delet\w*|eras\w*|withdraw\w*|object\w*|refund\w*|infring\w*|dmca|copyright|takedown|report\w*|terminat\w*|notices?|privacy|data protection|access(?:ing)?|correct\w*)\b/i

/** Cues that a sentence states a rule, right, practice or duty of somebody. */
export const PROVISION_CUE =
  /\b(?:you|your|yours|user'?s?|customers?|subscribers?|members?|visitors?|developers?|we|us|our|part(?:y|ies)|provider|company|licen[sc]\w*|shall|must|may|will|should|can(?:not)?|agree\w*|prohibit\w*|permit\w*|allow\w*|requir\w*|consent\w*|data|information|content|inputs?|outputs?|liab\w*|warrant\w*|indemn\w*|rights?|fees?|pay\w*|charg\w*|refund\w*|terminat\w*|suspend\w*|cookies?|retain\w*|retention|delet\w*|stor\w+|collect\w*|process\w*|shar\w+|disclos\w*|transfer\w*|train\w*|third[- ]part\w+|law|jurisdiction|arbitrat\w*|disput\w*|account|services?|minors?|children|age|means|refers|defin\w+|include[sd]?|applies|apply|govern\w*|responsib\w*|entit\w*|host\w*|not|no)\b/i

/** Labels of a page's own furniture, alone in a block. */
export const FURNITURE =
  /^(?:(?:select|choose|change)?\s*(?:your )?language|english(?:\s*\((?:us|uk|en.*)\))?|deutsch|français|español|italiano|português|polski|nederlands|日本語|한국어|中文|简体中文|繁體中文|skip to (?:main )?content|table of contents?|contents|on this page|in this article|print(?: this page)?|share(?: this)?|back(?: to top)?|menu|close|search|home|legal|download(?: (?:as )?pdf)?|sign (?:in|up)|log ?(?:in|out)|get started|contact sales|learn more|read more|see (?:all|more)|show (?:all|more|less)|view (?:all|more)|next|previous|loading|copy link|cookie (?:settings|preferences)|manage cookies|your privacy choices|all rights reserved|was this (?:article|page) helpful.*|related (?:articles|content|resources)|other language versions.*|subscribe|follow us|products|resources|company|features|solutions|pricing|blog|careers?|docs|documentation|support|about(?: us)?|press|login)\W*$/iu

export const COPYRIGHT_LINE = /^\W*(?:©|copyright\b)|\ball rights reserved\b/i

/** Who made the page, and with what. */
export const CREDITS = /\b(?:web ?site|site|page)\b.{0,20}\b(?:made|built|designed|powered)\s(?:with|by|using|on)\b/i

/** Enough to see that a text is English, for rules that look for English cues. */
export const ENGLISH = /\b(?:the|of|and|to|in|is|are|for|with|by|this|that|on|or|from)\b/i

/** A pointer to another edition of the same document. */
export const EDITION_POINTER =
  /\b(?:(?:version|translation|edition|copy)s?\b.{0,60}\b(?:available|here|click|view|see|found|download)|(?:click|view|see|available|download)\b.{0,60}\b(?:here|versions?|translations?|editions?|pdf)|(?:based|located|live|resid\w+) in\b.{0,40}\bclick\b)/i
