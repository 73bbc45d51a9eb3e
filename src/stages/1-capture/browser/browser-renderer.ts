/**
 * Captures a page with an installed Chromium: a fresh context and a guarded proxy for each capture, locale, time zone and
 * window pinned, no dialogs, downloads or service workers, and one limit of time over everything.
 */
import type { Browser, BrowserContext, CDPSession, Page, Response } from 'playwright-core'
import type { RenderedFrame, Renderer, Rendering, RenderRequest } from '../renderer.ts'
import { createBrowserKeeper, type RunningBrowser } from './browser-keeper.ts'
import { type GrowthLimits, watchGrowth } from './growth.ts'
import type { LaunchOptions } from './launch.ts'
import { hasMovedOn } from './page-script.ts'
import { explainFailure, findCut, findIncident, watchPage } from './page-watch.ts'
import type { Incident, OpenProxy, ProxyDoor } from './proxy-door.ts'
import { readFrames, serialise } from './serialise.ts'
import { type SettleLimits, settle } from './settle.ts'
import { type Traffic, watchTraffic } from './traffic.ts'

type RenderLimits = SettleLimits &
  GrowthLimits & {
    /** Of one capture, from the first request to the written DOM. */
    readonly timeoutMs: number
    /** Of the written DOM, in characters. */
    readonly maxDomLength: number
  }

export type BrowserRendererOptions = LaunchOptions & {
  readonly openProxy: ProxyDoor
  readonly limits?: Partial<RenderLimits>
  /** IANA name; pinned so that a page shows the same dates wherever we run. */
  readonly timeZone?: string
}

const DEFAULT_RENDER_LIMITS: RenderLimits = {
  timeoutMs: 60_000,
  loadMs: 15_000,
  quietMs: 4_000,
  scrollSteps: 100,
  stableMs: 3_000,
  maxUnpackedBytes: 96 * 1024 * 1024,
  maxNodes: 500_000,
  maxDomLength: 32 * 1024 * 1024,
}

const MAX_MOVES = 4
const CLOSE_MS = 5_000
/** How often it is looked whether the proxy has cut the page off: a page of that size may never answer again itself. */
const WATCH_MS = 200

/** A common desktop window: what a page hides from narrow ones is there. */
const VIEWPORT = { width: 1366, height: 900 }

/** What a capture of one page works with. */
type Capturing = {
  readonly context: BrowserContext
  readonly request: RenderRequest
  readonly proxy: OpenProxy
  readonly limits: RenderLimits
  readonly userAgent: string
}

/** The browser starts at the first capture and again after it has died; disposing ends it. */
export function createBrowserRenderer(options: BrowserRendererOptions): Renderer & AsyncDisposable {
  const limits = { ...DEFAULT_RENDER_LIMITS, ...options.limits }
  const keeper = createBrowserKeeper(options)
  return {
    async render(request) {
      if (request.signal?.aborted) return stopped()
      const opened = await options.openProxy(request.url)
      if (opened.kind === 'refused') return { kind: 'refused-by-guard', reason: opened.reason }
      await using proxy = opened
      return await keeper.use(async (running) => {
        try {
          return await renderWith(running, request, proxy, limits, options.timeZone ?? 'UTC')
        } catch (error) {
          if (running.browser.isConnected()) throw error
          return { kind: 'unreachable', reason: 'was lost when the browser ended', retry: true }
        }
      })
    },
    [Symbol.asyncDispose]: () => keeper[Symbol.asyncDispose](),
  }
}

async function renderWith(
  { browser, userAgent: ownAgent }: RunningBrowser,
  request: RenderRequest,
  proxy: OpenProxy,
  limits: RenderLimits,
  timezoneId: string,
): Promise<Rendering> {
  // The browser says by itself that it is headless; who drives it is added.
  const userAgent = `${ownAgent} ${request.userAgent}`
  const context = await browser.newContext({
    proxy: { server: proxy.address },
    locale: request.locale === '' ? 'en' : request.locale,
    timezoneId,
    viewport: VIEWPORT,
    userAgent,
    acceptDownloads: false,
    serviceWorkers: 'block',
    reducedMotion: 'reduce',
  })
  try {
    return await inTime({ context, request, proxy, limits, userAgent })
  } finally {
    await closeContext(browser, context)
  }
}

