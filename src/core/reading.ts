/** What stage 3-extract makes of received bytes: a verdict, and the policy text (DESIGN sections 1 and 5). */
import type { Headers, Verdict } from './capture.ts'
import type { DeclaredSelectors, DocumentType } from './document.ts'
import type { PolicyText } from './policy-text.ts'

/** Walls that are recognised by name. */
export const WALLS = [
  'cloudflare',
  'akamai',
  'aws-waf',
  'cloudfront',
  'datadome',
  'imperva',
  'perimeterx',
  'vercel',
] as const
export type Wall = (typeof WALLS)[number]

/** A date that a document prints. Plain dates are `YYYY-MM-DD`; a relative one keeps its words and the range it implies. */
export type PrintedDate =
  | { readonly kind: 'exact'; readonly on: string; readonly printed: string }
  | { readonly kind: 'approximate'; readonly from: string; readonly to: string; readonly printed: string }

/** A control around a document by which a reader exercises a choice; recorded beside the text, never part of it. */
export type ChoiceControl = {
  readonly kind: 'opt-out' | 'cookie-settings' | 'do-not-sell'
  readonly label: string
  readonly href: string | null
}

/** What is known about a document before its page is read. Everything may be absent at first sight. */
export type DeclaredDocument = {
  readonly platform: string
  readonly title: string
  readonly type: DocumentType
  /** BCP 47; absent when any will do. */
  readonly locale?: string
}

export type ExtractInput = {
  readonly bytes: Uint8Array
  /** As declared by the server or known from the file: `text/html`, `application/pdf`, `text/markdown`, `text/plain`, with parameters. */
  readonly mediaType: string
  readonly url: string | null
  readonly declared: DeclaredDocument
  readonly selectors?: DeclaredSelectors
  readonly status?: number
  readonly headers?: Headers
  /** The canonical string of the version on display, where there is one, and its language. */
  readonly previous?: { readonly text: string; readonly language: string | null }
  /** Median size of received pages of this document. */
  readonly medianBytes?: number
  /** When it was received; needed for relative dates only. */
  readonly receivedAt?: string
}

export type Extraction = {
  readonly verdict: Verdict
  /** One sentence that a person understands, never empty. */
  readonly reason: string
  readonly wall: Wall | null
  readonly title: string | null
  /** BCP 47 primary language of the text, or null where there is too little to tell. */
  readonly language: string | null
  readonly stated: PrintedDate | null
  readonly effective: PrintedDate | null
  /** Present for every verdict for which any text was found, so that a person can look; a version only from `policy`. */
  readonly text: PolicyText
  readonly choiceControls: readonly ChoiceControl[]
}
