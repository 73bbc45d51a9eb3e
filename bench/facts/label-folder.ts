/**
 * Further documents of `gold/provisions` with facts that a reader found in them (`labels.tsv`: values alone, no
 * quotation), none of a platform whose facts are labelled in `gold/facts`. Rules were written after reading the errors of
 * those called `opened`; of those called `kept` nothing but the score was looked at.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

export type LabelSet = 'opened' | 'kept'

/** Calls `use` with a folder laid out for the scorer's `--gold`; it is gone afterwards. */
export function withLabelFolder<Result>(shared: string, set: LabelSet, use: (folder: string) => Result): Result {
  const folder = mkdtempSync(path.join(tmpdir(), 'clausewatch-facts-'))
  try {
    mkdirSync(path.join(folder, 'facts'))
    symlinkSync(path.resolve(shared, 'gold/provisions'), path.join(folder, 'provisions'))
    writeFileSync(path.join(folder, 'facts/facts.jsonl'), labelsOf(set))
    return use(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Lines of the form of `gold/facts/facts.jsonl`, without quotations. */
function labelsOf(set: LabelSet): string {
  const lines = readFileSync(path.join(import.meta.dirname, 'labels.tsv'), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
  return lines
    .map((line) => line.split('\t'))
    .filter(([of]) => of === set)
    .map(([, document, fact, value = '""']) => `${JSON.stringify({ document, fact, value: JSON.parse(value) })}\n`)
    .join('')
}