/** A browser that does not let go of a page, or not within seconds, is ended as a whole; the next capture starts another. */
async function closeContext(browser: Browser, context: BrowserContext): Promise<void> {
  // One that is dying says that it knows no such context, a moment before it is gone: it is ended as well.
  const closing = context.close().catch(() => 'late' as const)
  const { promise: late, resolve } = Promise.withResolvers<'late'>()
  const timer = setTimeout(() => resolve('late'), CLOSE_MS)
  try {
    if ((await Promise.race([closing, late])) === 'late') await browser.close()
  } finally {
    clearTimeout(timer)
  }
}

/** What comes first: the page's end, a limit, or a stop. A page that never lets go is ended by closing its context. */
async function inTime(capturing: Capturing): Promise<Rendering> {
  const { proxy, limits, request } = capturing
  const { promise: ended, resolve: end } = Promise.withResolvers<Rendering>()
  const onAbort = () => end(stopped())
  request.signal?.addEventListener('abort', onAbort, { once: true })
  const late = `took longer than ${limits.timeoutMs / 1000} s in the browser`
  const timer = setTimeout(() => end({ kind: 'unreachable', reason: late, retry: true }), limits.timeoutMs)
  const watch = setInterval(() => endIfCut(proxy.incidents, end), WATCH_MS)
  const rendering = renderPage(capturing, end)
  try {
    return await Promise.race([rendering, ended])
  } finally {
    clearTimeout(timer)
    clearInterval(watch)
    request.signal?.removeEventListener('abort', onAbort)
    // Its own end, once the context is closed, is an error that nobody waits for any more.
    rendering.catch(() => undefined)
  }
}

function endIfCut(incidents: readonly Incident[], end: (rendering: Rendering) => void): void {
  const cut = findCut(incidents)
  if (cut) end(cut)
}

async function renderPage(
  { context, request, proxy, limits, userAgent }: Capturing,
  end: (rendering: Rendering) => void,
): Promise<Rendering> {
  const page = await context.newPage()
  const watch = watchPage(context, page)
  const traffic = watchTraffic(page)
  try {
    const session = await context.newCDPSession(page)
    await sayLanguage(session, userAgent, request.acceptLanguage)
    await using _growth = await watchGrowth(session, limits, end)
    await page.goto(request.url, { waitUntil: 'domcontentloaded', timeout: limits.timeoutMs })
    const { dom, frames } = await readDom(page, traffic, limits)
    const finalUrl = page.url()
    const response = watch.main()
    const cut = findCut(proxy.incidents)
    if (cut) return cut
    if (!response || !/^https?:/.test(finalUrl)) {
      const reason = `ended at ${finalUrl.slice(0, 200)}, which is no page`
      return findIncident(watch, proxy.incidents) ?? { kind: 'unreachable', reason, retry: false }
    }
    const length = frames.reduce((sum, { html }) => sum + html.length, dom.length)
    if (length > limits.maxDomLength) {
      return { kind: 'too-large', reason: `the page has more than ${limits.maxDomLength} characters` }
    }
    const headers = await response.allHeaders()
    const status = response.status()
    return { kind: 'rendered', finalUrl, status, headers, userAgent, response: await bodyOf(response), dom, frames }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return explainFailure(error, watch, proxy.incidents)
  }
}

/** The context's locale alone would ask for "de-AT" and nothing else; the page gets the whole wish, as by HTTP. */
async function sayLanguage(session: CDPSession, userAgent: string, acceptLanguage: string): Promise<void> {
  // Chromium weighs the languages itself, by the same steps as toAcceptLanguage.
  const languages = acceptLanguage.replace(/;q=[\d.]+/g, '')
  await session.send('Emulation.setUserAgentOverride', { userAgent, acceptLanguage: languages })
}

type Drawn = { readonly dom: string; readonly frames: readonly RenderedFrame[] }

/** A page that moves on while it is read (a script, a refresh) is read again where it arrives. */
async function readDom(page: Page, traffic: Traffic, limits: RenderLimits): Promise<Drawn> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await settle(page, traffic, limits)
      return { dom: await serialise(page), frames: await readFrames(page) }
    } catch (error) {
      if (!hasMovedOn(error) || attempt === MAX_MOVES) throw error
      await page.waitForLoadState('domcontentloaded', { timeout: limits.loadMs })
    }
  }
}

/** The browser keeps no body of some answers (a navigation that was replaced at once); the DOM is there all the same. */
async function bodyOf(response: Response): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await response.body())
  } catch {
    return null
  }
}

function stopped(): Rendering {
  return { kind: 'unreachable', reason: 'was stopped before it ended', retry: true }
}
