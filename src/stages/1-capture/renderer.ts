/** What the stage needs of a browser; `browser/` has the one that drives an installed Chromium. */
import type { Headers } from '../../core/capture.ts'

export type RenderRequest = {
  readonly url: string
  /** BCP 47: the page's language is asked for in every way that a browser has. */
  readonly locale: string
  readonly acceptLanguage: string
  /** Added to the browser's own user agent, so that it says both what it is and who drives it. */
  readonly userAgent: string
  readonly signal?: AbortSignal
}

/** `html`: what its body holds, written out. */
export type RenderedFrame = { readonly url: string; readonly html: string }

export type Rendering =
  | {
      readonly kind: 'rendered'
      readonly finalUrl: string
      readonly status: number
      readonly headers: Headers
      /** As the page was told it. */
      readonly userAgent: string
      /** The main answer as the browser received it; null where it kept none. */
      readonly response: Uint8Array | null
      /** The DOM written out as HTML after scripts ran, before anything in it was touched. */
      readonly dom: string
      /** Documents in frames of the page's own origin. */
      readonly frames: readonly RenderedFrame[]
    }
  /** The address gives a file to keep, not a page: it goes by HTTP. */
  | { readonly kind: 'not-a-page' }
  | { readonly kind: 'refused-by-guard'; readonly reason: string }
  | { readonly kind: 'too-large'; readonly reason: string }
  | { readonly kind: 'unreachable'; readonly reason: string; readonly retry: boolean }

/** Never rejects for what a page does; rejects where there is no working browser. */
export type Renderer = { render(request: RenderRequest): Promise<Rendering> }
