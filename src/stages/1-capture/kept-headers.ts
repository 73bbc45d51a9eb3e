/** Of the headers of an answer, those that matter later: for the next request, for reading the body, and to show a wall. */
import type { Headers } from '../../core/capture.ts'

const KEPT: readonly RegExp[] = [
  /^(content-type|content-language|content-disposition|content-length|etag|last-modified|date|age)$/,
  /^(server|via|retry-after|x-robots-tag|www-authenticate|location|x-powered-by)$/,
  /^set-cookie$/,
  // Walls, each by its own names: Cloudflare, Akamai, AWS WAF and CloudFront, DataDome, Imperva, HUMAN, Vercel, others.
  /^cf-(ray|mitigated|chl-[a-z-]+|cache-status)$/,
  /^(akamai-grn|x-akamai-[a-z-]+|x-reference-error)$/,
  /^(x-amzn-waf-[a-z-]+|x-amzn-errortype|x-amz-cf-(id|pop)|x-cache)$/,
  /^(x-datadome(-[a-z-]+)?|x-dd-[a-z-]+)$/,
  /^(x-iinfo|x-cdn)$/,
  /^(x-px-[a-z-]+|x-human-[a-z-]+)$/,
  /^x-vercel-(mitigated|challenge-token|id|cache|error)$/,
  /^(x-kpsdk-[a-z-]+|x-sucuri-(id|block)|x-waf-[a-z-]+)$/,
]

/** Entries of the log hold at most 16 KiB, two addresses among it. A longer validator is left out: half of one matches nothing. */
const MAX_VALUE_LENGTH = 1024
const MAX_ALL_LENGTH = 4096

export function keepHeaders(headers: Headers): Headers {
  const kept: Record<string, string> = {}
  let length = 0
  // In the order of the table: what the next request needs comes before what a server can send without end.
  for (const pattern of KEPT) {
    for (const [name, value] of Object.entries(headers)) {
      if (!pattern.test(name)) continue
      const short = name === 'set-cookie' ? cookieNames(value) : shorten(name, value)
      length += name.length + short.length
      if (short !== '' && length <= MAX_ALL_LENGTH) kept[name] = short
    }
  }
  return kept
}

function shorten(name: string, value: string): string {
  if (value.length <= MAX_VALUE_LENGTH) return value
  return name === 'etag' || name === 'last-modified' ? '' : value.slice(0, MAX_VALUE_LENGTH)
}

/** Walls show by the names of their cookies ("datadome=, __cf_bm="); the values are session keys and are not kept. */
function cookieNames(setCookie: string): string {
  const names = setCookie.split(/,\s*(?=[^;,=\s]+=)/).map((cookie) => /^\s*([^=;\s]+)=/.exec(cookie)?.[1])
  return names
    .filter((name) => name !== undefined)
    .map((name) => `${name}=`)
    .join(', ')
    .slice(0, MAX_VALUE_LENGTH)
}
