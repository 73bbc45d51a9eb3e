/** A name in place of a name, throughout the document. */
import type { Token } from '../tokens.ts'
import type { Context } from './context.ts'
import type { Edit } from './edits.ts'
import { COMPANY_FORMS } from './lexicon.ts'

/** Words with which a firm says what it does: with one more or one less of them it is the same firm. */
const TRADE_WORDS =
  /^(?:technolog(?:y|ies)|software|systems?|labs?|laborator(?:y|ies)|solutions?|networks?|media|studios?|digital|interactive|communications?|platforms?|research|ai|robotics|analytics|computing)$/i

/**
 * Words that say for whom, where or what a rule is. Another one of them is another scope, however often it is
 * replaced and although it is written like a name.
 */
const SCOPE_WORDS =
  /^(?:users?|customers?|clients?|consumers?|members?|subscribers?|visitors?|developers?|organi[sz]ations?|part(?:y|ies)|affiliates?|partners?|processors?|controllers?|providers?|personal|private|sensitive|data|information|content|inputs?|outputs?|materials?|licen[sc]\w+|fees?|eu|eea|uk|us|usa|u\.s|europe(?:an)?|ireland|irish|germany|france|switzerland|swiss|china|japan|korea|india|brazil|canada|australia|singapore|states?|california|delaware|texas|new|york|england|wales|kingdom|union|countr(?:y|ies)|law|laws|courts?|not|may|must|shall|will|only|all|any|no|free|children|minors?|adults?|agreement|privacy)$/i

const TIER_WORDS =
  /^(?:free|basic|lite|starter|standard|plus|pro|premium|max|ultra|enterprise|education|edu|personal|family)$/i

const words = (tokens: readonly Token[]): string[] => tokens.filter(({ word }) => word).map(({ key }) => key)

/** Written like a name on both sides, and replaced everywhere: the old name is gone. */
export function isRename(edit: Edit, context: Context): boolean {
  const [x, y] = [words(edit.oldTokens), words(edit.newTokens)]
  if (x.length === 0 || y.length === 0 || x.length > 4 || y.length > 4) return false
  const all = [...x, ...y]
  if (
    !all.every((word) => /^\p{Lu}/u.test(word)) ||
    all.some((word) => SCOPE_WORDS.test(word) || COMPANY_FORMS.test(word))
  )
    return false
  if (isBesideForm(edit.after)) return false
  const [old, now] = [x.join(' '), y.join(' ')]
  // A short name stands in other names too: "Team" in "Lantern Team". The word before it makes it the name meant.
  const brand = /(\p{Lu}[\p{L}\p{N}]*)\s+$/u.exec(edit.before)?.[1]
  const isGone = brand !== undefined && !context.holds('new', `${brand} ${old}`)
  if (context.recurrence(edit.deleted, edit.inserted) >= 2) return isGone || !context.holds('new', old)
  // Named once: a product of a known brand gets a name that nothing had. Tiers of a plan exist side by side.
  return (
    isGone &&
    x.length === 1 &&
    y.length === 1 &&
    !all.some((word) => TIER_WORDS.test(word)) &&
    context.wordCount('old', brand) >= 2 &&
    context.wordCount('new', brand) >= 2 &&
    !context.holds('old', `${brand} ${now}`)
  )
}

/** "Muster Inc." is called "Muster Technologies Inc.": the form is the same, and the name without the word is gone. */
export function isFirmRenamed(edit: Edit, context: Context): boolean {
  const [x, y] = [words(edit.oldTokens), words(edit.newTokens)]
  const [less, more] = x.length < y.length ? [x, y] : [y, x]
  if (less.length > 0 || more.length === 0 || more.length > 2 || !more.every((word) => TRADE_WORDS.test(word)))
    return false
  const name = /(\p{Lu}[\p{L}\p{N}]*)\W*$/u.exec(edit.before)?.[1]
  const form = /^[\s,]*([\p{L}.]+)/u.exec(edit.after)?.[1]?.replace(/\.+$/, '')
  if (!name || !form || !COMPANY_FORMS.test(form)) return false
  const [old, now] = [
    [name, ...x, form],
    [name, ...y, form],
  ].map((list) => list.join(' '))
  return !holdsName(context, 'new', old!) && !holdsName(context, 'old', now!)
}

function holdsName(context: Context, side: 'old' | 'new', name: string): boolean {
  return context.holds(side, name) || context.holds(side, name.replace(/ (\S+)$/, ' , $1'))
}

function isBesideForm(after: string): boolean {
  return COMPANY_FORMS.test(/^[\s,]*([\p{L}.]+)/u.exec(after)?.[1] ?? '')
}
