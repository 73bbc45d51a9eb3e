/** `clausewatch check`: one round now, without serving anything. */
import type { Command } from 'commander'
import { defaultCatalogues } from '../../service/catalogue/load.ts'
import { checkNow } from '../../service/check.ts'
import { readSettings } from '../../service/settings.ts'
import type { CommandContext, DataOptions } from '../context.ts'
import { resultLine } from '../result-line.ts'

type Options = DataOptions & { readonly catalogue?: string[]; readonly due?: boolean; readonly dryRun?: boolean }

export function registerCheck(program: Command, { terminal, env, signal }: CommandContext): void {
  program
    .command('check [platform] [document]')
    .description('check documents now: all of them, those of a platform, or one (slugs)')
    .option('--data <folder>', 'folder of the archive', './data')
    .option(
      '--catalogue <folder...>',
      'folders of catalogue files (default: the built-in one, then catalogue/ in the archive)',
    )
    .option('--due', 'only documents whose next check is due')
    .option('--dry-run', 'say what would be fetched, and fetch nothing')
    .option('--json', 'print one JSON object a document')
    .addHelpText('after', '\nExamples:\n  clausewatch check anthropic\n  clausewatch check --due --json')
    .action(async (platform: string | undefined, document: string | undefined, options: Options) => {
      const settings = readSettings(env)
      let shells = 0
      const chosen = await checkNow(
        {
          folder: options.data,
          catalogues: options.catalogue ?? defaultCatalogues(options.data),
          settings,
          platform,
          document,
          due: options.due ?? false,
          signal,
        },
        options.dryRun
          ? null
          : (checked) => {
              if (checked.result.verdict === 'shell') shells++
              terminal.print(options.json ? JSON.stringify(checked.result) : resultLine(checked))
            },
      )
      if (shells > 0 && settings.withoutBrowser)
        terminal.note(`pages that need scripts: ${shells}; ${settings.withoutBrowser}`)
      if (options.dryRun)
        for (const key of chosen)
          terminal.print(options.json ? JSON.stringify(key) : `${key.platform} · ${key.document}`)
      signal.throwIfAborted()
    })
}
