/** `clausewatch show ID`: a platform, document, version, change or provision, in full. */
import type { Command } from 'commander'
import { ClausewatchError } from '../../core/error.ts'
import { formatId, type IdKind, parseId } from '../../core/id.ts'
import { proofOf } from '../../service/evidence/index.ts'
import type { Db } from '../../store/index.ts'
import { openStore } from '../../store/index.ts'
import { readText } from '../../store/policy-text.ts'
import type { TrackKind } from '../../store/track.ts'
import { readChange } from '../../store/view/change.ts'
import { documentAddress, documentLines } from '../../store/view/document.ts'
import { provisionsOfEffects } from '../../store/view/effect-provision.ts'
import { readVersion } from '../../store/view/version.ts'
import type { CommandContext, DataOptions } from '../context.ts'
import { printProof } from '../proof-lines.ts'
import type { Terminal } from '../terminal.ts'
import { showProvision } from './show-provision.ts'

export function registerShow(program: Command, { terminal }: CommandContext): void {
  program
    .command('show <id>')
    .description('show a platform (CW-E-…), document (CW-D-…), version (CW-V-…), change (CW-C-…) or provision (CW-P-…)')
    .option('--data <folder>', 'folder of the archive', './data')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExamples:\n  clausewatch show CW-C-000012\n  clausewatch show CW-V-000030 --json')
    .action(async (text: string, options: DataOptions) => {
      const id = parseId(text)
      if (!id) throw new ClausewatchError('id-malformed', `"${text}" is no id`, 'write it like CW-C-000012')
      await using store = await openStore(options.data, { readOnly: true })
      const found = await SHOWN[id.kind](store.db, id.number)
      if (!found)
        throw new ClausewatchError(
          'id-unknown',
          `${formatId(id.kind, id.number)} is not in ${options.data}`,
          'list what is there with `clausewatch changes` or `clausewatch status`',
        )
      const proof = PROVEN.has(id.kind) ? await proofOf(options.data, id) : null
      if (options.json) terminal.print(JSON.stringify(proof ? { ...(found.value as object), proof } : found.value))
      else {
        found.print(terminal)
        if (proof) printProof(terminal, proof)
      }
    })
}

/** Records that have evidence of their own. */
const PROVEN: ReadonlySet<IdKind> = new Set(['version', 'change'])

export type Shown = { readonly value: unknown; readonly print: (terminal: Terminal) => void }

const SHOWN: Readonly<
  Record<
    'platform' | 'document' | 'version' | 'change' | 'provision',
    (db: Db, number: number) => Promise<Shown | null>
  >
> = {
  platform: showPlatform,
  document: showDocument,
  version: showVersion,
  change: showChange,
  provision: showProvision,
}

async function showPlatform(db: Db, number: number): Promise<Shown | null> {
  const platform = await db.selectFrom('platform').selectAll().where('number', '=', number).executeTakeFirst()
  if (!platform) return null
  const documents = await documentLines(db, platform.slug)
  return {
    value: { id: formatId('platform', number), ...platform, documents },
    print: (terminal) => {
      terminal.print(terminal.bold(`${platform.name}  ${formatId('platform', number)}`))
      for (const line of documents)
        terminal.print(
          `  ${formatId('document', line.number)}  ${line.title} (${line.versions} versions, ${line.substantive} substantive changes)`,
        )
    },
  }
}

async function showDocument(db: Db, number: number): Promise<Shown | null> {
  const address = await documentAddress(db, number)
  if (!address) return null
  const document = (await documentLines(db, address.platformSlug)).find((line) => line.number === number)!
  const versions = await db
    .selectFrom('version')
    .innerJoin('track', 'track.id', 'version.track_id')
    .select(['version.number', 'version.observed_at', 'track.kind', 'track.label', 'version.variant'])
    .where('version.document_number', '=', number)
    .orderBy('version.number')
    .execute()
  return {
    value: {
      id: formatId('document', number),
      ...document,
      versions: versions.map((row) => ({ ...row, id: formatId('version', row.number) })),
    },
    print: (terminal) => {
      terminal.print(terminal.bold(`${document.platformName} · ${document.title}  ${formatId('document', number)}`))
      for (const row of versions)
        terminal.print(
          `  ${formatId('version', row.number)}  ${row.observed_at}  ${trackWords(row.kind, row.label)}${row.variant > 0 ? `, variant ${row.variant}` : ''}`,
        )
    },
  }
}

function trackWords(kind: TrackKind, label: string): string {
  if (kind === 'own') return 'own captures'
  return kind === 'supplied' ? 'supplied' : `import ${label}`
}

async function showVersion(db: Db, number: number): Promise<Shown | null> {
  const version = await readVersion(db, number)
  if (!version) return null
  const text = await readText(db, version.textId)
  return {
    value: { id: formatId('version', number), ...version, text },
    print: (terminal) => {
      terminal.print(
        terminal.bold(`${version.platformName} · ${version.documentTitle}  ${formatId('version', number)}`),
      )
      terminal.print(terminal.dim(`${trackWords(version.trackKind, version.trackLabel)}  sha256 ${version.sha256}`))
      if (version.withdrawn)
        terminal.print(`its text was withdrawn on ${version.withdrawn.ruledAt}: ${version.withdrawn.reason}`)
      for (const block of text.blocks) {
        const mark = block.number ? `${block.number} ` : block.kind === 'item' ? '• ' : ''
        terminal.print(
          block.kind === 'heading'
            ? `\n${terminal.bold(mark + block.text)}`
            : `${'  '.repeat(block.depth)}${mark}${block.text}`,
        )
      }
    },
  }
}

async function showChange(db: Db, number: number): Promise<Shown | null> {
  const change = await readChange(db, number)
  if (!change) return null
  const { description } = change
  const provisions = await provisionsOfEffects(db, change, description.effects)
  return {
    value: {
      id: formatId('change', number),
      ...change,
      // Of each effect, in their order.
      provisions: provisions.map((places) => places.map(({ provision }) => formatId('provision', provision))),
    },
    print: (terminal) => {
      terminal.print(terminal.bold(`${change.platformName} · ${change.documentTitle}  ${formatId('change', number)}`))
      terminal.print(
        `${change.kind}, ${change.severity}, ${change.direction}; detected ${change.detectedAt}${change.statedOn ? `, stated ${change.statedOn}` : ''}${change.effectiveOn ? `, effective ${change.effectiveOn}` : ''}`,
      )
      if (change.retired) terminal.print(terminal.red(`retired ${change.retired.at}: ${change.retired.reason}`))
      terminal.print(description.summary)
      for (const reason of description.reasons) terminal.print(terminal.dim(`because ${reason}`))
      for (const [at, effect] of description.effects.entries()) {
        terminal.print(
          `\n${effect.effect} · ${effect.heading || 'the document'} · ${effect.severity}: ${effect.meaning}`,
        )
        if (effect.before) terminal.print(terminal.red(`- ${effect.before.exact}`))
        if (effect.after) terminal.print(terminal.green(`+ ${effect.after.exact}`))
        for (const { provision } of provisions[at]!)
          terminal.print(terminal.dim(`provision ${formatId('provision', provision)}`))
      }
      terminal.print('')
      for (const { ordinal, cause, kind, madeAt } of change.revisions)
        terminal.print(terminal.dim(`revision ${ordinal}, ${madeAt}: ${kind}, by ${cause}`))
      terminal.print(
        `from ${formatId('version', change.fromVersion)} to ${formatId('version', change.toVersion)}; the words: clausewatch diff ${formatId('change', number)}`,
      )
    },
  }
}
