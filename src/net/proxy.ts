/**
 * A forward proxy on loopback through which a browser goes out: the same guard for every request of a page, redirects,
 * subresources, workers and sockets included. One proxy serves one capture, so it can count what that capture received.
 */
import { createServer, type IncomingMessage, request as requestHttp, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { checkSocket, connectHost, GuardRefusal, handOver } from './connector.ts'
import { toUnreachable } from './failure.ts'
import {
  type Allowances,
  createGuard,
  type Guard,
  type Lookup,
  plainHost,
  type Resolved,
  type Target,
} from './guard.ts'

export type ProxyOptions = Allowances & {
  readonly lookup?: Lookup
  /** Of everything that one capture receives, as it comes over the wire. */
  readonly maxBytes?: number
  readonly idleTimeoutMs?: number
}

/** Something that the browser asked for and did not get. The browser only sees a connection that ends. */
type Incident = {
  readonly kind: 'refused-by-guard' | 'unreachable' | 'too-large'
  /** Without brackets and port. */
  readonly host: string
  readonly reason: string
  readonly retry: boolean
}

export type GuardedProxy = {
  readonly kind: 'open'
  /** For the browser's setting: "http://127.0.0.1:41234". */
  readonly address: string
  readonly incidents: readonly Incident[]
} & AsyncDisposable

type Passage = {
  readonly guard: Guard
  readonly entryUrl: string
  readonly idleTimeoutMs: number
  readonly incidents: Incident[]
  readonly sockets: Set<Socket>
  /** Counts what came from outside; false once it is too much. */
  take(host: string, sizeBytes: number): boolean
}

const DEFAULT_MAX_BYTES = 128 * 1024 * 1024
const DEFAULT_IDLE_MS = 30_000
/** A page can ask for addresses without end; what it was refused is told up to here. */
const MAX_INCIDENTS = 1000
/** Headers that are between two ends of one connection and are not passed on (RFC 9110 section 7.6.1). */
const HOP_BY_HOP: readonly string[] = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'upgrade',
]

/**
 * Opens a proxy for the capture of one address, which is judged first. An allowance for private hosts holds only where
 * that address has one itself: a public page cannot reach the operator's network through the operator's browser.
 */
export async function openGuardedProxy(
  options: ProxyOptions,
  entryUrl: string,
): Promise<GuardedProxy | { readonly kind: 'refused'; readonly reason: string }> {
  const guard = createGuard(options, options.lookup)
  const entry = guard.check(entryUrl)
  if (entry.kind === 'refused') return entry
  const passage = createPassage(options, guard, entryUrl)
  const server = createServer((request, response) => {
    // A request that cannot be written again (a header that is none) ends like one that was refused.
    forward(passage, request, response).catch((error: unknown) => {
      report(passage, request.url ?? '', error)
      response.destroy()
    })
  })
  server.on('connect', (request, socket: Socket, head: Buffer) => {
    tunnel(passage, request, socket, head).catch((error: unknown) => {
      report(passage, request.url ?? '', error)
      socket.destroy()
    })
  })
  server.on('upgrade', (_request, socket: Socket) => socket.destroy())
  server.on('clientError', (_error, socket) => socket.destroy())
  server.on('connection', (socket) => keep(passage, socket))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    kind: 'open',
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    incidents: passage.incidents,
    [Symbol.asyncDispose]: () => close(server, passage),
  }
}

function createPassage(options: ProxyOptions, guard: Guard, entryUrl: string): Passage {
  const { maxBytes = DEFAULT_MAX_BYTES, idleTimeoutMs = DEFAULT_IDLE_MS } = options
  const incidents: Incident[] = []
  const sockets = new Set<Socket>()
  let receivedBytes = 0
  return {
    guard,
    entryUrl,
    idleTimeoutMs,
    incidents,
    sockets,
    take(host, sizeBytes) {
      const wasWithin = receivedBytes <= maxBytes
      receivedBytes += sizeBytes
      if (receivedBytes <= maxBytes) return true
      if (wasWithin) {
        incidents.push({ kind: 'too-large', host, reason: `the page loads more than ${maxBytes} bytes`, retry: false })
        for (const socket of sockets) socket.destroy()
      }
      return false
    },
  }
}

