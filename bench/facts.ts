/**
 * Scores the reading of facts, fact by fact, on documents that are not among the labelled ones (`facts/label-folder.ts`),
 * with the scorer of the labelled data.
 *
 *   node bench/facts.ts [SHARED] [MAIN]     (default: ../shared beside the repository, dist/main.js)
 */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { withLabelFolder } from './facts/label-folder.ts'

const root = path.join(import.meta.dirname, '..')
const [shared = path.join(root, '../shared'), main = path.join(root, 'dist/main.js')] = process.argv.slice(2)
const scorer = path.join(shared, 'gold/score.mjs')
if (existsSync(scorer))
  for (const set of ['opened', 'kept'] as const)
    withLabelFolder(shared, set, (gold) => {
      const command = [scorer, 'facts', '--gold', gold, '--', process.execPath, main]
      process.stdout.write(`${set}: ${execFileSync(process.execPath, command, { encoding: 'utf8' })}\n`)
    })
else process.stdout.write(`skipped: no scorer under ${shared}\n`)
