/** `clausewatch reprocess`: makes results anew with the stages of today. */
import { type Command, Option } from 'commander'
import { REPROCESSED, type ReprocessedStage, reprocessInto } from '../../service/reprocess/index.ts'
import type { CommandContext, DataOptions } from '../context.ts'

type Options = DataOptions & { readonly stage: ReprocessedStage; readonly again?: boolean }

export function registerReprocess(program: Command, context: CommandContext): void {
  program
    .command('reprocess')
    .description('make results anew with the stages of today; what they were stays listed, and nobody is alerted')
    .option('--data <folder>', 'folder of the archive', './data')
    .addOption(
      new Option('--stage <stage>', 'the stage to run again')
        .choices(Object.keys(REPROCESSED))
        .makeOptionMandatory(true),
    )
    .option('--again', 'also what was looked at with these stage versions before')
    .option('--json', 'print the summary as JSON')
    .addHelpText(
      'after',
      '\nExample:\n  clausewatch reprocess --stage compare --data ./data\n\nA run that was stopped goes on where it was; a second run finds nothing to do.',
    )
    .action(async ({ data, stage, again, json }: Options) => {
      const { terminal, signal } = context
      const progress = terminal.progress('reprocess')
      const summary = await reprocessInto(data, stage, {
        signal,
        again: again ?? false,
        onProgress: ({ done, total, what }) => progress.update(done, total, what),
      }).finally(() => progress.stop())
      const { looked, what, revised } = summary
      if (json) terminal.print(JSON.stringify({ stage, ...summary }))
      else if (looked === 0) terminal.print(`${stage}: nothing to do`)
      else terminal.print(`${stage}: ${looked} ${what} looked at, ${revised} of them are otherwise now`)
    })
}
