/** `clausewatch doctor`: is this machine fit, is the archive sound, and what to do where not. */
import type { Command } from 'commander'
import { examine, type Finding } from '../../service/doctor.ts'
import type { CommandContext, DataOptions } from '../context.ts'
import { EXIT_CODES } from '../exit-code.ts'
import type { Progress, Terminal } from '../terminal.ts'

export function registerDoctor(program: Command, { terminal, env }: CommandContext): void {
  program
    .command('doctor')
    .description('look at settings, disk, database, documents and archive, and say what is wrong and what to do')
    .option('--data <folder>', 'folder of the archive', './data')
    .option('--quick', 'without reading every snapshot again')
    .option('--json', 'print JSON, one finding a line')
    .addHelpText(
      'after',
      `\nExample:\n  clausewatch doctor --quick\n\nIt only reads, and asks nobody outside. The exit code is ${EXIT_CODES.findings} where something is wrong.`,
    )
    .action(async ({ data, quick = false, json }: DataOptions & { quick?: boolean }) => {
      const bar: Progress[] = []
      const onProgress = (done: number, of: number) => {
        bar[0] ??= terminal.progress('doctor')
        bar[0].update(done, of, `${done} of ${of} read again`)
      }
      let wrong = 0
      try {
        for await (const finding of examine({ folder: data, env, quick, onProgress })) {
          bar.pop()?.stop()
          if (finding.state === 'wrong') wrong += 1
          if (json) terminal.print(JSON.stringify(finding))
          else printFinding(terminal, finding)
        }
      } finally {
        bar.pop()?.stop()
      }
      if (!json)
        terminal.print(
          wrong === 0
            ? terminal.green('nothing is wrong')
            : terminal.red(`${wrong} thing${wrong === 1 ? '' : 's'} wrong`),
        )
      if (wrong > 0) process.exitCode = EXIT_CODES.findings
    })
}

function printFinding(terminal: Terminal, { what, state, says, remedy }: Finding): void {
  const mark = state === 'well' ? terminal.green('well   ') : state === 'wrong' ? terminal.red('wrong  ') : 'notable'
  terminal.print(`${mark}  ${what.padEnd(9)}  ${says}`)
  if (remedy) terminal.print(terminal.dim(`${' '.repeat(20)}${remedy}`))
}
