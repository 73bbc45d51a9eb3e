/** `clausewatch annotate ID`: notes on a change by the language model that the settings name, held against the text. */
import type { Command } from 'commander'
import type { Annotation } from '../../core/analyst.ts'
import { ClausewatchError } from '../../core/error.ts'
import { formatId, parseId } from '../../core/id.ts'
import { annotateChange } from '../../service/analyst/annotate.ts'
import { openAnalyst } from '../../service/analyst/index.ts'
import { systemClock } from '../../service/clock.ts'
import { packageKnowledge } from '../../service/knowledge.ts'
import { readSettings } from '../../service/settings.ts'
import { openStore } from '../../store/index.ts'
import { readChange } from '../../store/view/change.ts'
import type { CommandContext, DataOptions } from '../context.ts'
import type { Terminal } from '../terminal.ts'

export function registerAnnotate(program: Command, { terminal, env, signal }: CommandContext): void {
  program
    .command('annotate <id>')
    .description('have the language model that the settings name write notes on a change (CW-C-…), and keep them')
    .option('--data <folder>', 'folder of the archive', './data')
    .option('--json', 'print JSON, one line an effect')
    .addHelpText(
      'after',
      '\nExample:\n  CLAUSEWATCH_MODEL_URL=http://localhost:11434/v1 CLAUSEWATCH_MODEL=small clausewatch annotate CW-C-000012\n\nThe model sees the difference alone. What it writes is shown only where its quotation is verbatim and its numbers,\ndates and laws are in the text or in the knowledge; it changes no result. Without a model our own rules answer.',
    )
    .action(async (text: string, { data, json }: DataOptions) => {
      const id = parseId(text)
      if (id?.kind !== 'change')
        throw new ClausewatchError('id-malformed', `"${text}" is no id of a change`, 'write it like CW-C-000012')
      const { model } = readSettings(env)
      await using read = await openStore(data, { readOnly: true })
      const change = await readChange(read.db, id.number)
      if (!change)
        throw new ClausewatchError(
          'id-unknown',
          `${formatId('change', id.number)} is not in ${data}`,
          'list what is there with `clausewatch changes`',
        )
      await using store = await openStore(data)
      await using opened = openAnalyst(model, { store, clock: systemClock })
      if (!opened.model)
        terminal.note(
          'no language model is named (CLAUSEWATCH_MODEL_URL, CLAUSEWATCH_MODEL): these notes are our own rules’',
        )
      const progress = terminal.progress('annotate')
      const noted = await annotateChange(store.db, id.number, opened.analyst, {
        signal,
        onNoted: (done, of) => progress.update(done, of, `${done} of ${of} effects`),
      }).finally(() => progress.stop())
      for (const { effect, annotation } of noted) {
        if (json) terminal.print(JSON.stringify({ id: formatId('change', id.number), effect, ...annotation }))
        else printAnnotation(terminal, change.description.effects[effect]!.heading || 'the document', annotation)
      }
      if (noted.length === 0 && !json)
        terminal.print(`${formatId('change', id.number)} is ${change.kind}: there is nothing to write notes on`)
    })
}

function printAnnotation(terminal: Terminal, heading: string, { by, notes, laws, dropped, degraded }: Annotation) {
  terminal.print(
    `\n${terminal.bold(heading)}  ${terminal.dim(by.kind === 'model' ? `by ${by.name}` : 'by our own rules')}`,
  )
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
