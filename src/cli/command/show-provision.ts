/** A provision on the terminal: its words, why it is rated as it is, its facts, and every wording that it had. */
import { formatId } from '../../core/id.ts'
import type { ProvisionType } from '../../core/provision.ts'
import { quoteBlocks } from '../../core/quotation.ts'
import { packageKnowledge } from '../../service/knowledge.ts'
import type { Db } from '../../store/index.ts'
import { readText } from '../../store/policy-text.ts'
import { readProvision, type SeenProvision, type WordingRun } from '../../store/view/provision.ts'
import { type RetiredProvision, readRetiredProvision } from '../../store/view/provision-retired.ts'
import type { Terminal } from '../terminal.ts'
import type { Shown } from './show.ts'

export async function showProvision(db: Db, number: number): Promise<Shown | null> {
  const provision = await readProvision(db, number)
  if (!provision) return showRetired(db, number)
  const quotation = quoteBlocks(await readText(db, provision.textId), provision.place)
  return {
    value: { id: formatId('provision', number), ...provision, quotation },
    print: (terminal) => printProvision(terminal, provision),
  }
}

/** What it was, since when and why the analysis of today does not see it, and what it sees in its place. */
async function showRetired(db: Db, number: number): Promise<Shown | null> {
  const provision = await readRetiredProvision(db, number)
  if (!provision) return null
  const successor = provision.successor === null ? null : formatId('provision', provision.successor)
  return {
    value: { id: formatId('provision', number), ...provision, successor },
    print: (terminal) => printRetired(terminal, provision, successor),
  }
}

function printRetired(terminal: Terminal, provision: RetiredProvision, successor: string | null): void {
  const { wording, place, runs, firstSeen, retired } = provision
  const id = formatId('provision', provision.number)
  terminal.print(terminal.bold(`${provision.platformName} · ${provision.documentTitle}  ${id}`))
  terminal.print(terminal.red(`retired ${retired.at}: ${retired.reason}`))
  terminal.print(successor === null ? 'nothing is seen in its place' : `in its place: ${successor}`)
  if (wording) {
    terminal.print(
      `\n${titleOf(wording)}: ${wording.types.join(', ')}; ${wording.severity} severity, by the analysis of stage version ${wording.stage}`,
    )
    terminal.print(`\n${wording.exact}\n`)
  } else terminal.print('its words are not kept')
  if (place)
    terminal.print(
      terminal.dim(`blocks ${place.first} to ${place.last} of ${formatId('version', place.version)}, then`),
    )
  terminal.print(`first seen ${firstSeen.at}, in ${formatId('version', firstSeen.version)}`)
  if (runs.length === 0) terminal.print('in which later versions it stood is not kept')
  else printRuns(terminal, runs)
}

function printProvision(terminal: Terminal, provision: SeenProvision): void {
  const { place, runs, facts, end } = provision
  const { wording } = place
  const id = formatId('provision', provision.number)
  terminal.print(terminal.bold(`${provision.platformName} · ${provision.documentTitle}  ${id}`))
  terminal.print(
    `${titleOf(wording)}: ${wording.types.join(', ')}; ${wording.severity} severity, ${wording.confidence} confidence, ${wording.basis}`,
  )
  for (const reason of wording.reasons) terminal.print(terminal.dim(`because ${reason}`))
  if (end) terminal.print(endWords(end))
  terminal.print(`\n${wording.exact}\n`)
  terminal.print(
    terminal.dim(`blocks ${place.first} to ${place.last} of ${formatId('version', place.version)}, verbatim`),
  )
  for (const { fact, value } of facts)
    terminal.print(`${fact}: ${typeof value === 'object' ? JSON.stringify(value) : value}`)
  printRuns(terminal, runs)
}

function printRuns(terminal: Terminal, runs: readonly WordingRun[]): void {
  terminal.print(`\n${runs.length} wording${runs.length === 1 ? '' : 's'}, newest first`)
  for (const run of runs)
    terminal.print(
      `  ${run.fromAt} to ${run.toAt}  ${formatId('version', run.fromVersion)}${run.toVersion === run.fromVersion ? '' : ` to ${formatId('version', run.toVersion)}`}  ${run.wording.severity}${run.change === null ? '' : `  what changed: clausewatch diff ${formatId('change', run.change)}`}`,
    )
}

function endWords({ at, change, successor, documents }: NonNullable<SeenProvision['end']>): string {
  const when = `gone${at === null ? '' : ` since ${at}`}${change === null ? '' : ` (${formatId('change', change)})`}`
  return successor === null
    ? `${when}; no successor found in the ${documents} documents followed of this platform`
    : `${when}; ${successor.kind === 'merged' ? 'its text went into' : `${successor.kind}, now`} ${formatId('provision', successor.provision)}`
}

/** What the document calls it, or else what such a rule is called. */
function titleOf({
  title,
  types,
}: {
  readonly title: string | null
  readonly types: readonly ProvisionType[]
}): string {
  return title ?? packageKnowledge().types[types[0]!].title
}
