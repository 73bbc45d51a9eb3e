/** Follows what happens to a page while it loads, and explains by it why there is nothing to read in the end. */
import type { BrowserContext, Page, Response } from 'playwright-core'
import type { Rendering } from '../renderer.ts'
import type { Incident } from './proxy-door.ts'

export type PageWatch = {
  /** The last answer to a navigation of the page itself. */
  readonly main: () => Response | null
  /** The host that the page itself was last sent to, without brackets and port. */
  readonly lastHost: () => string
  readonly isDownload: () => boolean
  readonly isCrashed: () => boolean
}

/** Also refuses what would hold the page up: dialogs are dismissed and pop-ups closed. */
export function watchPage(context: BrowserContext, page: Page): PageWatch {
  let main: Response | null = null
  let lastHost = ''
  let isDownload = false
  let isCrashed = false
  // A dialog or pop-up that is gone by itself in the meantime needs no refusing.
  page.on('dialog', (dialog) => dialog.dismiss().catch(() => undefined))
  context.on('page', (popup) => {
    if (popup !== page) popup.close().catch(() => undefined)
  })
  page.on('download', () => {
    isDownload = true
  })
  page.on('crash', () => {
    isCrashed = true
  })
  page.on('request', (request) => {
    if (!request.isNavigationRequest() || request.frame() !== page.mainFrame()) return
    lastHost = URL.parse(request.url())?.hostname.replace(/^\[|\]$|\.$/g, '') ?? ''
  })
  page.on('response', (response) => {
    const request = response.request()
    const isRedirect = response.status() >= 300 && response.status() < 400 && 'location' in response.headers()
    if (request.isNavigationRequest() && request.frame() === page.mainFrame() && !isRedirect) main = response
  })
  return { main: () => main, lastHost: () => lastHost, isDownload: () => isDownload, isCrashed: () => isCrashed }
}

/** Failures that do not pass by themselves, by Chromium's names for them. */
const LASTING =
  /ERR_(CERT|SSL|TOO_MANY_REDIRECTS|INVALID|UNKNOWN_URL_SCHEME|UNSAFE|BLOCKED|DISALLOWED|RESPONSE_HEADERS)/

/** A browser that dies breaks its connections off, which the proxy cannot tell from a site that does. */
const BROWSER_GONE = /has been closed|browser has disconnected/i

/** The browser only sees that a connection ended; the proxy knows why, for the host that the page itself was last at. */
export function explainFailure(error: Error, watch: PageWatch, incidents: readonly Incident[]): Rendering {
  if (watch.isDownload() || error.message.includes('Download is starting')) return { kind: 'not-a-page' }
  const known = findCut(incidents) ?? (BROWSER_GONE.test(error.message) ? null : findIncident(watch, incidents))
  if (known) return known
  if (watch.isCrashed()) return { kind: 'unreachable', reason: 'brought the browser page down', retry: false }
  const code = /net::(ERR_[A-Z0-9_]+)/.exec(error.message)?.[1]
  if (code) {
    return { kind: 'unreachable', reason: `could not be opened in the browser (${code})`, retry: !LASTING.test(code) }
  }
  const what = error.message.split('\n')[0]!.slice(0, 200)
  return { kind: 'unreachable', reason: `could not be read in the browser (${what})`, retry: true }
}

/** What the proxy knows about the address that the page itself was last sent to. */
export function findIncident(watch: PageWatch, incidents: readonly Incident[]): Rendering | null {
  const incident = incidents.findLast(({ host }) => host === watch.lastHost())
  if (!incident || incident.kind === 'too-large') return null
  const { kind, reason, retry } = incident
  return kind === 'refused-by-guard' ? { kind, reason } : { kind, reason, retry }
}

/** Whether the capture was cut off for its size. */
export function findCut(incidents: readonly Incident[]): Rendering | null {
  const cut = incidents.find(({ kind }) => kind === 'too-large')
  return cut ? { kind: 'too-large', reason: cut.reason } : null
}
