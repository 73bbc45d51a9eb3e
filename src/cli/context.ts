/** What every command gets: the terminal, the streams, and a signal that Ctrl-C aborts. */
import type { Terminal } from './terminal.ts'

export type CommandContext = {
  readonly terminal: Terminal
  readonly stdin: NodeJS.ReadableStream
  readonly env: NodeJS.ProcessEnv
  readonly signal: AbortSignal
}

/** Options that every command about an archive has. */
export type DataOptions = { readonly data: string; readonly json?: boolean }
