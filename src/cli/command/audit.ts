/** `clausewatch audit`: reads the whole archive again and holds it against its signed log. */
import type { Command } from 'commander'
import { type AuditReport, auditFolder, auditQuotations, type QuotationAudit } from '../../service/evidence/index.ts'
import type { CommandContext, DataOptions } from '../context.ts'
import { EXIT_CODES } from '../exit-code.ts'
import type { Terminal } from '../terminal.ts'

type Options = DataOptions & { readonly key?: string[]; readonly reread: boolean }
type Audited = AuditReport & {
  readonly origin: string
  readonly verifierKey: string | null
  readonly quotations: QuotationAudit
}

export function registerAudit(program: Command, { terminal }: CommandContext): void {
  program
    .command('audit')
    .description('read every entry and snapshot again and compare them with the signed log')
    .option('--data <folder>', 'folder of the archive', './data')
    .option('--key <key...>', 'keys of the log that count besides the one in the folder (name+id+key)')
    .option('--no-reread', 'check texts by their hashes only, and do not make them again from the bytes')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      `\nExample:\n  clausewatch audit --data ./data --json\n\nIt only reads, also while the archive is being written. The exit code is ${EXIT_CODES.done} where all is well, and ${EXIT_CODES.findings} where something is lost, damaged or changed.`,
    )
    .action(async ({ data, key, json, reread }: Options) => {
      const progress = terminal.progress('audit')
      const log = await auditFolder(data, {
        rereads: reread,
        onProgress: (done, of, what) => progress.update(done, of, `${done} of ${of} ${what}`),
        ...(key ? { trustedKeys: key } : {}),
      }).finally(() => progress.stop())
      const quoting = terminal.progress('audit')
      const quotations = await auditQuotations(data, (done, of) =>
        quoting.update(done, of, `${done} of ${of} versions quoted`),
      ).finally(() => quoting.stop())
      const report = { ...log, quotations }
      if (json) terminal.print(JSON.stringify(report))
      else printReport(terminal, report)
      if (report.problems.length + quotations.problems.length > 0) process.exitCode = EXIT_CODES.findings
    })
}

function printReport(terminal: Terminal, report: Audited) {
  const { origin, verifierKey, entries, snapshots, texts, readings, quotations } = report
  const problems = [...report.problems, ...quotations.problems]
  terminal.print(terminal.bold(origin))
  terminal.print(`log: ${entries.inLog} of ${entries.count} entries are covered by the signed checkpoint`)
  terminal.print(`key of the log: ${verifierKey ?? 'none yet'}`)
  terminal.print(`snapshots: ${snapshots.verified} of ${snapshots.named} read again, each with the hash that names it`)
  terminal.print(
    `not kept, by rulings in the log: ${snapshots.released} released, ${snapshots.withdrawn} withdrawn; named by no entry: ${snapshots.unnamed}`,
  )
  terminal.print(`texts: ${texts.verified} of ${texts.named} read again; ${texts.withdrawn} withdrawn`)
  terminal.print(
    `readings: ${readings.count}; the text of ${readings.reread} was made again from the bytes, of ${readings.kept} it was checked by its hash, of ${readings.unchecked} it is not there`,
  )
  terminal.print(
    `quotations: ${quotations.quotations} in ${quotations.versions} versions, held against their texts word for word`,
  )
  for (const { kind, subject, detail } of problems) terminal.print(terminal.red(`${kind}  ${subject}  ${detail}`))
  terminal.print(
    problems.length === 0
      ? terminal.green('nothing is lost, damaged or changed')
      : terminal.red(`${problems.length} problems`),
  )
}
