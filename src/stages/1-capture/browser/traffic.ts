/** What a page still loads that may bring text, and since when nothing of it has moved. */
import type { Page, Request } from 'playwright-core'

export type Traffic = {
  /** Milliseconds for which nothing that matters was asked for, answered or under way; 0 while something is. */
  readonly idleMs: () => number
}

/** Pictures, fonts and films bring no text; streams and pings never end. */
const BRINGS_TEXT: ReadonlySet<string> = new Set(['document', 'script', 'stylesheet', 'xhr', 'fetch', 'other'])

/** A host that was refused, or answers nothing, is asked again and again by some pages: from the second time on it is no traffic. */
export function watchTraffic(page: Page): Traffic {
  const underWay = new Set<Request>()
  const answering = new Set<string>()
  const silent = new Set<string>()
  let movedAt = performance.now()
  page.on('request', (request) => {
    if (!BRINGS_TEXT.has(request.resourceType()) || silent.has(hostOf(request))) return
    underWay.add(request)
    movedAt = performance.now()
  })
  page.on('response', (response) => {
    answering.add(hostOf(response.request()))
    silent.delete(hostOf(response.request()))
  })
  const end = (request: Request) => {
    if (underWay.delete(request)) movedAt = performance.now()
  }
  page.on('requestfinished', end)
  page.on('requestfailed', (request) => {
    if (!answering.has(hostOf(request))) silent.add(hostOf(request))
    end(request)
  })
  return { idleMs: () => (underWay.size > 0 ? 0 : performance.now() - movedAt) }
}

const hostOf = (request: Request): string => URL.parse(request.url())?.host ?? ''
