/** `clausewatch verify FILE`: checks a bundle of evidence, without a network and without an archive. */
import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { ClausewatchError } from '../../core/error.ts'
import { type BundleVerdict, verifyEvidence } from '../../service/evidence/index.ts'
import type { CommandContext } from '../context.ts'
import { EXIT_CODES } from '../exit-code.ts'
import type { Terminal } from '../terminal.ts'

type Options = { readonly key?: string[]; readonly timestampRoot?: string[]; readonly json?: boolean }

export function registerVerify(program: Command, { terminal }: CommandContext): void {
  program
    .command('verify <file>')
    .description('check a bundle of evidence offline; says what is proven, by whom, as of when')
    .option('--key <key...>', 'only a log with one of these keys counts (name+id+key, as the archive publishes it)')
    .option('--timestamp-root <file...>', 'certificates (PEM) that are trusted for timestamps')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      `\nExample:\n  clausewatch verify change.wacz\n\nThe exit code is ${EXIT_CODES.done} where everything holds, and ${EXIT_CODES.findings} where something does not.`,
    )
    .action(async (file: string, { key, timestampRoot, json }: Options) => {
      const roots = await Promise.all((timestampRoot ?? []).map(async (path) => (await readInput(path)).toString()))
      const verdict = await verifyEvidence(await readInput(file), {
        ...(key ? { trustedKeys: key } : {}),
        ...(roots.length > 0 ? { timestampRoots: roots } : {}),
      })
      if (json) terminal.print(JSON.stringify(plain(verdict)))
      else printVerdict(terminal, verdict)
      if (verdict.kind === 'broken') process.exitCode = EXIT_CODES.findings
    })
}

function printVerdict(terminal: Terminal, verdict: BundleVerdict): void {
  if (verdict.kind === 'broken') {
    terminal.print(terminal.red(`does not hold: ${verdict.part}: ${verdict.reason}`))
    return
  }
  const { subject, statements, verifierKey, isKeyTrusted } = verdict
  terminal.print(terminal.bold(`${subject.platform} · ${subject.document}  ${subject.kind} ${subject.id}`))
  terminal.print(terminal.green('everything in it holds'))
  for (const { text, by, at } of statements)
    terminal.print(`  ${text}\n  ${terminal.dim(`${by}${at ? `, ${at}` : ''}`)}`)
  terminal.print(`key of the log: ${verifierKey}`)
  terminal.print(
    isKeyTrusted
      ? 'it is one that you named'
      : 'it stands in the file itself: compare it with the one that the archive publishes, or name that with --key',
  )
}

/** Tokens are for programs that check them, and stand in the file. */
function plain(verdict: BundleVerdict): unknown {
  if (verdict.kind === 'broken') return verdict
  const { timestamps, ...rest } = verdict
  return { ...rest, timestamps: timestamps.map(({ file, authority }) => ({ file, authority })) }
}

async function readInput(path: string): Promise<Buffer> {
  try {
    return await readFile(path)
  } catch (cause) {
    throw new ClausewatchError(
      'file-unreadable',
      `${path} cannot be read (${(cause as NodeJS.ErrnoException).code})`,
      'name a file that is there and may be read',
      { cause },
    )
  }
}
