/**
 * The stages alone, JSON Lines in and out: one answer a line in the order of the input, `{"id", "error"}` where one
 * fails. For scripts, and for measuring the product from outside.
 */
import type { Command } from 'commander'
import { ClausewatchError } from '../../core/error.ts'
import {
  classifyLines,
  compareLine,
  extractLine,
  factsLine,
  judgeLine,
  type StageAnswer,
} from '../../service/stage-line.ts'
import type { CommandContext } from '../context.ts'
import { errorSentence } from '../terminal.ts'

const STAGES = [
  ['extract', 'file -> policy text', '{"id","file","url","platform","document"}', each(extractLine)],
  [
    'judge',
    'file -> verdict',
    '{"id","file","platform","document","medianBytes"?,"status"?,"headers"?,"previousText"?}',
    each(judgeLine),
  ],
  ['compare', 'two texts -> change', '{"id","old","new","document"}', each(compareLine)],
  [
    'classify',
    'block -> provision types',
    '{"id","platform","document","heading","text"}, the blocks of one document together',
    classifyLines,
  ],
  [
    'facts',
    'blocks of a document -> facts',
    '{"id","platform","document","blocks":[{"id","heading","text"}]}',
    each(factsLine),
  ],
] as const

export function registerStages(program: Command, { terminal, stdin }: CommandContext): void {
  for (const [name, what, form, run] of STAGES) {
    program
      .command(name)
      .description(`the stage alone: ${what}, JSON Lines from standard input`)
      .requiredOption('--jsonl', 'read and write JSON Lines')
      .addHelpText(
        'after',
        `\nA line of input:\n  ${form}\n\nExample:\n  clausewatch ${name} --jsonl < lines.jsonl > answers.jsonl`,
      )
      .action(async () => {
        const lines = linesOf(stdin)
        for await (const answer of run(lines)) {
          terminal.print(JSON.stringify(answer))
          await terminal.drained()
        }
      })
  }
}

/** Lines as they are asked for: nothing is lost while a stage still loads its model. */
async function* linesOf(input: NodeJS.ReadableStream): AsyncIterable<string> {
  let rest = ''
  input.setEncoding('utf8')
  for await (const chunk of input) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop()!
    yield* lines
  }
  if (rest !== '') yield rest
}

type Line = Readonly<Record<string, unknown>>

/** Every line by itself. */
function each(work: (line: Line) => Promise<StageAnswer>): (lines: AsyncIterable<string>) => AsyncIterable<unknown> {
  return async function* (lines) {
    let number = 0
    for await (const text of lines) {
      number++
      if (text.trim() === '') continue
      const line = parseLine(text, number)
      if ('error' in line) yield line
      else yield await answered(line, () => work(line))
    }
  }
}

async function answered(line: Line, work: () => Promise<StageAnswer>): Promise<unknown> {
  try {
    return { id: line.id, ...(await work()) }
  } catch (cause) {
    if (!(cause instanceof ClausewatchError)) throw cause
    return { id: line.id, error: errorSentence(cause) }
  }
}

export function parseLine(text: string, number: number): Line {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Line
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause
  }
  return { id: null, error: `line ${number} is no JSON object; write one object a line` }
}
