/** Owns the running browser: started when a capture needs it, shared by captures, ended when it is idle or has served long. */
import type { Browser } from 'playwright-core'
import { ClausewatchError } from '../../../core/error.ts'
import { type LaunchOptions, launchBrowser } from './launch.ts'

export type RunningBrowser = {
  readonly browser: Browser
  /** As the browser names itself. */
  readonly userAgent: string
}

export type BrowserKeeper = AsyncDisposable & {
  /** Runs the task with a browser that is alive at its start. Rejects with `browser-not-started` where there is none. */
  use<T>(task: (running: RunningBrowser) => Promise<T>): Promise<T>
}

/** A browser that nobody uses holds some hundred megabytes; checks come in batches, and the next one starts another. */
const IDLE_MS = 30_000
/** Long-lived browsers grow; after so many pages the next one gets a fresh process. */
const MAX_PAGES = 100

export function createBrowserKeeper(options: LaunchOptions, idleMs = IDLE_MS, maxPages = MAX_PAGES): BrowserKeeper {
  let current: Promise<RunningBrowser> | null = null
  let users = 0
  let served = 0
  let idleTimer: NodeJS.Timeout | undefined

  async function open(): Promise<RunningBrowser> {
    const known = await current
    if (known?.browser.isConnected()) return known
    if (!current || known) {
      served = 0
      current = start(options)
      current.catch(() => {
        current = null
      })
    }
    return current
  }

  async function end(): Promise<void> {
    clearTimeout(idleTimer)
    const ending = current
    current = null
    await (await ending)?.browser.close()
  }

  return {
    async use(task) {
      clearTimeout(idleTimer)
      users += 1
      try {
        const running = await open()
        served += 1
        return await task(running)
      } finally {
        users -= 1
        if (users === 0 && served >= maxPages) await end()
        else if (users === 0) idleTimer = setTimeout(() => void end(), idleMs).unref()
      }
    },
    [Symbol.asyncDispose]: end,
  }
}

async function start(options: LaunchOptions): Promise<RunningBrowser> {
  try {
    const browser = await launchBrowser(options)
    const session = await browser.newBrowserCDPSession()
    const { userAgent } = await session.send('Browser.getVersion')
    await session.detach()
    return { browser, userAgent }
  } catch (cause) {
    throw new ClausewatchError(
      'browser-not-started',
      `the browser ${options.executablePath} could not be started`,
      'install Chrome or Chromium, or set CLAUSEWATCH_BROWSER to one that runs',
      { kind: 'environment', cause },
    )
  }
}
