/** The last measured figures, as `bench/accuracy.ts` and `bench/stages.ts` wrote them; null where the package has none. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { packageFolder } from './package-folder.ts'

const share = z.number()
const overall = z.object({ microF1: share, macroF1: share, exact: share, provisionOrNot: share, severity: share })
const classification = z.object({
  measuredOn: z.string(),
  data: z.object({
    labelledBlocks: z.number(),
    trainedOn: z.object({ blocks: z.number(), platforms: z.number() }),
    heldOut: z.object({ blocks: z.number(), platforms: z.array(z.string()) }),
  }),
  blocksPerSecond: z.number(),
  twoReaders: overall,
  heldOut: overall.extend({
    microPrecision: share,
    microRecall: share,
    perType: z.array(z.object({ type: z.string(), count: z.number(), precision: share, recall: share, f1: share })),
    confidence: z.array(z.object({ confidence: z.string(), blocks: z.number(), right: share })),
    confusions: z.array(z.object({ wanted: z.string(), stated: z.string(), blocks: z.number() })),
  }),
  reliability: z.array(
    z.object({ from: share, blocks: z.number(), meanCertainty: share.nullish(), right: share.nullish() }),
  ),
})
const stages = z.array(
  z.object({
    stage: z.string(),
    measuredOn: z.string(),
    command: z.string(),
    figures: z.record(z.string(), z.number()),
  }),
)

export type Classification = z.infer<typeof classification>
export type StageFigures = z.infer<typeof stages>
export type Accuracy = { readonly classification: Classification | null; readonly stages: StageFigures | null }

let own: Accuracy | null = null
/** Read at the first call. */
export function packageAccuracy(): Accuracy {
  own ??= { classification: read('accuracy.json', classification), stages: read('stages.json', stages) }
  return own
}

/** A file in an older or newer form than this page knows is not shown: figures that are misread are worse than none. */
function read<Form>(file: string, form: z.ZodType<Form>): Form | null {
  const place = path.join(packageFolder(), 'bench', file)
  if (!existsSync(place)) return null
  const parsed = form.safeParse(JSON.parse(readFileSync(place, 'utf8')))
  return parsed.success ? parsed.data : null
}
