/**
 * The one error type of the product. Nobody decides by a message: callers read `code`, `retry` and `fatal`.
 * Every code stands in `docs/errors.md`, and a house test compares both ways.
 */

/** `input`: the user can mend it; `environment`: the machine or network; `archive`: stored data is damaged. */
export type ErrorKind = 'input' | 'environment' | 'archive'

export type ErrorOptions = {
  readonly kind?: ErrorKind
  /** The same call may succeed later without anybody changing anything. */
  readonly retry?: boolean
  /** The process must stop: going on could lose or fork what is kept. */
  readonly fatal?: boolean
  readonly cause?: unknown
}

/** What went wrong (`message`, one sentence: what, where), and what to do about it (`remedy`, one sentence). */
export class ClausewatchError extends Error {
  readonly code: string
  readonly remedy: string
  readonly kind: ErrorKind
  readonly retry: boolean
  readonly fatal: boolean

  constructor(code: string, message: string, remedy: string, options: ErrorOptions = {}) {
    super(message, { cause: options.cause })
    this.name = 'ClausewatchError'
    this.code = code
    this.remedy = remedy
    this.kind = options.kind ?? 'input'
    this.retry = options.retry ?? false
    this.fatal = options.fatal ?? false
  }
}

/**
 * What went wrong first. Closing what is open may fail for the same reason (a full disk), and the language then throws
 * an error about both.
 */
export function firstCause(cause: unknown): unknown {
  let first = cause
  while (first instanceof SuppressedError) first = first.suppressed
  return first
}
