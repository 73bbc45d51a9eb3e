/** `clausewatch review`: a person corrects or retires a change. */
import { type Command, Option } from 'commander'
import { CHANGE_KINDS, type ChangeKind, SEVERITIES, type Severity } from '../../core/change.ts'
import { ClausewatchError } from '../../core/error.ts'
import { reviewChange } from '../../service/review.ts'
import type { CommandContext, DataOptions } from '../context.ts'

type Options = DataOptions & {
  readonly kind?: ChangeKind
  readonly severity?: Severity
  readonly summary?: string
  readonly retire?: boolean
  readonly reason: string
}

export function registerReview(program: Command, { terminal }: CommandContext): void {
  program
    .command('review <change>')
    .description('correct a change (CW-C-…), or retire it; the correction is entered with its reason, and public')
    .option('--data <folder>', 'folder of the archive', './data')
    .addOption(new Option('--kind <kind>', 'what it is').choices(CHANGE_KINDS))
    .addOption(new Option('--severity <severity>', 'how much it weighs').choices(SEVERITIES))
    .option('--summary <text>', 'what it says, in one to three sentences')
    .option('--retire', 'it is no change; its address stays and says so')
    .requiredOption('--reason <text>', 'why')
    .addHelpText(
      'after',
      '\nExample:\n  clausewatch review CW-C-000012 --kind noise --reason "the page showed another region\'s edition"',
    )
    .action(async (change: string, { data, kind, severity, summary, retire, reason }: Options) => {
      const correction = {
        ...(kind ? { kind } : {}),
        ...(severity ? { severity } : {}),
        ...(summary ? { summary } : {}),
      }
      const isCorrected = Object.keys(correction).length > 0
      if (isCorrected === (retire ?? false))
        throw new ClausewatchError(
          'review-empty',
          `nothing is said about ${change} that could be entered`,
          'give --kind, --severity or --summary, or else --retire',
        )
      await reviewChange(data, { change, correction: retire ? null : correction, reason })
      terminal.print(`${change} is ${retire ? 'retired' : 'corrected'}; the reason stands with it`)
    })
}
