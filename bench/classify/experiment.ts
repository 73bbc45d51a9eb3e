/** What training and measuring share: the data in vectors, cross-validation, and settings fitted on its predictions. */
import { ANSWERS, decide, GATE, inContext } from '../../src/stages/5-analyse/classify/decision.ts'
import type { Settings } from '../../src/stages/5-analyse/classify/model.ts'
import type { Vocabulary } from '../../src/stages/5-analyse/classify/vocabulary.ts'
import { hashString } from '../../src/stages/5-analyse/classify/words.ts'
import { type Calibration, fitCalibration, fitCalibrations, fitThresholds } from './calibration.ts'
import { fitContext, fitGateContext } from './context-fit.ts'
import type { CorpusDocument, Label } from './corpus-blocks.ts'
import { type Figures, figuresOf, round } from './figures.ts'
import { byDocument, type GoldRow, ownerOf } from './gold-rows.ts'
import { score } from './linear-machine.ts'
import { buildMatrix, buildVocabulary, type DocumentBlocks } from './matrix.ts'
import { networkScores } from './network.ts'
import { type Lesson, type Taught, teach, wantedAnswer } from './teach.ts'

/** What keeps the model below twenty megabytes. */
const RAREST = { labelled: 8, any: 44 }

export type Prepared = Lesson & {
  readonly vocabulary: Vocabulary
  /** Owners of labelled platforms that are named around a labelled row of the corpus. */
  readonly namedOwners: ReadonlyMap<number, ReadonlySet<string>>
}

/** Vectors of labelled and unlabelled blocks; the vocabulary comes from these alone. `platforms`: whose names are looked for. */
export function prepare(
  rows: readonly GoldRow[],
  corpus: readonly CorpusDocument[],
  platforms: readonly GoldRow[] = rows,
): Prepared {
  const labelled = documentsOf(rows)
  const { vocabulary, networkColumns } = buildVocabulary(
    [
      ...labelled.map((document) => ({ ...document, isLabelled: document.blocks.map(() => true) })),
      ...corpus.map((document) => ({ ...document, isLabelled: document.labels.map((label) => label !== undefined) })),
    ],
    RAREST,
  )
  const corpusLabels = new Map<number, Label>()
  const namedOwners = new Map<number, ReadonlySet<string>>()
  const ownersIn = ownerFinder(platforms)
  let at = rows.length
  for (const { blocks, labels } of corpus) {
    const named = ownersIn(blocks.map(({ heading, text }) => `${heading} ${text}`).join('\n'))
    for (const label of labels) {
      if (label !== undefined) {
        corpusLabels.set(at, label)
        namedOwners.set(at, named)
      }
      at++
    }
  }
  const matrix = buildMatrix([...labelled, ...corpus], vocabulary)
  return { vocabulary, networkColumns, rows, corpusLabels, namedOwners, matrix }
}

/** Every labelled row. */
export function allLabelled({ rows, corpusLabels }: Lesson): Uint32Array {
  return Uint32Array.from([...rows.keys(), ...corpusLabels.keys()])
}

/** Labelled rows of the corpus around which none of these owners is named. */
export function corpusRowsApart({ namedOwners }: Prepared, owners: ReadonlySet<string>): number[] {
  return [...namedOwners].filter(([, named]) => ![...named].some((owner) => owners.has(owner))).map(([row]) => row)
}

/** Finds platforms by their names; names of one or two letters are found in anything, and left out. */
function ownerFinder(rows: readonly GoldRow[]): (text: string) => Set<string> {
  const names = [...new Set(rows.map(({ platform }) => platform))].filter((name) => name.length > 2)
  const pattern = new RegExp(`\\b(?:${names.map((name) => name.replace(/\W/g, '\\$&')).join('|')})\\b`, 'g')
  return (text) => new Set(Array.from(text.matchAll(pattern), ([name]) => ownerOf(name)))
}

export function documentsOf(rows: readonly GoldRow[]): DocumentBlocks[] {
  return byDocument(rows).map((blocks) => ({ platform: blocks[0]!.platform, document: blocks[0]!.document, blocks }))
}

/** Fold of every row: owners by size, each to the fold that has least. */
export function foldsOf(rows: readonly GoldRow[], folds: number): Uint8Array {
  const sizes = new Map<string, number>()
  for (const { platform } of rows) sizes.set(ownerOf(platform), (sizes.get(ownerOf(platform)) ?? 0) + 1)
  const load = new Array<number>(folds).fill(0)
  const foldOf = new Map<string, number>()
  const owners = [...sizes].sort((a, b) => b[1] - a[1] || hashString(a[0]) - hashString(b[0]))
  for (const [owner, size] of owners) {
    const fold = load.indexOf(Math.min(...load))
    foldOf.set(owner, fold)
    load[fold]! += size
  }
  return Uint8Array.from(rows, ({ platform }) => foldOf.get(ownerOf(platform)) ?? 0)
}

export type RawScores = { readonly linear: Float64Array; readonly network: Float64Array }

export function rawScores({ matrix }: Lesson, { machines, network }: Taught, row: number): RawScores {
  return {
    linear: Float64Array.from(machines, (machine) => score(matrix, row, machine)),
    network: networkScores(matrix, row, network),
  }
}

