/**
 * The classifier's code on a public benchmark: LexGLUE UNFAIR-ToS, official splits. Features, linear machines and
 * network learn from the training split; calibration and thresholds come from the validation split; the test split is
 * scored once. As LexGLUE does, a sentence without any label counts as one of a ninth class.
 *
 *   node bench/unfair-tos.ts [FOLDER]     (default: ../shared/gold/public/unfair-tos)
 */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { probability } from '../src/stages/5-analyse/classify/decision.ts'
import { fitCalibration } from './classify/calibration.ts'
import { round } from './classify/figures.ts'
import { score, trainMachine } from './classify/linear-machine.ts'
import { buildMatrix, buildVocabulary, type DocumentBlocks } from './classify/matrix.ts'
import { networkScores, trainNetwork } from './classify/network.ts'

type Sentence = {
  readonly company: string
  readonly split: 'train' | 'val' | 'test'
  readonly text: string
  readonly labels: readonly string[]
}

const SEEDS = [1, 2, 3]

const folder = process.argv[2] ?? path.join(import.meta.dirname, '../../shared/gold/public/unfair-tos')
const file = path.join(folder, 'unfair_tos.jsonl.gz')
if (existsSync(file)) process.stdout.write(`${JSON.stringify(measure(readSentences(file)), null, 1)}\n`)
else process.stdout.write(`skipped: ${file} is not here\n`)

function readSentences(from: string): Sentence[] {
  const lines = gunzipSync(readFileSync(from)).toString('utf8').split('\n')
  const sentences = lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Sentence)
  // Sentences of one company together, as documents are given to the classifier.
  const companies = [...new Set(sentences.map(({ company }) => company))]
  return companies.flatMap((company) => sentences.filter((sentence) => sentence.company === company))
}

function documentsOf(sentences: readonly Sentence[]): DocumentBlocks[] {
  const companies = [...new Set(sentences.map(({ company }) => company))]
  return companies.map((company) => ({
    platform: company,
    document: 'Terms of Service',
    blocks: sentences.filter((sentence) => sentence.company === company).map(({ text }) => ({ heading: '', text })),
  }))
}

function measure(sentences: readonly Sentence[]) {
  const labels = [...new Set(sentences.flatMap((sentence) => sentence.labels))].sort()
  const training = sentences.filter(({ split }) => split === 'train')
  const { vocabulary, networkColumns } = buildVocabulary(
    documentsOf(training).map((document) => ({ ...document, isLabelled: document.blocks.map(() => true) })),
    { labelled: 3, any: 25 },
  )
  const matrix = buildMatrix(documentsOf(sentences), vocabulary)
  const positions = (split: Sentence['split']): number[] =>
    sentences.flatMap((sentence, i) => (sentence.split === split ? [i] : []))
  const learned = Uint32Array.from(positions('train'))
  const validation = positions('val')
  const test = positions('test')
  const wanted = (row: number, k: number): number => (sentences[row]!.labels.includes(labels[k]!) ? 1 : 0)

  const networks = SEEDS.map((seed) =>
    trainNetwork(matrix, networkColumns, learned, labels.length, wanted, {
      width: 32,
      epochs: 30,
      rate: 0.15,
      dropInputs: 0.2,
      dropUnits: 0.3,
      seed,
    }),
  )
  const fromNetworks = (row: number): number[] => {
    const all = networks.map((network) => networkScores(matrix, row, network))
    return labels.map((_, k) => all.reduce((sum, scores) => sum + scores[k]!, 0) / all.length)
  }
  const networkValues = new Map([...validation, ...test].map((row) => [row, fromNetworks(row)]))
  const chances = labels.map((_, k) => {
    const positive = Uint8Array.from(sentences, (_, row) => wanted(row, k))
    const machine = trainMachine(matrix, learned, positive, { cost: 1, positiveWeight: 3, epochs: 60, seed: k + 1 })
    const linearOf = (row: number): number => score(matrix, row, machine)
    const networkOf = (row: number): number => networkValues.get(row)![k]!
    const [a, b, constant] = fitCalibration(
      validation.map(linearOf),
      validation.map(networkOf),
      validation.map((row) => wanted(row, k)),
    )
    return (row: number): number => probability(a * linearOf(row) + b * networkOf(row) + constant)
  })
  let threshold = 0.5
  let best = -1
  for (let candidate = 0.2; candidate < 0.6; candidate += 0.025) {
    const { macroF1 } = f1Of(validation, labels.length, wanted, (row, k) => chances[k]!(row) >= candidate)
    if (macroF1 > best) {
      best = macroF1
      threshold = candidate
    }
  }
  const figures = f1Of(test, labels.length, wanted, (row, k) => chances[k]!(row) >= threshold)
  return {
    benchmark: 'LexGLUE UNFAIR-ToS',
    labels,
    train: learned.length,
    validation: validation.length,
    test: test.length,
    threshold: round(threshold),
    ...figures,
  }
}

/** Micro and macro F1 with the class of sentences without labels, and without it. */
function f1Of(
  rows: readonly number[],
  count: number,
  wanted: (row: number, k: number) => number,
  stated: (row: number, k: number) => boolean,
) {
  const tallies = Array.from({ length: count + 1 }, () => ({ hit: 0, extra: 0, missed: 0 }))
  for (const row of rows) {
    const want = Array.from({ length: count }, (_, k) => wanted(row, k) === 1)
    const have = Array.from({ length: count }, (_, k) => stated(row, k))
    for (const flags of [want, have]) flags.push(!flags.includes(true))
    tallies.forEach((tally, k) => {
      if (want[k] === true && have[k] === true) tally.hit++
      else if (have[k] === true) tally.extra++
      else if (want[k] === true) tally.missed++
    })
  }
  const f1 = ({ hit, extra, missed }: (typeof tallies)[number]): number =>
    hit === 0 ? 0 : (2 * hit) / (2 * hit + extra + missed)
  const sum = (list: typeof tallies) =>
    list.reduce((a, b) => ({ hit: a.hit + b.hit, extra: a.extra + b.extra, missed: a.missed + b.missed }))
  const macro = (list: typeof tallies): number => list.reduce((total, tally) => total + f1(tally), 0) / list.length
  const eight = tallies.slice(0, count)
  return {
    microF1: round(f1(sum(tallies))),
    macroF1: round(macro(tallies)),
    withoutNoneClass: { microF1: round(f1(sum(eight))), macroF1: round(macro(eight)) },
    perLabel: tallies.map((tally) => round(f1(tally))),
  }
}
