/**
 * Blocks of the corpus. Some are labelled (`corpus-labels.tsv`, which names a block by its hash, because no text of a
 * policy is kept here); the others stand around these, and tell how rare a feature is.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Severity } from '../../src/core/change.ts'
import type { ProvisionType } from '../../src/core/provision.ts'
import type { GoldRow } from './gold-rows.ts'
import type { DocumentBlocks } from './matrix.ts'

export type Label = Pick<GoldRow, 'types' | 'severity'>
type CorpusBlock = { readonly document: string; readonly heading: string; readonly text: string }
export type CorpusDocument = DocumentBlocks & {
  /** Labels of blocks, where they have any, in the order of the blocks. */
  readonly labels: readonly (Label | undefined)[]
}

/** Blocks kept together, so that lead-ins and neighbours stay what they were. */
const STRETCH = 40

/** Every stretch with a labelled block, without any text of the labelled documents. */
export function readCorpusBlocks(corpusFolder: string, gold: readonly GoldRow[]): CorpusDocument[] {
  const file = `${corpusFolder}/policy-blocks.jsonl.gz`
  if (!existsSync(file)) return []
  const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n')
  const blocks = lines.filter((line) => line !== '').map((line) => JSON.parse(line) as CorpusBlock)
  const labels = readCorpusLabels()
  const known = new Set(gold.map(({ text }) => lettersOf(text)))
  const documents: CorpusDocument[] = []
  for (let start = 0; start < blocks.length; ) {
    const document = blocks[start]!.document
    let end = start
    while (end < blocks.length && end < start + STRETCH && blocks[end]!.document === document) end++
    const kept = blocks.slice(start, end).filter(({ text }) => !known.has(lettersOf(text)))
    const labelled = kept.map((block) => takeLabel(labels, block))
    if (labelled.some((label) => label !== undefined))
      documents.push({ platform: '', document, blocks: kept, labels: labelled })
    start = end
  }
  return documents
}

function readCorpusLabels(): Map<string, Label> {
  const lines = readFileSync(path.join(import.meta.dirname, 'corpus-labels.tsv'), 'utf8')
    .trimEnd()
    .split('\n')
  return new Map(
    lines.slice(1).map((line): [string, Label] => {
      const [block = '', severity, types = '-'] = line.split('\t')
      return types === '-'
        ? [block, { types: [], severity: null }]
        : [block, { types: types.split(' ') as ProvisionType[], severity: severity as Severity }]
    }),
  )
}

/** A block that comes twice is labelled once. */
function takeLabel(labels: Map<string, Label>, { document, heading, text }: CorpusBlock): Label | undefined {
  const key = createHash('sha256').update([document, heading, text].join('\u0001')).digest('hex').slice(0, 16)
  const label = labels.get(key)
  labels.delete(key)
  return label
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^a-z]+/g, '')
}
