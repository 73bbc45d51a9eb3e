/** Everything the commands print: results on standard output, progress and errors on standard error. */
import { ClausewatchError } from '../core/error.ts'

const BAR_CELLS = 24
const REDRAW_MS = 80

export type Progress = {
  update(done: number, total: number, what: string): void
  /** Ends the line. */
  stop(): void
}

export type Terminal = {
  /** One line of a result. */
  print(line: string): void
  /** Waits until what was printed has gone out, so that a slow reader does not fill the memory. */
  drained(): Promise<void>
  note(line: string): void
  progress(label: string): Progress
  error(cause: unknown, asJson: boolean): void
  readonly bold: (text: string) => string
  readonly dim: (text: string) => string
  readonly red: (text: string) => string
  readonly green: (text: string) => string
}

export type Streams = {
  readonly out: NodeJS.WriteStream
  readonly err: NodeJS.WriteStream
  readonly env: NodeJS.ProcessEnv
}

export function createTerminal({ out, err, env }: Streams): Terminal {
  // https://no-color.org
  const colours = out.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb'
  const style = (code: number) => (text: string) => (colours ? `\x1b[${code}m${text}\x1b[0m` : text)
  let full = false
  return {
    print: (line) => {
      full = !out.write(`${line}\n`)
    },
    drained: async () => {
      if (full) await new Promise((resolve) => out.once('drain', resolve))
      full = false
    },
    note: (line) => void err.write(`${line}\n`),
    progress: (label) => createProgress(label, err),
    error: (cause, asJson) => {
      if (asJson) err.write(`${JSON.stringify({ error: describeError(cause) })}\n`)
      else err.write(`clausewatch: ${errorSentence(cause)}\n`)
    },
    bold: style(1),
    dim: style(2),
    red: style(31),
    green: style(32),
  }
}

/** On a terminal one line that is drawn again; elsewhere a line now and then, so that logs stay short. */
function createProgress(label: string, err: NodeJS.WriteStream): Progress {
  const everyMs = err.isTTY ? REDRAW_MS : 5_000
  const startedAt = performance.now()
  let drawnAt = err.isTTY ? Number.NEGATIVE_INFINITY : startedAt
  let last = ''
  const draw = (line: string) => {
    if (err.isTTY) err.write(`\r\x1b[2K${line.slice(0, (err.columns || 100) - 1)}`)
    else err.write(`${line}\n`)
  }
  return {
    update: (done, total, what) => {
      const share = total > 0 ? Math.min(1, done / total) : 0
      const filled = Math.round(share * BAR_CELLS)
      const seconds = Math.round((performance.now() - startedAt) / 1000)
      last = `${label} ${'█'.repeat(filled)}${'░'.repeat(BAR_CELLS - filled)} ${String(Math.floor(share * 100)).padStart(3)} %  ${what}  ${seconds} s`
      const now = performance.now()
      if (now - drawnAt < everyMs) return
      drawnAt = now
      draw(last)
    },
    stop: () => {
      if (!last) return
      draw(last)
      if (err.isTTY) err.write('\n')
    },
  }
}

export function errorSentence(cause: unknown): string {
  if (cause instanceof ClausewatchError) return `${withoutStop(cause.message)}; ${cause.remedy}`
  const words = cause instanceof Error ? cause.message : String(cause)
  return `this should not have happened: ${words} (a defect of Clausewatch; run with CLAUSEWATCH_DEBUG=1 for where, and report it)`
}

function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '')
}

function describeError(cause: unknown): { code: string; message: string; remedy: string } {
  if (cause instanceof ClausewatchError) return { code: cause.code, message: cause.message, remedy: cause.remedy }
  return { code: 'defect', message: cause instanceof Error ? cause.message : String(cause), remedy: 'report it' }
}
