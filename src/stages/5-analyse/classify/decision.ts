/** From log-odds to an answer: is there a provision, of which types, how severe, and how sure that is. */
import { SEVERITIES, type Severity } from '../../../core/change.ts'
import { type Classification, type Confidence, PROVISION_TYPES, type ProvisionType } from '../../../core/provision.ts'
import type { Settings } from './model.ts'

/** The answers of a model, in the order of its scores. */
export const ANSWERS: readonly string[] = [...PROVISION_TYPES, 'provision', ...SEVERITIES]
export const GATE = PROVISION_TYPES.length
export const FIRST_SEVERITY = GATE + 1

const MOST_TYPES = 3

export function probability(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds))
}

/**
 * Log-odds of the types in view of the block before (rules of one kind stand together), and of the gate in view of the
 * likeliest type (a block that surely is of a type states something). `previous` are the own log-odds of the block before,
 * absent for the first block. The severities stay as they are.
 */
export function inContext(
  own: Float64Array,
  previous: Float64Array | undefined,
  { context, gateContext: [ofOwnGate, ofLikeliest, gateConstant] }: Pick<Settings, 'context' | 'gateContext'>,
): Float64Array {
  const odds = Float64Array.from(own)
  odds[GATE] = ofOwnGate * own[GATE]! + ofLikeliest * likeliest(own) + gateConstant
  context.forEach(([ofOwn, ofGate, ofPrevious, constant], type) => {
    odds[type] = ofOwn * own[type]! + ofGate * own[GATE]! + ofPrevious * cueOf(previous, type) + constant
  })
  return odds
}

/** Log-odds of the likeliest type. */
export function likeliest(odds: Float64Array): number {
  return odds.subarray(0, GATE).reduce((most, one) => Math.max(most, one))
}

/** Keeps a cue finite where a block before surely states a type, or surely does not. */
const CUE_FLOOR = 0.02

/** How strongly the block before speaks for a type. */
export function cueOf(previous: Float64Array | undefined, type: number): number {
  const chance = previous === undefined ? 0 : probability(previous[type]!) * probability(previous[GATE]!)
  return Math.log((chance + CUE_FLOOR) / (1 - chance + CUE_FLOOR))
}

export type Decision = {
  /** Positions in PROVISION_TYPES, likeliest first. */
  readonly types: readonly number[]
  readonly severity: Severity | null
  /** Probability, as the model sees it, that exactly this set of types is right. */
  readonly certainty: number
}

/** A block that states a provision has at least one type: the likeliest, measured by its own threshold. */
export function decide(logOdds: Float64Array, settings: Pick<Settings, 'thresholds' | 'gate'>): Decision {
  const gate = probability(logOdds[GATE]!)
  if (gate < settings.gate) return { types: [], severity: null, certainty: 1 - gate }
  const chances = PROVISION_TYPES.map((_, type) => probability(logOdds[type]!))
  const share = (type: number): number => chances[type]! / settings.thresholds[type]!
  const order = chances.map((_, type) => type).sort((a, b) => share(b) - share(a))
  const types = order.filter((type, rank) => rank === 0 || (rank < MOST_TYPES && share(type) >= 1))
  let severity = 0
  for (let s = 1; s < SEVERITIES.length; s++)
    if (logOdds[FIRST_SEVERITY + s]! > logOdds[FIRST_SEVERITY + severity]!) severity = s
  let certainty = gate
  for (const type of order.slice(0, 8)) certainty *= types.includes(type) ? chances[type]! : 1 - chances[type]!
  return { types: types.sort((a, b) => chances[b]! - chances[a]!), severity: SEVERITIES[severity] ?? null, certainty }
}

export function classificationOf(logOdds: Float64Array, settings: Settings): Classification {
  const { types, severity, certainty } = decide(logOdds, settings)
  return {
    types: types.map((type): ProvisionType => PROVISION_TYPES[type]!),
    severity,
    confidence: confidenceOf(certainty, settings),
  }
}

function confidenceOf(certainty: number, { confidence }: Settings): Confidence {
  if (certainty >= confidence.high) return 'high'
  return certainty >= confidence.medium ? 'medium' : 'low'
}
