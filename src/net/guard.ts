/**
 * The address guard: what may be asked for, decided twice. `checkUrl` reads the address as written, before anything
 * happens; `createGuard().resolve` judges every address that the name leads to, and what it returns is what the
 * connector connects to, so that no second look-up can give another answer.
 */
import { lookup as lookupInSystem } from 'node:dns/promises'
import { isIP } from 'node:net'
import { type AddressCheck, checkAddress } from './address.ts'

/** `reason` is a sentence without subject: "resolves to 10.0.0.5, a private address". */
export type Refusal = { readonly kind: 'refused'; readonly reason: string }

/** Host without brackets and final dot, lower case, as the URL standard spells it. */
export type Target = { readonly kind: 'target'; readonly url: URL; readonly host: string; readonly port: number }

export type HostAddress = { readonly address: string; readonly port: number }

/** All addresses of a name, as the system's resolver gives them. */
export type Lookup = (host: string) => Promise<readonly { readonly address: string; readonly family: number }[]>

export type Allowances = {
  /** Hosts by name or literal ("localhost", "10.0.0.7", "ollama.lan:11434") that may be on a private network. */
  readonly allowPrivateHosts?: readonly string[]
  /** Names that lead to exactly this address and port and to nothing else (the demo's fictional sites). */
  readonly hostAddresses?: ReadonlyMap<string, HostAddress>
}

export type Resolved = {
  readonly kind: 'resolved'
  /** Where to connect to; the port differs from the target's only by a host address. */
  readonly port: number
  readonly addresses: readonly { readonly address: string; readonly family: 4 | 6 }[]
}

export type Guard = {
  /** Judges an address as written. With `from`, the address whose redirect led here: see `isAllowed`. */
  check(url: string, from?: string): Target | Refusal
  /** Judges every address of the host, and fails by a value; rejects only as the look-up does (name not found). */
  resolve(host: string, port: number): Promise<Resolved | Refusal>
}

/**
 * Where web servers listen: 80 and 443 and their two usual stand-ins. Other ports belong to other protocols, which can
 * be spoken to by accident, and are open only for hosts that the operator names. (PHP's SafeCurl opens a list like this
 * one; browsers refuse a list of ports instead, and such a list ages.)
 */
const WEB_PORTS: readonly number[] = [80, 443, 8080, 8443]

/** As browsers' habits have it; a capture's entry in the log (16 KiB) must hold two of them. */
const MAX_URL_LENGTH = 2048

/** Names that lead nowhere public (RFC 6761, RFC 6762, RFC 7686, RFC 8375, RFC 9476, ICANN's `.internal`), and habits. */
const PRIVATE_SUFFIXES: readonly string[] = [
  'localhost',
  'local',
  'localdomain',
  'internal',
  'intranet',
  'private',
  'corp',
  'home',
  'lan',
  'home.arpa',
  'ip6-localhost',
  'ip6-loopback',
  'onion',
  'alt',
  'invalid',
  'test',
  'example',
]

/** Judges an address as it is written, without looking anything up. Pure. */
export function checkUrl(raw: string): Target | Refusal {
  if (raw.length > MAX_URL_LENGTH) return refuse(`is longer than ${MAX_URL_LENGTH} characters`)
  if (/[\u0000-\u0020\u007f]/.test(raw)) return refuse('contains a space or a control character')
  if (raw.includes('\\')) return refuse('contains a backslash, which programs read differently')
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(raw)?.[1]?.toLowerCase()
  if (scheme && scheme !== 'http' && scheme !== 'https')
    return refuse(`has the scheme "${scheme}:", not http: or https:`)
  if (!/^https?:\/\/[^/?#]/i.test(raw)) return refuse('does not begin with http:// or https:// and a host')
  if (/^[^/]*\/\/[^/?#]*@/.test(raw)) return refuse('contains credentials or an "@" before the host')
  const url = URL.parse(raw)
  if (!url) return refuse('is not an address that can be read')
  if (url.href.length > MAX_URL_LENGTH) return refuse(`is longer than ${MAX_URL_LENGTH} characters`)
  const host = plainHost(url.hostname)
  if (host === '') return refuse('has no host')
  return { kind: 'target', url, host, port: url.port === '' ? defaultPort(url) : Number(url.port) }
}

/** "[::1]" -> "::1"; "Example.com." -> "example.com". */
export function plainHost(hostname: string): string {
  return hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase()
}

export function createGuard(allowances: Allowances = {}, lookup: Lookup = lookupAll): Guard {
  const allowed = new Set((allowances.allowPrivateHosts ?? []).map((entry) => entry.toLowerCase()))
  const fixed = new Map([...(allowances.hostAddresses ?? [])].map(([host, to]) => [plainHost(host), to]))

  /** An allowance is for what the operator asks for: a redirect from a page that has none cannot use it. */
  const isAllowed = (host: string, port: number) =>
    fixed.has(host) || allowed.has(host) || allowed.has(`${host}:${port}`) || allowed.has(`[${host}]:${port}`)

  return {
    check(raw, from) {
      const target = checkUrl(raw)
      if (target.kind === 'refused') return target
      const origin = from === undefined ? null : checkUrl(from)
      if (isAllowed(target.host, target.port)) {
        if (!origin || (origin.kind === 'target' && isAllowed(origin.host, origin.port))) return target
        return refuse(`is a private host (${target.host}) to which a public page redirects`)
      }
      return checkName(target.host) ?? checkPort(target.port) ?? target
    },

    async resolve(host, port) {
      const to = fixed.get(host)
      if (to) return { kind: 'resolved', port: to.port, addresses: [withFamily(to.address)] }
      const addresses = isIP(host) ? [host] : (await lookup(host)).map(({ address }) => address)
      if (addresses.length === 0) return refuse('resolves to no address')
      const bad = addresses.map(checkAddress).find((check) => !isFree(check, isAllowed(host, port)))
      if (bad && bad.kind !== 'public') return refuse(`${isIP(host) ? 'is' : 'resolves to'} ${bad.reason}`)
      return { kind: 'resolved', port, addresses: addresses.map(withFamily) }
    },
  }
}

function defaultPort(url: URL): number {
  return url.protocol === 'https:' ? 443 : 80
}

function checkName(host: string): Refusal | null {
  if (isIP(host)) {
    const check = checkAddress(host)
    return check.kind === 'public' ? null : refuse(`is ${check.reason}`)
  }
  const suffix = PRIVATE_SUFFIXES.find((name) => host === name || host.endsWith(`.${name}`))
  if (suffix) return refuse(`has the host "${host}": names under "${suffix}" are never public sites`)
  if (!host.includes('.')) return refuse(`has the host "${host}", which is not a full public name`)
  return null
}

function checkPort(port: number): Refusal | null {
  if (WEB_PORTS.includes(port)) return null
  return refuse(`has the port ${port}; only ${WEB_PORTS.join(', ')} are open unless the host is allowed by name`)
}

function isFree(check: AddressCheck, isHostAllowed: boolean): boolean {
  return check.kind === 'public' || (check.kind === 'private' && isHostAllowed)
}

function refuse(reason: string): Refusal {
  return { kind: 'refused', reason }
}

function withFamily(address: string): { address: string; family: 4 | 6 } {
  return { address, family: isIP(address) === 6 ? 6 : 4 }
}

function lookupAll(host: string): Promise<readonly { readonly address: string; readonly family: number }[]> {
  return lookupInSystem(host, { all: true, order: 'verbatim' })
}
