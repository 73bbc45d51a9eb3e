/** `clausewatch demo`: fictional platforms followed through simulated months, then the web site over what was kept. */
import type { Command } from 'commander'
import { removeDemo } from '../../service/demo.ts'
import { summariseDemo, summaryLines } from '../../service/demo-summary.ts'
import { readSettings } from '../../service/settings.ts'
import { startWork } from '../../service/work/worker.ts'
import { parseDay, parsePort } from '../argument.ts'
import type { CommandContext } from '../context.ts'
import { EXIT_CODES } from '../exit-code.ts'

type Options = {
  readonly data: string
  readonly port: number
  readonly once?: boolean
  readonly fresh?: boolean
  readonly json?: boolean
  readonly until?: string
}

export function registerDemo(program: Command, { terminal, env, signal }: CommandContext): void {
  program
    .command('demo')
    .description('follow fictional platforms through simulated months, then serve the web site')
    .option('--data <folder>', 'folder of the demo archive', './data-demo')
    .option('--port <port>', 'port of the web site', parsePort, 8641)
    .option('--fresh', 'begin anew, even where an earlier demo is there')
    .option('--until <date>', 'simulate up to this day only (YYYY-MM-DD)', parseDay)
    .option('--once', 'end after the run, with a summary')
    .option('--json', 'print the summary as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  clausewatch demo\n  clausewatch demo --once --json\n\nDates are simulated and platforms fictional; the archive says so everywhere, and its origin ends in .invalid.',
    )
    .action(async (options: Options) => {
      if (options.fresh) await removeDemo(options.data)
      const progress = terminal.progress('demo')
      const work = startWork(
        { kind: 'demo', folder: options.data, ...(options.until ? { until: `${options.until}T23:00:00Z` } : {}) },
        (report) => {
          if (report.kind === 'ready') {
            terminal.note(
              `following ${report.documents} documents of ${report.hosts} fictional platforms through simulated time`,
            )
          } else if (report.kind === 'checked')
            progress.update(
              report.done,
              report.total,
              `${report.at.slice(0, 10)}  ${report.result.document.platform} · ${report.result.document.document}`,
            )
        },
      )
      signal.addEventListener('abort', () => void work.stop(), { once: true })
      await work.finished.finally(() => progress.stop())
      signal.throwIfAborted()
      const summary = await summariseDemo(options.data)
      if (options.json) terminal.print(JSON.stringify(summary))
      else for (const line of summaryLines(summary)) terminal.print(line)
      if (options.once) {
        process.exitCode = EXIT_CODES.done
        return
      }
      // Loaded when it is needed: other commands start faster without the web site.
      const { serveArchive } = await import('../../app.ts')
      await using site = await serveArchive({
        folder: options.data,
        port: options.port,
        host: '127.0.0.1',
        settings: readSettings(env),
        simulated: true,
        create: false,
      })
      terminal.print(`the demo is served at ${site.address} (Ctrl-C stops)`)
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
    })
}
