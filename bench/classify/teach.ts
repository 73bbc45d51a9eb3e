/**
 * The design of the classifier, learned from some of the labelled rows: a linear machine for every answer; a network
 * that learns from labels; and a second network that learns from labels and from what those two say of unlabelled
 * blocks. The linear machines and both networks, joined into one, are what ships.
 */

import { SEVERITIES } from '../../src/core/change.ts'
import { PROVISION_TYPES } from '../../src/core/provision.ts'
import { ANSWERS, FIRST_SEVERITY, GATE, probability } from '../../src/stages/5-analyse/classify/decision.ts'
import type { Label } from './corpus-blocks.ts'
import type { GoldRow } from './gold-rows.ts'
import { type Machine, score, trainMachine } from './linear-machine.ts'
import type { Matrix } from './matrix.ts'
import { joinNetworks, networkScores, type TrainedNetwork, trainNetwork } from './network.ts'

export type Lesson = {
  /** Labelled rows first, in the order of `rows`, then unlabelled ones. */
  readonly matrix: Matrix
  readonly networkColumns: number
  readonly rows: readonly GoldRow[]
  /** Labels of rows of the corpus, by their row in the matrix; they are always learned from. */
  readonly corpusLabels: ReadonlyMap<number, Label>
}
export type Taught = { readonly machines: readonly Machine[]; readonly network: TrainedNetwork }

const SEED = 20260

export const DESIGN = {
  typeMachine: { cost: 0.5, positiveWeight: 2, epochs: 60 },
  otherMachine: { cost: 0.2, positiveWeight: 1, epochs: 60 },
  teacher: { width: 64, epochs: 24, rate: 0.15, dropInputs: 0.3, dropUnits: 0.4 },
  student: { width: 64, epochs: 7, rate: 0.15, dropInputs: 0.2, dropUnits: 0.2 },
  /** Share of the first network in the joined answer. */
  teacherShare: 0.2,
  /** How often a labelled row stands in the student's lessons. */
  repeats: 2,
  /** Log-odds of the linear machines, roughly: `slope * score + constant`. */
  typeSlope: [5.5, 1.2],
  otherSlope: [3.7, 0],
} as const

/** Wanted probability of an answer; NaN where a block without a provision has no severity. */
export function wantedAnswer(row: Label, answer: number): number {
  if (answer < GATE) return row.types.includes(PROVISION_TYPES[answer]!) ? 1 : 0
  if (answer === GATE) return row.types.length > 0 ? 1 : 0
  return row.types.length === 0 ? Number.NaN : row.severity === SEVERITIES[answer - FIRST_SEVERITY] ? 1 : 0
}

export function teach(
  { matrix, networkColumns, rows, corpusLabels }: Lesson,
  learnedRows: Uint32Array,
  say: (line: string) => void,
): Taught {
  const learned = Uint32Array.from([...learnedRows, ...corpusLabels.keys()])
  const labelOf = (row: number): Label => rows[row] ?? corpusLabels.get(row)!
  const labels = new Float32Array(matrix.rows * ANSWERS.length)
  for (const row of learned)
    ANSWERS.forEach((_, answer) => {
      labels[row * ANSWERS.length + answer] = wantedAnswer(labelOf(row), answer)
    })
  const stating = learned.filter((row) => labelOf(row).types.length > 0)
  const machines = ANSWERS.map((_, answer) => {
    const positive = Uint8Array.from({ length: matrix.rows }, (_, row) =>
      labels[row * ANSWERS.length + answer] === 1 ? 1 : 0,
    )
    const options = answer < GATE ? DESIGN.typeMachine : DESIGN.otherMachine
    return trainMachine(matrix, answer > GATE ? stating : learned, positive, { ...options, seed: SEED + answer })
  })
  say('linear machines learned')
  const ofLabels = (row: number, answer: number): number => labels[row * ANSWERS.length + answer]!
  const teacher = trainNetwork(matrix, networkColumns, learned, ANSWERS.length, ofLabels, {
    ...DESIGN.teacher,
    seed: SEED,
  })
  say('teacher learned')
  const unlabelled = matrix.rows - rows.length
  if (unlabelled === 0) return { machines, network: teacher }
  const soft = new Float32Array(unlabelled * ANSWERS.length)
  const untold: number[] = []
  for (let i = 0; i < unlabelled; i++) {
    if (corpusLabels.has(rows.length + i)) continue
    untold.push(rows.length + i)
    const fromNetwork = networkScores(matrix, rows.length + i, teacher)
    ANSWERS.forEach((_, answer) => {
      const [slope, constant] = answer < GATE ? DESIGN.typeSlope : DESIGN.otherSlope
      const fromLinear = slope * score(matrix, rows.length + i, machines[answer]!) + constant
      soft[i * ANSWERS.length + answer] = probability((fromLinear + fromNetwork[answer]!) / 2)
    })
  }
  const lessons = Uint32Array.from([...Array.from({ length: DESIGN.repeats }, () => [...learned]).flat(), ...untold])
  const target = (row: number, answer: number): number =>
    row < rows.length || corpusLabels.has(row)
      ? ofLabels(row, answer)
      : soft[(row - rows.length) * ANSWERS.length + answer]!
  const student = trainNetwork(matrix, networkColumns, lessons, ANSWERS.length, target, {
    ...DESIGN.student,
    seed: SEED + 1,
  })
  say('student learned')
  return { machines, network: joinNetworks(teacher, student, DESIGN.teacherShare) }
}
