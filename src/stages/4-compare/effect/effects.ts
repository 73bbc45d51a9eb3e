/** The effects of a change: what came, went, was edited, moved or replaced, each with its quotations and its weight. */
import type { Direction, Effect, EffectKind, Severity } from '../../../core/change.ts'
import type { Block } from '../../../core/policy-text.ts'
import type { Classification, ProvisionType } from '../../../core/provision.ts'
import type { Alignment, Pair } from '../alignment.ts'
import type { Edit } from '../kind/edits.ts'
import { sideText } from '../kind/edits.ts'
import type { Finding } from '../kind/finding.ts'
import { meaningOf } from './meaning.ts'
import { makeQuoter, type Quoter } from './quotation.ts'
import { sentencesAround } from './sentences.ts'
import { severityOf } from './severity.ts'
import { directionOf } from './stance.ts'
import { typesOf } from './topic.ts'
import { turnOf } from './turn.ts'

/** One answer a position, in their order; null for a block of which nothing is known. */
export type Classify = (positions: readonly number[]) => readonly (Classification | null)[]
type Answers = ReadonlyMap<number, Classification | null>
type Sides<T> = { readonly old: T; readonly new: T }

export type EffectInput = {
  readonly alignment: Alignment
  readonly findings: readonly Finding[]
  readonly edits: ReadonlyMap<number, readonly Edit[]>
  readonly classify: Sides<Classify | undefined>
}

/** Blocks of one comparison for which the analysis is asked; a text rewritten beyond that is described by rules. */
const MAX_CLASSIFIED = 400

/** `turn`: what the edit does, in its own words, where that can be said shortly. */
export type MadeEffect = { readonly effect: Effect; readonly turn: string | null }

/** Only findings of the kind that the change has make effects: noise beside news is none. */
export function effectsOf(input: EffectInput, kind: 'substantive' | 'administrative'): MadeEffect[] {
  const { alignment } = input
  const wanted = new Map<number, Finding[]>()
  for (const finding of input.findings) {
    if (finding.kind !== kind || finding.reason === 'renumbered') continue
    const list = wanted.get(finding.pair)
    if (list) list.push(finding)
    else wanted.set(finding.pair, [finding])
  }
  // What an administrative change touches states no other rule than before.
  const asked = kind === 'substantive' ? [...wanted.keys()].map((at) => alignment.pairs[at]!) : []
  const maker = new EffectMaker(input, answersFor(asked, input.classify), {
    old: makeQuoter(alignment.old),
    new: makeQuoter(alignment.new),
  })
  const effects: MadeEffect[] = []
  for (const group of gatherLists(
    [...wanted.keys()].sort((x, y) => x - y),
    alignment,
  )) {
    const pairs = group.map((at) => alignment.pairs[at]!)
    const findings = group.flatMap((at) => wanted.get(at)!)
    effects.push(
      pairs[0]!.kind === 'added' || pairs[0]!.kind === 'removed'
        ? maker.whole(pairs, findings)
        : maker.edited(pairs[0]!, group[0]!, findings),
    )
  }
  return effects
}

function answersFor(pairs: readonly Pair[], classify: EffectInput['classify']): Sides<Answers> {
  const answers = (side: 'old' | 'new'): Answers => {
    const positions = [...new Set(pairs.flatMap((pair) => pair[side]))].sort((x, y) => x - y).slice(0, MAX_CLASSIFIED)
    if (positions.length === 0) return new Map()
    const found = classify[side]?.(positions) ?? []
    return new Map(found.map((answer, at) => [positions[at]!, answer]))
  }
  return { old: answers('old'), new: answers('new') }
}

