/** The port through which anything goes out. `src/net/` implements it, guarded; stages receive it as an argument. */
import type { Headers } from './capture.ts'

export type OutgoingRequest = {
  readonly url: string
  readonly method?: 'GET' | 'HEAD' | 'POST' | 'PUT'
  readonly headers?: Headers
  readonly body?: Uint8Array | string
  readonly signal?: AbortSignal
  /** Limits for this request; defaults are the client's. */
  readonly maxBytes?: number
  readonly timeoutMs?: number
  /** 0: a redirect is not followed and is the answer, with its `location`. */
  readonly maxRedirects?: number
  /** For callers who follow redirects themselves: the address that led here. Allowances for private hosts do not pass on. */
  readonly redirectedFrom?: string
}

/** Why no whole answer came; what is transient among them is said by `retry`. */
export type UnreachableCause =
  | 'name'
  | 'connection'
  | 'tls'
  | 'timeout'
  | 'protocol'
  | 'encoding'
  | 'redirects'
  | 'request'
  | 'aborted'

/** Expected ends of a request are values; nobody catches. */
export type Answer =
  | {
      readonly kind: 'received'
      readonly url: string
      readonly finalUrl: string
      readonly status: number
      readonly headers: Headers
      /** Decoded by Content-Encoding, otherwise as received. */
      readonly body: Uint8Array
      readonly redirects: readonly string[]
      /** Where it redirects to, absolute, when redirects were not followed. */
      readonly redirectsTo?: string
    }
  | { readonly kind: 'refused-by-guard'; readonly url: string; readonly reason: string }
  | { readonly kind: 'too-large'; readonly url: string; readonly limitBytes: number; readonly reason: string }
  | {
      readonly kind: 'unreachable'
      readonly url: string
      readonly reason: string
      readonly retry: boolean
      readonly cause?: UnreachableCause
    }

export type HttpClient = {
  request(request: OutgoingRequest): Promise<Answer>
  /** Why an address as written would be refused; null where it may be asked for. Looks nothing up, sends nothing. */
  refusalOf?(url: string, redirectedFrom?: string): string | null
}
