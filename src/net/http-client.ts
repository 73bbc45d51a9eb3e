/** The one HTTP client of everything that goes out: guarded at every hop, limited in time and size, honest in its ends. */
import { Agent, type Dispatcher } from 'undici'
import type { Headers } from '../core/capture.ts'
import type { Answer, HttpClient, OutgoingRequest } from '../core/http-client.ts'
import { createConnector, GuardRefusal } from './connector.ts'
import { ACCEPT_ENCODING, decodeBody } from './decode.ts'
import { toUnreachable } from './failure.ts'
import { type Allowances, createGuard, type Guard, type Lookup } from './guard.ts'
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
export const DEFAULT_LIMITS: HttpLimits = {
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
  readonly request: OutgoingRequest
  readonly limits: HttpLimits
  readonly signal: AbortSignal
}

type Hop = {
  readonly url: string
  readonly method: 'GET' | 'HEAD' | 'POST'
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
  const agent = new Agent({
    connect: createConnector(guard, limits.connectTimeoutMs),
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
      const own = applyOwnLimits(limits, request)
      const clock = new AbortController()
      const timer = setTimeout(() => clock.abort(), own.timeoutMs)
      const signal = request.signal ? AbortSignal.any([request.signal, clock.signal]) : clock.signal
      try {
        return await follow(agent, guard, options.userAgent, { request, limits: own, signal })
      } catch (error) {
        return toAnswer(request, error, own, clock.signal.aborted)
      } finally {
        clearTimeout(timer)
      }
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

async function follow(agent: Agent, guard: Guard, userAgent: string, exchange: Exchange): Promise<Answer> {
  const { request, limits } = exchange
  const visited: string[] = []
  let hop: Hop = {
    url: request.url,
    method: request.method ?? 'GET',
    headers: { 'user-agent': userAgent, 'accept-encoding': ACCEPT_ENCODING, ...request.headers },
    ...(request.redirectedFrom === undefined ? {} : { from: request.redirectedFrom }),
  }
  for (;;) {
    const target = guard.check(hop.url, hop.from)
    if (target.kind === 'refused') return refusedAt(request.url, hop.url, target.reason)
    const body = hop.method === 'POST' ? (request.body ?? '') : null
    const response = await agent
      .request({
        origin: target.url.origin,
        path: target.url.pathname + target.url.search,
        method: hop.method,
        headers: hop.headers,
        body,
        signal: exchange.signal,
      })
      .catch((error: unknown) => {
        throw error instanceof GuardRefusal && hop.url !== request.url
          ? new GuardRefusal(at(hop.url, error.reason))
          : error
      })
    const headers = flatten(response.headers)
    const next = nextHop(target.url, hop, response.statusCode, headers.location)
    if (!next || limits.maxRedirects === 0) {
      const answer = await receive(response, headers, target.url.href, visited, exchange)
      return next && answer.kind === 'received' ? { ...answer, redirectsTo: next.url } : answer
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

async function receive(
  response: Dispatcher.ResponseData,
  headers: Headers,
  finalUrl: string,
  redirects: readonly string[],
  { request, limits }: Exchange,
): Promise<Answer> {
  const { url } = request
  const tooLarge = (what: string): Answer => {
    discard(response)
    return {
      kind: 'too-large',
      url,
      limitBytes: limits.maxBytes,
      reason: `${what} the limit of ${limits.maxBytes} bytes`,
    }
  }
  const announced = Number(headers['content-length'])
  if (request.method !== 'HEAD' && announced > limits.maxBytes) return tooLarge(`announces ${announced} bytes, over`)
  const chunks: Uint8Array[] = []
  let sizeBytes = 0
  for await (const chunk of response.body) {
    const bytes: Uint8Array = chunk
    sizeBytes += bytes.length
    if (sizeBytes > limits.maxBytes) return tooLarge('sends more than')
    chunks.push(bytes)
  }
  const decoded = await decodeBody(Buffer.concat(chunks), headers['content-encoding'] ?? '', limits.maxBytes)
  if (decoded.kind === 'too-large') return tooLarge('unpacks to more than')
  if (decoded.kind === 'undecodable') {
    return { kind: 'unreachable', url, reason: decoded.reason, retry: false, cause: 'encoding' }
  }
  return { kind: 'received', url, finalUrl, status: response.statusCode, headers, body: decoded.body, redirects }
}

/** Closes the connection under a body that nobody reads; the error by which the stream reports that is expected. */
function discard({ body }: Dispatcher.ResponseData): void {
  body.on('error', () => {})
  body.destroy()
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
  if (request.signal?.aborted) {
    return { kind: 'unreachable', url, reason: 'was stopped before it ended', retry: true, cause: 'aborted' }
  }
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
