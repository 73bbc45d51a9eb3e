/** Whether one address may be connected to: public, somebody's own network, or never (table: special-ranges.ts). */
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'
import { type Embedding, findSpecialRange, GLOBAL_UNICAST_V6 } from './special-ranges.ts'

/** `public`: free; `private`: only for a host that the operator names; `never`: not even then. */
export type AddressCheck = { readonly kind: 'public' } | { readonly kind: 'private' | 'never'; readonly reason: string }

const GLOBAL_UNICAST = ipaddr.parseCIDR(GLOBAL_UNICAST_V6)

/**
 * Judges an address as a resolver or a socket gives it. Anything not spelled that way (short, octal, hex, with a zone)
 * is `never`: whoever reads it next could read it differently. Pure. `reason` completes "resolves to …".
 */
export function checkAddress(ip: string): AddressCheck {
  if (ip.includes('%') || isIP(ip) === 0) return { kind: 'never', reason: `"${ip}", which is not a plain IP address` }
  const address = ipaddr.parse(ip)
  const range = findSpecialRange(address)
  if (range) {
    const inner = range.embedding ? ` that carries ${readEmbedded(address, range.embedding)}` : ''
    return { kind: range.allowable ? 'private' : 'never', reason: `${ip}, ${range.name}${inner}` }
  }
  if (address.kind() === 'ipv6' && !address.match(GLOBAL_UNICAST)) {
    return { kind: 'never', reason: `${ip}, an address that nobody has been given` }
  }
  return { kind: 'public' }
}

/** Two spellings of one address: "::1" and "0:0:0:0:0:0:0:1"; a mapped address equals the IPv4 address in it. */
export function isSameAddress(left: string, right: string): boolean {
  if (isIP(left) === 0 || isIP(right) === 0) return false
  return ipaddr.process(left).toNormalizedString() === ipaddr.process(right).toNormalizedString()
}

function readEmbedded(address: ipaddr.IPv4 | ipaddr.IPv6, { at, inverted }: Embedding): string {
  const bytes = address.toByteArray().slice(at, at + 4)
  return bytes.map((byte) => (inverted ? byte ^ 0xff : byte)).join('.')
}
