/**
 * Scores the reading of facts on documents that are not among the labelled ones: `facts/labels.tsv` holds what a reader
 * found in 62 further documents of `gold/provisions`, none of a platform whose facts are labelled there. Values alone are
 * kept, no quotation. Rules were written after reading the errors of those called `opened`; of those called `kept`
 * nothing but the score was looked at. The scorer is that of the labelled data.
 *
 *   node bench/facts.ts [SHARED] [MAIN]     (default: ../shared beside the repository, dist/main.js)
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const root = path.join(import.meta.dirname, '..')
const [shared = path.join(root, '../shared'), main = path.join(root, 'dist/main.js')] = process.argv.slice(2)
const scorer = path.join(shared, 'gold/score.mjs')
if (existsSync(scorer)) for (const set of ['opened', 'kept']) process.stdout.write(`${set}: ${scoreOf(set)}\n`)
else process.stdout.write(`skipped: no scorer under ${shared}\n`)

function scoreOf(set: string): string {
  const gold = mkdtempSync(path.join(tmpdir(), 'clausewatch-facts-'))
  try {
    mkdirSync(path.join(gold, 'facts'))
    symlinkSync(path.resolve(shared, 'gold/provisions'), path.join(gold, 'provisions'))
    writeFileSync(path.join(gold, 'facts/facts.jsonl'), labelsOf(set))
    return execFileSync(process.execPath, [scorer, 'facts', '--gold', gold, '--', process.execPath, main], {
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    }).trim()
  } finally {
    rmSync(gold, { recursive: true })
  }
}

/** Lines of the form of `facts/facts.jsonl`, without quotations. */
function labelsOf(set: string): string {
  const lines = readFileSync(path.join(import.meta.dirname, 'facts/labels.tsv'), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
  return lines
    .map((line) => line.split('\t'))
    .filter(([of]) => of === set)
    .map(([, document, fact, value = '""']) => `${JSON.stringify({ document, fact, value: JSON.parse(value) })}\n`)
    .join('')
}
