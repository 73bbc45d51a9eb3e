/** What an error of a connection means: a sentence, its cause, and whether the same request may succeed soon. */
import type { Answer, UnreachableCause } from '../core/http-client.ts'

type Meaning = { readonly cause: UnreachableCause; readonly retry: boolean; readonly reason: string }

/**
 * The written table of transient failures. Transient is what the same request can survive a minute later. A certificate,
 * a name that does not exist or a server that does not speak HTTP is not: somebody has to mend it first.
 */
const MEANINGS: Readonly<Record<string, Meaning>> = {
  ENOTFOUND: { cause: 'name', retry: false, reason: 'has a host name that does not exist' },
  ENODATA: { cause: 'name', retry: false, reason: 'has a host name without an address' },
  EAI_AGAIN: { cause: 'name', retry: true, reason: 'has a host name that could not be looked up now' },
  EAI_FAIL: { cause: 'name', retry: true, reason: 'has a host name that could not be looked up now' },
  ECONNREFUSED: { cause: 'connection', retry: true, reason: 'refused the connection' },
  ECONNRESET: { cause: 'connection', retry: true, reason: 'broke the connection off' },
  ECONNABORTED: { cause: 'connection', retry: true, reason: 'broke the connection off' },
  EPIPE: { cause: 'connection', retry: true, reason: 'broke the connection off' },
  UND_ERR_SOCKET: { cause: 'connection', retry: true, reason: 'broke the connection off before the whole answer came' },
  EHOSTUNREACH: { cause: 'connection', retry: true, reason: 'could not be reached by the network' },
  ENETUNREACH: { cause: 'connection', retry: true, reason: 'could not be reached by the network' },
  EADDRNOTAVAIL: { cause: 'connection', retry: true, reason: 'could not be reached by the network' },
  ETIMEDOUT: { cause: 'timeout', retry: true, reason: 'did not take the connection in time' },
  UND_ERR_CONNECT_TIMEOUT: { cause: 'timeout', retry: true, reason: 'did not take the connection in time' },
  UND_ERR_HEADERS_TIMEOUT: { cause: 'timeout', retry: true, reason: 'did not begin its answer in time' },
  UND_ERR_BODY_TIMEOUT: { cause: 'timeout', retry: true, reason: 'stopped in the middle of its answer' },
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: {
    cause: 'protocol',
    retry: true,
    reason: 'sent another number of bytes than it announced',
  },
  UND_ERR_INVALID_ARG: { cause: 'request', retry: false, reason: 'cannot be asked for: the request is not valid HTTP' },
}

const FAMILIES: readonly { readonly code: RegExp; readonly meaning: Meaning }[] = [
  { code: /^HPE_/, meaning: { cause: 'protocol', retry: false, reason: 'answered with something that is not HTTP' } },
  {
    code: /^(CERT_|ERR_TLS|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|HOSTNAME_MISMATCH|EPROTO|ERR_SSL|INVALID_PURPOSE)/,
    meaning: { cause: 'tls', retry: false, reason: 'could not prove over TLS who it is' },
  },
]

/** The error as an answer; null for one that is no failure of the network, which the caller must throw on. */
export function toUnreachable(url: string, error: unknown): (Answer & { kind: 'unreachable' }) | null {
  const code = findCode(error)
  if (code === null) return null
  const known = Object.hasOwn(MEANINGS, code)
    ? MEANINGS[code]
    : FAMILIES.find((family) => family.code.test(code))?.meaning
  const meaning = known ?? { cause: 'connection', retry: false, reason: 'could not be reached' }
  return { kind: 'unreachable', url, ...meaning, reason: `${meaning.reason} (${code})` }
}

/** Happy Eyeballs gives one error for all addresses; the first one inside speaks for them. */
function findCode(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  if (error instanceof AggregateError && error.errors.length > 0) return findCode(error.errors[0])
  if ('code' in error && typeof error.code === 'string') return error.code
  // undici gives its parser's errors a name and, in some versions, no code.
  if (error.name === 'HTTPParserError') return 'HPE_INVALID'
  return error.cause === undefined ? null : findCode(error.cause)
}
