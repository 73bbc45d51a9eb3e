/** `clausewatch timestamp`: has the last checkpoint of the log signed by timestamp authorities, now. */
import type { Command } from 'commander'
import { ClausewatchError } from '../../core/error.ts'
import { archivePlace } from '../../service/archive-place.ts'
import { demandArchive } from '../../service/demand-archive.ts'
import { type StampSummary, stampFolder } from '../../service/timestamp.ts'
import { timestampSettings } from '../../service/timestamp-settings.ts'
import type { CommandContext, DataOptions } from '../context.ts'
import { EXIT_CODES } from '../exit-code.ts'
import type { Terminal } from '../terminal.ts'

export function registerTimestamp(program: Command, { terminal, env }: CommandContext): void {
  program
    .command('timestamp')
    .description('have the last checkpoint of the log signed by the timestamp authorities of the settings (RFC 3161)')
    .option('--data <folder>', 'folder of the archive', './data')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      `\nExample:\n  CLAUSEWATCH_TSA=https://tsa.example/tsr clausewatch timestamp\n\n\`clausewatch up\` does it by itself once an hour, where the log has grown. Bundles of evidence hold the answers.\nThe exit code is ${EXIT_CODES.findings} where too few authorities signed.`,
    )
    .action(async ({ data, json }: DataOptions) => {
      const settings = timestampSettings(env)
      if (!settings)
        throw new ClausewatchError(
          'no-authority',
          'no timestamp authority is set',
          'name one or more in CLAUSEWATCH_TSA, and their roots in CLAUSEWATCH_TSA_ROOTS',
        )
      await demandArchive(data)
      const summary = await stampFolder({ folder: data, ...(await archivePlace(env)) }, settings)
      if (json) terminal.print(JSON.stringify(summary && plain(summary)))
      else if (summary === null) terminal.print('the last checkpoint is stamped already')
      else printSummary(terminal, summary)
      if (summary?.kept === false) process.exitCode = EXIT_CODES.findings
    })
}

function printSummary(terminal: Terminal, { size, kept, results }: StampSummary): void {
  for (const result of results) {
    if (result.kind === 'stamped') terminal.print(terminal.green(`${result.authority}: ${result.at.toISOString()}`))
    else terminal.print(terminal.red(`${result.authority}: ${result.reason}`))
  }
  terminal.print(
    kept
      ? `the checkpoint of ${size} entries is stamped, and every bundle of evidence up to it holds that`
      : 'too few authorities have signed, and nothing was kept',
  )
}

/** The tokens themselves are in the archive. */
function plain({ size, kept, results }: StampSummary) {
  return {
    size,
    kept,
    results: results.map((result) =>
      result.kind === 'stamped'
        ? { authority: result.authority, at: result.at.toISOString() }
        : { authority: result.authority, failed: result.reason, retry: result.retry },
    ),
  }
}
