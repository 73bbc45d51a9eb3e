/** What one attempt to fetch one source left behind (DESIGN sections 1 and 3). */

export const OUTCOMES = [
  'received',
  'not-modified',
  'refused-by-robots',
  'refused-by-guard',
  'unreachable',
  'too-large',
] as const
export type Outcome = (typeof OUTCOMES)[number]

/** What was received turned out to be (definitions: gold CAPTURE_VERDICTS). Only `policy` can make a version. */
export const VERDICTS = [
  'policy',
  'partial',
  'other-document',
  'other-page',
  'blocked',
  'error',
  'login',
  'shell',
  'other-locale',
  'unreadable',
] as const
export type Verdict = (typeof VERDICTS)[number]

/** `response`: bytes as received; `rendered-dom`: written out by our browser; `supplied`: handed in by a person. */
export type PartKind = 'response' | 'rendered-dom' | 'supplied'

/** One body held by a capture, named by its bytes. */
export type Part = {
  readonly kind: PartKind
  readonly sha256: string
  readonly sizeBytes: number
  /** As declared, for example `text/html; charset=utf-8`; empty when nothing was declared. */
  readonly mediaType: string
}

/** The part that is read: a rendered page where there is one, since it was made because the response was not enough. */
export function preferredPart<P extends Part>(parts: readonly P[]): P | null {
  return parts.find((part) => part.kind === 'rendered-dom') ?? parts[0] ?? null
}

/** Lower-case header names to values; repeated headers joined by `, `. */
export type Headers = Readonly<Record<string, string>>

/** A finished attempt. `parts` and their bytes exist only where the outcome is `received`. */
export type Capture = {
  readonly outcome: Outcome
  /** What was asked for, and where the answer came from after redirects. */
  readonly url: string
  readonly finalUrl: string
  readonly status: number | null
  /** Only the headers that matter later: content-type, etag, last-modified, server, retry-after and those that show a wall. */
  readonly headers: Headers
  readonly parts: readonly (Part & { readonly bytes: Uint8Array })[]
  /** One sentence for a person: why it was not received ("resolves to 10.0.0.5, a private address"); empty otherwise. */
  readonly reason: string
  readonly startedAt: string
  readonly finishedAt: string
  /** Whether the same attempt may succeed soon, by the table of transient failures. */
  readonly retry: boolean
  /** What was said about us and the edition that is wanted; absent where nobody was asked (a supplied file). */
  readonly sent?: { readonly userAgent: string; readonly acceptLanguage: string }
}
