/** `clausewatch`: parses the command line, runs one command, and turns what it throws into a sentence and an exit code. */
import { Command, CommanderError } from 'commander'
import { ClausewatchError, firstCause } from '../core/error.ts'
import type { CommandContext } from './context.ts'
import { EXIT_CODES, exitCodeOf } from './exit-code.ts'
import { createTerminal } from './terminal.ts'
import { programVersion } from './version.ts'

/** Gives the exit code; never throws. */
export async function runCli(args: readonly string[]): Promise<number> {
  const terminal = createTerminal({ out: process.stdout, err: process.stderr, env: process.env })
  const interrupt = new AbortController()
  const onSignal = () => {
    // The second one is meant.
    if (interrupt.signal.aborted) process.kill(process.pid, 'SIGKILL')
    interrupt.abort(new Interrupted())
  }
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, onSignal)
  // A reader such as `head` that has seen enough is no error.
  process.stdout.on('error', (cause: NodeJS.ErrnoException) => {
    if (cause.code === 'EPIPE') process.exit(EXIT_CODES.done)
    throw cause
  })
  try {
    const context = { terminal, stdin: process.stdin, env: process.env, signal: interrupt.signal }
    const program = await createProgram(context, args[0])
    await program.parseAsync([...args], { from: 'user' })
    return Number(process.exitCode ?? EXIT_CODES.done)
  } catch (thrown) {
    const cause = firstCause(thrown)
    if (cause instanceof CommanderError) return cause.exitCode === 0 ? EXIT_CODES.done : EXIT_CODES.usage
    if (interrupt.signal.aborted) {
      terminal.note('clausewatch: stopped; what was acknowledged is kept')
      return EXIT_CODES.interrupted
    }
    terminal.error(cause, args.includes('--json'))
    if (process.env.CLAUSEWATCH_DEBUG && !(cause instanceof ClausewatchError)) console.error(cause)
    return exitCodeOf(cause)
  } finally {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.off(name, onSignal)
  }
}

class Interrupted extends Error {}

type CommandGroup = {
  readonly names: readonly string[]
  readonly load: () => Promise<(program: Command, context: CommandContext) => void>
}

/** In the order of the help. */
const COMMANDS: readonly CommandGroup[] = [
  { names: ['up'], load: async () => (await import('./command/up.ts')).registerUp },
  { names: ['demo'], load: async () => (await import('./command/demo.ts')).registerDemo },
  { names: ['add'], load: async () => (await import('./command/add.ts')).registerAdd },
  { names: ['check'], load: async () => (await import('./command/check.ts')).registerCheck },
  { names: ['import'], load: async () => (await import('./command/import.ts')).registerImport },
  { names: ['changes'], load: async () => (await import('./command/changes.ts')).registerChanges },
  { names: ['show'], load: async () => (await import('./command/show.ts')).registerShow },
  { names: ['diff'], load: async () => (await import('./command/diff.ts')).registerDiff },
  { names: ['comparison'], load: async () => (await import('./command/comparison.ts')).registerComparison },
  { names: ['search'], load: async () => (await import('./command/search.ts')).registerSearch },
  { names: ['status'], load: async () => (await import('./command/status.ts')).registerStatus },
  { names: ['evidence'], load: async () => (await import('./command/evidence.ts')).registerEvidence },
  { names: ['verify'], load: async () => (await import('./command/verify.ts')).registerVerify },
  { names: ['audit'], load: async () => (await import('./command/audit.ts')).registerAudit },
  { names: ['doctor'], load: async () => (await import('./command/doctor.ts')).registerDoctor },
  { names: ['withdraw'], load: async () => (await import('./command/withdraw.ts')).registerWithdraw },
  { names: ['witness'], load: async () => (await import('./command/witness.ts')).registerWitness },
  { names: ['backup'], load: async () => (await import('./command/backup.ts')).registerBackup },
  { names: ['restore'], load: async () => (await import('./command/backup.ts')).registerRestore },
  { names: ['timestamp'], load: async () => (await import('./command/timestamp.ts')).registerTimestamp },
  { names: ['log'], load: async () => (await import('./command/log.ts')).registerLog },
  { names: ['annotate'], load: async () => (await import('./command/annotate.ts')).registerAnnotate },
  { names: ['reprocess'], load: async () => (await import('./command/reprocess.ts')).registerReprocess },
  { names: ['review'], load: async () => (await import('./command/review.ts')).registerReview },
  {
    names: ['extract', 'judge', 'compare', 'classify', 'facts'],
    load: async () => (await import('./command/stage.ts')).registerStages,
  },
]

/**
 * With the command of that name alone where there is one: what the others import costs more than half a second. Else
 * with all of them, for help, and for the name that was meant.
 */
export async function createProgram(context: CommandContext, only?: string): Promise<Command> {
  const program = new Command('clausewatch')
    .description(
      'Follows the documents by which platforms govern those who use them, keeps every version as evidence,\nand shows what really changed.',
    )
    .version(programVersion(), '-V, --version')
    .addHelpText(
      'after',
      '\nExamples:\n  clausewatch demo\n  clausewatch up --data ./data\n  clausewatch changes --since 2026-01-01',
    )
    .showHelpAfterError('(clausewatch --help shows what there is)')
    .exitOverride()
    .configureOutput({ writeErr: (text) => process.stderr.write(text) })
  const group = only === undefined ? undefined : COMMANDS.find(({ names }) => names.includes(only))
  for (const register of await Promise.all((group ? [group] : COMMANDS).map(({ load }) => load())))
    register(program, context)
  return program
}
