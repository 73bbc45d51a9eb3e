/** `clausewatch import …`: histories and declarations of other archives. */
import type { Command } from 'commander'
import { importInto, importOtaDeclarations } from '../../service/import/index.ts'
import type { CommandContext, DataOptions } from '../context.ts'

type RepositoryOptions = DataOptions & { readonly name?: string; readonly analyse?: boolean }

export function registerImport(program: Command, context: CommandContext): void {
  const group = program
    .command('import')
    .description('take in what other archives recorded or declared')
    .addHelpText('after', '\nExample:\n  clausewatch import ota ../contrib-versions.bundle --data ./data')

  for (const [command, what] of [
    ['ota', 'versions'],
    ['ota-snapshots', 'raw captures'],
  ] as const) {
    group
      .command(`${command} <repository>`)
      .description(`take in the ${what} of an Open Terms Archive repository (a clone, bare or not, or a bundle)`)
      .option('--data <folder>', 'folder of the archive', './data')
      .option('--name <name>', 'what to call the other archive (default: the name of its repository)')
      .option(
        '--analyse',
        'give provisions and facts to its versions at once; otherwise `clausewatch up` does it beside its checks',
      )
      .option('--json', 'print the summary as JSON')
      .addHelpText(
        'after',
        `\nExample:\n  clausewatch import ${command} ../contrib-versions.git --data ./data\n\nA run that was stopped goes on where it was; a second run finds nothing to do.`,
      )
      .action(async (repository: string, options: RepositoryOptions) => {
        const progress = context.terminal.progress('import')
        const summary = await importInto(options.data, command, repository, {
          signal: context.signal,
          analyse: options.analyse ?? false,
          onProgress: ({ done, total, what: words }) => progress.update(done, total, words),
          ...(options.name ? { name: options.name } : {}),
        }).finally(() => progress.stop())
        printSummary(context, summary, options.json ?? false)
      })
  }

  group
    .command('ota-declarations <repository>')
    .description('write catalogue files from an Open Terms Archive declarations repository')
    .option('--catalogue <folder>', 'folder that the files go to', './catalogue')
    .option('--overwrite', 'replace files that are there')
    .option('--json', 'print the summary as JSON')
    .addHelpText(
      'after',
      '\nExample:\n  clausewatch import ota-declarations ../contrib-declarations --catalogue ./my-catalogue\n\nScript filters are never run: common ones are mapped to our own normalisers, others are reported.',
    )
    .action(async (repository: string, options: { catalogue: string; overwrite?: boolean; json?: boolean }) => {
      const { terminal } = context
      const summary = await importOtaDeclarations(repository, options.catalogue, {
        overwrite: options.overwrite ?? false,
      })
      if (options.json) return terminal.print(JSON.stringify(summary))
      terminal.print(
        `${summary.platforms} platforms, ${summary.documents} documents, ${summary.sources} sources written to ${options.catalogue}`,
      )
      if (summary.kept.length)
        terminal.print(`${summary.kept.length} files were there already and are kept (replace them with --overwrite)`)
      for (const { platform, document, filter } of summary.unmapped)
        terminal.print(`not mapped: ${platform} / ${document}: script filter ${filter}`)
      for (const { file, reason } of summary.unreadable) terminal.print(`not read: ${file}: ${reason}`)
    })
}

function printSummary(
  { terminal }: CommandContext,
  summary: Awaited<ReturnType<typeof importInto>>,
  asJson: boolean,
): void {
  if (asJson) terminal.print(JSON.stringify(summary))
  else {
    terminal.print(
      summary.commits === 0
        ? `${summary.archive}: nothing new`
        : `${summary.archive}: ${summary.records} records taken in from ${summary.commits} commits, ${summary.known} were here already, ${summary.passedOver} files are no records`,
    )
    if (summary.analysed > 0) terminal.print(`${summary.analysed} versions analysed`)
    if (summary.awaiting > 0)
      terminal.print(
        `${summary.awaiting} versions wait for their provisions and facts: \`clausewatch up\` gives them beside its checks, \`clausewatch reprocess --stage analyse\` now`,
      )
  }
}
