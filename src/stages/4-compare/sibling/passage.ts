/**
 * Passages that came or went, sentence by sentence, under keys by which they are found again in another document.
 * Sentences rather than blocks, because a clause that moves is given another number, a run-in heading, or is cut into
 * other paragraphs.
 */
import { sha256 } from '../../../core/canonical-json.ts'
import type { ChangeDescription, Effect } from '../../../core/change.ts'
import type { PolicyText } from '../../../core/policy-text.ts'
import { comparisonKey } from '../comparison-text.ts'
import { sentenceRanges } from '../effect/sentences.ts'

/** Shorter sentences stand in many documents by chance ("All rights reserved."). */
const MIN_SENTENCE_CHARS = 60
const MIN_SENTENCE_WORDS = 10
/** A passage is looked for only where sentences long enough are at least so much of it. */
const MIN_SEARCHED_SHARE = 0.5

export type PassageSide = 'added' | 'removed'

/** A sentence of an effect that added or removed a passage. */
export type Passage = {
  /** Position of the effect in its description. */
  readonly effect: number
  readonly side: PassageSide
  /** SHA-256 of the sentence's comparison text, the first 32 digits. */
  readonly key: string
  readonly chars: number
}

/** Of every effect that can be looked for elsewhere. */
export function passagesOf(effects: ChangeDescription['effects'], old: PolicyText, now: PolicyText): Passage[] {
  return effects.flatMap((effect, at) => passagesOfEffect(effect, at, old, now))
}

function passagesOfEffect(effect: Effect, at: number, old: PolicyText, now: PolicyText): Passage[] {
  if (effect.effect !== 'added' && effect.effect !== 'removed') return []
  const side = effect.effect
  const blocks = (side === 'added' ? effect.newBlocks : effect.oldBlocks).map(
    (position) => (side === 'added' ? now : old).blocks[position]!,
  )
  let all = 0
  const found = new Map<string, Passage>()
  for (const { text } of blocks) {
    for (const [from, to] of sentenceRanges(text)) {
      const sentence = comparisonKey(text.slice(from, to))
      all += sentence.length
      if (sentence.length < MIN_SENTENCE_CHARS || sentence.split(' ').length < MIN_SENTENCE_WORDS) continue
      const key = sha256(sentence).slice(0, 32)
      found.set(key, { effect: at, side, key, chars: sentence.length })
    }
  }
  const searched = [...found.values()].reduce((sum, { chars }) => sum + chars, 0)
  return searched >= all * MIN_SEARCHED_SHARE ? [...found.values()] : []
}
