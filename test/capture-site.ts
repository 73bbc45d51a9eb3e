/** Fictional hosts on loopback with the real client and capturer in front of them, on a clock that stands still. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createHttpClient } from '../src/net/index.ts'
import { type CaptureRequest, type CapturerOptions, createCapturer } from '../src/stages/1-capture/index.ts'
import { SMALL_LIMITS } from './ask.ts'
import { createFakeClock, type FakeClock } from './fake-clock.ts'
import { type Loopback, serveHttp } from './loopback.ts'

export const HOSTS = ['site.example', 'other.example', 'third.example']
const PAGE: CaptureRequest = { url: 'http://site.example/terms', needsBrowser: false, locale: 'en' }

export type Answering = (request: IncomingMessage, response: ServerResponse) => void

/** One server for all hosts, its log of requests, and a capturer in front of it on a clock that stands still. */
export async function setUp(answer: Answering | Loopback, options: Partial<CapturerOptions> = {}) {
  const log: string[] = []
  const clock: FakeClock = createFakeClock()
  const server =
    typeof answer === 'function'
      ? await serveHttp((request, response) => {
          log.push(`${request.headers.host}${request.url}`)
          answer(request, response)
        })
      : answer
  const http = createHttpClient({
    userAgent: 'unused',
    limits: SMALL_LIMITS,
    hostAddresses: new Map(HOSTS.map((host) => [host, server])),
  })
  const capturer = createCapturer({
    http,
    clock,
    userAgent: 'Clausewatch/0.1',
    contact: 'https://ops.example/',
    acceptLanguage: 'en',
    spacingMs: 2000,
    robots: true,
    random: () => 0.5,
    ...options,
  })
  return {
    log,
    server,
    clock,
    capture: (request: Partial<CaptureRequest> = {}) => capturer.capture({ ...PAGE, ...request }),
    async [Symbol.asyncDispose]() {
      await http[Symbol.asyncDispose]()
      await server[Symbol.asyncDispose]()
    },
  }
}

/** robots.txt gets its own answer; everything else goes to `page`. */
export function withRobots(
  robots: string | number,
  page: Answering = (_, response) => response.end('text'),
): Answering {
  return (request, response) => {
    if (request.url !== '/robots.txt') return page(request, response)
    if (typeof robots === 'number') response.writeHead(robots).end()
    else response.end(robots)
  }
}
