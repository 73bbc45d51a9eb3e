/** `clausewatch`: parses the command line, runs one command, and turns what it throws into a sentence and an exit code. */
import { Command, CommanderError } from 'commander'
import { ClausewatchError, firstCause } from '../core/error.ts'
import { registerAdd } from './command/add.ts'
import { registerAnnotate } from './command/annotate.ts'
import { registerAudit } from './command/audit.ts'
import { registerBackup, registerRestore } from './command/backup.ts'
import { registerChanges } from './command/changes.ts'
import { registerCheck } from './command/check.ts'
import { registerComparison } from './command/comparison.ts'
import { registerDemo } from './command/demo.ts'
import { registerDiff } from './command/diff.ts'
import { registerDoctor } from './command/doctor.ts'
import { registerEvidence } from './command/evidence.ts'
import { registerImport } from './command/import.ts'
import { registerLog } from './command/log.ts'
import { registerReprocess } from './command/reprocess.ts'
import { registerReview } from './command/review.ts'
import { registerSearch } from './command/search.ts'
import { registerShow } from './command/show.ts'
import { registerStages } from './command/stage.ts'
import { registerStatus } from './command/status.ts'
import { registerTimestamp } from './command/timestamp.ts'
import { registerUp } from './command/up.ts'
import { registerVerify } from './command/verify.ts'
import { registerWithdraw } from './command/withdraw.ts'
import { registerWitness } from './command/witness.ts'
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
    const program = createProgram({ terminal, stdin: process.stdin, env: process.env, signal: interrupt.signal })
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

export function createProgram(context: CommandContext): Command {
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
  for (const register of [
    registerUp,
    registerDemo,
    registerAdd,
    registerCheck,
    registerImport,
    registerChanges,
    registerShow,
    registerDiff,
    registerComparison,
    registerSearch,
    registerStatus,
    registerEvidence,
    registerVerify,
    registerAudit,
    registerDoctor,
    registerWithdraw,
    registerWitness,
    registerBackup,
    registerRestore,
    registerTimestamp,
    registerLog,
    registerAnnotate,
    registerReprocess,
    registerReview,
    registerStages,
  ]) {
    register(program, context)
  }
  return program
}
