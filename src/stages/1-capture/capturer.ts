/**
 * One attempt to fetch one source, whatever comes of it: robots.txt first, then the page by HTTP or through the browser,
 * redirect by redirect, each host in its own lane. Expected ends are outcomes; nothing here throws for what a site does.
 */
import { createHash } from 'node:crypto'
import type { Capture, Headers, Outcome } from '../../core/capture.ts'
import { type Clock, toMoment } from '../../core/clock.ts'
import { ClausewatchError } from '../../core/error.ts'
import type { Answer, HttpClient } from '../../core/http-client.ts'
import { createHostLanes, type HostLanes } from './host-lanes.ts'
import { keepHeaders } from './kept-headers.ts'
import { toAcceptLanguage, toUserAgent } from './locale.ts'
import type { RenderedFrame, Renderer, Rendering } from './renderer.ts'
import { backoffMs, isTransient, readWish } from './retry.ts'
import { createRobotsGate, type RobotsGate } from './robots-gate.ts'

export type CapturerOptions = {
  readonly http: HttpClient
  readonly clock: Clock
  /** Product and version ("Clausewatch/0.1"); its first word is what a robots.txt names. */
  readonly userAgent: string
  /** Where a site's operator reaches ours: an address of a page or of mail; empty where there is none. */
  readonly contact: string
  /** For documents that declare no locale. */
  readonly acceptLanguage: string
  /** Between the end of one request to a host and the start of the next. */
  readonly spacingMs: number
  /** False only for hosts that are one's own: tests and the demo without robots. */
  readonly robots: boolean
  /** Pages that need scripts; without one they are fetched by HTTP and stage 3 says what they are. */
  readonly renderer?: Renderer
  /** In [0, 1); spreads retries. */
  readonly random?: () => number
  /** Attempts in all, the first one included. */
  readonly maxAttempts?: number
  /** The longest single wait for a host; a longer wish ends the capture as unreachable until then. */
  readonly maxWaitMs?: number
}

export type CaptureRequest = {
  readonly url: string
  /** Validators of the last received capture of this source. */
  readonly conditional?: { readonly etag?: string; readonly lastModified?: string }
  readonly needsBrowser: boolean
  /** BCP 47, of the edition that is followed. */
  readonly locale: string
  readonly signal?: AbortSignal
}

export type Capturer = { capture(request: CaptureRequest): Promise<Capture> }

/** What every finished attempt has, before it is stamped with its times. */
type End = Omit<Capture, 'url' | 'startedAt' | 'finishedAt'>

type Parts = Capture['parts']

/** What all attempts of one capturer share. */
type Run = CapturerOptions & {
  readonly lanes: HostLanes
  readonly gate: RobotsGate | null
  readonly maxWaitMs: number
}

const MAX_REDIRECTS = 10
/** Markdown is not named: a site that offers both would give another text than its readers see. */
const ACCEPT = 'text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8'

export function createCapturer(options: CapturerOptions): Capturer {
  const { clock, random = Math.random, maxAttempts = 3, maxWaitMs = 120_000 } = options
  const userAgent = toUserAgent(options.userAgent, options.contact)
  const lanes = createHostLanes(clock, options.spacingMs, maxWaitMs)
  const gate = options.robots ? createRobotsGate(options.http, lanes, clock, userAgent) : null
  const run: Run = { ...options, userAgent, lanes, gate, maxWaitMs }

  async function attemptUntilDone(request: CaptureRequest, acceptLanguage: string): Promise<End> {
    for (let attempt = 1; ; attempt += 1) {
      const end = await attemptOnce(run, request, acceptLanguage)
      const host = URL.parse(end.finalUrl)?.hostname ?? ''
      const asked = readWish(end.status, end.headers, clock.now())
      if (asked !== null) lanes.postpone(host, asked)
      if (!end.retry || attempt >= maxAttempts || (asked ?? 0) > maxWaitMs) return end
      if (end.outcome === 'refused-by-robots') return end
      if (asked === null) lanes.postpone(host, backoffMs(attempt, random))
    }
  }

  return {
    async capture(request) {
      const startedAt = toMoment(clock.now())
      const acceptLanguage = toAcceptLanguage(request.locale, options.acceptLanguage)
      const end = await attemptUntilDone(request, acceptLanguage).catch((error: unknown) => {
        if (!request.signal?.aborted) throw error
        return failed('unreachable', request.url, 'was stopped before it ended', true)
      })
      const finishedAt = toMoment(clock.now())
      return { url: request.url, sent: { userAgent, acceptLanguage }, ...end, startedAt, finishedAt }
    },
  }
}

