/** `clausewatch diff`: the redline of a change, or of any two versions, on the terminal. */
import type { Command } from 'commander'
import { ClausewatchError } from '../../core/error.ts'
import { parseId } from '../../core/id.ts'
import { type ChangeRedline, computeRedline, type RedlineRow } from '../../service/redline/index.ts'
import { type Db, openStore } from '../../store/index.ts'
import { parseLimit } from '../argument.ts'
import type { CommandContext, DataOptions } from '../context.ts'
import type { Terminal } from '../terminal.ts'

export function registerDiff(program: Command, { terminal }: CommandContext): void {
  program
    .command('diff <id> [other]')
    .description('show what differs: of a change (CW-C-…), or between two versions (CW-V-… CW-V-…)')
    .option('--data <folder>', 'folder of the archive', './data')
    .option('--context <n>', 'unchanged blocks shown around a change', parseLimit, 1)
    .option('--rules-off', 'show also what the normalisers hide')
    .option('--json', 'print the rows as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  clausewatch diff CW-C-000012\n  clausewatch diff CW-V-000003 CW-V-000030 --rules-off',
    )
    .action(
      async (id: string, other: string | undefined, options: DataOptions & { context: number; rulesOff?: boolean }) => {
        await using store = await openStore(options.data, { readOnly: true })
        const [fromVersion, toVersion] = await versionsOf(store.db, id, other)
        const redline = await computeRedline(store.db, {
          fromVersion,
          toVersion,
          context: options.context,
          rulesOff: options.rulesOff ?? false,
        })
        if (!redline) throw unknown([id, other].filter(Boolean).join(' or '))
        if (options.json) terminal.print(JSON.stringify(redline))
        else if (redline.withheld)
          terminal.print('one of the texts was withdrawn; `clausewatch show` of its version says why')
        else printRedline(terminal, redline)
      },
    )
}

async function versionsOf(db: Db, id: string, other: string | undefined): Promise<[number, number]> {
  const first = parseId(id)
  const second = other === undefined ? null : parseId(other)
  if (first?.kind === 'change' && other === undefined) {
    const row = await db
      .selectFrom('change')
      .select(['from_version', 'to_version'])
      .where('number', '=', first.number)
      .executeTakeFirst()
    if (!row) throw unknown(id)
    return [row.from_version, row.to_version]
  }
  if (first?.kind === 'version' && second?.kind === 'version') return [first.number, second.number]
  throw new ClausewatchError(
    'id-malformed',
    `${[id, other].filter(Boolean).join(' and ')} cannot be compared`,
    'give one change (CW-C-…) or two versions (CW-V-… CW-V-…)',
  )
}

const unknown = (id: string): ClausewatchError =>
  new ClausewatchError('id-unknown', `${id} is not in the archive`, 'list what is there with `clausewatch changes`')

function printRedline(terminal: Terminal, { rows, coarse }: ChangeRedline): void {
  if (rows.every((row) => row.kind === 'fold')) {
    terminal.print('nothing differs but what the normalisers hide (--rules-off shows it)')
    return
  }
  for (const row of rows) terminal.print(rowLine(terminal, row))
  if (coarse) terminal.print(terminal.dim('(the texts differ so much that only the start was compared word by word)'))
}

function rowLine(terminal: Terminal, row: RedlineRow): string {
  if (row.kind === 'fold')
    return terminal.dim(`  … ${row.count} unchanged${row.heading ? `, up to “${row.heading}”` : ''}`)
  const mark = { same: ' ', inserted: '+', deleted: '-', edited: '~' }[row.kind]
  const words = row.segments.map((segment) => {
    if (segment.kind === 'inserted') return terminal.green(`{+${segment.text}+}`)
    if (segment.kind === 'deleted') return terminal.red(`[-${segment.text}-]`)
    return segment.kind === 'hidden' ? segment.after : segment.text
  })
  const line = `${mark} ${row.moved ? terminal.dim('(moved) ') : ''}${row.number ? `${row.number} ` : ''}${words.join('')}`
  return row.block === 'heading' ? `\n${terminal.bold(line)}` : line
}
