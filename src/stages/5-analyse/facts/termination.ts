/** `termination.anytime`: whether the provider may end or suspend without cause or as it sees fit. */
import { ofSentence } from './memory.ts'
import type { Sentence } from './passage.ts'
import { type FactReader, factFrom } from './reader.ts'

const RIGHT =
  /\b(?:may(?! (?:not|result)\b)|reserves? (?:the|all|its|our)?,? ?(?:\w+ ){0,3}?rights?|can(?! be (?:found|done|made|accessed))|(?:is|are|be) (?:also |further )?(?:entitled|free to)|(?:shall |will )?(?:have|has) the (?:\w+ )?right|retains? the right|(?:shall|will) be able to)\b/g
const ENDS =
  '(?:terminat\\w*|suspend\\w*|discontinu\\w*|deactivat\\w*|disabl\\w+|refus\\w+|cancel\\w*|clos(?:e|ing)|revok\\w+|block\\w*|deny|delet\\w+|ban|restrict|restricting|limit|remove|end(?! of)|(?:stop|cease)(?: \\([^)]*\\))? (?:providing|to provide|the provision|offering|to offer)|exclud\\w+|cut(?:ting)? off|withdraw|bar)'
/** What is ended: the reader's account, access or contract; or the whole service. */
const RELATION =
  "(?:accounts\\b|\\w+['’]?s? (?:and \\w+ )?accounts?\\b|(?:suspend|terminate|delete|disable|deactivate|cancel|block|close) (?:\\w+ )?accounts?|(?:your|any|the|all|free|paid|user'?s?'?|customer'?s|member'?s|publisher'?s|user) (?:[\\w'’,-]+ ){0,4}?(?:accounts?|access|use|right|rights|membership|subscriptions?|registration|licen[cs]e|participation|permission|profile)\\b|access (?:to|of|in any)|(?:this|these|the|your|our) (?:\\w+ ){0,4}?(?:agreements?|terms|contract|t&cs|tou|tos|baa|relationship|licen[cs]e)\\b|any (?:app|plugin|user|account|customer|person)\\b|you from (?:using|accessing)|anyone)"
const SERVICE =
  "(?:(?:the|our|its|any|such|all|part|these|this|[\\w.]+['’]s) (?:[\\w-]+,? ){0,4}?(?:services?|sites?|websites?|platform|products?|app|application|program|(?:\\w*)store|marketplace|games?|network)\\b|services?\\b|the same\\b)"
const ENDS_RELATION = new RegExp(`\\b${ENDS}\\b[^.;:]{0,90}?\\b${RELATION}`)
const ENDS_SERVICE = new RegExp(`\\b${ENDS}\\b[^.;:]{0,60}?\\b${SERVICE}`)

