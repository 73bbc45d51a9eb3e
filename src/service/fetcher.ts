/** The capturer of a running program: the guarded client, and politeness as the settings say. */
import type { Clock } from '../core/clock.ts'
import { createHttpClient, type HostAddress } from '../net/index.ts'
import { type Capturer, createCapturer } from '../stages/1-capture/index.ts'

const PRODUCT = 'Clausewatch/0.1'
const DEFAULT_SPACING_MS = 2_000

export type FetcherOptions = {
  readonly clock: Clock
  /** Address of a page or of mail by which a site's operator reaches ours. */
  readonly contact: string
  readonly allowPrivateHosts?: readonly string[]
  /** Fictional names of the demo and where they lead. */
  readonly hostAddresses?: ReadonlyMap<string, HostAddress>
  readonly spacingMs?: number
}

export type Fetcher = AsyncDisposable & { readonly capturer: Capturer }

export function openFetcher(options: FetcherOptions): Fetcher {
  const { clock, contact, allowPrivateHosts, hostAddresses, spacingMs = DEFAULT_SPACING_MS } = options
  const http = createHttpClient({
    userAgent: contact ? `${PRODUCT} (+${contact})` : PRODUCT,
    ...(allowPrivateHosts ? { allowPrivateHosts } : {}),
    ...(hostAddresses ? { hostAddresses } : {}),
  })
  const capturer = createCapturer({
    http,
    clock,
    userAgent: PRODUCT,
    contact,
    acceptLanguage: 'en',
    spacingMs,
    robots: true,
  })
  return { capturer, [Symbol.asyncDispose]: () => http[Symbol.asyncDispose]() }
}
