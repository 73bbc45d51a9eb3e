/** What the text of a provision says: types, severity with reasons, confidence and basis, from its blocks' answers. */
import { SEVERITIES, type Severity } from '../../../core/change.ts'
import type { Block } from '../../../core/policy-text.ts'
import type {
  Basis,
  BlockRange,
  Classification,
  Confidence,
  Fact,
  ProvisionType,
  Wording,
} from '../../../core/provision.ts'
import type { Answers } from './group.ts'
import { severityReasons } from './severity.ts'

const MOST_TYPES = 3
/** Of the heaviest type's weight; what weighs less is said in passing. */
const LEAST_SHARE = 0.25
/** Second and third types of a block weigh less than its first. */
const RANK_WEIGHT = [1, 0.6, 0.4]
/** A long block is no more about its type than one of this many characters. */
const MOST_CHARS = 400

/** The joined text of a range of blocks, as it stands in the canonical string. */
export function exactText(blocks: readonly Block[], { first, last }: BlockRange): string {
  return blocks
    .slice(first, last + 1)
    .map(({ text }) => text)
    .join('\n')
}

export function makeWording(
  blocks: readonly Block[],
  range: BlockRange,
  answers: Answers,
  title: string | null,
  facts: readonly Fact[],
): Wording {
  const exact = exactText(blocks, range)
  const own = answersIn(range, answers)
  const types = heaviestTypes(own, blocks)
  const leadIn = leadInOf(blocks, range)
  const stated = facts.filter(({ block }) => block >= range.first && block <= range.last)
  const severity = takesForTraining(stated, types) ? 'high' : highest(own, types)
  const reasons = severityReasons({ text: exact, leadIn, types, severity, facts: stated })
  return {
    title,
    types,
    severity,
    reasons,
    confidence: confidenceOf(own, blocks),
    basis: basisOf(exact),
    exact,
  }
}

type Own = { readonly at: number; readonly answer: Classification }

function answersIn({ first, last }: BlockRange, answers: Answers): Own[] {
  const own: Own[] = []
  for (let at = first; at <= last; at++) {
    const answer = answers[at]
    if (answer && answer.types.length > 0) own.push({ at, answer })
  }
  return own
}

function heaviestTypes(own: readonly Own[], blocks: readonly Block[]): ProvisionType[] {
  const weights = new Map<ProvisionType, number>()
  for (const { at, answer } of own)
    for (const [rank, type] of answer.types.entries())
      weights.set(type, (weights.get(type) ?? 0) + RANK_WEIGHT[rank]! * Math.min(MOST_CHARS, blocks[at]!.text.length))
  const sorted = [...weights].sort((a, b) => b[1] - a[1])
  const most = sorted[0]?.[1] ?? 0
  return sorted
    .filter(([, weight]) => weight >= most * LEAST_SHARE)
    .slice(0, MOST_TYPES)
    .map(([type]) => type)
}

/** A provision is as hard as the hardest thing that it says about its types. */
function highest(own: readonly Own[], types: readonly ProvisionType[]): Severity {
  const said = own.filter(({ answer }) => answer.types.some((type) => types.includes(type)))
  return SEVERITIES.find((severity) => said.some(({ answer }) => answer.severity === severity)) ?? 'low'
}

/** Of labelled passages that state training by default without a choice, 13 of 14 are high, whatever softens their words. */
function takesForTraining(facts: readonly Fact[], types: readonly ProvisionType[]): boolean {
  const stance = facts.find(({ fact }) => fact === 'training.stance')
  return stance?.value === 'default-on' && types.includes('model-training')
}

const CONFIDENCES: readonly Confidence[] = ['high', 'medium', 'low']

/** That of the text in the middle, by length: one doubtful item does not make a list doubtful. */
function confidenceOf(own: readonly Own[], blocks: readonly Block[]): Confidence {
  const weighed = own
    .map(({ at, answer }) => ({ rank: CONFIDENCES.indexOf(answer.confidence), chars: blocks[at]!.text.length }))
    .sort((a, b) => a.rank - b.rank)
  const half = weighed.reduce((sum, { chars }) => sum + chars, 0) / 2
  let seen = 0
  for (const { rank, chars } of weighed) {
    seen += chars
    if (seen >= half) return CONFIDENCES[rank]!
  }
  return 'low'
}

/** What makes a passage a rule or a statement of practice by itself. */
const SAYS_IT =
  /\b(?:may|must|shall|will|can|cannot|agree|agrees|prohibited|forbidden|permitted|allowed|required|responsible|liable|reserve|grant|grants|waive|warrant|disclaim|indemnify|entitled|rights?|governed|do not|does not|don't|not)\b|\b(?:we|us|our|you|your|it|they|company|customer|provider)\b[^.;]{0,40}\b(?:collect|use|share|process|store|retain|keep|disclose|transfer|sell|delete|receive|provide|apply|own|retain|train|monitor|review|comply|protect|maintain|offer|charge|require|encrypt)\w*\b/i

function basisOf(exact: string): Basis {
  return SAYS_IT.test(exact) ? 'explicit' : 'inferred'
}

/** The lead-in of the list in which a range begins, where it stands above the range. */
export function leadInOf(blocks: readonly Block[], { first }: BlockRange): string {
  const { kind, depth } = blocks[first]!
  if (kind !== 'item') return ''
  for (let at = first - 1; at >= 0; at--) {
    const block = blocks[at]!
    if (block.kind === 'heading') return ''
    if (block.kind !== 'item' || block.depth < depth) return block.text
  }
  return ''
}
