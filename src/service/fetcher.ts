/** The capturer of a running program: the guarded client, and politeness as the settings say. */
import type { Clock } from '../core/clock.ts'
import { createHttpClient, type HostAddress, openGuardedProxy } from '../net/index.ts'
import { type Capturer, createBrowserRenderer, createCapturer } from '../stages/1-capture/index.ts'
import { systemClock } from './clock.ts'
import type { Settings } from './settings.ts'

/** As every server that is asked gets to know us. */
export const PRODUCT = 'Clausewatch/0.1'
const DEFAULT_SPACING_MS = 2_000

export type FetcherOptions = {
  readonly clock: Clock
  /** Address of a page or of mail by which a site's operator reaches ours. */
  readonly contact: string
  readonly allowPrivateHosts?: readonly string[]
  /** Fictional names of the demo and where they lead. */
  readonly hostAddresses?: ReadonlyMap<string, HostAddress>
  readonly spacingMs?: number
  /** An installed Chromium; null or absent: pages that need scripts are recorded as what HTTP gives. */
  readonly browser?: string | null
}

export type Fetcher = AsyncDisposable & { readonly capturer: Capturer; readonly hasBrowser: boolean }

/** As the settings say, in real time. */
export function fetcherOf({ contact, allowPrivateHosts, spacingMs, browser }: Settings): Fetcher {
  return openFetcher({ clock: systemClock, contact, allowPrivateHosts, spacingMs, browser })
}

export function openFetcher(options: FetcherOptions): Fetcher {
  const { clock, contact, spacingMs = DEFAULT_SPACING_MS, browser = null } = options
  const allowances = {
    ...(options.allowPrivateHosts ? { allowPrivateHosts: options.allowPrivateHosts } : {}),
    ...(options.hostAddresses ? { hostAddresses: options.hostAddresses } : {}),
  }
  const http = createHttpClient({ userAgent: contact ? `${PRODUCT} (+${contact})` : PRODUCT, ...allowances })
  const renderer =
    browser === null
      ? null
      : createBrowserRenderer({ executablePath: browser, openProxy: (url) => openGuardedProxy(allowances, url) })
  const capturer = createCapturer({
    http,
    clock,
    userAgent: PRODUCT,
    contact,
    acceptLanguage: 'en',
    spacingMs,
    robots: true,
    ...(renderer ? { renderer } : {}),
  })
  return {
    capturer,
    hasBrowser: renderer !== null,
    async [Symbol.asyncDispose]() {
      await renderer?.[Symbol.asyncDispose]()
      await http[Symbol.asyncDispose]()
    },
  }
}
