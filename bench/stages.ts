/**
 * Runs the scorer of the labelled data over stage commands and writes `bench/stages.json`, which the methodology page
 * reads. `classify` has a measurement of its own on platforms that training has not seen (`bench/accuracy.ts`).
 * A stage that is not named keeps the figures that it had.
 *
 *   node bench/stages.ts [SHARED] [MAIN] [STAGE…]     (default: ../shared beside the repository, dist/main.js, all)
 */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { withLabelFolder } from './facts/label-folder.ts'

/** `facts-kept`: the facts of documents that no rule was written for. */
const STAGES = ['extract', 'judge', 'compare', 'facts', 'facts-kept'] as const
type Measured = {
  readonly stage: string
  readonly measuredOn: string
  readonly command: string
  readonly figures: Readonly<Record<string, number>>
}

const root = path.join(import.meta.dirname, '..')
const [shared = path.join(root, '../shared'), main = path.join(root, 'dist/main.js'), ...named] = process.argv.slice(2)
const file = path.join(import.meta.dirname, 'stages.json')
const scorer = path.join(shared, 'gold/score.mjs')
if (existsSync(scorer))
  for (const stage of STAGES) if (named.length === 0 || named.includes(stage)) keep(measure(stage))
if (!existsSync(scorer)) process.stdout.write(`skipped: no scorer under ${shared}\n`)

function measure(stage: string): Measured {
  const output =
    stage === 'facts-kept'
      ? withLabelFolder(shared, 'kept', (gold) => scored(['facts', '--gold', gold]))
      : scored([stage])
  const answer = JSON.parse(output) as Readonly<Record<string, unknown>>
  const figures = figuresIn(answer)
  process.stderr.write(`${stage}: ${JSON.stringify(Object.fromEntries(figures))}\n`)
  return {
    stage,
    measuredOn: new Date().toISOString().slice(0, 10),
    command:
      stage === 'facts-kept' ? 'node bench/facts.ts' : `node ../shared/gold/score.mjs ${stage} -- node dist/main.js`,
    figures: Object.fromEntries(figures),
  }
}

function scored(asked: readonly string[]): string {
  const command = [scorer, ...asked, '--', process.execPath, main]
  return execFileSync(process.execPath, command, { encoding: 'utf8', maxBuffer: 1 << 28 })
}

/** Numbers, also those of groups ("all.f1"); lists of single items, and how long it took on this machine, are left out. */
function figuresIn(answer: Readonly<Record<string, unknown>>, group = ''): [string, number][] {
  return Object.entries(answer).flatMap(([name, value]): [string, number][] => {
    if (typeof value === 'number') return /seconds$/i.test(name) ? [] : [[`${group}${name}`, value]]
    if (typeof value !== 'object' || value === null || Array.isArray(value) || group !== '') return []
    return figuresIn(value as Readonly<Record<string, unknown>>, `${name}.`)
  })
}

/** Written after each stage, so that a long one that is broken off costs the others nothing. */
function keep(measured: Measured): void {
  const before: readonly Measured[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
  const all = [...before.filter(({ stage }) => stage !== measured.stage), measured]
  const inOrder = STAGES.flatMap((stage) => all.filter((one) => one.stage === stage))
  writeFileSync(file, `${JSON.stringify(inOrder, null, 1)}\n`)
}
