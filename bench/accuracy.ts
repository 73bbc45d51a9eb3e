/**
 * Measures the classifier on platforms that training has not seen, and writes `bench/accuracy.json`, which the
 * methodology page reads. Calibration and thresholds come from cross-validation by owner on the other platforms; the
 * design then learns from all of these, without what the corpus says near a name of the held-out ones, is packed as it
 * ships, and answers for the held-out fifth.
 *
 *   node --max-old-space-size=9000 bench/accuracy.ts [SHARED]     (default: ../shared beside the repository)
 */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { encodeModel } from '../src/stages/5-analyse/classify/model.ts'
import { readCorpusBlocks } from './classify/corpus-blocks.ts'
import { corpusRowsApart, crossValidate, fitSettings, prepare } from './classify/experiment.ts'
import { type GoldRow, isHeldOut, ownerOf, readGold } from './classify/gold-rows.ts'
import { packModel } from './classify/pack.ts'
import { reportOf } from './classify/report.ts'
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
  const corpus = readCorpusBlocks(path.join(shared, 'corpus'), all)
  const lesson = prepare(seen, corpus, all)
  say(`${lesson.matrix.rows} vectors over ${lesson.matrix.width} features`)
  const fitted = fitSettings(crossValidate(lesson, FOLDS, say), seen)
  say(`cross-validated: ${JSON.stringify({ ...fitted.figures, perType: undefined })}`)
  const heldOut = new Set(all.filter(({ platform }) => isHeldOut(platform)).map(({ platform }) => ownerOf(platform)))
  const learned = Uint32Array.from([...seen.keys(), ...corpusRowsApart(lesson, heldOut)])
  say(`${learned.length} rows to learn from`)
  const model = encodeModel(packModel(lesson.vocabulary, teach(lesson, learned, say), fitted.settings))
  const corpusLabels = lesson.corpusLabels.size
  const result = reportOf({ all, corpusLabels, folds: FOLDS, fitted, model })
  say(`held out: ${JSON.stringify({ ...result.heldOut, perType: undefined, confusions: undefined })}`)
  writeFileSync(path.join(import.meta.dirname, 'accuracy.json'), `${JSON.stringify(result, null, 1)}\n`)
}
