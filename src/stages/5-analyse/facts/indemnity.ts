/** `indemnity.byUser` and `indemnity.byProvider`: who pays for claims of others against the other side. */
import type { Fact } from '../../../core/provision.ts'
import { ofSentence } from './memory.ts'
import { type FactReader, factFrom } from './reader.ts'

const USER =
  '(?:you|customers?|clients?|users?|developers?|licensees?|subscribers?|publishers?|merchants?|partners?|members?|creators?|streamers?|participants?|advertisers?|sellers?|hosts?|drivers?|the accommodation|hotelier|company data|buyers?|guests?|vendors?|authors?|contributors?|recipient|organi[sz]ations?|account holders?|visitors?|players?|affiliates?|the restaurant|suppliers?|carriers?|service providers?|controllers?)'
/** What is promised: "will defend, indemnify and hold". */
const PROMISE = /\b(?:indemnif(?:y|ies|ying)|hold (?:[^.;]{0,160}?)harmless|defend)\b/g
const AS_SUBJECT_USER = new RegExp(`\\b${USER}\\b`, 'g')
const AS_SUBJECT_US =
  /\b(?:we|us|company|provider|(?:processor|licensor|supplier)|each party|either party|both parties|parties)\b/g
const OBJECT_USER = new RegExp(`^[^.;]{0,70}?(?<!\\b(?:its|our|their) )\\b(?:you|your|${USER})\\b`)
const DEFINITION =
  /\b(?:indemnified (?:party|parties|person) (?:will|shall|must|may)|seeking indemnif|indemnification (?:obligations?|procedure)|subject to (?:an? )?indemnif|exclusive (?:defen[cs]e|control)|parent hereby|voided by minor|right to be indemnified|only if you agree to indemnify|would be (?:required|obliged|obligated|liable) to (?:defend|indemnify)|not (?:be (?:obligated|required|liable) to )?indemnif|no (?:obligation|duty) to (?:defend|indemnif))/

/** "We release you and agree to indemnify and hold you harmless". */
const FOR_YOU = /^(?:indemnify|defend|hold)(?:[ ,]+(?:and|indemnify|defend|hold))* you\b/

/** A defence against claims of others without the word indemnity. */
const DEFENDS =
  /\b(?:will|shall|must|agrees? to) (?:\w+ ){0,3}?defend (?:you|us|company|(?:the )?(?:customer|client|user|supplier|provider))\b[^.;]{0,120}\b(?:claims?|suits?|actions?|proceedings?)\b/

/** "any rights against us, and you agree to indemnify and hold us and our affiliates harmless". */
const FOR_US = /^(?:indemnify|defend|hold)(?:[ ,]+(?:and|indemnify|defend|hold|harmless))* (?:us|our)\b/

/** Another indemnity beside which this one stands. */
const BESIDE = /\b(?:in addition to|without limiting|besides) [^,;]{0,140},/g

/** "Users release Quillfern from all claims of third parties": of theirs, where American terms release from disputes with others. */
const RELEASES =
  /\b(?:you|users?|(?:the )?(?:customer|client|member|seller|publisher|participant|advertiser))\b[^.;]{0,80}\b(?:releases?|exempts?|frees?|relieves?|holds? [^.;]{2,40} free)\b[^.;]{0,60}\b(?:from|against|of) (?:any|all|every)?[^.;]{0,30}\bclaims? (?:\w+ )?(?:(?:asserted|made|raised|brought) )?(?:of|by|from|that) (?:\w+ )?(?:third[- ]part|others\b|other (?:users|persons))|\b(?:users?|(?:the )?(?:customer|client|member|seller|publisher|participant|advertiser)|you)\b[^.;]{0,60}\b(?:exempts?|frees?|relieves?|holds? [^.;]{2,40} free)\b[^.;]{0,40}\b(?:from|against|of) (?:any|all|every) [^.;]{0,20}third[- ]party claims/

/** Few sentences have one of these, and to tell that costs little. */
const PAYS = /compensat|reimburs|indemnified|to us\b[^.;]{0,60}\bclaim|(?:releas|exempt|free|reliev)[^.;]*\bclaim/

/** An indemnity without its name. */
const COMPENSATES =
  /\b(?:you|users?|customer)\b[^.]{0,60}\b(?:must|shall|will)\b[^.]{0,20}\bcompensate\b[^.]{0,60}\b(?:us|we|our|company)\b|\b(?:you|users?|customer|merchant|developer)\b(?! (?:may|can)\b)[^.]{0,160}\b(?:must|shall|will|undertake\w*|agrees?)\b[^.]{0,80}\b(?:compensate\b[^.;]{0,40}\b(?:loss|damage)\w*[^.;]{0,40}\b(?:third part|us\b|our\b)|reimburse (?:us|our|(?:the )?company)\b[^.;]{0,40}\b(?:loss|claim|damage|liabilit|legal)\w*[^.;]{0,80}\b(?:claims?|third part))|\b(?:you|users?|customer)\b[^.;]{0,20}\b(?:is|are|will be|shall be) (?:financially|fully|solely) (?:responsible|liable) to us\b[^.;]{0,60}\bclaims?\b[^.;]{0,60}\bthird part|\b(?:you|users?|customer|member|seller|publisher|merchant)\b[^.]{0,160}\b(?:shall|will|must|agrees? to)\b[^.;]{0,20}\bkeep (?!you\b|customer\b|the user\b)[^;]{2,60}\bindemnified\b/