/** Plain HTTP: the request names its whole address. A refusal is no answer at all, so that nobody takes it for one. */
async function forward(passage: Passage, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = request.url ?? ''
  const way = await findWay(passage, url)
  if (way?.target.url.protocol !== 'http:') return void response.destroy()
  const { target, resolved } = way
  const outgoing = requestHttp({
    host: connectHost(target.host, resolved),
    port: resolved.port,
    path: target.url.pathname + target.url.search,
    method: request.method,
    headers: { ...withoutHopByHop(request.headers), host: target.url.host },
    lookup: handOver(resolved),
    agent: false,
    timeout: passage.idleTimeoutMs,
  })
  outgoing.on('socket', (socket) => {
    keep(passage, socket)
    socket.once('connect', () => {
      const refusal = checkSocket(socket, resolved)
      if (refusal) socket.destroy(refusal)
    })
  })
  outgoing.on('timeout', () => outgoing.destroy())
  outgoing.on('error', (error) => {
    report(passage, target.host, error)
    response.destroy()
  })
  outgoing.on('response', (incoming) => {
    incoming.on('data', (chunk: Buffer) => {
      if (!passage.take(target.host, chunk.length)) response.destroy()
    })
    incoming.on('error', () => response.destroy())
    try {
      response.writeHead(incoming.statusCode ?? 502, withoutHopByHop(incoming.headers))
    } catch (error) {
      report(passage, target.host, error)
      return void response.destroy()
    }
    incoming.pipe(response)
  })
  response.on('close', () => outgoing.destroy())
  request.pipe(outgoing)
}

/** TLS and WebSockets: bytes pass unread, but only to an address that was judged. */
async function tunnel(passage: Passage, request: IncomingMessage, socket: Socket, head: Buffer): Promise<void> {
  const way = await findWay(passage, `https://${request.url ?? ''}/`)
  if (!way) return void socket.destroy()
  const { target, resolved } = way
  const outgoing = connect({
    host: connectHost(target.host, resolved),
    port: resolved.port,
    lookup: handOver(resolved),
    autoSelectFamily: true,
  })
  keep(passage, outgoing)
  outgoing.setTimeout(passage.idleTimeoutMs, () => outgoing.destroy())
  outgoing.on('error', (error) => {
    report(passage, target.host, error)
    socket.destroy()
  })
  outgoing.once('connect', () => {
    const refusal = checkSocket(outgoing, resolved)
    if (refusal) return void outgoing.destroy(refusal)
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
    outgoing.write(head)
    outgoing.on('data', (chunk: Buffer) => {
      if (!passage.take(target.host, chunk.length)) socket.destroy()
    })
    outgoing.pipe(socket).pipe(outgoing)
  })
  outgoing.on('close', () => socket.destroy())
  socket.on('close', () => outgoing.destroy())
}

/** The judged way to an address, or nothing, with the incident written down. */
async function findWay(passage: Passage, url: string): Promise<{ target: Target; resolved: Resolved } | null> {
  const target = passage.guard.check(url, passage.entryUrl)
  if (target.kind === 'refused') {
    report(passage, plainHost(URL.parse(url)?.hostname ?? url.slice(0, 200)), new GuardRefusal(target.reason))
    return null
  }
  try {
    const resolved = await passage.guard.resolve(target.host, target.port)
    if (resolved.kind === 'resolved') return { target, resolved }
    report(passage, target.host, new GuardRefusal(resolved.reason))
  } catch (error) {
    report(passage, target.host, error)
  }
  return null
}

function report(passage: Passage, host: string, error: unknown): void {
  if (passage.incidents.length >= MAX_INCIDENTS) return
  if (error instanceof GuardRefusal) {
    passage.incidents.push({ kind: 'refused-by-guard', host, reason: error.reason, retry: false })
    return
  }
  const failure = toUnreachable(`http://${host}/`, error)
  const { reason, retry } = failure ?? { reason: `could not be reached (${String(error)})`, retry: false }
  passage.incidents.push({ kind: 'unreachable', host, reason, retry })
}

function withoutHopByHop(headers: IncomingMessage['headers']): IncomingMessage['headers'] {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP_BY_HOP.includes(name)))
}

function keep(passage: Passage, socket: Socket): void {
  passage.sockets.add(socket)
  socket.on('error', () => socket.destroy())
  socket.once('close', () => passage.sockets.delete(socket))
}

async function close(server: Server, passage: Passage): Promise<void> {
  for (const socket of passage.sockets) socket.destroy()
  await new Promise((resolve) => server.close(resolve))
}
