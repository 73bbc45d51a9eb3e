/**
 * What a change is once the other end of a move between two documents is known, and what it says where there is none.
 * Pure: descriptions in, descriptions out.
 */
import type { ChangeDescription, Effect } from '../../../core/change.ts'
import { formatId } from '../../../core/id.ts'
import { actionFor, adviceFor } from '../effect/advice.ts'
import { directionOfChange, severityOfChange } from '../effect/severity.ts'
import { summaryOf } from '../effect/summary.ts'
import type { Passage, PassageSide } from './passage.ts'

/** So much of what is looked for has to stand in the other document. */
const MOVED_SHARE = 0.8

/** The change at the other end. */
export type OtherEnd = { readonly change: number; readonly title: string }

export type MovedDocument = { readonly platform: string; readonly title: string }

/** Positions of the effects whose passages stand among `elsewhere`, keys of the other change's opposite side. */
export function movedEffects(passages: readonly Passage[], elsewhere: ReadonlySet<string>): number[] {
  const byEffect = Map.groupBy(passages, ({ effect }) => effect)
  return [...byEffect].flatMap(([effect, own]) => {
    const all = own.reduce((sum, { chars }) => sum + chars, 0)
    const found = own.reduce((sum, { key, chars }) => sum + (elsewhere.has(key) ? chars : 0), 0)
    return found >= all * MOVED_SHARE ? [effect] : []
  })
}

/** The description with these effects turned to `moved`; kind, severity, direction and words follow from what is left. */
export function withMoves(
  description: ChangeDescription,
  moved: readonly number[],
  other: OtherEnd,
  document: MovedDocument,
): ChangeDescription {
  const effects = description.effects.map((effect, at) => (moved.includes(at) ? toMoved(effect, other) : effect))
  const turned = description.effects.filter(({ effect }, at) => moved.includes(at) && effect !== 'moved')
  const reasons = [
    ...new Set(
      turned.map(({ effect }) => reasonOf(effect, turned.filter((one) => one.effect === effect).length, other)),
    ),
    ...description.reasons,
  ]
  const left = effects.filter(({ effect }) => effect !== 'moved')
  const kind = left.length === 0 ? 'administrative' : description.kind
  const { platform, title } = document
  return {
    ...description,
    kind,
    reasons,
    effects,
    severity: severityOfChange(left.map(({ severity }) => severity)),
    direction: directionOfChange(left),
    summary: summaryWith(description, left, movesSentence(turned, other, document), document),
    ...(kind === 'administrative'
      ? adviceFor({ kind, effects, platform, title, newText: { format: 1, blocks: [] }, effectiveOn: null })
      : { whatToDo: actionFor(left, EFFECTIVE_DATE.exec(description.summary)?.[1] ?? null) }),
  }
}

/** The other end of a move that is part of a larger effect here: the effect stays, the reasons say it. */
export function withMoveNoted(description: ChangeDescription, side: PassageSide, other: OtherEnd): ChangeDescription {
  return { ...description, reasons: [reasonOf(side, 1, other), ...description.reasons] }
}

/** What left and was found nowhere says so, with the number of documents in which it was looked for. */
export function withoutSuccessor(
  description: ChangeDescription,
  effects: readonly number[],
  documents: number,
): ChangeDescription {
  if (effects.length === 0) return description
  const where = documents === 1 ? 'the one document' : `the ${documents} documents`
  return {
    ...description,
    effects: description.effects.map((effect, at) =>
      effects.includes(at)
        ? {
            ...effect,
            meaning: `${effect.meaning} Removed; no successor found in ${where} followed of this platform.`,
          }
        : effect,
    ),
  }
}

/** The same sentences on passages that were looked for before. */
export function withoutSuccessorAs(description: ChangeDescription, looked: readonly Effect[]): ChangeDescription {
  const found = looked.flatMap(({ effect, before, meaning }) => {
    const sentence = effect === 'removed' ? NO_SUCCESSOR.exec(meaning)?.[0] : undefined
    return sentence ? [[before?.exact, sentence] as const] : []
  })
  if (found.length === 0) return description
  const sentences = new Map(found)
  return {
    ...description,
    effects: description.effects.map((effect) => {
      const sentence = effect.effect === 'removed' ? sentences.get(effect.before?.exact) : undefined
      return sentence ? { ...effect, meaning: `${effect.meaning}${sentence}` } : effect
    }),
  }
}

const NO_SUCCESSOR = / Removed; no successor found in .+ followed of this platform\.$/

function toMoved(effect: Effect, other: OtherEnd): Effect {
  const left = effect.effect === 'removed'
  const where = left ? `The passage moved to the ${other.title}` : `The passage came from the ${other.title}`
  return {
    ...effect,
    effect: 'moved',
    severity: 'low',
    direction: 'neutral',
    meaning: `${where} (${formatId('change', other.change)}) and says the same ${left ? 'there' : 'here'}.`,
    sibling: other,
  }
}

function reasonOf(effect: Effect['effect'], n: number, other: OtherEnd): string {
  const what = n === 1 ? 'a passage' : `${n} passages`
  return `${what} ${effect === 'removed' ? 'moved to' : 'came from'} the ${other.title} (${formatId('change', other.change)})`
}

function movesSentence(
  turned: readonly Effect[],
  { title: elsewhere }: OtherEnd,
  { platform, title }: MovedDocument,
): string {
  const sentence = (n: number, from: string, to: string): string =>
    `${platform} moves ${n === 1 ? 'a passage' : `${n} passages`} from its ${from} to its ${to}.`
  const left = turned.filter(({ effect }) => effect === 'removed').length
  const came = turned.length - left
  return [left > 0 ? sentence(left, title, elsewhere) : '', came > 0 ? sentence(came, elsewhere, title) : '']
    .filter(Boolean)
    .join(' ')
}

/** The move stands first, unless something weightier is left beside it. */
function summaryWith(
  { kind, reasons, sentences, summary }: ChangeDescription,
  left: readonly Effect[],
  moves: string,
  document: MovedDocument,
): string {
  if (left.length === 0) return moves
  const rest = summaryOf({
    kind,
    ...document,
    effects: left,
    reasons,
    unchanged: 0,
    passages: 0,
    effectiveOn: null,
    sentences,
  })
  const both = severityOfChange(left.map(({ severity }) => severity)) === 'low' ? [moves, rest] : [rest, moves]
  return [...both, tailOf(summary)].filter(Boolean).join(' ')
}

const EFFECTIVE_DATE = /The document states ([\w ]+) as its effective date\.$/

function tailOf(summary: string): string {
  return EFFECTIVE_DATE.exec(summary)?.[0] ?? ''
}
