/** One line of a stage command: input fields checked, the stage run, the answer in the form of the scorer. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { ClausewatchError } from '../core/error.ts'
import { foreignDocumentType } from '../core/foreign-path.ts'
import type { DeclaredDocument, ExtractInput } from '../core/reading.ts'
import { compareTexts } from '../pipeline/compare-texts.ts'
import { extract, renderStageText } from '../stages/3-extract/index.ts'
import { type Classifier, readFacts } from '../stages/5-analyse/index.ts'
import { loadClassifier } from './model.ts'

export type StageAnswer = Readonly<Record<string, unknown>>
type Line = Readonly<Record<string, unknown>>

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.pdf': 'application/pdf',
  '.md': 'text/markdown',
  '.txt': 'text/plain',
}

const text = z.string()
const page = z.object({ file: text, url: text.nullish(), platform: text.nullish(), document: text.nullish() })
const judged = page.extend({
  medianBytes: z.number().nullish(),
  status: z.number().nullish(),
  headers: z.record(text, text).nullish(),
  previousText: text.nullish(),
})
const compared = z.object({ old: text, new: text, document: text.nullish(), platform: text.nullish() })
const factual = z.object({
  platform: text.nullish(),
  document: text.nullish(),
  blocks: z.array(z.object({ id: z.unknown(), heading: text.nullish(), text })),
})
const classified = z.object({ platform: text.nullish(), document: text.nullish(), heading: text.nullish(), text })

export async function extractLine(line: Line): Promise<StageAnswer> {
  const { file, url, platform, document } = parse(page, line)
  const reading = await extract(await inputOf(file, url ?? null, declared(platform, document)))
  return {
    text: renderStageText(reading.text),
    title: reading.title,
    blocks: reading.text.blocks.map((block) => ({
      kind: block.kind,
      depth: block.depth,
      number: block.number,
      heading: block.headingPath.join(' > '),
      text: block.text,
    })),
    statedOn: reading.stated?.kind === 'exact' ? reading.stated.on : null,
    effectiveOn: reading.effective?.kind === 'exact' ? reading.effective.on : null,
    language: reading.language,
  }
}

export async function judgeLine(line: Line): Promise<StageAnswer> {
  const { file, url, platform, document, medianBytes, status, headers, previousText } = parse(judged, line)
  const reading = await extract({
    ...(await inputOf(file, url ?? null, declared(platform, document))),
    ...(medianBytes ? { medianBytes } : {}),
    ...(status ? { status } : {}),
    ...(headers ? { headers } : {}),
    ...(previousText ? { previous: { text: previousText, language: null } } : {}),
  })
  return { verdict: reading.verdict, reason: reading.reason, ...(reading.wall ? { wall: reading.wall } : {}) }
}

export async function compareLine(line: Line): Promise<StageAnswer> {
  const { old, new: next, document, platform } = parse(compared, line)
  const about = declared(platform, document)
  const [from, to] = await Promise.all(
    [old, next].map((markdown) =>
      extract({ bytes: Buffer.from(markdown), mediaType: 'text/markdown; charset=utf-8', url: null, declared: about }),
    ),
  )
  // As following and importing do it, with the provisions that the classifier sees.
  const { description } = await compareTexts(about, { text: from!.text, dates: from! }, { text: to!.text, dates: to! })
  const { kind, severity, direction, effects, reasons, summary } = description
  return {
    kind,
    severity,
    direction,
    effects: effects.map((effect) => ({
      effect: effect.effect,
      types: effect.types,
      before: effect.before?.exact ?? null,
      after: effect.after?.exact ?? null,
      heading: effect.heading,
    })),
    reasons,
    summary,
  }
}

export async function factsLine(line: Line): Promise<StageAnswer> {
  const { platform, document, blocks } = parse(factual, line)
  const found = readFacts(
    blocks.map((block) => ({ heading: block.heading ?? '', text: block.text })),
    { platform: platform ?? '', document: document ?? '' },
  )
  return { facts: found.map(({ fact, value, quote, block }) => ({ fact, value, quote, block: blocks[block]!.id })) }
}

/** The blocks of one document are answered together, because an answer may depend on its neighbours. */
export async function* classifyLines(lines: AsyncIterable<string>): AsyncIterable<StageAnswer> {
  const classifier = await loadClassifier()
  let waiting: { id: unknown; line: z.infer<typeof classified> }[] = []
  const keyOf = ({ id, line }: (typeof waiting)[number]) =>
    JSON.stringify([line.platform, line.document, String(id).split('.')[0]])
  let number = 0
  for await (const raw of lines) {
    number++
    if (raw.trim() === '') continue
    let next: (typeof waiting)[number]
    try {
      const value: unknown = JSON.parse(raw)
      next = { id: (value as Line)?.id ?? null, line: parse(classified, value as Line) }
    } catch (cause) {
      if (!(cause instanceof SyntaxError) && !(cause instanceof ClausewatchError)) throw cause
      yield* answerTogether(classifier, waiting)
      waiting = []
      yield {
        id: null,
        error:
          cause instanceof ClausewatchError
            ? cause.message
            : `line ${number} is no JSON object; write one object a line`,
      }
      continue
    }
    if (waiting[0] && keyOf(waiting[0]) !== keyOf(next)) {
      yield* answerTogether(classifier, waiting)
      waiting = []
    }
    waiting.push(next)
  }
  yield* answerTogether(classifier, waiting)
}

function* answerTogether(
  classifier: Classifier,
  waiting: readonly { id: unknown; line: z.infer<typeof classified> }[],
): Iterable<StageAnswer> {
  const first = waiting[0]
  if (!first) return
  const answers = classifier.classify(
    waiting.map(({ line }) => ({ heading: line.heading ?? '', text: line.text })),
    { platform: first.line.platform ?? '', document: first.line.document ?? '' },
  )
  for (const [at, { id }] of waiting.entries()) yield { id, ...answers[at]! }
}

function parse<T>(schema: z.ZodType<T>, line: Line): T {
  const result = schema.safeParse(line)
  if (result.success) return result.data
  const issue = result.error.issues[0]!
  throw new ClausewatchError(
    'line-malformed',
    `the line's field "${issue.path.join('.')}" does not fit: ${issue.message}`,
    "see the command's --help for its form",
  )
}

function declared(platform: string | null | undefined, document: string | null | undefined): DeclaredDocument {
  return { platform: platform ?? '', title: document ?? '', type: foreignDocumentType(document ?? '') }
}

async function inputOf(file: string, url: string | null, about: DeclaredDocument): Promise<ExtractInput> {
  try {
    const bytes = await readFile(file)
    return { bytes, mediaType: MEDIA_TYPES[path.extname(file).toLowerCase()] ?? 'text/html', url, declared: about }
  } catch (cause) {
    throw new ClausewatchError(
      'file-unreadable',
      `${file} cannot be read (${(cause as NodeJS.ErrnoException).code})`,
      'give the path of a readable file',
      { cause },
    )
  }
}
