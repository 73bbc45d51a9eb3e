/** One request of the real client to a server on loopback, with limits small enough for tests. */
import type { Answer, OutgoingRequest } from '../src/core/http-client.ts'
import { createHttpClient, type HttpLimits } from '../src/net/index.ts'
import type { Loopback } from './loopback.ts'

export const SMALL_LIMITS: HttpLimits = {
  maxBytes: 100_000,
  maxHeaderBytes: 8192,
  maxRedirects: 5,
  timeoutMs: 4000,
  connectTimeoutMs: 3000,
  headersTimeoutMs: 2000,
  idleTimeoutMs: 2000,
}

/** Asks the server by the name of a site, as everything does, and says how long it took. */
export async function ask(
  server: Loopback,
  request: Partial<OutgoingRequest> = {},
): Promise<Answer & { tookMs: number }> {
  await using client = createHttpClient({
    userAgent: 'Test/1',
    limits: SMALL_LIMITS,
    hostAddresses: new Map([
      ['site.example', server],
      ['other.example', server],
    ]),
  })
  const startedAt = performance.now()
  const answer = await client.request({ url: 'http://site.example/', ...request })
  return { ...answer, tookMs: performance.now() - startedAt }
}

export function textOf(answer: Answer): string {
  return answer.kind === 'received' ? new TextDecoder().decode(answer.body) : `(${answer.kind})`
}
