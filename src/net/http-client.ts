/** The one HTTP client of everything that goes out: guarded at every hop, limited in time and size, honest in its ends. */
import { Agent } from 'undici'
import type { Headers } from '../core/capture.ts'
import type { Answer, HttpClient, OutgoingRequest } from '../core/http-client.ts'
import { createConnector, GuardRefusal } from './connector.ts'
import { ACCEPT_ENCODING } from './decode.ts'
import { toUnreachable } from './failure.ts'
import { type Allowances, createGuard, type Guard, type Lookup, type Target } from './guard.ts'
import { discard, receiveBody } from './receive-body.ts'
import { nextHop } from './redirect.ts'

/** Sizes in bytes, times in milliseconds of real time. */
export type HttpLimits = {
  /** Of the body: as it comes over the wire, and again after decoding. */
  readonly maxBytes: number
  readonly maxHeaderBytes: number
  readonly maxRedirects: number
  /** Of the whole request, redirects included. */
  readonly timeoutMs: number
  readonly connectTimeoutMs: number
  readonly headersTimeoutMs: number
  /** Between two pieces of a body. */
  readonly idleTimeoutMs: number
}

/** The longest policies are some megabytes of HTML; PDFs of a hundred megabytes exist and are refused as too large. */
const DEFAULT_LIMITS: HttpLimits = {
  maxBytes: 32 * 1024 * 1024,
  maxHeaderBytes: 64 * 1024,
  maxRedirects: 10,
  timeoutMs: 60_000,
  connectTimeoutMs: 10_000,
  headersTimeoutMs: 30_000,
  idleTimeoutMs: 15_000,
}

export type HttpClientOptions = Allowances & {
  /** Names us and where to reach us; a request may carry its own. */
  readonly userAgent: string
  readonly limits?: Partial<HttpLimits>
  readonly lookup?: Lookup
}

type Exchange = {
  readonly agent: Agent
  readonly guard: Guard
  /** How many connections to a host and port have ended in an error so far. */
  readonly breaks: ReadonlyMap<string, number>
  readonly request: OutgoingRequest
  readonly limits: HttpLimits
  readonly signal: AbortSignal
}

type Hop = {
  readonly url: string
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT'
  readonly headers: Headers
  readonly from?: string
}

/**
 * An allowance belongs to a client: whoever lets strangers name addresses gives those a client without allowances, and
 * the operator's own model or webhook host another one. Disposing closes all connections.
 */
export function createHttpClient(options: HttpClientOptions): HttpClient & AsyncDisposable {
  const limits = { ...DEFAULT_LIMITS, ...options.limits }
  const guard = createGuard(options, options.lookup)
  const breaks = new Map<string, number>()
  const agent = new Agent({
    connect: createConnector(guard, limits.connectTimeoutMs, (host, port) => {
      breaks.set(`${host}:${port}`, (breaks.get(`${host}:${port}`) ?? 0) + 1)
    }),
    allowH2: false,
    maxHeaderSize: limits.maxHeaderBytes,
    headersTimeout: limits.headersTimeoutMs,
    bodyTimeout: limits.idleTimeoutMs,
    // A checked connection is kept only while a run over one host uses it.
    keepAliveTimeout: 4_000,
    keepAliveMaxTimeout: 10_000,
  })
  return {
    async request(request) {
      if (request.signal?.aborted) return stopped(request.url)
      const own = applyOwnLimits(limits, request)
      const headers = { 'user-agent': options.userAgent, 'accept-encoding': ACCEPT_ENCODING, ...request.headers }
      const clock = new AbortController()
      const timer = setTimeout(() => clock.abort(), own.timeoutMs)
      const signal = request.signal ? AbortSignal.any([request.signal, clock.signal]) : clock.signal
      try {
        return await follow({ agent, guard, breaks, request: { ...request, headers }, limits: own, signal })
      } catch (error) {
        return toAnswer(request, error, own, clock.signal.aborted)
      } finally {
        clearTimeout(timer)
      }
    },
    refusalOf(url, redirectedFrom) {
      const check = guard.check(url, redirectedFrom)
      return check.kind === 'refused' ? check.reason : null
    },
    [Symbol.asyncDispose]: () => agent.destroy(),
  }
}

function applyOwnLimits(limits: HttpLimits, request: OutgoingRequest): HttpLimits {
  return {
    ...limits,
    maxBytes: request.maxBytes ?? limits.maxBytes,
    timeoutMs: request.timeoutMs ?? limits.timeoutMs,
    maxRedirects: request.maxRedirects ?? limits.maxRedirects,
  }
}