async function attemptOnce(run: Run, request: CaptureRequest, acceptLanguage: string): Promise<End> {
  if (request.needsBrowser && run.renderer) {
    const end = await renderOnce(run, run.renderer, request, acceptLanguage)
    if (end) return end
  }
  const conditions = toConditions(request.conditional)
  const visited: string[] = []
  let url = request.url
  for (;;) {
    const refusal = await askFirst(run, url, visited.at(-1), request.signal)
    if (refusal) return visited.length > 0 ? afterRedirect(refusal) : refusal
    const answer = await inLane(run, url, request.signal, () =>
      run.http.request({
        url,
        headers: { 'user-agent': run.userAgent, accept: ACCEPT, 'accept-language': acceptLanguage, ...conditions },
        maxRedirects: 0,
        ...(visited.length > 0 ? { redirectedFrom: visited.at(-1)! } : {}),
        ...(request.signal ? { signal: request.signal } : {}),
      }),
    )
    if ('outcome' in answer) return answer
    const next = answer.kind === 'received' ? (answer.redirectsTo ?? null) : null
    if (next === null) {
      const end = toEnd(answer, url, Object.keys(conditions).length > 0)
      return visited.length > 0 ? afterRedirect(end) : end
    }
    visited.push(url)
    if (visited.includes(next)) return failed('unreachable', url, 'redirects in a circle', false)
    if (visited.length > MAX_REDIRECTS) {
      return failed('unreachable', url, `redirects more than ${MAX_REDIRECTS} times`, false)
    }
    url = next
  }
}

/** Null where the browser finds a file instead of a page. Robots are asked for the address that it ended at, too. */
async function renderOnce(
  run: Run,
  renderer: Renderer,
  request: CaptureRequest,
  acceptLanguage: string,
): Promise<End | null> {
  const { url, locale, signal } = request
  const refusal = await askFirst(run, url, undefined, signal)
  if (refusal) return refusal
  const rendering = await inLane(run, url, signal, () =>
    renderer
      .render({ url, locale, acceptLanguage, userAgent: run.userAgent, ...(signal ? { signal } : {}) })
      .catch(explainMissingBrowser),
  )
  if ('outcome' in rendering) return rendering
  if (rendering.kind === 'not-a-page') return null
  if (rendering.kind !== 'rendered') {
    return failed(rendering.kind, url, rendering.reason, rendering.kind === 'unreachable' && rendering.retry)
  }
  const { finalUrl, status } = rendering
  if (withoutHash(finalUrl) !== withoutHash(url)) {
    const refusalThere = await askFirst(run, finalUrl, url, signal)
    if (refusalThere) return afterRedirect(refusalThere)
  }
  const headers = keepHeaders(rendering.headers)
  const mediaType = headers['content-type'] ?? ''
  const drawn = rendering.dom + (await writeFrames(run, rendering.frames, signal))
  const dom = toPart('rendered-dom', new TextEncoder().encode(drawn), 'text/html; charset=utf-8')
  const parts = rendering.response ? [toPart('response', rendering.response, mediaType), dom] : [dom]
  const sent = { userAgent: rendering.userAgent, acceptLanguage }
  return {
    outcome: 'received',
    finalUrl,
    status,
    headers,
    parts,
    reason: '',
    retry: isTransient(status, headers),
    sent,
  }
}

