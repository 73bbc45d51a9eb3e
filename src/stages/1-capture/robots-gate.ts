/** Fetches robots.txt once a day per origin and answers whether a page may be asked for (RFC 9309 sections 2.3 and 2.4). */
import type { Clock } from '../../core/clock.ts'
import type { Answer, HttpClient } from '../../core/http-client.ts'
import type { HostLanes } from './host-lanes.ts'
import { readWish } from './retry.ts'
import { crawlDelayOf, decideRobots, NO_ROBOTS, parseRobots, type Robots } from './robots.ts'

type GateDecision =
  | { readonly kind: 'open' }
  /** `retry`: the site's rules could not be read now; otherwise a rule says no. */
  | {
      readonly kind: 'refused-by-robots' | 'refused-by-guard' | 'unreachable'
      readonly reason: string
      readonly retry: boolean
    }

export type RobotsGate = { decide(url: URL, signal?: AbortSignal): Promise<GateDecision> }

type Kept = { readonly robots: Robots; readonly fetchedAt: number }
type Fetched = { readonly kind: 'robots'; readonly robots: Robots } | Exclude<GateDecision, { kind: 'open' }>

const DAY_MS = 24 * 60 * 60 * 1000
/** While the file cannot be read, the last good one holds (section 2.4), and for no longer than this (section 2.3.1.4). */
const MAX_STALE_MS = 30 * DAY_MS
/** A server that answers for its file with an error is asked again no sooner; one that did not answer, at the next try. */
const FAILURE_MS = 10 * 60 * 1000
/** More than is read of it: to tell a big file, of which the beginning counts, from an endless one. */
const MAX_FETCH_BYTES = 5 * 1024 * 1024
const MAX_REDIRECTS = 5
const MAX_ORIGINS = 10_000

export function createRobotsGate(http: HttpClient, lanes: HostLanes, clock: Clock, userAgent: string): RobotsGate {
  const good = new Map<string, Kept>()
  const failed = new Map<string, { readonly fetched: Fetched; readonly at: number }>()
  const running = new Map<string, Promise<Fetched>>()

  async function read(url: URL, signal?: AbortSignal): Promise<Fetched> {
    const { origin } = url
    const now = clock.now().getTime()
    const kept = good.get(origin)
    if (kept && now - kept.fetchedAt < DAY_MS) return { kind: 'robots', robots: kept.robots }
    const failure = failed.get(origin)
    const fetched = failure && now - failure.at < FAILURE_MS ? failure.fetched : await fetchOnce(url, signal)
    if (fetched.kind !== 'robots' && kept && now - kept.fetchedAt < MAX_STALE_MS) {
      return { kind: 'robots', robots: kept.robots }
    }
    return fetched
  }

  /** Two pages of one site that start together share one request. */
  function fetchOnce(url: URL, signal?: AbortSignal): Promise<Fetched> {
    const { origin } = url
    const known = running.get(origin)
    if (known) return known
    const fetching = fetchRobots({ http, lanes, clock, userAgent }, url, signal)
      .then((fetched) => {
        if (good.size + failed.size > MAX_ORIGINS) {
          good.clear()
          failed.clear()
        }
        const at = clock.now().getTime()
        failed.delete(origin)
        if (fetched.kind === 'robots') good.set(origin, { robots: fetched.robots, fetchedAt: at })
        else if (fetched.kind === 'refused-by-robots') failed.set(origin, { fetched, at })
        return fetched
      })
      .finally(() => running.delete(origin))
    running.set(origin, fetching)
    return fetching
  }

  return {
    async decide(url, signal) {
      const fetched = await read(url, signal)
      if (fetched.kind !== 'robots') return fetched
      const delayMs = crawlDelayOf(fetched.robots, userAgent)
      if (delayMs > 0) lanes.widen(url.hostname, delayMs)
      const decision = decideRobots(fetched.robots, userAgent, url)
      return decision.kind === 'allowed'
        ? { kind: 'open' }
        : { kind: 'refused-by-robots', reason: decision.reason, retry: false }
    },
  }
}

type Means = {
  readonly http: HttpClient
  readonly lanes: HostLanes
  readonly clock: Clock
  readonly userAgent: string
}

async function fetchRobots({ http, lanes, clock, userAgent }: Means, url: URL, signal?: AbortSignal): Promise<Fetched> {
  const result = await lanes.run(
    url.hostname,
    () =>
      http.request({
        url: `${url.origin}/robots.txt`,
        headers: { 'user-agent': userAgent, accept: 'text/plain, */*;q=0.5' },
        maxRedirects: MAX_REDIRECTS,
        maxBytes: MAX_FETCH_BYTES,
        ...(signal ? { signal } : {}),
      }),
    signal,
  )
  if (result.kind === 'too-early') {
    return { kind: 'unreachable', reason: `asked to be left alone until ${result.until.toISOString()}`, retry: true }
  }
  const answer = result.value
  const asked = answer.kind === 'received' ? readWish(answer.status, answer.headers, clock.now()) : null
  if (asked !== null) lanes.postpone(url.hostname, asked)
  return judge(answer)
}

/** No rules (4xx, or a chain of redirects) allows everything; rules that cannot be read allow nothing. */
function judge(answer: Answer): Fetched {
  if (answer.kind === 'refused-by-guard') return { kind: answer.kind, reason: answer.reason, retry: false }
  if (answer.kind === 'too-large') return refused(`robots.txt ${answer.reason}`, false)
  if (answer.kind === 'unreachable') {
    if (answer.cause === 'redirects') return { kind: 'robots', robots: NO_ROBOTS }
    return { kind: 'unreachable', reason: `${answer.reason}, when asked for its robots.txt`, retry: answer.retry }
  }
  const { status, body } = answer
  if (status >= 200 && status < 300) return { kind: 'robots', robots: parseRobots(body) }
  // RFC 9309 counts 429 among the 4xx that allow everything; whoever says "too many requests" does not mean that.
  if (status >= 500 || status === 429) {
    return refused(`robots.txt answered with status ${status}, and until it can be read nothing may be fetched`, true)
  }
  return { kind: 'robots', robots: NO_ROBOTS }
}

function refused(reason: string, retry: boolean): Fetched {
  return { kind: 'refused-by-robots', reason, retry }
}
