/** `clausewatch log …`: where the log stands, a new key for it, and cosignatures of witnesses. */
import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { ClausewatchError } from '../../core/error.ts'
import { archivePlace } from '../../service/archive-place.ts'
import { addCosignatures, logState, rotateKey } from '../../service/log.ts'
import type { CommandContext, DataOptions } from '../context.ts'

export function registerLog(program: Command, { terminal, env }: CommandContext): void {
  const group = program
    .command('log')
    .description('the signed log: where it stands, its key, its witnesses')
    .addHelpText('after', '\nExample:\n  clausewatch log show')

  group
    .command('show')
    .description('print the last checkpoint and the keys that it is verified with')
    .option('--data <folder>', 'folder of the archive', './data')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  clausewatch log show --data ./data')
    .action(async ({ data, json }: DataOptions) => {
      const state = await logState(data)
      if (json) return terminal.print(JSON.stringify(state))
      terminal.print(terminal.bold(`${state.origin}: ${state.entries} entries`))
      terminal.print(state.checkpoint ?? 'no checkpoint yet')
      for (const [i, key] of state.verifierKeys.entries()) terminal.print(`${i === 0 ? 'key' : 'earlier key'}: ${key}`)
      terminal.print(`stamped by: ${state.stampedBy.join(', ') || 'nobody'}`)
    })

  group
    .command('rotate-key')
    .description('give the log a new key; the old one signs the ruling that names it, and nothing after that')
    .requiredOption('--reason <text>', 'why; it is public, in the log')
    .option('--data <folder>', 'folder of the archive', './data')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExample:\n  clausewatch log rotate-key --reason "the machine was sold"\n\nPublish the new verifier key where readers look for it. What to do when a key has leaked stands in docs/formats/log.md.',
    )
    .action(async ({ data, json, reason }: DataOptions & { readonly reason: string }) => {
      const verifierKey = await rotateKey({ folder: data, ...(await archivePlace(env)) }, reason)
      terminal.print(json ? JSON.stringify({ verifierKey }) : `the log signs with ${verifierKey} from now on`)
    })

  group
    .command('cosign <file>')
    .description('keep a checkpoint as witnesses have signed it (C2SP tlog-cosignature), whole or as signature lines')
    .option('--witness <key...>', 'keys of witnesses (name+id+key) whose signatures have to hold')
    .option('--data <folder>', 'folder of the archive', './data')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExample:\n  clausewatch log cosign returned.txt --witness witness.example/w1+5a1c+BA…\n\nLines of other witnesses are kept as they are. Bundles of evidence hold the first checkpoint that was cosigned.',
    )
    .action(async (file: string, { data, json, witness }: DataOptions & { readonly witness?: string[] }) => {
      const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
        throw new ClausewatchError(
          'file-unreadable',
          `${file} cannot be read (${cause.code})`,
          'name a readable file',
          {
            cause,
          },
        )
      })
      const place = { folder: data, ...(await archivePlace(env)) }
      const cosigned = await addCosignatures(place, text, witness ?? [])
      if (json) return terminal.print(JSON.stringify({ cosigned }))
      for (const one of cosigned) terminal.print(`${one.witness} saw it ${one.at}`)
      terminal.print('kept with the log')
    })
}
