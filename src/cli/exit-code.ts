/** What the program's exit code says. `docs/cli.md` holds the same table, and a house test compares both. */
import { ClausewatchError } from '../core/error.ts'

export const EXIT_CODES = {
  done: 0,
  defect: 1,
  usage: 2,
  input: 3,
  environment: 4,
  archive: 5,
  /** What was examined does not hold: a bundle of evidence, an archive. */
  findings: 6,
  interrupted: 130,
} as const
export type ExitCode = (typeof EXIT_CODES)[keyof typeof EXIT_CODES]

export function exitCodeOf(cause: unknown): ExitCode {
  return cause instanceof ClausewatchError ? EXIT_CODES[cause.kind] : EXIT_CODES.defect
}