/**
 * Behind the page, each in a shadow root of its own, so that nothing in them ends or opens an element of the page. Its
 * address is asked of robots.txt like one that is fetched for itself.
 */
async function writeFrames(run: Run, frames: readonly RenderedFrame[], signal?: AbortSignal): Promise<string> {
  let written = ''
  for (const { url, html } of frames) {
    if (/^https?:/.test(url) && (await askFirst(run, url, undefined, signal))) continue
    const address = url.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
    written += `\n<div data-frame="${address}"><template shadowrootmode="open">${html}</template></div>`
  }
  return written
}

/** No browser, no page: other documents go on without it. */
function explainMissingBrowser(error: unknown): Rendering {
  if (!(error instanceof ClausewatchError) || error.code !== 'browser-not-started') throw error
  return { kind: 'unreachable', reason: `could not be opened: ${error.message}`, retry: false }
}

const withoutHash = (url: string): string => url.split('#', 1)[0]!

/** The guard, then the host's robots.txt: an address that is refused as written is the reason for no request at all. */
async function askFirst(run: Run, url: string, from?: string, signal?: AbortSignal): Promise<End | null> {
  const reason = run.http.refusalOf?.(url, from) ?? null
  if (reason !== null) return failed('refused-by-guard', url, reason, false)
  const parsed = URL.parse(url)
  if (!run.gate || !parsed) return null
  const decision = await run.gate.decide(parsed, signal)
  return decision.kind === 'open' ? null : failed(decision.kind, url, decision.reason, decision.retry)
}

async function inLane<T>(
  run: Run,
  url: string,
  signal: AbortSignal | undefined,
  task: () => Promise<T>,
): Promise<T | End> {
  const result = await run.lanes.run(URL.parse(url)?.hostname ?? '', task, signal)
  if (result.kind === 'ran') return result.value
  return failed('unreachable', url, `asked to be left alone until ${toMoment(result.until)}`, true)
}

function toEnd(answer: Answer, url: string, isConditional: boolean): End {
  if (answer.kind !== 'received') {
    return failed(answer.kind, url, answer.reason, answer.kind === 'unreachable' && answer.retry)
  }
  const { finalUrl, status, body } = answer
  const headers = keepHeaders(answer.headers)
  if (status === 304) {
    if (isConditional) {
      return { outcome: 'not-modified', finalUrl, status, headers, parts: [], reason: '', retry: false }
    }
    const reason = 'answered "not modified" although it was not asked to compare'
    return { ...failed('unreachable', finalUrl, reason, true), status, headers }
  }
  const parts = [toPart('response', body, headers['content-type'] ?? '')]
  return { outcome: 'received', finalUrl, status, headers, parts, reason: '', retry: isTransient(status, headers) }
}

/** What went wrong went wrong at an address that nobody asked for, so the reason names it. */
function afterRedirect(end: End): End {
  if (end.reason === '') return end
  const joint = end.outcome === 'refused-by-robots' ? ';' : ', which'
  return { ...end, reason: `redirects to ${end.finalUrl.slice(0, 200)}${joint} ${end.reason}` }
}

function failed(outcome: Outcome, finalUrl: string, reason: string, retry: boolean): End {
  return { outcome, finalUrl, status: null, headers: {}, parts: [], reason, retry }
}

function toPart(kind: 'response' | 'rendered-dom', bytes: Uint8Array, mediaType: string): Parts[number] {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { kind, sha256, sizeBytes: bytes.length, mediaType, bytes }
}

function toConditions(conditional: CaptureRequest['conditional']): Headers {
  return {
    ...(conditional?.etag ? { 'if-none-match': conditional.etag } : {}),
    ...(conditional?.lastModified ? { 'if-modified-since': conditional.lastModified } : {}),
  }
}