/** A list that came or went together is one effect: its items stand with the sentence that introduces them. */
function gatherLists(positions: readonly number[], { pairs, old, new: now }: Alignment): number[][] {
  const groups: number[][] = []
  for (const at of positions) {
    const pair = pairs[at]!
    const last = groups.at(-1)
    const previous = last ? pairs[last.at(-1)!]! : undefined
    if (last && previous && previous.kind === pair.kind && (pair.kind === 'added' || pair.kind === 'removed')) {
      const side = pair.kind === 'added' ? 'new' : 'old'
      const blocks = side === 'new' ? now.blocks : old.blocks
      const isNext = previous[side][0] === pair[side][0]! - 1
      const block = blocks[pair[side][0]!]!
      const before = blocks[previous[side][0]!]!
      const belongs =
        (block.kind === 'item' || block.kind === 'row') && (before.kind === block.kind || before.text.endsWith(':'))
      if (isNext && belongs && last.length < 12) {
        last.push(at)
        continue
      }
    }
    groups.push([at])
  }
  return groups
}

class EffectMaker {
  private readonly input: EffectInput
  private readonly answers: Sides<Answers>
  private readonly quoter: Sides<Quoter>

  constructor(input: EffectInput, answers: Sides<Answers>, quoter: Sides<Quoter>) {
    this.input = input
    this.answers = answers
    this.quoter = quoter
  }

  /** Blocks that came or went as a whole. */
  whole(pairs: readonly Pair[], findings: readonly Finding[]): MadeEffect {
    const isNew = pairs[0]!.kind === 'added'
    const side = isNew ? 'new' : 'old'
    const positions = pairs.map((pair) => pair[side][0]!)
    const { blocks } = this.input.alignment[side]
    const text = positions.map((at) => blocks[at]!.text).join('\n')
    const quotation = this.quoter[side].quote(positions[0]!, positions.at(-1)!)
    const [before, after] = isNew ? ['', text] : [text, '']
    return this.make({
      effect: isNew ? 'added' : 'removed',
      oldBlocks: isNew ? [] : positions,
      newBlocks: isNew ? positions : [],
      before: isNew ? null : quotation,
      after: isNew ? quotation : null,
      block: blocks[positions[0]!]!,
      beforeText: before,
      afterText: after,
      stem: stemOf(blocks, positions[0]!),
      turn: null,
      types: this.known(side, positions) ?? typesOf(`${stemOf(blocks, positions[0]!)} ${text}`),
      findings,
    })
  }

  /** Blocks on both sides; the quotations are the sentences that differ. */
  edited(pair: Pair, at: number, findings: readonly Finding[]): MadeEffect {
    const { alignment } = this.input
    const [oldText, newText] = [sideText(alignment, pair, 'old'), sideText(alignment, pair, 'new')]
    const edits = this.input.edits.get(at) ?? []
    const first = edits[0]
    const last = edits.at(-1)
    const [oldFrom, oldTo] =
      first && last ? sentencesAround(oldText, first.oldAt, last.oldAt + last.deleted.length) : [0, oldText.length]
    const [newFrom, newTo] =
      first && last ? sentencesAround(newText, first.newAt, last.newAt + last.inserted.length) : [0, newText.length]
    return this.make({
      effect: effectKind(pair, alignment),
      oldBlocks: pair.old,
      newBlocks: pair.new,
      before: isConsecutive(pair.old)
        ? this.quoter.old.quote(pair.old[0]!, pair.old.at(-1)!, oldFrom, oldTo)
        : this.quoter.old.quote(pair.old[0]!, pair.old[0]!),
      after: isConsecutive(pair.new)
        ? this.quoter.new.quote(pair.new[0]!, pair.new.at(-1)!, newFrom, newTo)
        : this.quoter.new.quote(pair.new[0]!, pair.new[0]!),
      block: alignment.new.blocks[pair.new[0]!]!,
      beforeText: oldText.slice(oldFrom, oldTo),
      afterText: newText.slice(newFrom, newTo),
      stem: stemOf(alignment.new.blocks, pair.new[0]!),
      turn: turnOf(findings, edits),
      types: this.typesOfBoth(pair, `${oldText.slice(oldFrom, oldTo)} ${newText.slice(newFrom, newTo)}`),
      findings,
    })
  }

  /** Null where the analysis was not asked, or is not sure that it sees nothing. */
  private known(side: 'old' | 'new', positions: readonly number[]): readonly ProvisionType[] | null {
    const answers = positions.map((at) => this.answers[side].get(at) ?? null)
    const types = answers.flatMap((answer) => answer?.types ?? [])
    if (types.length === 0 && answers.some((answer) => answer === null || answer.confidence === 'low')) return null
    return [...new Set(types)].slice(0, 3)
  }

