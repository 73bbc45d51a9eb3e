/**
 * The design of the classifier, learned from some of the labelled rows: a linear machine for every answer, and networks
 * that differ in their first draw alone. The linear machines and the networks, joined into one, are what ships.
 */

import { SEVERITIES } from '../../src/core/change.ts'
import { PROVISION_TYPES } from '../../src/core/provision.ts'
import { ANSWERS, FIRST_SEVERITY, GATE } from '../../src/stages/5-analyse/classify/decision.ts'
import type { Label } from './corpus-blocks.ts'
import type { GoldRow } from './gold-rows.ts'
import { type Machine, trainMachine } from './linear-machine.ts'
import type { Matrix } from './matrix.ts'
import { joinNetworks, type TrainedNetwork, trainNetwork } from './network.ts'

export type Lesson = {
  /** Labelled rows first, in the order of `rows`, then those of the corpus. */
  readonly matrix: Matrix
  readonly networkColumns: number
  readonly rows: readonly GoldRow[]
  /** Labels of rows of the corpus, by their row in the matrix. */
  readonly corpusLabels: ReadonlyMap<number, Label>
}
export type Taught = { readonly machines: readonly Machine[]; readonly network: TrainedNetwork }

const SEED = 20260

export const DESIGN = {
  typeMachine: { cost: 0.5, positiveWeight: 2, epochs: 60 },
  otherMachine: { cost: 0.4, positiveWeight: 1, epochs: 60 },
  network: { width: 64, epochs: 24, rate: 0.15, dropInputs: 0.3, dropUnits: 0.4 },
  networks: 2,
} as const

/** Wanted probability of an answer; NaN where a block without a provision has no severity. */
export function wantedAnswer(row: Label, answer: number): number {
  if (answer < GATE) return row.types.includes(PROVISION_TYPES[answer]!) ? 1 : 0
  if (answer === GATE) return row.types.length > 0 ? 1 : 0
  return row.types.length === 0 ? Number.NaN : row.severity === SEVERITIES[answer - FIRST_SEVERITY] ? 1 : 0
}

/** `learned`: labelled rows of both kinds. */
export function teach(
  { matrix, networkColumns, rows, corpusLabels }: Lesson,
  learned: Uint32Array,
  say: (line: string) => void,
): Taught {
  const labelOf = (row: number): Label => rows[row] ?? corpusLabels.get(row)!
  const wanted = new Float32Array(matrix.rows * ANSWERS.length)
  for (const row of learned)
    ANSWERS.forEach((_, answer) => {
      wanted[row * ANSWERS.length + answer] = wantedAnswer(labelOf(row), answer)
    })
  const stating = learned.filter((row) => labelOf(row).types.length > 0)
  const machines = ANSWERS.map((_, answer) => {
    const positive = Uint8Array.from({ length: matrix.rows }, (_, row) =>
      wanted[row * ANSWERS.length + answer] === 1 ? 1 : 0,
    )
    const options = answer < GATE ? DESIGN.typeMachine : DESIGN.otherMachine
    return trainMachine(matrix, answer > GATE ? stating : learned, positive, { ...options, seed: SEED + answer })
  })
  say('linear machines learned')
  const target = (row: number, answer: number): number => wanted[row * ANSWERS.length + answer]!
  const networks = Array.from({ length: DESIGN.networks }, (_, draw) => {
    const network = trainNetwork(matrix, networkColumns, learned, ANSWERS.length, target, {
      ...DESIGN.network,
      seed: SEED + 100 * draw,
    })
    say(`network ${draw + 1} of ${DESIGN.networks} learned`)
    return network
  })
  return { machines, network: joinNetworks(networks) }
}
