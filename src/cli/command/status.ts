/** `clausewatch status`: the health of every followed document, gaps shown as gaps, and open notices on platforms. */
import type { Command } from 'commander'
import { formatId } from '../../core/id.ts'
import { openStore } from '../../store/index.ts'
import { documentLines } from '../../store/view/document.ts'
import { noticeLines, noticeWords } from '../../store/view/notice.ts'
import type { CommandContext, DataOptions } from '../context.ts'

export function registerStatus(program: Command, { terminal }: CommandContext): void {
  program
    .command('status')
    .description('show the health of every document')
    .option('--data <folder>', 'folder of the archive', './data')
    .option('--failing', 'only documents whose newest attempt failed')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  clausewatch status --failing')
    .action(async (options: DataOptions & { failing?: boolean }) => {
      await using store = await openStore(options.data, { readOnly: true })
      const lines = (await documentLines(store.db)).filter(({ health }) => !options.failing || health.failures > 0)
      const notices = await noticeLines(store.db, { open: true })
      if (options.json)
        return terminal.print(
          JSON.stringify({
            documents: lines.map((line) => ({ ...line, id: formatId('document', line.number) })),
            notices: notices.map((notice) => ({ ...notice, words: noticeWords(notice) })),
          }),
        )
      for (const { number, platformName, title, health } of lines) {
        const state =
          health.lastAttemptAt === null
            ? health.followed
              ? 'not checked yet'
              : 'known from an import, not followed'
            : health.failures > 0
              ? terminal.red(`failing since ${health.failingSince} (${health.failures} attempts): ${health.lastReason}`)
              : terminal.green(`received ${health.lastGoodAt}`)
        terminal.print(`${formatId('document', number)}  ${platformName} · ${title}  ${state}`)
      }
      for (const notice of notices)
        terminal.print(`notice       ${notice.platformName}  ${terminal.red(noticeWords(notice))}`)
      if (lines.length === 0) terminal.print(options.failing ? 'no document is failing' : 'no documents')
    })
}