  /** What was taken out of a passage may be what it was about. */
  private typesOfBoth(pair: Pair, text: string): readonly ProvisionType[] {
    const [now, before] = [this.known('new', pair.new), this.known('old', pair.old)]
    if (!now && !before) return typesOf(text)
    return [...new Set([...(now ?? []), ...(before ?? [])])].slice(0, 3)
  }

  private make(parts: {
    readonly effect: EffectKind
    readonly oldBlocks: readonly number[]
    readonly newBlocks: readonly number[]
    readonly before: Effect['before']
    readonly after: Effect['after']
    readonly block: Block
    readonly beforeText: string
    readonly afterText: string
    readonly stem: string
    readonly turn: string | null
    readonly types: readonly ProvisionType[]
    readonly findings: readonly Finding[]
  }): MadeEffect {
    const { effect, oldBlocks, newBlocks, before, after, types, findings } = parts
    const onlyText = effect === 'moved' || effect === 'split' || effect === 'merged'
    const direction: Direction =
      onlyText || findings.every(({ kind }) => kind !== 'substantive')
        ? 'neutral'
        : directionOf(
            withStem(parts.stem, parts.beforeText),
            withStem(parts.stem, parts.afterText),
            types,
            this.isSure(oldBlocks, newBlocks),
          )
    const severity: Severity = severityOf({
      effect,
      direction,
      types,
      findings,
      analysed: this.analysed(oldBlocks, newBlocks),
    })
    const { turn, beforeText, afterText } = parts
    const meaning = meaningOf({ effect, direction, types, findings, before: beforeText, after: afterText, turn })
    const { headingPath, kind, text } = parts.block
    const heading = (kind === 'heading' ? [...headingPath, text] : headingPath).join(' › ')
    return {
      effect: { effect, oldBlocks, newBlocks, before, after, heading, types, severity, direction, meaning },
      turn,
    }
  }

  /** Whether no answer of the analysis was a guess. */
  private isSure(oldBlocks: readonly number[], newBlocks: readonly number[]): boolean {
    return (
      oldBlocks.every((at) => this.answers.old.get(at)?.confidence !== 'low') &&
      newBlocks.every((at) => this.answers.new.get(at)?.confidence !== 'low')
    )
  }

  private analysed(oldBlocks: readonly number[], newBlocks: readonly number[]): Severity | null {
    const severities = [
      ...oldBlocks.map((at) => this.answers.old.get(at)?.severity),
      ...newBlocks.map((at) => this.answers.new.get(at)?.severity),
    ]
    return (['high', 'medium', 'low'] as const).find((severity) => severities.includes(severity)) ?? null
  }
}

/** A passage rewritten under another heading was replaced; one whose words stayed was moved, split or merged. */
function effectKind(pair: Pair, { old, new: now }: Alignment): EffectKind {
  const [before, after] = [old.blocks[pair.old[0]!]!, now.blocks[pair.new[0]!]!]
  const otherHeading = before.headingPath.at(-1) !== after.headingPath.at(-1)
  if (pair.moved && otherHeading && pair.similarity < 0.75) return 'replaced'
  if (pair.kind === 'equal' || pair.kind === 'added' || pair.kind === 'removed') return 'modified'
  return pair.kind
}

/** The sentence that introduces a list item ("You agree not to:"), without which the item's words do not say whom they favour. */
function stemOf(blocks: readonly Block[], at: number): string {
  if (blocks[at]!.kind !== 'item') return ''
  for (let before = at - 1; before >= Math.max(0, at - 40); before--) {
    const block = blocks[before]!
    if (block.kind === 'heading') return block.text
    if (block.kind !== 'item' || block.text.endsWith(':')) return block.text.endsWith(':') ? block.text.slice(-160) : ''
  }
  return ''
}

function withStem(stem: string, text: string): string {
  return text === '' || stem === '' ? text : `${stem} ${text}`
}

function isConsecutive(positions: readonly number[]): boolean {
  return positions.every((at, i) => i === 0 || at === positions[i - 1]! + 1)
}
