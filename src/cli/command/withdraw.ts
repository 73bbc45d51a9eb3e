/** `clausewatch withdraw ID…`: takes versions down for good, and says why wherever they are named. */
import type { Command } from 'commander'
import { archivePlace } from '../../service/archive-place.ts'
import { type WithdrawSummary, withdrawRecords } from '../../service/withdraw.ts'
import type { CommandContext, DataOptions } from '../context.ts'
import type { Terminal } from '../terminal.ts'

type Options = DataOptions & { readonly reason: string }

export function registerWithdraw(program: Command, { terminal, env }: CommandContext): void {
  program
    .command('withdraw <ids...>')
    .description('take versions (CW-V-…) or documents (CW-D-…) down: their bytes and words go for good')
    .requiredOption('--reason <text>', 'why; it is public, in the log and on the pages')
    .option('--data <folder>', 'folder of the archive', './data')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExample:\n  clausewatch withdraw CW-V-000012 --reason "names a private person"\n\nEntries and hashes stay, so that all proofs hold; pages, evidence and TimeMaps say why. It cannot be undone.\nBackups that were made before hold the bytes still.',
    )
    .action(async (ids: string[], { data, reason, json }: Options) => {
      const summary = await withdrawRecords(ids, reason, { folder: data, ...(await archivePlace(env)) })
      if (json) terminal.print(JSON.stringify(summary))
      else printSummary(terminal, summary)
    })
}

function printSummary(terminal: Terminal, { versions, changes, snapshots, sharing }: WithdrawSummary): void {
  terminal.print(`withdrawn: ${versions.join(', ')}`)
  terminal.print(`${snapshots} snapshots and texts removed, each named by a ruling in the log`)
  if (changes.length > 0) terminal.print(`changes that no longer quote it: ${changes.join(', ')}`)
  if (sharing.length === 0) return
  const others = sharing.map(({ version, passages }) => `${version} (${passages})`)
  terminal.note(`passages of it stand word for word in ${others.join(', ')}: withdraw these too if they must go`)
}