/** Both sides at once: "shall indemnify each other", "the indemnification obligations apply to both". */
const MUTUAL =
  /\b(?:each|either|both|the) part(?:y|ies)\b(?:[^.;()]|\([^()]*\)){0,60}\b(?:shall|will|must|agrees?|undertakes?|hereby)\b[^.;]{0,60}\bindemnify\b[^.;]{0,60}\b(?:each other|one another|the other(?: party)?)\b|\b(?:indemnification|indemnity|indemnities) (?:obligations?|provisions?|undertakings?)\b[^.;]{0,80}\b(?:appl(?:y|ies)|extends?|binds?|(?:is|are) binding)\b[^.;]{0,20}\b(?:both|each|mutual\w*)\b|\bmutually (?:agree to )?indemnify\b/
const NOT_MUTUAL = /\b(?:not|neither|nor|unless|except)\b/

export const readIndemnity: FactReader = ({ passages }) => {
  const byUser = passages.find((p) => side(p) === 'user')
  const byProvider = passages.find((p) => side(p) === 'provider' || side(p) === 'both')
  const mutual = passages.find((p) => side(p) === 'both')
  const facts: Fact[] = []
  const user = byUser ?? mutual
  if (user) facts.push(factFrom('indemnity.byUser', true, user, PROMISE))
  if (byProvider) facts.push(factFrom('indemnity.byProvider', true, byProvider, PROMISE))
  return facts
}

/** Who promises in a sentence: the last party named before the promise. */
const side = ofSentence(({ folded, lead, text, platform }): 'user' | 'provider' | 'both' | null => {
  if (PAYS.test(folded) && (COMPENSATES.test(folded) || RELEASES.test(folded))) return 'user'
  if (/indemni/.test(folded) && MUTUAL.test(folded) && !NOT_MUTUAL.test(folded)) return 'both'
  if (!(/indemnif|harmless/.test(folded) || DEFENDS.test(folded)) || DEFINITION.test(folded.replace(BESIDE, '')))
    return null
  for (const match of folded.matchAll(PROMISE)) {
    if (match[0] === 'defend' && !/^.{0,240}(?:indemnif|harmless|claim)/.test(folded.slice(match.index))) continue
    const own = folded.slice(0, match.index)
    const before = own.trim().length > 3 ? own : `${lead} ${own}`
    const verb =
      /\b(?:agrees?|will|shall|must|hereby|undertakes?|covenants?|to|responsible|obligated|required|be)\b[^.;:]{0,60}$|^[^a-z]*(?:you|(?:the )?(?:user|customer|client|seller|member)s?) $/.exec(
        before,
      )
    if (!verb) continue
    const named = companyBefore(text, match.index)
    const between = betweenNames(named, text.slice(match.index, match.index + 110), platform)
    if (between) return between
    const user = last(before, AS_SUBJECT_USER)
    const us = Math.max(last(before, AS_SUBJECT_US), lastName(before, platform), lastName(before, named))
    if (user < 0 && us < 0) continue
    if (/\b(?:each|either|both) part(?:y|ies)\b[^.;]{0,60}$/.test(before)) return 'both'
    if (us >= 0 && FOR_YOU.test(folded.slice(match.index))) return 'provider'
    if (user >= 0 && FOR_US.test(folded.slice(match.index))) return 'user'
    if (us > user)
      return OBJECT_USER.test(folded.slice(match.index + match[0].length)) ||
        /\bhold (?:you|customer|user)/.test(folded)
        ? 'provider'
        : null
    return 'user'
  }
  return null
})

/** A capitalised name straight before "will defend", as contracts name the provider. */
function companyBefore(text: string, index: number): string {
  return (
    /(?:^|[.;:)\]”"] |, |\b(?:that|and) )((?!(?:It|He|She|They|This|That|Such|Who)\b)[A-Z][\w.&-]+(?: [A-Z][\w.&-]+)?) (?:agrees|will|shall|must|hereby|AGREES|WILL|SHALL|MUST|HEREBY)\b[^.;]{0,60}$/.exec(
      text.slice(0, index),
    )?.[1] ?? ''
  )
}

/** Contracts between two firms name both: "Quillfern shall indemnify Company", "Integrator shall indemnify QF". */
function betweenNames(subject: string, promised: string, platform: string): 'user' | 'provider' | null {
  if (subject === '' || platform.length < 3) return null
  const initials = (platform.replace(/^The /, '').match(/\b[A-Z]/g) ?? []).join('')
  const isUs = (name: string) => name === platform || (initials.length > 1 && name === initials)
  const object = OBJECT_NAME.exec(promised)?.[1] ?? ''
  if (isUs(subject)) return object === 'Company' ? 'provider' : null
  return isUs(object) ? 'user' : null
}
const OBJECT_NAME =
  /^(?:(?:indemnify|defend|hold|keep|harmless|and|or|protect|fully|at its (?:own )?expense),? )+([A-Z][\w&-]+(?: [A-Z][\w&-]+)*)(?=[ ,.;'’])/

function lastName(text: string, name: string): number {
  const folded = name.toLowerCase()
  return folded.length < 2 || new RegExp(`^(?:${USER})$`).test(folded) ? -1 : text.lastIndexOf(folded)
}

function last(text: string, pattern: RegExp): number {
  let found = -1
  for (const match of text.matchAll(pattern)) found = match.index
  return found
}
