/** One to three sentences built from the effects: neutral, present tense, the platform as subject. */
import type { ChangeKind, Effect, EffectKind } from '../../../core/change.ts'
import { phraseOf } from './topic.ts'
import { clause, writtenDate } from './words-of-text.ts'

const FIRST_SENTENCE = 280

export type SummaryInput = {
  readonly kind: ChangeKind
  readonly platform: string
  readonly title: string
  readonly effects: readonly Effect[]
  readonly reasons: readonly string[]
  /** Of a single effect: what its edit does, in its own words. */
  readonly turn?: string | null
  /** Passages that stay as they are, and all of the old text. */
  readonly unchanged: number
  readonly passages: number
  readonly effectiveOn: string | null
  readonly sentences: { readonly added: number; readonly removed: number; readonly modified: number }
}

export function summaryOf(input: SummaryInput): string {
  if (input.kind === 'broken-capture')
    return `${input.platform} is not known to have changed its ${input.title}: ${input.reasons[0]}.`
  if (input.kind === 'noise') return `${input.platform} does not change what its ${input.title} says.`
  if (input.kind === 'administrative')
    return first(
      `${input.platform} edits its ${input.title} without changing what it says: ${input.reasons
        .slice(0, 2)
        .join(' and ')
        .replace(/^only /, '')}`,
    )
  const sentences = [first(headline(input))]
  const stays = staysSentence(input)
  if (stays) sentences.push(stays)
  if (input.effectiveOn) sentences.push(`The document states ${writtenDate(input.effectiveOn)} as its effective date.`)
  return sentences.join(' ')
}

function headline({ platform, title, effects, sentences, turn }: SummaryInput): string {
  const single = effects.length === 1 ? effects[0]! : null
  if (single) return singleHeadline(platform, title, single, sentences, turn ?? null)
  const added = effects.filter(({ effect }) => effect === 'added')
  const removed = effects.filter(({ effect }) => effect === 'removed')
  const edited = effects.filter(({ effect }) => effect !== 'added' && effect !== 'removed')
  const parts: string[] = []
  if (added.length > 0) parts.push(`adds ${count(added.length, 'passage')}${topics(added)}`)
  if (removed.length > 0) parts.push(`removes ${count(removed.length, 'passage')}${topics(removed)}`)
  if (edited.length > 0) parts.push(`rewords ${count(edited.length, 'passage')}${topics(edited)}`)
  return `${platform} ${list(parts)} in its ${title}`
}

const VERBS: Readonly<Record<EffectKind, string>> = {
  added: 'adds a passage',
  removed: 'removes a passage',
  modified: 'rewords a passage',
  moved: 'moves a passage',
  split: 'splits and rewords a passage',
  merged: 'merges and rewords passages',
  replaced: 'replaces a passage',
}

function singleHeadline(
  platform: string,
  title: string,
  effect: Effect,
  sentences: SummaryInput['sentences'],
  turn: string | null,
): string {
  const topic = phraseOf(effect.types)
  const onlyAdds = sentences.modified === 0 && sentences.removed === 0 && sentences.added > 0
  const onlyRemoves = sentences.modified === 0 && sentences.added === 0 && sentences.removed > 0
  const about = topic ? ` on ${topic}` : ''
  const verb =
    effect.effect !== 'modified'
      ? `${VERBS[effect.effect]}${about}`
      : onlyAdds
        ? `adds to a passage${about}`
        : onlyRemoves
          ? `takes words out of a passage${about}`
          : `${VERBS.modified}${about}`
  const start = `${platform} ${verb} in its ${title}`
  if (turn && effect.effect === 'modified' && start.length + turn.length < FIRST_SENTENCE - 20)
    return `${start}: it ${turn}`
  const quoted = ((onlyRemoves ? effect.before : effect.after) ?? effect.before ?? effect.after)!.exact
  const room = FIRST_SENTENCE - start.length - 8
  return room > 40 ? `${start}: ${clause(quoted, Math.min(room, 150)).replace(/\.$/, '')}` : start
}

function topics(effects: readonly Effect[]): string {
  const phrases = new Map<string, number>()
  for (const { types, severity } of effects) {
    const phrase = phraseOf(types)
    if (phrase) phrases.set(phrase, (phrases.get(phrase) ?? 0) + { high: 3, medium: 2, low: 1 }[severity])
  }
  const named = [...phrases]
    .sort((x, y) => y[1] - x[1])
    .slice(0, 2)
    .map(([phrase]) => phrase)
  return named.length > 0 ? ` (${list(named)})` : ''
}

function staysSentence({ unchanged, passages }: SummaryInput): string | null {
  if (passages === 0) return null
  const share = unchanged / passages
  if (share >= 0.995) return null
  if (share < 0.2) return 'Little of the former text stays.'
  return `${unchanged} of ${passages} passages stay as they are.`
}

/** A first sentence ends within its limit: pieces in brackets go first, then it is cut at a word. */
function first(sentence: string): string {
  const fits = (text: string): boolean => [...text].length < FIRST_SENTENCE
  if (fits(sentence)) return `${sentence}.`
  const plain = sentence.replace(/ \([^)]*\)/g, '')
  if (fits(plain)) return `${plain}.`
  const cut = [...plain].slice(0, FIRST_SENTENCE - 2).join('')
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1))}…`
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`
}

function list(parts: readonly string[]): string {
  return parts.length <= 1 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}
