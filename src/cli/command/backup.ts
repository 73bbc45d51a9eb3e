/** `clausewatch backup FILE` and `clausewatch restore [FILE]`. */
import type { Command } from 'commander'
import { archivePlace } from '../../service/archive-place.ts'
import { backupTo } from '../../service/backup/backup.ts'
import { restoreFrom } from '../../service/backup/restore.ts'
import type { CommandContext, DataOptions } from '../context.ts'

export function registerBackup(program: Command, { terminal, env }: CommandContext): void {
  program
    .command('backup <file>')
    .description('write everything that the folder of an archive holds into one tar file')
    .option('--with-key', 'take the key of the log along; who has it can sign in its name')
    .option('--data <folder>', 'folder of the archive', './data')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExample:\n  clausewatch backup archive-2026-11-21.tar --data ./data\n\nNobody else writes the archive meanwhile. Snapshots that are kept in S3 stay there.',
    )
    .action(async (file: string, { data, json, withKey }: DataOptions & { readonly withKey?: boolean }) => {
      const progress = terminal.progress('backup')
      const { files, ...contents } = await backupTo(file, {
        folder: data,
        withKey: withKey ?? false,
        onProgress: (done, of) => progress.update(done, of, `${done} of ${of} files`),
        ...(await archivePlace(env)),
      }).finally(() => progress.stop())
      const count = Object.keys(files).length
      if (json) terminal.print(JSON.stringify({ file, ...contents, files: count }))
      else terminal.print(`${file}: ${count} files, ${contents.entries} entries of ${contents.origin}`)
      if (!withKey && !json)
        terminal.note('the key of the log is not in it: keep log/key.pem elsewhere, or restore begins a successor log')
    })
}

export function registerRestore(program: Command, { terminal, env }: CommandContext): void {
  program
    .command('restore [file]')
    .description('put a backup back, or go on with a folder that was put back')
    .option('--data <folder>', 'folder of the archive; with a backup, one that is not there yet', './data')
    .option('--reason <text>', 'why; it is public, in the first entry of a successor log', 'restored from a backup')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  clausewatch restore archive-2026-11-21.tar --data ./data\n  clausewatch restore --data ./data --reason "the newer disk is lost"\n\nThe same log goes on where the checkpoint outside of the archive shows that nothing came after the backup, and the key\nis there. Otherwise a successor log begins, whose first entry names the last checkpoint known.',
    )
    .action(async (file: string | undefined, { data, json, reason }: DataOptions & { readonly reason: string }) => {
      const summary = await restoreFrom(file ?? null, { folder: data, reason, ...(await archivePlace(env)) })
      if (json) return terminal.print(JSON.stringify(summary))
      terminal.print(`${data} holds ${summary.entries} entries of ${summary.origin}`)
      terminal.print(
        summary.predecessor === null
          ? 'nothing came after the backup: the same log goes on'
          : `a successor of ${summary.predecessor} has begun, with a new key and ids behind a gap; publish its verifier key`,
      )
    })
}
