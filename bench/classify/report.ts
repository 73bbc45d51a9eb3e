/** What `bench/accuracy.json` says: the packed model's answers for the held-out platforms, and how they were come by. */
import { PROVISION_TYPES } from '../../src/core/provision.ts'
import { createClassifier } from '../../src/stages/5-analyse/index.ts'
import { documentsOf, type Fitted } from './experiment.ts'
import { figuresOf, round } from './figures.ts'
import { type GoldRow, isHeldOut } from './gold-rows.ts'

export type Measured = {
  readonly all: readonly GoldRow[]
  readonly corpusLabels: number
  readonly folds: number
  readonly fitted: Fitted
  /** Learned from all platforms but the held-out ones. */
  readonly model: Uint8Array
}

/** `shared/gold/AGREEMENT.md`: how far a second reader agrees with the labels. */
const TWO_READERS = { microF1: 0.955, macroF1: 0.948, exact: 0.916, provisionOrNot: 0.994, severity: 0.8 }

export function reportOf({ all, corpusLabels, folds, fitted, model }: Measured) {
  const seen = all.filter(({ platform }) => !isHeldOut(platform))
  const documents = documentsOf(all.filter(({ platform }) => isHeldOut(platform)))
  const heldOut = documents.flatMap(({ blocks }) => blocks) as GoldRow[]
  const classifier = createClassifier(model)
  const classifyAll = () =>
    documents.flatMap(({ blocks, platform, document }) => classifier.classify(blocks, { platform, document }))
  // The fastest of five, of processor time: what else the machine does at the moment must not count.
  const spent = Array.from({ length: 5 }, () => {
    const begun = process.cpuUsage()
    classifyAll()
    const { user, system } = process.cpuUsage(begun)
    return user + system
  })
  const blocksPerSecond = Math.round((1e6 * heldOut.length) / Math.min(...spent))
  const answers = classifyAll()
  const figures = figuresOf(heldOut, (i) => ({
    types: answers[i]!.types.map((type) => PROVISION_TYPES.indexOf(type)),
    severity: answers[i]!.severity,
  }))
  return {
    measuredOn: new Date().toISOString().slice(0, 10),
    data: {
      labelledBlocks: all.length,
      labelledCorpusBlocks: corpusLabels,
      trainedOn: { blocks: seen.length, platforms: platformsOf(seen).length },
      heldOut: { blocks: heldOut.length, platforms: platformsOf(heldOut) },
    },
    modelBytes: model.length,
    blocksPerSecond,
    twoReaders: TWO_READERS,
    heldOut: {
      ...figures,
      confidence: confidenceFigures(heldOut, answers),
      confusions: confusionsOf(heldOut, answers),
    },
    crossValidated: { folds, ...fitted.figures, perType: undefined },
    reliability: fitted.reliability,
    settings: fitted.settings,
  }
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
