/** Which failures are transient, how long to wait after one, and what a server asks for by Retry-After. Pure. */
import type { Headers } from '../../core/capture.ts'

/**
 * The written table. Of answers of the network itself, `src/net/failure.ts` has the table. Others of the same class are
 * not here because asking again within minutes does not change them: 401, 403, 404, 410 and 451 are decisions, 501 and
 * 505 are properties of the server, 526 is a certificate.
 */
const TRANSIENT_STATUSES: Readonly<Record<number, string>> = {
  408: 'the server waited too long for the request',
  425: 'the server asks to come again over a fresh connection',
  429: 'too many requests',
  500: 'the server failed',
  502: 'a gateway had no good answer',
  503: 'the server is not available now',
  504: 'a gateway had no answer in time',
  520: 'Cloudflare: the origin gave an odd answer',
  521: 'Cloudflare: the origin refused',
  522: 'Cloudflare: the origin did not take the connection',
  523: 'Cloudflare: the origin was not reachable',
  524: 'Cloudflare: the origin did not answer in time',
  529: 'the server is overloaded',
  530: 'Cloudflare: the origin could not be found',
}

const FIRST_DELAY_MS = 2_000
const MAX_DELAY_MS = 60_000

/** A server that asks for more than this is asked again at the next check anyway. */
export const MAX_RETRY_AFTER_MS = 24 * 60 * 60 * 1000

/** A wall that wants a person solves nothing by being asked again: its own header says that it is one. */
export function isTransient(status: number, headers: Headers): boolean {
  return Object.hasOwn(TRANSIENT_STATUSES, status) && !isChallenge(headers)
}

function isChallenge(headers: Headers): boolean {
  return 'cf-mitigated' in headers || 'x-vercel-mitigated' in headers || headers['x-amzn-waf-action'] === 'challenge'
}

/** Doubling from two seconds, and of that between half and all: `random` is in [0, 1). `attempt` counts from 1. */
export function backoffMs(attempt: number, random: () => number): number {
  const full = Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** (attempt - 1))
  return Math.round(full * (0.5 + random() / 2))
}

/** How long a server that turned us away asks to be left alone, in milliseconds; null where it turned nobody away. */
export function readWish(status: number | null, headers: Headers, now: Date): number | null {
  return status === 429 || (status ?? 0) >= 500 ? parseRetryAfter(headers['retry-after'], now) : null
}

/** Retry-After (RFC 9110 section 10.2.3), seconds or a date, as milliseconds from `now`; null for none or nonsense. */
export function parseRetryAfter(value: string | undefined, now: Date): number | null {
  const written = value?.trim() ?? ''
  if (/^\d{1,12}$/.test(written)) return Math.min(MAX_RETRY_AFTER_MS, Number(written) * 1000)
  const moment = parseHttpDate(written)
  return moment === null ? null : Math.min(MAX_RETRY_AFTER_MS, Math.max(0, moment - now.getTime()))
}

/** The three forms of RFC 9110 section 5.6.7, all of them GMT. */
function parseHttpDate(written: string): number | null {
  const isImf = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(written)
  const isRfc850 = /^[A-Z][a-z]+day, \d{2}-[A-Z][a-z]{2}-\d{2} \d{2}:\d{2}:\d{2} GMT$/.test(written)
  const isAsctime = /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} \d{4}$/.test(written)
  if (!isImf && !isRfc850 && !isAsctime) return null
  const moment = Date.parse(isAsctime ? `${written} GMT` : written)
  return Number.isNaN(moment) ? null : moment
}
