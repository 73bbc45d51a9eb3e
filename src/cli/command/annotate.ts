/** `clausewatch annotate ID`: notes on a change or provision by the language model that the settings name, held against the text. */
import type { Command } from 'commander'
import type { Analyst, Annotation } from '../../core/analyst.ts'
import { ClausewatchError } from '../../core/error.ts'
import { formatId, parseId } from '../../core/id.ts'
import { annotateChange, annotateProvision } from '../../service/analyst/annotate.ts'
import { openAnalyst } from '../../service/analyst/index.ts'
import { systemClock } from '../../service/clock.ts'
import { packageKnowledge } from '../../service/knowledge.ts'
import { readSettings } from '../../service/settings.ts'
import { type Db, openStore } from '../../store/index.ts'
import { readChange } from '../../store/view/change.ts'
import type { CommandContext, DataOptions } from '../context.ts'
import type { Terminal } from '../terminal.ts'

/** `effect` is the position in the change; null for a provision. */
type Noted = { readonly effect: number | null; readonly heading: string; readonly annotation: Annotation }

export function registerAnnotate(program: Command, { terminal, env, signal }: CommandContext): void {
  program
    .command('annotate <id>')
    .description('have the language model that the settings name write notes on a change or provision, and keep them')
    .option('--data <folder>', 'folder of the archive', './data')
    .option('--json', 'print JSON, one line an effect')
    .addHelpText(
      'after',
      '\nExample:\n  CLAUSEWATCH_MODEL_URL=http://localhost:11434/v1 CLAUSEWATCH_MODEL=small clausewatch annotate CW-C-000012\n\nThe model sees the passage or the difference alone. What it writes is shown only where its quotation is verbatim and\nits numbers, dates and laws are in the text or in the knowledge; it changes no result. Without a model our own rules\nanswer.',
    )
    .action(async (text: string, { data, json }: DataOptions) => {
      const id = parseId(text)
      if (id?.kind !== 'change' && id?.kind !== 'provision')
        throw new ClausewatchError(
          'id-malformed',
          `"${text}" is no id of a change or provision`,
          'write it like CW-C-000012 or CW-P-000012',
        )
      const { model } = readSettings(env)
      // Opened for reading first: a folder without an archive stays one.
      await (await openStore(data, { readOnly: true }))[Symbol.asyncDispose]()
      await using store = await openStore(data)
      await using opened = openAnalyst(model, { store, clock: systemClock })
      if (!opened.model)
        terminal.note(
          'no language model is named (CLAUSEWATCH_MODEL_URL, CLAUSEWATCH_MODEL): these notes are our own rules’',
        )
      const progress = terminal.progress('annotate')
      const onNoted = (done: number, of: number) => progress.update(done, of, `${done} of ${of} effects`)
      const noted = await (id.kind === 'change'
        ? noteChange(store.db, id.number, opened.analyst, signal, onNoted)
        : noteProvision(store.db, id.number, opened.analyst, signal)
      ).finally(() => progress.stop())
      if (!noted)
        throw new ClausewatchError(
          'id-unknown',
          `${formatId(id.kind, id.number)} is not in ${data}`,
          'list what is there with `clausewatch changes` or `clausewatch show`',
        )
      for (const { effect, heading, annotation } of noted) {
        if (json) terminal.print(JSON.stringify({ id: formatId(id.kind, id.number), effect, ...annotation }))
        else printAnnotation(terminal, heading, annotation)
      }
      if (noted.length === 0 && !json)
        terminal.print(`${formatId(id.kind, id.number)} says nothing new: there is nothing to write notes on`)
    })
}

async function noteChange(
  db: Db,
  number: number,
  analyst: Analyst,
  signal: AbortSignal,
  onNoted: (done: number, total: number) => void,
): Promise<readonly Noted[] | null> {
  const change = await readChange(db, number)
  if (!change) return null
  const { effects } = change.description
  const noted = await annotateChange(db, number, analyst, { signal, onNoted })
  return noted.map((one) => ({ ...one, heading: effects[one.effect]!.heading || 'the document' }))
}

async function noteProvision(
  db: Db,
  number: number,
  analyst: Analyst,
  signal: AbortSignal,
): Promise<readonly Noted[] | null> {
  const annotation = await annotateProvision(db, number, analyst, signal)
  return annotation && [{ effect: null, heading: formatId('provision', number), annotation }]
}

function printAnnotation(terminal: Terminal, heading: string, { by, notes, laws, dropped, degraded }: Annotation) {
  const author = by.kind === 'model' ? `by ${by.name}` : 'by our own rules'
  terminal.print(`\n${terminal.bold(heading)}  ${terminal.dim(author)}`)
  if (degraded) terminal.print(terminal.dim(`the model did not answer (${degraded.reason}): ${degraded.detail}`))
  for (const { text, quote } of notes) {
    terminal.print(text)
    terminal.print(terminal.dim(`  “${quote}”`))
  }
  for (const { regulation, section, question } of laws) {
    const { short } = packageKnowledge().regulations.get(regulation)!
    terminal.print(`to look into: ${question} (${section === null ? short : `${short}, ${section}`})`)
  }
  const gone = Object.entries(dropped).map(([reason, count]) => `${count} ${reason}`)
  if (gone.length > 0) terminal.print(terminal.dim(`left out: ${gone.join(', ')}`))
}
