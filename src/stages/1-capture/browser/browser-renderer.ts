/**
 * Captures a page with an installed Chromium: a fresh context and a guarded proxy for each capture, locale, time zone and
 * window pinned, no dialogs, downloads or service workers, and one limit of time over everything.
 */
import type { Browser, BrowserContext, Page, Response } from 'playwright-core'
import type { Renderer, Rendering, RenderRequest } from '../renderer.ts'
import { type LaunchOptions, launchBrowser } from './launch.ts'
import { hasMovedOn } from './page-script.ts'
import type { Incident, OpenProxy, ProxyDoor } from './proxy-door.ts'
import { serialise } from './serialise.ts'
import { type SettleLimits, settle } from './settle.ts'

export type RenderLimits = SettleLimits & {
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

export const DEFAULT_RENDER_LIMITS: RenderLimits = {
  timeoutMs: 60_000,
  loadMs: 15_000,
  quietMs: 4_000,
  scrollSteps: 100,
  stableMs: 3_000,
  maxDomLength: 32 * 1024 * 1024,
}

const MAX_MOVES = 4
/** How often it is looked whether the proxy has cut the page off: a page of that size may never answer again itself. */
const WATCH_MS = 200

/** A common desktop window: what a page hides from narrow ones is there. */
const VIEWPORT = { width: 1366, height: 900 }

/** The browser starts at the first capture and again after it has died; disposing ends it. */
export function createBrowserRenderer(options: BrowserRendererOptions): Renderer & AsyncDisposable {
  const limits = { ...DEFAULT_RENDER_LIMITS, ...options.limits }
  let browser: Promise<Browser> | null = null

  async function openBrowser(): Promise<Browser> {
    const running = await browser
    if (running?.isConnected()) return running
    browser = launchBrowser(options)
    browser.catch(() => {
      browser = null
    })
    return browser
  }

  return {
    async render(request) {
      if (request.signal?.aborted) return stopped()
      const proxy = await options.openProxy(request.url)
      if (proxy.kind === 'refused') return { kind: 'refused-by-guard', reason: proxy.reason }
      await using way = proxy
      const context = await openContext(await openBrowser(), request, way, options.timeZone ?? 'UTC')
      try {
        return await inTime(context, limits.timeoutMs, request.signal, way.incidents, () =>
          renderPage(context, request, way, limits),
        )
      } finally {
        await context.close()
      }
    },
    async [Symbol.asyncDispose]() {
      const running = await browser
      await running?.close()
    },
  }
}

async function openContext(
  browser: Browser,
  { locale, userAgent }: RenderRequest,
  proxy: OpenProxy,
  timezoneId: string,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    proxy: { server: proxy.address },
    locale: locale === '' ? 'en' : locale,
    timezoneId,
    viewport: VIEWPORT,
    userAgent: `${chromeAgent(browser.version())} ${userAgent}`,
    acceptDownloads: false,
    serviceWorkers: 'block',
    reducedMotion: 'reduce',
  })
  return context
}

/** The browser says that it is headless, as it does by itself, and who drives it. */
function chromeAgent(version: string): string {
  return `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/${version.split('.')[0]}.0.0.0 Safari/537.36`
}

/** Closing the context is what ends a page that never lets go (an endless loop of its own). */
async function inTime(
  context: BrowserContext,
  timeoutMs: number,
  signal: AbortSignal | undefined,
  incidents: readonly Incident[],
  task: () => Promise<Rendering>,
): Promise<Rendering> {
  const { promise: ended, resolve: end } = Promise.withResolvers<Rendering>()
  const onAbort = () => end(stopped())
  signal?.addEventListener('abort', onAbort, { once: true })
  const late = `took longer than ${timeoutMs / 1000} s in the browser`
  const timer = setTimeout(() => end({ kind: 'unreachable', reason: late, retry: true }), timeoutMs)
  const watch = setInterval(() => {
    const cut = findCut(incidents)
    if (cut) end(cut)
  }, WATCH_MS)
  const running = task()
  try {
    return await Promise.race([running, ended])
  } finally {
    clearTimeout(timer)
    clearInterval(watch)
    signal?.removeEventListener('abort', onAbort)
    await context.close()
    // Its own end, after the context is gone, is an error that nobody waits for any more.
    await running.catch(() => undefined)
  }
}