/** Scores of every row by machines that have not seen its platform, in the corpus neither. */
export function crossValidate(lesson: Prepared, folds: number, say: (line: string) => void): RawScores[] {
  const foldOf = foldsOf(lesson.rows, folds)
  const scores: RawScores[] = new Array(lesson.rows.length)
  for (let fold = 0; fold < folds; fold++) {
    const positions = lesson.rows.map((_, row) => row)
    say(`fold ${fold + 1} of ${folds}`)
    const asked = new Set(
      positions.filter((row) => foldOf[row] === fold).map((row) => ownerOf(lesson.rows[row]!.platform)),
    )
    const corpusRows = corpusRowsApart(lesson, asked)
    say(`${corpusRows.length} rows of the corpus name none of its platforms`)
    const learned = Uint32Array.from([...positions.filter((row) => foldOf[row] !== fold), ...corpusRows])
    const taught = teach(lesson, learned, say)
    for (const row of positions) if (foldOf[row] === fold) scores[row] = rawScores(lesson, taught, row)
  }
  return scores
}

export type Fitted = {
  readonly settings: Omit<Settings, 'answers'>
  readonly figures: Figures
  /** In ten steps of certainty: how often an answer of that certainty is exactly right. */
  readonly reliability: readonly {
    readonly from: number
    readonly blocks: number
    readonly meanCertainty: number
    readonly right: number
  }[]
}

/** Answers at least this often exactly right may be called high, and medium. */
const HIGH_RIGHT = 0.85
const MEDIUM_RIGHT = 0.6

export function fitSettings(scores: readonly RawScores[], rows: readonly GoldRow[]): Fitted {
  const asked = ANSWERS.map((_, answer) => {
    const positions = rows.flatMap((row, i) => (Number.isNaN(wantedAnswer(row, answer)) ? [] : [i]))
    return {
      linear: positions.map((i) => scores[i]!.linear[answer]!),
      network: positions.map((i) => scores[i]!.network[answer]!),
      wanted: positions.map((i) => wantedAnswer(rows[i]!, answer)),
    }
  })
  const calibration = [
    ...fitCalibrations(asked.slice(0, GATE)),
    ...asked.slice(GATE).map(({ linear, network, wanted }) => fitCalibration(linear, network, wanted)),
  ].map((fit): Calibration => [figures(fit[0]), figures(fit[1]), figures(fit[2])])
  const own = scores.map(({ linear, network }) =>
    Float64Array.from(calibration, ([a, b, constant], k) => a * linear[k]! + b * network[k]! + constant),
  )
  const previous = rows.map((row, i) => (isSameDocument(rows[i - 1], row) ? own[i - 1] : undefined))
  const context = fitContext(own, previous, rows).map((fit): Settings['context'][number] => [
    figures(fit[0]),
    figures(fit[1]),
    figures(fit[2]),
    figures(fit[3]),
  ])
  const [ofOwnGate, ofLikeliest, gateConstant] = fitGateContext(own, rows)
  const gateContext: Settings['gateContext'] = [figures(ofOwnGate), figures(ofLikeliest), figures(gateConstant)]
  const logOdds = own.map((odds, i) => inContext(odds, previous[i], { context, gateContext }))
  const { thresholds, gate } = fitThresholds(logOdds, rows)
  const decisions = logOdds.map((odds) => decide(odds, { thresholds, gate }))
  const right = decisions.map(
    ({ types }, i) =>
      types.length === rows[i]!.types.length && types.every((type) => wantedAnswer(rows[i]!, type) === 1),
  )
  const certainties = decisions.map(({ certainty }) => certainty)
  const reliability = Array.from({ length: 10 }, (_, step) => {
    const inside = certainties.flatMap((certainty, i) => (Math.min(9, Math.floor(certainty * 10)) === step ? [i] : []))
    const mean = (of: (i: number) => number): number =>
      round(inside.reduce((sum, i) => sum + of(i), 0) / (inside.length || 1))
    return {
      from: step / 10,
      blocks: inside.length,
      meanCertainty: mean((i) => certainties[i]!),
      right: mean((i) => (right[i] === true ? 1 : 0)),
    }
  })
  const confidence = {
    high: lowestCertainty(certainties, right, HIGH_RIGHT),
    medium: lowestCertainty(certainties, right, MEDIUM_RIGHT),
  }
  return {
    settings: { calibration, context, gateContext, thresholds, gate, confidence },
    figures: figuresOf(rows, (i) => decisions[i]!),
    reliability,
  }
}

function isSameDocument(before: GoldRow | undefined, row: GoldRow): boolean {
  return before?.id.split('.')[0] === row.id.split('.')[0]
}

function figures(value: number): number {
  return Math.round(value * 1e5) / 1e5
}

/** The lowest certainty at which answers near it are still right that often. */
function lowestCertainty(certainties: readonly number[], right: readonly boolean[], wanted: number): number {
  for (let from = 0.95; from > 0.05; from -= 0.05) {
    const near = certainties.flatMap((certainty, i) => (certainty >= from - 0.05 && certainty < from ? [i] : []))
    const share = near.filter((i) => right[i] === true).length / (near.length || 1)
    if (share < wanted) return Math.round(from * 100) / 100
  }
  return 0.05
}
