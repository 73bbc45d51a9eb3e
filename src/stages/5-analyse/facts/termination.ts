/** `termination.anytime`: whether the provider may end or suspend without cause or as it sees fit. */
import type { Passage } from './passage.ts'
import { type FactReader, factFrom } from './reader.ts'

const ENDS =
  '(?:terminat\\w*|suspend\\w*|suspension|discontinu\\w*|deactivat\\w*|disabl\\w+|refus\\w+|cancel\\w*|clos(?:e|ing)|revok\\w+|block\\w*|den(?:y|ies)|delet\\w+|ban|restrict\\w*|withdraw\\w*|end)'
const RIGHT = '(?:may|reserves? (?:the|all) rights?|can|could|is entitled|are entitled|have the right|has the right|shall have the right|retains? the right|at (?:our|its) (?:sole |own |absolute )?discretion)'
const THING = '(?:accounts?|access|use|users?|terms|agreements?|contract|services?|subscriptions?|licen[cs]es?|memberships?|registration|participation|plugin|apps?|right|publisher|anyone|privileges|relationship|it|them|program|content|you)'
const FREELY =
  /\b(?:any (?:other )?reason|no reason|for convenience|with or without (?:cause|reason)|without (?:cause|reason|any reason)|(?:sole|absolute|own|exclusive|complete|unfettered) (?:and \w+ )?discretion|(?:at|in) (?:our|its) discretion|whether or not (?:for|with) cause|refuse (?:the )?services? to any(?:one| person)|at will)\b/
const ANYTIME = /\bat any (?:point in )?time\b|\bwithout (?:prior )?notice\b/
/** A cause that has to be there. Words after "including" or "for any reason" are no condition. */
const CONDITION =
  /\b(?:if|in (?:the )?(?:event|case)|when|where|once|upon (?:a |any |your )?(?:breach|violation)|for (?:breach|violation|cause|non-?payment)|due to|because|as a result of|in order to|to (?:protect|comply|prevent)|unless you|who (?:violat|breach|infring)\w*|in the circumstances|after \w+ days)\b/
/** The reader's own rights, and changes of single features. */
const NOT_OURS =
  /\b(?:you|customer|user|subscriber|member|client)s? (?:may|can|could|(?:have|has) the right to|(?:are|is) (?:free|entitled) to) (?:\w+ ){0,6}(?:terminat|cancel|clos|delet|end|discontinu|stop|suspend|withdraw|revok|deactivat)|\b(?:offer|discount|promotion|beta|trial|prices?|feedback|third[- ]part(?:y|ies)['a-z]* (?:may|can)|consent at any time|your consent)\b/

const PROVIDER_ENDS = new RegExp(`\\b${RIGHT}\\b[^.]{0,140}?\\b${ENDS}\\b[^.]{0,120}?\\b${THING}\\b|\\b(?:either|each) party (?:may|can|shall)[^.]{0,60}\\bterminat|\\bterminable\\b`)

export const readTermination: FactReader = ({ passages, kind }) => {
  if (/\b(?:cookie|trackers)/.test(kind)) return []
  const hit = passages.find((p) => endsFreely(p, FREELY)) ?? passages.find((p) => endsFreely(p, ANYTIME) && !/\bwithout (?:prior )?notice\b/.test(p.folded)) ?? passages.find((p) => endsFreely(p, ANYTIME))
  return hit ? [factFrom('termination.anytime', true, hit)] : []
}

function endsFreely({ folded, text }: Passage, freely: RegExp): boolean {
  if (!freely.test(folded) || !PROVIDER_ENDS.test(folded)) return false
  if (NOT_OURS.test(folded) && !/\b(?:we|either party|each party) (?:may|can|reserve)/.test(folded)) return false
  if (!/\b(?:we|us|our|company|provider|either party|each party|its)\b/.test(folded) && !/\b[A-Z][\w.&]+(?: [A-Z][\w.&]+)? (?:may|reserves|can|shall|is entitled|has the right)\b/.test(text)) return false
  return /\b(?:any (?:other )?reason|no reason|with or without|convenience)\b/.test(folded) || !CONDITION.test(folded.replace(/\bincluding\b[^.]*/, ''))
}