async function renderPage(
  context: BrowserContext,
  request: RenderRequest,
  proxy: OpenProxy,
  limits: RenderLimits,
): Promise<Rendering> {
  const page = await context.newPage()
  const userAgent = await page.evaluate<string>('navigator.userAgent')
  await sayLanguage(context, page, userAgent, request.acceptLanguage)
  const watched = watch(context, page)
  try {
    await page.goto(request.url, { waitUntil: 'domcontentloaded', timeout: limits.timeoutMs })
    const dom = await readDom(page, limits)
    const cut = findCut(proxy.incidents)
    if (cut) return cut
    if (dom.length > limits.maxDomLength)
      return { kind: 'too-large', reason: `the page has more than ${limits.maxDomLength} characters` }
    const finalUrl = page.url()
    const response = watched.main()
    if (!response || !/^https?:/.test(finalUrl)) {
      return { kind: 'unreachable', reason: `ended at ${finalUrl.slice(0, 200)}, which is no page`, retry: false }
    }
    return {
      kind: 'rendered',
      finalUrl,
      status: response.status(),
      headers: await response.allHeaders(),
      userAgent,
      response: await bodyOf(response),
      dom,
    }
  } catch (error) {
    return explain(error, watched, proxy.incidents)
  }
}

/** The context's locale alone would ask for "de-AT" and nothing else; the page gets the whole wish, as by HTTP. */
async function sayLanguage(
  context: BrowserContext,
  page: Page,
  userAgent: string,
  acceptLanguage: string,
): Promise<void> {
  const session = await context.newCDPSession(page)
  // Chromium weighs the languages itself, by the same steps as toAcceptLanguage.
  const languages = acceptLanguage.replace(/;q=[\d.]+/g, '')
  await session.send('Emulation.setUserAgentOverride', { userAgent, acceptLanguage: languages })
}

/** A page that moves on while it is read (a script, a refresh) is read again where it arrives. */
async function readDom(page: Page, limits: RenderLimits): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await settle(page, limits)
      return await serialise(page)
    } catch (error) {
      if (!hasMovedOn(error) || attempt === MAX_MOVES) throw error
      await page.waitForLoadState('domcontentloaded', { timeout: limits.loadMs })
    }
  }
}

type Watched = {
  /** The last answer to a navigation of the page itself. */
  readonly main: () => Response | null
  readonly lastHost: () => string
  readonly isDownload: () => boolean
  readonly isCrashed: () => boolean
}

function watch(context: BrowserContext, page: Page): Watched {
  let main: Response | null = null
  let lastHost = ''
  let isDownload = false
  let isCrashed = false
  page.on('dialog', (dialog) => dialog.dismiss().catch(() => undefined))
  page.on('download', () => {
    isDownload = true
  })
  page.on('crash', () => {
    isCrashed = true
  })
  page.on('request', (request) => {
    if (!request.isNavigationRequest() || request.frame() !== page.mainFrame()) return
    lastHost = URL.parse(request.url())?.hostname.replace(/^\[|\]$/g, '') ?? ''
  })
  page.on('response', (response) => {
    const request = response.request()
    const isRedirect = response.status() >= 300 && response.status() < 400 && 'location' in response.headers()
    if (request.isNavigationRequest() && request.frame() === page.mainFrame() && !isRedirect) main = response
  })
  context.on('page', (popup) => {
    if (popup !== page) popup.close().catch(() => undefined)
  })
  return { main: () => main, lastHost: () => lastHost, isDownload: () => isDownload, isCrashed: () => isCrashed }
}

/** The browser keeps no body of some answers (a navigation that was replaced at once); the DOM is there all the same. */
async function bodyOf(response: Response): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await response.body())
  } catch {
    return null
  }
}

/** Failures that do not pass by themselves, by Chromium's names for them. */
const LASTING =
  /ERR_(CERT|SSL|TOO_MANY_REDIRECTS|INVALID|UNKNOWN_URL_SCHEME|UNSAFE|BLOCKED|DISALLOWED|RESPONSE_HEADERS)/

/** The browser only sees that a connection ended; the proxy knows why, for the host that the page itself was last at. */
function explain(error: unknown, watched: Watched, incidents: readonly Incident[]): Rendering {
  if (!(error instanceof Error)) throw error
  if (watched.isDownload() || error.message.includes('Download is starting')) return { kind: 'not-a-page' }
  const cut = findCut(incidents)
  if (cut) return cut
  const incident = incidents.findLast(({ host }) => host === watched.lastHost())
  if (incident?.kind === 'refused-by-guard') return { kind: 'refused-by-guard', reason: incident.reason }
  if (incident) return { kind: 'unreachable', reason: incident.reason, retry: incident.retry }
  if (watched.isCrashed()) return { kind: 'unreachable', reason: 'brought the browser page down', retry: false }
  const code = /net::(ERR_[A-Z0-9_]+)/.exec(error.message)?.[1]
  if (code)
    return { kind: 'unreachable', reason: `could not be opened in the browser (${code})`, retry: !LASTING.test(code) }
  const what = error.message.split('\n')[0]!.slice(0, 200)
  return { kind: 'unreachable', reason: `could not be read in the browser (${what})`, retry: true }
}

function findCut(incidents: readonly Incident[]): Rendering | null {
  const cut = incidents.find(({ kind }) => kind === 'too-large')
  return cut ? { kind: 'too-large', reason: cut.reason } : null
}

function stopped(): Rendering {
  return { kind: 'unreachable', reason: 'was stopped before it ended', retry: true }
}
