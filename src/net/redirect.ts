/** Where a redirect leads, and what of the request may go along (RFC 9110 section 15.4, and the Fetch standard). */
import type { Headers } from '../core/capture.ts'

type Method = 'GET' | 'HEAD' | 'POST' | 'PUT'

const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308]

/** What says nothing about who asks. Keys, cookies, signatures and conditions stay with the host they were meant for. */
const TRAVELLING: readonly string[] = ['accept', 'accept-encoding', 'accept-language', 'content-type', 'user-agent']

/**
 * Null where the answer is no redirect, or one without a place to go. A location that cannot be resolved is passed on
 * as it is written: the guard says what is wrong with it.
 */
export function nextHop(
  current: URL,
  hop: { readonly method: Method; readonly headers: Headers },
  status: number,
  location: string | undefined,
): { url: string; method: Method; headers: Headers } | null {
  if (!REDIRECTS.includes(status) || !location) return null
  const url = resolveLocation(location, current)
  const becomesGet = status === 303 ? hop.method !== 'HEAD' : status < 303 && hop.method === 'POST'
  const isSameOrigin = URL.parse(url)?.origin === current.origin
  return {
    url,
    method: becomesGet ? 'GET' : hop.method,
    headers: Object.fromEntries(
      Object.entries(hop.headers).filter(
        ([name]) =>
          (isSameOrigin || TRAVELLING.includes(name.toLowerCase())) && !(becomesGet && /^content-/i.test(name)),
      ),
    ),
  }
}

/**
 * Absolute. A fragment goes along where the location has none of its own (RFC 9110 section 10.2.2): some addresses name
 * one of several documents on a page by it. What is spelled in a way that programs read differently is left as it is, so
 * that the guard sees it.
 */
function resolveLocation(location: string, base: URL): string {
  // Servers send addresses as raw UTF-8; header values come as one character a byte.
  const written = location.trim().replace(/[\x80-\xff]/g, (byte) => encodeByte(byte.charCodeAt(0)))
  if (written.includes('\\')) return written
  const url = URL.parse(written, base.href)
  if (!url) return written
  // The resolved form drops an empty "user@"; what was written must not pass for less than it is.
  if (/^(?:[a-z][a-z0-9+.-]*:)?\/\/[^/?#]*@/i.test(written)) return written
  if (url.hash === '') url.hash = base.hash
  return url.href
}

function encodeByte(byte: number): string {
  return `%${byte.toString(16).toUpperCase()}`
}
