/** Unlabelled blocks of policies, on which the network learns from a teacher's answers. */
import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { GoldRow } from './gold-rows.ts'
import type { DocumentBlocks } from './matrix.ts'

/** Blocks kept together, so that lead-ins and neighbours stay what they were. */
const STRETCH = 40

/** About `most` blocks in stretches spread evenly over the corpus, without any text that is labelled. */
export function readCorpusBlocks(corpusFolder: string, labelled: readonly GoldRow[], most: number): DocumentBlocks[] {
  const file = `${corpusFolder}/policy-blocks.jsonl.gz`
  if (!existsSync(file)) return []
  const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n')
  const blocks = lines
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { document: string; heading: string; text: string })
  const known = new Set(labelled.map(({ text }) => lettersOf(text)))
  const every = Math.max(1, Math.round(blocks.length / most))
  const documents: DocumentBlocks[] = []
  for (let start = 0, stretch = 0; start < blocks.length; stretch++) {
    const document = blocks[start]!.document
    let end = start
    while (end < blocks.length && end < start + STRETCH && blocks[end]!.document === document) end++
    const kept = blocks.slice(start, end).filter(({ text }) => !known.has(lettersOf(text)))
    if (stretch % every === 0 && kept.length > 0) documents.push({ platform: '', document, blocks: kept })
    start = end
  }
  return documents
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^a-z]+/g, '')
}
