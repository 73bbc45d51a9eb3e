/**
 * Nearest provisions of other platforms, by likeness of the words and by stance. Words weigh by how rare they are among
 * the compared wordings (TF-IDF), so that what all of a type share ("we may share your information") brings nobody close.
 */
import type { ComparedWording, Nearest, NearWording } from '../../../core/likeness.ts'
import { fold } from '../facts/passage.ts'
import { isSameStance, stanceOf } from './stance.ts'

export { isSameStance, stanceOf } from './stance.ts'

/**
 * Below this nothing is called alike. Measured by `bench/likeness.ts` on 1,137 labelled provisions, each held against as many of
 * other types as of its own: the nearest of the others stayed below it for 99 of 100.
 */
export const LIKE_FROM = 0.16

/** `others` are of other platforms; they may be of any type, those of another main type are left out. */
export function nearestWordings<Wording extends ComparedWording>(
  own: ComparedWording,
  others: readonly Wording[],
  limit: number,
): Nearest<Wording> {
  const type = own.types[0]!
  const groups = bySameText(others.filter((one) => one.types[0] === type && one.platform !== own.platform))
  const likeness = likenessTo(
    own.quote,
    groups.map(([first]) => first!.quote),
  )
  const stance = stanceOf(type, own.quote)
  const found = groups
    .map(
      ([first, ...rest], index): NearWording<Wording> => ({
        wording: first!,
        likeness: likeness[index]!,
        sameStance: isSameStance(stance, stanceOf(type, first!.quote)),
        sameTextOf: [...new Set(rest.map(({ platform }) => platform))].filter((name) => name !== first!.platform),
      }),
    )
    .sort((a, b) => b.likeness - a.likeness || a.wording.provision - b.wording.provision)
  return {
    // Of equally like ones those of the same stance first: the list is read from the top.
    near: found
      .filter(({ likeness: one }) => one >= LIKE_FROM)
      .sort((a, b) => Number(b.sameStance) - Number(a.sameStance) || b.likeness - a.likeness)
      .slice(0, limit),
    nearest: found[0] ?? null,
    compared: groups.length,
  }
}

/** Wordings with the same words together, in the order of the first of each. */
function bySameText<Wording extends ComparedWording>(wordings: readonly Wording[]): readonly (readonly Wording[])[] {
  const groups = new Map<string, Wording[]>()
  for (const wording of wordings) {
    // Signs, and the words that a link adds, make no other text.
    const key = fold(wording.quote).replace(/\(opens in a new (?:window|tab)\)|[^a-z0-9]+/g, '')
    const group = groups.get(key)
    if (group) group.push(wording)
    else groups.set(key, [wording])
  }
  return [...groups.values()]
}

/** Cosine between one text and each of several, 0 to 1; weights come from all of them together. */
export function likenessTo(text: string, others: readonly string[]): readonly number[] {
  const bags = [text, ...others].map(bagOf)
  const inHowMany = new Map<string, number>()
  for (const bag of bags) for (const word of bag.keys()) inHowMany.set(word, (inHowMany.get(word) ?? 0) + 1)
  const weigh = (bag: ReadonlyMap<string, number>): ReadonlyMap<string, number> => {
    const weights = new Map<string, number>()
    let square = 0
    for (const [word, times] of bag) {
      const weight = (1 + Math.log(times)) * Math.log((1 + bags.length) / (inHowMany.get(word)! + 0.5))
      weights.set(word, weight)
      square += weight * weight
    }
    const length = Math.sqrt(square) || 1
    for (const [word, weight] of weights) weights.set(word, weight / length)
    return weights
  }
  const [own, ...rest] = bags.map(weigh)
  return rest.map((other) => {
    let sum = 0
    for (const [word, weight] of other) sum += weight * (own!.get(word) ?? 0)
    return Math.max(0, Math.min(1, sum))
  })
}

const FUNCTION_WORDS = new Set(
  'a an and any are as at be been by for from has have if in into is it its of on or other our out shall such that the their them these they this those to under up upon us was we were which will with would you your yours may can'.split(
    ' ',
  ),
)

/** Stems of content words and pairs of neighbours, with how often they occur. */
function bagOf(text: string): ReadonlyMap<string, number> {
  const stems = (fold(text).match(/[a-z][a-z'-]+|\d+/g) ?? []).filter((word) => !FUNCTION_WORDS.has(word)).map(stemOf)
  const bag = new Map<string, number>()
  stems.forEach((stem, at) => {
    bag.set(stem, (bag.get(stem) ?? 0) + 1)
    const next = stems[at + 1]
    if (next !== undefined) bag.set(`${stem} ${next}`, (bag.get(`${stem} ${next}`) ?? 0) + 1)
  })
  return bag
}

/** Cuts endings so that "sharing", "shares" and "shared" meet; a rough cut is enough within one type. */
const stemOf = (word: string): string =>
  word.length <= 4 ? word : word.replace(/(?:ations?|ings?|edly|ies|ed|es|s|ly)$/, '').replace(/[ey]$/, '')
