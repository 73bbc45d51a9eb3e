/**
 * Measures the classifier on platforms that training has not seen, and writes `bench/accuracy.json`, which the
 * methodology page reads. Calibration and thresholds come from cross-validation by owner on the other platforms; the
 * design then learns from all of these, is packed as it ships, and answers for the held-out fifth.
 *
 *   node --max-old-space-size=14000 bench/accuracy.ts [SHARED]     (default: ../shared beside the repository)
 */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { PROVISION_TYPES } from '../src/core/provision.ts'
import { encodeModel } from '../src/stages/5-analyse/classify/model.ts'
import { createClassifier } from '../src/stages/5-analyse/index.ts'
import { readCorpusBlocks } from './classify/corpus-blocks.ts'
import { crossValidate, documentsOf, fitSettings, prepare } from './classify/experiment.ts'
import { figuresOf, round } from './classify/figures.ts'
import { type GoldRow, isHeldOut, readGold, UNLABELLED_BLOCKS } from './classify/gold-rows.ts'
import { packModel } from './classify/pack.ts'
import { teach } from './classify/teach.ts'

const FOLDS = 3

const shared = process.argv[2] ?? path.join(import.meta.dirname, '../../shared')
const rows = readGold(path.join(shared, 'gold'))
if (rows === undefined) process.stdout.write(`skipped: no labelled blocks under ${shared}\n`)
else measure(rows)

function measure(all: readonly GoldRow[]): void {
  const started = performance.now()
  const say = (line: string): void =>
    void process.stderr.write(`${Math.round((performance.now() - started) / 1000)} s ${line}\n`)
  const seen = all.filter(({ platform }) => !isHeldOut(platform))
  const heldOut = all.filter(({ platform }) => isHeldOut(platform))
  const unlabelled = readCorpusBlocks(path.join(shared, 'corpus'), all, UNLABELLED_BLOCKS)
  const lesson = prepare(seen, unlabelled)
  say(`${lesson.matrix.rows} vectors over ${lesson.matrix.width} features`)
  const fitted = fitSettings(crossValidate(lesson, FOLDS, say), seen)
  say(`cross-validated: ${JSON.stringify({ ...fitted.figures, perType: undefined })}`)
  const model = encodeModel(
    packModel(lesson.vocabulary, teach(lesson, Uint32Array.from(seen.keys()), say), fitted.settings),
  )
  const classifier = createClassifier(model)
  const documents = documentsOf(heldOut)
  const begun = performance.now()
  const answers = documents.flatMap(({ blocks, platform, document }) =>
    classifier.classify(blocks, { platform, document }),
  )
  const blocksPerSecond = Math.round((1000 * heldOut.length) / (performance.now() - begun))
  const asDecision = (i: number) => ({
    types: answers[i]!.types.map((type) => PROVISION_TYPES.indexOf(type)),
    severity: answers[i]!.severity,
  })
  const ordered = documents.flatMap(({ blocks }) => blocks) as GoldRow[]
  const figures = figuresOf(ordered, asDecision)
  say(`held out: ${JSON.stringify({ ...figures, perType: undefined })}`)
  const result = {
    measuredOn: new Date().toISOString().slice(0, 10),
    data: {
      labelledBlocks: all.length,
      unlabelledBlocks: unlabelled.reduce((sum, { blocks }) => sum + blocks.length, 0),
      trainedOn: { blocks: seen.length, platforms: platformsOf(seen).length },
      heldOut: { blocks: heldOut.length, platforms: platformsOf(heldOut) },
    },
    modelBytes: model.length,
    blocksPerSecond,
    twoReaders: { microF1: 0.955, macroF1: 0.948, exact: 0.916, provisionOrNot: 0.994, severity: 0.8 },
    heldOut: {
      ...figures,
      confidence: confidenceFigures(ordered, answers),
      confusions: confusionsOf(ordered, answers),
    },
    crossValidated: { folds: FOLDS, ...fitted.figures, perType: undefined },
    reliability: fitted.reliability,
    settings: fitted.settings,
  }
  writeFileSync(path.join(import.meta.dirname, 'accuracy.json'), `${JSON.stringify(result, null, 1)}\n`)
}

function platformsOf(list: readonly GoldRow[]): string[] {
  return [...new Set(list.map(({ platform }) => platform))].sort()
}

/** How often answers of each confidence have exactly the right types. */
function confidenceFigures(
  list: readonly GoldRow[],
  answers: readonly { types: readonly string[]; confidence: string }[],
) {
  return ['high', 'medium', 'low'].map((confidence) => {
    const inside = list.flatMap((row, i) =>
      answers[i]!.confidence === confidence ? [isExact(row, answers[i]!.types)] : [],
    )
    return { confidence, blocks: inside.length, right: round(inside.filter(Boolean).length / (inside.length || 1)) }
  })
}

function isExact({ types }: GoldRow, got: readonly string[]): boolean {
  return types.length === got.length && types.every((type) => got.includes(type))
}

/** The twenty commonest pairs of a type that is missed where another is wrongly stated; `none` for nothing. */
function confusionsOf(list: readonly GoldRow[], answers: readonly { types: readonly string[] }[]) {
  const counts = new Map<string, number>()
  list.forEach((row, i) => {
    const got = answers[i]!.types
    const missed: string[] = row.types.filter((type) => !got.includes(type))
    const extra = got.filter((type) => !(row.types as readonly string[]).includes(type))
    for (const wanted of missed.length > 0 ? missed : ['none']) {
      for (const stated of extra.length > 0 ? extra : ['none']) {
        if (wanted !== stated) counts.set(`${wanted}|${stated}`, (counts.get(`${wanted}|${stated}`) ?? 0) + 1)
      }
    }
  })
  const commonest = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 20)
  return commonest.map(([pair, blocks]) => ({ wanted: pair.split('|')[0], stated: pair.split('|')[1], blocks }))
}
