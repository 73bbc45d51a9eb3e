/**
 * Trains the classifier that ships, on all labelled platforms, and writes `knowledge/model/classify.bin`. Calibration
 * and thresholds are those that `bench/accuracy.ts` found by cross-validation; run that first.
 *
 *   node --max-old-space-size=9000 bench/train-classifier.ts [SHARED]     (default: ../shared beside the repository)
 */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { encodeModel, type Settings } from '../src/stages/5-analyse/classify/model.ts'
import { readCorpusBlocks } from './classify/corpus-blocks.ts'
import { allLabelled, prepare } from './classify/experiment.ts'
import { readGold } from './classify/gold-rows.ts'
import { packModel } from './classify/pack.ts'
import { teach } from './classify/teach.ts'

const root = path.join(import.meta.dirname, '..')
const shared = process.argv[2] ?? path.join(root, '../shared')
const rows = readGold(path.join(shared, 'gold'))
if (rows === undefined) process.stdout.write(`skipped: no labelled blocks under ${shared}\n`)
else {
  const say = (line: string): void => void process.stderr.write(`${line}\n`)
  const lesson = prepare(rows, readCorpusBlocks(path.join(shared, 'corpus'), rows))
  say(`${lesson.matrix.rows} vectors over ${lesson.matrix.width} features`)
  const taught = teach(lesson, allLabelled(lesson), say)
  const { settings } = JSON.parse(readFileSync(path.join(root, 'bench/accuracy.json'), 'utf8')) as {
    settings: Omit<Settings, 'answers'>
  }
  const model = encodeModel(packModel(lesson.vocabulary, taught, settings))
  writeFileSync(path.join(root, 'knowledge/model/classify.bin'), model)
  say(`${model.length} bytes`)
}
