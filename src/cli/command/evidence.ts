/** `clausewatch evidence ID`: what proves a version, a change or a provision, as one file that anybody can check offline. */
import { writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { sha256 } from '../../core/canonical-json.ts'
import { ClausewatchError } from '../../core/error.ts'
import { formatId, parseId } from '../../core/id.ts'
import { evidenceOf } from '../../service/evidence/index.ts'
import type { CommandContext, DataOptions } from '../context.ts'

type Options = DataOptions & { readonly output?: string }

export function registerEvidence(program: Command, { terminal }: CommandContext): void {
  program
    .command('evidence <id>')
    .description('write what proves a version (CW-V-…), a change (CW-C-…) or a provision (CW-P-…) into one file (WACZ)')
    .option('-o, --output <file>', 'file to write (default: the id, with .wacz)')
    .option('--data <folder>', 'folder of the archive', './data')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExample:\n  clausewatch evidence CW-C-000012 -o change.wacz\n  clausewatch verify change.wacz\n\nThe file holds the bytes received, the entries about them, and the proof that they are in the signed log.',
    )
    .action(async (text: string, options: Options) => {
      const named = parseId(text)
      if (!named) throw new ClausewatchError('id-malformed', `"${text}" is no id`, 'write it like CW-C-000012')
      const id = formatId(named.kind, named.number)
      const bundle = await evidenceOf(options.data, named)
      if (!bundle)
        throw new ClausewatchError(
          'id-unknown',
          `${id} is not in ${options.data}`,
          'list what is there with `clausewatch changes` or `clausewatch status`',
        )
      const file = options.output ?? `${id}.wacz`
      await writeBundle(file, bundle)
      if (options.json)
        return terminal.print(JSON.stringify({ id, file, sizeBytes: bundle.length, sha256: sha256(bundle) }))
      terminal.print(
        `the evidence of ${id} is in ${file} (${bundle.length} bytes); check it with: clausewatch verify ${file}`,
      )
    })
}

async function writeBundle(file: string, bundle: Uint8Array): Promise<void> {
  try {
    await writeFile(file, bundle)
  } catch (cause) {
    throw new ClausewatchError(
      'output-not-written',
      `${file} cannot be written (${(cause as NodeJS.ErrnoException).code})`,
      'name another file with -o',
      { kind: 'environment', cause },
    )
  }
}
