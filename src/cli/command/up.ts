/** `clausewatch up`: serves the archive, checks on schedule and works, in one process. What `npm start` runs. */
import type { Command } from 'commander'
import { defaultCatalogues } from '../../service/catalogue/load.ts'
import { refuseDemoFolder } from '../../service/demo.ts'
import { describeReach } from '../../service/reach.ts'
import { readSettings } from '../../service/settings.ts'
import { startWork } from '../../service/work/worker.ts'
import { parsePort } from '../argument.ts'
import type { CommandContext } from '../context.ts'
import { resultLine } from '../result-line.ts'

type Options = {
  readonly data: string
  readonly catalogue?: string[]
  readonly port: number
  readonly host: string
  readonly check: boolean
}

export function registerUp(program: Command, { terminal, env, signal }: CommandContext): void {
  program
    .command('up')
    .description('serve the archive, check its documents on schedule, and work, in one process')
    .option('--data <folder>', 'folder of the archive', './data')
    .option(
      '--catalogue <folder...>',
      'folders of catalogue files (default: the built-in one, then catalogue/ in the archive)',
    )
    .option('--port <port>', 'port of the web site', parsePort, 8640)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--no-check', 'serve only, fetch nothing')
    .addHelpText('after', '\nExample:\n  clausewatch up --data ./data --port 8640')
    .action(async (options: Options) => {
      const settings = readSettings(env)
      await refuseDemoFolder(options.data)
      // The first rows are made by the working thread; the site needs the database to be there.
      const work = options.check
        ? startWork(
            {
              kind: 'follow',
              folder: options.data,
              catalogues: options.catalogue ?? defaultCatalogues(options.data),
              settings,
            },
            (report) => {
              if (report.kind === 'ready') for (const line of describeReach(report, settings)) terminal.note(line)
              else if (report.kind === 'checked') terminal.note(resultLine(report))
              else if (report.kind === 'waiting') terminal.note(`waiting: ${report.why}`)
            },
          )
        : null
      // Loaded when it is needed: other commands start faster without the web site.
      const { serveArchive } = await import('../../app.ts')
      await using site = await serveArchive({
        folder: options.data,
        port: options.port,
        host: options.host,
        settings,
        simulated: false,
        create: true,
      })
      terminal.print(`the archive in ${options.data} is served at ${site.address} (Ctrl-C stops)`)
      const stopped = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
      await Promise.race([stopped, ...(work ? [work.finished.then(() => stopped)] : [])])
      await work?.stop()
    })
}
