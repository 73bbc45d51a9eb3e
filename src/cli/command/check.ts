/** `clausewatch check`: one round now, without serving anything. */
import type { Command } from 'commander'
import { toMoment } from '../../core/clock.ts'
import { ClausewatchError } from '../../core/error.ts'
import { openPipeline } from '../../pipeline.ts'
import { defaultCatalogues, loadCatalogue } from '../../service/catalogue/load.ts'
import { systemClock } from '../../service/clock.ts'
import { refuseDemoFolder } from '../../service/demo.ts'
import { openFetcher } from '../../service/fetcher.ts'
import { checkDocuments } from '../../service/schedule.ts'
import { readSettings } from '../../service/settings.ts'
import { dueDocuments } from '../../store/document.ts'
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
      await refuseDemoFolder(options.data)
      await using fetcher = openFetcher({
        clock: systemClock,
        contact: settings.contact,
        allowPrivateHosts: settings.allowPrivateHosts,
        spacingMs: settings.spacingMs,
      })
      await using pipeline = await openPipeline({
        folder: options.data,
        clock: systemClock,
        capturer: fetcher.capturer,
        origin: settings.origin,
      })
      await pipeline.follow(loadCatalogue(options.catalogue ?? defaultCatalogues(options.data)))
      const due = await dueDocuments(pipeline.store.db, options.due ? toMoment(systemClock.now()) : null)
      const chosen = due.filter(
        ({ key }) =>
          (platform === undefined || key.platform === platform) &&
          (document === undefined || key.document === document),
      )
      if (chosen.length === 0 && platform !== undefined) {
        throw new ClausewatchError(
          'document-unknown',
          `the catalogue has no ${[platform, document].filter(Boolean).join('/')}`,
          'see its slugs with `clausewatch status`, or add one with `clausewatch add URL`',
        )
      }
      if (options.dryRun) {
        for (const { key } of chosen) terminal.print(`${key.platform} · ${key.document}`)
        return
      }
      await checkDocuments(pipeline, chosen, systemClock, {
        signal,
        onResult: (result, done, total) =>
          terminal.print(
            options.json
              ? JSON.stringify(result)
              : resultLine({ result, at: toMoment(systemClock.now()), done, total }),
          ),
      })
      signal.throwIfAborted()
    })
}
