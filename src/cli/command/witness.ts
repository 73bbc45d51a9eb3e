/** `clausewatch witness`: asks the Wayback Machine whether it saw what we saw. */
import { type Command, InvalidArgumentError } from 'commander'
import { demandArchive } from '../../service/demand-archive.ts'
import { askWitness, type WitnessSummary, waybackSettings } from '../../service/witness.ts'
import type { CommandContext, DataOptions } from '../context.ts'
import { EXIT_CODES } from '../exit-code.ts'
import type { Terminal } from '../terminal.ts'

type Options = DataOptions & { readonly save: boolean; readonly limit: number }

export function registerWitness(program: Command, { terminal, env, signal }: CommandContext): void {
  program
    .command('witness')
    .description('ask the Wayback Machine, as a second witness, for what our versions rest on')
    .option('--save', 'have it capture what is on display now and not held there (needs a key)', false)
    .option('--limit <count>', 'captures to ask about in one run', parseCount, 50)
    .option('--data <folder>', 'folder of the archive', './data')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      `\nExample:\n  clausewatch witness --limit 20\n\nIt sends addresses of pages to web.archive.org, slowly, and never by itself. Its answers are shown with the evidence of a version; they are what somebody else holds, and no part of the log.\nThe exit code is ${EXIT_CODES.findings} where it stopped before the end.`,
    )
    .action(async ({ data, save, limit, json }: Options) => {
      const settings = waybackSettings(env)
      await demandArchive(data)
      const summary = await askWitness(
        {
          folder: data,
          save,
          limit,
          signal,
          onNote: (url, note) => {
            const said = note === null ? 'not held' : note.kind === 'held' ? `held, ${note.at}` : note.reason
            terminal.note(`${url}: ${said}`)
          },
        },
        settings,
      )
      if (json) terminal.print(JSON.stringify(summary))
      else printSummary(terminal, summary)
      if (summary.stopped) process.exitCode = EXIT_CODES.findings
    })
}

function printSummary(terminal: Terminal, { asked, held, sameBytes, saved, refused, stopped }: WitnessSummary): void {
  terminal.print(`asked about ${asked} captures: ${held} are held there, ${sameBytes} of them with the very same bytes`)
  terminal.print(`captured there now: ${saved}; refused: ${refused}`)
  if (stopped) terminal.print(terminal.red(`stopped: ${stopped}`))
}

function parseCount(text: string): number {
  const count = Number(text)
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('it is a whole number from 1')
  return count
}