const FREELY =
  /\b(?:any (?:other |lawful )?reason|no reason|for (?:its |our )?convenience(?!,| of)|with or without (?:cause|reason)|without (?:any )?(?:cause|reason)|(?:sole|absolute|own|exclusive|complete|unfettered|full|reasonable)(?:,? (?:and |or )?(?:\w+ )?(?:sole|absolute|exclusive|unfettered|complete))* discretion|(?:at|in) (?:our|its|the company's) discretion|\w+'s (?:sole )?discretion|whether or not (?:for|with) cause|refuse (?:the |any )?services? to any(?:one| person)|refuse (?:the |any )?services? to|at will|whenever (?:we|it) (?:chooses?|likes?|wants?|wish(?:es)?|sees? fit)|as (?:we|it) sees? fit|without (?:(?:giving|stating|providing|specifying) )?(?:any |an )?(?:explanation|reasons?))\b/
const ANYTIME =
  /\bat any (?:point in )?time\b|\bwithout (?:prior |advance |previous |further )?notice\b|\b(?:upon|with|by giving you)(?: at least)? (?:\w+ )?\(?\d*\)? ?(?:days|months|weeks|month|week)'?s? (?:prior |advance )?(?:written )?notice\b|\bgiving (?:to )?(?:you|the other party|each other|the customer)\b[^.]{0,40}\bnotice\b|\bgiving you at least\b|\b(?:with|subject to|observing) (?:an? )?(?:\w+ )?notice(?: period)? of\b|\b(?:terminate|end) (?:this|these|the) (?:\w+ )?(?:agreement|terms|contract|licen[cs]e)\b[^.]{0,40}\bupon\b[^.]{0,25}\bnotice\b/
/** A cause that has to be there; what follows "including" only gives examples. */
const CONDITION =
  /^otherwise\b|\b(?:if|in (?:the )?(?:event|case)|when|where|once|upon (?:a |any |your |material )?(?:breach|violation)|(?:for|of) (?:\w+ )?(?:breach|breaching|violat\w+|cause|non-?payment|failure|repeat)|due to|because|as a result|in order to|unless (?:you|the)|who,? (?:in [^,]*discretion,? |\w+ )?(?:violat|breach|infring|are)\w*|(?:that|who) (?:are|is|have|has|were|do|does) |repeat(?:edly)? infring\w*|in (?:the|these|such|certain|appropriate) (?:following )?(?:circumstances|cases)|under certain circumstances|in such (?:a |an )?(?:case|event)|that (?:you|your \w+) ha(?:s|ve) not|until (?:you|the requested)|after \w+ days|that (?:violat|breach|infring)\w*|should (?:you|we|your?|the (?:customer|user)|an?y?)|in response to|violation of|subject of|has been inactive|necessary)\b/
const NO_CONDITION =
  /\b(?:any (?:other )?reason|for other reasons|no reason|with or without (?:cause|reason)|without cause|convenience|refuse (?:the |any )?services? to any(?:one| person))\b/
const SOMETHING_ELSE =
  /\b(?:add(?: or| and|,| and\/or) remove\b(?!.*\b(?:suspend|terminat|discontinu))|third[- ]party (?:materials?|services?|payment|content|links?|sites?)|beta(?! services? (?:with or )?without cause)|trials?|username|feedback|promotion|(?<!\b(?:refuse to|we|us|which|that|and|to|currently|otherwise) )offer|coupon|snapcode|transaction|your orders?|purchase|pre-screen|cookies?|trial period|posting of|integration|ugc|reservation|booking|your application for|comment|local laws|equipment)\b/
const USER =
  /\b(?:you|customer|user|subscriber|member|client|publisher|partner|developer|merchant|licensee|hotelier|host|seller|users|customers|members|creator|advertiser|participant|visitor|recipient|controller|data subject|individual|organi[sz]ation|administrator|account owner|(?:third[- ])?part(?:y|ies)['a-z ]*who)\b(?! (?:and|or|nor) (?:we|us|company|[a-z]+ai)\b)[^.;,]{0,45}$/

/** "Quillfern and the user may": both sides. */
const WITH_US =
  /\b(?:we|[A-Z][\w.]+) (?:and|or) (?:the (?:user|customer|client|member|publisher|merchant|partner)\b|you\b)|\b[Yy]ou (?:and|or) (?:we\b|the [Cc]ompany\b|[A-Z][\w.]+)/

/** "You agree that we may": the reader only agrees. */
const GRANTED_TO_US =
  /\b(?:agrees?|acknowledges?|understands?|accepts?)(?: and \w+)? that (?:from time to time,? |at any time,? )?(?:(?:[Ww]e|WE|[Tt]he [Cc]ompany|THE COMPANY)|(?!You\b|Users?\b|Customers?\b|The\b|[A-Z]+\b [A-Z])[A-Z][\w.&'’-]*)\s*$/i

/** What is taken down is content and not an account. */
const CONTENT_ONLY =
  /\b(?:remov\w+|refuse|block|disable|delete|reject)\b[^.]{0,60}\b(?:content|comments|submissions?|materials?|listing|data)\b/
const RELATION_NAMED =
  /\b(?:accounts?|your (?:\w+ )?(?:access|use|right|subscription|membership)|(?:this|the) agreement|your licen[cs]e|use of (?:this|the|our) (?:web ?)?(?:site|services?|platform)|access to (?:the|our|all|any)(?: \w+){0,2} (?:services?|site|website|platform))\b/
const VIOLATES_IT = /\bviolat\w*[^.;,]{0,30}\bagreement\b/g
/** The end is the condition here, not the right. */
const AFTER_THE_END =
  /\b(?:if|upon|on|after|following|when|where)\b[^.]{0,60}\bterminat\w+[^.]{0,50}\bfor any reason\b|^(?:upon|on|after|following) (?:the |any )?terminat\w+ of\b/
/** Either side ends it, without a subject before the verb. */
const ENDED_BY_EITHER =
  /\b(?:agreement|terms|contract)\b[^.;]{0,30}\b(?:may|can) be (?:terminated|ended|cancelled)\b(?! by (?:you|customer|client|the (?:user|customer|client))\b)[^.;]{0,60}\b(?:for convenience|without cause|for any reason|by either party (?:at any time|for any|without))\b|\btermination of (?:the |this |your )?(?:\w+ )?(?:agreement|account|access|use)\b[^.;]{0,60}\bby us\b[^.;]{0,40}\b(?:sole|absolute) discretion\b/
/** "Your account may be suspended at any time, for any reason": the reader does not suspend. */
const ENDED_PASSIVELY =
  /\b(?:accounts?|access|memberships?|licen[cs]e|registration|use of (?:the|our|this)[\w ]{0,30}|rights? to (?:use|access)[\w ]{0,30})\b[^.;:]{0,40}\b(?:may|can)(?: \w+)? be (?:(?!deleted by|cancelled by)[\w,]+ ){0,6}?(?:terminated|suspended|revoked|withdrawn|limited|restricted|disabled|blocked|deactivated|discontinued|denied)\b(?! (?:by|upon request of) (?:you|the (?:user|customer|member))\b)([^.;]{0,120})/
const BY_US = /\bby (?:us|[a-z.]+)\b/

/** A list after it names examples, no conditions. */
const GIVES_EXAMPLES = /\bincluding(?:,? (?:but not limited to|without limitation),?)?(?: (?:if|where|when))?:$/
/** What is not promised here is that others will not end something. */
const NO_PROMISE = /\b(?:not|no)\b[^.]{0,40}\b(?:guarantee|warrant|represent)\w*\b.*\bwill not\b/
/** "We may change or remove portions of these terms": a change of the document. */
const PARTS_OF_TERMS =
  /\b(?:chang|modif|amend|updat|revis)\w*[^.]{0,80}\b(?:portions?|parts?|provisions?|sections?|any) of (?:these|this|the|our) (?:\w+ ){0,3}(?:terms|agreement|conditions|polic\w+)\b/
/** Conditions that leave the provider free: whom it concerns, and what law asks. */
const HARMLESS =
  /\b(?:if|where|unless|when) (?:you (?:have(?! (?:breach|violat|not))|are(?! (?:in |found|believed))|purchased|hold|use|subscribe|do not have)\b[^,.;]*|(?:required|permitted|prohibited|applicable|appropriate|possible|practicable|allowed)\b[^,.;]*)/g

export const readTermination: FactReader = ({ passages, kind }) => {
  if (/\b(?:cookie|trackers|privacy)/.test(kind)) return []
  for (const { freely, states } of RANKED) {
    const hit = passages.find(states)
    if (hit) return [factFrom('termination.anytime', true, hit, freely)]
  }
  return []
}

const RANKED = (
  [
    [FREELY, ENDS_RELATION],
    [ANYTIME, ENDS_RELATION],
    [FREELY, ENDS_SERVICE],
    [ANYTIME, ENDS_SERVICE],
  ] as const
).map(([freely, ends]) => ({ freely, states: ofSentence((sentence) => endsFreely(sentence, freely, ends)) }))

/** An end that is only spoken of: "even after the deletion of the account". */
const SPOKEN_OF =
  /\b(?:after|upon|following|before|since|despite|until|on) (?:the |any |your |such )?(?:deletion|termination|cancellation|suspension|closure) of\b/g

function isEndedPassively(folded: string): boolean {
  const how = ENDED_PASSIVELY.exec(folded)?.[1]
  if (how === undefined || SOMETHING_ELSE.test(folded)) return false
  const freely = FREELY.test(how) || (BY_US.test(how) && ANYTIME.test(how))
  return freely && (NO_CONDITION.test(how) || !CONDITION.test(folded.replace(HARMLESS, '')))
}

function endsFreely({ folded: whole, text }: Sentence, freely: RegExp, ends: RegExp): boolean {
  const folded = whole.replace(SPOKEN_OF, (words) => words.replace(/\w/g, '_'))
  if (ENDED_BY_EITHER.test(folded) || isEndedPassively(folded)) return true
  if (
    !freely.test(folded.replace(/\bceases? for any reason\b/g, '')) ||
    !ends.test(folded) ||
    SOMETHING_ELSE.test(folded.replace(/\bincluding\b.*/, '')) ||
    AFTER_THE_END.test(whole)
  )
    return false
  if (NO_PROMISE.test(folded)) return false
  const parts = PARTS_OF_TERMS.exec(folded)
  if (parts && !RELATION_NAMED.test(parts[0].replace(/\b(?:this|the) agreement\b/g, ''))) return false
  if (
    (/:$/.test(folded) && !NO_CONDITION.test(folded) && !GIVES_EXAMPLES.test(folded)) ||
    (CONTENT_ONLY.test(folded) && !RELATION_NAMED.test(folded.replace(VIOLATES_IT, '')))
  )
    return false
  for (const match of folded.matchAll(RIGHT)) {
    const before = text.slice(Math.max(0, match.index - 70), match.index)
    const together = /\b(?:either|each|both)\b/i.test(before) || WITH_US.test(before)
    if (USER.test(before.toLowerCase()) && !together && !GRANTED_TO_US.test(before)) continue
    if (
      !/(?:\b(?:we|us|company|provider|either party|each party|(?:you|we) or (?:we|us|you))\b|\b[A-Z][\w.&'’-]*)[^.;]{0,60}$/i.test(
        before,
      )
    )
      continue
    const clause = folded.slice(match.index, match.index + 420)
    if (!ends.test(clause.slice(0, 330))) continue
    const own = clause
      .replace(/\bincluding\b[^.,]{0,40}\b(?:where|if|when)\b.*/, '')
      .replace(
        /\b(?:including|such as|for example)\b(?:,? (?:but not limited to|without limitation|for example),?)?[^.,]*/,
        '',
      )
    const first = own.slice(0, own.indexOf(';') + 1)
    const item = /^[^;]*\(?i\)/.test(own) && ends.test(first) ? first : own
    if (item === first && !freely.test(folded.slice(0, match.index) + item)) continue
    if (
      NO_CONDITION.test(clause) ||
      (NO_CONDITION.test(folded) && !/^[^a-z]*(?:if|where|when|in (?:the )?(?:event|case))\b/.test(folded)) ||
      !CONDITION.test((folded.slice(0, match.index) + item).replace(HARMLESS, ''))
    )
      return true
  }
  return false
}
