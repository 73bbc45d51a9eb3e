/** `clausewatch search`: the words of policy texts. */
import type { Command } from 'commander'
import { formatId } from '../../core/id.ts'
import { openStore } from '../../store/index.ts'
import { MATCH_END, MATCH_START, searchBlocks } from '../../store/view/search.ts'
import { parseLimit } from '../argument.ts'
import type { CommandContext, DataOptions } from '../context.ts'

export function registerSearch(program: Command, { terminal }: CommandContext): void {
  program
    .command('search <words...>')
    .description('find blocks of policy texts that hold these words')
    .option('--data <folder>', 'folder of the archive', './data')
    .option('--platform <slug>', 'of this platform only')
    .option('--every-version', 'also in versions that are not the newest')
    .option('--limit <n>', 'at most so many', parseLimit, 20)
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  clausewatch search "class action" --platform lumenforge')
    .action(
      async (words: string[], options: DataOptions & { platform?: string; everyVersion?: boolean; limit: number }) => {
        await using store = await openStore(options.data, { readOnly: true })
        const hits = await searchBlocks(store.db, {
          words: words.join(' '),
          platform: options.platform,
          everyVersion: options.everyVersion ?? false,
          limit: options.limit,
        })
        if (options.json)
          return terminal.print(
            JSON.stringify(
              hits.map((hit) => ({
                ...hit,
                version: formatId('version', hit.version),
                snippet: hit.snippet.replaceAll(MATCH_START, '').replaceAll(MATCH_END, ''),
              })),
            ),
          )
        for (const hit of hits) {
          terminal.print(
            terminal.bold(`${hit.platformName} · ${hit.documentTitle}  ${formatId('version', hit.version)}`) +
              terminal.dim(`  ${hit.headingPath.join(' › ')}`),
          )
          terminal.print(
            `  ${hit.snippet.replaceAll(new RegExp(`${MATCH_START}([^${MATCH_END}]*)${MATCH_END}`, 'g'), (_, matched: string) => terminal.bold(matched))}`,
          )
        }
        if (hits.length === 0) terminal.print('nothing found')
      },
    )
}
