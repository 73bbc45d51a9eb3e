/** `clausewatch changes`: what changed, newest first; with `--all` every record, muted ones too. */
import { type Command, Option } from 'commander'
import { CHANGE_KINDS, type ChangeKind, SEVERITIES, type Severity } from '../../core/change.ts'
import { formatId } from '../../core/id.ts'
import { openStore } from '../../store/index.ts'
import { type ChangeGroup, changeLines, groupLines } from '../../store/view/change.ts'
import { type RecordRow, recordRows } from '../../store/view/record.ts'
import { parseDay, parseLimit } from '../argument.ts'
import type { CommandContext, DataOptions } from '../context.ts'

type Options = DataOptions & {
  readonly all?: boolean
  readonly jsonl?: boolean
  readonly platform?: string
  readonly kind: ChangeKind
  readonly severity?: Severity
  readonly since?: string
  readonly limit: number
}

export function registerChanges(program: Command, { terminal }: CommandContext): void {
  program
    .command('changes')
    .description('list changes, newest first')
    .option('--data <folder>', 'folder of the archive', './data')
    .option('--all', 'one row for every record that differs from the one before it, muted ones too, oldest first')
    .option('--platform <slug>', 'of this platform only')
    .addOption(new Option('--kind <kind>', 'of this kind').choices(CHANGE_KINDS).default('substantive'))
    .addOption(new Option('--severity <severity>', 'of this severity only').choices(SEVERITIES))
    .option('--since <date>', 'detected on or after this date (YYYY-MM-DD)', parseDay)
    .option('--limit <n>', 'at most so many', parseLimit, 50)
    .option('--json', 'print one JSON list')
    .option('--jsonl', 'print one JSON object a line')
    .addHelpText(
      'after',
      '\nExamples:\n  clausewatch changes --platform lumenforge --since 2026-01-01\n  clausewatch changes --all --jsonl > rows.jsonl',
    )
    .action(async (options: Options) => {
      await using store = await openStore(options.data, { readOnly: true })
      const rows: AsyncIterable<ListedRow> = options.all ? recordRows(store.db) : listed(store.db, options)
      const all: unknown[] = []
      for await (const row of rows) {
        if (options.json) all.push(present(row))
        else terminal.print(options.jsonl ? JSON.stringify(present(row)) : line(row))
        await terminal.drained()
      }
      if (options.json) terminal.print(JSON.stringify(all))
    })
}

async function* listed(db: Parameters<typeof changeLines>[0], options: Options): AsyncIterable<ListedRow> {
  const { kind, severity, platform, since, limit } = options
  const lines = await changeLines(db, { kinds: [kind], severity, platform, since, limit })
  for (const group of groupLines(lines)) yield toRow(group)
}

/** A row that stands for the same edit on other documents too. */
type ListedRow = RecordRow & { readonly others?: ChangeGroup['others'] }

function toRow({ first, others }: ChangeGroup): ListedRow {
  return { ...first, change: first.number, reason: null, commit: null, path: null, others }
}

function present(row: ListedRow) {
  return {
    id: row.change === null ? null : formatId('change', row.change),
    platform: row.platformName,
    document: row.documentTitle,
    kind: row.kind,
    severity: row.severity,
    direction: row.direction,
    detectedAt: row.detectedAt,
    summary: row.summary,
    ...(row.others?.length
      ? { alsoOn: row.others.map((one) => ({ id: formatId('change', one.number), document: one.documentTitle })) }
      : {}),
    ...(row.reason ? { reason: row.reason } : {}),
    ...(row.commit ? { source: { commit: row.commit, path: row.path } } : {}),
  }
}

function line(row: ListedRow): string {
  const id = row.change === null ? '–'.padEnd(11) : formatId('change', row.change)
  const n = row.others?.length ?? 0
  const more = n === 0 ? '' : ` and ${n} more ${n === 1 ? 'document' : 'documents'}`
  const where = `${row.platformName} · ${row.documentTitle}${more}`
  return `${row.detectedAt.slice(0, 10)}  ${id}  ${row.kind.padEnd(14)} ${(row.severity ?? '').padEnd(6)}  ${where}: ${row.summary ?? row.reason ?? ''}`
}