async function follow(exchange: Exchange): Promise<Answer> {
  const { request, limits } = exchange
  const visited: string[] = []
  let hop: Hop = {
    url: request.url,
    method: request.method ?? 'GET',
    headers: request.headers ?? {},
    ...(request.redirectedFrom === undefined ? {} : { from: request.redirectedFrom }),
  }
  for (;;) {
    const target = exchange.guard.check(hop.url, hop.from)
    if (target.kind === 'refused') return refusedAt(request.url, hop.url, target.reason)
    const { response, headers, breaksBefore } = await send(exchange, hop, target)
    const next = nextHop(target.url, hop, response.statusCode, headers.location)
    if (!next || limits.maxRedirects === 0) {
      const body = await receiveBody(response, headers, limits.maxBytes, hop.method === 'HEAD')
      if (body.kind !== 'whole') return { ...body, url: request.url }
      if (isClosedByError(exchange, headers, target, breaksBefore)) return brokenOff(request.url)
      return {
        kind: 'received',
        url: request.url,
        finalUrl: target.url.href,
        status: response.statusCode,
        headers,
        body: body.bytes,
        redirects: visited,
        ...(next ? { redirectsTo: next.url } : {}),
      }
    }
    discard(response)
    visited.push(target.url.href)
    if (visited.length > limits.maxRedirects) {
      return stuck(request.url, `redirects more than ${limits.maxRedirects} times`)
    }
    if (next.method === hop.method && visited.includes(next.url)) return stuck(request.url, `redirects in a circle`)
    hop = { ...next, from: target.url.href }
  }
}

async function send(exchange: Exchange, hop: Hop, target: Target) {
  const breaksBefore = countBreaks(exchange, target)
  try {
    const response = await exchange.agent.request({
      origin: target.url.origin,
      path: target.url.pathname + target.url.search,
      method: hop.method,
      headers: hop.headers,
      body: hop.method === 'POST' || hop.method === 'PUT' ? (exchange.request.body ?? '') : null,
      signal: exchange.signal,
    })
    return { response, headers: flatten(response.headers), breaksBefore }
  } catch (error) {
    const isRedirected = hop.url !== exchange.request.url
    throw error instanceof GuardRefusal && isRedirected ? new GuardRefusal(at(hop.url, error.reason)) : error
  }
}

/**
 * A body whose end is only the end of the connection is whole unless the connection ended in an error (RFC 9112 section
 * 8); undici takes a reset for an end there. Counted per host, so another request's reset may be taken for this one's,
 * and a whole answer be asked for again: the safer mistake.
 */
function isClosedByError(exchange: Exchange, headers: Headers, target: Target, breaksBefore: number): boolean {
  const isFramed = 'content-length' in headers || 'transfer-encoding' in headers
  return !isFramed && countBreaks(exchange, target) > breaksBefore
}

function countBreaks({ breaks }: Exchange, { host, port }: Target): number {
  return breaks.get(`${host}:${port}`) ?? 0
}

function toAnswer(request: OutgoingRequest, error: unknown, limits: HttpLimits, isTimedOut: boolean): Answer {
  const { url } = request
  if (error instanceof GuardRefusal) return { kind: 'refused-by-guard', url, reason: error.reason }
  if (isTimedOut) {
    return {
      kind: 'unreachable',
      url,
      reason: `took longer than ${limits.timeoutMs / 1000} s`,
      retry: true,
      cause: 'timeout',
    }
  }
  if (request.signal?.aborted) return stopped(url)
  if (error instanceof Error && 'code' in error && error.code === 'UND_ERR_HEADERS_OVERFLOW') {
    const reason = `sends headers of more than ${limits.maxHeaderBytes} bytes`
    return { kind: 'too-large', url, limitBytes: limits.maxHeaderBytes, reason }
  }
  const answer = toUnreachable(url, error)
  if (!answer) throw error
  return answer
}

function refusedAt(asked: string, refused: string, reason: string): Answer {
  return { kind: 'refused-by-guard', url: asked, reason: asked === refused ? reason : at(refused, reason) }
}

function at(url: string, reason: string): string {
  return `redirects to ${url.slice(0, 200)}, which ${reason}`
}

function stopped(url: string): Answer {
  return { kind: 'unreachable', url, reason: 'was stopped before it ended', retry: true, cause: 'aborted' }
}

function brokenOff(url: string): Answer {
  const reason = 'broke the connection off before the whole answer came'
  return { kind: 'unreachable', url, reason, retry: true, cause: 'connection' }
}

function stuck(url: string, reason: string): Answer {
  return { kind: 'unreachable', url, reason, retry: false, cause: 'redirects' }
}

function flatten(headers: Readonly<Record<string, string | string[] | undefined>>): Headers {
  const entries = Object.entries(headers).map(([name, value]) => [
    name.toLowerCase(),
    Array.isArray(value) ? value.join(', ') : (value ?? ''),
  ])
  return Object.fromEntries(entries)
}
